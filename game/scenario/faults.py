"""What the model refuses, one fault at a time, in plain words for the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from game.diagnostics import Diagnostic, Slip, SourcePlace
from game.did_you_mean import did_you_mean, nearest
from game.scenario.document import Document, Path_
from game.scenario.latin import in_latin_letters
from game.scenario.shapes import Shapes

_PAIR = re.compile(r"(?P<key>[a-z_]+) *[:=]? *(?P<number>[+−-]?\d{1,3})")  # `trust +1`
MISSING_KINDS = ("missing", "missing_argument")
UNKNOWN_KINDS = ("unexpected_keyword_argument", "extra_forbidden")
_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping (`key: value`)",
    "mapping_type": "a mapping (`key: value`)",
    "dataclass_type": "a mapping (`key: value`)",
    "dataclass_exact_type": "a mapping (`key: value`)",
}


def authored(loc: tuple[int | str, ...]) -> Path_:
    """Returns where a fault is in the author's file, from where pydantic says it is."""
    return tuple(step for step in loc if step != "[key]")


@dataclass(frozen=True, slots=True)
class _Fault:
    """One thing that the model refused: where in the document, what it is called, and what pydantic says of it."""

    document: Document
    shapes: Shapes
    detail: ErrorDetails

    @property
    def kind(self) -> str:
        """Returns the kind of fault, as pydantic calls it."""
        return self.detail["type"]

    @property
    def path(self) -> Path_:
        """Returns where it is in the author's file."""
        return authored(self.detail["loc"])

    @property
    def name(self) -> str:
        """Returns what stands there, for a person."""
        if not self.path:
            return "the file"
        last = self.path[-1]
        return last if isinstance(last, str) else f"item {last + 1}"

    @property
    def written(self) -> str:
        """Returns what the author wrote, short enough to show."""
        return str(self.detail["input"])[:40]

    @property
    def context(self) -> Mapping[str, Any]:
        """Returns what else is known of it."""
        return self.detail.get("ctx", {})

    @property
    def is_key(self) -> bool:
        """Returns True where a key is at fault and not what it holds."""
        return self.detail["loc"][-1:] == ("[key]",)

    @property
    def value(self) -> SourcePlace:
        """Returns the place of what was written, inside a line's shorthand too."""
        inside_a_line = self.path[-3:-2] in (("lines",), ("reply",)) and not self.document.holds(self.path)
        return self.document.spoken(self.path[:-1]) if inside_a_line else self.document.place(self.path)

    def told(self, code: str, message: str, hint: str, place: SourcePlace | None = None) -> Diagnostic:
        """Returns a diagnostic, at what was written unless a place is given."""
        return self.document.diagnostic(code, place or self.value, message, hint)


def diagnostic(document: Document, shapes: Shapes, detail: ErrorDetails) -> Diagnostic:
    """Returns a fault in words for its author."""
    fault = _Fault(document, shapes, detail)
    if fault.kind in MISSING_KINDS:
        return _missing(fault)
    if fault.kind in UNKNOWN_KINDS:
        return _unknown(fault)
    if fault.kind in _TELLERS:
        return _TELLERS[fault.kind](fault)
    if fault.kind in _KINDS:
        return _wrong_kind(fault)
    if fault.kind == "bad-line":
        return _bad_line(fault)
    if "hint" in fault.context:
        place = document.place(fault.path + tuple(fault.context["at"]), key=bool(fault.context["key"]))
        return fault.told(fault.kind, str(fault.context["message"]), str(fault.context["hint"]), place)
    return fault.told("wrong-kind", f"`{fault.name}` cannot be read: {detail['msg']}.", "See docs/authoring.md.")


def _bad_line(fault: _Fault) -> Diagnostic:
    """Returns a line that cannot be read; where it is spoken by somebody's full name, with the name of the cast."""
    at, hint = tuple(fault.context["at"]), str(fault.context["hint"])
    place = fault.document.place(fault.path + at, key=bool(fault.context["key"]))
    said = str(at[0]) if at else ""
    line = fault.document.lines[place.line - 1]
    if line.lstrip(" -").startswith("?"):
        hint = f"Text that begins with ? goes in double quotes. {hint}"
    if (meant := _called(said, fault.document)) is None:
        return fault.told("bad-line", str(fault.context["message"]), hint, place)
    name, _, how = said.partition(" (")
    slip = Slip(said.removesuffix(f" ({how}"), frozenset({meant}))
    message = f"`{name}` is a name that players see; here stands the short name of the cast."
    return fault.document.diagnostic("bad-line", place, message, f"Write `{meant}`.", slip)


def _called(said: str, document: Document) -> str | None:
    """Returns who of the cast has this name, or this first or last name; None where none or several have."""
    cast = document.data.get("cast") if isinstance(document.data, dict) else None
    name = said.partition("(")[0].strip().casefold()
    if not name or not isinstance(cast, dict):
        return None
    found = [
        key
        for key, person in cast.items()
        if isinstance(person, dict) and isinstance(full := person.get("name"), str) and full.strip().casefold() == name
    ]
    return found[0] if len(found) == 1 else None


