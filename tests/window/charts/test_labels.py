"""The labels of a plane stand apart from one another and off every point, wherever the points are."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.library import Library
from game.rubric.archetypes import played, player, profiles
from game.rubric.score import score
from game.window.charts.planes import PlanePlot, inset_of, point
from game.window.charts.trace import OtherPath, Plane, TraceMark, planes
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM

# The window, the text size, and how wide a plane is there.
ROOMS = [
    (Look(CALM, *size, scale), wide)
    for size, scale, wide in (
        ((1280, 720), 1.0, 571),
        ((1280, 720), 1.5, 1180),
        ((1280, 720), 2.0, 1180),
        ((800, 600), 1.0, 716),
        ((800, 600), 2.0, 716),
        ((430, 900), 1.0, 386),
        ((430, 900), 1.5, 386),
        ((430, 900), 2.0, 386),
    )
]
PERCENT = st.floats(0, 100)
POINT = st.tuples(PERCENT, PERCENT)
PATH = st.lists(POINT, max_size=12).map(tuple)
NAMES = ("Partner", "Authority", "Menu", "Pal", "Wall")


@st.composite
def drawn_planes(draw: st.DrawFn) -> Plane:
    """Returns planes with their points anywhere, often in one heap."""
    heap = draw(POINT)
    near = st.tuples(*(st.floats(max(0, at - 8), min(100, at + 8)) for at in heap))
    spot = draw(st.sampled_from((POINT, near)))
    marks = tuple(TraceMark(name, "disc", *draw(spot)) for name in NAMES)
    beside = draw(st.none() | st.builds(OtherPath, st.just("What if, 1"), PATH, st.none() | spot))
    corners = ("both high", "only role high", "only relationship high", "both low")
    return Plane("Roles", "Role", "Relationship", *corners, draw(PATH), draw(spot), draw(spot), marks, beside)


def faults(plane: Plane, look: Look, wide: int) -> list[str]:
    """Returns what is wrong with the labels of a plane."""
    plot = PlanePlot(plane)
    plot.layout(look, 0, 0, wide)
    ends = [plane.end, plane.chance, plane.beside.end if plane.beside else None]
    at = [*((mark.x, mark.y) for mark in plane.marks), *(end for end in ends if end)]
    dots = [pygame.Rect(0, 0, look.em(0.8), look.em(0.8)) for _ in at]
    for dot, spot in zip(dots, at, strict=True):
        dot.center = point(spot, plot.box.size, inset_of(look))
    found = [label.words for label in plot.labels if label.spot.collidelist(dots) != -1]
    found += [label.words for label in plot.labels if not pygame.Rect((0, 0), plot.box.size).contains(label.spot)]
    for one, two in combinations(plot.labels, 2):
        if one.spot.inflate(look.em(0.3), 0).colliderect(two.spot):
            found.append(f"{one.words} by {two.words}")
    return found


@pytest.fixture(autouse=True)
def _fonts() -> None:
    pygame.font.init()


@given(drawn_planes(), st.sampled_from(ROOMS))
def test_no_label_touches_another_or_covers_a_point(plane: Plane, room: tuple[Look, int]) -> None:
    assert faults(plane, *room) == []


@given(drawn_planes(), st.sampled_from(ROOMS))
def test_a_label_far_from_its_point_is_led_to_it(plane: Plane, room: tuple[Look, int]) -> None:
    look, wide = room
    plot = PlanePlot(replace(plane, beside=None))
    plot.layout(look, 0, 0, wide)
    named = {mark.label: (mark.x, mark.y) for mark in plane.marks} | {"You": plane.end, "Chance": plane.chance}
    for label in plot.labels:
        if (at := named.get(label.words)) is None:
            continue
        x, y = point(at, plot.box.size, inset_of(look))
        away = max(label.spot.left - x, x - label.spot.right, label.spot.top - y, y - label.spot.bottom)
        assert label.of == (x, y) or away <= look.em(2), label


@pytest.mark.parametrize("name", ["saturday-friend", "fine-fine"])
def test_all_are_there_in_the_planes_of_every_way_of_playing(name: str) -> None:
    exact = Library().exact(name)
    others = profiles(exact)
    for code in exact.rubric.archetypes:
        card = score(exact, played(exact, player(exact.rubric, code)))
        for plane in planes(card, exact.rubric, exact.extents, others):
            for look, wide in ROOMS:
                assert faults(plane, look, wide) == []
                plot = PlanePlot(plane)
                plot.layout(look, 0, 0, wide)
                assert len(plot.labels) >= 11 - (look.width < 500 and look.text_scale > 1), (code, look)
