"""A scenario in the making, while it comes out of a Twine story: what the file will say, before it is written."""

from __future__ import annotations

from dataclasses import dataclass

from game.author.twee.header import Header
from game.author.twee.logic import ALWAYS, VariableCondition

Ways = tuple[tuple[VariableCondition, str], ...]


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line: who says it (a cast id, `you`, or nothing for narration) and how."""

    who: str
    how: str
    text: str
    when: VariableCondition = ALWAYS


@dataclass(frozen=True, slots=True)
class DraftOption:
    """An option; `note` is a comment beside it."""

    id: str
    words: str
    speech: bool
    ways: Ways
    line: int = 0
    when: VariableCondition = ALWAYS
    needs: VariableCondition = ALWAYS
    locked: str = ""
    sets: tuple[str, ...] = ()
    client: tuple[tuple[str, int], ...] = ()
    once: bool = False
    opens: str = ""
    repairs: str = ""
    moves: tuple[str, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    reply: tuple[DraftLine, ...] = ()
    feedback: str = ""
    instead: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftEnding:
    """How a node ends."""

    kind: str
    title: str
    text: str
    outcome: str = ""
    mended: str = ""
    unmended: str = ""


@dataclass(frozen=True, slots=True)
class DraftNode:
    """A node, with the passage it came from."""

    id: str
    passage: str
    place: str
    frame: str
    lines: tuple[DraftLine, ...] = ()
    choices: tuple[DraftOption, ...] = ()
    goto: Ways = ()
    ending: DraftEnding | None = None
    line: int = 0
    notes: tuple[tuple[str, str], ...] = ()  # fields of the node as they stand in the file


@dataclass(frozen=True, slots=True)
class DraftScenario:
    """The whole: people by their ids, the client's state by its parts."""

    title: str
    start: str
    cast: dict[str, str]
    client: str
    state: dict[str, int]
    scenes: tuple[DraftNode, ...]
    header: Header
