"""What the statements of many plays share, as JSON: each part is checked and written once, when it is made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal
from urllib.parse import quote

from pydantic import BaseModel, JsonValue
from pydantic_core import to_json

from game.debrief.export.of_records import OfRecords
from game.debrief.export.questions import DECISION, Questions
from game.debrief.export.statement import Activity, Definition, Extensions, StatementResult, Verb
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import ChoiceRecord

HOME = "https://equal-footing.example"  # a reserved name: an identifier, not an address
EXTENSION = f"{HOME}/xapi/extensions/"
_VERBS = "http://adlnet.gov/expapi/verbs/"
_NO_TIME = "PT0.00S"

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
        whole = as_json(StatementResult(response=record.option, duration=_NO_TIME, extensions=extensions(told)))
        before, found, rest = whole.partition(f'"duration":"{_NO_TIME}"')  # in a text its quotes would not be bare
        between, found_too, after = rest.partition(f'"{EXTENSION}shown":[]')
        assert found
        assert found_too
        return f'{before}"duration":"', f'"{between}"{EXTENSION}shown":', after

    def _progressed(self, record: ChoiceRecord) -> str:
        state = record.state
        told: dict[str, JsonValue] = {
            "turn": record.turn,
            "client-state": {"trust": state.trust, "ease": state.ease, "voice": state.voice},
        }
        return as_json(StatementResult(completion=False, extensions=extensions(told)))


def _earned(record: ChoiceRecord, index: int) -> JsonValue:
    return {
        "points": record.vector[index],
        "lowest": record.low[index],
        "highest": record.high[index],
        "at_stake": record.at_stake[index],
    }
