"""Pictures for the screen: people with an expression, and places, from the prerendered PNG files in `assets/`.

A picture that is missing or broken never stops a play: a calm placeholder stands in for it, and one message
is added to `problems`. Files may come with a scenario from outside, so nothing is handed to the decoder
before its size was read (a 261 kB PNG can ask for two thousand million pixels; see `read_png`).
Surfaces that are returned are shared with a cache: blit them, do not draw on them.
"""

import io
import json
import os
import re
import stat
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame

problems: list[str] = []
"""What could not be shown as meant, one message each, for the log and for `--check`."""

MAX_BYTES = 4 * 1024 * 1024
MAX_SIDE = 4096
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_BLUR_SHRINK = 6


class PictureError(Exception):
    """A picture cannot be used; the message says why, for a reader of the log. Never leaves this module."""


def portrait(assets: Path, person: str, expression: str, height: int) -> pygame.Surface:
    """The person with this expression, premultiplied, `height` pixels high; blit with `BLEND_PREMULTIPLIED`."""
    return _portrait(str(assets), person, expression, max(1, min(height, MAX_SIDE)))


def eyes(assets: Path, person: str, expression: str, look: str, height: int) -> pygame.Surface | None:
    """The eyes of such a portrait with another look (`shut`, `lowered`), to be put at `eyes_box`; None where this
    expression has no such picture, or it cannot be used."""
    return _eyes(str(assets), person, expression, look, max(1, min(height, MAX_SIDE)))


def eyes_box(assets: Path, person: str, height: int) -> pygame.Rect | None:
    """Where the eyes lie in a portrait of this height; None where nothing is known of them."""
    known = _base(str(assets), person)
    if known is None or not known.eyes.width:
        return None
    scale = height / known.picture.get_height()
    left, top, wide, high = (int(side * scale) for side in known.eyes)
    box = pygame.Rect(left - 1, top - 1, wide + 4, high + 4)
    return box.clip((0, 0, round(known.picture.get_width() * scale), height))


def neck(assets: Path, person: str, height: int) -> int:
    """How far down in a portrait of this height the face ends; 0 where nothing is known of it."""
    known = _base(str(assets), person)
    return round(known.face.bottom * height / known.picture.get_height()) if known and known.face.height else 0


def place(assets: Path, place: str, size: tuple[int, int], blurred: bool) -> pygame.Surface:
    """The place, opaque, filling `size` exactly (what juts out is cropped), softened when `blurred`."""
    width, height = (max(1, min(side, 2 * MAX_SIDE)) for side in size)
    return _place(str(assets), place, (width, height), blurred)


def shot(path: Path, size: tuple[int, int]) -> pygame.Surface:
    """A picture of the screen that was kept, filling `size`; a soft blank where there is none that can be shown."""
    try:
        return _covering(_flat(read_png(path)), size, blurred=False)
    except PictureError:
        return _covering(_dusk(), size, blurred=False)


def forget() -> None:
    """Empty the caches: for tests, and for authors who have just drawn a picture anew."""
    _portrait.cache_clear()
    _eyes.cache_clear()
    _place.cache_clear()
    _base.cache_clear()
    problems.clear()


# --- reading ---------------------------------------------------------------------------------------------------


def read_png(path: Path) -> pygame.Surface:
    """The PNG file decoded; its size and kind are checked before a decoder sees it.

    Raises PictureError for anything that is not a regular PNG file of at most 4 MiB and 4096 × 4096 pixels.
    """
    data = _read(path, MAX_BYTES)
    if not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR" or len(data) < 33:
        raise PictureError("it is not a PNG file")
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise PictureError(f"it is {width} × {height} pixels; at most {MAX_SIDE} × {MAX_SIDE} can be shown")
    if b"IEND" not in data[-12:]:
        raise PictureError("the file is cut short")
    try:
        loaded = pygame.image.load(io.BytesIO(data), "picture.png")
    except (pygame.error, MemoryError) as error:
        raise PictureError(f"it cannot be decoded ({error})") from error
    if loaded.get_size() != (width, height):
        raise PictureError("its size is not the size that it states")
    return loaded


def _read(path: Path, limit: int) -> bytes:
    """The bytes of a regular file that is no longer than `limit`; never waits on a pipe or a device."""
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


