"""A good scenario as text and as data, and what it takes to plant a defect in it at a random place."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.rubric.model import Rubric
from game.scenario.document import Path_
from game.scenario.load import load_text, playable
from game.scenario.model import Option
from game.story.engine import Story


class Edit(NamedTuple):
    """The lines with a defect in them, and the lines (from 1) on which it may honestly be told."""

    lines: list[str]
    true: frozenset[int]


Make = Callable[["Original", random.Random], "Edit | bytes | None"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of defect: how it is planted, the codes that are a right answer, those that follow from it as well.

    With `by_meaning`, a planting is left out as harmless where a bare YAML loader reads the same as before.
    """

    make: Make
    codes: frozenset[str]
    also: frozenset[str] = frozenset()
    by_meaning: bool = True


def kind(make: Make, codes: str, also: str = "", by_meaning: bool = True) -> Kind:
    """A kind of defect, its codes as words."""
    return Kind(make, frozenset(codes.split()), frozenset(also.split()), by_meaning)


class Original:
    """A scenario of the library that has nothing wrong with it."""

    def __init__(self, path: Path, rubric: Rubric) -> None:
        self.name, self.text, self.rubric = path.stem, path.read_text("utf-8"), rubric
        self.lines = self.text.split("\n")
        loaded = load_text(self.text, rubric.moves, self.name)
        self.document, self.scenario = loaded.document, playable(loaded)
        self.story = Story(self.scenario)

    def key(self, *path: str | int) -> int:
        """The line, from 0, of the key (or item) at a path."""
        return self.document.place(path, key=True).line - 1

    def value(self, *path: str | int) -> tuple[int, int]:
        """Line and column, from 0, of the value at a path."""
        place = self.document.place(path)
        return place.line - 1, place.column - 1

    def options(self) -> list[tuple[Path_, Option]]:
        """Every option with its path."""
        nodes = self.scenario.nodes.items()
        return [(("nodes", n, "options", i), o) for n, node in nodes for i, o in enumerate(node.options or ())]

    def holds(self, *path: str | int) -> bool:
        """Whether the author wrote something at a path."""
        return self.document.holds(path)

    def end(self, *path: str | int) -> int:
        """The line after the last one of what stands at a path."""
        begin = self.key(*path)
        left = len(self.lines[begin]) - len(self.lines[begin].lstrip())
        for number in range(begin + 1, len(self.lines)):
            line = self.lines[number]
            if line.strip() and len(line) - len(line.lstrip()) <= left:
                return number
        return len(self.lines)

    def facts(self) -> list[str]:
        """The facts that options set."""
        return sorted({fact for _, option in self.options() for fact in option.sets})

    def with_line(self, number: int, line: str | None, *true: int) -> Edit:
        """One line replaced (None: taken out); the defect is there, or on the lines named (from 0)."""
        return Edit(
            [*self.lines[:number], *([] if line is None else [line]), *self.lines[number + 1 :]],
            frozenset(n + 1 for n in true or (number,)),
        )

    def with_new(self, number: int, *lines: str, true: Iterable[int] = ()) -> Edit:
        """Lines put in before a line; the defect is the first of them, or on the lines named (from 0)."""
        where = frozenset(n + 1 for n in true) or frozenset({number + 1})
        return Edit([*self.lines[:number], *lines, *self.lines[number:]], where)

    def matches(self, pattern: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The lines that match, with their numbers from 0; comments and the text of the briefing are passed over."""
        begin, end = self.key("briefing"), self.end("briefing")
        for number, line in enumerate(self.lines):
            if not line.lstrip().startswith("#") and not begin < number < end and (found := re.search(pattern, line)):
                yield number, found


def line_like(pattern: str, change: Callable[[re.Match[str], random.Random], str]) -> Make:
    """Changes one line that matches: what `change` makes of the match takes its place."""

    def make(original: Original, draw: random.Random) -> Edit | None:
        found = list(original.matches(pattern))
        if not found:
            return None
        number, match = draw.choice(found)
        line = original.lines[number]
        return original.with_line(number, line[: match.start()] + change(match, draw) + line[match.end() :])

    return make


def near_miss(word: str, draw: random.Random, known: Iterable[str] = ()) -> str:
    """The word with one slip of the fingers in it: letters changed over, one lost, doubled or mistaken."""
    while True:
        at = draw.randrange(len(word))
        wrong = draw.choice(
            [
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + draw.choice(string.ascii_lowercase) + word[at + 1 :],
            ]
        )
        good = re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", wrong)
        if good and wrong != word and wrong not in set(known):
            return wrong
