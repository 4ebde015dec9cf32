"""The page and the slides in a real Chromium. Without Chromium, Playwright or axe-core the tests say why they skip."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.debrief.pages.page import report, report_on_gone
from game.debrief.pages.slides import slides
from game.debrief.term.figures import NextScenarios, term_figures
from game.debrief.term.page import term_page
from game.debrief.term.plays import TermRead
from game.rubric.scoring_model import ScoringModel
from tests.debrief.a_class import a_class, a_play, class_figures, count, the_exact
from tests.debrief.term.a_term import STORY, some_people
from tests.support.browsing import axe, browser, opened
from tests.support.pages import HOSTILE, beside, long_gone

NOTES = tuple(f"{n} plays: the last line is torn, and the event being written is lost." for n in range(3, 9))
PAGES = ("report", "slides", "hostile", "hostile-slides", "long", "long-slides", "gone", "term", "long-term", "lesson")

pytestmark = pytest.mark.browser
__all__ = ["axe", "browser"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report and the slides of a class of thirty, of one with hostile players, of the longest texts, as files."""
    exact, plays = the_exact(), a_class()
    rogue = replace(a_play(exact, 3, [HOSTILE, "x" * 19_000]), pseudonym=HOSTILE, name=HOSTILE, notes=(HOSTILE,))
    figures = class_figures()
    bad = replace(figures, title=HOSTILE, notes=(HOSTILE,))
    written = {
        "report": report(figures, plays, exact, False),
        "slides": slides(figures, exact),
        "lesson": report(replace(figures, notes=NOTES), plays, exact, False, group_only=True),
        "hostile": report(replace(count((*plays, rogue), exact), title=HOSTILE), (*plays, rogue), exact, True),
        "hostile-slides": slides(bad, exact),
    }
    long, gone = the_longest(), long_gone(30)
    many = [a_play(long, seed, [HOSTILE * 300, "x" * 20_000], pseudonym="W" * 200) for seed in range(30)]
    written |= {
        "long": report(count(many, long), many, long, True),
        "long-slides": slides(count(many, long), long),
        "gone": report_on_gone(gone, False, beside(gone)),
    }
    written |= {"term": a_term_page(exact), "long-term": a_term_page(long, HOSTILE + "W" * 80)}
    folder = tmp_path_factory.mktemp("pages")
    for name, html in written.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


def a_term_page(model: ScoringModel, called: str = "") -> str:
    """A term's page of thirty invented people in two classes, with names that mean no good where they are given."""
    scores = [(float(30 + n), *([float(40 + 2 * n)] if n % 2 else [])) for n in range(30)]
    people = [
        *some_people(scores[:18], code=f"4B{called}"),
        *some_people([*scores[18:], (None,)], code=f"4C{called}", start=50),
    ]
    for person in people:
        person.pseudonym += called
    exact, read = {STORY: model}, TermRead(people, copies=1, branches=2, unscored=1)
    further = NextScenarios([the_exact("sixteen").story.scenario], model.rubric)
    figures, _ = term_figures(people, exact, model.rubric, further)
    return term_page(figures, read, exact, model.rubric, further)


def the_longest() -> ScoringModel:
    """The shipped story, every text as long as the format allows, unbroken and hostile."""
    scenario = the_exact().story.scenario
    long, short = (HOSTILE.replace(" ", "") + "W" * 2000)[:2000], "W" * 160
    nodes = {}
    for name, node in scenario.nodes.items():
        options = tuple(
            replace(o, say=long, do=None, feedback=long, reply=tuple(replace(line, text=long) for line in o.reply))
            for o in node.options or ()
        )
        ending = replace(node.ending, title=short, text=long) if node.ending else None
        lines = tuple(replace(line, text=long) for line in node.lines)
        nodes[name] = replace(node, title=short, lines=lines, options=options or node.options, ending=ending)
    cast = {id_: replace(person, name=short) for id_, person in scenario.cast.items()}
    told = replace(
        scenario, title=short, summary=long, question=long, briefing=long, discussion=(long,), nodes=nodes, cast=cast
    )
    return ScoringModel(told, the_exact().rubric)


@pytest.mark.parametrize("wide", [1280, 420])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_overflows_sideways_complains_or_leaves_the_page(
    browser: Any, pages: dict[str, Path], name: str, wide: int
) -> None:
    page = opened(browser, pages[name], wide)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    assert page.evaluate("window.hurt") is None
    assert page.complaints == []


