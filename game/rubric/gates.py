"""The hard limits that a play crossed: each with why it is one, and whether its harm was mended, in which turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.rubric.model import Rubric
from game.scenario.model import Option
from game.story.endings_after_harm import Harms


@dataclass(frozen=True, slots=True)
class GateEvent:
    """A hard limit that was crossed: `what` it is, `why` (what that does to the person), the turn in which its harm was
    mended, and whether anything in this play could have mended it."""

    turn: int
    node: str
    option: str
    move: str
    what: str
    why: str = ""
    mended: int | None = None
    mendable: bool = False


def gate_events(rubric: Rubric, harms: Harms, chosen: Sequence[tuple[str, Option]]) -> tuple[GateEvent, ...]:
    """Returns the limits crossed by these choices (each with its node), in order; mended as the story's own rule has
    it."""
    found: list[GateEvent] = []
    waiting: dict[str, list[int]] = {}  # by rupture, the events that its repair would mend
    mended = set[str]()
    for turn, (node, option) in enumerate(chosen, 1):
        if option.repairs in waiting:
            for index in waiting.pop(option.repairs):
                found[index] = replace(found[index], mended=turn)
            mended.add(option.repairs)
        if (harm := harms.get(option.id)) is None:
            continue
        mendable = harm.rupture is not None and not harm.again & mended
        for move in option.moves:
            if gate := rubric.moves[move].gate:
                if harm.rupture is not None and mendable:
                    waiting.setdefault(harm.rupture, []).append(len(found))
                why = rubric.moves[move].does or ""
                found.append(GateEvent(turn, node, option.id, move, gate, why, mendable=mendable))
    return tuple(found)
