"""Every screen at every size: no words outside their box, nothing on top of anything else, large enough to press, and a
focus that goes where reading goes."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from pygame import Rect

from game.window.preferences import Preferences
from game.window.toolkit.layout import place_label
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM
from game.window.toolkit.widgets import Widget
from tests.window.conftest import Start
from tests.window.drive import SIZES, Driver
from tests.window.shots import tour

LOOKS = [(size, scale) for size in (*SIZES, (640, 480)) for scale in (1.0, 1.5, 2.0)]


def faults(driver: Driver) -> list[str]:  # noqa: C901 (a list of rules, a line or two each)
    """What is wrong with the layout of the top screen, in words."""
    found = []
    window = driver.app.surface.get_rect()
    panes = driver.app.top.page.panes
    for pane in panes:
        if not window.contains(pane.rect):
            found.append(f"the column {pane.name} {pane.rect} is not inside the window")
        if not pane.scrolls and pane.height > pane.rect.height + 2:
            found.append(f"the column {pane.name} is cut: {pane.height} in {pane.rect.height}")
        if pane.rect.height < driver.app.look.px * 2:
            found.append(f"the column {pane.name} has no room: {pane.rect}")
    for one, two in combinations(panes, 2):
        clip = one.rect.clip(two.rect)
        if min(clip.size) > 2 * (one.edge + two.edge):
            found.append(f"the columns {one.name} and {two.name} overlap by {clip.size}")
    for pane, widget in driver.widgets():
        for line, box in widget.written():
            if box.left < 0 or box.right > pane.rect.width:
                found.append(f"{line!r} leaves its column: {box} in {pane.rect}")
            if not widget.rect.inflate(4, 4).contains(box):
                found.append(f"{line!r} leaves its box: {box} in {widget.rect}")
        if widget.focusable and min(widget.rect.size) < 44:
            found.append(f"{widget.key} is only {widget.rect.size}")
    for pane in panes:
        pressable = [widget for widget in pane.root.walk() if widget.focusable]
        found += [
            f"{one.key} covers {two.key}" for one, two in combinations(pressable, 2) if one.rect.colliderect(two.rect)
        ]
        found += [
            f"the focus goes back from {one.key} to {two.key}" for one, two in pairwise(pressable) if back(one, two)
        ]
        boxes = [(line, box) for widget in pane.root.walk() for line, box in widget.written()]
        found += [
            f"{one!r} is written over {two!r}"
            for (one, a), (two, b) in combinations(boxes, 2)
            if one and two and min(a.clip(b).size) > 3
        ]
    return found


def back(one: Widget, two: Widget) -> bool:
    """True when the second of two stands straight above the first or straight to its left."""
    a, b = one.rect, two.rect
    above = b.bottom <= a.top and a.left < b.right and b.left < a.right
    leftward = b.right <= a.left and a.top < b.bottom and b.top < a.bottom
    return above or leftward


@pytest.mark.parametrize(("size", "scale"), LOOKS)
def test_no_words_leave_their_box_and_nothing_overlaps(start: Start, size: tuple[int, int], scale: float) -> None:
    driver = start(size)
    driver.draws = False
    driver.app.prefer(replace(Preferences(), text_scale=scale))
    driver.wait()
    wrong: list[str] = []
    tour(driver, lambda what: wrong.extend(f"{what}: {fault}" for fault in faults(driver)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", SIZES)
def test_the_focus_is_always_in_sight(start: Start, size: tuple[int, int]) -> None:
    driver = start(size)
    driver.draws = False
    driver.app.prefer(replace(Preferences(), text_scale=2.0))
    driver.wait()
    hidden: list[str] = []

    def look_around(what: str) -> None:
        page = driver.app.top.page
        before = page.focus_key
        for key in driver.keys:
            page.focus(key)
            pane, widget = driver.find(key)
            top = widget.rect.y - pane.scroll
            if not (
                top >= -1
                and (top + widget.rect.height <= pane.rect.height or widget.rect.height > pane.rect.height - 60)
            ):
                hidden.append(f"{what}: {key} at {top}")
        page.focus_key = before

    tour(driver, look_around)
    assert not hidden, "\n".join(hidden)


def test_text_is_as_large_as_it_was_promised() -> None:
    assert Look(CALM, 1280, 720).px >= 21
    assert Look(CALM, 1920, 1080).px >= 32
    assert Look(CALM, 1920, 1080, 2.0).px >= 64
    assert Look(CALM, 640, 480).px >= 18


def test_a_label_keeps_clear_of_what_is_there_and_inside_its_field() -> None:
    field = Rect(0, 0, 200, 100)
    taken = [Rect(60, 40, 100, 20)]
    spot = place_label((50, 50), (40, 20), 6, field, taken)
    assert field.contains(spot)
    assert spot.collidelist(taken) == -1
    assert field.contains(place_label((199, 1), (60, 20), 6, field, []))
