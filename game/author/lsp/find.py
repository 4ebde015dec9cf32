"""Where a name is given, where else it stands, and what renaming it would change."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from game.author.lsp.names import Name, SymbolKind, at, given
from game.author.lsp.reading import OpenText
from game.author.lsp.spans import Cursor, Span
from game.errors import GameError
from game.scenario.fields import Id
from game.scenario.model import NARRATION, YOU, repaired

RENAMABLE = (SymbolKind.NODE, SymbolKind.SPEAKER, SymbolKind.FACT)


def definitions(reading: OpenText, spot: Cursor) -> list[Span]:
    """Returns the places where the name under the cursor is given; a rupture's before the options that open it."""
    found: list[Span] = []
    for wanted in _about(reading, spot):
        found += [n.span for n in reading.names if n.gives and (n.kind, n.text) == (wanted.kind, wanted.text)]
    return list(dict.fromkeys(found))


def references(reading: OpenText, spot: Cursor) -> list[Span]:
    """Returns every place where the name under the cursor stands, in the order of the file."""
    wanted = {(name.kind, name.text) for name in at(reading.names, spot)}
    return sorted({name.span for name in reading.names if (name.kind, name.text) in wanted})


def renamable(reading: OpenText, spot: Cursor) -> Name | None:
    """Returns the name under the cursor where it can be renamed: a node's, a person's, or a fact's that an option sets.

    None where there is none, and for a fact that a rupture makes: that one goes by the rupture.
    """
    ruptures = given(reading.names, SymbolKind.RUPTURE)
    made = {*ruptures, *map(repaired, ruptures)}
    for name in at(reading.names, spot):
        if name.kind in RENAMABLE and not (name.kind is SymbolKind.FACT and name.text in made):
            return name
    return None


def rename(reading: OpenText, spot: Cursor, to: str) -> list[Span]:
    """Returns every place of the name under the cursor; raises GameError when it cannot be renamed so."""
    name = renamable(reading, spot)
    if name is None:
        raise GameError("A scene, a person or a fact can be renamed here. Put the cursor on its name.")
    if not reading.whole:
        raise GameError("Part of this file cannot be read. Mend that first, so that no place is missed.")
    if not _is_id(to):
        raise GameError(f"`{to}` cannot be an id. Use small letters, digits and single hyphens, such as `the-text`.")
    taken = {*given(reading.names, name.kind), *((YOU, NARRATION) if name.kind is SymbolKind.SPEAKER else ())}
    if to in taken and to != name.text:
        raise GameError(f"There is a {name.kind.value} called `{to}` already. Choose another name.")
    return sorted({n.span for n in reading.names if (n.kind, n.text) == (name.kind, name.text)})


def _is_id(text: str) -> bool:
    try:
        TypeAdapter(Id).validate_python(text)
    except ValidationError:
        return False
    return True


def _about(reading: OpenText, spot: Cursor) -> list[Name]:
    """Returns the names under the cursor, and the rupture that a fact speaks of."""
    found = at(reading.names, spot)
    ruptures = {name.text: name for name in reading.names if name.kind is SymbolKind.RUPTURE and name.gives}
    facts = [name.text for name in found if name.kind is SymbolKind.FACT and not name.gives]
    return [ruptures[fact] for fact in facts if fact in ruptures] + sorted(
        found, key=lambda n: n.kind is SymbolKind.FACT
    )
