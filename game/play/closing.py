"""What stands at the end of every play: what it came to for the other person, what was harm and why, what the scenario
leaves out, and what makes its weaker lines tempting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.rubric.gates import GateEvent
from game.rubric.score import Scorecard
from game.scenario.model import Scenario
from game.words import _

_FIRST = re.compile(r".+?[.!?](?=\s|$)", re.S)


@dataclass(frozen=True, slots=True)
class Closing:
    """All that: `outcome` and `trap` are one sentence each, where the author wrote them; `harms` say what and why."""

    outcome: str | None
    harms: tuple[str, ...]
    limits: tuple[str, ...]
    trap: str | None


def closing(card: Scorecard, scenario: Scenario) -> Closing:
    """What stands at the end of the play of this card, in the words of this scenario."""
    teaching = scenario.teaching
    return Closing(
        card.ending.outcome if card.ending else None,
        tuple(_harm(gate) for gate in card.gates),
        teaching.limits if teaching else (),
        _sentence(teaching.trap) if teaching else None,
    )


def _harm(gate: GateEvent) -> str:
    """A hard limit in sentences: the turn, what it was, what that does, and whether it was mended."""
    if gate.mended:
        after = _("You mended it in turn {turn}.").format(turn=gate.mended)
    elif gate.mendable:
        after = _("It was not mended.")
    else:
        after = _("Nothing later in a play can mend this.")
    told = _("Turn {turn}: {what}.").format(turn=gate.turn, what=gate.what)
    return " ".join(filter(None, [told, gate.why, after]))


def _sentence(text: str) -> str:
    found = _FIRST.match(text.strip())
    return found[0] if found else text


def closing_as_text(found: Closing) -> list[str]:
    """The closing as lines for a terminal; nothing for what there is not."""
    rows = [_("What it came to: {outcome}").format(outcome=found.outcome)] if found.outcome else []
    rows += [_("Harm. {harm}").format(harm=harm) for harm in found.harms]
    rows += [_("What this scene leaves out: {limit}").format(limit=limit) for limit in found.limits]
    rows += [_("What tempts here: {trap}").format(trap=found.trap)] if found.trap else []
    return rows
