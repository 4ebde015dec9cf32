"""What a passage is made of, whichever story format it was written for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Markup:
    """Text to show, still with its markup; `bare` for what must be left as it is."""

    text: str
    line: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: no reader sees it."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SetVariable:
    """A variable is given a value, as the author wrote it."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class GoTo:
    """The story goes to a passage by itself."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """Something to click: its words, where it leads (perhaps only its body says), and what happens then."""

    text: str
    target: str | None
    line: int
    body: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What is there when a test holds; no test in the last case means otherwise."""

    test: str | None
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Test:
    """Cases tried from the top."""

    cases: tuple[Case, ...]
    line: int


Part: TypeAlias = Markup | Note | SetVariable | GoTo | Link | Test
