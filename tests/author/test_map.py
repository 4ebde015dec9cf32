"""The map: boxes and arrows of a scenario, where they are put, and the three forms they are kept in."""

from __future__ import annotations

import re
import sys
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.generate import braid, long_walk
from game.author.map.graph import Arrow, Graph, graph
from game.author.map.journals import visited
from game.author.map.layers import HIGH, WIDE
from game.author.map.layout import Layout, laid_out
from game.author.map.make import the_map
from game.author.map.measures import component, shares, stake
from game.author.map.mermaid import as_mermaid
from game.author.map.page import TEMPLATES
from game.errors import UsageError
from game.locations import more_packages
from game.play.events import Mode
from game.play.session import new_session
from game.testing import SMALL
from tests.author.benches import CLOSED, a_bench
from tests.support.stories import LOOP

HOSTILE = '</title><script>hurt()</script>\\" ]] | `x`'


def a_graph(text: str = SMALL) -> Graph:
    bench = a_bench(text)
    return graph(bench.scenario, bench.exact.rubric)


def overlaps(layout: Layout) -> list[tuple[str, str]]:
    spots = list(layout.boxes.items())
    return [
        (a, b)
        for n, (a, (x, y)) in enumerate(spots)
        for b, (u, v) in spots[n + 1 :]
        if abs(x - u) < WIDE and abs(y - v) < HIGH
    ]


def test_ways_from_one_node_to_another_are_one_arrow() -> None:
    found = a_graph()
    assert found.arrows[0] == Arrow("the-text", "the-answer", ("name-it", "laugh-it-off"), False)
    assert Arrow("the-answer", "clear", ("own-it", "say-how"), True) in found.arrows


def test_an_ending_that_turns_after_harm_has_an_arrow_to_the_one_it_turns_into() -> None:
    ending = "ending: {kind: best, title: Clear and close"
    assert SMALL.count(ending) == 1
    text = SMALL.replace(ending, ending.replace("best,", "best, mended: vague, unmended: vague,"))
    arrow = a_graph(text).arrows[-1]
    assert (arrow.source, arrow.target, arrow.options) == ("clear", "vague", ())
    assert arrow.harm == "after harm that was mended or after harm that was not mended"
    assert '-.->|"after harm that was mended or after harm that was not mended"|' in as_mermaid(a_graph(text))


def test_a_box_says_what_is_at_stake_and_between_which_points() -> None:
    box = a_graph().boxes[0]
    assert (box.title, box.start, box.options, box.stakes) == ("The text", True, 2, (True, True, False, False))
    assert box.points[1] == (-2, 2)
    assert [b.kind for b in a_graph(CLOSED).boxes] == ["decision", "decision", "passage", "ending", "ending"]


def test_measures_say_in_words_what_they_say_by_colour() -> None:
    found, rubric = a_graph(), a_bench().exact.rubric
    assert (stake(found).levels["the-text"], stake(found).words["the-text"]) == (2, "2 of 4")
    warmth = component(found, rubric, 1)
    assert (warmth.levels["the-text"], warmth.words["the-text"]) == (4, "−2 to +2")
    odds = {"a": Fraction(0), "b": Fraction(1, 20), "c": Fraction(1, 5), "d": Fraction(1, 2), "e": Fraction(1)}
    come = shares("chance", "Random plays", "", odds)
    assert list(come.levels.values()) == [0, 1, 2, 3, 4]
    assert (come.words["a"], come.words["b"]) == ("never", "5.0 %")


@pytest.mark.parametrize(
    "text", [SMALL, CLOSED, LOOP, long_walk(199), braid(28, 7)], ids=["small", "closed", "loop", "walk", "braid"]
)
def test_no_box_lies_on_another_and_all_lie_within_the_picture(text: str) -> None:
    layout = laid_out(a_graph(text))
    assert overlaps(layout) == []
    for x, y in layout.boxes.values():
        assert WIDE / 2 <= x <= layout.wide - WIDE / 2
        assert HIGH / 2 <= y <= layout.high - HIGH / 2


def test_a_long_scenario_is_folded_to_the_shape_of_a_screen() -> None:
    for text in (long_walk(199), braid(28, 7)):
        layout = laid_out(a_graph(text))
        assert 1 < layout.wide / layout.high < 2.2


