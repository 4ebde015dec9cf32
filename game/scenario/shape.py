"""From plain data to a model, with everything that is wrong with its shape in one run."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from game.diagnostics import Diagnostic
from game.did_you_mean import nearest
from game.scenario.document import Data, Document, Null, Path_, words
from game.scenario.faults import MISSING_KINDS, UNKNOWN_KINDS, authored, diagnostic, slug
from game.scenario.shapes import STAND_IN, Shapes

Model = TypeVar("Model")
MOST_ERRORS = 200


def read_shape(
    adapter: TypeAdapter[Model], document: Document, shapes: Shapes
) -> tuple[Model | None, list[Diagnostic]]:
    """Returns the model and what is wrong with the file's shape.

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
            untold = max(0, error.error_count() - MOST_ERRORS)
        if not problems:
            problems = [diagnostic(document, shapes, detail) for detail in _told_once(found)]
        if untold:
            document.untold = untold
            break
        for detail in found:
            data = _with_stand_in(data, detail, document, shapes)
    return None, problems


def newer_format(document: Document, reads: int) -> Diagnostic | None:
    """Returns the one thing to say about a file that was written for a newer game."""
    data = document.data
    written = data.get("format") if isinstance(data, dict) else None
    if isinstance(written, str) and written.isascii() and written.isdigit() and int(written[:9]) > reads:
        message = f"This file is written in format {written[:9]}; this game reads format {reads}."
        hint = "Update the game, or ask the author for a version in the older format."
        return document.diagnostic("newer-format", document.place(("format",)), message, hint)
    return None


def _told_once(found: list[ErrorDetails]) -> list[ErrorDetails]:
    """Returns the findings without those that only repeat another: a key misspelt is not also missing, a bad id bad
    once."""
    unknown: dict[Path_, list[str]] = {}
    for detail in found:
        if detail["type"] in UNKNOWN_KINDS:
            unknown.setdefault(authored(detail["loc"])[:-1], []).append(str(detail["loc"][-1]))
    missing: dict[Path_, list[str]] = {}
    for detail in found:
        if detail["type"] in MISSING_KINDS:
            missing.setdefault(authored(detail["loc"])[:-1], []).append(str(detail["loc"][-1]))
    bad_keys = {str(d["input"]) for d in found if d["loc"][-1:] == ("[key]",)}

    def repeats(detail: ErrorDetails) -> bool:
        holder, name = authored(detail["loc"])[:-1], str(detail["loc"][-1] if detail["loc"] else "")
        if detail["type"] in MISSING_KINDS:
            misspelt = unknown.get(holder, [])
            return bool(nearest(name, misspelt)) or (len(misspelt) == 1 and len(missing[holder]) == 1)
        return detail["type"] == "string_pattern_mismatch" and name != "[key]" and str(detail["input"]) in bad_keys

    return [detail for detail in found if not repeats(detail)]


def _with_stand_in(data: Any, detail: ErrorDetails, document: Document, shapes: Shapes) -> Any:
    """Returns the data with what is wrong left out, or replaced where it must be there; what is lost is noted."""
    holder, path = _holder(data, authored(detail["loc"]), shapes)
    if not path:
        return {}
    document.amiss.add(path[:-1])
    if isinstance(holder, list):
        instead, index = shapes.stand_ins.get(str(path[-2]), STAND_IN), int(path[-1])
        document.lost.update(words(holder[index : index + 1]))
        if isinstance(instead, list):
            holder[:] = deepcopy(instead)
        else:
            holder[index : index + 1] = [deepcopy(instead)]
    elif isinstance(holder, dict):
        step = str(path[-1])
        value = holder.pop(step, Null())
        document.lost.update((step, *words(value)))
        if detail["loc"][-1] == "[key]" and (meant := slug(detail)) not in holder:
            holder[meant] = value
            document.rename(path, meant)
        elif shapes.keys_at(path[:-1]).get(step, False):
            holder[step] = deepcopy(shapes.stand_ins.get(step, STAND_IN))
    return data


def _holder(data: Any, path: Path_, shapes: Shapes) -> tuple[Data | None, Path_]:
    """Returns what holds the value at `path`, and that path, cut short where the trouble lies inside shorthand.

    No holder, when what held it is left out already.
    """
    holder = data
    for depth, step in enumerate(path[:-1]):
        inside = _inside(holder, step)
        if inside is None:
            return None, path
        if isinstance(inside, str):
            return holder, path[: depth + 1]
        holder = inside
    if isinstance(holder, dict) and path and path[-1] not in holder and path[-1] not in shapes.keys_at(path[:-1]):
        return _holder(data, path[:-1], shapes)
    return holder, path


def _inside(holder: Any, step: str | int) -> Any:
    """Returns what lies one step into `holder`; None where a stand-in took its place."""
    if isinstance(holder, dict):
        return holder.get(step)
    if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        return holder[step]
    return None
