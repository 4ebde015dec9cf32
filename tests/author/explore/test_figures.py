"""What `explore` says: exact, in text and in data; and the same as long random play, within its error."""

from __future__ import annotations

import json
import random
from fractions import Fraction

import pytest

from game.author.explore.charts_text import bar, box, percent, table
from game.author.explore.data import as_data
from game.author.explore.figures import explore
from game.author.explore.text import as_text
from game.author.validity.tracks import Tracks
from game.rubric.model import AXES
from game.story.reach import Verdict
from tests.author.benches import CLOSED, a_bench
from tests.support.library import LIBRARY, on_the_bench
from tests.support.stories import LOOP


def test_a_small_story_is_told_whole() -> None:
    found = explore(a_bench(CLOSED))
    assert found.figures is not None
    assert (found.figures.plays, found.figures.lengths) == (3, (2, 2))
    assert {e.node: e.probability for e in found.figures.endings} == {"left": Fraction(3, 4), "over": Fraction(1, 4)}
    role = found.figures.spreads["role_held"]
    # open-up 2 and then +1 or 0; keep-quiet -2, and nothing at stake after it
    assert role.values == [Fraction(0), Fraction(6, 7), Fraction(1)]
    assert role.mean == Fraction(1, 4) * Fraction(6, 7) + Fraction(1, 4)
    assert (role.percentile(50), role.percentile(75), role.percentile(95)) == (0, Fraction(6, 7), 1)
    at_best = next(e for e in found.figures.endings if e.node == "over")
    assert at_best.spreads["role_held"].values == [1]


def test_what_nobody_can_choose_is_listed_with_its_line_and_the_reason() -> None:
    told = as_text(explore(a_bench(CLOSED)))
    assert "Of 5 nodes, 4 proven reachable, 1 proven impossible.\n" in told
    assert "Of 5 options, 4 proven reachable, 1 proven impossible.\n" in told
    assert "`too-eager`: proven impossible. Its `when` asks for trust at least 9, and here it is 5." in told
    assert "`never`: proven impossible. It is led to by `too-eager`, which no play can choose." in told
    line = next(row for row in told.split("\n") if "`too-eager`: proven" in row).split()[1].rstrip(":")
    assert a_bench(CLOSED).document.lines[int(line) - 1].strip().startswith("- {id: too-eager")


def test_the_text_has_bars_and_spreads() -> None:
    told = as_text(explore(a_bench(CLOSED)))
    assert "  left  poor  75.0 %  ███████████████\n" in told
    assert "3 plays of 2 choices" not in told
    assert "3 plays of 2 to 2 choices" in told
    assert "2 plays choose every option" in told or "3 plays choose every option" in told


def test_the_data_is_json_and_has_a_finding_for_every_line() -> None:
    data = json.loads(json.dumps(as_data(explore(a_bench(CLOSED)))))
    assert (data["proven"], data["plays"], data["shortest"], data["longest"]) == (True, 3, 2, 2)
    assert [o["id"] for o in data["options"]] == ["open-up", "keep-quiet", "too-eager", "go-on", "leave-it"]
    assert data["options"][3]["way"] == ["open-up", "go-on"]
    assert data["cover"]["proven"]
    assert data["chance"]["client_power"] is None


def test_a_story_without_end_has_no_figures_and_says_why() -> None:
    found = explore(a_bench(LOOP))
    assert found.figures is None
    assert "A play can come back to `first` for ever" in as_text(found)
    assert all(f.verdict is Verdict.REACHABLE for f in found.options.values())
    assert as_data(found)["proven"] is False


def test_beyond_the_budget_it_says_not_proven_with_the_count() -> None:
    found = explore(a_bench(CLOSED), most=2)
    assert found.figures is None
    assert "Not proven: after 2 positions there were more to follow." in as_text(found)
    assert found.options["go-on"].verdict is Verdict.OPEN


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_long_random_play_comes_to_the_exact_figures_within_its_error(name: str) -> None:
    bench = on_the_bench(name)
    figures = explore(bench).figures
    assert figures is not None
    tracks, rng, n = Tracks(bench.exact), random.Random(11), 5_000
    ends: dict[str, int] = {}
    scores: dict[str, list[float]] = {axis: [] for axis in AXES}
    for _ in range(n):
        run = tracks.run(lambda here: rng.randrange(len(tracks.steps[here])))
        here, take = run[-1]
        node = bench.exact.plays.positions[tracks.steps[here][take].to].node
        ends[node] = ends.get(node, 0) + 1
        for axis, path in tracks.path(run).items():
            scores[axis] += [path] if path is not None else []
    for ending in figures.endings:
        p = float(ending.probability)
        assert abs(ends.get(ending.node, 0) / n - p) < 5 * (p * (1 - p) / n) ** 0.5 + 1 / n
    for axis, found in scores.items():
        mean, deviation = figures.spreads[axis].mean, figures.spreads[axis].deviation
        assert mean is not None
        assert deviation is not None
        assert abs(sum(found) / len(found) - float(mean)) < 5 * float(deviation) / len(found) ** 0.5
        for percent_ in (5, 50, 95):
            value = figures.spreads[axis].percentile(percent_)
            assert value is not None
            below = sum(score <= float(value) + 1e-9 for score in found) / len(found)
            assert below > percent_ / 100 - 0.02


def test_bars_grow_by_eighths_and_are_seen_when_there_is_anything() -> None:
    assert [bar(Fraction(n, 16), width=2) for n in (0, 1, 4, 8, 16)] == ["", "▏", "▌", "█", "██"]
    assert bar(Fraction(1, 10_000)) == "▏"


def test_a_box_shows_the_range_the_quarters_and_the_middle() -> None:
    at = [Fraction(n, 10) for n in (1, 3, 5, 7, 9)]
    assert box(at[0], at[1], at[2], at[3], at[4], width=11) == " ··══┃══·· "


def test_tables_are_aligned_and_percents_tell_little_from_nothing() -> None:
    assert table([["a", "1"], ["long", "10"]]) == ["  a      1", "  long  10"]
    assert [percent(Fraction(n, 100_000)) for n in (0, 1, 100, 50_000, 100_000)] == [
        "0 %", "0.001 %", "0.1 %", "50.0 %", "100 %",
    ]  # fmt: skip