@pytest.mark.parametrize("name", ["report", "slides", "gone", "term"])
def test_axe_finds_nothing_serious(browser: Any, axe: str, pages: dict[str, Path], name: str) -> None:
    page = opened(browser, pages[name], bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("document.querySelectorAll('main > section').forEach(s => s.hidden = false)")
    page.evaluate(axe)
    answer = page.evaluate("axe.run({resultTypes: ['violations']})")
    graver = [v for v in answer["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in graver] == []


def test_the_report_reads_the_same_without_scripts(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["report"], java_script_enabled=False)
    assert page.get_by_role("heading", level=2, name="The half hour").is_visible()
    assert page.get_by_role("img", name="Where the class went").is_visible()


def test_the_keyboard_reaches_every_table_and_opens_it(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["report"])
    summaries = page.locator("summary").count()
    reached = 0
    for _ in range(200):
        page.keyboard.press("Tab")
        tag = page.evaluate("document.activeElement.tagName")
        if tag == "BODY":
            break
        if tag == "SUMMARY":
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.parentElement.open")
            reached += 1
    assert reached >= summaries


def test_a_closed_table_prints_open(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["report"])
    table = page.locator("#map details table")
    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.bounding_box()["height"] > 100
    assert page.locator(".own").last.bounding_box()["height"] > 100
    assert not page.locator("summary").first.is_visible()


@pytest.fixture(scope="module")
def sheets(browser: Any, pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each printed page, of the report and of the slides."""
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext here: apt-get install poppler-utils")
    found = {}
    for name in ("report", "slides", "lesson"):
        out = tmp_path_factory.mktemp("print") / f"{name}.pdf"
        opened(browser, pages[name]).pdf(path=str(out), prefer_css_page_size=True, print_background=True)
        read = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, check=True).stdout
        found[name] = read.decode("utf-8").split("\f")[:-1]
    return found


def test_every_player_gets_a_sheet_of_their_own(sheets: dict[str, list[str]]) -> None:
    for play in a_class():
        mine = [sheet for sheet in sheets["report"] if play.pseudonym in sheet]
        assert len(mine) == 1
        assert sum(other.pseudonym in mine[0] for other in a_class()) == 1


def test_each_fork_prints_on_one_sheet(sheets: dict[str, list[str]]) -> None:
    for number in (1, 2):
        mine = next(sheet for sheet in sheets["report"] if f"Fork {number}: what the class chose" in sheet)
        assert "Three ways to open the talk" in mine
        assert "What stayed unsaid" in mine


def test_the_lesson_prints_on_four_sheets_and_none_has_but_a_few_lines(sheets: dict[str, list[str]]) -> None:
    lines = [len([line for line in sheet.splitlines() if line.strip()]) for sheet in sheets["lesson"]]
    assert 2 <= len(lines) <= 4
    assert min(lines) > 10


def test_slides_print_one_a_sheet(sheets: dict[str, list[str]], pages: dict[str, Path]) -> None:
    assert len(sheets["slides"]) == pages["slides"].read_text(encoding="utf-8").count("<section ")


def test_arrow_keys_step_through_the_slides_and_stop_at_the_ends(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["slides"])
    shown = page.locator("main > section:visible")
    many = page.locator("main > section").count()
    page.keyboard.press("ArrowLeft")
    assert shown.get_attribute("id") == "s-title"
    seen = ["s-title"]
    for _ in range(many + 2):
        page.keyboard.press("ArrowRight")
        assert shown.count() == 1
        seen.append(shown.get_attribute("id"))
    assert len(dict.fromkeys(seen)) == many
    assert seen[-1] == "s-limits"
    page.keyboard.press("Home")
    page.get_by_role("button", name="Next").click()
    assert shown.get_attribute("id") == "s-ground"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_without_script_the_slides_stand_below_each_other(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["slides"], java_script_enabled=False)
    assert page.locator("main > section:visible").count() == page.locator("main > section").count()
    assert page.locator("nav").count() == 0


def test_a_slide_fits_a_projector(browser: Any, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["slides"])
    tall = {}
    for _ in range(page.locator("main > section").count()):
        height = page.evaluate("document.documentElement.scrollHeight")
        if height > 720:
            tall[page.evaluate("location.hash")] = height
        page.keyboard.press("ArrowRight")
    assert tall == {}
