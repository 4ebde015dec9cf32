"""The rubric as frozen data: components, axes, poles, moves and archetypes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from game.scenario.model import Code, Concept, OptionalText, Short, Text, Truth
from game.scenario.shorthand import read_names, read_whole, refuse

Vector = tuple[int, int, int, int]
COMPONENTS = ("role_held", "relationship_acknowledged", "client_power", "clinical_responsibility")
AXES = ("distinct_roles", "shared_power")
POLES = ("blurred", "walled_off", "paternalism", "abdication")
ROLE, RELATIONSHIP, CLIENT, CLINICAL = range(4)

_SHAPE = ConfigDict(extra="forbid", str_max_length=2000, str_strip_whitespace=True)
_BOUND = re.compile(r"(>=|<=) *(\d{1,3})")

Points = Annotated[int, BeforeValidator(read_whole), Field(ge=-3, le=3)]
Points4 = tuple[Points, Points, Points, Points]
Names = Annotated[tuple[str, ...], BeforeValidator(read_names)]
Pole = Literal["blurred", "walled_off", "paternalism", "abdication"]


@dataclass(frozen=True, slots=True)
class Component:
    """One of the four things that are scored."""

    __pydantic_config__ = _SHAPE

    name: Short
    meaning: Text


@dataclass(frozen=True, slots=True)
class Quadrants:
    """What to call the four corners of an axis's plane, by which of its components are high."""

    __pydantic_config__ = _SHAPE

    both: Short
    first_only: Short
    second_only: Short
    neither: Short


@dataclass(frozen=True, slots=True)
class Axis:
    """A both/and: the geometric mean of two components."""

    __pydantic_config__ = _SHAPE

    name: Short
    components: tuple[str, str]
    quadrants: Quadrants


@dataclass(frozen=True, slots=True)
class PoleName:
    """A way of leaning out of balance."""

    __pydantic_config__ = _SHAPE

    name: Short
    meaning: Text


@dataclass(frozen=True, slots=True)
class Move:
    """A behaviour: points [R, A, C, K], the pole it leans to, the gate it crosses; `did` and `does` tell a player what
    they did, and what that does to the person."""

    __pydantic_config__ = _SHAPE

    vector: Points4
    meaning: Text
    did: Text
    concepts: tuple[Concept, ...] = ()
    pole: Pole | None = None
    gate: Short | None = None
    clinical: Truth = False
    counterfeit_of: Code | None = None
    does: Annotated[OptionalText, Field(exclude=True)] = None


@dataclass(frozen=True, slots=True)
class FrameRule:
    """What a frame does to clinical moves: points for the role, and the most they earn for responsibility."""

    __pydantic_config__ = _SHAPE

    clinical_role: Points
    clinical_responsibility_most: Points


@dataclass(frozen=True, slots=True)
class CapacityRule:
    """What impaired capacity changes: ceilings by component, and moves that are worth something else."""

    __pydantic_config__ = _SHAPE

    ceilings: Mapping[str, Points] = field(default_factory=dict)
    moves: Mapping[str, Points4] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Range:
    """A closed range of a score, 0–100."""

    low: int = 0
    high: int = 100


@dataclass(frozen=True, slots=True)
class Expects:
    """What an archetype must score for a scenario's scores to mean something (domain: known groups)."""

    ranges: Mapping[str, Range]
    pole: str | None = None


def read_expects(value: Any) -> Any:
    """Ranges by component from texts such as `>= 40 <= 85`, and the dominant pole."""
    if not isinstance(value, dict):
        return value
    ranges = {}
    if value.get("pole", POLES[0]) not in POLES:
        refuse("wrong-value", "This is not a pole.", f"Possible here: {', '.join(POLES)}.", "pole")
    for key, text in value.items():
        if key == "pole":
            continue
        found = _BOUND.findall(text) if isinstance(text, str) else []
        if key not in COMPONENTS or not found:
            hint = 'Write a component and a range, such as client_power: ">= 40 <= 85".'
            refuse("wrong-value", f"`{key}` is not an expectation.", hint, key)
        bounds = {sign: int(number) for sign, number in found}
        ranges[key] = {"low": bounds.get(">=", 0), "high": bounds.get("<=", 100)}
    return {"ranges": ranges} | ({"pole": value["pole"]} if "pole" in value else {})


@dataclass(frozen=True, slots=True)
class Archetype:
    """A way of playing that chooses by an ordered preference over moves, never by score."""

    __pydantic_config__ = _SHAPE

    name: Short
    prefers: Names
    avoids: Names = ()
    expects: Annotated[Expects, BeforeValidator(read_expects)] = field(default_factory=lambda: Expects({}))


@dataclass(frozen=True, slots=True)
class Rubric:
    """The whole rubric; `ideas` are what a library must let its players live through, by the numbers that nodes give
    under `concepts`; `fingerprint` stands for its meaning."""

    __pydantic_config__ = _SHAPE

    format: Annotated[int, BeforeValidator(read_whole), Field(ge=1)]
    title: Short
    components: Mapping[str, Component]
    axes: Mapping[str, Axis]
    poles: Mapping[str, PoleName]
    moves: Mapping[Code, Move]
    frames: Mapping[str, FrameRule] = field(default_factory=dict)
    capacity: Mapping[str, CapacityRule] = field(default_factory=dict)
    archetypes: Mapping[Code, Archetype] = field(default_factory=dict)
    ideas: Mapping[Concept, Short] = field(default_factory=dict)
    fingerprint: Annotated[str, Field(exclude=True)] = ""

    @property
    def gate_moves(self) -> frozenset[str]:
        """The moves that cross a hard limit."""
        return frozenset(code for code, move in self.moves.items() if move.gate)
