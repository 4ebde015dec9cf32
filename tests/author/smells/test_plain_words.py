"""The lines that a player chooses among hold few rare words, by a kept list (`python -m benchmarks.plain`)."""

from __future__ import annotations

import pytest

from benchmarks.plain import is_rare, kept, names_in, rare, share
from game import locations
from game.scenario.load import load_file, playable
from game.testing import SMALL, a_rubric, loaded

MOST = 0.015  # of a scenario's option words


@pytest.mark.parametrize("name", sorted(locations.scenario_files()))
def test_a_scenarios_options_hold_few_rare_words(name: str) -> None:
    scenario = playable(load_file(locations.scenario_files()[name], a_rubric().moves))
    found, whole = rare(scenario)
    assert share(scenario) <= MOST, f"{found.total()} of {whole}: {', '.join(sorted(found))}"


def test_a_common_word_is_known_in_its_other_forms() -> None:
    assert not [
        word for word in ("stopped", "carries", "bookings", "isn't", "table's", "quickly", "making") if is_rare(word)
    ]
    assert is_rare("lopsided")


def test_what_has_a_capital_within_a_sentence_is_a_name() -> None:
    story = loaded(SMALL.replace("Would it be weird", "Is Odette weird"))
    assert story.scenario is not None
    assert {"dana", "odette"} <= names_in(story.scenario)


def test_the_kept_list_says_where_it_is_from() -> None:
    head = (locations.SCENARIOS.parent / "benchmarks" / "words" / "common.txt").read_text(encoding="utf-8")[:400]
    assert "wordfreq 3.1.1" in head
    assert "CC BY-SA 4.0" in head
    assert 7_000 < len(kept("common")) < 7_500
