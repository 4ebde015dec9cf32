"""Which font draws a letter: the first that has it.

The chosen typeface comes first; what it does not have is drawn in a small shipped font, and what none of those has in a
font of the system.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import pygame

from game.letters import FONTS, SHIPPED, has, unseen

_SYSTEM = (
    "notosanscjksc", "notosanscjkjp", "notosanscjkkr", "microsoftyahei", "yugothic", "meiryo", "malgungothic",
    "pingfangsc", "hiraginosans", "applesdgothicneo", "wenquanyimicrohei", "wenquanyizenhei", "droidsansfallback",
    "notosansdevanagari", "notosansbengali", "notosanstamil", "notosanstelugu", "notosansthai", "notosanskhmer",
    "notosansethiopic", "nirmalaui", "leelawadeeui", "ebrima", "gadugi", "segoeuisymbol", "segoeuihistoric",
    "thonburi", "kohinoordevanagari", "applesymbols", "arialunicodems", "unifont", "freesans", "freeserif",
    "dejavusans", "notosans",
)  # fmt: skip
"""Fonts of systems that are asked for what no shipped font has, as pygame calls them."""
NO_LETTER = "\U0010fffd"
"""What no font has a picture of: some say that they have it, and everything else, and draw a box."""


def fonts_of(words: str, clusters: list[tuple[int, int]], family: str) -> Iterator[tuple[int, int, Path | None]]:
    """Returns clusters with the font of each: one for a whole word where one has all of it, else one for each; spaces
    are the chosen typeface's."""
    for blank, of in groupby(clusters, key=lambda one: words[one[0]].isspace()):
        word = list(of)
        whole = None if blank else _font_of(words[word[0][0] : word[-1][1]], family)
        for start, end in word:
            name = whole or ("" if blank else _font_of(words[start:end], family))
            if name or blank:
                yield start, end, None if name in ("", family) else FONTS / f"{name}.ttf"
            else:
                yield start, end, _of_the_system("".join(one for one in words[start:end] if not unseen(one)))


def _font_of(word: str, family: str) -> str:
    """Returns the shipped font that has every letter of a word; "" where none does. Marks that stand by themselves are
    placed well by the small font alone."""
    letters = [one for one in word if not unseen(one)]
    marked = any(unicodedata.combining(one) for one in letters)
    order = (SHIPPED[0], family, *SHIPPED[1:]) if marked else (family, *SHIPPED)
    return next((name for name in order if all(has(name, one) for one in letters)), "")


@lru_cache(maxsize=512)
def _of_the_system(letters: str) -> Path | None:
    """Returns a font of the system that has all these letters; None where there is none."""
    return next((path for path, font in _system_fonts() if all(_draws(font, letter) for letter in letters)), None)


def _draws(font: pygame.font.Font, letter: str) -> bool:
    """Returns True when a font has a letter, and no box in its place."""
    if font.metrics(letter) == [None]:
        return False
    return font.metrics(NO_LETTER) == [None] or _ink(font, letter) != _ink(font, NO_LETTER)


def _ink(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, True, "#000000"), "RGBA")


@lru_cache(maxsize=1)
def _system_fonts() -> list[tuple[Path, pygame.font.Font]]:
    """Returns those of the known fonts that this system has, looked for when a letter is first missed."""
    found = []
    for name in _SYSTEM:
        try:
            if path := pygame.font.match_font(name):
                found.append((Path(path), pygame.font.Font(path, 12)))
        except (OSError, pygame.error):
            continue
    return found


def forget() -> None:
    """Empties what hangs on pygame, since fonts end with the window that they were made for."""
    for kept in (_of_the_system, _system_fonts):
        kept.cache_clear()
