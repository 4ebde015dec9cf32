"""One turn of a play, opened: what was said, what was thought, what you did and why it counted as it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import ChoiceRecord, Scorecard
from game.scenario.model import NARRATION, YOU, ClientState, Line, Scenario
from game.window.charts.strip import Flag, Track
from game.window.input.commands import Command
from game.window.stage.transcript import as_speech
from game.window.toolkit.boxes import Box, Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Space, Text, Widget
from game.words import N_, _, quoted, to_try

PARTS = (
    ("trust", N_("Trust"), "accent", None, "disc"),
    ("ease", N_("Ease"), "warm", (3.0, 2.0), "square"),
    ("voice", N_("Voice"), "text", (0.9, 1.5), "triangle"),
)


def tracks(start: ClientState, choices: Sequence[ChoiceRecord]) -> list[Track]:
    """Returns trust, ease and voice from the beginning through every turn."""
    states = [start, *(record.state for record in choices)]
    return [
        Track(_(name), colour, dash, shape, tuple(getattr(state, part) for state in states))
        for part, name, colour, dash, shape in PARTS
    ]


def flags(card: Scorecard) -> list[Flag]:
    """Returns the turns in which a bond broke or was mended, or a hard limit was crossed."""
    found = [Flag(rupture.opened, "split", "warm") for rupture in card.ruptures]
    found += [Flag(rupture.repaired, "mend", "accent") for rupture in card.ruptures if rupture.repaired]
    found += [Flag(gate.turn, "warning", "warm") for gate in card.gates]
    return found


MOST_NAMED = 70  # characters of a choice where it is only named


@dataclass(frozen=True, slots=True)
class PlayOn(Command):
    """Go back to before the choice of this turn, and play on from there beside this path."""

    turn: int


def opened(
    scenario: Scenario, rubric: Rubric, card: Scorecard, turn: int, own: str | None = None, *, anew: bool = False
) -> Widget:
    """Returns the parts of one turn, counted from 1; `own` is what the player typed before choosing, `anew` whether
    the choice can be made anew."""
    record = card.choices[turn - 1]
    mine = Line(YOU if _spoken(scenario, record) else NARRATION, record.say)
    place = _(record.place.replace("-", " "))
    said: list[Widget] = [
        Text(_("Turn {turn}, {place}").format(turn=turn, place=place), "heading"),
        as_speech(scenario, (*record.heard, mine), 0)[0],
    ]
    if own:
        said.append(Column([Sign("pencil", _("First, in your own words"), "accent", "strong"), Text(quoted(own))], 0.2))
    if anew:
        what_if = _("Choose anew in turn {turn}, in place of {choice} This path stays as it is.")
        choice = quoted(shorten(record.say, MOST_NAMED, placeholder="…"))
        said.append(
            Column(
                [
                    Sign("fork", _("What if?"), "accent", "strong"),
                    Text(what_if.format(turn=turn, choice=choice)),
                    Flow(
                        [
                            Button(
                                _("Play on from turn {turn}").format(turn=turn),
                                PlayOn(turn),
                                sign="fork",
                                key="play-on",
                            )
                        ]
                    ),
                ],
                0.35,
            )
        )
    why: list[Widget] = []
    for name, thoughts in groupby(record.thinks, key=lambda thought: thought.who):
        told = Sign("thought", _("{name} thought, and did not say").format(name=name), "warm", "strong")
        why.append(Box([told, *(Text(thought.words, "aside") for thought in thoughts)], bar="warm"))
    why.append(Column([Text(_("What you did"), "strong", "accent"), *_moves(rubric, record)], 0.2))
    if record.feedback:
        why.append(Column([Text(_("What came of it"), "strong", "accent"), Text(record.feedback)], 0.2))
    if record.instead:
        why.append(
            Column([Sign("pencil", _("Something else to try"), "accent", "strong"), Text(to_try(record.instead))], 0.2)
        )
    state = record.state
    why.append(
        Text(
            _("Afterwards: trust {trust}, ease {ease}, voice {voice}.").format(
                trust=state.trust, ease=state.ease, voice=state.voice
            ),
            colour="muted",
        )
    )
    return Box(
        [Row([Column(said, 0.5), Column(why, 0.8)], (1, 1), gap=1.6, least=17)],
        fill="choice",
        edge="choice_edge",
        pad=1.0,
    )


def _spoken(scenario: Scenario, record: ChoiceRecord) -> bool:
    """Returns True when the option was said, not done."""
    options = scenario.nodes[record.node].options or ()
    return any(option.id == record.option and option.say for option in options)


def _moves(rubric: Rubric, record: ChoiceRecord) -> list[Widget]:
    """Returns what was done, and what it counted for."""
    parts: list[Widget] = [Text(rubric.moves[code].did) for code in record.moves if code in rubric.moves]
    worth = [
        f"{rubric.components[name].name.lower()} {_signed(points)}"
        for name, points, staked in zip(COMPONENTS, record.vector, record.at_stake, strict=True)
        if staked
    ]
    if worth:
        parts.append(Text(_("At stake here: {parts}.").format(parts=", ".join(worth)), colour="muted"))
    parts += [
        Sign(
            "note",
            _("Leans towards {pole}. {meaning}").format(
                pole=rubric.poles[pole].name.lower(), meaning=rubric.poles[pole].meaning
            ),
            "warm",
        )
        for pole in record.poles
    ]
    parts += [
        Sign("warning", _("A hard limit: {gate}.").format(gate=rubric.moves[code].gate), "warm")
        for code in record.gates
    ]
    return parts or [Space(0.1)]


def _signed(points: int) -> str:
    """Returns the points with a true sign, as the font has it."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
