"""The rubric from its file, validated like a scenario."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from game.diagnostics import Diagnostic, as_report, in_order
from game.did_you_mean import did_you_mean, nearest
from game.errors import ScenarioError
from game.rubric.model import (
    AXES,
    COMPONENTS,
    FORMAT,
    POLES,
    Archetype,
    Axis,
    CapacityRule,
    Component,
    FrameRule,
    Move,
    Naming,
    PoleName,
    Quadrants,
    Rubric,
)
from game.scenario.document import Document, Path_
from game.scenario.model import Capacity, Frame
from game.scenario.shape import newer_format, read_shape
from game.scenario.shapes import STAND_IN, Shapes
from game.scenario.source import read_file, read_text

_SHAPES = Shapes(
    {
        (): Rubric,
        ("components", "*"): Component,
        ("axes", "*"): Axis,
        ("axes", "*", "quadrants"): Quadrants,
        ("poles", "*"): PoleName,
        ("frames", "*"): FrameRule,
        ("capacity", "*"): CapacityRule,
        ("moves", "*"): Move,
        ("archetypes", "*"): Archetype,
        ("naming",): Naming,
    },
    {
        "format": "2",
        "components": {},
        "axes": {},
        "poles": {},
        "moves": {},
        "prefers": [],
        "vector": ["0", "0", "0", "0"],
        "concepts": "1",
        "clinical_role": "0",
        "clinical_responsibility_most": "0",
        "quadrants": dict.fromkeys(("both", "first_only", "second_only", "neither"), STAND_IN),
    },
)


@cache
def _adapter() -> TypeAdapter[Rubric]:
    import game.rubric.fields  # noqa: F401 (gives the model's fields their limits)

    return TypeAdapter(Rubric)


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """What came of reading a rubric: the rubric when it can be used, and every problem found."""

    rubric: Rubric | None
    diagnostics: tuple[Diagnostic, ...]


def load_file(path: Path) -> LoadedRubric:
    """Returns the rubric at `path`; nothing is raised."""
    return _load(read_file(path))


def load_text(text: str, name: str = "rubric.yaml") -> LoadedRubric:
    """Returns the rubric in `text`; nothing is raised."""
    return _load(read_text(text, name))


def usable(loaded: LoadedRubric) -> Rubric:
    """Returns the rubric, or a ScenarioError that carries everything that is wrong with it."""
    if loaded.rubric is None:
        raise ScenarioError(f"The rubric cannot be used.\n\n{as_report(loaded.diagnostics)}", loaded.diagnostics)
    return loaded.rubric


def _load(document: Document) -> LoadedRubric:
    if document.data is None:
        return LoadedRubric(None, tuple(document.problems))
    if newer := newer_format(document, FORMAT):
        return LoadedRubric(None, (newer,))
    shaped = read_shape(_adapter(), document, _SHAPES)
    rubric, shape = shaped
    structure = list(_checks(rubric, document)) if rubric else []
    found = tuple(in_order([*document.problems, *shape, *structure]))
    if rubric is None or found:
        return LoadedRubric(None, found)
    meaning = _adapter().dump_json(rubric, exclude_defaults=True)
    fingerprint = hashlib.sha256(meaning).hexdigest()[:16]
    return LoadedRubric(dataclasses.replace(rubric, fingerprint=fingerprint), found)


def _checks(rubric: Rubric, document: Document) -> Iterator[Diagnostic]:
    """Names that must be known, and names that must be there."""
    known = set(rubric.moves)
    yield from _exactly(document, "components", "component", rubric.components, COMPONENTS)
    yield from _exactly(document, "axes", "axis", rubric.axes, AXES)
    yield from _exactly(document, "poles", "pole", rubric.poles, POLES)
    yield from _known(document, ("frames",), rubric.frames, {f.value for f in Frame}, "unknown-key", "frame")
    yield from _known(document, ("capacity",), rubric.capacity, {c.value for c in Capacity}, "unknown-key", "capacity")
    for name, axis in rubric.axes.items():
        path: Path_ = ("axes", name, "components")
        yield from _known(document, path, axis.components, set(COMPONENTS), "unknown-component", "component")
    for name, pole in rubric.poles.items():
        path = ("poles", name, "ceilings")
        yield from _known(document, path, pole.ceilings, set(COMPONENTS), "unknown-component", "component")
    path = ("never_above_partner",)
    yield from _known(document, path, rubric.never_above_partner, set(COMPONENTS), "unknown-component", "component")
    for name, rule in rubric.capacity.items():
        path = ("capacity", name)
        yield from _known(document, (*path, "moves"), rule.moves, known, "unknown-move", "move")
        yield from _known(
            document, (*path, "ceilings"), rule.ceilings, set(COMPONENTS), "unknown-component", "component"
        )
    for name, move in rubric.moves.items():
        if move.counterfeit_of is not None and move.counterfeit_of not in known | document.lost:
            place = document.place(("moves", name, "counterfeit_of"))
            message = f"`{move.counterfeit_of}` is not a move."
            yield document.diagnostic("unknown-move", place, message, did_you_mean(move.counterfeit_of, known))
    for name, archetype in rubric.archetypes.items():
        path = ("archetypes", name)
        yield from _known(document, (*path, "prefers"), archetype.prefers, known, "unknown-move", "move")
        yield from _known(
            document, (*path, "avoids"), archetype.avoids, known | set(POLES), "unknown-move", "move or pole"
        )


def _exactly(
    document: Document, key: str, kind: str, found: Iterable[str], wanted: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Finds each name too many and too few; a misspelt one is not also missing."""
    found = list(found)
    yield from _known(document, (key,), found, set(wanted), "unknown-key", kind)
    for name in wanted:
        if name not in {*found, *document.lost} and not nearest(name, set(found) - set(wanted)):
            place = document.place((key,), key=True)
            yield document.diagnostic("missing-key", place, f"`{key}` has no `{name}`.", f"Add `{name}:` here.")


def _known(
    document: Document, path: Path_, names: Iterable[str], known: set[str], code: str, kind: str
) -> Iterator[Diagnostic]:
    """Finds each name that is not known; a list's items are placed by index, a mapping's by key."""
    listed = isinstance(names, tuple)
    for index, name in enumerate(names):
        if name not in {STAND_IN, *known, *document.lost}:
            place = document.place((*path, index if listed else name), key=not listed)
            yield document.diagnostic(code, place, f"`{name}` is not a {kind}.", did_you_mean(name, known))
