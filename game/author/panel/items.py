"""What raters rate: each option of a scenario, once for each component, under a code that tells nothing of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from game.rubric.model import COMPONENTS
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Line, Node, Option, Scenario

MOST_LINES = 4  # of what was said before; more would be a story and not a moment


@dataclass(frozen=True, slots=True)
class RatingItem:
    """One option to rate on one component.

    code: what stands on the sheet in place of ids
    component: what is rated
    moment: what was said before, one text a line
    words: what stands on the button
    points: what the rubric gives it, −3 to 3; never on the sheet
    """

    code: str
    scenario: str
    node: str
    option: str
    component: str
    moment: tuple[str, ...]
    words: str
    points: int


def items(models: Iterable[ScoringModel]) -> Iterator[RatingItem]:
    """Yields every option of these scenarios, once a component, in the authors' order."""
    for model in models:
        scenario = model.story.scenario
        for name, node in scenario.nodes.items():
            for option in node.options or ():
                yield from _rated(model, scenario, name, node, option)


def _rated(model: ScoringModel, scenario: Scenario, name: str, node: Node, option: Option) -> Iterator[RatingItem]:
    moment = tuple(_told(scenario, line) for line in node.lines if not line.private)[-MOST_LINES:]
    for component, points in zip(COMPONENTS, model.weights[option.id].vector, strict=True):
        code = blake2b(f"{scenario.id}/{option.id}/{option.words}/{component}".encode(), digest_size=5).hexdigest()
        yield RatingItem(code, scenario.id, name, option.id, component, moment, option.words, points)


def _told(scenario: Scenario, line: Line) -> str:
    who = scenario.name_of(line.speaker)
    return f"{who}: {line.text}" if who else line.text


def shuffled(found: Iterable[RatingItem], seed: int) -> list[RatingItem]:
    """Returns the items a component at a time, in each in an order that only the seed decides."""
    everything = list(found)
    order = []
    for component in COMPONENTS:
        block = [item for item in everything if item.component == component]
        random.Random(f"{seed}/{component}").shuffle(block)
        order += block
    return order
