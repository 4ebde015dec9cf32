"""The rubric as frozen data: components, axes, poles, moves and archetypes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from game.records import record

if TYPE_CHECKING:  # only reading a file needs what pydantic checks: `game.rubric.fields` binds these names here then
    from pydantic import ConfigDict

    from game.rubric.fields import (
        Code,
        Concept,
        Expected,
        Format,
        Names,
        Points,
        Points4,
        Pole,
        Share,
        Short,
        Text,
        Truth,
        Unwritten,
        UnwrittenNames,
        UnwrittenShort,
        UnwrittenText,
    )

FORMAT = 2  # of the rubrics that are written now; format 1 is read with what format 2 adds left at its usual value
Vector = tuple[int, int, int, int]
COMPONENTS = ("role_held", "relationship_acknowledged", "client_power", "clinical_responsibility")
AXES = ("distinct_roles", "shared_power")
POLES = ("blurred", "walled_off", "paternalism", "abdication")
AXIS_POLES = {"distinct_roles": POLES[:2], "shared_power": POLES[2:]}
ROLE, RELATIONSHIP, CLIENT, CLINICAL = range(4)

_SHAPE: ConfigDict = {"extra": "forbid", "str_max_length": 2000, "str_strip_whitespace": True}


@record(frozen=True, slots=True)
class Component:
    """One of the four things that are scored."""

    __pydantic_config__ = _SHAPE

    name: Short
    meaning: Text


@record(frozen=True, slots=True)
class Quadrants:
    """What the four corners of an axis's plane say: which of its components are high, and which low."""

    __pydantic_config__ = _SHAPE

    both: Short
    first_only: Short
    second_only: Short
    neither: Short


@record(frozen=True, slots=True)
class Axis:
    """A both/and: the geometric mean of two components; `good` is the name of a play that was good at both."""

    __pydantic_config__ = _SHAPE

    name: Short
    components: tuple[str, str]
    quadrants: Quadrants
    good: UnwrittenText = None

    @property
    def earned(self) -> str:
        """Returns the name of a play that was good at both; in a rubric of format 1 that is the corner of both."""
        return self.good or self.quadrants.both


@record(frozen=True, slots=True)
class PoleName:
    """A way of leaning out of balance; `leans` is the name of a play that leans there, and no option that does earns
    more than the `ceilings`, by component, whatever its moves add up to."""

    __pydantic_config__ = _SHAPE

    name: Short
    meaning: Text
    leans: UnwrittenText = None
    ceilings: Mapping[str, Points] = field(default_factory=dict)


@record(frozen=True, slots=True)
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
    both_ways: UnwrittenShort = "leans both ways"
    no_lean: UnwrittenShort = "no clear lean"


@record(frozen=True, slots=True)
class Move:
    """A behaviour: points [R, A, C, K], the pole it leans to, the gate it crosses; `did` and `does` tell a player what
    they did, and what that does to the person. `name` is the code in words where the file has none. The harm of a gate
    can be mended in the play, or it is not `mendable`; feedback that names it holds a word that begins like one of
    `harm_words`.
    """

    __pydantic_config__ = _SHAPE

    vector: Points4
    meaning: Text
    did: Text
    name: UnwrittenText = None
    concepts: tuple[Concept, ...] = ()
    pole: Pole | None = None
    gate: Short | None = None
    clinical: Truth = False
    counterfeit_of: Code | None = None
    does: UnwrittenText = None
    mendable: Truth = True
    harm_words: UnwrittenNames = ()


@record(frozen=True, slots=True)
class FrameRule:
    """What a frame does to clinical moves: points for the role, and the most they earn for responsibility."""

    __pydantic_config__ = _SHAPE

    clinical_role: Points
    clinical_responsibility_most: Points


@record(frozen=True, slots=True)
class CapacityRule:
    """What impaired capacity changes: ceilings by component, and moves that are worth something else."""

    __pydantic_config__ = _SHAPE

    ceilings: Mapping[str, Points] = field(default_factory=dict)
    moves: Mapping[str, Points4] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Range:
    """A closed range of a score, 0–100."""

    low: int = 0
    high: int = 100


@record(frozen=True, slots=True)
class Expects:
    """What an archetype must score for a scenario's scores to mean something (domain: known groups)."""

    ranges: Mapping[str, Range]
    pole: str | None = None


@record(frozen=True, slots=True)
class Archetype:
    """A way of playing that chooses by an ordered preference over moves, never by score; `means` tells a player in a
    sentence what it does."""

    __pydantic_config__ = _SHAPE

    name: Short
    prefers: Names
    avoids: Names = ()
    expects: Expected = field(default_factory=lambda: Expects({}))
    means: UnwrittenText = None


@record(frozen=True, slots=True)
class Rubric:
    """The whole rubric. `never_above_partner` says by component how far above Partner's score another way of playing
    may come. `ideas` are what a library must let its players live through, by the numbers that nodes give
    under `concepts`; `fingerprint` stands for its meaning."""

    __pydantic_config__ = _SHAPE

    format: Format
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
    fingerprint: Unwritten = ""

    @property
    def gate_moves(self) -> frozenset[str]:
        """Returns the moves that cross a hard limit."""
        return frozenset(code for code, move in self.moves.items() if move.gate)
