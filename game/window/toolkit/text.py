"""Words as pictures: fonts, wrapped lines, and lines cut off where the reveal has come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from unicodedata import combining

import pygame

from game.window.toolkit import shaping
from game.window.toolkit.kept_pictures import keep_pictures
from game.window.toolkit.shaping import Run
from game.window.toolkit.typefaces import FAMILIES, Setting

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


_setting = Setting()


def set_in(setting: Setting) -> None:
    """Sets every word so from now on."""
    global _setting
    if setting != _setting:
        _setting = setting
        forget()


@lru_cache(maxsize=64)
def font(px: int, face: str) -> pygame.font.Font:
    """Returns one face of the chosen family at a size in pixels."""
    family = FAMILIES[_setting.family]
    made = pygame.font.Font(family.file(face), px)
    made.set_italic(face == "Italic" and face not in family.files)
    return made


def role_font(px: int, role: str) -> pygame.font.Font:
    """Returns the font of a role when body text is `px` high."""
    share, face = ROLES[role]
    return font(round(px * share), face)


@lru_cache(maxsize=128)
def _shaped(px: int, file: Path | None, face: str, script: str, leftward: bool) -> pygame.font.Font:
    """Returns a font for one script and one direction: they are settings of a font, so each has its own."""
    family = FAMILIES[_setting.family]
    made = pygame.font.Font(family.file(face) if file is None else file, px)
    made.set_italic(face == "Italic" and (file is not None or face not in family.files))
    if leftward:
        made.set_direction(pygame.DIRECTION_RTL)
    if script:
        made.set_script(script)
    return made


def _run_font(run: Run, px: int, role: str) -> pygame.font.Font:
    """Returns the font that a run is drawn in, in a role."""
    share, face = ROLES[role]
    return _shaped(round(px * share), run.file, face, run.script, run.leftward)


def leading(px: int, role: str) -> int:
    """Pixels from one line of a role to the next."""
    return round(role_font(px, role).get_linesize() * _setting.leading)


def clean(text: str) -> str:
    """Returns the same words without what a font cannot draw: NUL raises, tabs and carriage returns show as boxes."""
    return text.replace("\0", "").replace("\r", "").replace("\t", " ")


def width(text: str, px: int, role: str) -> int:
    """Returns how wide one line of text is, in pixels."""
    words = clean(text)
    if not shaping.plain(words, _setting.family):
        return _laid(words, px, role)[1]
    wide, gap = role_font(px, role).size(words)[0], _gap(px, role)
    return (wide + gap * _letters(words) if gap else wide) + (_bolder(px, role) if words else 0)


@lru_cache(maxsize=1024)
def _laid(words: str, px: int, role: str) -> tuple[tuple[tuple[Run, int, int], ...], int]:
    """Returns the runs of a line that takes more than the chosen typeface, each with its left edge and its width, and
    the width of all."""
    laid, x, struck = [], 0, ROLES[role][1] == "Bold"
    for run in shaping.runs(words, _setting.family):
        wide = _run_font(run, px, role).size(run.words)[0] + _run_gap(run, px, role) * _letters(run.words)
        wide += _thick(px, role) if struck else 0
        laid.append((run, x, wide))
        x += wide
    return tuple(laid), x


def _run_gap(run: Run, px: int, role: str) -> int:
    """Returns the pixels added after each letter of a run: none where letters may be joined."""
    return 0 if run.script or run.leftward else _gap(px, role)


def caret(line: str, at: int, px: int, role: str) -> int:
    """Returns how far from a line's left edge a caret stands that comes before its character `at`, in pixels."""
    words = clean(line)
    if shaping.plain(words, _setting.family):
        return width(line[:at], px, role)
    laid, whole = _laid(words, px, role)
    for run, x, wide in laid:
        if run.begin < at <= run.begin + len(run.words) or (at == run.begin == 0):
            passed = run.words[: at - run.begin]
            within = _run_font(run, px, role).size(passed)[0] + _run_gap(run, px, role) * _letters(passed)
            return x + wide - within if run.leftward else x + within
    return whole


def runs_left(line: str) -> bool:
    """Returns True when a line runs from right to left as a whole."""
    return shaping.runs_left(clean(line))


def _gap(px: int, role: str) -> int:
    """Pixels added after each letter."""
    return round(px * ROLES[role][0] * _setting.gap)


def _bolder(px: int, role: str) -> int:
    """Returns how many pixels apart a line is struck twice where the family has no bold face, else 0."""
    face = ROLES[role][1]
    return _thick(px, role) if face == "Bold" and face not in FAMILIES[_setting.family].files else 0


def _thick(px: int, role: str) -> int:
    """Returns how far apart a line is struck twice to look bold."""
    return max(1, round(px * ROLES[role][0] / 28))


def _letters(words: str) -> int:
    """Returns how many letters take room of their own: an accent that stands by itself goes with its letter."""
    return sum(not combining(letter) for letter in words)


