"""Pictures kept from one drawing to the next, by how much memory they take and not by how many they are: a box may be a
button or the whole window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, ParamSpec, TypeVar

import pygame

P = ParamSpec("P")
Picture = TypeVar("Picture", bound="pygame.Surface | None")
MEGABYTE = 2**20


class KeptPictures(Generic[Picture]):
    """The pictures that were asked for last, as many as fit; the newest is kept whatever its size."""

    def __init__(self, megabytes: float) -> None:
        self.most, self.bytes = round(megabytes * MEGABYTE), 0
        self._kept: OrderedDict[object, Picture] = OrderedDict()

    def get(self, key: object, draw: Callable[[], Picture]) -> Picture:
        """Returns the picture that was kept under a key, else draws and keeps it."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        picture = self._kept[key] = draw()
        self.bytes += _size(picture)
        while self.bytes > self.most and len(self._kept) > 1:
            self.bytes -= _size(self._kept.popitem(last=False)[1])
        return picture

    def forget(self) -> None:
        """Forgets every picture."""
        self._kept.clear()
        self.bytes = 0


class Drawing(Generic[P, Picture]):
    """A function that draws, with the pictures that it drew last."""

    def __init__(self, draw: Callable[P, Picture], megabytes: float) -> None:
        self._draw, self.kept = draw, KeptPictures[Picture](megabytes)
        update_wrapper(self, draw)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Picture:  # noqa: D102
        return self.kept.get((args, tuple(kwargs.items())), lambda: self._draw(*args, **kwargs))

    def cache_clear(self) -> None:
        """Forgets every picture."""
        self.kept.forget()


def keep_pictures(megabytes: float) -> Callable[[Callable[P, Picture]], Drawing[P, Picture]]:
    """Keeps the pictures that a function drew last, up to so many megabytes; decorates like `lru_cache`."""
    return lambda draw: Drawing(draw, megabytes)


def _size(picture: pygame.Surface | None) -> int:
    """Returns how many bytes a picture holds, and a few for none."""
    return 64 if picture is None else picture.get_pitch() * picture.get_height() + 64
