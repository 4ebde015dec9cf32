"""Stories for tests, and what comes of them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from game.author.twee.make_scenario import ImportedStory, made
from game.author.twee.read import read_text
from game.rubric.archetypes import played, player
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_text, playable
from game.scenario.model import Scenario
from game.testing import a_rubric

STORIES = Path(__file__).parent / "stories"
HEAD = ':: StoryData\n{"format": "%s", "start": "Start"}\n\n'


def from_twee(text: str, kind: str = "") -> ImportedStory:
    """What comes of a story in its own words; `kind` puts StoryData with that story format before it."""
    story, losses = read_text((HEAD % kind if kind else "") + dedent(text).lstrip("\n"))
    return made(story, losses, a_rubric().moves)


def a_story_of(name: str) -> ImportedStory:
    """One of the whole stories."""
    return from_twee((STORIES / f"{name}.twee").read_text(encoding="utf-8"))


def scenario_of(brought: ImportedStory) -> Scenario:
    """The scenario that the text is."""
    return playable(load_text(brought.text, a_rubric().moves, brought.name))


def told(brought: ImportedStory) -> list[str]:
    """Where and what was lost: `Passage: what`."""
    return [f"{loss.passage}: {loss.what}" if loss.passage else loss.what for loss in brought.losses]


def endings_by_chance(scenario: Scenario, seeds: range) -> set[str]:
    """The titles of the endings that a random player comes to."""
    exact = ScoringModel(scenario, a_rubric())
    cards = [score(exact, played(exact, player(a_rubric(), "random", seed))) for seed in seeds]
    assert all(card.ending is not None for card in cards)
    return {card.ending.title for card in cards if card.ending is not None}
