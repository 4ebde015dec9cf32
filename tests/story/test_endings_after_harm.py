"""A play that crossed a hard limit ends no better than it may, whatever its author wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.model import EndingKind
from game.story.engine import Story, advance, choose, ending, jumps, open_options, start
from game.story.plays import all_plays
from game.story.position import Position
from game.story.reach import Reach
from game.story.too_good import dishonest, lowered
from game.testing import an_exact, loaded
from tests.support.stories import the_hour


def the_story(to: str = "well", named: bool = True) -> Story:
    return an_exact(the_hour(to, named)).story


def played(story: Story, *ids: str) -> Position:
    position = start(story)
    for name in ids:
        position = choose(story, position, name)
        while jumps(story, position):
            position = advance(story, position)
    return position


def came_to(story: Story, *ids: str) -> tuple[str, str]:
    position = played(story, *ids)
    told = ending(story, position)
    assert told is not None
    return position.node, told.kind.value


@pytest.mark.parametrize(
    ("ids", "node"),
    [
        (("ask", "on", "rest"), "well"),
        (("press-on", "on", "rest"), "so-so"),
        (("press-on", "undo", "rest"), "again"),
        (("press-on", "on", "mend-late"), "again"),
        (("press-on", "sorry", "rest"), "so-so"),  # an apology for the tone mends no harm
        (("press-on", "undo", "press-again"), "so-so"),  # the same harm again, after a repair
        (("ask", "undo", "press-again"), "so-so"),  # a repair before the harm mends nothing
        (("tell", "undo", "rest"), "so-so"),  # what has been told cannot be untold
    ],
)
def test_a_play_goes_to_the_ending_that_is_named_for_what_it_did(ids: tuple[str, ...], node: str) -> None:
    assert came_to(the_story(), *ids)[0] == node


@pytest.mark.parametrize(
    ("ids", "kind"),
    [
        (("ask", "on", "rest"), "best"),
        (("press-on", "undo", "rest"), "good"),
        (("press-on", "on", "rest"), "mixed"),
        (("tell", "on", "rest"), "mixed"),
    ],
)
def test_where_no_ending_is_named_it_is_told_as_no_better_than_it_may_be(ids: tuple[str, ...], kind: str) -> None:
    assert came_to(the_story(named=False), *ids) == ("well", kind)


def test_a_good_ending_stands_after_a_repair_and_turns_without_one() -> None:
    assert came_to(the_story("quite"), "press-on", "undo", "rest") == ("quite", "good")
    assert came_to(the_story("quite"), "press-on", "on", "rest") == ("so-so", "mixed")
    assert came_to(the_story("quite", named=False), "press-on", "on", "rest") == ("quite", "mixed")


def test_without_harms_a_story_is_held_to_nothing() -> None:
    assert came_to(Story(the_story().scenario), "press-on", "on", "rest") == ("well", "best")


def test_what_was_done_tells_positions_apart_only_while_a_good_ending_lies_ahead() -> None:
    every, plain = all_plays(the_story()), all_plays(Story(the_story().scenario))
    assert len(every.positions) > len(plain.positions)
    assert len(all_plays(the_story("so-so")).positions) == len(all_plays(Story(the_story("so-so").scenario)).positions)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("to", ["well", "quite"])
def test_every_play_is_honest_by_a_count_that_the_engine_has_no_part_in(to: str, named: bool) -> None:
    assert dishonest(all_plays(the_story(to, named))) is None


def test_a_story_that_is_held_to_nothing_is_found_out() -> None:
    story = the_story()
    free = Story(story.scenario)
    free.harms = story.harms
    found = dishonest(all_plays(free))
    assert found is not None
    assert found[1] == "well"


def test_lowered_endings_are_found_where_none_is_named_and_nowhere_else() -> None:
    assert not list(lowered(Reach(the_story()).graph))
    assert {(f.node, f.written, f.told) for f in lowered(Reach(the_story(named=False)).graph)} == {
        ("well", EndingKind.BEST, EndingKind.GOOD),
        ("well", EndingKind.BEST, EndingKind.MIXED),
    }


@settings(max_examples=60)
@given(st.lists(st.integers(0, 5), min_size=3, max_size=3))
def test_no_way_through_the_hour_ends_better_than_its_harm_allows(picks: list[int]) -> None:
    story = the_story(named=False)
    ids: list[str] = []
    for pick in picks:
        options = open_options(story, played(story, *ids))
        ids.append(options[pick % len(options)].id)
    told = came_to(story, *ids)[1]
    harmed = {"press-on", "tell", "press-again"} & {*ids}
    assert not (harmed and told == "best")
    assert not ({"tell", "press-again"} & {*ids} and told == "good")


def test_an_ending_that_is_named_must_be_one_and_of_a_fitting_kind() -> None:
    for wrong, code in (("unmended: again", "instead-too-good"), ("unmended: third", "unknown-target")):
        assert code in {d.code for d in loaded(the_hour(instead=f", {wrong}")).diagnostics}
