"""What a translator works with: texts as a gettext catalogue, brought up to date, compiled, told of.

The catalogue is read and written by Babel (extra `author`); playing needs only the compiled file and the standard
library. A text's context is its address in the scenario, and the comment above it says who speaks.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import GameError, UsageError
from game.files import write_shared
from game.locations import more_packages
from game.rubric.model import Rubric
from game.rubric.translate import texts as rubric_texts
from game.scenario.model import Scenario
from game.scenario.texts import Where, texts
from game.scenario.translate import context

_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # the same catalogue makes the same file, whenever it is compiled
_KINDS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]  # what texts of the interface stand in
_PLACE = re.compile(r"\{[^{}]*\}")

if TYPE_CHECKING:
    from babel.messages import Catalog, Message


@dataclass(frozen=True, slots=True)
class CatalogueStatus:
    """How far a translation has come: contexts without one, contexts whose original has changed since, contexts
    whose places for varying words differ from the original's, and of how many texts in all."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    places: tuple[str, ...]
    texts: int

    @property
    def whole(self) -> bool:
        """Returns True when every text is translated from the original of today."""
        return not (self.missing or self.stale or self.places)


@dataclass(frozen=True, slots=True)
class Original:
    """What is to be translated: a name for people, and its texts, each with a context and a word for the translator."""

    name: str
    texts: tuple[tuple[str | None, str, str], ...]


def of_scenario(scenario: Scenario) -> Original:
    """Returns a scenario's texts, with the places for varying words still open."""
    written = scenario.written or scenario
    rows = ((context(where), text, " · ".join(_comments(written, where))) for where, text in texts(written))
    return Original(scenario.id, tuple(rows))


def of_rubric(rubric: Rubric) -> Original:
    """Returns what a player reads of the rubric."""
    return Original("rubric", tuple((where, text, "") for where, text in rubric_texts(rubric)))


def of_interface(code: Path) -> Original:
    """Returns what the game itself says: everything in the folder `code` that is marked with `_` or `N_`. The page's
    player and the studio's page are included: their builds list their texts."""
    _babel()
    from babel.messages.extract import extract_from_dir

    found: dict[str, str] = {}
    for file, _line, text, _comments, _context in extract_from_dir(code, _KINDS, keywords={"_": None, "N_": None}):
        found.setdefault(str(text), file)
    for folder, page in (("web", "player"), ("studio", "page")):
        listed = code / folder / page / "built" / "texts.json"
        for text, file in json.loads(listed.read_text("utf-8")).items() if listed.exists() else ():
            found.setdefault(text, f"{folder}/{file}")
    return Original("interface", tuple((None, text, file) for text, file in found.items()))


def brought_up_to_date(
    original: Original, path: Path, language: str, same_meaning: Collection[str] = ()
) -> CatalogueStatus:
    """Writes the catalogue at `path` anew with the texts of today: what was translated is kept, what was
    translated from an older original is kept as fuzzy (and not played), what is gone is dropped.

    same_meaning: contexts whose translation still holds although the original has changed; `all` for every one.
        Where only signs and spaces have changed, it is taken to hold.
    """
    catalog = _today(original, path, language, same_meaning)
    write_shared(path, _as_po(catalog))
    return status(catalog)


def held_against(original: Original, path: Path, language: str) -> CatalogueStatus:
    """Returns how far the catalogue at `path` has come, held against the texts of today; writes nothing."""
    return status(_today(original, path, language))


def compiled(path: Path, language: str) -> tuple[bytes, CatalogueStatus]:
    """Returns the catalogue at `path` as the game reads it, and how far it has come."""
    _babel()
    from babel.messages.mofile import write_mo

    catalog, out = _read(path, language), BytesIO()
    catalog.creation_date = catalog.revision_date = _NO_DATE
    write_mo(out, catalog)
    return out.getvalue(), status(catalog)


