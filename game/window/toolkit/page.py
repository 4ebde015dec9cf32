"""Columns of parts on one screen: which has the focus, which the pointer, how far each has scrolled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame

from game.window.toolkit import paint
from game.window.toolkit.layout import clamp
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Widget

NOTCH = 3.0  # a wheel notch moves a column by this many text heights
FADE = 0.6  # text heights over which a column that goes on beyond its edge fades there


class Pane:
    """A column of parts in a fixed place; a column longer than its place scrolls and shows a bar."""

    def __init__(
        self, name: str, rect: pygame.Rect, root: Widget, look: Look, *, scrolls: bool = True, ground: str = "panel"
    ) -> None:
        self.ground = ground
        self.name, self.rect, self.root, self.look, self.scrolls = name, rect, root, look, scrolls
        self.edge = 2 * look.ring + 1  # room for a focus ring at the sides, top and bottom
        room = rect.width - 2 * self.edge
        self.height = root.layout(look, self.edge, self.edge, room) + 2 * self.edge
        if scrolls and self.height > rect.height:  # a bar is needed, so there is less room
            self.height = root.layout(look, self.edge, self.edge, room - look.dp(14)) + 2 * self.edge
        self.scroll = 0.0

    @property
    def longest(self) -> float:
        """Returns how far it can scroll, in pixels; 0 when all fits."""
        return float(max(0, self.height - self.rect.height)) if self.scrolls else 0.0

    def scroll_to(self, top: float) -> bool:
        """Returns True when the column moved."""
        new = clamp(top, 0.0, self.longest)
        moved = abs(new - self.scroll) >= 0.5
        self.scroll = new
        return moved

    def reveal(self, box: pygame.Rect) -> bool:
        """Returns True when it had to scroll to show a box with its ring clear of where the column fades; the top wins
        when the box is too high."""
        room = self.edge + self.look.em(FADE)
        top, bottom = box.top - room, box.bottom + room
        if bottom > self.scroll + self.rect.height and bottom - top <= self.rect.height:
            return self.scroll_to(bottom - self.rect.height)
        if top < self.scroll or bottom > self.scroll + self.rect.height:
            return self.scroll_to(top)
        return False

    def inside(self, at: tuple[int, int]) -> tuple[int, int]:
        """Returns a point of the window in the column's own coordinates."""
        return at[0] - self.rect.x, at[1] - self.rect.y + round(self.scroll)

    def bar(self) -> pygame.Rect | None:
        """Returns the scrollbar's handle in window coordinates, or None when everything fits."""
        if not self.longest:
            return None
        wide = max(8, self.look.dp(8))
        high = max(self.look.target, round(self.rect.height * self.rect.height / self.height))
        top = self.rect.y + round((self.rect.height - high) * self.scroll / self.longest)
        return pygame.Rect(self.rect.right - wide, top, wide, high)

    def draw(self, surface: pygame.Surface, focus: Widget | None, hover: Widget | None) -> None:
        """Draws what is visible of the column, and its scrollbar."""
        box = self.rect.clip(surface.get_rect())
        if not box.width or not box.height:
            return
        view = surface.subsurface(box)
        canvas = Canvas(view, self.look, (0, -round(self.scroll)), focus, hover)
        self.root.draw(canvas)
        if self.scroll > 0.5:
            paint.fade(view, self.look.em(FADE), getattr(self.look.theme, self.ground), top=True)
        if self.scroll < self.longest - 0.5:
            paint.fade(view, self.look.em(FADE), getattr(self.look.theme, self.ground), top=False)
        bar = self.bar()
        if bar:
            theme, track = self.look.theme, pygame.Rect(bar.x, self.rect.y, bar.width, self.rect.height)
            surface.blit(paint.round_box(track.size, bar.width // 2, theme.grid), track)
            surface.blit(paint.round_box(bar.size, bar.width // 2, theme.choice_edge), bar)


class Page:
    """All panes of a screen with one focus that moves in reading order, beginning in the `main` pane."""

    main = "words"

    def __init__(self) -> None:
        self.panes: list[Pane] = []
        self.focus_key = ""
        self.hover_key = ""
        self.ring = True  # keyboard in use: the ring shows; a press of the pointer hides it

    def set(self, panes: list[Pane]) -> None:
        """Takes new panes and keeps focus and scroll of the old ones by name."""
        scrolls = {pane.name: pane.scroll for pane in self.panes}
        self.panes = panes
        for pane in panes:
            pane.scroll_to(scrolls.get(pane.name, 0.0))
        if self.focus_key and not any(widget.key == self.focus_key for _, widget in self.focusables()):
            self.focus_key = ""

    def pane(self, name: str) -> Pane:
        """Returns the pane of this name."""
        return next(pane for pane in self.panes if pane.name == name)

    def focusables(self) -> Iterator[tuple[Pane, Widget]]:
        """Returns everything that can be pressed, in reading order."""
        for pane in self.panes:
            for widget in pane.root.walk():
                if widget.focusable:
                    yield pane, widget

    def widget(self, key: str) -> Widget | None:
        """Returns the pressable part of this name."""
        return next((widget for _, widget in self.focusables() if widget.key == key), None) if key else None

    @property
    def focused(self) -> Widget | None:
        """Returns the part that has the focus."""
        return self.widget(self.focus_key)

    def focus(self, key: str) -> None:
        """Gives the focus to a part and brings it into view."""
        self.focus_key = key
        for pane, widget in self.focusables():
            if widget.key == key:
                pane.reveal(widget.rect)

    def move_focus(self, step: int, ends: bool = False) -> None:
        """Moves the focus on in reading order, around at the ends."""
        keys = [widget.key for _, widget in self.focusables()]
        self.ring = True
        if not keys:
            return
        if ends or self.focus_key not in keys:
            first = next((widget.key for pane, widget in self.focusables() if pane.name == self.main), keys[0])
            self.focus(keys[-1] if (step > 0) == ends else keys[0] if ends else first)
        else:
            self.focus(keys[(keys.index(self.focus_key) + step) % len(keys)])

    def at(self, point: tuple[int, int]) -> Widget | None:
        """Returns the pressable part under a point of the window."""
        for pane in self.panes:
            if pane.rect.collidepoint(point):
                inside = pane.inside(point)
                for widget in pane.root.walk():
                    if widget.focusable and widget.rect.collidepoint(inside):
                        return widget
        return None

    def hover(self, point: tuple[int, int]) -> bool:
        """Returns True when the pointer came over another part."""
        widget = self.at(point)
        key = widget.key if widget else ""
        changed = key != self.hover_key
        self.hover_key = key
        return changed

    def scrolling(self, point: tuple[int, int] | None) -> Pane | None:
        """Returns the pane that a scroll means: the one under the point, else the first that can scroll."""
        able: Callable[[Pane], bool] = lambda pane: pane.longest > 0  # noqa: E731
        under = [pane for pane in self.panes if point and pane.rect.collidepoint(point) and able(pane)]
        return next(iter(under or [pane for pane in self.panes if able(pane)]), None)

    def only_reads(self) -> bool:
        """Returns True when there is a long column with nothing in it to choose, so that arrows may scroll it."""
        long = self.scrolling(None)
        return long is not None and not any(widget.focusable for widget in long.root.walk())

    def draw(self, surface: pygame.Surface) -> None:
        """Draws every pane."""
        focused = self.focused
        shown = focused if focused and (self.ring or focused.typing) else None
        hovered = self.widget(self.hover_key)
        for pane in self.panes:
            pane.draw(surface, shown, hovered)
