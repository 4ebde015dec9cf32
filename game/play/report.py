"""A Scorecard as text and as plain data: what `score`, the terminal and the docs print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.play.standing import came_out
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import ChoiceRecord, EndingReached, Score, Scorecard
from game.rubric.translate import in_words
from game.words import N_, _

TURNS = N_(
    "Under each choice: what you did, its points, what somebody thought and did not say, and how your client felt "
    "then: trust in you, ease with the situation, and voice to say what they feel."
)


def as_data(card: Scorecard) -> dict[str, Any]:
    """Returns the card as plain data for JSON; the shape of `score --format json`."""
    return {
        "scenario": card.scenario,
        "title": card.title,
        "complete": card.complete,
        "ending": _ending(card.ending) if card.ending else None,
        "components": {name: _reading(r) for name, r in card.components.items()},
        "axes": {name: {**_reading(r), "name": r.name} for name, r in card.axes.items()},
        "poles": {name: {"chosen": p.chosen, "offered": p.offered} for name, p in card.poles.items()},
        "gates": [
            {
                "turn": g.turn,
                "node": g.node,
                "option": g.option,
                "move": g.move,
                "what": g.what,
                "why": g.why,
                "mended": g.mended,
                "mendable": g.mendable,
            }
            for g in card.gates
        ],
        "ruptures": [
            {"id": r.id, "kind": r.kind.value, "what": r.what, "opened": r.opened, "repaired": r.repaired}
            for r in card.ruptures
        ],
        "choices": [_choice(c) for c in card.choices],
        **({"estimated": {"plays": card.estimate.plays, "points": card.estimate.points}} if card.estimate else {}),
    }


def _ending(ending: EndingReached) -> dict[str, str | None]:
    return {"id": ending.id, "kind": ending.kind, "title": ending.title, "outcome": ending.outcome}


def _reading(reading: Score) -> dict[str, float | None]:
    return {"moment": reading.moment, "path": reading.path, "chance": reading.chance}


def _choice(choice: ChoiceRecord) -> dict[str, Any]:
    return {
        "turn": choice.turn,
        "node": choice.node,
        "option": choice.option,
        "say": choice.say,
        "moves": list(choice.moves),
        "vector": list(choice.vector),
        "low": list(choice.low),
        "high": list(choice.high),
        "at_stake": list(choice.at_stake),
        "poles": list(choice.poles),
        "gates": list(choice.gates),
        "state": {"trust": choice.state.trust, "ease": choice.state.ease, "voice": choice.state.voice},
        "thinks": [thought.words for thought in choice.thinks],
    }


def as_text(card: Scorecard, rubric: Rubric, worded: Mapping[int, str] | None = None, *, moments: bool = False) -> str:
    """Returns the card as a person reads it, line by line, with the choices behind each figure.

    `worded` is what the player typed in words of their own, by turn. With `moments`, the second reading stands beside
    each score: how much was taken of what the decisions met had to give.
    """
    rows = [_("SCORECARD: {title}").format(title=card.title)]
    if card.ending:
        rows.append(_("Ending: {title} ({kind})").format(title=card.ending.title, kind=_(card.ending.kind)))
    else:
        rows.append(_("This play is not finished, so it has no path scores yet."))
    rows += ["", _("Scores go from 0 to 100. Chance is what a player who picks at random can expect here.")]
    rows += [card.estimate.in_words()] if card.estimate else []
    for name, axis in rubric.axes.items():
        reading = card.axes[name]
        earned = f": {reading.name}" if reading.name else ""
        together = _("both together: {figures}").format(figures=_figures(reading, moments))
        rows += ["", f"{axis.name}{earned}", f"  {together}"]
        rows += [f"  {rubric.components[c].name}: {_figures(card.components[c], moments)}" for c in axis.components]
        rows += ["  " + came_out(card, rubric, name)] if reading.path is not None else []
    rows += ["", _("Ways out of balance (how often you chose it, of the decisions that offered it; what it means):")]
    rows += [
        "  "
        + _("{name}: {chosen} of {offered}. {meaning}").format(
            name=rubric.poles[p].name, chosen=count.chosen, offered=count.offered, meaning=rubric.poles[p].meaning
        )
        for p, count in card.poles.items()
    ]
    rows += ["", _("Turn by turn:"), _(TURNS)]
    for choice in card.choices:
        rows += _turn(choice, rubric, (worded or {}).get(choice.turn))
    return "\n".join(rows)


def _figures(reading: Score, moments: bool) -> str:
    if reading.moment is None:
        return _("no score, since nothing on this way put it to the test")
    path, moment, chance = number(reading.path), number(reading.moment), number(reading.chance)
    if moments:
        told = _("{path} (at the decisions met {moment}, chance {chance})")
        return told.format(path=path, moment=moment, chance=chance)
    return _("{path} (chance {chance})").format(path=path, chance=chance)


def number(value: float | None) -> str:
    """Returns a score as a reader sees it, in whole points."""
    return _("no score") if value is None else f"{value:.0f}"


def _turn(choice: ChoiceRecord, rubric: Rubric, own: str | None) -> list[str]:
    points = ", ".join(
        f"{rubric.components[name].name.lower()} {value:+d}"
        for name, value in zip(COMPONENTS, choice.vector, strict=True)
    )
    moves = ", ".join(rubric.moves[move].name or in_words(move) for move in choice.moves)
    done = " ".join(rubric.moves[move].did for move in choice.moves) or _("No move.")
    state = choice.state
    return [
        f"  {choice.turn}. {choice.say}",
        *(["     " + _("in your own words: {text}").format(text=" ".join(own.split()))] if own else []),
        f"     {done}",
        "     " + _("points: {points}; moves: {moves}").format(points=points, moves=moves or _("none")),
        *("     " + _("{name}, privately: {words}").format(name=one.who, words=one.words) for one in choice.thinks),
        "     "
        + _("then: trust {trust}, ease {ease}, voice {voice} (of 10)").format(
            trust=state.trust, ease=state.ease, voice=state.voice
        ),
    ]
