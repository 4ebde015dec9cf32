"""What can be seen of a play, as plain data: a session, a card, a glossary. `twin.mjs` tells the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from game.play.closing import closing
from game.play.glossary import Entry, Group
from game.play.session import LinesInPlace, Session
from game.play.standing import came_out
from game.play.summing_up import summing_up, typed
from game.rubric.archetypes import profiles
from game.rubric.model import AXES, COMPONENTS
from game.rubric.score import Score
from game.rubric.weighed_most import weighed_most
from game.scenario.model import Line
from game.window.charts.trace import Plane, planes

_profiles = cache(profiles)


def tell_session(session: Session, notes: Sequence[str]) -> list[Any]:
    """Returns where a session stands and what it shows; `notes` is what the last act said."""
    feedback = session.feedback() if session.turns else None
    ending = session.ending
    return [
        list(notes),
        session.phase.value,
        session.turns,
        [_scene(scene) for scene in session.scenes()],
        [[o.option.id, o.option.words, o.locked] for o in session.offers()],
        session.own_words,
        feedback and [feedback.option.id, _scene(feedback.reply), list(feedback.did), feedback.text, feedback.instead],
        ending and [ending.kind, ending.title, ending.text, ending.outcome],
        len(session.history),
        [_scene(scene) for scene in session.history[-2:]],
        list(session.reflection),
        [[answer.question, answer.text] for answer in session.answered],
    ]


def tell_card(session: Session) -> list[Any]:
    """Returns everything that a play came to, the planes and the choices that weighed most included."""
    card, exact = session.card(), session.exact
    ended, closed = card.ending, closing(card, session.scenario)
    drawn = planes(card, exact.rubric, exact.extents, _profiles(exact))
    return [
        [card.scenario, card.title, card.complete],
        ended and [ended.id, ended.kind, ended.title, ended.text, ended.outcome],
        [[name, *_scores(card.components[name])] for name in COMPONENTS],
        [[name, *_scores(card.axes[name]), card.axes[name].name, came_out(card, exact.rubric, name)] for name in AXES],
        [[name, count.chosen, count.offered] for name, count in card.poles.items()],
        [[g.turn, g.node, g.option, g.move, g.what, g.why, g.mended, g.mendable] for g in card.gates],
        [[r.id, r.kind, r.what, r.opened, r.repaired] for r in card.ruptures],
        [
            [
                [c.turn, c.node, c.place, c.option, c.say, c.moves, c.vector, c.low, c.high, c.at_stake, c.poles],
                [c.poles_offered, c.gates, c.state.trust, c.state.ease, c.state.voice, c.feedback, c.instead],
                [[thought.who, thought.words] for thought in c.thinks],
                [_spoken(line) for line in c.heard],
            ]
            for c in card.choices
        ],
        [closed.outcome, [[h.turn, h.told] for h in closed.harms], closed.past_mending, closed.limits, closed.trap],
        _summing_up(session),
        [
            [w.turn, w.node, w.chosen, w.better, w.axis, int(w.gain * 1000), w.component]
            for w in weighed_most(exact, session.chosen)
        ],
        [_plane(plane) for plane in drawn],
    ]


def tell_glossary(groups: Sequence[Group]) -> list[Any]:
    """Returns the moves in plain words."""
    return [
        [group.name, [[_entry(pair.helps), [_entry(one) for one in pair.counterfeits]] for pair in group.pairs]]
        for group in groups
    ]


def _summing_up(session: Session) -> list[Any]:
    found = summing_up(session)
    return [
        [found.who, found.outcome, found.past_mending, found.heading, found.none],
        [[one.turn, one.told, one.heard, one.chosen, one.instead] for one in found.crossed],
        [[one.turn, one.heard, one.chosen, one.better, one.why] for one in found.choices],
        [[one.turn, one.told, one.repaired, one.instead] for one in found.breaks],
        [[one.turn, one.words, one.chosen] for one in typed(session)],
    ]


def _scene(scene: LinesInPlace) -> list[Any]:
    return [scene.node, scene.place, scene.frame, [_spoken(line) for line in scene.lines]]


def _spoken(line: Line) -> list[str]:
    return [line.speaker, line.text, line.expression]


def _figure(value: float | None) -> str | None:
    return None if value is None else f"{value:.1f}"


def _scores(reading: Score) -> list[str | None]:
    return [_figure(reading.moment), _figure(reading.path), _figure(reading.chance)]


def _entry(entry: Entry | None) -> list[str | None] | None:
    if entry is None:
        return None
    return [entry.did, entry.does, entry.gate, entry.example.text if entry.example else None]


def _plane(plane: Plane) -> list[Any]:
    return [
        [plane.title, plane.across, plane.up, [plane.both, plane.first_only, plane.second_only, plane.neither]],
        [[_number(x), _number(y)] for x, y in plane.path],
        plane.end and [_figure(part) for part in plane.end],
        plane.chance and [_figure(part) for part in plane.chance],
        [[mark.label, [_figure(mark.x), _figure(mark.y)], mark.corner, mark.means] for mark in plane.marks],
    ]


def _number(value: float) -> str:
    """Returns a number as JavaScript writes it."""
    return json.dumps(value).removesuffix(".0")
