"""Figures against an independent computation, and small numbers that must not be worked out from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import combinations_with_replacement
from math import comb

import numpy as np
import pytest
from scipy import stats
from scipy.optimize import linprog

from game.debrief.figures.figures import figures, flows_of, thirds
from game.debrief.figures.hiding import HiddenCells, hide, pool
from game.debrief.figures.model import FEWEST, ClassFigures, ForkKind
from game.debrief.figures.sums import Sums, merge
from game.rubric.model import AXES, COMPONENTS, POLES
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.testing import an_exact
from tests.debrief.a_class import the_exact
from tests.support.counted import STORIES, a_journal, all_ways, noisy_ways


def sums_of(exact: ScoringModel, ways: Sequence[Sequence[str]]) -> Sums:
    """The sums of these plays."""
    return merge(Sums.of(a_journal(exact, way), exact) for way in ways)


# ── what is hidden stays hidden ──────────────────────────────────────────────────────────────────────────


def shown(found: ClassFigures) -> str:
    """Everything that a page shows of a class (the planes have a test of their own)."""
    page = asdict(found)
    del page["points"], page["chance"], page["archetypes"]
    return repr(page)


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("unfinished", [False, True], ids=["whole", "unfinished"])
def test_no_small_count_can_be_worked_out_from_what_is_shown(name: str, unfinished: bool) -> None:
    """By brute force: for every class of so many plays there is another that agrees in all that its page shows, and
    not in the hidden count."""
    exact = STORIES[name]
    ways = list(all_ways(exact, unfinished))
    for size in sizes(len(ways), 60):
        groups = list(combinations_with_replacement(range(len(ways)), size))
        sums = [sums_of(exact, [ways[i] for i in group]) for group in groups]
        truth = [cells(exact, [ways[i] for i in group]) for group in groups]
        masks: dict[str, tuple[HiddenCells, list[int]]] = {}
        for index, one in enumerate(sums):
            mask = hide(flows_of(next(iter(one.groups.values())), exact))
            masks.setdefault(
                repr([sorted(part) for part in (mask.nodes, mask.rounded, mask.pooled, mask.endings, mask.edges)]),
                (mask, []),
            )[1].append(index)
        for mask, mine in masks.values():
            pages: dict[str, list[int]] = {}
            page_of = {}
            for index, one in enumerate(sums):
                found = figures(one, exact, mask)
                page_of[index] = shown(found)
                pages.setdefault(page_of[index], []).append(index)
            for index in mine:
                alike = pages[page_of[index]]
                for cell in unshown(figures(sums[index], exact, mask)):
                    value = truth[index].get(cell, 0)
                    assert value not in (1, 2) or any(truth[other].get(cell, 0) != value for other in alike), (
                        cell,
                        truth[index],
                        page_of[index],
                    )


def sizes(ways: int, most: int) -> list[int]:
    """The class sizes from three up that have at most so many different classes, the last two."""
    return [size for size in range(FEWEST, 13) if comb(ways + size - 1, size) <= most][-2:] or [FEWEST]


def cells(exact: ScoringModel, ways: Sequence[Sequence[str]]) -> dict[str, int]:
    """How many plays chose each option and came to each ending."""
    found: dict[str, int] = {}
    for way in ways:
        card = score(exact, way)
        for cell in [*way, *([card.ending.id] if card.ending else [])]:
            found[cell] = found.get(cell, 0) + 1
    return found


def unshown(found: ClassFigures) -> set[str]:
    """The options and endings whose count is not on the page."""
    options = {row.option for node in found.nodes for row in node.options if row.count is None}
    return options | {ending.id for ending in found.endings if ending.count is None}


@pytest.mark.parametrize("seed", range(3))
def test_a_linear_programme_finds_no_small_count_in_a_class_of_thirty(seed: int) -> None:
    """What is shown of a class, as equations over the story's steps: every hidden 1 or 2 could be something else."""
    exact = the_exact()
    ways = noisy_ways(exact, 30, seed)
    found, truth = figures(sums_of(exact, ways), exact), cells(exact, ways)
    steps = [(edge.node, edge.option, edge.to) for edge in found.edges]
    known = list(equations(found, steps))
    left = [[float(sign) for sign in row] for row, _ in known]
    right = [value for _, value in known]
    small = [cell for cell in unshown(found) if truth.get(cell, 0) in (1, 2)]
    assert small
    for cell in small:
        wanted = np.array([float(cell in step[1:]) for step in steps])
        low, high = (linprog(sign * wanted, A_eq=left, b_eq=right, bounds=(0, None)) for sign in (1, -1))
        assert low.status == high.status == 0
        assert round(-high.fun) - round(low.fun) >= 1, (cell, truth[cell])


