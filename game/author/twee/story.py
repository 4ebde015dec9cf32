"""A Twine story as frozen data: passages with their text as written, and what could not be carried over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: `line` is where its text begins in the file, `position` where Twine draws it (x, y)."""

    name: str
    text: str
    tags: tuple[str, ...] = ()
    position: tuple[int, int] | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Twee:
    """A whole story; `format` is the story format's name in small letters, or nothing."""

    title: str
    passages: tuple[Passage, ...]
    start: str = ""
    format: str = ""
    ifid: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that could not be carried over, and where it stood."""

    line: int
    passage: str
    what: str
