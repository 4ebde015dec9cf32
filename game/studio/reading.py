"""A text as it was read, kept for whoever asks next: the form's edit that made it, what holds the edit to its word, and
what the page is told of it."""

from __future__ import annotations

from functools import lru_cache

from game.scenario.document import Document
from game.scenario.load import read_scenario
from game.scenario.spans import Part, parts

MOST_TEXTS = 3  # that are kept: before an edit, after it, and one that came late


@lru_cache(MOST_TEXTS)
def document(text: str) -> Document:
    """Returns what a text holds, with what is wrong in how it is written; it is not to be changed."""
    return read_scenario(text)


@lru_cache(MOST_TEXTS)
def whole(text: str) -> Part | None:
    """Returns where each part of a text stands; None where it cannot be read as it stands, or is empty."""
    return parts(text)
