"""What is wrong with how a screen is laid out: words that leave their box, parts that overlap."""

from __future__ import annotations

from itertools import combinations, pairwise

from game.window.toolkit.widgets import Widget
from tests.window.drive import Driver


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
        if pane.scrolls and pane.rect.height < driver.app.look.px * 2:
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
            if one and two and a.colliderect(b) and min(a.clip(b).size) > 3
        ]
    return found


def back(one: Widget, two: Widget) -> bool:
    """True when the second of two stands straight above the first or straight to its left."""
    a, b = one.rect, two.rect
    above = b.bottom <= a.top and a.left < b.right and b.left < a.right
    leftward = b.right <= a.left and a.top < b.bottom and b.top < a.bottom
    return above or leftward