@lru_cache(maxsize=1024)
def wrap(text: str, px: int, role: str, room: int) -> tuple[str, ...]:
    """Returns the text as lines that fit `room` pixels; a word that is too long is broken, and one space goes at
    each wrap."""
    lines: list[str] = []
    guess, words = max(1, 2 * room // px), clean(text)
    wide = _measure(words, px, role)
    for paragraph in words.split("\n"):
        at = 0
        while True:
            fits = _fitting(paragraph, at, guess, room, wide)
            if at + fits >= len(paragraph):
                lines.append(paragraph[at:])
                break
            space = paragraph.rfind(" ", at + 1, at + fits + 1)
            end = space if space > 0 else at + fits
            lines.append(paragraph[at:end])
            at, guess = end + (space > 0), fits
    return tuple(lines)


def _measure(words: str, px: int, role: str) -> Callable[[str], int]:
    """Returns what tells how wide a part of these words is: straight from the font where it draws all of them as they
    stand."""
    if shaping.plain(words, _setting.family) and not _gap(px, role) and not _bolder(px, role):
        size = role_font(px, role).size
        return lambda part: size(part)[0]
    return lambda part: width(part, px, role)


def _fitting(words: str, at: int, guess: int, room: int, wide: Callable[[str], int]) -> int:
    """Returns how many characters from `at` on fit in a line, at least one. Looks around a guess: to measure more
    than about a line each time is what makes a long text slow."""
    most = len(words) - at
    fits, step, tried = min(1, most), 2, min(guess, most)
    while tried > fits and wide(words[at : at + tried]) <= room:
        fits, tried, step = tried, min(most, tried + step), 2 * step
    too_many = tried if tried > fits else most + 1
    step = 2
    while too_many - fits > 1:
        tried = max((fits + too_many) // 2, too_many - step)
        if wide(words[at : at + tried]) <= room:
            fits = tried
        else:
            too_many, step = tried, 2 * step
    return fits


@keep_pictures(8)
def picture(line: str, px: int, role: str, colour: str) -> pygame.Surface:
    """Returns one line of text drawn once, with its alpha."""
    face, words = role_font(px, role), clean(line)
    if not shaping.plain(words, _setting.family):
        return _picture_of_runs(words, px, role, colour)
    gap, bolder = _gap(px, role), _bolder(px, role)
    if not gap and not bolder:
        return face.render(words, True, colour)
    image = pygame.Surface((max(1, width(words, px, role)), face.get_height()), pygame.SRCALPHA)
    shade = pygame.Color(colour)
    image.fill((shade.r, shade.g, shade.b, 0))
    for part, x in _placed(words, face, gap) if gap else ((words, 0),):
        struck = face.render(part, True, colour)
        image.blit(struck, (x, 0))
        if bolder:
            image.blit(struck, (x + bolder, 0))
    return image


def _picture_of_runs(words: str, px: int, role: str, colour: str) -> pygame.Surface:
    """Returns a line of several fonts or directions drawn once, all of it on one base line."""
    main, bold = role_font(px, role), ROLES[role][1] == "Bold"
    laid, whole = _laid(words, px, role)
    image = pygame.Surface((max(1, whole), main.get_height()), pygame.SRCALPHA)
    shade = pygame.Color(colour)
    image.fill((shade.r, shade.g, shade.b, 0))
    for run, x, _ in laid:
        face = _run_font(run, px, role)
        gap, again = _run_gap(run, px, role), bold and (run.file is not None or _bolder(px, role) > 0)
        for part, right in _placed(run.words, face, gap) if gap else ((run.words, 0),):
            struck = face.render(part, True, colour)
            y = main.get_ascent() - face.get_ascent() - max(0, struck.get_height() - face.get_height())
            image.blit(struck, (x + right, y))
            if again:
                image.blit(struck, (x + right + _thick(px, role), y))
    return image


def _placed(words: str, face: pygame.font.Font, gap: int) -> Iterator[tuple[str, int]]:
    """Returns each letter with its accents, and where it begins when letters stand `gap` pixels apart."""
    starts = [n for n, letter in enumerate(words) if n == 0 or not combining(letter)]
    for nth, (start, end) in enumerate(pairwise([*starts, len(words)])):
        letter = words[start:end]
        yield letter, face.size(words[:end])[0] - face.size(letter)[0] + nth * gap


def blit_line(
    onto: pygame.Surface, line: str, at: tuple[int, int], px: int, role: str, colour: str, shown: int | None = None
) -> None:
    """Draws one line, or its first `shown` characters by clipping (kerning forbids drawing a prefix)."""
    if not line or shown == 0:
        return
    image = picture(line, px, role, colour)
    if shown is None or shown >= len(line):
        onto.blit(image, at)
    elif runs_left(line):
        left = max(0, image.get_width() - width(line[:shown], px, role))
        onto.blit(image, (at[0] + left, at[1]), (left, 0, image.get_width() - left, image.get_height()))
    else:
        onto.blit(image, at, (0, 0, width(line[:shown], px, role), image.get_height()))


def forget() -> None:
    """Empties the caches, since fonts end with the window that they were made for."""
    for cache in (font, _shaped, _laid, wrap, picture):
        cache.cache_clear()
    shaping.forget()
