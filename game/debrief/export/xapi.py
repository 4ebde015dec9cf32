"""Plays as xAPI statements: what began, each choice with both axes, how far it came, the scores, and the end.

The same journal always gives the same statements with the same ids (UUIDv5 of session and sequence), so that
sending them twice adds nothing. Of a play that goes on from an earlier one only what is new is told, with the
registration of the earlier one and the turn. An actor is an account whose name is the play's pseudonymous `actor`,
called by pseudonym or, where names were asked for, by name. No class code leaves, typed answers only when asked for,
and a crossed hard limit is not told apart from other choices.

A sitting that ends before an ending is told too: `suspended` where the player left, `terminated` where the journal
stops without a word (a closed window, an empty battery, or a play that was still going on).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import JsonValue

from game.debrief.export.questions import DECISION, Questions
from game.debrief.export.shared_parts import HOME, SharedParts, VerbName, as_json, extensions, iri, verb
from game.debrief.export.statement import (
    Account,
    Activity,
    Agent,
    ContextActivities,
    Definition,
    Statement,
    StatementContext,
    StatementResult,
    StatementScore,
    stamp,
)
from game.debrief.figures.model import ScoredPlay
from game.play.events import Abandoned, Begun, Chosen, Event, Finished, Reflected, Resumed, Worded
from game.rubric.model import Rubric
from game.rubric.score import AxisReading, ChoiceRecord, Score, Scorecard

_NAMESPACE = uuid5(NAMESPACE_URL, f"{HOME}/statements")
_TYPES = "http://adlnet.gov/expapi/activities/"
_PROFILE = Activity(id=f"{HOME}/xapi/profile/1", definition=Definition(type=f"{_TYPES}profile"))

_OPEN = Definition(type=DECISION, interactionType="long-fill-in")

LONGEST_PAUSE = timedelta(minutes=15)  # a lid that was closed overnight is no time played


def statements(
    play: ScoredPlay,
    rubric: Rubric,
    questions: Questions | None = None,
    *,
    answers: bool = False,
    shared: SharedParts | None = None,
) -> Iterator[str]:
    """Returns the statements of a play in the order of its events, each as a line of JSON: its parts are checked when
    they are made, and the first as a whole.

    A play that today's scenario cannot score (`card` is None) keeps its statements and loses its figures; the context
    of each says so under `scored`: `anew`, `as given` (its player was shown a card, which is not in here), or `no`.

    questions: what the scenario asks, in words; None leaves questions without them
    answers: tells what was typed into open questions too
    shared: what the plays of this scenario share, where there are many; in place of the questions
    """
    writer = _Writer(play, shared or SharedParts(play.scenario, rubric, questions))
    records = iter(play.card.choices if play.card else ())
    turn, copied = 0, play.journal.copied
    before: Event | None = None  # where a sitting stopped, if it goes no further
    ended = False
    for event in play.journal.events:
        match event:
            case Begun():
                first = writer.write(event, "initialized", writer.scenario)
                Statement.model_validate_json(first)
                yield first
            case Chosen():
                turn += 1
                record = next(records, None)
                if turn > copied:
                    yield writer.answered(event, record)
                    yield writer.progressed(event, turn, record)
            case Worded() if answers and turn >= copied:
                yield from writer.worded(event)
            case Reflected() if answers:
                yield from writer.reflected(event)
            case Abandoned():
                yield writer.stopped(event, "suspended")
            case Resumed():
                if before is not None:
                    yield writer.stopped(before, "terminated")
                yield writer.write(event, "resumed", writer.scenario)
            case Finished():
                yield from writer.scored(event)
                yield writer.completed(event)
        ended = ended or isinstance(event, Finished)
        before = None if ended or isinstance(event, Abandoned) else event
    if before is not None:
        yield writer.stopped(before, "terminated")


class _Writer:
    """What all statements of one play share, made once."""

    def __init__(self, play: ScoredPlay, shared: SharedParts) -> None:
        self.play, self.shared = play, shared
        self.questions, self.axes = shared.questions, shared.axes
        self._at, self._stamp = play.begun, stamp(play.begun)  # the moment of the last statement: most have two
        activity = _scenario(play.scenario, play.title)
        self.scenario = as_json(activity)
        name = play.name or play.pseudonym or None
        self._actor = as_json(Agent(name=name, account=Account(homePage=f"{HOME}/players", name=play.actor)))
        begun = play.journal.begun
        more: dict[str, JsonValue] = {
            "mode": begun.mode.value,
            "rubric": begun.rubric_fingerprint,
            "scored": "anew" if play.card else "as given" if play.given else "no",
        }
        if begun.branched_from:
            more |= {"branched-from": str(UUID(begun.branched_from)), "branched-at": begun.branched_at or 1}
        self._whole = self._context(ContextActivities(category=(_PROFILE,)), more)
        self._part = self._context(ContextActivities(parent=(activity,), category=(_PROFILE,)), more)

    def _context(self, around: ContextActivities, more: Mapping[str, JsonValue]) -> tuple[str, str]:
        """Returns the context of every statement of the play, in which only the number of its event is missing."""
        context = StatementContext(
            registration=UUID(self.play.session),
            contextActivities=around,
            revision=self.play.journal.begun.scenario_fingerprint or None,
            platform="Equal Footing",
            extensions=extensions({"sequence": 0, **more}),
        )
        key = next(iter(extensions({"sequence": 0})))
        before, found, after = as_json(context).partition(f'"{key}":0')  # in a text its quotes would not be bare
        assert found
        return f'{before}"{key}":', after

    def answered(self, event: Chosen, record: ChoiceRecord | None) -> str:
        decision, spent = self.shared.decision(event.node), _duration(event.elapsed_ms)
        if record is not None and record.option == event.option:
            return self.write(event, "answered", decision, self.shared.answered(record, event.offered, spent))
        shown = extensions({"shown": list(event.offered)})
        result = StatementResult(response=event.option or None, duration=spent, extensions=shown)
        return self.write(event, "answered", decision, as_json(result))

    def worded(self, event: Worded) -> Iterator[str]:
        """Returns what a player would have said at a decision, typed before the options were shown."""
        if event.text.strip():
            asked = self.questions.own_words(event.node) if self.questions else _OPEN
            target = Activity(id=self._iri("decisions", event.node, "own-words"), definition=asked)
            yield self.write(event, "answered", as_json(target), as_json(StatementResult(response=event.text)))

    def reflected(self, event: Reflected) -> Iterator[str]:
        """Returns one for each open question that was answered, known by its place among them."""
        for number, answer in enumerate(event.answers, 1):
            if answer.text.strip():
                asked = self.questions.open(answer.question) if self.questions else _OPEN
                target = Activity(id=self._iri("questions", str(number)), definition=asked)
                result = as_json(StatementResult(response=answer.text))
                yield self.write(event, "answered", as_json(target), result, str(number))

    def stopped(self, event: Event, verb: Literal["suspended", "terminated"]) -> str:
        """Returns that a sitting ended here without an ending, and the time played so far."""
        so_far = [one for one in self.play.journal.lived if one.n <= event.n]
        result = StatementResult(completion=False, duration=_duration(played_ms(so_far)))
        return self.write(event, verb, self.scenario, as_json(result))

    def progressed(self, event: Chosen, turn: int, record: ChoiceRecord | None) -> str:
        """Returns how far the talk has come, in turns, since its length hangs on the choices; and the client's
        state."""
        if record is not None and record.turn == turn:
            return self.write(event, "progressed", self.scenario, self.shared.progressed(record))
        result = StatementResult(completion=False, extensions=extensions({"turn": turn}))
        return self.write(event, "progressed", self.scenario, as_json(result))

    def scored(self, event: Finished) -> Iterator[str]:
        """Returns one for each axis that has a path score; an axis that the play never put at stake has none."""
        card = self.play.card
        for axis, components in self.axes.items() if card else ():
            assert card is not None
            reading = card.axes[axis]
            if reading.path is None:
                continue
            target = Activity(id=self._iri("axes", axis), definition=Definition(type=f"{_TYPES}objective"))
            score = StatementScore(scaled=round(reading.path / 100, 3), raw=reading.path, min=0.0, max=100.0)
            found = extensions(_reading(card, reading, components))
            result = as_json(StatementResult(score=score, extensions=found))
            yield self.write(event, "scored", as_json(target), result, axis)

    def completed(self, event: Finished) -> str:
        found: dict[str, JsonValue] = {"ending": event.ending}
        if (card := self.play.card) and card.ending:
            found["ending-kind"] = card.ending.kind
            found["axes"] = {name: _reading(card, card.axes[name], parts) for name, parts in self.axes.items()}
        spent = _duration(played_ms(self.play.journal.lived))
        result = StatementResult(completion=True, duration=spent, extensions=extensions(found))
        return self.write(event, "completed", self.scenario, as_json(result))

    def write(self, event: Event, verb_name: VerbName, target: str, result: str = "", part: str = "") -> str:
        """Returns the statement of an event; `part` tells apart those that an event has several of."""
        before, after = self._whole if target is self.scenario else self._part
        name = _uuid5(f"{self.play.session}/{event.n}/{verb_name}/{part}")
        if event.at is not self._at:
            self._at, self._stamp = event.at, stamp(event.at)
        said = f'"result":{result},' if result else ""
        return (
            f'{{"id":"{name}","actor":{self._actor},"verb":{verb(verb_name)},"object":{target},{said}'
            f'"context":{before}{event.n}{after},"timestamp":"{self._stamp}"}}'
        )

    def _iri(self, *parts: str) -> str:
        return iri(self.play.scenario, *parts)


def _uuid5(name: str) -> str:
    """Returns what `uuid.uuid5` returns, as text."""
    digits = bytearray(hashlib.sha1(_NAMESPACE.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    digits[6], digits[8] = digits[6] & 0x0F | 0x50, digits[8] & 0x3F | 0x80
    found = digits.hex()
    return f"{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"


@lru_cache(maxsize=256)
def _scenario(scenario: str, title: str) -> Activity:
    name = {"und": title or "Untitled"}
    return Activity(id=iri(scenario), definition=Definition(type=f"{_TYPES}simulation", name=name))


def _reading(card: Scorecard, axis: AxisReading, components: Sequence[str]) -> dict[str, JsonValue]:
    parts: dict[str, JsonValue] = {name: _figures(card.components[name]) for name in components}
    return {**_figures(axis), "name": axis.name, "components": parts}


def _figures(reading: Score) -> dict[str, JsonValue]:
    return {"path": reading.path, "moment": reading.moment, "chance": reading.chance}


def played_ms(events: Sequence[Event]) -> int:
    """Returns the time spent in the play in ms, without the gaps before it was taken up again; of any other gap a
    quarter of an hour at the most, since nobody looks at a line for longer, and none for a clock set back."""
    spent = timedelta()
    last: datetime | None = None
    for event in events:
        if last is not None and not isinstance(event, Resumed):
            spent += min(max(event.at - last, timedelta()), LONGEST_PAUSE)
        last = event.at
    return round(spent / timedelta(milliseconds=1))


def _duration(milliseconds: int) -> str:
    """Returns an ISO 8601 duration, to a hundredth of a second as xAPI compares them."""
    hundredths = round(milliseconds / 10)
    return f"PT{hundredths // 100}.{hundredths % 100:02}S"
