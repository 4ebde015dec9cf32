"""Words of any script as runs: pieces that one font draws in one direction, from left to right as they are seen.

Which font draws a letter is said in `fonts`. HarfBuzz joins and places letters; the Unicode algorithm says which way
they run.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from game.letters import has
from game.window.toolkit import fonts

_SCRIPTS = {
    "ARABIC": "Arab", "HEBREW": "Hebr", "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "TELUGU": "Telu",
    "THAI": "Thai", "KHMER": "Khmr", "HANGUL": "Hang", "SYRIAC": "Syrc", "GUJARATI": "Gujr", "GURMUKHI": "Guru",
}  # fmt: skip
"""The scripts that a font has to be told of, by how Unicode's names of their letters begin."""
_JOINED = {"Mn", "Me", "Mc", "Cf"}
ZERO_WIDTH_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: its letters in the order they are read, where its first stands in the line, its font (None is
    the chosen typeface), its script where a font must be told of it, and whether it runs to the left."""

    words: str
    begin: int
    file: Path | None = None
    script: str = ""
    leftward: bool = False


def plain(words: str, family: str) -> bool:
    """Returns True when the chosen typeface draws all of the words, from left to right."""
    if words.isascii() or _known(family).issuperset(words):
        return True
    if not all(_plain_letter(one, family) for one in set(words)):
        return False
    _known(family).update(words)
    return True


@cache
def _known(_family: str) -> set[str]:
    """Returns the letters of a typeface that were found to be plain before."""
    return set()


@cache
def _plain_letter(letter: str, family: str) -> bool:
    """Returns True for a letter that the typeface has, that stands by itself and runs to the right."""
    drawn = letter.isspace() or (has(family, letter) and not unicodedata.combining(letter))
    return drawn and not leftward(letter)


def leftward(letter: str) -> bool:
    """Returns True for a letter of a script that runs to the left."""
    return unicodedata.bidirectional(letter) in ("R", "AL", "AN")


@lru_cache(maxsize=256)
def runs_left(words: str) -> bool:
    """Returns True when a line runs to the left as a whole: its first letter of any direction does."""
    if words.isascii() or not any(map(leftward, words)):
        return False
    from bidi.algorithm import get_base_level  # only who needs it waits for it

    return bool(get_base_level(words))


@lru_cache(maxsize=1024)
def runs(words: str, family: str) -> tuple[Run, ...]:
    """Returns the runs of one line, from left to right as they are seen."""
    found: list[Run] = []
    for level, places in groupby(_seen(words), key=lambda one: one[1]):
        order = [place for place, _ in places]
        back = bool(level % 2)
        pieces = _pieces(words, sorted(order), family, back)
        found += reversed(pieces) if back else pieces
    return tuple(found)


def _seen(words: str) -> list[tuple[int, int]]:
    """Returns the places of the letters of a line from left to right as they are seen, each with its level."""
    from bidi import algorithm as uax9

    base = uax9.get_base_level(words)
    store = uax9.get_empty_storage()
    store["base_level"], store["base_dir"] = base, ("L", "R")[base]
    uax9.get_embedding_levels(words, store)
    for place, one in enumerate(store["chars"]):
        one["place"] = place
    uax9.explicit_embed_and_overrides(store)
    uax9.resolve_weak_types(store)
    uax9.resolve_neutral_types(store, False)
    uax9.resolve_implicit_levels(store, False)
    uax9.reorder_resolved_levels(store, False)
    return [(one["place"], one["level"]) for one in store["chars"]]


def _pieces(words: str, places: list[int], family: str, back: bool) -> list[Run]:
    """Returns a stretch of one direction as pieces of one font and one script each, in reading order."""
    pieces: list[Run] = []
    for start, end, file in fonts.fonts_of(words, _clusters(words, places), family):
        cluster, last = words[start:end], pieces[-1] if pieces else None
        script = _script(cluster)
        if last and last.begin + len(last.words) == start and (last.file, last.script) == (file, script or last.script):
            pieces[-1] = Run(last.words + cluster, last.begin, file, last.script, back)
        else:
            pieces.append(Run(cluster, start, file, script, back))
    return pieces


def _clusters(words: str, places: list[int]) -> list[tuple[int, int]]:
    """Returns where letters begin and end that are drawn as one: a letter with its marks, signs that are joined."""
    found: list[tuple[int, int]] = []
    for place in places:
        mark = bool(unicodedata.combining(words[place])) or unicodedata.category(words[place]) in _JOINED
        follows = bool(found) and found[-1][1] == place
        if follows and (mark or words[place - 1] == ZERO_WIDTH_JOINER):
            found[-1] = found[-1][0], place + 1
        else:
            found.append((place, place + 1))
    return found


def _script(cluster: str) -> str:
    return _SCRIPTS.get(unicodedata.name(cluster[0], "").split(" ")[0], "")


def forget() -> None:
    """Empties what hangs on pygame, since fonts end with the window that they were made for."""
    runs.cache_clear()
    fonts.forget()
