"""The pictures a screen shows, kept in memory once drawn; a missing one shows a plain stand-in and never stops play."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.scenario.media import NOTHING, Media
from game.scenario.model import Scenario
from game.window.stage import pictures
from game.window.stage.lying import lying
from game.window.toolkit.kept_pictures import KeptPictures

KEPT = 24  # megabytes: a conversation shows one person in some expressions and a place or two


class Gallery:
    """Portraits and places by name and size: an author's own where a scenario has some, else the game's."""

    def __init__(self, assets: Path, own: Media = NOTHING) -> None:
        self.assets, self.own = assets, own
        self._kept = KeptPictures[pygame.Surface](KEPT)
        self._other: Gallery | None = None

    def of(self, scenario: Scenario) -> Gallery:
        """Returns the gallery with a scenario's own pictures; itself where it has none."""
        own = Media.of(scenario)
        if not own.files:
            return self
        if self._other is None or self._other.own.files != own.files:
            self._other = Gallery(self.assets, own)
        return self._other

    def portrait(self, person: str, expression: str, height: int) -> pygame.Surface:
        """Returns a person with an expression, `height` pixels high, premultiplied; a silhouette for ""."""
        key = ("portrait", person, expression, height)
        if not person:
            return pictures.silhouette(height)
        if path := self.own.portrait(person, expression):
            return self._keep((*_stamp(path), height), lambda: pictures.own_portrait(path, height))
        return self._keep(key, lambda: pictures.portrait(self.assets, person, expression, height))

    def eyes(self, person: str, expression: str, look: str, height: int) -> pygame.Surface | None:
        """Returns the eyes of a portrait with another look, for `eyes_box`; None where there is none."""
        return None if self._is_own(person) else pictures.eyes(self.assets, person, expression, look, height)

    def eyes_box(self, person: str, height: int) -> pygame.Rect | None:
        """Returns where the eyes lie in a portrait; None where nobody knows."""
        return None if self._is_own(person) else pictures.eyes_box(self.assets, person, height)

    def neck(self, person: str, height: int) -> int:
        """Returns how far down in a portrait the face ends; 0 where nobody knows."""
        return 0 if self._is_own(person) else pictures.neck(self.assets, person, height)

    def _is_own(self, person: str) -> bool:
        """Returns True for somebody of whom there is a picture of the author's own, which keeps still."""
        return self.own.portrait(person, "neutral") is not None

    def face(self, person: str, expression: str, side: int) -> pygame.Surface:
        """Returns the head and shoulders of a person in a disc, `side` pixels wide, premultiplied."""
        if path := self.own.portrait(person, expression):
            return self._keep((*_stamp(path), "face", side), lambda: own_face(path, side))
        key = ("face", person, expression, side)
        return self._keep(key, lambda: _cut_face(self.portrait(person, expression, round(side * 1.5)), side))

    def lying(self, person: str, expression: str, way: str, height: int) -> pygame.Surface:
        """Returns a person lying on the table, draped, `height` pixels high, premultiplied; "" for nobody known."""
        if path := self.own.lying(person, way):
            return self._keep((*_stamp(path), height), lambda: pictures.own_portrait(path, height))
        if self._is_own(person):
            return self.portrait(person, expression, height)
        key = ("lying", person, expression, way, height)
        return self._keep(key, lambda: lying(self.assets, person or None, expression, way, height))

    def place(self, place: str, size: tuple[int, int], blurred: bool = False, hour: str = "") -> pygame.Surface:
        """Returns a place that fills a size, at an hour; as it was drawn where none is asked for."""
        if path := self.own.place(place, hour):
            return self._keep((*_stamp(path), size, blurred), lambda: pictures.own_place(path, size, blurred))
        key = ("place", place, size, blurred, hour)
        return self._keep(key, lambda: pictures.place(self.assets, place, size, blurred, hour))

    def _keep(self, key: tuple[object, ...], draw: Callable[[], pygame.Surface]) -> pygame.Surface:
        return self._kept.get(key, draw)


def own_face(path: Path, side: int) -> pygame.Surface:
    """Returns the head in an author's own picture of somebody in a disc, as `face` does."""
    return _cut_face(pictures.own_portrait(path, round(side * 1.5)), side)


def _stamp(path: Path) -> tuple[object, ...]:
    """Returns what tells a picture from the same one drawn anew: an author may draw while the game runs."""
    about = path.stat() if path.exists() else None
    return (path, about.st_mtime_ns, about.st_size) if about else (path,)


def _cut_face(portrait: pygame.Surface, side: int) -> pygame.Surface:
    """Returns a disc cut around the head, which fills the upper part of a portrait."""
    from game.window.toolkit.paint import cut_round

    square = pygame.Surface((side, side), pygame.SRCALPHA)
    left = (portrait.get_width() - side) // 2
    square.blit(portrait, (-left, -round(portrait.get_height() * 0.03)), special_flags=pygame.BLEND_PREMULTIPLIED)
    return cut_round(square)
