"""From plain data to a model: pydantic's findings as Diagnostics at the right place, in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from game.diagnostics import Diagnostic, Slip, did_you_mean, nearest
from game.scenario.source import Data, Document, Null, Path_, words

Model = TypeVar("Model")
STAND_IN = "stand-in"
MOST_ERRORS = 200
_MISSING = ("missing", "missing_argument")
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")

FILLED_IN = ("id", "fingerprint", "written")  # fields of the whole file that the game fills in
EVIDENCE = "evidence"  # the field of an option that is written under its `moves`
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


class Shapes:
    """The class that each path of an authored file is read into, and stand-ins for what is missing.

    `rows` maps a path pattern (`*` for any one step) to a dataclass; `stand_ins` maps the name of a
    required field, or of a list, to a harmless value for it (or for one of its items).
    """

    def __init__(self, rows: Mapping[tuple[str, ...], type[Any]], stand_ins: Mapping[str, Data]) -> None:
        self.rows, self.stand_ins = rows, stand_ins

    def keys_at(self, path: Path_) -> dict[str, bool]:
        """The keys known at `path`, each with whether it must be there."""
        for pattern, shape in self.rows.items():
            if len(pattern) == len(path) and all(p in ("*", s) for p, s in zip(pattern, path, strict=True)):
                ours = (EVIDENCE,) if path else FILLED_IN
                return {name: must for name, must in _keys(shape).items() if name not in ours}
        return {}

    def home_of(self, name: str, value: object) -> str:
        """A sentence on where a misplaced key belongs, by its name or by the keys of its value; or nothing."""
        for pattern, shape in self.rows.items():
            if isinstance(value, dict) and value and pattern[-1:] == ("*",) and set(value) <= set(_keys(shape)):
                return f"It looks like one of `{pattern[-2]}`; indent it as those are."
        homes = [p for p, shape in self.rows.items() if p and name in _keys(shape)]
        if not homes:
            return ""
        holder = next(step for step in reversed(homes[0]) if step != "*")
        return f"`{name}` belongs to `{holder}`; look how far the line is indented."


def _keys(shape: type[Any]) -> dict[str, bool]:
    return {f.name: f.default is MISSING and f.default_factory is MISSING for f in fields(shape)}


def read_shape(
    adapter: TypeAdapter[Model], document: Document, shapes: Shapes
) -> tuple[Model | None, list[Diagnostic]]:
    """The model and what is wrong with the file's shape.

    When something is wrong, the model holds stand-ins in its place, so that structure can still be
    checked and all problems come in one run; such a model must not be played.
    """
    data = document.data
    problems: list[Diagnostic] = []
    for _ in range(4):  # a stand-in can bring a new requirement to light, never more than the format is deep
        try:
            return adapter.validate_python(data), problems
        except ValidationError as error:
            found = error.errors(include_url=False)[:MOST_ERRORS]
            many = error.error_count() > MOST_ERRORS
        if not problems:
            problems = [_diagnostic(document, shapes, detail) for detail in _told_once(found)]
        if many:
            break
        for detail in found:
            data = _with_stand_in(data, detail, document, shapes)
    return None, problems


def newer_format(document: Document, reads: int) -> Diagnostic | None:
    """The one thing to say about a file that was written for a newer game."""
    data = document.data
    written = data.get("format") if isinstance(data, dict) else None
    if isinstance(written, str) and written.isascii() and written.isdigit() and int(written[:9]) > reads:
        message = f"This file is written in format {written[:9]}; this game reads format {reads}."
        hint = "Update the game, or ask the author for a version in the older format."
        return document.diagnostic("newer-format", document.place(("format",)), message, hint)
    return None


def _told_once(found: list[ErrorDetails]) -> list[ErrorDetails]:
    """The findings without those that only repeat another: a key misspelt is not also missing, a bad id bad once."""
    unknown: dict[Path_, list[str]] = {}
    for detail in found:
        if detail["type"] in _UNKNOWN:
            unknown.setdefault(_authored(detail["loc"])[:-1], []).append(str(detail["loc"][-1]))
    missing: dict[Path_, list[str]] = {}
    for detail in found:
        if detail["type"] in _MISSING:
            missing.setdefault(_authored(detail["loc"])[:-1], []).append(str(detail["loc"][-1]))
    bad_keys = {str(d["input"]) for d in found if d["loc"][-1:] == ("[key]",)}

    def repeats(detail: ErrorDetails) -> bool:
        holder, name = _authored(detail["loc"])[:-1], str(detail["loc"][-1] if detail["loc"] else "")
        if detail["type"] in _MISSING:
            misspelt = unknown.get(holder, [])
            return bool(nearest(name, misspelt)) or (len(misspelt) == 1 and len(missing[holder]) == 1)
        return detail["type"] == "string_pattern_mismatch" and name != "[key]" and str(detail["input"]) in bad_keys

    return [detail for detail in found if not repeats(detail)]


def _authored(loc: tuple[int | str, ...]) -> Path_:
    return tuple(step for step in loc if step != "[key]")


def _diagnostic(document: Document, shapes: Shapes, detail: ErrorDetails) -> Diagnostic:
    path, kind, context = _authored(detail["loc"]), detail["type"], detail.get("ctx", {})
    name = "the file" if not path else path[-1] if isinstance(path[-1], str) else f"item {path[-1] + 1}"
    value = document.place(path)
    if path[-3:-2] in (("lines",), ("reply",)) and not document.holds(path):  # inside a line's shorthand
        value = document.spoken(path[:-1])
    match kind:
        case _ if kind in _MISSING:
            place = document.place(path[:-1], key=True)
            if isinstance(path[-1], int):
                message = f"`{path[-2]}` has no {name}."
                return document.diagnostic("missing-key", place, message, "Write all the items that belong here.")
            where = f"`{path[-2]}`" if len(path) > 1 and isinstance(path[-2], str) else "This part"
            message = f"{where if len(path) > 1 else 'The file'} has no `{name}`."
            return document.diagnostic("missing-key", place, message, f"Add a line `{name}: …` here.")
        case _ if kind in _UNKNOWN:
            shown, hint = str(name)[:40], _hint_for_unknown(document, shapes, path, detail["input"])
            place, slip = document.place(path, key=True), Slip(str(name), frozenset(shapes.keys_at(path[:-1])))
            return document.diagnostic("unknown-key", place, f"`{shown}` is not known here.", hint, slip)
        case "enum" | "literal_error":
            words_ = [w.strip("' ") for w in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
            hint = did_you_mean(str(detail["input"]), words_)
            shown = str(detail["input"])[:40]
            slip = Slip(str(detail["input"]), frozenset(words_))
            return document.diagnostic("wrong-value", value, f"`{shown}` is not a possible {name}.", hint, slip)
        case "greater_than_equal" | "less_than_equal":
            limit = context.get("ge", context.get("le"))
            word = "smaller" if kind == "greater_than_equal" else "larger"
            hint = f"`{name}` may not be {word} than {limit}."
            return document.diagnostic("wrong-number", value, f"`{detail['input']}` is out of range.", hint)
        case "string_pattern_mismatch":
            hint = f"Use small letters, digits and single {_joint(detail)} between words, such as `{_slug(detail)}`."
            key = detail["loc"][-1:] == ("[key]",)
            return document.diagnostic(
                "bad-id", document.place(path, key), f"`{str(detail['input'])[:40]}` cannot be an id.", hint
            )
        case "string_too_long":
            hint = f"At most {context.get('max_length')} characters stand here; split or shorten it."
            place = document.place(path, key=detail["loc"][-1:] == ("[key]",))
            return document.diagnostic("too-long", place, f"`{str(name)[:40]}` is too long.", hint)
        case "string_too_short":
            block = document.lines[value.line - 1].rstrip().endswith(("|", ">"))
            hint = "Indent the text below further than its key." if block else "Write the text, or leave the line out."
            return document.diagnostic("wrong-kind", value, f"`{name}` is empty.", hint)
        case _ if kind in _KINDS:
            hint = f"Here stands {_kind_of(detail['input'])}; write {_KINDS[kind]} instead."
            if isinstance(detail["input"], dict) and any(key.startswith("-") for key in detail["input"]):
                hint = "The dash at the beginning of an item needs a space after it."
            return document.diagnostic("wrong-kind", value, f"`{name}` wants {_KINDS[kind]}.", hint)
        case _ if "hint" in context:
            place = document.place(path + tuple(context["at"]), key=bool(context["key"]))
            return document.diagnostic(kind, place, str(context["message"]), str(context["hint"]))
        case _:
            return document.diagnostic(
                "wrong-kind", value, f"`{name}` cannot be read: {detail['msg']}.", "See docs/authoring.md."
            )


def _hint_for_unknown(document: Document, shapes: Shapes, path: Path_, value: object) -> str:
    """What the author of an unknown key probably meant."""
    name, known = str(path[-1]), shapes.keys_at(path[:-1])
    missing = [key for key, must in known.items() if must and not document.holds((*path[:-1], key))]
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


def _slug(detail: ErrorDetails) -> str:
    """The id that was probably meant."""
    joint = _joint(detail)
    return re.sub("[^a-z0-9]+", joint, str(detail["input"]).lower()).strip(joint)[:64].strip(joint) or "the-first-text"


def _with_stand_in(data: Any, detail: ErrorDetails, document: Document, shapes: Shapes) -> Any:
    """The data with what is wrong left out, or replaced where it must be there; what is lost is noted."""
    holder, path = _holder(data, _authored(detail["loc"]), shapes)
    if not path:
        return {}
    document.amiss.add(path[:-1])
    if isinstance(holder, list):
        instead, index = shapes.stand_ins.get(str(path[-2]), STAND_IN), int(path[-1])
        document.lost.update(words(holder[index : index + 1]))
        if isinstance(instead, list):
            holder[:] = instead
        else:
            holder[index : index + 1] = [instead]
    elif isinstance(holder, dict):
        step = str(path[-1])
        value = holder.pop(step, Null())
        document.lost.update((step, *words(value)))
        if detail["loc"][-1] == "[key]" and (slug := _slug(detail)) not in holder:
            holder[slug] = value
            document.rename(path, slug)
        elif shapes.keys_at(path[:-1]).get(step, False):
            holder[step] = shapes.stand_ins.get(step, STAND_IN)
    return data


def _holder(data: Any, path: Path_, shapes: Shapes) -> tuple[Data | None, Path_]:
    """What holds the value at `path`, and that path, cut short where the trouble lies inside shorthand.

    No holder, when what held it is left out already.
    """
    holder = data
    for depth, step in enumerate(path[:-1]):
        inside = holder.get(step) if isinstance(holder, dict) else holder[step] if isinstance(step, int) else None
        if inside is None:
            return None, path
        if isinstance(inside, str):
            return holder, path[: depth + 1]
        holder = inside
    if isinstance(holder, dict) and path and path[-1] not in holder and path[-1] not in shapes.keys_at(path[:-1]):
        return _holder(data, path[:-1], shapes)
    return holder, path
