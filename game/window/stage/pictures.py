"""Pictures for the screen: people with an expression, and places, from the prerendered WebP files in `assets/`.

A person is a base picture and patches: the face with each expression, the eyes with another look. A patch takes the
place of what the base has in the box that `face.json` states for it.
A picture that is missing or broken never stops a play: a calm placeholder stands in for it, and one message
is added to `problems`. Surfaces that are returned are shared with a cache: blit them, do not draw on them.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame

from game.scenario.media import portrait_size
from game.window.stage.picture_files import MAX_SIDE, PictureError, read_bytes, read_named, read_picture
from game.window.toolkit.kept_pictures import keep_pictures

problems: list[str] = []
"""What could not be shown as meant, one message each, for the log and for `--check`."""

BASE = "neutral"
"""The expression that the base picture has."""
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_BLUR_SHRINK = 6
SMALL, SMALL_SIZE = "small", (1280, 720)
SOFT = "soft"  # places to show blurred
"""The folder of places that are drawn for small windows too, and their size: the one that the game opens with, since a
large picture takes three times as long to read."""


def portrait(assets: Path, person: str, expression: str, height: int) -> pygame.Surface:
    """Returns the person with this expression, premultiplied, `height` pixels high; blit with `BLEND_PREMULTIPLIED`."""
    return _portrait(str(assets), person, expression, max(1, min(height, MAX_SIDE)))


@lru_cache(maxsize=2)
def silhouette(height: int) -> pygame.Surface:
    """Returns a head and shoulders in one quiet colour: nobody in particular, premultiplied, `height` pixels high."""
    big = pygame.Surface((1500, 1800), pygame.SRCALPHA, 32)
    colour = (124, 142, 138, 255)
    pygame.draw.ellipse(big, colour, (180, 1230, 1140, 1400))
    pygame.draw.polygon(big, colour, [(630, 900), (870, 900), (890, 1240), (1060, 1330), (440, 1330), (610, 1240)])
    pygame.draw.ellipse(big, colour, (505, 400, 490, 660))
    return pygame.transform.smoothscale(big.premul_alpha(), (max(1, round(height * 5 / 6)), height))


def eyes(assets: Path, person: str, expression: str, look: str, height: int) -> pygame.Surface | None:
    """Returns the eyes of such a portrait with another look (`shut`, `lowered`), to be put at `eyes_box`; None where
    this expression has no such picture, or it cannot be used."""
    return _eyes(str(assets), person, expression, look, max(1, min(height, MAX_SIDE)))


def eyes_box(assets: Path, person: str, height: int) -> pygame.Rect | None:
    """Returns where the eyes lie in a portrait of this height; None where nothing is known of them."""
    known = _base(str(assets), person)
    if known is None or not known.eyes.width:
        return None
    scale = height / known.picture.get_height()
    left, top, wide, high = (int(side * scale) for side in known.eyes)
    box = pygame.Rect(left - 1, top - 1, wide + 4, high + 4)
    return box.clip((0, 0, round(known.picture.get_width() * scale), height))


def face_box(assets: Path, person: str, height: int) -> pygame.Rect | None:
    """Returns where the face lies in a portrait of this height; None where nothing is known of it."""
    known = _base(str(assets), person)
    if known is None or not known.face.height:
        return None
    scale = height / known.picture.get_height()
    return pygame.Rect([round(side * scale) for side in known.face])


def neck(assets: Path, person: str, height: int) -> int:
    """Returns how far down in a portrait of this height the face ends; 0 where nothing is known of it."""
    known = _base(str(assets), person)
    return round(known.face.bottom * height / known.picture.get_height()) if known and known.face.height else 0


def place(assets: Path, place: str, size: tuple[int, int], blurred: bool, hour: str = "") -> pygame.Surface:
    """Returns the place, opaque, filling `size` exactly (what juts out is cropped), softened when `blurred`; at an
    hour (`day`, `evening`, `night`) where there is a picture of that, else as it was drawn."""
    width, height = (max(1, min(side, 2 * MAX_SIDE)) for side in size)
    return _place(str(assets), place, (width, height), blurred, hour)


def shot(path: Path, size: tuple[int, int]) -> pygame.Surface:
    """Returns a picture of the screen that was kept, filling `size`; a soft blank where there is none that can be
    shown."""
    try:
        return _covering(_flat(read_picture(path)), size, blurred=False)
    except PictureError:
        return _covering(_dusk(), size, blurred=False)


def own_portrait(path: Path, height: int) -> pygame.Surface:
    """Returns an author's own picture of somebody, whole, premultiplied, `height` pixels high, less where it is wide; a
    silhouette where it cannot be shown."""
    try:
        picture = with_alpha(read_picture(path)).premul_alpha()
        return pygame.transform.smoothscale(picture, portrait_size(picture.get_size(), max(1, min(height, MAX_SIDE))))
    except PictureError as error:
        report(f"picture {path.name!r}", error)
        return silhouette(height)


def own_place(path: Path, size: tuple[int, int], blurred: bool) -> pygame.Surface:
    """Returns an author's own picture of a place as `place` does."""
    try:
        picture = _flat(read_picture(path))
    except PictureError as error:
        report(f"picture {path.name!r}", error)
        picture = _dusk()
    return _covering(picture, size, blurred)


