"""Pages of one class taken together, one made after another, tell nothing that each hides."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from benchmarks.hiding import some_stopped
from benchmarks.hiding_together import KINDS, Count, Shelf, audit, cut, drawn
from game.debrief.figures.figures import flows_in
from game.debrief.figures.flows import without
from game.debrief.figures.hidden_cells import HiddenCells
from game.debrief.figures.hiding import hide
from game.debrief.figures.sums import Sums, merge
from game.debrief.figures.together import ShownPage, together
from game.debrief.pages_made import PageMade, TellsOfOthersError, figures_beside
from game.debrief.read.play_scorer import PlayScorer
from game.rubric.scoring_model import ScoringModel
from tests.support.auditor import Auditor
from tests.support.counted import MEMORY, STORIES, a_journal, noisy_ways

pytestmark = pytest.mark.slow

ONE = STORIES["one decision"]


def sums_of(ways: Sequence[Sequence[str]], exact: ScoringModel = ONE) -> Sums:
    """The sums of these plays."""
    return merge(Sums.of(a_journal(exact, way), exact) for way in ways)


def told(*pages: tuple[str, Sums]) -> list[ShownPage]:
    """Pages of plays by their letters, each as it would be alone."""
    flows = flows_in([sums for _, sums in pages], ONE)
    return [ShownPage(frozenset(plays), one, hide(one)) for (plays, _), one in zip(pages, flows, strict=True)]


@pytest.mark.parametrize("story", [*STORIES, "memory"])
def test_a_reader_of_several_pages_of_one_class_works_out_no_secret(story: str) -> None:
    exact = MEMORY if story == "memory" else STORIES[story]
    auditor, scorer, count = Auditor(exact), PlayScorer(exact), Count()
    for seed in range(24):
        dice = random.Random(seed)
        sizes, plans = drawn(KINDS[seed % 3], dice)
        ways = some_stopped(noisy_ways(exact, sum(sizes), seed), dice)
        audit(count, Shelf(exact, scorer, list(cut(ways, sizes))), auditor, plans)
    assert count.recovered == []
    assert count.pages > count.refused


FEW = (
    [["first-0"]] * 2 + [["first-1"]] * 12 + [["first-2"], ["first-3"]] * 4
)  # a page of these hides both, beside any that tells the others
MANY = [["first-0"]] * 9 + [["first-1"]] * 6 + [["first-2"], ["first-3"]] * 5


def test_a_page_for_all_hides_what_it_would_tell_of_one_class_once_all_others_have_theirs() -> None:
    pages = told(("a", sums_of(FEW)), ("b", sums_of(MANY)), ("ab", sums_of([*FEW, *MANY])))
    assert ("first", "first-0") not in pages[-1].hidden.pooled
    assert together(pages).hide()
    assert ("first", "first-0") in pages[-1].hidden.pooled


def test_nothing_helps_where_earlier_pages_tell_already() -> None:
    pages = told(("ab", sums_of([*FEW, *MANY])), ("b", sums_of(MANY)), ("a", sums_of(FEW)))
    assert not together(pages).hide()  # the second was made as if there were no first
    assert together(pages[:2]).hide()
    assert together(pages).hide()


def test_what_is_left_of_a_class_flows_as_its_plays_did() -> None:
    ways = noisy_ways(MEMORY, 30, 1)
    whole, some, left = flows_in([sums_of(w, MEMORY) for w in (ways, ways[:12], ways[12:])], MEMORY)
    assert without(whole, [some]) == left


def test_where_nothing_helps_the_page_of_the_same_class_is_kept_and_none_of_another_is_made() -> None:
    few, many = (frozenset(f"{name}{n}" for n in range(len(ways))) for name, ways in (("a", FEW), ("b", MANY)))
    name, shown = ONE.story.scenario.id, HiddenCells()
    everyone = PageMade(name, few | many, sums_of([*FEW, *MANY]), hidden=shown)
    others = PageMade(name, many, sums_of(MANY), "4c", hidden=shown)
    assert figures_beside(sums_of(FEW), ONE, few, [everyone, others])[1] is everyone
    with pytest.raises(TellsOfOthersError, match="page for all last"):
        figures_beside(sums_of(FEW), ONE, few, [everyone, others], "4b")
