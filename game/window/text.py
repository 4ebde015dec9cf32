"""Words as pictures: fonts, wrapped lines, and lines cut off where the reveal has come to."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import pygame

FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
LEADING = 1.2

# Each role: size in body heights, face. Nothing is smaller than body text.
ROLES: dict[str, tuple[float, str]] = {
    "display": (2.35, "Bold"),
    "title": (1.6, "Bold"),
    "heading": (1.2, "Bold"),
    "figure": (1.9, "Bold"),
    "strong": (1.0, "Bold"),
    "body": (1.0, "Regular"),
    "aside": (1.0, "Italic"),
}


@lru_cache(maxsize=64)
def font(px: int, face: str) -> pygame.font.Font:
    """One face of Atkinson Hyperlegible at a size in pixels."""
    return pygame.font.Font(FONTS / f"AtkinsonHyperlegible-{face}.ttf", px)


def role_font(px: int, role: str) -> pygame.font.Font:
    """The font of a role when body text is `px` high."""
    share, face = ROLES[role]
    return font(round(px * share), face)


def leading(px: int, role: str) -> int:
    """Pixels from one line of a role to the next."""
    return round(role_font(px, role).get_linesize() * LEADING)


def clean(text: str) -> str:
    """The same words without what a font cannot draw: NUL raises, tabs and carriage returns show as boxes."""
    return text.replace("\0", "").replace("\r", "").replace("\t", " ")


def width(text: str, px: int, role: str) -> int:
    """How wide one line of text is, in pixels."""
    return role_font(px, role).size(clean(text))[0]


@lru_cache(maxsize=1024)
def wrap(text: str, px: int, role: str, room: int) -> tuple[str, ...]:
    """The text as lines that fit `room` pixels; a word that is too long is broken."""
    face = role_font(px, role)
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and face.size(longer)[0] > room:
                lines.append(line)
                longer = word
            line = longer
            while len(line) > 1 and face.size(line)[0] > room:
                cut = _fitting(line, face, room)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return tuple(lines)


def _fitting(line: str, face: pygame.font.Font, room: int) -> int:
    """How many leading characters of an over-long word fit, at least one."""
    cut = len(line) - 1
    while cut > 1 and face.size(line[:cut])[0] > room:
        cut -= 1
    return cut


@lru_cache(maxsize=240)
def picture(line: str, px: int, role: str, colour: str) -> pygame.Surface:
    """One line of text drawn once, with its alpha."""
    return role_font(px, role).render(clean(line), True, colour)


def blit_line(
    onto: pygame.Surface, line: str, at: tuple[int, int], px: int, role: str, colour: str, shown: int | None = None
) -> None:
    """Draws one line, or its first `shown` characters by clipping (kerning forbids drawing a prefix)."""
    if not line or shown == 0:
        return
    image = picture(line, px, role, colour)
    if shown is None or shown >= len(line):
        onto.blit(image, at)
    else:
        onto.blit(image, at, (0, 0, width(line[:shown], px, role), image.get_height()))


def forget() -> None:
    """Empties the caches, since fonts end with the window that they were made for."""
    for cache in (font, wrap, picture):
        cache.cache_clear()
