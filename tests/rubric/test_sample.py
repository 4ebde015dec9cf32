"""A story too large to be followed whole is scored from plays of it, and every face says so."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.estimates import guessed, off
from game.app import library as shelves
from game.app.plays import Plays
from game.cli.main import commands
from game.play.events import Mode
from game.play.report import as_data, as_text
from game.rubric.sample import HowGood
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.story.plays import all_plays
from game.testing import SMALL, a_rubric, a_scenario
from game.web.pack import packed_model

CHOICES = ("laugh-it-off", "own-it")
MARK = "Estimated from 1,000 plays, ±"


@pytest.fixture
def too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As if two positions were all that could be followed, on a computer that has kept no exact figures of a story."""
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("game.story.plays.all_plays", partial(all_plays, most=2))


def small(cache: Path | None = None) -> ScoringModel:
    return ScoringModel(a_scenario(SMALL), a_rubric(), cache)


def test_a_story_that_can_be_followed_is_exact_and_says_nothing() -> None:
    exact = small()
    card = score(exact, CHOICES)
    assert exact.estimate is None
    assert MARK not in as_text(card, a_rubric())
    assert "estimated" not in as_data(card)
    assert "estimate" not in packed_model(exact)


def test_estimates_come_as_near_to_the_exact_figures_as_they_say() -> None:
    exact = small()
    guess, estimate = guessed(exact)
    assert estimate.plays == 1000
    assert off(exact, guess) == 0
    for name, level in exact.chance_levels.items():
        found = guess.chance_levels[name]
        assert (found is None) == (level is None)
        assert level is None or found is None or abs(level - found) <= estimate.margin


@pytest.mark.usefixtures("too_large")
def test_the_same_story_is_always_estimated_alike_and_kept(tmp_path: Path) -> None:
    first = small(tmp_path)
    told = first.estimate, first.extents, first.chance_levels, first.chance_spreads
    for again in (small(), small(tmp_path)):
        assert (again.estimate, again.extents, again.chance_levels, again.chance_spreads) == told
    assert "sample" not in vars(again)


@pytest.mark.usefixtures("too_large")
def test_card_and_page_are_marked() -> None:
    exact = small()
    card = score(exact, CHOICES)
    assert card.complete
    assert isinstance(card.estimate, HowGood)
    assert MARK in as_text(card, a_rubric())
    told = as_data(card)["estimated"]
    assert told == {"plays": 1000, "points": card.estimate.points}
    assert packed_model(exact)["estimate"] == told
    assert json.dumps(as_data(card))


@pytest.mark.usefixtures("too_large")
def test_a_play_in_the_terminal_comes_to_its_end_and_says_how_it_was_scored(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    done = CliRunner().invoke(
        commands, ["play", str(path), "--text", "--choices", ",".join(CHOICES)], catch_exceptions=False
    )
    assert done.exit_code == 0
    assert MARK in " ".join(done.output.split())


@pytest.mark.usefixtures("too_large")
def test_a_class_that_played_it_gets_its_page_with_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    shelf = shelves.Library(files={"small": path})
    for number in range(4):
        plays = Plays(shelf, tmp_path / "home", logs=tmp_path / "logs", player=f"p{number}")
        session = plays.begin(shelf.scenario("small"), Mode.ASSESS)
        for choice in CHOICES:
            session.read()
            session.choose(choice)
        session.read()
        session.reflect([])
    out = tmp_path / "class.html"
    asked = ["debrief", str(tmp_path / "logs"), "--scenario", str(path), "-o", str(out)]
    done = CliRunner().invoke(commands, asked, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    page = out.read_text("utf-8")
    assert page.count(MARK) >= 2
