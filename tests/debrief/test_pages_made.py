"""A page made again, after a few plays came or went, tells nothing of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.debrief.figures.model import ClassFigures
from game.debrief.figures.sums import Sums, merge
from game.debrief.pages_made import PageMade, TellsOfOthersError, figures_beside, load, plays_behind, save
from tests.debrief.a_class import a_class, the_exact
from tests.support.auditor import Auditor

pytestmark = pytest.mark.slow

NAME = "three-drinks-down"


def sums_of(first: int, last: int) -> Sums:
    """The sums of some of a class."""
    exact = the_exact(NAME)
    return merge(Sums.of(play.journal, exact) for play in a_class(40, NAME)[first:last])


def behind(first: int, last: int) -> frozenset[str]:
    """What stands for them."""
    return plays_behind(a_class(40, NAME)[first:last], NAME)


def figures_of(first: int, last: int, *before: PageMade, code: str = "") -> tuple[ClassFigures, PageMade]:
    """The figures of some of the class beside pages that were made before, and the page that they are of."""
    return figures_beside(sums_of(first, last), the_exact(NAME), behind(first, last), before, code)


def made(first: int, last: int, code: str = "", before: Sequence[PageMade] = ()) -> PageMade:
    """A page that was made of them."""
    return figures_of(first, last, *before, code=code)[1]


def page(first: int, last: int, code: str, *before: PageMade) -> ClassFigures:
    """The figures of a page of some of the class, beside these that were made before."""
    found, of = figures_of(first, last, *before, code=code)
    assert of.plays == behind(first, last)
    return found


def test_a_play_that_came_or_went_changes_nothing_on_the_page() -> None:
    before, earlier = figures_of(0, 20)
    for first, last in ((0, 21), (0, 29), (1, 20), (1, 31)):
        assert figures_of(first, last, earlier) == (before, earlier)


def test_a_page_that_is_kept_hides_what_it_hid() -> None:
    everyone = made(0, 20)
    both, earlier = figures_of(0, 40, everyone)
    assert figures_of(0, 41, earlier, everyone) == (both, earlier)
    assert earlier.hidden != made(0, 40).hidden  # since it stands beside another


def test_a_page_that_was_made_of_the_scenario_as_it_was_is_not_kept_empty() -> None:
    before = made(0, 20)
    before.sums.groups = {(name, "as it was then"): counts for (name, _), counts in before.sums.groups.items()}
    with pytest.raises(TellsOfOthersError, match="as it was then"):
        page(0, 21, "", before)
    assert page(0, 30, "", before).plays == 30


def test_many_that_came_are_counted_and_what_is_small_among_them_is_hidden_too() -> None:
    before, earlier = figures_of(0, 20)
    after = page(0, 40, "", earlier)
    assert after.plays == 40
    ways = [[choice.option for choice in play.journal.choices] for play in a_class(40, NAME)]
    auditor = Auditor(the_exact(NAME))
    old, new = auditor.cells(ways[:20]), auditor.cells(ways[20:])
    assert auditor.recovered_apart(before, after, old, new) == []


def test_a_class_that_shares_no_play_is_a_class_of_its_own() -> None:
    assert page(20, 40, "", made(0, 20)) == page(20, 40, "")


def test_no_page_of_one_class_tells_of_the_few_others() -> None:
    with pytest.raises(TellsOfOthersError, match="No page of the class 4b"):
        page(0, 22, "4b", made(0, 30))
    with pytest.raises(TellsOfOthersError, match="No page of all"):
        page(0, 30, "", made(0, 22, "4b"))


def test_pages_of_two_classes_beside_the_page_for_all_tell_nothing_of_the_few_without_a_class() -> None:
    for pages in ((made(0, 40), made(0, 25, "4b")), (made(0, 25, "4b"), made(0, 40))):
        with pytest.raises(TellsOfOthersError):
            page(25, 38, "4c", *pages)
    with pytest.raises(TellsOfOthersError):
        page(0, 40, "", made(0, 25, "4b"), made(25, 38, "4c"))


def test_pages_of_two_classes_that_make_up_the_page_for_all_are_made() -> None:
    everyone = made(0, 40)
    four_b = made(0, 20, "4b", [everyone])
    assert page(20, 40, "4c", four_b, everyone).plays == 20
    first = made(0, 20, "4b")
    second = made(20, 40, "4c", [first])
    assert page(0, 40, "", second, first).plays == 40


def test_what_is_small_in_one_class_is_not_told_by_the_page_of_the_other_beside_the_page_for_all() -> None:
    auditor = Auditor(the_exact(NAME))
    four_b, first = figures_of(0, 20, code="4b")
    everyone, whole = figures_of(0, 40, first)
    four_c, _ = figures_of(20, 40, whole, first, code="4c")
    ways = [[choice.option for choice in play.journal.choices] for play in a_class(40, NAME)]
    told: list[tuple[ClassFigures, set[int]]] = [(four_b, {0}), (everyone, {0, 1}), (four_c, {1})]
    asked = [(auditor.cells(ways[:20]), {0}), (auditor.cells(ways[20:]), {1}), (auditor.cells(ways), {0, 1})]
    assert auditor.recovered_beside(told, asked) == []


def test_the_page_of_the_same_plays_is_the_same_whatever_was_made_since() -> None:
    before, four_b = figures_of(0, 20, code="4b")
    everyone = made(0, 40, "", [four_b])
    assert figures_of(0, 20, everyone, four_b, code="4b") == (before, four_b)


def test_a_page_that_an_older_version_remembered_is_counted_as_one_made_alone() -> None:
    alone = made(0, 20)
    assert figures_of(0, 40, replace(alone, hidden=None)) == figures_of(0, 40, alone)


def test_pages_are_remembered_and_a_broken_memory_is_none(tmp_path: Path) -> None:
    path = tmp_path / "pages-made.json"
    assert load(path) == []
    save(path, [made(0, 5, "4b")])
    assert load(path) == [made(0, 5, "4b")]
    path.write_text("{", encoding="utf-8")
    assert load(path) == []
