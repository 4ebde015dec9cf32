"""A portrait that breathes and blinks: one surface, changed in place, and the boxes in which it changed.

The head stays as it is; shoulders and chest rise by up to two pixels, and the neck takes that up.
"""

from __future__ import annotations

from functools import partial

import pygame

from game.window.stage.gallery import Gallery
from game.window.stage.life import Life
from game.window.toolkit.paint import mixed

RISE, MOST = 1 / 350, 2.0  # of the portrait's height, and at most so many pixels
STEPS = 4  # of a pixel: a breath is drawn in quarters of one
NECK = 0.09  # of the portrait's height: what gives way when the shoulders rise


class LivePortrait:
    """A person with one expression, `height` pixels high. Whoever lies on the table, or has no picture, keeps still."""

    def __init__(self, gallery: Gallery, person: str, expression: str, height: int, lying: str = "") -> None:
        self.key = (person, expression, height, lying)
        moves = bool(person) and not lying
        self._look_up = partial(gallery.eyes, person, expression, height=height)
        self._eyes_box = gallery.eyes_box(person, height) if moves else None
        self._plain = (
            gallery.lying(person, expression, lying, height) if lying else gallery.portrait(person, expression, height)
        )
        self.surface = self._plain
        self._neck = gallery.neck(person, height) if moves else 0
        self._look = ""
        self._risen = 0

    def pose(self, life: Life | None, glance: str) -> list[pygame.Rect]:
        """Returns moves as life has it, None for not at all; between blinks the eyes go where `glance` says ("" for
        where the expression has them). Tells the boxes that changed."""
        rise = min(MOST, self._plain.get_height() * RISE)
        risen = round(life.breath * rise * STEPS) if life and self._neck else 0
        look = (life.lids or glance) if life else ""
        boxes = []
        if risen != self._risen:
            self._risen = risen
            boxes.append(self._breathe())
        if look != self._look and self._eyes_box:
            self._look = look
            eyes = self._look_up(look) if look else None
            _put(self._own(), eyes or self._plain.subsurface(self._eyes_box), self._eyes_box)
            boxes.append(self._eyes_box)
        return boxes

    def _own(self) -> pygame.Surface:
        """Returns the surface, which is the gallery's until something moves."""
        if self.surface is self._plain:
            self.surface = self._plain.copy()
        return self.surface

    def _breathe(self) -> pygame.Rect:
        """Draws everything under the head as high as it has risen."""
        wide, high = self._plain.get_size()
        below = pygame.Rect(0, self._neck, wide, high - self._neck)
        whole, part = divmod(self._risen, STEPS)
        drawn = self._raised(below, whole)
        if part:
            drawn = mixed(drawn, self._raised(below, whole + 1), part / STEPS)
        _put(self._own(), drawn, below)
        return below

    def _raised(self, below: pygame.Rect, by: int) -> pygame.Surface:
        """Returns what is under the head, its lower part `by` pixels higher."""
        plain = self._plain.subsurface(below)
        if not by:
            return plain
        out = plain.copy()
        neck = round(self._plain.get_height() * NECK)
        body = plain.subsurface((0, neck, below.width, below.height - neck))
        _put(out, body, body.get_rect(top=neck - by))
        squeezed = pygame.transform.smoothscale(plain.subsurface((0, 0, below.width, neck)), (below.width, neck - by))
        _put(out, squeezed, squeezed.get_rect())
        return out


def _put(onto: pygame.Surface, drawn: pygame.Surface, box: pygame.Rect) -> None:
    """Puts pixels in the place of what was there."""
    onto.fill((0, 0, 0, 0), box)
    onto.blit(drawn, box, special_flags=pygame.BLEND_PREMULTIPLIED)
