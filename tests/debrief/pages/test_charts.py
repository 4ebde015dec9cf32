from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from markupsafe import Markup

from game.debrief.figures.model import NodeFigures, OptionFigures, PlaneMark, PlanePoint, PoleFigures, TracePoint
from game.debrief.pages import charts
from game.debrief.pages.flow_chart import label_of, river, river_in_parts
from game.debrief.pages.flow_layout import onward, steps
from game.debrief.pages.plane import plane
from game.pages.svg import Chart, mark, percent, plain, tag, wrapped
from game.testing import a_rubric, a_scenario
from tests.debrief.a_class import class_figures, the_exact


def an_option(name: str, count: int | None, share: float | None, *, pooled: bool = False) -> OptionFigures:
    return OptionFigures(name, f"I say {name}.", count, share, {}, {}, {}, pooled)


def a_node(*options: OptionFigures, n: int | None = 10, others: int | None = None, **more: object) -> NodeFigures:
    share = None if others is None or n is None else 100 * others / n
    made = NodeFigures("here", "cafe", n, options, others, share, (), (), True, True, False)
    return replace(made, **more)  # type: ignore[arg-type]


def texts(chart: Chart) -> list[str]:
    return ["".join(e.itertext()) for e in ET.fromstring(str(chart.svg)).iter("text")]


def every_chart() -> list[Chart]:
    figures, scenario, rubric = class_figures(), the_exact().story.scenario, a_rubric()
    return [
        river("map", figures, scenario),
        *river_in_parts("part", figures, scenario),
        charts.trace("trace", figures.trace),
        charts.poles("poles", rubric, figures.poles),
        charts.endings("endings", figures.endings, figures.endings_others, figures.complete),
        charts.ruptures("ruptures", figures.ruptures, figures.complete),
        charts.option_split("split", "A fork", figures.nodes[0]),
        *(
            plane(name, axis, rubric, figures.points[name], figures.chance[name], [])
            for name, axis in rubric.axes.items()
        ),
    ]


def test_every_chart_is_well_formed_and_says_what_it_shows_in_words_and_in_a_table() -> None:
    for chart in every_chart():
        root = ET.fromstring(str(chart.svg))
        assert root.get("role") == "img"
        assert root.findtext("title") == chart.title
        assert root.findtext("desc") == chart.says
        assert root.get("aria-labelledby") == f"{chart.key}-t"
        assert chart.rows
        assert all(len(row) == len(chart.head) for row in chart.rows)


def test_a_drawing_escapes_what_it_is_given() -> None:
    assert tag("text", "<script>", cls='"') == Markup('<text class="&#34;">&lt;script&gt;</text>')


def test_text_loses_control_and_direction_marks_and_is_cut_at_a_bound() -> None:
    assert plain("a\x00b\u202ec") == "a\ufffdb\ufffdc"
    assert plain("x" * 1_000_000, 10) == "x" * 10 + "…"
    assert wrapped("word " * 200_000, 20, 2)[-1].endswith("…")


def test_a_share_is_rounded_to_whole_percent_and_nothing_is_shared_of_nothing() -> None:
    assert [percent(1, 3), percent(1, 8), percent(0, 0)] == ["33 %", "13 %", "–"]


def test_a_split_gives_each_option_its_count_and_the_pooled_ones_one_row() -> None:
    node = a_node(
        an_option("a", 6, 60),
        an_option("b", None, None, pooled=True),
        an_option("c", None, None, pooled=True),
        others=4,
    )
    chart = charts.option_split("k", "Fork", node)
    assert [row[1] for row in chart.rows] == [
        "6 of 10 (60 %)",
        "in “others together”",
        "in “others together”",
        "4 of 10 (40 %)",
    ]
    assert "I say b." in texts(chart)  # its words, with no bar of its own
    assert str(chart.svg).count("<rect") == 4


def test_a_number_that_is_not_shown_does_not_look_like_none() -> None:
    unseen, none = (charts.bars("k", "T", "S", [charts.Bar("row", n, 9, "ends")], ("a",), ()) for n in (None, 0))
    assert 'class="unseen"' in str(unseen.svg)
    assert 'class="rail"' in str(none.svg)


def test_a_hidden_decision_shows_no_count_at_all() -> None:
    chart = charts.option_split("k", "Fork", a_node(an_option("a", None, None), n=None, hidden=True))
    assert chart.rows == ()
    assert not texts(chart)


def test_a_decision_told_in_steps_shows_about_how_many() -> None:
    node = a_node(an_option("a", None, 70.0), an_option("b", None, 30.0), n=None, about=20)
    assert [row[1] for row in charts.option_split("k", "Fork", node).rows] == ["about 70 %", "about 30 %"]
    assert charts.reached(node) == "about 20"


