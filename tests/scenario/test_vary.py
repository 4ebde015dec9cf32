from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.scenario.texts import authored, texts
from game.scenario.vary import filled, varied
from game.story.engine import Story
from game.testing import SMALL, a_rubric, a_scenario
from tests.support.stories import VARIED

SEEDS = st.integers(-(2**63), 2**63 - 1)


def first_line(scenario: Scenario) -> str:
    return scenario.nodes["the-text"].lines[0].text


def test_a_scenario_is_told_with_the_first_of_its_words_where_no_play_is_meant():
    assert first_line(a_scenario(VARIED)) == "Saturday, 9:14. Your phone buzzes on the counter."


def test_a_word_that_was_filled_in_is_told_by_every_seed_and_others_vary_on():
    scenario = a_scenario(
        VARIED.replace("phone {", "{phone} {").replace("{buzzes: [", "{phone: [phone, mobile], buzzes: [")
    )
    told = {first_line(varied(filled(scenario, {"buzzes": "purrs"}), seed)) for seed in range(30)}
    assert told == {f"Saturday, 9:14. Your {word} purrs on the counter." for word in ("phone", "mobile")}
    assert filled(a_scenario(), {"buzzes": "purrs"}) == a_scenario()


def test_every_word_is_told_by_some_seed():
    told = {first_line(varied(a_scenario(VARIED), seed)).split()[4] for seed in range(30)}
    assert told == {"buzzes", "hums", "lights"}


def test_a_scenario_without_varying_words_is_told_by_itself():
    scenario = a_scenario(SMALL)
    assert varied(scenario, 7) is scenario


@given(SEEDS)
def test_the_seed_alone_decides_and_no_place_is_left_open(seed: int):
    scenario = a_scenario(VARIED)
    told = varied(scenario, seed)
    assert told == varied(scenario, seed)
    assert not any("{" in text for where, text in texts(told) if where[0] != "varies")


def test_what_no_word_varies_in_is_the_same_in_every_play():
    scenario = a_scenario(VARIED)
    told, written = varied(scenario, 7), scenario.written
    assert written is not None
    assert list(told.nodes) == list(written.nodes)
    same = {name for name, node in told.nodes.items() if node is written.nodes[name]}
    assert same == {name for name, node in scenario.nodes.items() if node is written.nodes[name]}
    assert same
    assert "the-text" not in same


@given(SEEDS)
def test_no_seed_changes_a_score_or_a_fingerprint(seed: int):
    scenario, rubric = a_scenario(VARIED), a_rubric()
    told = varied(scenario, seed)
    exact = ScoringModel(scenario, rubric)
    plain, other = score(exact, ["name-it"]), score(exact, ["name-it"], Story(told))
    assert told.fingerprint == scenario.fingerprint
    assert replace(other, choices=()) == replace(plain, choices=())
    assert [(c.option, c.vector, c.state) for c in other.choices] == [
        (c.option, c.vector, c.state) for c in plain.choices
    ]


def test_every_text_has_an_address_of_its_own_that_leads_into_the_file():
    scenario = a_scenario(VARIED)
    addresses = [where for where, _ in texts(scenario)]
    assert len(addresses) == len(set(addresses))
    assert authored(("nodes", "the-text", "options", "name-it", "say"), scenario) == (
        "nodes", "the-text", "options", 0, "say",
    )  # fmt: skip
    assert authored(("nodes", "the-text", "lines", "1"), scenario) == ("nodes", "the-text", "lines", 1)
