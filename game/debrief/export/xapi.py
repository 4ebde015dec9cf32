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
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from game.debrief.export.questions import DECISION, Questions
from game.debrief.export.shared_parts import (
    HOME,
    Around,
    SharedParts,
    VerbName,
    as_json,
    extensions,
    iri,
    simulation,
    verb,
)
from game.debrief.export.statement import (
    Account,
    Activity,
    Agent,
    Definition,
    Statement,
    StatementResult,
    stamp,
)
from game.debrief.figures.model import ScoredPlay
from game.play.events import Abandoned, Begun, Chosen, Event, Finished, Reflected, Resumed, Worded
from game.rubric.model import Rubric
from game.rubric.score import ChoiceRecord

_NAMESPACE = uuid5(NAMESPACE_URL, f"{HOME}/statements")
_HASH_OF_NAMESPACE = hashlib.sha1(_NAMESPACE.bytes, usedforsecurity=False)  # with which each `uuid.uuid5` begins

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
    they are made, and one of each kind of play as a whole.

    A play that today's scenario cannot score (`card` is None) keeps its statements and loses its figures; the context
    of each says so under `scored`: `anew`, `as given` (its player was shown a card, which is not in here), or `no`.
    Where scores are no more than estimates, `estimated` says from how many plays, and how many points of a hundred they
    may be off.

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
                yield writer.initialized(event)
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
        self.scenario = as_json(simulation(play.scenario, play.title))
        name = play.name or play.pseudonym or None
        self._actor = as_json(Agent(name=name, account=Account(homePage=f"{HOME}/players", name=play.actor)))
        self._named = _HASH_OF_NAMESPACE.copy()
        self._named.update(f"{play.session}/".encode())
        begun = play.journal.begun
        scored: Literal["anew", "as given", "no"] = "anew" if play.card else "as given" if play.given else "no"
        context, self._new_kind = shared.context(
            Around(
                play.title,
                begun.scenario_fingerprint,
                begun.mode.value,
                begun.rubric_fingerprint,
                scored,
                begun.branched_from,
                begun.branched_at,
                play.card.estimate if play.card else None,
            )
        )
        registration = str(UUID(play.session))
        self._whole, self._part = (
            (f"{before}{registration}{between}", after) for before, between, after in (context.whole, context.part)
        )

    def initialized(self, event: Begun) -> str:
        """Returns that a play was begun."""
        first = self.write(event, "initialized", self.scenario)
        if self._new_kind:
            Statement.model_validate_json(first)
        return first

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
        for axis in self.axes if card else ():
            assert card is not None
            _, result = self.shared.axis(card, axis)
            if result:
                yield self.write(event, "scored", self.shared.objective(axis), result, axis)

    def completed(self, event: Finished) -> str:
        spent = _duration(played_ms(self.play.journal.lived))
        result = self.shared.completed(event.ending, self.play.card, spent)
        return self.write(event, "completed", self.scenario, result)

    def write(self, event: Event, verb_name: VerbName, target: str, result: str = "", part: str = "") -> str:
        """Returns the statement of an event; `part` tells apart those that an event has several of."""
        before, after = self._whole if target is self.scenario else self._part
        named = self._named.copy()
        named.update(f"{event.n}/{verb_name}/{part}".encode())
        if event.at is not self._at:
            self._at, self._stamp = event.at, stamp(event.at)
        said = f'"result":{result},' if result else ""
        return (
            f'{{"id":"{_uuid5(named.hexdigest())}","actor":{self._actor},"verb":{verb(verb_name)},"object":{target},{said}'
            f'"context":{before}{event.n}{after},"timestamp":"{self._stamp}"}}'
        )

    def _iri(self, *parts: str) -> str:
        return iri(self.play.scenario, *parts)


def _uuid5(digits: str) -> str:
    """Returns what `uuid.uuid5` makes of a SHA-1 in hexadecimal digits: its version and variant take six bits."""
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


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
