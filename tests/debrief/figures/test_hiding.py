"""Small numbers and hard limits must not be worked out from what is shown: by brute force, by a reader who can reckon,
and rule by rule."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from itertools import combinations_with_replacement
from math import comb
from pathlib import Path

import pytest

from game.debrief.figures.figures import figures
from game.debrief.figures.flows import flows_of
from game.debrief.figures.hidden_cells import HiddenCells, about
from game.debrief.figures.hiding import hide, pool, small
from game.debrief.figures.model import FEWEST, ClassFigures
from game.debrief.figures.sums import Key, Sums, merge
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_file, playable
from game.testing import a_rubric, an_exact
from tests.debrief.a_class import the_exact
from tests.support.auditor import Auditor
from tests.support.counted import MEMORY, STORIES, a_journal, all_ways, noisy_ways

pytestmark = pytest.mark.slow


def sums_of(exact: ScoringModel, ways: Sequence[Sequence[str]]) -> Sums:
    """The sums of these plays."""
    return merge(Sums.of(a_journal(exact, way), exact) for way in ways)


def counts_of(exact: ScoringModel, ways: Sequence[Sequence[str]]) -> Mapping[Key, int]:
    """Their counts."""
    return next(iter(sums_of(exact, ways).groups.values()))


def page_of(exact: ScoringModel, ways: Sequence[Sequence[str]]) -> ClassFigures:
    """The figures of these plays."""
    return figures(sums_of(exact, ways), exact)


# ── by brute force ───────────────────────────────────────────────────────────────────────────────────────


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
                repr([sorted(part) for part in (mask.nodes, mask.about, mask.pooled, mask.endings, mask.edges)]),
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
                    another = any(truth[other].get(cell, 0) != value for other in alike)
                    assert another or not secret(value, unfinished), (
                        cell,
                        truth[index],
                        page_of[index],
                    )


def secret(value: int, unfinished: bool) -> bool:
    """Whether it must not be worked out; a nought may where nobody finished, as the page says at its head."""
    return value < FEWEST and (value > 0 or not unfinished)


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


# ── rule by rule ─────────────────────────────────────────────────────────────────────────────────────────


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


def test_a_decision_told_in_steps_has_three_values_for_each_count() -> None:
    assert [about(count) for count in (3, 4, 5, 6, 13)] == [4, 4, 4, 7, 13]


@pytest.mark.parametrize(("size", "enough"), [(19, False), (20, True)])
def test_planes_the_trace_and_statistics_of_options_need_twenty_plays(size: int, enough: bool) -> None:
    exact = the_exact("fine-fine")
    found = page_of(exact, noisy_ways(exact, 20, 3)[:size])
    assert any(found.points.values()) == enough
    assert bool(found.trace) == enough
    assert any(not node.items_hidden for node in found.nodes) == enough
    told = [row for node in found.nodes for option in node.options for row in option.point_biserial.values()]
    assert any(row is not None for row in told) == enough


# ── what a reader can reckon who knows the story ─────────────────────────────────────────────────────────

CLASSES = Path(__file__).parents[2] / "fixtures/classes"


@cache
def kept(scenario: str, plays: str) -> tuple[ScoringModel, list[list[str]]]:
    """A class that was played once: the scenario of then, and what was chosen."""
    exact = ScoringModel(playable(load_file(CLASSES / f"{scenario}.yaml", a_rubric().moves)), a_rubric())
    text = (CLASSES / f"{plays}.txt").read_text(encoding="utf-8")
    return exact, [line.split() for line in text.splitlines()]


def test_a_hard_limit_cannot_be_had_by_subtraction() -> None:
    """Eleven came to Priya's name by one way and eight of them were shown: three had crossed a hard limit."""
    exact, ways = kept("saturday-friend", "a-hard-limit-by-subtraction")
    auditor = Auditor(exact)
    assert auditor.recovered(page_of(exact, ways), auditor.cells(ways)) == []


def test_a_class_is_said_to_be_most_divided_where_it_was() -> None:
    exact, ways = kept("bracelet-then-a-dm", "thirty-most-divided-at-miriam")
    fork = page_of(exact, ways).forks[0]
    assert (fork.node, fork.among_shown) == ("miriam", False)


@pytest.mark.parametrize(
    ("scenario", "size"), [("three-drinks-down", 30), ("what-came-up", 12), ("the-usual-extra", 5)]
)
def test_a_reader_who_can_reckon_works_out_no_secret(scenario: str, size: int) -> None:
    exact = the_exact(scenario)
    ways = noisy_ways(exact, size, 3)
    ways[0] = ways[0][:2]  # one stopped early
    auditor = Auditor(exact)
    cells = auditor.cells(ways)
    assert any(cell.secret for cell in cells)
    assert auditor.recovered(page_of(exact, ways), cells) == []


def test_a_reader_works_out_nothing_in_any_of_many_classes_of_a_story_with_a_memory() -> None:
    auditor, ways, dice = Auditor(MEMORY), list(all_ways(MEMORY, unfinished=True)), random.Random(5)
    found = []
    for _ in range(80):
        few = dice.sample(ways, dice.randint(3, len(ways)))  # so that some ways are rare and others none at all
        mine = [dice.choice(few[: dice.randint(1, len(few))]) for _ in range(dice.randint(9, 45))]
        found += [(cell, mine) for cell in auditor.recovered(page_of(MEMORY, mine), auditor.cells(mine))]
    assert [cell for cell, _ in found] == []


def test_what_is_small_is_hidden_for_its_own_size() -> None:
    ways = [["odd", "menu", "hats"]] * 6 + [["silly", "menu", "again"]] * 5 + [["plan", "tell", "push", "enough"]] * 2
    hidden = small(flows_of(counts_of(MEMORY, ways), MEMORY))
    assert hidden.nodes == {"side"}
    assert {option for node, option in hidden.pooled if node == "middle"} == {"ask", "tell", "menu"}
    assert ("middle", "tell", "side") in hidden.edges
    assert ("last", "again", "over") not in hidden.edges


def test_a_hard_limit_is_small_however_often_it_was_crossed() -> None:
    assert pool({"tell": 20, "ask": 12, "menu": 9}, {"tell"}) == {"tell", "menu"}


def test_the_reader_finds_what_is_not_hidden_well() -> None:
    exact = the_exact("three-drinks-down")
    ways = noisy_ways(exact, 30, 3)
    auditor = Auditor(exact)
    page = figures(sums_of(exact, ways), exact, small(flows_of(counts_of(exact, ways), exact)))
    assert auditor.recovered(page, auditor.cells(ways))


_HIDDEN = """
from game.debrief.figures.figures import figures
from game.debrief.figures.sums import Sums, merge
from tests.debrief.a_class import a_play, the_exact

sums = merge(Sums.of(a_play(the_exact(), seed).journal, the_exact()) for seed in range(24))
print([(n.node, o.option, o.count, o.pooled) for n in figures(sums, the_exact()).nodes for o in n.options])
"""


def test_two_pages_of_one_class_hide_the_same_so_that_neither_tells_what_the_other_hides() -> None:
    pages = {
        subprocess.run(
            [sys.executable, "-c", _HIDDEN], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