def test_a_plane_counts_coinciding_plays_and_names_its_corners() -> None:
    rubric = a_rubric()
    axis = rubric.axes["distinct_roles"]
    chart = plane(
        "k",
        axis,
        rubric,
        [PlanePoint(80, 70, 4), PlanePoint(20, 10, 1)],
        PlaneMark(50, 50),
        [("Wall", PlaneMark(95, 5))],
    )
    shown = texts(chart)
    assert "4" in shown
    assert {"both high", "only relationship high", "only role high", "both low", "Chance", "Wall"} <= set(shown)
    assert "1 of" not in chart.says


@pytest.mark.parametrize("shape", ["disc", "diamond", "square", "up", "down", "star", "cross"])
def test_every_mark_has_a_shape_of_its_own(shape: str) -> None:
    others = {
        str(mark(s, 0, 0, 5, "m")) for s in ("disc", "diamond", "square", "up", "down", "star", "cross") if s != shape
    }
    assert str(mark(shape, 0, 0, 5, "m")) not in others


def test_a_trace_of_one_turn_and_of_none_can_be_drawn() -> None:
    assert charts.trace("k", [TracePoint(1, 20, 5.0, 5.0, 5.0)]).rows == (("1", "20", "5", "5", "5"),)
    assert "Too few" in charts.trace("k", []).says


def test_lines_that_end_at_one_height_keep_their_names_apart() -> None:
    chart = charts.trace("k", [TracePoint(t, 20, 5.0, 5.0, 5.0) for t in (1, 2)])
    ends = [
        float(e.get("y", "0"))
        for e in ET.fromstring(str(chart.svg))
        if e.tag == "text" and e.text in ("Trust", "Ease", "Voice")
    ]
    assert min(abs(a - b) for i, a in enumerate(ends) for b in ends[:i]) >= 15


def test_a_pole_that_tells_too_much_shows_no_numbers() -> None:
    poles = {"blurred": PoleFigures(None, 2, 9), "walled_off": PoleFigures(15, 8, 9)}
    assert [row[1] for row in charts.poles("k", a_rubric(), poles).rows] == ["not shown", "15 %"]


def test_the_map_has_every_decision_and_sums_to_what_may_be_shown() -> None:
    figures, scenario = class_figures(), the_exact().story.scenario
    chart = river("map", figures, scenario)
    assert [row[0] for row in chart.rows] == [label_of(n.node, scenario) for n in figures.nodes]
    assert [row[1] for row in chart.rows] == [charts.reached(n) for n in figures.nodes]
    forks = [text for text in texts(chart) if text.startswith("fork ")]
    assert sorted(forks) == ["fork 1", "fork 2"]


def test_the_word_of_a_fork_stands_where_no_name_does() -> None:
    root = ET.fromstring(str(river("map", class_figures(), the_exact().story.scenario).svg))
    frames = {float(box.get("y", "0")): box for box in root.iter("rect") if box.get("class") == "fork"}
    told = [word for word in root.iter("text") if (word.text or "").startswith("fork ")]
    assert len(told) == len(frames) == 2
    for word in told:
        frame = frames[float(word.get("y", "0")) - 17]
        assert float(word.get("x", "0")) > float(frame.get("x", "0")) + float(frame.get("width", "0"))


def test_the_map_stays_inside_its_frame() -> None:
    for scenario in ("saturday-friend", "whatever-you-think"):
        chart = river("map", class_figures(30, scenario), the_exact(scenario).story.scenario)
        root = ET.fromstring(str(chart.svg))
        high = float(root.get("viewBox", "").split()[3])
        for box in root.iter("rect"):
            x, y, wide = (float(box.get(k, "0")) for k in ("x", "y", "width"))
            assert x >= -4
            assert x + wide <= charts.WIDE + 4
            assert 0 <= y <= high


def test_steps_count_the_longest_way_and_a_loop_does_not_hang() -> None:
    scenario = a_scenario()
    ways = onward(scenario)
    assert steps(ways, "the-text") == {"the-text": 0, "the-answer": 1, "clear": 2, "vague": 2}
    assert steps({"a": ("b",), "b": ("a", "c")}, "a")["c"] >= 2


def test_a_place_is_called_by_its_title_or_else_by_its_id_in_words() -> None:
    scenario = a_scenario()
    assert label_of("the-text", scenario) == "The text"
    titled = replace(scenario.nodes["the-text"], title="A \u202emessage")
    known = replace(scenario, nodes={**scenario.nodes, "the-text": titled})
    assert label_of("the-text", known) == "A \ufffdmessage"


def test_leanings_are_not_drawn_of_a_few_choices() -> None:
    chart = charts.poles("k", a_rubric(), {"blurred": PoleFigures(None, 2, 9)})
    assert chart.rows == ()
    assert "Too few decisions" in chart.says


def test_a_way_of_playing_stands_beside_the_plays_at_its_place() -> None:
    rubric = a_rubric()
    axis = rubric.axes["shared_power"]
    at = [PlanePoint(95, 90, 4)]
    apart = str(plane("k", axis, rubric, at, None, [("Wall", PlaneMark(5, 5))]).svg)
    together = str(plane("k", axis, rubric, at, None, [("Partner", PlaneMark(94, 91))]).svg)
    assert "thread" not in apart
    assert "thread" in together
