"""The rubric as frozen data: components, axes, poles, moves and archetypes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from game.scenario.model import Code, Concept, Names, OptionalText, Short, Text, Truth
from game.scenario.shorthand import read_whole, refuse

FORMAT = 2  # of the rubrics that are written now; format 1 is read with what format 2 adds left at its usual value
Vector = tuple[int, int, int, int]
COMPONENTS = ("role_held", "relationship_acknowledged", "client_power", "clinical_responsibility")
AXES = ("distinct_roles", "shared_power")
POLES = ("blurred", "walled_off", "paternalism", "abdication")
AXIS_POLES = {"distinct_roles": POLES[:2], "shared_power": POLES[2:]}
ROLE, RELATIONSHIP, CLIENT, CLINICAL = range(4)

_SHAPE = ConfigDict(extra="forbid", str_max_length=2000, str_strip_whitespace=True)
_BOUND = re.compile(r"(>=|<=) *(\d{1,3})")

_DECIMAL = re.compile(r"\d{1,3}(\.\d{1,4})?")


def _read_decimal(value: Any) -> Any:
    """A number from its digits, with or without a point."""
    if isinstance(value, str):
        if not _DECIMAL.fullmatch(value.strip()):
            refuse("wrong-number", f"`{value[:40]}` is not a number.", "Write digits, such as 65 or 0.45.")
        return float(value)
    return value


Points = Annotated[int, BeforeValidator(read_whole), Field(ge=-3, le=3)]
Points4 = tuple[Points, Points, Points, Points]
Share = Annotated[float, BeforeValidator(_read_decimal), Field(ge=0, le=100)]
Pole = Literal["blurred", "walled_off", "paternalism", "abdication"]


@dataclass(frozen=True, slots=True)
class Component:
    """One of the four things that are scored."""

    __pydantic_config__ = _SHAPE

    name: Short
    meaning: Text


@dataclass(frozen=True, slots=True)
class Quadrants:
    """What the four corners of an axis's plane say: which of its components are high, and which low."""

    __pydantic_config__ = _SHAPE

    both: Short
    first_only: Short
    second_only: Short
    neither: Short


@dataclass(frozen=True, slots=True)
class Axis:
    """A both/and: the geometric mean of two components; `good` is the name of a play that was good at both."""

    __pydantic_config__ = _SHAPE

    name: Short
    components: tuple[str, str]
    quadrants: Quadrants
    good: Annotated[OptionalText, Field(exclude=True)] = None

    @property
    def earned(self) -> str:
        """The name of a play that was good at both; in a rubric of format 1 that is the corner of both."""
        return self.good or self.quadrants.both


@dataclass(frozen=True, slots=True)
class PoleName:
    """A way of leaning out of balance; `leans` is the name of a play that leans there, and no option that does earns
    more than the `ceilings`, by component, whatever its moves add up to."""

    __pydantic_config__ = _SHAPE

    name: Short
    meaning: Text
    leans: Annotated[OptionalText, Field(exclude=True)] = None
    ceilings: Mapping[str, Points] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Naming:
    """How a play earns its name on an axis. A good one needs both components at `good_from` or more and no gate.

    Else it is named after the pole that was chosen at a rate (of the decisions that offered it) of `lean_from` or
    more, and at `lean_times` the rate of the other; else it leans both ways where both rates are `both_leans_from` or
    more; else it has no clear lean. The name never follows from a low component.
    """

    __pydantic_config__ = _SHAPE

    good_from: Share = 65
    lean_from: Share = 0.45
    lean_times: Share = 1.5
    both_leans_from: Share = 0.35
    withheld_by: Literal["gate"] = "gate"
    both_ways: Annotated[Short, Field(exclude=True)] = "leans both ways"
    no_lean: Annotated[Short, Field(exclude=True)] = "no clear lean"


@dataclass(frozen=True, slots=True)
class Move:
    """A behaviour: points [R, A, C, K], the pole it leans to, the gate it crosses; `did` and `does` tell a player what
    they did, and what that does to the person. The harm of a gate can be mended in the play, or it is not `mendable`;
    feedback that names it holds a word that begins like one of `harm_words`.
    """

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
    mendable: Truth = True
    harm_words: Annotated[Names, Field(exclude=True)] = ()


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
    """The whole rubric. `never_above_partner` says by component how far above Partner's score another way of playing
    may come. `ideas` are what a library must let its players live through, by the numbers that nodes give
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
    naming: Naming = Naming()
    never_above_partner: Mapping[str, Share] = field(default_factory=dict)
    fingerprint: Annotated[str, Field(exclude=True)] = ""

    @property
    def gate_moves(self) -> frozenset[str]:
        """The moves that cross a hard limit."""
        return frozenset(code for code, move in self.moves.items() if move.gate)
