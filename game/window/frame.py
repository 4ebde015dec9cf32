"""How the window is shared out: screens above, the caption under them, and at the foot that nothing is kept."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pygame

from game.window.preferences import Preferences
from game.window.screens.screen import Screen
from game.window.toolkit import icons, text
from game.window.toolkit.layout import margin
from game.window.toolkit.look import Look
from game.window.toolkit.theme import THEMES
from game.window.voice.aloud import Aloud
from game.words import _

LEAST = (320, 240)  # a smaller window shows the upper left part of screens of this size


def canvas_for(window: pygame.Surface) -> pygame.Surface:
    """Returns what screens are drawn on: the window, or where that is too small a surface that is not."""
    wide, high = window.get_size()
    if wide >= LEAST[0] and high >= LEAST[1]:
        return window
    return pygame.Surface((max(wide, LEAST[0]), max(high, LEAST[1])))


SHOT_WIDE = 480


def draw_below(stack: Sequence[Screen], screen: Screen, surface: pygame.Surface, look: Look) -> None:
    """Draws the screen under this one of a stack, as the ground of an overlay."""
    here = stack.index(screen)
    if here == 0:
        surface.fill(look.theme.bg)
        return
    below = stack[here - 1]
    below.settle(look)
    below.draw(surface)


def small_picture(screen: Screen, look: Look, size: tuple[int, int]) -> bytes:
    """Returns a small picture (PNG) of a screen."""
    whole = pygame.Surface(size)
    screen.settle(look)
    screen.draw(whole)
    high = round(SHOT_WIDE * whole.get_height() / whole.get_width())
    file = io.BytesIO()
    pygame.image.save(pygame.transform.smoothscale(whole, (SHOT_WIDE, high)), file, "shot.png")
    return file.getvalue()


class WindowParts:
    """The parts of one surface, for one look and what is shown under the screens; `foot` pixels under all of it are
    left alone."""

    def __init__(self, surface: pygame.Surface, now: Preferences, aloud: Aloud, *, unkept: bool, foot: int = 0) -> None:
        self._surface, self._aloud = surface, aloud
        wide, high = surface.get_size()
        self._whole = Look(THEMES[now.theme], wide, high, now.text_scale, setting=now.setting)
        line = line_high(self._whole) if unkept else 0
        self.line = line if line < high // 3 else 0  # pixels that the line takes at the foot
        strip = aloud.strip_high(self._whole)
        self.strip = strip if strip + self.line < high // 2 else 0  # pixels that the caption takes above it
        self.below = self.line + self.strip + foot

    @property
    def room(self) -> pygame.Surface:
        """Returns the part that the screens have."""
        wide, high = self._surface.get_size()
        return self._surface.subsurface((0, 0, wide, high - self.below)) if self.below else self._surface

    @property
    def look(self) -> Look:
        """Returns the look that screens are laid out for."""
        whole = self._whole
        high = whole.height - self.below
        return Look(whole.theme, whole.width, high, whole.text_scale, self.below, whole.setting)

    def draw_foot(self) -> None:
        """Draws what stands under the screens."""
        room = self.room.get_rect()
        strip = pygame.Rect(0, room.bottom, room.width, self.strip)
        self._aloud.draw(self._surface, strip, self.look)
        if self.line:
            _draw_line(self._surface, pygame.Rect(0, strip.bottom, room.width, self.line), self.look)


def line_high(look: Look) -> int:
    """Returns how high the line is, in pixels."""
    return text.leading(look.px, "strong") + look.em(0.2)


def _draw_line(onto: pygame.Surface, box: pygame.Rect, look: Look) -> None:
    """Draws the line that says that nothing is kept."""
    theme = look.theme
    onto.fill(theme.panel, box)
    onto.fill(theme.choice_edge, (box.x, box.y, box.width, max(1, look.dp(1))))
    side, left = look.em(0.95), box.x + min(margin(look), look.em(0.6))
    onto.blit(icons.icon("warning", side, theme.warm), (left, box.centery - side // 2))
    words, short = _("Not kept: this play is gone when you leave it."), _("Not kept")
    fits = text.width(words, look.px, "strong") <= box.width - left - look.em(2)
    top = box.centery - text.role_font(look.px, "strong").get_linesize() // 2
    at = left + look.em(1.45), top
    text.blit_line(onto, words if fits else short, at, look.px, "strong", theme.text)
