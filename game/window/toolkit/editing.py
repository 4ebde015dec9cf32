"""Writing as a value, and the pure functions that change it: no display, no clipboard, no clock.

A caret stands between characters as a player sees them: an accent, a joined emoji or a flag is never taken apart.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import islice

from game.letters import JOINERS, writable
from game.window.input.commands import EditUnit


@dataclass(frozen=True, slots=True)
class Writing:
    """Words, the caret as a number of characters before it, and where the selection that ends there began."""

    words: str = ""
    caret: int = 0
    anchor: int = 0

    @property
    def selection(self) -> tuple[int, int]:
        """Returns where what is selected begins and ends; both are the caret where nothing is."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """Returns the words that are selected."""
        begin, end = self.selection
        return self.words[begin:end]


def typed(at: Writing, new: str, limit: int) -> Writing:
    """Returns it with a text in place of what is selected, as much of it as fits in `limit` characters."""
    begin, end = at.selection
    room = max(0, limit - len(at.words) + end - begin)
    fits = "".join(islice(writable(new), room + 1))
    if len(fits) > room:
        fits = fits[: _whole(fits, room)]
    caret = begin + len(fits)
    return Writing(at.words[:begin] + fits + at.words[end:], caret, caret)


def erased(at: Writing, step: int, reach: EditUnit) -> Writing:
    """Returns it without what is selected; where nothing is, without what lies from the caret to where a step would
    lead."""
    begin, end = at.selection
    if begin == end:
        begin, end = sorted((at.caret, _place(at.words, at.caret, step, reach)))
        if begin == end and reach is EditUnit.LINE:  # at the line's end its break goes
            begin, end = sorted((at.caret, _place(at.words, at.caret, step, EditUnit.LETTER)))
    return Writing(at.words[:begin] + at.words[end:], begin, begin)


def moved(at: Writing, step: int, reach: EditUnit, select: bool) -> Writing:
    """Returns it with the caret a step on (+1) or back (−1); without `select`, a letter's step from a selection
    leads to its end or beginning."""
    begin, end = at.selection
    if begin != end and not select and reach is EditUnit.LETTER:
        return put(at, end if step > 0 else begin, select=False)
    return put(at, _place(at.words, at.caret, step, reach), select)


def put(at: Writing, caret: int, select: bool) -> Writing:
    """Returns it with the caret at a place, or the nearest before it where a caret can stand."""
    place = _whole(at.words, max(0, min(len(at.words), caret)))
    return Writing(at.words, place, at.anchor if select else place)


def all_selected(at: Writing) -> Writing:
    """Returns it with everything selected."""
    return Writing(at.words, len(at.words), 0)


def selected_around(at: Writing, caret: int, reach: EditUnit) -> Writing:
    """Returns it with the word, or the line, selected that a place lies in."""
    if reach is EditUnit.WORD:
        kind = _is_word(at.words[caret : caret + 1] or at.words[caret - 1 : caret])
        begin = end = caret
        while begin > 0 and at.words[begin - 1] != "\n" and _is_word(at.words[begin - 1]) == kind:
            begin -= 1
        while end < len(at.words) and at.words[end] != "\n" and _is_word(at.words[end]) == kind:
            end += 1
    else:
        begin, end = _place(at.words, caret, -1, reach), _place(at.words, caret, 1, reach)
    return Writing(at.words, end, begin)


def _place(words: str, caret: int, step: int, reach: EditUnit) -> int:
    """Returns where a step from a caret leads."""
    match reach:
        case EditUnit.LETTER:
            return _letter(words, caret, step)
        case EditUnit.WORD:
            return _word_on(words, caret) if step > 0 else _word_back(words, caret)
        case EditUnit.LINE if step > 0:
            end = words.find("\n", caret)
            return len(words) if end < 0 else end
        case EditUnit.LINE:
            return words.rfind("\n", 0, caret) + 1
        case EditUnit.ALL:
            return len(words) if step > 0 else 0


def _letter(words: str, caret: int, step: int) -> int:
    place = max(0, min(len(words), caret + step))
    while 0 < place < len(words) and _within(words, place):
        place += 1 if step > 0 else -1
    return place


def _word_back(words: str, caret: int) -> int:
    """Returns the beginning of the word that ends at or lies before a caret."""
    while caret > 0 and not _is_word(words[caret - 1]):
        caret -= 1
    while caret > 0 and _is_word(words[caret - 1]):
        caret -= 1
    return caret


def _word_on(words: str, caret: int) -> int:
    """Returns the end of the word that begins at or lies after a caret."""
    while caret < len(words) and not _is_word(words[caret]):
        caret += 1
    while caret < len(words) and _is_word(words[caret]):
        caret += 1
    return caret


def _is_word(c: str) -> bool:
    """Returns True for a letter, digit or mark that belongs to one; apostrophes too, so that "don't" is one word."""
    return c.isalnum() or c in ("'", "’", "_") or _extends(c)


def _whole(words: str, place: int) -> int:
    """Returns the nearest place at or before this one that is not within a character as it is seen."""
    while 0 < place < len(words) and _within(words, place):
        place -= 1
    return place


def _within(words: str, place: int) -> bool:
    """Returns True for a place within what is seen as one character."""
    before, after = words[place - 1], words[place]
    if before == "\n" or after == "\n":
        return False
    if _extends(after) or (before == "\u200d" and unicodedata.category(after) == "So"):
        return True
    if _is_flag(before) and _is_flag(after):  # flags are pairs
        begin = place
        while begin > 0 and _is_flag(words[begin - 1]):
            begin -= 1
        return (place - begin) % 2 == 1
    return False


def _extends(c: str) -> bool:
    """Returns True for what goes with the character before it: accents, joiners, skin tones, tags."""
    if c < "\u0300":
        return False
    is_emoji_part = "\U0001f3fb" <= c <= "\U0001f3ff" or "\U000e0020" <= c <= "\U000e007f"
    return is_emoji_part or c in JOINERS or unicodedata.category(c) in ("Mn", "Mc", "Me")


def _is_flag(c: str) -> bool:
    return "\U0001f1e6" <= c <= "\U0001f1ff"
