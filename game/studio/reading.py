"""A text as it was read, kept for whoever asks next: the form's edit that made it, what holds the edit to its word, and
what the page is told of it. Where a text differs from one that is kept within one scene, that scene alone is read anew.
"""

from __future__ import annotations

from game.scenario.document import Document
from game.scenario.load import read_scenario
from game.scenario.spans import Part, parts
from game.studio.reread import Reading, reread

MOST_TEXTS = 3  # that are kept: before an edit, after it, and one that came late

_kept: list[Reading] = []  # the newest first; never changed, only replaced: two threads read


def document(text: str) -> Document:
    """Returns what a text holds, with what is wrong in how it is written; it is not to be changed."""
    return read(text).document


def whole(text: str) -> Part | None:
    """Returns where each part of a text stands; None where it cannot be read as it stands, or is empty."""
    return read(text).whole


def read(text: str) -> Reading:
    """Returns a text as it was read."""
    global _kept
    before = _kept
    found = next((one for one in before if one.text == text), None)
    if found is None:
        found = next((new for one in before if (new := reread(one, text))), None)
    if found is None:
        found = Reading(text, read_scenario(text), parts(text))
    _kept = [found, *(one for one in before if one.text != text)][:MOST_TEXTS]
    return found
