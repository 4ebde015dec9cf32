"""What stands at the end of every play: what it came to for the other person, what was harm and why, what the scenario
leaves out, and what makes its weaker lines tempting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from game.rubric.gates import GateEvent
from game.rubric.score import Scorecard
from game.scenario.model import Scenario
from game.words import _

_FIRST = re.compile(r".+?[.!?](?=\s|$)", re.S)


@dataclass(frozen=True, slots=True)
class HarmfulTurn:
    """The hard limits crossed in one turn (from 1), told in sentences: what they were, what that does to the person,
    and whether it was mended."""

    turn: int
    told: str


@dataclass(frozen=True, slots=True)
class Closing:
    """All that: `outcome` and `trap` are one sentence each, where the author wrote them; `harms` say what and why, a
    turn each, and `past_mending` says once which of these turns nothing later can mend."""

    outcome: str | None
    harms: tuple[HarmfulTurn, ...]
    past_mending: str | None
    limits: tuple[str, ...]
    trap: str | None


def closing(card: Scorecard, scenario: Scenario) -> Closing:
    """Returns what stands at the end of the play of this card, in the words of this scenario."""
    teaching = scenario.teaching
    return Closing(
        card.ending.outcome if card.ending else None,
        _harms(card.gates),
        _past_mending(card.gates),
        teaching.limits if teaching else (),
        _sentence(teaching.trap) if teaching else None,
    )


def _harms(gates: Sequence[GateEvent]) -> tuple[HarmfulTurn, ...]:
    """Returns the hard limits turn by turn; what a limit does to a person is told the first time only."""
    found, said = list[HarmfulTurn](), set[str]()
    for turn, crossed in groupby(gates, key=lambda gate: gate.turn):
        events = list(crossed)
        told = [_("Turn {turn}: {what}.").format(turn=turn, what="; ".join(gate.what for gate in events))]
        whys = list(dict.fromkeys(gate.why for gate in events if gate.why and gate.why not in said))
        said.update(whys)
        found.append(HarmfulTurn(turn, " ".join([*told, *whys, *_mending(events)])))
    return tuple(found)


def _mending(events: Sequence[GateEvent]) -> list[str]:
    """Returns whether the limits of a turn were mended; nothing where nothing could have mended one of them."""
    if not all(gate.mended or gate.mendable for gate in events):
        return []
    mended = [gate.mended for gate in events if gate.mended]
    if len(mended) < len(events):
        return [_("It was not mended.")]
    return [_("You mended it in turn {turn}.").format(turn=max(mended))]


def _past_mending(gates: Sequence[GateEvent]) -> str | None:
    """Returns which turns nothing later in the play could have mended, said once and as a way on; None without any."""
    turns = list(dict.fromkeys(str(gate.turn) for gate in gates if not (gate.mended or gate.mendable)))
    match turns:
        case []:
            return None
        case [turn]:
            return _(
                "What was done in turn {turn} cannot be mended later, so that is the turn to play another way."
            ).format(turn=turn)
        case [*first, last]:
            return _(
                "What was done in turns {turns} and {last} cannot be mended later, so those are the turns to play "
                "another way."
            ).format(turns=", ".join(first), last=last)
    return None


def _sentence(text: str) -> str:
    found = _FIRST.match(text.strip())
    return found[0] if found else text


def closing_as_text(found: Closing) -> list[str]:
    """Returns what the scene leaves out and what tempts in it, as lines for a terminal. What came of it and what was
    harm stand at the top of a debrief (`game.play.summing_up`)."""
    rows = [_("What this scene leaves out:"), *(f"- {limit}" for limit in found.limits)] if found.limits else []
    rows += [_("What tempts here: {trap}").format(trap=found.trap)] if found.trap else []
    return rows
