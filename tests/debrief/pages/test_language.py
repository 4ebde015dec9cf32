"""The pages in another language: none of our sentences stays behind in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from gettext import NullTranslations

import pytest

from game.app.library import Library
from game.debrief.figures.model import ClassFigures, ScoredPlay, Unscored
from game.debrief.pages.page import report, report_on_gone
from game.debrief.pages.slides import slides
from game.debrief.read.left_out import GoneScenario, LeftOut
from game.debrief.term.figures import NextScenarios, term_figures
from game.debrief.term.page import term_page
from game.debrief.term.plays import TermRead
from game.rubric.scoring_model import ScoringModel
from game.rubric.translate import told_in as rubric_in
from game.scenario.translate import interface_in, told_in
from game.words import speaking
from tests.debrief.a_class import a_play, count, the_exact
from tests.debrief.term.a_term import some_people

pytestmark = pytest.mark.slow

APART = Unscored(7, 5, (("1", "2", 3),), (("3", 3),))
FEW_APART = Unscored(2, 1, (), ())
BESIDE = LeftOut(
    (GoneScenario("1", "1", "7", "5", APART), GoneScenario("2", "2", "2", "", FEW_APART)),
    (("2", "3"),),
    3,
    2,
    1,
    {"saturday-friend": 4},
)
OURS = re.compile(r"[a-z]{2,}")  # letters of options are large
KEPT = ("Equal Footing", "Say it your way.", "mended")  # our name; what stands in journals: a question, an ending's id


class Runes(NullTranslations):
    """A language without a Latin letter: whatever is told in one was never put up for translation."""

    def gettext(self, message: str) -> str:
        return re.sub(r"\{[^{}]*\}|[^\W\d_]", lambda found: found[0] if found[0][0] == "{" else "ᚱ", message)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def info(self) -> dict[str, str]:
        return {"language": "zz"}


@cache
def in_runes() -> ScoringModel:
    exact = the_exact()
    rubric = rubric_in(exact.rubric, Runes())
    return ScoringModel(told_in(exact.story.scenario, Runes()), rubric)


@cache
def plays(size: int) -> tuple[ScoredPlay, ...]:
    """A class whose people have numbers for names, and typed numbers."""
    with speaking(Runes()):
        every = [a_play(in_runes(), seed, ("1", "2", "3"), pseudonym=f"{seed:02}") for seed in range(size)]
    every[1] = replace(every[1], card=None, notes=("4",))
    return tuple(every)


def figures(size: int) -> ClassFigures:
    with speaking(Runes()):
        return replace(count([play for play in plays(size) if play.card], in_runes()), unscored=APART, notes=("5",))


def left_in_english(page: str) -> list[str]:
    """What a reader sees or hears of a page, as far as Latin letters are in it."""
    page = re.sub(r"<style>.*?</style>|<script>.*?</script>|<code>.*?</code>", "", page, flags=re.S)
    told = [*re.findall(r">([^<]*)<", page), *re.findall(r'(?:aria-label|title|alt)="([^"]*)"', page)]
    for name in KEPT:
        told = [text.replace(name, "") for text in told]
    return [text.strip() for text in told if OURS.search(re.sub(r"&#?\w+;", "", text))]


def pages(size: int) -> dict[str, str]:
    everyone, shown = list(plays(size)), figures(size)
    again = replace(a_play(in_runes(), 2, pseudonym="02"), actor=everyone[0].actor, session="f" * 32)
    everyone += [again]
    with speaking(Runes()):
        return {
            "page": report(shown, everyone, in_runes(), names=True, beside=BESIDE, class_code="6"),
            "lesson": report(shown, everyone, in_runes(), names=False, group_only=True),
            "slides": slides(shown, in_runes(), "6"),
            "gone": report_on_gone(everyone[:3], names=True, beside=BESIDE),
            "one gone": report_on_gone(
                everyone[:3], names=False, beside=replace(BESIDE, gone=BESIDE.gone[:1], copies=1)
            ),
        }


@pytest.mark.parametrize("size", [2, 24])
def test_no_text_of_the_pages_stays_behind_in_english(size: int) -> None:
    for name, page in pages(size).items():
        assert left_in_english(page) == [], name
        assert '<html lang="zz">' in page
        assert '"Back"' not in page


def test_a_text_that_was_never_put_up_for_translation_is_found() -> None:
    assert left_in_english("<p>ᚱᚱ</p><p>Two of us.</p>") == ["Two of us."]
    assert left_in_english('<div aria-label="Slides">ᚱ</div>') == ["Slides"]


@pytest.mark.parametrize("scores", [[(40, 70), (60, 20)] * 12, [(50, None)] * 3], ids=["many", "few"])
def test_no_text_of_a_terms_page_stays_behind_in_english(scores: Sequence[Sequence[float | None]]) -> None:
    exact = {"saturday-friend": in_runes()}
    rubric, further = in_runes().rubric, NextScenarios([in_runes().story.scenario], in_runes().rubric)
    people = [*some_people(scores, code="4"), *some_people(scores, code="5", start=100)]
    people = [replace(person, pseudonym=f"{n:03}") for n, person in enumerate(people)]
    with speaking(Runes()):
        made = term_figures(people, exact, rubric, further, (), "")[0]
        read = TermRead(people=people, copies=2, branches=2, unscored=3)
        page = term_page(made, read, exact, rubric, further, names=True)
    assert left_in_english(page) == []


def test_a_spanish_page_is_spanish_and_says_which_words_are_not() -> None:
    library = Library.shipped("es")
    for name, marked in (("saturday-friend", False), ("the-usual-extra", True)):
        exact = library.exact(name)
        few = tuple(a_play(exact, seed) for seed in range(4))
        with speaking(interface_in("es")):
            page = report(count(few, exact), few, exact, names=False)
        assert '<html lang="es">' in page
        assert "<h2>La media hora</h2>" in page
        assert "Papeles claros" in page
        assert ('<h1><span lang="en">' in page) is marked
