from game import locations
from game.author.catalogue import catalogue, unplayed
from game.scenario.load import load_file, playable
from game.scenario.model import Scenario
from game.testing import a_rubric

DOC = locations.SCENARIOS.parent / "docs" / "library.md"


def the_library() -> list[Scenario]:
    return [playable(load_file(path, a_rubric().moves)) for path in locations.scenario_files().values()]


def test_the_page_of_the_library_is_what_the_command_makes():
    assert DOC.read_text("utf-8") == catalogue(the_library(), a_rubric()), "python main.py catalogue > docs/library.md"


def test_every_idea_is_played_by_some_node_of_the_library():
    assert unplayed(the_library(), a_rubric()) == []


def test_an_idea_that_nobody_plays_is_found():
    scenario = next(s for s in the_library() if s.id == "whatever-you-think")
    assert 4 in unplayed([scenario], a_rubric())
    assert 12 not in unplayed([scenario], a_rubric())


def test_everybody_in_the_library_is_cast_and_every_scenario_has_teaching_notes():
    for scenario in the_library():
        assert scenario.teaching, scenario.id
        assert all(who.casting for who in scenario.cast.values()), scenario.id


def test_every_node_with_something_to_choose_has_a_title_for_reports():
    untitled = [f"{s.id}: {name}" for s in the_library() for name, n in s.nodes.items() if n.options and not n.title]
    assert untitled == []


def test_nobody_stands_twice_for_the_problem():
    """Of those whose wish or habit makes the dilemma no two share culture, decade, body, disability or work, they do
    not share one gender, and whatever else they are is somebody's in the library who is not the problem."""
    everybody = [who.casting for scenario in the_library() for who in scenario.cast.values() if who.casting]
    starred = [who for who in everybody if who.problem]
    others = [who for who in everybody if not who.problem]
    for kind in ("culture", "body", "status"):
        named = [getattr(who, kind) for who in starred]
        assert len(set(named)) == len(named), kind
    disabled = [who.disability for who in starred if who.disability != "none mentioned"]
    assert len(set(disabled)) == len(disabled)
    assert len({who.age.rstrip("s")[0] for who in starred}) == len(starred), "a decade each"
    assert len({who.gender for who in starred}) > 1
    assert {who.gender for who in starred} <= {who.gender for who in others}


def test_the_other_therapists_are_women_men_and_neither_and_some_are_disabled():
    colleagues = [
        who.casting
        for scenario in the_library()
        for who in scenario.cast.values()
        if who.casting and who.casting.role == "colleague"
    ]
    assert {who.gender for who in colleagues} >= {"woman", "man", "non-binary"}
    assert sum(who.disability != "none mentioned" for who in colleagues) >= 2