def forget() -> None:
    """Empties the caches: for tests, and for authors who have just drawn a picture anew."""
    _portrait.cache_clear()
    _eyes.cache_clear()
    _place.cache_clear()
    _base.cache_clear()
    problems.clear()


# --- reading ---------------------------------------------------------------------------------------------------


def _boxes(path: Path) -> tuple[pygame.Rect, pygame.Rect]:
    """Returns where the face and the eyes lie in the base picture; the eyes' box is empty where none is stated."""
    try:
        stated = json.loads(read_bytes(path, 4096).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PictureError("it is not readable JSON") from error
    if not isinstance(stated, dict):
        raise PictureError("it must hold x and y")
    eyes = stated.get("eyes", {"x": 0, "y": 0})
    if not isinstance(eyes, dict):
        raise PictureError("its eyes must hold x and y")
    return _box(stated), _box(eyes)


def _box(stated: dict[str, object]) -> pygame.Rect:
    """Returns a box whose corner must be stated, and whose size may be."""
    sides = [stated.get("x"), stated.get("y"), stated.get("width", 0), stated.get("height", 0)]
    numbers = [side for side in sides if type(side) is int and 0 <= side < MAX_SIDE]
    if len(numbers) < len(sides):
        raise PictureError("its x and y must be whole numbers within the picture")
    return pygame.Rect(numbers)


def _named(kind: str, name: str) -> str:
    """Returns the name, when it can only mean something inside the assets folder."""
    if not _NAME.fullmatch(name):
        raise PictureError(f"{name!r} cannot be the name of a {kind}: use a-z, 0-9, - and _")
    return name


def report(what: str, error: PictureError) -> None:
    """Keeps a message about a picture, once."""
    message = f"{what}: {error}"
    if message not in problems:
        problems.append(message)


def with_alpha(loaded: pygame.Surface) -> pygame.Surface:
    """Returns the same picture with 32 bits a pixel, whatever the file had."""
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


@lru_cache(maxsize=3)
def _base(assets: str, person: str) -> _Known | None:
    """Returns what is known of a person; None when it cannot be used."""
    try:
        folder = Path(assets) / "portraits" / _named("person", person)
        picture = with_alpha(read_named(folder, "base")).premul_alpha()
        face, eyes = (box.clip(picture.get_rect()) for box in _boxes(folder / "face.json"))
    except PictureError as error:
        report(f"portrait of {person!r}", error)
        return None
    return _Known(picture, face, eyes)


@keep_pictures(16)
def _portrait(assets: str, person: str, expression: str, height: int) -> pygame.Surface:
    """Returns what `portrait` does, kept. The face is put in at full size and all is scaled at once, so that no seam
    can show."""
    known = _base(assets, person)
    return _scaled(_with_expression(assets, person, expression, known), height) if known else silhouette(height)


def _with_expression(assets: str, person: str, expression: str, known: _Known) -> pygame.Surface:
    """Returns the person at full size; as they are where the expression cannot be shown."""
    if expression == BASE:
        return known.picture
    try:
        face = read_named(Path(assets) / "portraits" / person, _named("expression", expression))
    except PictureError as error:
        report(f"expression {expression!r} of {person!r}", error)
        return known.picture
    return _replaced(known.picture, with_alpha(face), known.face.topleft)


@keep_pictures(4)
def _eyes(assets: str, person: str, expression: str, look: str, height: int) -> pygame.Surface | None:
    """Returns what `eyes` does, kept. Cut from the whole picture with this look, so that no seam can show."""
    known, box = _base(assets, person), eyes_box(Path(assets), person, height)
    if known is None or box is None:
        return None
    try:
        patch = read_named(Path(assets) / "portraits" / person, f"{_named('expression', expression)}-{look}")
    except PictureError:
        return None
    face = _with_expression(assets, person, expression, known)
    return _scaled(_replaced(face, with_alpha(patch), known.eyes.topleft), height).subsurface(box).copy()


def _scaled(picture: pygame.Surface, height: int) -> pygame.Surface:
    width = max(1, round(picture.get_width() * height / picture.get_height()))
    return pygame.transform.smoothscale(picture, (width, height))


def _replaced(base: pygame.Surface, patch: pygame.Surface, at: tuple[int, int]) -> pygame.Surface:
    """Returns the base with the patch in the place of what was there."""
    picture = base.copy()
    picture.fill((0, 0, 0, 0), patch.get_rect(topleft=at))
    picture.blit(patch.premul_alpha(), at, special_flags=pygame.BLEND_PREMULTIPLIED)
    return picture


# --- places ----------------------------------------------------------------------------------------------------


@keep_pictures(12)
def _place(assets: str, name: str, size: tuple[int, int], blurred: bool, hour: str) -> pygame.Surface:
    """Returns what `place` does, kept."""
    try:
        folder, name = Path(assets) / "places", _named("place", name)
        picture = _flat(read_named(_no_larger(folder, name, size, blurred, hour), name))
    except PictureError as error:
        report(f"place {name!r}", error)
        picture = _dusk()
    return _covering(picture, size, blurred)


def _no_larger(places: Path, name: str, size: tuple[int, int], blurred: bool, hour: str) -> Path:
    """Returns the folder of a place's picture: of that hour where there is one, and no larger than it needs to be."""
    at_hour = places / _named("hour", hour) if hour else places
    folder = at_hour if (at_hour / f"{name}.webp").exists() else places
    lesser = folder / (SOFT if blurred else SMALL)
    wanted = blurred or _covers(SMALL_SIZE, size)
    return lesser if wanted and (lesser / f"{name}.webp").exists() else folder


def _covers(have: tuple[int, int], want: tuple[int, int]) -> bool:
    return have[0] >= want[0] and have[1] >= want[1]


def _flat(loaded: pygame.Surface) -> pygame.Surface:
    """Returns the picture without alpha, on a quiet ground where it has some."""
    if not loaded.get_flags() & pygame.SRCALPHA:
        return loaded
    out = pygame.Surface(loaded.get_size(), 0, 32)
    out.fill((214, 221, 216))
    out.blit(loaded, (0, 0))
    return out


def _covering(picture: pygame.Surface, size: tuple[int, int], blurred: bool) -> pygame.Surface:
    """Returns the middle of the picture, scaled so that it just covers `size`."""
    have_w, have_h = picture.get_size()
    scale = max(size[0] / have_w, size[1] / have_h)
    crop = pygame.Rect(0, 0, max(1, min(have_w, round(size[0] / scale))), max(1, min(have_h, round(size[1] / scale))))
    crop.center = (have_w // 2, have_h // 2)
    part = picture.subsurface(crop.clamp(picture.get_rect()))
    if blurred:
        small = (max(1, size[0] // _BLUR_SHRINK), max(1, size[1] // _BLUR_SHRINK))
        part = pygame.transform.gaussian_blur(pygame.transform.smoothscale(part, small), 1)
    out = part.copy() if part.get_size() == size else pygame.transform.smoothscale(part, size)
    return out.convert() if pygame.display.get_surface() else out


def _dusk() -> pygame.Surface:
    """Returns a soft gradient, light above: no place in particular."""
    small = pygame.Surface((2, 3), 0, 32)
    for y, colour in enumerate(((226, 231, 227), (208, 217, 212), (176, 187, 181))):
        small.fill(colour, (0, y, 2, 1))
    return pygame.transform.smoothscale(small, (1280, 720))
