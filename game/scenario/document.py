"""A file as plain data with a mark for every value, and the problems met on the way: what reading a file leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from game.diagnostics import Diagnostic, Severity, Slip, SourcePlace

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path_: TypeAlias = tuple[str | int, ...]


class Null(str):
    """The plain scalar `null`, `~` or nothing at all: text like any other, but known as empty."""

    __slots__ = ()


class Mark:
    """Where a value and its key begin, with the marks of what it holds; lines and columns from 0."""

    __slots__ = ("children", "column", "key_column", "key_line", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.key_line, self.key_column = line, column
        self.children: dict[str | int, Mark] = {}

    def copied(self) -> Mark:
        """Returns the same anew, with all it holds."""
        mark = Mark(self.line, self.column)
        mark.key_line, mark.key_column = self.key_line, self.key_column
        mark.children = {step: child.copied() for step, child in self.children.items()}
        return mark


@dataclass(slots=True)
class Document:
    """A file read: plain data, marks, and the problems met on the way."""

    name: str
    lines: list[str]
    data: Data | None = None
    marks: Mark = field(default_factory=lambda: Mark(0, 0))
    problems: list[Diagnostic] = field(default_factory=list)
    # what keeps one slip from being told twice: words that were lost with what could not be read, and
    # the mappings and lists that something was lost from
    lost: set[str] = field(default_factory=set)
    amiss: set[Path_] = field(default_factory=set)
    # for who compares two readings: characters that were read to try corrections, and about how much is wrong beyond
    # the problems that are told (a list of them has an end)
    effort: int = 0
    untold: int = 0

    def copied(self) -> Document:
        """Returns the same anew, so that it can be changed."""
        lost, amiss = set(self.lost), set(self.amiss)
        data = None if self.data is None else copied(self.data)
        return Document(
            self.name, self.lines, data, self.marks.copied(), list(self.problems), lost, amiss, self.effort, self.untold
        )

    def place(self, path: Path_, key: bool = False) -> SourcePlace:
        """Returns the place of the value (or its key) at `path`; of the nearest holder when it is not there."""
        mark = self.marks
        for step in path:
            child = mark.children.get(step)
            if child is None:
                break
            mark = child
        if key:
            return SourcePlace(self.name, mark.key_line + 1, mark.key_column + 1)
        return SourcePlace(self.name, mark.line + 1, mark.column + 1)

    def spoken(self, path: Path_) -> SourcePlace:
        """Returns the place of the line of dialogue at `path`: of its speaker, where a `when` stands above."""
        mark = self.marks
        for step in path:
            mark = mark.children.get(step, mark)
        speakers = [key for key in mark.children if key != "when"]
        return self.place((*path, speakers[0]), key=True) if speakers else self.place(path)

    def holds(self, path: Path_) -> bool:
        """Returns True when the author wrote something at `path`."""
        mark = self.marks
        for step in path:
            if step not in mark.children:
                return False
            mark = mark.children[step]
        return True

    def rename(self, path: Path_, key: str) -> None:
        """Gives the mark of the key at `path` the name that the data has for it now."""
        mark: Mark | None = self.marks
        for step in path[:-1]:
            mark = mark.children.get(step) if mark else None
        if mark and path[-1] in mark.children:
            mark.children[key] = mark.children.pop(path[-1])

    def diagnostic(
        self, code: str, place: SourcePlace, message: str, hint: str, slip: Slip | None = None
    ) -> Diagnostic:
        """Returns a diagnostic at `place` with that line of the file as its excerpt."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return Diagnostic(code, place, message, hint, excerpt=line, slip=slip)

    def warning(self, code: str, place: SourcePlace, message: str, hint: str, slip: Slip | None = None) -> Diagnostic:
        """Returns the same for what does not stop play."""
        return replace(self.diagnostic(code, place, message, hint, slip), severity=Severity.WARNING)


def copied(data: Data) -> Data:
    """Returns the data anew, so that it can be changed."""
    match data:
        case list():
            return [copied(item) for item in data]
        case dict():
            return {key: copied(item) for key, item in data.items()}
    return data


def words(data: Data) -> Iterator[str]:
    """Returns every text in the data, keys included."""
    waiting = [data]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case list() as items:
                waiting += items
            case dict() as mapping:
                waiting += [*mapping, *mapping.values()]