def _boxes(path: Path) -> tuple[pygame.Rect, pygame.Rect]:
    """Where the face and the eyes lie in the base picture; the eyes' box is empty where none is stated."""
    try:
        stated = json.loads(_read(path, 4096).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PictureError("it is not readable JSON") from error
    if not isinstance(stated, dict):
        raise PictureError("it must hold x and y")
    eyes = stated.get("eyes", {"x": 0, "y": 0})
    if not isinstance(eyes, dict):
        raise PictureError("its eyes must hold x and y")
    return _box(stated), _box(eyes)


def _box(stated: dict[str, object]) -> pygame.Rect:
    """A box whose corner must be stated, and whose size may be."""
    sides = [stated.get("x"), stated.get("y"), stated.get("width", 0), stated.get("height", 0)]
    numbers = [side for side in sides if type(side) is int and 0 <= side < MAX_SIDE]
    if len(numbers) < len(sides):
        raise PictureError("its x and y must be whole numbers within the picture")
    return pygame.Rect(numbers)


def _named(kind: str, name: str) -> str:
    """The name, when it can only mean something inside the assets folder."""
    if not _NAME.fullmatch(name):
        raise PictureError(f"{name!r} cannot be the name of a {kind}: use a-z, 0-9, - and _")
    return name


def _report(what: str, error: PictureError) -> None:
    message = f"{what}: {error}"
    if message not in problems:
        problems.append(message)


def _with_alpha(loaded: pygame.Surface) -> pygame.Surface:
    """The same picture with 32 bits a pixel, whatever the file had."""
    out = pygame.Surface(loaded.get_size(), pygame.SRCALPHA, 32)
    out.blit(loaded, (0, 0))
    return out


# --- people ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """A person's base picture, premultiplied, and where face and eyes lie in it."""

    picture: pygame.Surface
    face: pygame.Rect
    eyes: pygame.Rect


@lru_cache(maxsize=4)
def _base(assets: str, person: str) -> _Known | None:
    """What is known of a person; None when it cannot be used."""
    try:
        folder = Path(assets) / "portraits" / _named("person", person)
        picture = _with_alpha(read_png(folder / "base.png")).premul_alpha()
        face, eyes = (box.clip(picture.get_rect()) for box in _boxes(folder / "face.json"))
    except PictureError as error:
        _report(f"portrait of {person!r}", error)
        return None
    return _Known(picture, face, eyes)


@lru_cache(maxsize=12)
def _portrait(assets: str, person: str, expression: str, height: int) -> pygame.Surface:
    """See `portrait`. The face is put in at full size and all is scaled at once, so that no seam can show."""
    known = _base(assets, person)
    return _scaled(_with_expression(assets, person, expression, known), height) if known else _silhouette(height)


def _with_expression(assets: str, person: str, expression: str, known: _Known) -> pygame.Surface:
    """The person at full size; as they are where the expression cannot be shown."""
    try:
        face = read_png(Path(assets) / "portraits" / person / f"{_named('expression', expression)}.png")
    except PictureError as error:
        _report(f"expression {expression!r} of {person!r}", error)
        return known.picture
    return _replaced(known.picture, _with_alpha(face), known.face.topleft)


@lru_cache(maxsize=32)
def _eyes(assets: str, person: str, expression: str, look: str, height: int) -> pygame.Surface | None:
    """See `eyes`. Cut from the whole picture with this look, so that no seam can show."""
    known, box = _base(assets, person), eyes_box(Path(assets), person, height)
    if known is None or box is None:
        return None
    try:
        patch = read_png(Path(assets) / "portraits" / person / f"{_named('expression', expression)}-{look}.png")
    except PictureError:
        return None
    face = _with_expression(assets, person, expression, known)
    return _scaled(_replaced(face, _with_alpha(patch), known.eyes.topleft), height).subsurface(box).copy()


def _scaled(picture: pygame.Surface, height: int) -> pygame.Surface:
    width = max(1, round(picture.get_width() * height / picture.get_height()))
    return pygame.transform.smoothscale(picture, (width, height))


def _replaced(base: pygame.Surface, face: pygame.Surface, at: tuple[int, int]) -> pygame.Surface:
    """The base with every pixel that the face holds put in its place; a clear pixel of the face changes nothing."""
    picture = base.copy()
    hole = pygame.mask.from_surface(face, 0).to_surface(setcolor=(0, 0, 0, 0), unsetcolor=(255, 255, 255, 255))
    picture.blit(hole, at, special_flags=pygame.BLEND_RGBA_MULT)
    picture.blit(face.premul_alpha(), at, special_flags=pygame.BLEND_PREMULTIPLIED)
    return picture


def _silhouette(height: int) -> pygame.Surface:
    """A head and shoulders in one quiet colour: nobody in particular."""
    big = pygame.Surface((500, 600), pygame.SRCALPHA, 32)
    colour = (124, 142, 138, 255)
    pygame.draw.ellipse(big, colour, (20, 410, 460, 420))
    pygame.draw.rect(big, colour, (205, 300, 90, 150))
    pygame.draw.ellipse(big, colour, (150, 90, 200, 270))
    return pygame.transform.smoothscale(big.premul_alpha(), (max(1, round(height * 5 / 6)), height))


# --- places ----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=6)
def _place(assets: str, name: str, size: tuple[int, int], blurred: bool) -> pygame.Surface:
    """See `place`."""
    try:
        picture = _flat(read_png(Path(assets) / "places" / f"{_named('place', name)}.png"))
    except PictureError as error:
        _report(f"place {name!r}", error)
        picture = _dusk()
    return _covering(picture, size, blurred)


def _flat(loaded: pygame.Surface) -> pygame.Surface:
    """The picture without alpha, on a quiet ground."""
    out = pygame.Surface(loaded.get_size(), 0, 32)
    out.fill((214, 221, 216))
    out.blit(loaded, (0, 0))
    return out


def _covering(picture: pygame.Surface, size: tuple[int, int], blurred: bool) -> pygame.Surface:
    """The middle of the picture, scaled so that it just covers `size`."""
    have_w, have_h = picture.get_size()
    scale = max(size[0] / have_w, size[1] / have_h)
    crop = pygame.Rect(0, 0, max(1, min(have_w, round(size[0] / scale))), max(1, min(have_h, round(size[1] / scale))))
    crop.center = (have_w // 2, have_h // 2)
    part = picture.subsurface(crop.clamp(picture.get_rect()))
    if blurred:
        small = (max(1, size[0] // _BLUR_SHRINK), max(1, size[1] // _BLUR_SHRINK))
        part = pygame.transform.gaussian_blur(pygame.transform.smoothscale(part, small), 1)
    out = pygame.transform.smoothscale(part, size)
    return out.convert() if pygame.display.get_surface() else out


def _dusk() -> pygame.Surface:
    """A soft gradient, light above: no place in particular."""
    small = pygame.Surface((2, 3), 0, 32)
    for y, colour in enumerate(((226, 231, 227), (208, 217, 212), (176, 187, 181))):
        small.fill(colour, (0, y, 2, 1))
    return pygame.transform.smoothscale(small, (1280, 720))
