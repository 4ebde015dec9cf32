from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.debrief.figures.model import ClassFigures, ScoredPlay, Unscored
from game.debrief.pages.page import open_answers, report
from game.debrief.pages.slides import slides
from game.debrief.pages.student_sheet import MOST_ANSWER
from game.debrief.pages.wording import RUN_SHEET, quoted, stems, warnings
from game.debrief.read.first_plays import people
from tests.debrief.a_class import a_class, a_play, class_figures, count, the_exact
from tests.support.pages import HOSTILE, Reading, in_group_view

VOID = {"meta", "img", "br", "link", "input", "hr", "path", "rect", "circle", "polyline"}


def a_report(size: int = 30, names: bool = False) -> str:
    return report(class_figures(size), a_class(size), the_exact(), names)


def test_the_half_hour_is_thirty_minutes() -> None:
    assert [step.minutes for step in RUN_SHEET] == [3, 5, 14, 5, 3]
    ids = {attributes.get("id") for _, attributes in Reading(a_report()).tags}
    assert {step.to for step in RUN_SHEET} <= ids


def test_a_page_asks_nothing_of_the_network_and_runs_no_script() -> None:
    read = Reading(a_report())
    assert not [tag for tag, _ in read.tags if tag in ("script", "link", "iframe", "img", "object", "form")]
    for _, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("href") or "#").startswith("#")
    assert "default-src 'none'" in a_report()
    assert not re.findall(r"(?:https?:)?//[a-z]", re.sub(r"base64,[A-Za-z0-9+/=]+", "", a_report()))


def test_no_id_stands_twice() -> None:
    for page in (a_report(), slides(class_figures(), the_exact())):
        ids = [attributes["id"] for _, attributes in Reading(page).tags if "id" in attributes]
        assert len(ids) == len(set(ids))


def test_a_class_of_thirty_fits_in_a_mail() -> None:
    page = a_report()
    assert len(in_group_view(page).encode()) < 120_000
    assert len(page.encode()) < 200_000


def test_every_picture_has_a_title_and_a_description() -> None:
    pictures = re.findall(r'<svg(?! class="defs").*?</svg>', a_report(), re.S)
    assert len(pictures) > 8
    for picture in pictures:
        assert 'role="img"' in picture
        assert "<title" in picture
        assert "<desc" in picture


def test_both_forks_come_with_three_openings_and_what_stayed_unsaid() -> None:
    figures, exact = class_figures(), the_exact()
    scenario = exact.story.scenario
    assert len(figures.forks) == 2
    page = Reading(a_report()).text
    for fork in figures.forks:
        node = quoted(figures, scenario).node(fork.node)
        found = stems(node, scenario, exact.rubric, fork.axis)
        assert len(found) == 3
        for stem in found:
            assert stem.noticed.startswith("I noticed")
            assert stem.thought.startswith("I thought")
            assert stem.asks.endswith("?")
            assert " ".join(stem.noticed.split()) in page


def test_an_opening_does_not_give_away_what_stayed_unsaid() -> None:
    exact = the_exact()
    scenario = exact.story.scenario
    figures = quoted(class_figures(), scenario)
    for node in figures.nodes:
        private = [line.text for line in scenario.nodes[node.node].lines if line.private]
        private += [r.text for o in scenario.nodes[node.node].options or () for r in o.reply if r.private]
        for stem in stems(node, scenario, exact.rubric, None):
            assert not [text for text in private if text in stem.noticed + stem.thought]


def test_names_stand_on_the_page_only_when_asked_for() -> None:
    plays = tuple(replace(play, name=f"Maria {n}") for n, play in enumerate(a_class()))
    figures, exact = class_figures(), the_exact()
    assert "Maria" not in report(figures, plays, exact, False)
    named = report(figures, plays, exact, True)
    assert "Maria 7" in named
    assert "Maria" not in in_group_view(named)
    assert "Maria" not in slides(figures, exact)


def test_pseudonyms_stand_on_their_owners_pages_only_and_in_no_order_of_scores() -> None:
    page, plays = a_report(), a_class()
    assert not [play.pseudonym for play in plays if play.pseudonym in in_group_view(page)]
    headings = re.findall(r'<article class="own">\s*<h3>(.*?)</h3>', page)
    assert headings == sorted((play.pseudonym for play in plays), key=str.casefold)


def test_a_hard_limit_that_was_crossed_stands_on_its_owners_page_alone() -> None:
    exact, plays = the_exact(), a_class()
    crossed = {gate.what for play in plays if play.card for gate in play.card.gates}
    assert crossed
    page, shown = a_report(), slides(class_figures(), exact)
    for what in crossed:
        assert what in page
        assert what not in in_group_view(page)
        assert what not in shown


