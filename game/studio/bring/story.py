"""A draft as somebody wrote it into tables: scenes with lines and options, in words, nothing resolved yet."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class BroughtLine:
    """Who says something, how, and the words; nobody where it is seen."""

    who: str
    how: str
    words: str


@dataclass(slots=True)
class BroughtOption:
    """What can be said, with what it is and where it leads, as it was typed.

    evidence: the words that make its moves true, in a column of their own
    instead: another line to try, for a weaker option
    """

    words: str
    moves: str = ""
    evidence: str = ""
    answer: str = ""
    feedback: str = ""
    instead: str = ""
    goes_to: str = ""


@dataclass(slots=True)
class BroughtScene:
    """A scene under its heading."""

    heading: str
    place: str = ""
    rules: str = ""
    lines: list[BroughtLine] = field(default_factory=list)
    options: list[BroughtOption] = field(default_factory=list)


@dataclass(slots=True)
class BroughtStory:
    """A whole draft: what stands before the first scene tells where it begins."""

    title: str
    before: list[str] = field(default_factory=list)
    scenes: list[BroughtScene] = field(default_factory=list)
