"""What the statements of many plays share, as JSON: each part is checked and written once, when it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple
from urllib.parse import quote
from uuid import UUID

from pydantic import BaseModel, JsonValue
from pydantic_core import to_json

from game.debrief.export.of_records import MOST_REMEMBERED, OfRecords
from game.debrief.export.questions import DECISION, Questions
from game.debrief.export.statement import (
    Activity,
    ContextActivities,
    Definition,
    Extensions,
    StatementContext,
    StatementResult,
    StatementScore,
    Verb,
)
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.sample import HowGood
from game.rubric.score import AxisReading, ChoiceRecord, Score, Scorecard

HOME = "https://equal-footing.example"  # a reserved name: an identifier, not an address
EXTENSION = f"{HOME}/xapi/extensions/"
_VERBS = "http://adlnet.gov/expapi/verbs/"
TYPES = "http://adlnet.gov/expapi/activities/"
_PROFILE = Activity(id=f"{HOME}/xapi/profile/1", definition=Definition(type=f"{TYPES}profile"))
_NO_TIME, _NOBODY = "PT0.00S", UUID(int=0)

VerbName = Literal["initialized", "answered", "progressed", "scored", "completed", "suspended", "terminated", "resumed"]


def as_json(part: BaseModel) -> str:
    """Returns a part of a statement as JSON, without keys that say nothing."""
    return part.model_dump_json(exclude_none=True)


@lru_cache(maxsize=4096)
def iri(*parts: str) -> str:
    """Returns the name of a scenario, or of something in it."""
    return "/".join((HOME, "scenarios", *(quote(part, safe="") for part in parts)))


@cache
def verb(name: VerbName) -> str:
    """Returns a verb."""
    return as_json(Verb(id=_VERBS + name, display={"en": name}))


def extensions(found: Mapping[str, JsonValue]) -> Extensions:
    """Returns what a statement tells beyond the standard, under names of our own."""
    return {EXTENSION + name: value for name, value in found.items()}


@lru_cache(maxsize=4096)
def shown(offered: tuple[str, ...]) -> str:
    """Returns the options that a player saw, in their order."""
    return to_json(offered).decode()


class SharedParts:
    """What the statements of all plays of one scenario share.

    questions: what the scenario asks, in words; None leaves questions without them
    """

    def __init__(self, scenario: str, rubric: Rubric, questions: Questions | None) -> None:
        self.questions = questions
        self.axes = {name: axis.components for name, axis in rubric.axes.items()}
        self._scenario = scenario
        self._decisions: dict[str, str] = {}
        self._answers = OfRecords(self._answered)
        self._states = OfRecords(self._progressed)
        self._contexts: dict[Around, Context] = {}
        self._readings = lru_cache(maxsize=MOST_REMEMBERED)(self._of_axis)
        self._endings = lru_cache(maxsize=256)(self._completed)

    def decision(self, node: str) -> str:
        """Returns a decision, with what is asked there."""
        if node not in self._decisions:
            asked = self.questions
            definition = asked.decision(node) if asked else Definition(type=DECISION, interactionType="choice")
            self._decisions[node] = as_json(Activity(id=iri(self._scenario, "decisions", node), definition=definition))
        return self._decisions[node]

    def answered(self, record: ChoiceRecord, offered: tuple[str, ...], duration: str) -> str:
        """Returns what came of a choice that could be scored."""
        before, between, after = self._answers.of(record)
        return f"{before}{duration}{between}{shown(offered)}{after}"

    def progressed(self, record: ChoiceRecord) -> str:
        """Returns how far the talk had come with a choice, and how the client was."""
        return self._states.of(record)

    def context(self, around: Around) -> tuple[Context, bool]:
        """Returns the context of the statements of plays that share all this, and whether it was made now."""
        if (known := self._contexts.get(around)) is not None:
            return known, False
        if len(self._contexts) >= MOST_REMEMBERED:
            self._contexts.clear()
        made = self._contexts[around] = Context.of(self._scenario, around)
        return made, True

    def objective(self, axis: str) -> str:
        """Returns an axis as what a score is of."""
        return _objective(self._scenario, axis)

    def axis(self, card: Scorecard, axis: str) -> tuple[str, str]:
        """Returns how a play did on an axis: as it is told beside its ending, and as a result of its own."""
        one, two = self.axes[axis]
        return self._readings(axis, card.axes[axis], card.components[one], card.components[two])

    def completed(self, ending: str, card: Scorecard | None, duration: str) -> str:
        """Returns what came of a play that was finished, with both axes where it could be scored."""
        kind = card.ending.kind if card and card.ending else None
        before, between, after = self._endings(ending, kind)
        axes = ",".join(f'"{axis}":{self.axis(card, axis)[0]}' for axis in self.axes) if card and kind else ""
        return f"{before}{duration}{between}{axes}{after}"

    def _answered(self, record: ChoiceRecord) -> tuple[str, str, str]:
        told: dict[str, JsonValue] = {
            "shown": [],
            "said": record.say,
            "moves": list(record.moves),
            "axes": {
                axis: {name: _earned(record, COMPONENTS.index(name)) for name in components}
                for axis, components in self.axes.items()
            },
        }
        result = StatementResult(response=record.option, duration=_NO_TIME, extensions=extensions(told))
        before, rest = _cut(as_json(result), f'"duration":"{_NO_TIME}', _NO_TIME)
        between, after = _cut(rest, f'"{EXTENSION}shown":[]', "[]")
        return before, between, after

    def _progressed(self, record: ChoiceRecord) -> str:
        state = record.state
        told: dict[str, JsonValue] = {
            "turn": record.turn,
            "client-state": {"trust": state.trust, "ease": state.ease, "voice": state.voice},
        }
        return as_json(StatementResult(completion=False, extensions=extensions(told)))

    def _of_axis(self, axis: str, reading: AxisReading, one: Score, two: Score) -> tuple[str, str]:
        parts = dict(zip(self.axes[axis], (_figures(one), _figures(two)), strict=True))
        found: dict[str, JsonValue] = {**_figures(reading), "name": reading.name, "components": {**parts}}
        whole = as_json(StatementResult(extensions=extensions({"axis": found})))
        _, told = _cut(whole, f'"{EXTENSION}axis":', "")
        if reading.path is None:
            return told.removesuffix("}}"), ""
        score = StatementScore(scaled=round(reading.path / 100, 3), raw=reading.path, min=0.0, max=100.0)
        return told.removesuffix("}}"), as_json(StatementResult(score=score, extensions=extensions(found)))

    def _completed(self, ending: str, kind: str | None) -> tuple[str, str, str]:
        found: dict[str, JsonValue] = {"ending": ending}
        if kind is not None:
            found |= {"ending-kind": kind, "axes": {}}
        whole = as_json(StatementResult(completion=True, duration=_NO_TIME, extensions=extensions(found)))
        before, rest = _cut(whole, f'"duration":"{_NO_TIME}', _NO_TIME)
        return before, *(_cut(rest, f'"{EXTENSION}axes":{{', "") if kind is not None else (rest, ""))


class Around(NamedTuple):
    """What many plays share that stands around each of their statements."""

    title: str
    fingerprint: str
    mode: str
    rubric: str
    scored: Literal["anew", "as given", "no"]
    branched_from: str | None
    branched_at: int | None
    estimate: HowGood | None


@dataclass(frozen=True, slots=True)
class Context:
    """The JSON of contexts: of a statement about the whole scenario, and about a part of it. Each is in three pieces,
    between which the play and the number of the event stand."""

    whole: tuple[str, str, str]
    part: tuple[str, str, str]

    @classmethod
    def of(cls, scenario: str, around: Around) -> Context:
        """Returns the contexts of plays that share all this."""
        more: dict[str, JsonValue] = {"mode": around.mode, "rubric": around.rubric, "scored": around.scored}
        if around.estimate:
            more["estimated"] = {"plays": around.estimate.plays, "points": around.estimate.points}
        if around.branched_from:
            more |= {"branched-from": str(UUID(around.branched_from)), "branched-at": around.branched_at or 1}
        parent = (simulation(scenario, around.title),)
        return cls(
            _context(ContextActivities(category=(_PROFILE,)), around.fingerprint, more),
            _context(ContextActivities(parent=parent, category=(_PROFILE,)), around.fingerprint, more),
        )


def _context(around: ContextActivities, fingerprint: str, more: Mapping[str, JsonValue]) -> tuple[str, str, str]:
    context = StatementContext(
        registration=_NOBODY,
        contextActivities=around,
        revision=fingerprint or None,
        platform="Equal Footing",
        extensions=extensions({"sequence": 0, **more}),
    )
    before, rest = _cut(as_json(context), f'"registration":"{_NOBODY}', str(_NOBODY))
    between, after = _cut(rest, f'"{EXTENSION}sequence":0', "0")
    return before, between, after


@lru_cache(maxsize=256)
def _objective(scenario: str, axis: str) -> str:
    return as_json(Activity(id=iri(scenario, "axes", axis), definition=Definition(type=f"{TYPES}objective")))


@lru_cache(maxsize=256)
def simulation(scenario: str, title: str) -> Activity:
    """Returns a scenario as what a play is of."""
    name = {"und": title or "Untitled"}
    return Activity(id=iri(scenario), definition=Definition(type=f"{TYPES}simulation", name=name))


def _cut(text: str, before: str, gap: str) -> tuple[str, str]:
    """Returns a text up to the end of `before`, without the gap at that end, and what follows. `before` begins with a
    quote, which would not be bare inside a text, so that it is found in one place only."""
    head, found, tail = text.partition(before)
    assert found
    return head + before.removesuffix(gap), tail


def _figures(reading: Score) -> dict[str, JsonValue]:
    return {"path": reading.path, "moment": reading.moment, "chance": reading.chance}


def _earned(record: ChoiceRecord, index: int) -> JsonValue:
    return {
        "points": record.vector[index],
        "lowest": record.low[index],
        "highest": record.high[index],
        "at_stake": record.at_stake[index],
    }
