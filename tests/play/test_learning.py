from dataclasses import replace

from game.play.learning import guided, suggest
from game.rubric.score import PoleCount, Score, Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.testing import a_rubric, a_scenario

DEFERENCE = """
    nodes:
      first:
        place: phone
        frame: therapeutic
        options:
          - {id: plan, say: Here is my plan., moves: [recommends_with_reason], goto: over}
          - {id: list, say: Take your pick., moves: [menu_dump], goto: over}
      over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""
BLURRING = DEFERENCE.replace("recommends_with_reason", "sets_frame").replace("menu_dump", "skips_frame")


def named(text: str, id_: str, level: int = 2) -> Scenario:
    return replace(a_scenario(text), id=id_, title=id_.capitalize(), level=level)


def a_card(scores: dict[str, float | None], poles: dict[str, PoleCount] | None = None) -> Scorecard:
    card = score(ScoringModel(named(DEFERENCE, "played"), a_rubric()), ["plan"])
    components = {name: Score(50, scores.get(name), 50) for name in card.components}
    none = {name: PoleCount(0, 0) for name in card.poles}
    return replace(card, components=components, poles={**none, **(poles or {})})


ALL_GOOD = {"role_held": 90.0, "relationship_acknowledged": 90.0, "client_power": 90.0, "clinical_responsibility": 90.0}
LIBRARY = [named(DEFERENCE, "deference", 3), named(BLURRING, "blurring", 3), named(DEFERENCE, "easy", 1)]


def test_the_guided_order_goes_from_first_steps_to_the_demanding():
    assert [s.id for s in guided(LIBRARY)] == ["easy", "blurring", "deference"]


def test_the_weakest_component_leads_to_where_it_is_asked_for():
    found = suggest(a_card({**ALL_GOOD, "role_held": 40}), a_rubric(), LIBRARY, ())
    assert found is not None
    assert found.scenario.id == "blurring"
    assert found.why == ("Your weakest area in this play was “role held”. In “Blurring” 1 of 1 decisions turn on that.")


def test_a_pole_leaned_to_often_comes_before_a_low_score():
    card = a_card({**ALL_GOOD, "role_held": 40}, {"abdication": PoleCount(3, 4)})
    found = suggest(card, a_rubric(), LIBRARY, ["easy"])
    assert found is not None
    assert found.scenario.id == "deference"
    assert found.why.startswith("You leaned to “abdication” in 3 of the 4 decisions that offered it.")


def test_after_a_good_play_the_guided_order_goes_on():
    found = suggest(a_card(ALL_GOOD), a_rubric(), LIBRARY, ["easy"])
    assert found is not None
    assert (found.scenario.id, found.why) == ("blurring", "It is the next one in the guided order.")


def test_when_all_were_tried_nothing_is_suggested():
    assert suggest(a_card(ALL_GOOD), a_rubric(), LIBRARY, ["easy", "blurring", "deference"]) is None
