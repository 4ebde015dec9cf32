"""Conditions on facts and client state."""

from __future__ import annotations

import pytest

from game.scenario.model import Bound, Condition
from game.story.conditions import compiled, holds
from game.story.position import Position

BITS = {"a": 1, "b": 2, "c": 4}


def _holds(condition: Condition | None, facts: int = 0, trust: int = 5, ease: int = 5, voice: int = 5) -> bool:
    return holds(compiled(condition, BITS), Position("here", facts, trust, ease, voice))


def test_no_condition_always_holds() -> None:
    assert compiled(None, BITS) is None
    assert _holds(None)


def test_all_facts_of_has_must_have_happened() -> None:
    both = Condition(has=("a", "b"))
    assert [_holds(both, facts) for facts in (0, 1, 2, 3, 7)] == [False, False, False, True, True]


def test_none_of_the_facts_of_not_may_have_happened() -> None:
    neither = Condition(lacks=("a", "b"))
    assert [_holds(neither, facts) for facts in (0, 1, 2, 3, 4)] == [True, False, False, False, True]


def test_a_fact_named_twice_counts_once() -> None:
    assert _holds(Condition(has=("a", "a")), 1)
    assert _holds(Condition(lacks=("a", "a")), 2)  # twice 1 must not become the bit of b


@pytest.mark.parametrize(
    ("part", "values"),
    [("trust", (4, 0, 0)), ("ease", (0, 4, 0)), ("voice", (0, 0, 4))],
)
def test_a_bound_looks_at_its_own_part_of_the_client_state(part: str, values: tuple[int, int, int]) -> None:
    assert _holds(Condition(bounds=(Bound(part, 4, 10),)), 0, *values)
    assert not _holds(Condition(bounds=(Bound(part, 5, 10),)), 0, *values)


@pytest.mark.parametrize(("ease", "inside"), [(2, False), (3, True), (6, True), (7, False)])
def test_both_ends_of_a_range_belong_to_it(ease: int, inside: bool) -> None:
    assert _holds(Condition(bounds=(Bound("ease", 3, 6),)), ease=ease) is inside


def test_everything_asked_must_hold_at_once() -> None:
    all_three = Condition(has=("a",), lacks=("b",), bounds=(Bound("ease", 3, 10), Bound("trust", 0, 6)))
    assert _holds(all_three, 1, trust=6, ease=3)
    assert not _holds(all_three, 3, trust=6, ease=3)
    assert not _holds(all_three, 1, trust=7, ease=3)
    assert not _holds(all_three, 1, trust=6, ease=2)