def _missing(fault: _Fault) -> Diagnostic:
    path = fault.path
    place = fault.document.place(path[:-1], key=True)
    if isinstance(path[-1], int):
        message = f"`{path[-2]}` has no {fault.name}."
        return fault.told("missing-key", message, "Write all the items that belong here.", place)
    where = "The file"
    if len(path) > 1:
        where = f"`{path[-2]}`" if isinstance(path[-2], str) else "This part"
    return fault.told("missing-key", f"{where} has no `{fault.name}`.", f"Add a line `{fault.name}: …` here.", place)


def _unknown(fault: _Fault) -> Diagnostic:
    hint = _hint_for_unknown(fault.document, fault.shapes, fault.path, fault.detail["input"])
    place = fault.document.place(fault.path, key=True)
    slip = Slip(fault.name, frozenset(fault.shapes.keys_at(fault.path[:-1])))
    return fault.document.diagnostic("unknown-key", place, f"`{fault.name[:40]}` is not known here.", hint, slip)


def _wrong_value(fault: _Fault) -> Diagnostic:
    expected = str(fault.context.get("expected", "")).replace(" or ", ", ").split(",")
    possible = [word.strip("' ") for word in expected]
    written = str(fault.detail["input"])
    message = f"`{fault.written}` is not a possible {fault.name}."
    slip = Slip(written, frozenset(possible))
    return fault.document.diagnostic("wrong-value", fault.value, message, did_you_mean(written, possible), slip)


def _wrong_number(fault: _Fault) -> Diagnostic:
    limit = fault.context.get("ge", fault.context.get("le"))
    word = "smaller" if fault.kind == "greater_than_equal" else "larger"
    hint = f"`{fault.name}` may not be {word} than {limit}."
    return fault.told("wrong-number", f"`{fault.detail['input']}` is out of range.", hint)


def _bad_id(fault: _Fault) -> Diagnostic:
    joint, meant = _joint(fault.detail), slug(fault.detail)
    letters = "small letters" if str(fault.detail["input"]).isascii() else "small letters without accents (a to z)"
    hint = f"Use {letters}, digits and single {joint} between words, such as `{meant}`."
    place = fault.document.place(fault.path, fault.is_key)
    return fault.told("bad-id", f"`{fault.written}` cannot be an id.", hint, place)


def _too_long(fault: _Fault) -> Diagnostic:
    hint = f"At most {fault.context.get('max_length')} characters stand here; split or shorten it."
    return fault.told(
        "too-long", f"`{fault.name[:40]}` is too long.", hint, fault.document.place(fault.path, fault.is_key)
    )


def _empty(fault: _Fault) -> Diagnostic:
    block = fault.document.lines[fault.value.line - 1].rstrip().endswith(("|", ">"))
    hint = "Indent the text below further than its key." if block else "Write the text, or leave the line out."
    return fault.told("wrong-kind", f"`{fault.name}` is empty.", hint)


def _wrong_kind(fault: _Fault) -> Diagnostic:
    written, wanted = fault.detail["input"], _KINDS[fault.kind]
    hint = f"Here stands {_kind_of(written)}; write {wanted} instead."
    if isinstance(written, dict) and any(key.startswith("-") for key in written):
        hint = "The dash at the beginning of an item needs a space after it."
    if isinstance(written, str) and (pair := _PAIR.fullmatch(written)):
        hint = f"Write it like this: {{{pair['key']}: {pair['number']}}}"
    return fault.told("wrong-kind", f"`{fault.name}` wants {wanted}.", hint)


_TELLERS: Mapping[str, Callable[[_Fault], Diagnostic]] = {
    "enum": _wrong_value,
    "literal_error": _wrong_value,
    "greater_than_equal": _wrong_number,
    "less_than_equal": _wrong_number,
    "string_pattern_mismatch": _bad_id,
    "string_too_long": _too_long,
    "string_too_short": _empty,
}


def _hint_for_unknown(document: Document, shapes: Shapes, path: Path_, value: object) -> str:
    """Returns what the author of an unknown key probably meant."""
    name, known = str(path[-1]), shapes.keys_at(path[:-1])
    missing = [key for key, must in known.items() if must and not document.holds((*path[:-1], key))]
    if path[-2:-1] == ("client",) and "trust" in known and document.holds(("cast", name)):
        return f"Only the client has trust, ease and voice, so no name stands here: {{trust: {str(value)[:6]}}}"
    if re.match(r"\w+:\S", name):
        return f"The colon after a key needs a space: `{name.replace(':', ': ', 1)[:40]}`."
    if nearest(name, known):
        return did_you_mean(name, known)
    if home := shapes.home_of(name, value):
        return home
    if " " in name:
        return "If this belongs to the text before it, put the whole text in double quotes."
    if len(missing) == 1:
        return f"`{missing[0]}` is missing here; did you mean that?"
    return did_you_mean(name, known)


def _kind_of(value: object) -> str:
    match value:
        case "":
            return "nothing"
        case str():
            return f"the text `{value[:40]}`"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return "something else"


def _joint(detail: ErrorDetails) -> str:
    return "_" if "_" in str(detail.get("ctx", {}).get("pattern")) else "-"


def slug(detail: ErrorDetails) -> str:
    """Returns the id that was probably meant, in Latin letters."""
    joint = _joint(detail)
    latin = in_latin_letters(str(detail["input"]).lower())
    return re.sub("[^a-z0-9]+", joint, latin).strip(joint)[:64].strip(joint) or "the-first-text"