def test_arrows_lead_from_the_foot_of_a_box_to_the_head_of_another() -> None:
    found = a_graph()
    layout = laid_out(found)
    for arrow, route in zip(found.arrows, layout.routes, strict=True):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", route.path)]
        (x, y), (u, v) = layout.boxes[arrow.source], layout.boxes[arrow.target]
        assert numbers[:2] == pytest.approx([x, y + HIGH / 2], abs=0.1)
        assert numbers[-2:] == pytest.approx([u, v - HIGH / 2 - 7], abs=0.1)


def test_the_svg_is_a_picture_with_a_name_a_description_and_a_legend() -> None:
    root = ElementTree.fromstring(the_map(a_bench(), ".svg", "chance"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.find(f"{space}title").text == "Saturday Friend"  # type: ignore[union-attr]
    assert "4 boxes from top to bottom: 2 with options" in root.find(f"{space}desc").text  # type: ignore[union-attr,operator]
    told = " ".join(root.itertext())
    assert "best ending" in told
    assert "A dashed arrow: only on a condition, or after harm." in told
    assert len(root.findall(f".//{space}a")) == 4


def test_the_mermaid_text_has_every_box_and_arrow_and_nothing_that_breaks_it() -> None:
    found = a_graph()
    text = as_mermaid(found)
    assert text.startswith("---\ntitle: Saturday Friend\n---\nflowchart TB\n")
    assert '  n0 -->|"name-it, laugh-it-off"| n1\n' in text
    assert '  n1 -.->|"own-it, say-how"| n2\n' in text
    assert '  n2(["Clear and close<br>best ending"])\n' in text
    hostile = the_map(a_bench(SMALL.replace("title: Clear and close", f"title: '{HOSTILE}'")), ".mmd")
    assert "script(hurt" not in hostile.replace(" ", "")
    assert "`" not in hostile


def test_the_mermaid_text_needs_no_igraph_and_a_picture_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    assert "flowchart TB" in the_map(a_bench(), ".mmd")
    with pytest.raises(UsageError, match=re.escape(f"Type: {more_packages('author')}. ")):
        the_map(a_bench(), ".svg")


def test_the_page_holds_all_words_one_script_and_nothing_from_elsewhere() -> None:
    page = the_map(a_bench(), ".html")
    assert page.count("<script") == 1
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/=]{44}'", page)
    assert "http" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", page).replace("http-equiv", "")
    assert "I did mean it, you know." in page
    assert '<option value="chance"' in page
    assert "chosen in 50.0 % of random plays" in page


def test_hostile_words_are_words_and_nothing_else() -> None:
    text = SMALL.replace("title: Saturday Friend", f"title: '{HOSTILE}'").replace(
        "title: Clear and close", f"title: '{HOSTILE}'"
    )
    for form in (".html", ".svg"):
        assert "<script>hurt" not in the_map(a_bench(text), form)


def test_a_scenario_without_end_is_drawn_but_has_no_share_of_random_plays() -> None:
    assert '<option value="chance"' not in the_map(a_bench(LOOP), ".html")
    with pytest.raises(UsageError, match="plays have no end"):
        the_map(a_bench(LOOP), ".svg", "chance")


def test_another_form_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"\.html, \.svg, \.mmd; `\.png` is none of them"):
        the_map(a_bench(), ".png")


def test_journals_tell_the_share_of_plays_that_came_to_a_node(tmp_path: Path) -> None:
    bench = a_bench()
    for number, choices in enumerate((["name-it", "say-how"], ["name-it", "change-subject"], ["laugh-it-off"])):
        session = new_session(bench.exact, mode=Mode.ASSESS, seed=number, logs=tmp_path)
        session.begin()
        for choice in choices:
            session.read()
            session.choose(choice)
    counted = visited(bench, tmp_path)
    assert counted.plays == 3
    assert counted.shares == {"the-text": 1, "the-answer": 1, "clear": Fraction(1, 3), "vague": Fraction(1, 3)}
    with pytest.raises(UsageError, match="holds no journal of"):
        visited(bench, tmp_path / "nowhere")


def test_words_in_a_box_can_be_read_on_every_colour_in_light_in_dark_and_in_print() -> None:
    themes = re.findall(r"\.map\{(--ink:[^}]*)\}", (TEMPLATES / "map_drawing.css").read_text(encoding="utf-8"))
    assert len(themes) == 3
    for theme in themes:
        colours = dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]+)", theme))
        grounds = [colours[name] for name in ("l0", "l1", "l2", "l3", "l4", "ln", "back")]
        assert min(contrast(colours["ink"], ground) for ground in grounds) >= 4.5
        assert contrast(colours["chip"], colours["chip-ink"]) >= 4.5
        assert contrast(colours["line"], colours["back"]) >= 3


def contrast(one: str, two: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
