"""Picture files, read with care: they may come with a scenario from outside, so nothing is handed to a decoder before
its kind and its size were read (a 261 kB PNG can ask for two thousand million pixels)."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pygame

from game.scenario.picture_head import MOST_BYTES, MOST_SIDE, NotUsable, stated

MAX_BYTES, MAX_SIDE = MOST_BYTES, MOST_SIDE


class PictureError(Exception):
    """A picture cannot be used; the message says why, for a reader of the log. Never leaves `stage`."""


def read_named(folder: Path, name: str) -> pygame.Surface:
    """Returns the picture of this name in a folder: `name.webp`, or `name.png` where somebody has put that.

    Raises PictureError as `read_picture` does.
    """
    webp, png = folder / f"{name}.webp", folder / f"{name}.png"
    return read_picture(png if png.exists() and not webp.exists() else webp)


def read_picture(path: Path) -> pygame.Surface:
    """Returns the WebP or PNG file decoded; its size and kind are checked before a decoder sees it.

    Raises PictureError for anything that is not a regular, still, whole file of at most 4 MiB and 4096 × 4096 pixels.
    """
    data = read_bytes(path, MAX_BYTES)
    try:
        kind, size = stated(data)
    except NotUsable as why:
        raise PictureError(str(why)) from None
    try:
        loaded = pygame.image.load(io.BytesIO(data), f"picture.{kind}")
    except (pygame.error, MemoryError) as error:
        raise PictureError(f"it cannot be decoded ({error})") from error
    if loaded.get_size() != size:
        raise PictureError("its size is not the size that it states")
    return loaded


def read_bytes(path: Path, limit: int) -> bytes:
    """Returns the bytes of a regular file that is no longer than `limit`; never waits on a pipe or a device.

    Raises PictureError where there is no such file, or where it cannot be read.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise PictureError(getattr(error, "strerror", None) or "it cannot be opened") from error
    with open(handle, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise PictureError("it is not a regular file")
        if about.st_size > limit:
            raise PictureError(f"it is larger than {limit // 1024} KiB")
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise PictureError("it cannot be read") from error
    if len(data) > limit:
        raise PictureError(f"it is larger than {limit // 1024} KiB")
    return data
