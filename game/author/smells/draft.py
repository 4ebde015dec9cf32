"""A scenario as the smells look at it: its decisions as players meet them, and what each option is worth there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from game.author.smells.prose import Sentence, sentences
from game.diagnostics import Diagnostic, Slip, SourcePlace
from game.rubric.model import Rubric
from game.rubric.points import Weight, weigh
from game.scenario.document import Document
from game.scenario.model import Node, Option
from game.scenario.texts import Where, authored, texts
from game.story.plays import PlayGraph

Menu = tuple[Option, ...]

FAR = 12  # lines that a text in the file may run over
# What only teachers read, and what are names rather than sentences.
_NOT_PROSE = frozenset({"title", "teaching", "cast", "varies"})


@dataclass(frozen=True, slots=True)
class Decision:
    """A node where players choose, and the menus they meet there: the options that are open together, most first."""

    name: str
    node: Node
    menus: tuple[Menu, ...]

    @property
    def richest(self) -> Menu:
        """Returns the menu with the most options, the first met where several are."""
        return self.menus[0]


class ScenarioUnderTest:
    """A scenario that can be played, with the file it was read from and every play of it."""

    def __init__(self, document: Document, plays: PlayGraph, rubric: Rubric) -> None:
        self.document, self.plays, self.rubric = document, plays, rubric
        self.scenario = plays.story.scenario
        self.decisions = _decisions(plays)
        self.options = {o.id: o for steps in plays.steps for o, _ in steps}
        self._bit = {name: 1 << index for index, name in enumerate(self.options)}
        self._weights = {o.id: weigh(rubric, d.node, o) for d in self.decisions for o in d.node.options or ()}
        self._paths = {
            option.id: ("nodes", name, "options", index)
            for name, node in self.scenario.nodes.items()
            for index, option in enumerate(node.options or ())
        }

    def bits(self, ids: Iterable[str]) -> int:
        """Returns options by id as one number, a bit for each."""
        return sum(self._bit[name] for name in ids)

    @cached_property
    def later(self) -> dict[str, int]:
        """Returns for each option by id, the bits of those that some play chooses after it."""
        ahead, after = [0] * len(self.plays.steps), dict.fromkeys(self.options, 0)
        for here in reversed(self.plays.order):
            for option, to in self.plays.steps[here]:
                after[option.id] |= ahead[to]
                ahead[here] |= ahead[to] | self._bit[option.id]
        return after

    @cached_property
    def prose(self) -> list[tuple[Where, Sentence]]:
        """Returns every sentence that a player or the class reads, with the address of its text, in the order of the
        file."""
        return [
            (where, sentence)
            for where, text in texts(self.scenario)
            if where[0] not in _NOT_PROSE and where[-1] != "title"
            for sentence in sentences(text)
        ]

    def weight(self, option: Option) -> Weight:
        """Returns what an option is worth where it stands."""
        return self._weights[option.id]

    def points(self, option: Option) -> int:
        """Returns the sum of an option's points on the four components."""
        return sum(self._weights[option.id].vector)

    def best(self, menu: Menu) -> frozenset[str]:
        """Returns the ids of the options with the most points; none where all have the same."""
        points = [self.points(option) for option in menu]
        if len(set(points)) < 2:
            return frozenset()
        return frozenset(o.id for o, p in zip(menu, points, strict=True) if p == max(points))

    def whole(self) -> SourcePlace:
        """Returns the place of what is said about the scenario as such: its title."""
        return self.document.place(("title",), key=True)

    def at_node(self, name: str) -> SourcePlace:
        """Returns where a node begins."""
        return self.document.place(("nodes", name), key=True)

    def at_option(self, option: Option, key: str = "id") -> SourcePlace:
        """Returns where an option, or something in it, stands; what is not there is sought at its id."""
        path = self._paths[option.id]
        return self.document.place((*path, key if self.document.holds((*path, key)) else "id"))

    def at_sentence(self, where: Where, sentence: Sentence) -> SourcePlace:
        """Returns where a sentence stands; the beginning of its text when it cannot be found in the file's lines."""
        return self.at_words(self.document.place(authored(where, self.scenario)), sentence.text)

    def at_words(self, begins: SourcePlace, words: str) -> SourcePlace:
        """Returns where words stand in a text that begins at a place; that place when the file's lines do not show
        them."""
        sought = words.split("\n")[0][:24]
        for number in range(begins.line, min(begins.line + FAR, len(self.document.lines) + 1)):
            column = self.document.lines[number - 1].find(sought, begins.column - 1 if number == begins.line else 0)
            if column >= 0:
                return SourcePlace(begins.file, number, column + 1)
        return begins

    def warning(self, code: str, place: SourcePlace, message: str, hint: str, slip: Slip | None = None) -> Diagnostic:
        """Returns a warning at a place."""
        return self.document.warning(code, place, message, hint, slip)


def in_words(names: list[str], most: int = 6) -> str:
    """Names as a list in a sentence, cut when there are many."""
    shown = ", ".join(f"`{name}`" for name in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def _decisions(plays: PlayGraph) -> list[Decision]:
    """Returns the decisions that some play meets, in the order of the file."""
    met: dict[str, dict[tuple[str, ...], Menu]] = {}
    for position, steps in zip(plays.positions, plays.steps, strict=True):
        if steps:
            menu = tuple(step.option for step in steps)
            met.setdefault(position.node, {}).setdefault(tuple(option.id for option in menu), menu)
    nodes = plays.story.scenario.nodes
    return [
        Decision(name, node, tuple(sorted(met[name].values(), key=len, reverse=True)))
        for name, node in nodes.items()
        if name in met
    ]
