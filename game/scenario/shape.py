"""From plain data to a model: pydantic's findings as Diagnostics at the right place, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from game.diagnostics import Diagnostic, did_you_mean
from game.scenario.source import Data, Document, Path_

Model = TypeVar("Model")
STAND_IN = "stand-in"
MOST_ERRORS = 200

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
                return {f.name: f.default is MISSING and f.default_factory is MISSING for f in fields(shape)}
        return {}


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
        if not problems:
            problems = [_diagnostic(document, shapes, detail) for detail in found]
        for detail in found:
            data = _with_stand_in(data, _authored(detail["loc"]), shapes)
    return None, problems


def _authored(loc: tuple[int | str, ...]) -> Path_:
    return tuple(step for step in loc if step != "[key]")


def _diagnostic(document: Document, shapes: Shapes, detail: ErrorDetails) -> Diagnostic:
    path, kind, context = _authored(detail["loc"]), detail["type"], detail.get("ctx", {})
    name = path[-1] if path else "the file"
    value = document.place(path)
    match kind:
        case "missing" | "missing_argument":
            place = document.place(path[:-1], key=True)
            where = f"`{path[-2]}`" if len(path) > 1 and isinstance(path[-2], str) else "This part"
            message = f"{where if len(path) > 1 else 'The file'} has no `{name}`."
            return document.diagnostic("missing-key", place, message, f"Add a line `{name}: …` here.")
        case "unexpected_keyword_argument" | "extra_forbidden":
            hint = did_you_mean(
                str(name), (k for k in shapes.keys_at(path[:-1]) if k not in ("id", "fingerprint") or path[:-1])
            )
            return document.diagnostic(
                "unknown-key", document.place(path, key=True), f"`{name}` is not known here.", hint
            )
        case "enum":
            known = [w.strip("' ") for w in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
            hint = did_you_mean(str(detail["input"]), known)
            shown = str(detail["input"])[:40]
            return document.diagnostic("wrong-value", value, f"`{shown}` is not a possible {name}.", hint)
        case "greater_than_equal" | "less_than_equal":
            limit = context.get("ge", context.get("le"))
            word = "smaller" if kind == "greater_than_equal" else "larger"
            hint = f"`{name}` may not be {word} than {limit}."
            return document.diagnostic("wrong-number", value, f"`{detail['input']}` is out of range.", hint)
        case "string_pattern_mismatch":
            hint = "Use small letters, digits and single hyphens, such as the-first-text."
            key = detail["loc"][-1:] == ("[key]",)
            return document.diagnostic(
                "bad-id", document.place(path, key), f"`{str(detail['input'])[:40]}` cannot be an id.", hint
            )
        case "string_too_long":
            hint = f"At most {context.get('max_length')} characters stand here; split or shorten it."
            return document.diagnostic("too-long", value, f"`{name}` is too long.", hint)
        case "string_too_short":
            return document.diagnostic(
                "wrong-kind", value, f"`{name}` is empty.", "Write the text, or leave the line out."
            )
        case _ if kind in _KINDS:
            hint = f"Here stands {_kind_of(detail['input'])}; write {_KINDS[kind]} instead."
            return document.diagnostic("wrong-kind", value, f"`{name}` wants {_KINDS[kind]}.", hint)
        case _ if "hint" in context:
            at = tuple(context.get("at", ()))
            return document.diagnostic(kind, document.place(path + at), str(context["message"]), str(context["hint"]))
        case _:
            return document.diagnostic(
                "wrong-kind", value, f"`{name}` cannot be read: {detail['msg']}.", "See docs/authoring.md."
            )


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


def _with_stand_in(data: Any, path: Path_, shapes: Shapes) -> Any:
    """The data with what lies at `path` left out, or replaced where it must be there."""
    if not path:
        return {}
    holder: Any = data
    step = path[-1]
    for up, inner in enumerate(path[:-1]):
        if (isinstance(holder, dict) and inner in holder) or (isinstance(holder, list) and isinstance(inner, int)):
            if not isinstance(holder[inner], dict | list):  # shorthand: what is wrong lies inside a text
                return _with_stand_in(data, path[: up + 1], shapes)
            holder = holder[inner]
        else:
            return data  # left out already, with what held it
    place: Any = holder
    if isinstance(step, int):
        place[step] = shapes.stand_ins.get(str(path[-2]) if len(path) > 1 else "", STAND_IN)
    elif step in holder and not shapes.keys_at(path[:-1]).get(step, False):
        del place[step]
    else:
        place[step] = shapes.stand_ins.get(step, STAND_IN)
    return data
