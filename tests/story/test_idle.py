"""What makes no difference is told; what only seems to make none is not."""

from __future__ import annotations

import pytest

from game.author.check.problems import check_loaded
from game.testing import a_rubric, loaded


def codes(*options: str) -> list[str]:
    rows = "".join(f"      - {option}\n" for option in options)
    story = (
        f"nodes:\n  first:\n    place: cafe\n    frame: social\n    options:\n{rows}"
        "  over: {place: cafe, frame: social, ending: {kind: good, title: T, text: x}}\n"
    )
    return [d.code for d in check_loaded(loaded(story), a_rubric())]


ONE = "{id: one, say: x, moves: [warm_limit], client: {ease: +1}, goto: over}"


def test_two_options_that_do_the_same_are_told_once_each() -> None:
    assert codes(ONE, ONE.replace("one", "two")) == ["same-effect"]
    assert codes(ONE, ONE.replace("one", "two"), ONE.replace("one", "three")) == ["same-effect"] * 2


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("warm_limit", "sets_frame"),
        ("+1", "+2"),
        ("goto: over", "opens: gossip, goto: over"),
        ("goto: over", "once: true, goto: over"),
    ],
)
def test_options_that_differ_in_anything_they_do_are_not_told(what: str, other: str) -> None:
    assert codes(ONE, ONE.replace("one", "two").replace(what, other)) == []


def test_options_of_which_a_play_sees_only_one_are_not_told() -> None:
    again = "{id: open, say: x, sets: [told], when: {not: [told]}, goto: first}"
    before = ONE.replace("goto", "when: {not: [told]}, goto")
    after = ONE.replace("one", "two").replace("goto", "when: {has: [told]}, goto")
    assert codes(again, before, after) == []


def test_a_fact_that_nothing_asks_for_is_told_once_and_a_rupture_never() -> None:
    fact = "{id: %s, say: x, sets: [told], moves: [%s], goto: over}"
    assert codes(fact % ("one", "warm_limit"), fact % ("two", "sets_frame")) == ["fact-unread"]
    assert codes("{id: one, say: x, opens: gossip, goto: over}") == []
