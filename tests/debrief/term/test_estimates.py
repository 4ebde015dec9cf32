"""Means that may be shown: what they say, and what they keep to themselves."""

from __future__ import annotations

import random
from statistics import fmean

import pytest

from game.debrief.term.estimates import STEP, difference, estimate


def some_scores(seed: int, n: int, middle: float = 55, spread: float = 18) -> list[float]:
    dice = random.Random(seed)
    return [round(min(100.0, max(0.0, dice.gauss(middle, spread))), 1) for _ in range(n)]


def test_fewer_than_ten_are_too_few_to_say():
    assert estimate(some_scores(1, 9), "a") is None
    assert estimate(some_scores(1, 10), "a") is not None
    assert difference(some_scores(1, 40), some_scores(2, 9), "a") is None


@pytest.mark.parametrize("n", [10, 30, 101])
def test_a_mean_lies_in_its_interval_to_the_nearest_five(n: int):
    scores = some_scores(3, n)
    found = estimate(scores, "a")
    assert found is not None
    assert abs(found.mean - fmean(scores)) <= STEP / 2
    assert found.low <= fmean(scores) <= found.high
    assert {found.mean % STEP, found.low % STEP, found.high % STEP} == {0}


def test_the_same_scores_give_the_same_interval_every_time():
    scores = some_scores(4, 25)
    assert estimate(scores, "a") == estimate(scores, "a")


def test_drawing_and_the_normal_curve_come_to_the_same_where_one_takes_over():
    few, many = estimate(some_scores(5, 100), "a"), estimate([*some_scores(5, 100), 55.0], "a")
    assert few is not None
    assert many is not None
    assert max(abs(few.low - many.low), abs(few.high - many.high)) <= STEP


def test_scores_that_are_all_alike_have_no_width():
    found = estimate([60.0] * 12, "a")
    assert found is not None
    assert (found.mean, found.low, found.high) == (60, 60, 60)


@pytest.mark.parametrize(("n", "least"), [(10, 90), (30, 95)])
def test_an_interval_holds_the_truth_as_often_as_it_says(n: int, least: int):
    held = 0
    for seed in range(100):
        dice = random.Random(seed)
        found = estimate([dice.gauss(52.5, 18) for _ in range(n)], str(seed))
        assert found is not None
        held += found.low <= 52.5 <= found.high
    assert held >= least


def test_two_classes_of_one_kind_are_seldom_told_apart():
    told = 0
    for seed in range(40):
        found = difference(some_scores(seed, 15), some_scores(1000 + seed, 15), str(seed))
        assert found is not None
        told += found.clear != 0
    assert told <= 3


def test_a_class_that_lies_well_above_another_is_told_apart():
    found = difference(some_scores(1, 20, middle=80, spread=8), some_scores(2, 20, middle=40, spread=8), "a")
    assert found is not None
    assert found.clear == 1
    assert difference(some_scores(2, 20, middle=40), some_scores(1, 20, middle=80), "a").clear == -1  # type: ignore[union-attr]


def test_no_persons_score_can_be_worked_out_from_a_mean_and_its_interval():
    """Some other score of that person, a point away or more, would have shown the same."""
    for seed in range(12):
        scores = some_scores(seed, 10 + seed % 8)
        shown = estimate(scores, "a")
        for person, score in enumerate(scores):
            others = (score + step for step in (-8, -4, -2, -1, 1, 2, 4, 8) if 0 <= score + step <= 100)
            assert any(estimate([*scores[:person], other, *scores[person + 1 :]], "a") == shown for other in others), (
                seed,
                person,
            )


def test_a_group_and_the_same_with_one_person_more_do_not_tell_that_persons_score():
    for seed in range(12):
        scores = some_scores(seed, 11)
        without, whole = estimate(scores[1:], "a"), estimate(scores, "b")
        same = [
            score
            for score in range(0, 101, 5)
            if estimate([float(score), *scores[1:]], "b") == whole and estimate(scores[1:], "a") == without
        ]
        assert len(same) >= 2, seed
