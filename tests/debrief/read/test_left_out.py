from __future__ import annotations

from dataclasses import replace

from game.debrief.figures.sums import Sums, merge
from game.debrief.pages.page import report, report_on_gone
from game.debrief.read.left_out import LeftOut, few, gone, left_out
from game.debrief.read.sources import Trouble
from tests.debrief.a_class import a_class, class_figures, the_exact
from tests.support.pages import Reading, beside, in_group_view, long_gone


def test_plays_of_a_gone_scenario_are_counted_by_ids_on_a_page_of_their_own() -> None:
    plays = long_gone(30)
    (one,) = beside(plays).gone
    assert (one.plays, one.finished) == ("30 plays", "all")
    assert one.counts.endings
    page = report_on_gone(plays, False, beside(plays))
    read = Reading(page)
    assert "30 plays of a scenario that is not in the library any more, called long-gone" in read.text
    for ending, count in one.counts.endings:
        assert f"ending {ending} {count}" in read.text
    assert not [tag for tag, _ in read.tags if tag in ("script", "img")]
    assert "I went vague" in in_group_view(page)


def test_every_player_of_a_gone_scenario_gets_a_sheet_with_what_the_journal_holds() -> None:
    plays = long_gone(4)
    page = report_on_gone(plays, False, beside(plays))
    own = page[page.index('<section id="own"') :]
    for play in plays:
        assert play.journal.finished is not None
        assert play.pseudonym in own
        assert f"came to the ending {play.journal.finished.ending}" in own
    assert "I went vague" in own


def test_one_or_two_plays_of_a_gone_scenario_are_told_without_a_number_or_a_choice() -> None:
    for size in (1, 2):
        (one,) = beside(long_gone(size)).gone
        assert (one.plays, one.finished) == ("fewer than 3 plays", "")
        assert (one.counts.choices, one.counts.endings) == ((), ())
    assert few(3) == "3 plays"


def test_how_many_were_finished_is_not_shown_where_it_would_single_someone_out() -> None:
    plays = long_gone(6)
    unfinished = replace(plays[0].journal, events=plays[0].journal.events[:3])
    (one,) = beside([replace(plays[0], journal=unfinished), *plays[1:]]).gone
    assert (one.plays, one.finished) == ("6 plays", "not shown")


def test_the_page_of_another_scenario_tells_of_the_gone_one() -> None:
    page = report(class_figures(), a_class(), the_exact(), False, beside(long_gone(2)))
    assert "Fewer than 3 plays of a scenario that is not in the library any more" in Reading(page).text
    assert "No choice and no ending is frequent enough" in in_group_view(page)


def test_a_scenario_that_is_here_is_not_gone() -> None:
    sums = merge(Sums.of(play.journal, None) for play in long_gone(5))
    assert gone(sums, {"long-gone"}, ()) == ()


def test_sums_alone_call_a_gone_scenario_by_its_id() -> None:
    (one,) = gone(merge(Sums.of(play.journal, None) for play in long_gone(5)), (), ())
    assert one.title == "Long gone"


def test_files_left_out_are_told_by_their_reasons_and_by_name_only_where_names_are_asked_for() -> None:
    troubles = [Trouble("Ana Ruiz/1.jsonl", "It is empty."), Trouble("Ben/2.jsonl", "It is empty.")]
    assert left_out(troubles, names=False) == (("2 files", "It is empty."),)
    assert left_out(troubles, names=True)[0] == ("Ana Ruiz/1.jsonl", "It is empty.")
    page = report(class_figures(), (), the_exact(), False, LeftOut((), left_out(troubles, names=False), 7, 2))
    assert "2 more copies of the same plays" in page
    assert "2 files: It is empty." in Reading(page).text
    assert "7 more." in Reading(page).text
