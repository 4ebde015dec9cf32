"""The debrief's drawings in words."""

from __future__ import annotations

from dataclasses import replace

from game.window.charts.strip import Flag, Track
from game.window.charts.trace import OtherPath, Plane, TraceMark
from game.window.voice import plots

PLANE = Plane(
    title="Distinct roles", across="Role held", up="Relationship acknowledged",
    both="both high", first_only="only role high", second_only="only relationship high", neither="both low",
    path=((40.2, 60.0), (50.0, 55.5), (70.0, 80.0)), end=(70.0, 80.0), chance=(58.0, 40.0),
    marks=(TraceMark("Wall", "hexagon", 91.0, 11.0),),
)  # fmt: skip


def test_a_plane_tells_its_corners_the_path_chance_and_the_set_ways() -> None:
    told = " ".join(plots.plane(PLANE))
    assert told.startswith("A plot of Role held and Relationship acknowledged, each from 0 to 100.")
    assert "Its corners: both high, only role high, only relationship high, both low." in told
    assert "Your path starts at 40 and 60. On the way: 50 and 56. It ends at 70 and 80." in told
    assert told.endswith("Random choices would land at 58 and 40. Wall: 91 and 11.")


def test_a_second_path_is_told_beside_the_first() -> None:
    beside = replace(PLANE, beside=OtherPath("The first path", ((10.0, 20.0), (30.0, 40.0)), (30.0, 40.0)))
    assert "The first path: 30 and 40." in " ".join(plots.plane(beside))


def test_a_play_without_a_score_has_no_path_to_tell() -> None:
    told = " ".join(plots.plane(replace(PLANE, path=(), end=None, chance=None)))
    assert "path" not in told
    assert "Random" not in told


def test_the_strip_tells_each_track_and_what_happened_in_order() -> None:
    track = Track("Trust", "accent", None, "disc", (6, 7, 4))
    told = list(plots.strip([track], [Flag(2, "mend", "accent"), Flag(1, "split", "warm")]))
    assert told == [
        "Trust, from 0 to 10: 6 at the start, then 7, 4.", "Turn 1: something broke.", "Turn 2: it was mended.",
    ]  # fmt: skip


def test_a_bar_tells_its_score_and_chance() -> None:
    assert plots.gauge("Role held", 66.4, 58.0) == "Role held: 66 of 100; chance: 58."
    assert plots.gauge("Role held", 66.4, None) == "Role held: 66 of 100."
    assert plots.gauge("Role held", None, None) == "Role held: not tested."
