"""Figures against an independent computation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from game.debrief.figures.figures import figures
from game.debrief.figures.item_statistics import thirds
from game.debrief.figures.model import ClassFigures, ForkKind
from game.debrief.figures.sums import Sums, merge
from game.rubric.model import AXES, COMPONENTS, POLES
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.testing import an_exact
from tests.debrief.a_class import the_exact
from tests.support.counted import a_journal, noisy_ways


def sums_of(exact: ScoringModel, ways: Sequence[Sequence[str]]) -> Sums:
    """The sums of these plays."""
    return merge(Sums.of(a_journal(exact, way), exact) for way in ways)


# ── against an independent computation ───────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def big() -> tuple[ScoringModel, list[Scorecard], ClassFigures]:
    """A school's plays as cards, and the figures of their sums."""
    exact = the_exact()
    ways = noisy_ways(exact, 200, 7)
    return exact, [score(exact, way) for way in ways], figures(sums_of(exact, ways), exact)


def rest_scores(exact: ScoringModel, card: Scorecard, axis: str) -> list[float | None]:
    """For each choice the axis over all others, in floating point: the geometric mean of both moment shares."""
    one, two = (COMPONENTS.index(c) for c in exact.rubric.axes[axis].components)
    vectors = np.array([c.vector for c in card.choices], float)
    low, high = (np.array([getattr(c, what) for c in card.choices], float) for what in ("low", "high"))
    found: list[float | None] = []
    for i in range(len(card.choices)):
        others = np.arange(len(card.choices)) != i
        gain, room = (vectors - low)[others].sum(axis=0), (high - low)[others].sum(axis=0)
        whole = room[one] > 0 and room[two] > 0
        found.append(float(np.sqrt(gain[one] / room[one] * gain[two] / room[two])) if whole else None)
    return found


def test_item_figures_agree_with_scipy(big: tuple[ScoringModel, list[Scorecard], ClassFigures]) -> None:
    from scipy import stats  # takes seconds, so not in each process that only lists the tests

    exact, cards, found = big
    compared = 0
    for axis in AXES:
        rests: dict[str, list[tuple[str, int]]] = {}
        for card in cards:
            for choice, rest in zip(card.choices, rest_scores(exact, card, axis), strict=True):
                if rest is not None:
                    rests.setdefault(choice.node, []).append((choice.option, int(rest * 20 + 1e-9)))
        for node in found.nodes:
            here = rests.get(node.node, [])
            for row in node.options:
                if row.point_biserial[axis] is not None:
                    chose = [option == row.option for option, _ in here]
                    expected = stats.pointbiserialr(chose, [rest for _, rest in here]).statistic
                    rounded = 0.051 if node.provisional else 0.0051
                    assert row.point_biserial[axis] == pytest.approx(expected, abs=rounded)
                    compared += 1
                if (third := row.tertiles[axis]) is not None:
                    ranks = stats.rankdata([rest for _, rest in here])
                    group = np.minimum((3 * (ranks - 0.5) / len(here)).astype(int), 2)
                    for k in range(3):
                        inside = [option == row.option for (option, _), g in zip(here, group, strict=True) if g == k]
                        assert third[k] == pytest.approx(100 * np.mean(inside), abs=2.51)
                    compared += 1
    assert compared > 40


def test_counts_agree_with_the_cards(big: tuple[ScoringModel, list[Scorecard], ClassFigures]) -> None:
    exact, cards, found = big
    for node in found.nodes:
        chosen = [c.option for card in cards for c in card.choices if c.node == node.node]
        assert node.n is None or node.n == len(chosen)
        for row in node.options:
            if row.count is not None:
                assert row.count == chosen.count(row.option)
                assert row.share == pytest.approx(100 * row.count / len(chosen), abs=0.051)
    endings = [card.ending.id for card in cards if card.ending]
    for ending in found.endings:
        assert ending.count is None or ending.count == endings.count(ending.id)
    for axis, description in exact.rubric.axes.items():
        one, two = description.components
        places = [(card.components[one].path, card.components[two].path) for card in cards]
        for point in found.points[axis]:
            inside = [p for p in places if abs(p[0] - point.x) <= 13 and abs(p[1] - point.y) <= 13]
            assert len(inside) >= point.count - 1  # scores stand in steps of five before they come to a square
    for point in found.trace:
        there = [card.choices[point.turn - 1].state for card in cards if len(card.choices) >= point.turn]
        assert point.n == len(there) // 5 * 5
        for part in ("trust", "ease", "voice"):
            assert getattr(point, part) == pytest.approx(np.mean([getattr(s, part) for s in there]), abs=0.2501)
    assert set(found.poles) == set(POLES)