def test_slides_hold_nothing_of_a_single_play() -> None:
    shown = slides(class_figures(), the_exact())
    for play in a_class():
        assert play.pseudonym not in shown
        assert play.session not in shown
    assert "I went vague" not in shown
    assert 'class="play"' not in shown


def test_slides_carry_one_script_and_its_hash() -> None:
    shown = slides(class_figures(), the_exact())
    assert shown.count("<script") == 1
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/=]{44}'", shown)
    assert "http" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", shown).replace("http-equiv", "")


def hostile_play() -> ScoredPlay:
    play = a_play(the_exact(), 3, [HOSTILE, "x" * 19_000])
    return replace(play, pseudonym=HOSTILE, name=HOSTILE, class_code=HOSTILE, notes=(HOSTILE * 1000,))


def test_hostile_names_and_answers_are_words_and_nothing_else() -> None:
    exact, plays = the_exact(), (*a_class(29), hostile_play())
    for names in (True, False):
        page = report(count(plays, exact), plays, exact, names)
        read = Reading(page)
        assert not [tag for tag, _ in read.tags if tag in ("script", "img")]
        assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on")]
        assert "window.hurt=1" in read.text
        assert "{{7*7}}" in read.text
        assert not re.search("[\x00\x1b\u202e]", page)
        assert "x" * (MOST_ANSWER + 1) not in page


def test_hostile_figures_are_words_and_nothing_else() -> None:
    figures, exact = class_figures(), the_exact()
    bad = replace(
        figures,
        title=HOSTILE,
        notes=(HOSTILE,),
        minority=replace(figures.minority, say=HOSTILE, option="gone") if figures.minority else None,
        endings=tuple(replace(e, title=HOSTILE) for e in figures.endings),
        ruptures=tuple(replace(r, what=HOSTILE) for r in figures.ruptures),
    )
    for page in (report(bad, (), exact, False), slides(bad, exact)):
        tags = [tag for tag, _ in Reading(page).tags]
        assert tags.count("script") == page.count("<script>")
        assert "img" not in tags
        assert not [n for _, attributes in Reading(page).tags for n in attributes if n.startswith("on")]


def test_answers_are_shown_in_an_order_that_tells_nothing() -> None:
    exact = the_exact()
    plays = [a_play(exact, n, [text]) for n, text in enumerate(("pear", "Apple", "fig", "  "))]
    assert open_answers(plays, exact.story.scenario.reflection) == [("Say it your way.", ["Apple", "fig", "pear"], 0)]


@pytest.mark.parametrize("size", [1, 2, 3, 9, 12])
def test_a_small_class_gets_a_page_that_says_it_is_small(size: int) -> None:
    figures = class_figures(size)
    told = " ".join(warnings(figures, people(a_class(size))))
    assert "figures of a group would name people" in told or "are few" in told or "need 20 plays" in told
    assert Reading(a_report(size)).text
    assert Reading(slides(figures, the_exact())).text


def test_a_play_that_cannot_be_scored_still_has_its_owners_page() -> None:
    play = replace(a_class()[0], card=None, complete=False, notes=("The scenario has changed since.",))
    page = report(class_figures(), [play], the_exact(), False)
    assert play.pseudonym in page
    assert "1 play: The scenario has changed since." in page


def test_an_exact_number_that_is_hidden_says_why() -> None:
    figures = class_figures()
    forms = [{"about": 20}, {"hidden": True, "about": None}] * len(figures.nodes)
    nodes = (replace(n, n=None, **f) for n, f in zip(figures.nodes, forms, strict=False))  # type: ignore[arg-type]
    away = replace(figures, nodes=tuple(nodes))
    page = Reading(report(away, (), the_exact(), False)).text
    assert "n = about 20 reached this node (in steps of three, since fewer than 3 were on a branch nearby)" in page
    assert "n = not shown reached this node (fewer than 3 here or on a branch nearby, so n is hidden)" in page
    assert "“About” stands where" in page


def test_plays_of_another_version_are_counted_apart() -> None:
    apart = Unscored(4, 3, (("old-node", "<b>old", 4),), (("old-end", 3),))
    page = report(replace(class_figures(), unscored=apart), (), the_exact(), False)
    assert "4 plays do not fit today's scenario" in page
    assert "&lt;b&gt;old" in page
    assert "old-end" in page


def test_every_n_says_that_it_counts_who_reached_the_node_and_small_ones_hide_statistics() -> None:
    figures: ClassFigures = class_figures()
    page = a_report()
    assert page.count("reached this node") >= len(figures.nodes)
    assert any(node.items_hidden for node in figures.nodes)
    assert "option statistics hidden under n = 20" in page
    assert "provisional (n under 100)" in page


def test_the_page_gives_no_legal_advice() -> None:
    for page in (a_report(), slides(class_figures(), the_exact())):
        assert "not legal advice" in page
        assert re.search("[Cc]heck your law", page)
