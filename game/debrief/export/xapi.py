"""Plays as xAPI statements: what began, each choice with both axes, how far it came, the scores, and the end.

The same journal always gives the same statements with the same ids (UUIDv5 of session and sequence), so that
sending them twice adds nothing. Of a play that goes on from an earlier one only what is new is told, with the
registration of the earlier one and the turn. An actor is an account whose name is the play's pseudonymous `actor`:
no name, class code or typed answer leaves, and a crossed hard limit is not told apart from other choices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import JsonValue

from game.debrief.export.statement import (
    Account,
    Activity,
    Agent,
    ContextActivities,
    Definition,
    Extensions,
    Statement,
    StatementContext,
    StatementResult,
    StatementScore,
    Verb,
)
from game.debrief.figures.model import ScoredPlay
from game.play.events import Begun, Chosen, Event, Finished, Resumed
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import AxisReading, ChoiceRecord, Score, Scorecard

HOME = "https://equal-footing.example"  # a reserved name: an identifier, not an address
EXTENSION = f"{HOME}/xapi/extensions/"
_NAMESPACE = uuid5(NAMESPACE_URL, f"{HOME}/statements")
_VERBS = "http://adlnet.gov/expapi/verbs/"
_TYPES = "http://adlnet.gov/expapi/activities/"
_PROFILE = Activity(id=f"{HOME}/xapi/profile/1", definition=Definition(type=f"{_TYPES}profile"))

VerbName = Literal["initialized", "answered", "progressed", "scored", "completed"]


def statements(play: ScoredPlay, rubric: Rubric) -> Iterator[Statement]:
    """The statements of a play in the order of its events; each is valid when it is made.

    A play that today's scenario cannot score (`card` is None) keeps its statements and loses its figures.
    """
    writer = _Writer(play, {name: axis.components for name, axis in rubric.axes.items()})
    records = iter(play.card.choices if play.card else ())
    turn, copied = 0, play.journal.copied
    for event in play.journal.events:
        match event:
            case Begun():
                yield writer.write(event, "initialized", writer.scenario)
            case Chosen():
                turn += 1
                record = next(records, None)
                if turn > copied:
                    yield writer.answered(event, record)
                    yield writer.progressed(event, turn, record)
            case Finished():
                yield from writer.scored(event)
                yield writer.completed(event)


@dataclass(frozen=True, slots=True)
class _Writer:
    """What all statements of one play share."""

    play: ScoredPlay
    axes: Mapping[str, tuple[str, str]]

    @property
    def scenario(self) -> Activity:
        return Activity(
            id=self._iri(),
            definition=Definition(type=f"{_TYPES}simulation", name={"und": self.play.title or "Untitled"}),
        )

    def answered(self, event: Chosen, record: ChoiceRecord | None) -> Statement:
        decision = Activity(
            id=self._iri("decisions", event.node),
            definition=Definition(type=f"{_TYPES}cmi.interaction", interactionType="choice"),
        )
        found: dict[str, JsonValue] = {"shown": list(event.offered)}
        if record is not None:
            found |= {"said": record.say, "moves": list(record.moves), "axes": self._points(record)}
        result = StatementResult(
            response=event.option or None, duration=_duration(event.elapsed_ms), extensions=_extensions(found)
        )
        return self.write(event, "answered", decision, result)

    def progressed(self, event: Chosen, turn: int, record: ChoiceRecord | None) -> Statement:
        """How far the talk has come, in turns, since its length hangs on the choices; and the client's state."""
        found: dict[str, JsonValue] = {"turn": turn}
        if record is not None:
            state = record.state
            found["client-state"] = {"trust": state.trust, "ease": state.ease, "voice": state.voice}
        return self.write(
            event, "progressed", self.scenario, StatementResult(completion=False, extensions=_extensions(found))
        )

    def scored(self, event: Finished) -> Iterator[Statement]:
        """One for each axis that has a path score; an axis that the play never put at stake has none."""
        card = self.play.card
        for axis, components in self.axes.items() if card else ():
            assert card is not None
            reading = card.axes[axis]
            if reading.path is None:
                continue
            target = Activity(id=self._iri("axes", axis), definition=Definition(type=f"{_TYPES}objective"))
            score = StatementScore(scaled=round(reading.path / 100, 3), raw=reading.path, min=0.0, max=100.0)
            found = _extensions(_reading(card, reading, components))
            yield self.write(event, "scored", target, StatementResult(score=score, extensions=found), axis)

    def completed(self, event: Finished) -> Statement:
        found: dict[str, JsonValue] = {"ending": event.ending}
        if (card := self.play.card) and card.ending:
            found["ending-kind"] = card.ending.kind
            found["axes"] = {name: _reading(card, card.axes[name], parts) for name, parts in self.axes.items()}
        spent = _duration(played_ms(self.play.journal.lived))
        result = StatementResult(completion=True, duration=spent, extensions=_extensions(found))
        return self.write(event, "completed", self.scenario, result)

    def write(
        self, event: Event, verb: VerbName, target: Activity, result: StatementResult | None = None, part: str = ""
    ) -> Statement:
        """The statement of an event; `part` tells apart those that an event has several of."""
        begun = self.play.journal.begun
        more = {"sequence": event.n, "mode": begun.mode.value, "rubric": begun.rubric_fingerprint}
        if begun.branched_from:
            more |= {"branched-from": str(UUID(begun.branched_from)), "branched-at": begun.branched_at or 1}
        parent = None if target.id == self._iri() else (self.scenario,)
        return Statement(
            id=uuid5(_NAMESPACE, "/".join((self.play.session, str(event.n), verb, part))),
            actor=Agent(account=Account(homePage=f"{HOME}/players", name=self.play.actor)),
            verb=Verb(id=_VERBS + verb, display={"en": verb}),
            object=target,
            result=result,
            context=StatementContext(
                registration=UUID(self.play.session),
                contextActivities=ContextActivities(parent=parent, category=(_PROFILE,)),
                revision=begun.scenario_fingerprint or None,
                platform="Equal Footing",
                extensions=_extensions(more),
            ),
            timestamp=event.at,
        )

    def _iri(self, *parts: str) -> str:
        return "/".join((HOME, "scenarios", *(quote(part, safe="") for part in (self.play.scenario, *parts))))

    def _points(self, record: ChoiceRecord) -> JsonValue:
        """For each axis, what the choice earned on its two components, and the least and most it could have."""
        return {
            axis: {name: _earned(record, COMPONENTS.index(name)) for name in components}
            for axis, components in self.axes.items()
        }