def test_ties_in_the_rest_score_stay_in_one_third() -> None:
    assert thirds([3, 3, 3]) == [0, 1, 2]
    assert thirds([0, 9, 0])[1] == 1


# ── forks ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_forks_are_the_ones_a_reader_would_pick() -> None:
    """One decision divides everybody, one divides on roles alone, and at one everybody agrees."""
    exact = an_exact(
        """
        nodes:
          first:
            place: clinic
            frame: therapeutic
            options:
              - {id: agree, say: What brings you here?, moves: [elicits_goal, sets_frame], goto: even}
              - {id: rare, say: You need ten sessions., moves: [takes_over], goto: even}
          even:
            place: clinic
            frame: therapeutic
            options:
              - {id: both, say: Here is my plan and why., moves: [splits_the_work], goto: roles}
              - {id: neither, say: "Whatever, friend.", moves: [skips_frame, takes_over], goto: roles}
              - {id: menu, say: "One, two or three?", moves: [menu_dump, friend_leak], goto: roles}
          roles:
            place: clinic
            frame: therapeutic
            options:
              - {id: hats, say: Two hats here., moves: [names_dual_role], goto: fine}
              - {id: silly, say: Do not be silly., moves: [brushes_off_awkwardness], goto: fine}
          fine: {place: cafe, frame: social, ending: {kind: good, title: Fine, text: Done.}}
        """
    )
    ways = [
        ("agree" if i < 27 else "rare", ("both", "neither", "menu")[i % 3], "hats" if i % 5 < 3 else "silly")
        for i in range(30)
    ]
    first, second = figures(sums_of(exact, ways), exact).forks
    assert (first.kind, first.node) == (ForkKind.DIVIDED, "even")
    assert (second.kind, second.node, second.axis) == (ForkKind.ONE_AXIS, "roles", "distinct_roles")


def test_a_split_that_is_mostly_counted_together_is_no_fork() -> None:
    """Where everybody parted most, six of eleven choices stand together; the next decision shows how it split."""
    exact = an_exact(
        """
        nodes:
          first:
            place: clinic
            frame: therapeutic
            options:
              - {id: many, say: What brings you here?, moves: [elicits_goal, sets_frame], goto: even}
              - {id: two, say: Here is my plan and why., moves: [splits_the_work], goto: even}
              - {id: few, say: "Whatever, friend.", moves: [skips_frame], goto: even}
              - {id: rare, say: "One, two or three?", moves: [menu_dump], goto: even}
          even:
            place: clinic
            frame: therapeutic
            options:
              - {id: hats, say: Two hats here., moves: [names_dual_role], goto: fine}
              - {id: silly, say: Do not be silly., moves: [brushes_off_awkwardness], goto: fine}
              - {id: plan, say: You need ten sessions., moves: [takes_over], goto: fine}
          fine: {place: cafe, frame: social, ending: {kind: good, title: Fine, text: Done.}}
        """
    )
    wide = ["many"] * 5 + ["two"] * 2 + ["few"] * 2 + ["rare"] * 2
    ways = [(one, "hats" if n % 11 < 6 else "silly") for n, one in enumerate(wide)]
    page = figures(sums_of(exact, ways), exact)
    assert page.node("first").others == 6
    assert (page.forks[0].node, page.forks[0].among_shown) == ("even", True)
