"""The moves in plain words, each beside its counterfeit, with a line from what was played; seen after a first play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.errors import JournalError
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.play.players import plays_of
from game.rubric.model import Move, Rubric
from game.scenario.model import Option, Scenario
from game.words import _


def why_not_yet() -> str:
    """Returns why it is closed before a first play."""
    return _(
        "It opens once you have played a conversation to its end. Before that it would only tell you what to pick; "
        "afterwards it has words for what you did."
    )


@dataclass(frozen=True, slots=True)
class MetOptions:
    """What finished plays of one scenario put before the player, and what of it they chose: ids of options."""

    offered: frozenset[str]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A line from a conversation that was played; `yours` when it was chosen there."""

    words: str
    title: str
    yours: bool

    @property
    def text(self) -> str:
        """Returns the line with where it comes from."""
        told = _("You, in {title}: {words}") if self.yours else _("In {title}: {words}")
        return told.format(title=self.title, words=self.words)


@dataclass(frozen=True, slots=True)
class Entry:
    """One move: what somebody did who made it, what that does to the person, the limit it crosses, a line."""

    did: str
    does: str
    gate: str | None
    example: Example | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A move that helps and those that only look like it; a weak one may stand alone."""

    helps: Entry | None
    counterfeits: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The moves that weigh most on one axis."""

    name: str
    pairs: tuple[Pair, ...]


def met(logs: Path | None, player: str | None = None) -> dict[str, MetOptions]:
    """Returns what was met in each scenario, by its id, in the plays in a folder that came to an end; a player's, or
    all."""
    found: dict[str, MetOptions] = {}
    for play in (list_plays(logs) if logs else []) if player is None else plays_of(logs, player):
        if not play.finished:
            continue
        try:
            choices = read_journal(play.path).choices
        except JournalError:
            continue
        before = found.get(play.scenario, MetOptions(frozenset(), frozenset()))
        offered = before.offered.union(*(choice.offered for choice in choices))
        found[play.scenario] = MetOptions(offered, before.chosen.union(choice.option for choice in choices))
    return found


def glossary_of(rubric: Rubric, played: Iterable[tuple[Scenario, MetOptions]]) -> tuple[Group, ...]:
    """Returns every move of the rubric in groups; examples come from what was met in these scenarios, and nowhere
    else."""
    examples = _examples(rubric, played)
    axes = tuple(rubric.axes.values())
    groups: list[list[Pair]] = [[] for _axis in axes]
    for code, move in rubric.moves.items():
        if move.counterfeit_of is not None:
            continue
        fakes = tuple(
            _entry(other, examples.get(name)) for name, other in rubric.moves.items() if other.counterfeit_of == code
        )
        entry = _entry(move, examples.get(code))
        groups[_axis(move)].append(Pair(None, (entry, *fakes)) if move.pole else Pair(entry, fakes))
    return tuple(Group(axis.name, tuple(pairs)) for axis, pairs in zip(axes, groups, strict=True))


def _axis(move: Move) -> int:
    """Returns the axis that a move weighs on most."""
    roles, power = (sum(map(abs, move.vector[first : first + 2])) for first in (0, 2))
    return int(power > roles)


def _entry(move: Move, example: Example | None) -> Entry:
    return Entry(move.did, move.does or "", move.gate, example)


def _examples(rubric: Rubric, played: Iterable[tuple[Scenario, MetOptions]]) -> Mapping[str, Example]:
    """Returns for each move the plainest line that makes it: with nothing in it that goes the other way, one that
    was chosen, with few other moves, and short. A move that helps is not shown by a line that also harms."""
    best: dict[str, tuple[tuple[bool, bool, int, int, str], Example]] = {}
    for scenario, known in played:
        for option in _options(scenario):
            if option.id not in known.offered:
                continue
            yours = option.id in known.chosen
            mixed = len({_leans(rubric, code) for code in option.moves}) > 1
            rank = (mixed, not yours, len(option.moves), len(option.words), option.id)
            for code in option.moves:
                if mixed and not _leans(rubric, code):
                    continue
                if code not in best or rank < best[code][0]:
                    best[code] = rank, Example(option.words, scenario.title, yours)
    return {code: example for code, (_rank, example) in best.items()}


def _leans(rubric: Rubric, code: str) -> bool:
    """Returns True for a move that leans out of balance or crosses a hard limit."""
    return code in rubric.moves and (rubric.moves[code].pole or rubric.moves[code].gate) is not None


def _options(scenario: Scenario) -> Iterator[Option]:
    for node in scenario.nodes.values():
        yield from node.options or ()
