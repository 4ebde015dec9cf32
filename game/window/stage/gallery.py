"""The pictures a screen shows, kept in memory once drawn; a missing one shows a plain stand-in and never stops play."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pygame

from game.window.stage import pictures

KEPT = 16  # a conversation shows one person in some expressions and a place or two


class Gallery:
    """Portraits and places by name and size."""

    def __init__(self, assets: Path) -> None:
        self.assets = assets
        self._kept: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()

    def portrait(self, person: str, expression: str, height: int) -> pygame.Surface:
        """A person with an expression, `height` pixels high, premultiplied."""
        key = ("portrait", person, expression, height)
        return self._keep(key, lambda: pictures.portrait(self.assets, person, expression, height))

    def eyes(self, person: str, expression: str, look: str, height: int) -> pygame.Surface | None:
        """The eyes of a portrait with another look, for `eyes_box`; None where there is none."""
        return pictures.eyes(self.assets, person, expression, look, height)

    def eyes_box(self, person: str, height: int) -> pygame.Rect | None:
        """Where the eyes lie in a portrait; None where nobody knows."""
        return pictures.eyes_box(self.assets, person, height)

    def neck(self, person: str, height: int) -> int:
        """How far down in a portrait the face ends; 0 where nobody knows."""
        return pictures.neck(self.assets, person, height)

    def face(self, person: str, expression: str, side: int) -> pygame.Surface:
        """The head and shoulders of a person in a disc, `side` pixels wide, premultiplied."""
        key = ("face", person, expression, side)
        return self._keep(
            key, lambda: _cut_face(pictures.portrait(self.assets, person, expression, round(side * 1.5)), side)
        )

    def place(self, place: str, size: tuple[int, int], blurred: bool = False) -> pygame.Surface:
        """A place that fills a size."""
        key = ("place", place, size, blurred)
        return self._keep(key, lambda: pictures.place(self.assets, place, size, blurred))

    def _keep(self, key: tuple[object, ...], draw: Callable[[], pygame.Surface]) -> pygame.Surface:
        if key not in self._kept:
            self._kept[key] = draw()
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _cut_face(portrait: pygame.Surface, side: int) -> pygame.Surface:
    """A disc cut around the head, which fills the upper part of a portrait."""
    from game.window.toolkit.paint import cut_round

    square = pygame.Surface((side, side), pygame.SRCALPHA)
    left = (portrait.get_width() - side) // 2
    square.blit(portrait, (-left, -round(portrait.get_height() * 0.03)), special_flags=pygame.BLEND_PREMULTIPLIED)
    return cut_round(square)