def equations(found: ClassFigures, steps: list[tuple[str, str, str]]) -> Iterator[tuple[list[int], int]]:
    """Each number on the page of a class in which all plays are whole, as a sum of steps."""
    for place, node in enumerate(found.nodes):
        went, came = [s[0] == node.node for s in steps], [s[2] == node.node for s in steps]
        yield [a - b for a, b in zip(went, came, strict=True)], 0 if place else found.plays
        if node.n is not None:
            yield [int(w) for w in went], node.n
        for option in node.options:
            if option.count is not None:
                yield [int(s[1] == option.option) for s in steps], option.count
    for edge in found.edges:
        if edge.count is not None:
            yield [int(s == (edge.node, edge.option, edge.to)) for s in steps], edge.count
    for ending in found.endings:
        if ending.count is not None:
            yield [int(s[2] == ending.id) for s in steps], ending.count


def test_options_under_three_are_pooled_and_the_next_smallest_joins_a_small_pool() -> None:
    assert pool({"a": 20, "b": 5, "c": 2, "d": 0}, ()) == {"b", "c", "d"}
    assert pool({"a": 20, "b": 5, "c": 2, "d": 2}, ()) == {"c", "d"}
    assert pool({"a": 20, "b": 5}, ()) == set()
    assert pool({"a": 20, "b": 1}, ()) == {"a", "b"}


def test_an_option_that_crosses_a_hard_limit_is_never_counted_on_its_own() -> None:
    exact = an_exact(
        """
        nodes:
          first:
            place: clinic
            frame: therapeutic
            options:
              - {id: tell, say: She comes to me too., moves: [discloses_client], goto: fine}
              - {id: ask, say: What would help today?, moves: [elicits_goal], goto: fine}
              - {id: plan, say: Here is what I would do., moves: [recommends_with_reason], goto: fine}
          fine: {place: cafe, frame: social, ending: {kind: good, title: Fine, text: Done.}}
        """
    )
    (node,) = figures(sums_of(exact, [["tell"]] * 9 + [["ask"]] * 6 + [["plan"]] * 15), exact).nodes
    assert {row.option: row.count for row in node.options} == {"tell": None, "ask": None, "plan": 15}
    assert node.others == 15


def test_a_class_under_three_shows_no_count() -> None:
    exact = STORIES["one decision"]
    found = figures(sums_of(exact, [("first-0",), ("first-1",)]), exact)
    assert found.plays == 2
    assert all(node.hidden and all(row.count is None for row in node.options) for node in found.nodes)
    assert all(ending.count is None for ending in found.endings)
    assert not any(found.points.values())
    assert not found.trace


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
                    assert row.point_biserial[axis] == pytest.approx(expected, abs=0.00501)
                    compared += 1
                if (third := row.tertiles[axis]) is not None:
                    ranks = stats.rankdata([rest for _, rest in here])
                    group = np.minimum((3 * (ranks - 0.5) / len(here)).astype(int), 2)
                    for k in range(3):
                        inside = [option == row.option for (option, _), g in zip(here, group, strict=True) if g == k]
                        assert third[k] == pytest.approx(100 * np.mean(inside), abs=0.051)
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
        assert sum(point.count for point in found.points[axis]) == len([p for p in places if None not in p])
        xs = np.repeat([p.x for p in found.points[axis]], [p.count for p in found.points[axis]])
        assert np.sort(xs) == pytest.approx(np.sort([p[0] for p in places]), abs=2.56)
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