def _earned(record: ChoiceRecord, index: int) -> JsonValue:
    return {
        "points": record.vector[index],
        "lowest": record.low[index],
        "highest": record.high[index],
        "at_stake": record.at_stake[index],
    }


def _reading(card: Scorecard, axis: AxisReading, components: Sequence[str]) -> dict[str, JsonValue]:
    parts: dict[str, JsonValue] = {name: _figures(card.components[name]) for name in components}
    return {**_figures(axis), "name": axis.name, "components": parts}


def _figures(reading: Score) -> dict[str, JsonValue]:
    return {"path": reading.path, "moment": reading.moment, "chance": reading.chance}


def _extensions(found: Mapping[str, JsonValue]) -> Extensions:
    return {EXTENSION + name: value for name, value in found.items()}


def played_ms(events: Sequence[Event]) -> int:
    """Time spent in the play, without the gaps before it was taken up again; a clock set back counts for nothing."""
    spent = timedelta()
    last: datetime | None = None
    for event in events:
        if last is not None and not isinstance(event, Resumed):
            spent += max(event.at - last, timedelta())
        last = event.at
    return round(spent / timedelta(milliseconds=1))


def _duration(milliseconds: int) -> str:
    """An ISO 8601 duration, to a hundredth of a second as xAPI compares them."""
    hundredths = round(milliseconds / 10)
    return f"PT{hundredths // 100}.{hundredths % 100:02}S"