def status(catalog: Catalog) -> CatalogueStatus:
    """Returns how far a catalogue has come."""
    messages = [m for m in catalog if m.id]
    return CatalogueStatus(
        tuple(str(m.context or m.id) for m in messages if not m.string),
        tuple(str(m.context or m.id) for m in messages if m.string and m.fuzzy),
        tuple(str(m.context or m.id) for m in messages if m.string and _places(m.id) != _places(m.string)),
        len(messages),
    )


def as_text(name: str, language: str, found: CatalogueStatus) -> str:
    """Returns the status as lines for a terminal."""
    rows = [f"{name} in {language}: {found.texts - len(found.missing) - len(found.stale)} of {found.texts} texts."]
    rows += [f"  not translated: {where}" for where in found.missing]
    rows += [f"  the original has changed: {where}" for where in found.stale]
    rows += [f"  the {{places}} differ from the original's: {where}" for where in found.places]
    return "\n".join(rows)


def _today(original: Original, path: Path, language: str, same_meaning: Collection[str] = ()) -> Catalog:
    catalog: Catalog = _babel()(_locale(language), project=original.name, charset="utf-8", fuzzy=False)
    for where, text, comment in original.texts:
        catalog.add(text, context=where, auto_comments=[comment] if comment else [])
    if path.exists():
        _carry(_read(path, language), catalog, same_meaning)
    return catalog


def _carry(old: Catalog, new: Catalog, same_meaning: Collection[str]) -> None:
    """Takes over the translations of an older catalogue, by context; those of another original become fuzzy."""
    known: dict[str, Message] = {str(m.context or m.id): m for m in old if m.id and m.string}
    for message in new:
        where = str(message.context or message.id)
        before = known.get(where)
        if not message.id or before is None:
            continue
        message.string = before.string
        changed = before.fuzzy or _words(before.id) != _words(message.id)
        if changed and where not in same_meaning and "all" not in same_meaning:
            message.flags.add("fuzzy")


def _words(text: object) -> list[str]:
    """Returns the words and the places for words of a text, without the signs between them."""
    return re.findall(r"\w+|\{[^{}]*\}", str(text).casefold())


def _comments(scenario: Scenario, where: Where) -> Iterator[str]:
    match where:
        case ("nodes", node, *rest):
            yield scenario.title_of(node)
            lines = scenario.nodes[node].lines
            if rest[0] == "options":
                option = next(o for o in scenario.nodes[node].options or () if o.id == rest[1])
                lines, rest = option.reply, rest[2:]
            if rest[0] in ("lines", "reply"):
                line = lines[int(rest[1])]
                yield f"{line.speaker} ({line.expression})" if line.speaker in scenario.cast else line.speaker


def _places(text: object) -> list[str]:
    return sorted(_PLACE.findall(str(text)))


def _babel() -> type[Catalog]:
    try:
        from babel.messages import Catalog
    except ImportError:
        raise UsageError(
            f"Translating needs Babel. Type: {more_packages('author')}, and then this command again."
        ) from None
    return Catalog


def _locale(language: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language))
    except (UnknownLocaleError, ValueError):
        raise UsageError(f"`{language}` is no language that is known. Write its code, such as es or pt_BR.") from None


def _read(path: Path, language: str) -> Catalog:
    _babel()
    from babel.messages.pofile import PoFileError, read_po

    try:
        data = path.read_bytes().removeprefix(codecs.BOM_UTF8)  # Notepad puts the mark there
        return read_po(BytesIO(data), locale=_locale(language), abort_invalid=True)
    except OSError as error:
        raise GameError(f"Cannot read {path}: {error.strerror}. Make it with `translate update` first.") from None
    except (PoFileError, ValueError, LookupError) as error:
        raise GameError(f"{path} is not a catalogue that can be read: {error}. Mend that line and try again.") from None


def _as_po(catalog: Catalog) -> bytes:
    from babel.messages.pofile import write_po

    out = BytesIO()
    write_po(out, catalog, width=100, omit_header=False, sort_output=False, include_lineno=False)
    kept = [row for row in out.getvalue().split(b"\n") if not row.startswith((b'"POT-Creation', b'"PO-Revision'))]
    return b"\n".join(kept)
