"""What a class is asked: a moment, and the lines to choose between, as every phone and the projector show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line as it is read: who says it (empty for narration), and the words."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class VoteOption:
    """An option to vote for, under a letter; `locked` says why it cannot be chosen, `before` how many chose it when
    each played alone."""

    id: str
    letter: str
    words: str
    locked: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A moment to vote on.

    key: the same for the same moment of the same play
    title: where it is
    heard: the lines that stand before it
    options: what to choose between
    """

    key: str
    title: str
    heard: tuple[SaidLine, ...]
    options: tuple[VoteOption, ...]

    @property
    def open_ids(self) -> frozenset[str]:
        """Returns the ids that can be voted for."""
        return frozenset(option.id for option in self.options if not option.locked)

    def as_data(self) -> dict[str, Any]:
        """Returns it as plain data."""
        return asdict(self)


def from_data(data: Any) -> Question:
    """Returns a question from plain data. Raises KeyError, TypeError where it is none."""
    heard = tuple(SaidLine(**line) for line in data["heard"])
    options = tuple(VoteOption(**option) for option in data["options"])
    return Question(data["key"], data["title"], heard, options)


def lettered(options: Iterable[tuple[str, str, str, str]]) -> tuple[VoteOption, ...]:
    """Returns options under letters, from the id, the words, why it is locked, and how many chose it before."""
    return tuple(
        VoteOption(option, LETTERS[n % len(LETTERS)], words, locked, before)
        for n, (option, words, locked, before) in enumerate(options)
    )
