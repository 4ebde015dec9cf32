"""A scenario as frozen data: what an author wrote, checked for shape and nothing else.

The same classes are what pydantic validates against, so a field's limits stand beside it. Authored
shorthand (`dana (bright): Hello`, `goto: next`, `{ease: ">= 3"}`) is read by the functions in
`game.scenario.shorthand`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from game.scenario.shorthand import (
    THINKS,
    read_branches,
    read_condition,
    read_empty,
    read_line,
    read_names,
    read_truth,
    read_whole,
)

FORMAT = 1
YOU = "you"
NARRATION = "narration"


class Frame(StrEnum):
    """Whose rules the present setting calls for."""

    THERAPEUTIC = "therapeutic"
    SOCIAL = "social"
    WORKPLACE = "workplace"
    SCHOOL = "school"


class Capacity(StrEnum):
    """Whether both parties can decide now; presumed full."""

    FULL = "full"
    IMPAIRED = "impaired"


class Expression(StrEnum):
    """What a face shows; `thinks` marks a private thought that play never shows."""

    NEUTRAL = "neutral"
    WARM = "warm"
    BRIGHT = "bright"
    AMUSED = "amused"
    RELIEVED = "relieved"
    WORRIED = "worried"
    HURT = "hurt"
    GUARDED = "guarded"
    PAINED = "pained"
    THOUGHTFUL = "thoughtful"
    THINKS = THINKS


class EndingKind(StrEnum):
    """How a conversation came out, for the people in it."""

    BEST = "best"
    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"


class RuptureKind(StrEnum):
    """How a client shows a break in the bond: by going quiet or by going against you (Eubanks)."""

    WITHDRAWAL = "withdrawal"
    CONFRONTATION = "confrontation"


_SHAPE = ConfigDict(extra="forbid", str_max_length=4000, str_strip_whitespace=True)

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Short = Annotated[str, Field(min_length=1, max_length=160)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=64)]
Level = Annotated[int, BeforeValidator(read_whole), Field(ge=0, le=10)]
Delta = Annotated[int, BeforeValidator(read_whole), Field(ge=-3, le=3)]
Truth = Annotated[bool, BeforeValidator(read_truth)]
Concept = Annotated[int, BeforeValidator(read_whole), Field(ge=1, le=27)]
OptionalText = Annotated[Text | None, BeforeValidator(read_empty)]


@dataclass(frozen=True, slots=True)
class Bound:
    """A closed range that one part of the client state must lie in."""

    part: str
    low: int = 0
    high: int = 10


@dataclass(frozen=True, slots=True)
class Condition:
    """What an option or line needs: facts that have happened, facts that have not, client state."""

    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()


When = Annotated[Condition | None, BeforeValidator(read_condition)]


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance or stage direction; the speaker is a cast id, `you` or `narration`."""

    __pydantic_config__ = _SHAPE

    speaker: str
    text: Text
    expression: Expression = Expression.NEUTRAL
    when: When = None

    @property
    def private(self) -> bool:
        """True for a thought: kept for the debrief, never shown in play."""
        return self.expression is Expression.THINKS


Lines = tuple[Annotated[Line, BeforeValidator(read_line)], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One way on: the node to go to, and when."""

    __pydantic_config__ = _SHAPE

    to: Id
    when: When = None


Goto = Annotated[tuple[Branch, ...], BeforeValidator(read_branches)]


@dataclass(frozen=True, slots=True)
class ClientState:
    """Trust (bond), ease (awkwardness gone) and voice (says what they feel), 0–10 each."""

    __pydantic_config__ = _SHAPE

    trust: Level
    ease: Level
    voice: Level


@dataclass(frozen=True, slots=True)
class StateChange:
    """What a choice does to the client state, −3…+3 each; the state itself clamps to 0–10."""

    __pydantic_config__ = _SHAPE

    trust: Delta = 0
    ease: Delta = 0
    voice: Delta = 0


@dataclass(frozen=True, slots=True)
class Option:
    """What is authored and offered: words or an act, the moves it makes, and what follows."""

    __pydantic_config__ = _SHAPE

    id: Id
    goto: Goto
    say: OptionalText = None
    do: OptionalText = None
    moves: Annotated[tuple[str, ...], BeforeValidator(read_names)] = ()
    client: StateChange = StateChange()
    sets: Annotated[tuple[Id, ...], BeforeValidator(read_names)] = ()
    opens: Id | None = None
    repairs: Id | None = None
    when: When = None
    needs: When = None
    locked: OptionalText = None
    once: Truth = False
    reply: Lines = ()
    feedback: OptionalText = None
    instead: OptionalText = None

    @property
    def words(self) -> str:
        """What a player reads: speech in quotes, an act as it stands."""
        return f"“{self.say}”" if self.say else (self.do or "")


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a conversation comes to rest."""

    __pydantic_config__ = _SHAPE

    kind: EndingKind
    title: Short
    text: Text


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of dialogue that ends in options, a jump or an ending (exactly one of them)."""

    __pydantic_config__ = _SHAPE

    place: Id
    frame: Frame
    lines: Lines = ()
    options: tuple[Option, ...] | None = None
    goto: Goto = ()
    ending: Ending | None = None
    capacity: Capacity = Capacity.FULL
    concepts: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the cast."""

    __pydantic_config__ = _SHAPE

    name: Short
    pronouns: Short
    relation: Short
    portrait: Id | None = None


@dataclass(frozen=True, slots=True)
class Rupture:
    """A break in the bond that an option may open and another repair."""

    __pydantic_config__ = _SHAPE

    kind: RuptureKind
    what: Text


@dataclass(frozen=True, slots=True)
class Scenario:
    """One YAML file: cast, nodes, endings. `id` is the file's name, `fingerprint` its meaning."""

    __pydantic_config__ = _SHAPE

    format: Annotated[int, BeforeValidator(read_whole), Field(ge=1)]
    title: Short
    summary: Text
    briefing: Text
    question: Text
    cast: Mapping[Id, Person]
    client: str
    client_state: ClientState
    start: str
    nodes: Mapping[Id, Node]
    concepts: tuple[Concept, ...] = ()
    content_notes: tuple[Text, ...] = ()
    minutes: Annotated[int, BeforeValidator(read_whole), Field(ge=1, le=240)] = 10
    ruptures: Mapping[Id, Rupture] = field(default_factory=dict)
    discussion: tuple[Text, ...] = ()
    reflection: tuple[Text, ...] = ()
    id: Annotated[str, Field(exclude=True)] = ""
    fingerprint: Annotated[str, Field(exclude=True)] = ""

    def name_of(self, speaker: str) -> str:
        """The name to show for a speaker: a cast name, `You`, or nothing for narration."""
        if speaker in self.cast:
            return self.cast[speaker].name
        return "You" if speaker == YOU else ""


def repaired(rupture: str) -> str:
    """The fact that says a rupture has been repaired."""
    return f"{rupture}-repaired"
