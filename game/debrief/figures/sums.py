"""A class as sums: whole numbers that add up in any order, so that schools can share them and never a journal.

`Sums.of` counts one journal, `merge` adds, `without` takes out again (a journal that turns out to be an earlier copy
of another). Equal classes give equal JSON, byte for byte, however the work was cut up. A count's key is a tuple
that begins with its kind:

    plays, complete                        plays counted; those that came to an ending
    step, node, at, option, to, at         choices made, and the decision or ending that each led to; `at` is what
                                           can still matter of the position there (facts, trust, ease, voice)
    edge, node, option, to                 the same without positions: of plays that cannot be scored, and in older sums
    points, axis, x, y                     whole plays by path score on both components, in steps of five
    rest, axis, node, option, bin          choices of whole plays by the axis's rest score, in steps of five
    turn, number, what                     after each turn: how many (n), and the sums of trust, ease and voice
    rupture, id, what                      plays in which it was opened, repaired, and turns between, summed

The rest score of a choice is its axis over all *other* choices of the play: the geometric mean of both
components' moment shares (`game.rubric.score`), so that an item is never set against itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import isqrt
from typing import Any

from game.debrief.read.play_scorer import AxisShare, PlayScorer, ScoredStep
from game.errors import GameError, OptionUnavailable
from game.play.events import Chosen, Finished
from game.play.journal import Journal
from game.rubric.scoring_model import ScoringModel

FORMAT = 1
MOST_UNSCORED_CHOICES = 200
MOST_WAITING = 100_000  # steps of a story, by turn, until they are counted
UNSCORED = "unscored"
Key = tuple[str | int, ...]
Group = tuple[str, str]  # scenario id; what it was scored with

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_SUMS = 64 * 1024 * 1024
_KINDS: dict[str, tuple[type[str] | type[int], ...]] = {  # what the parts of a key are after its kind
    "plays": (),
    "complete": (),
    "step": (str, str, str, str, str),
    "edge": (str, str, str),
    "points": (str, int, int),
    "rest": (str, str, str, int),
    "turn": (int, str),
    "rupture": (str, str),
}
_WHOLE = re.compile(r"\d{1,4}")


class SumsError(GameError):
    """A file holds no sums of this game."""


class Sums:
    """Counts by scenario and by what it was scored with."""

    __slots__ = ("groups",)

    def __init__(self) -> None:
        self.groups: dict[Group, Counter[Key]] = {}

    @classmethod
    def of(cls, journal: Journal, exact: ScoringModel | None) -> Sums:
        """Returns the sums of one journal; without a scenario, or where it does not fit, what can be counted all the
        same."""
        tally = Tally()
        tally.add(journal, PlayScorer(exact) if exact is not None else None)
        return tally.sums()

    def group(self, scenario: str, basis: str) -> Counter[Key]:
        """Returns the counts of a scenario under what it was scored with, to add to."""
        return self.groups.setdefault((scenario, basis), Counter())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sums) and self.as_json() == other.as_json()

    __hash__ = None  # type: ignore[assignment]

    def include(self, other: Sums, sign: int = 1) -> None:
        """Adds other sums to these (sign 1), or takes them out (sign −1)."""
        for (scenario, basis), counts in other.groups.items():
            mine = self.group(scenario, basis)
            for key, count in counts.items():
                mine[key] += sign * count

    def as_json(self) -> bytes:
        """Returns the sums as JSON: nested by the parts of the keys, sorted, nothing that is zero."""
        tree: dict[str, Any] = {}
        for (scenario, basis), counts in self.groups.items():
            for key, count in counts.items():
                if count:
                    branch = tree.setdefault(scenario, {}).setdefault(basis, {})
                    for part in key[:-1]:
                        branch = branch.setdefault(str(part), {})
                    branch[str(key[-1])] = count
        whole = {"equal_footing_sums": FORMAT, "scenarios": tree}
        return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"

    @classmethod
    def from_json(cls, data: bytes) -> Sums:
        """Returns the sums in JSON; raises SumsError when it is none, or of a newer game."""
        if len(data) > _MOST_SUMS:
            raise SumsError(f"These sums are larger than {_MOST_SUMS // 1024 // 1024} MiB.")
        try:
            whole = json.loads(data)
        except (ValueError, RecursionError):
            raise SumsError("This is not a file of sums.") from None
        written = whole.get("equal_footing_sums") if isinstance(whole, dict) else None
        if written != FORMAT:
            newer = isinstance(written, int) and written > FORMAT
            raise SumsError(
                "These sums are from a newer game. Update the game." if newer else "This is not a file of sums."
            )
        made = cls()
        for scenario, bases in _branches(whole.get("scenarios")):
            for basis, tree in _branches(bases):
                counts = made.group(scenario[:200], basis[:200])
                for kind, below in _branches(tree):
                    counts.update(_read(kind, below))
        return made

    def plays(self) -> int:
        """Returns how many plays are counted in all."""
        return sum(counts["plays",] for counts in self.groups.values())


def merge(parts: Iterable[Sums]) -> Sums:
    """Returns all of them added up; the order makes no difference."""
    whole = Sums()
    for part in parts:
        whole.include(part)
    return whole


def is_sums(data: bytes) -> bool:
    """Returns whether a file looks like sums rather than a journal."""
    return data[:200].lstrip().startswith(b'{"equal_footing_sums"')


def _branches(tree: object) -> Iterator[tuple[str, Any]]:
    if not isinstance(tree, dict):
        raise SumsError("This file of sums is damaged.")
    yield from tree.items()


def _read(kind: str, below: object) -> dict[Key, int]:
    """Returns the counts under one kind, their keys put back together."""
    if kind not in _KINDS:
        return {}  # a newer game may count more
    rows: list[tuple[Key, object]] = [((kind,), below)]
    for part in _KINDS[kind]:
        rows = [((*key, _as(part, name)), value) for key, tree in rows for name, value in _branches(tree)]
    found: dict[Key, int] = {}
    for key, value in rows:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
            raise SumsError("This file of sums is damaged.")
        found[key] = value
    return found


def _as(part: type[str] | type[int], name: str) -> str | int:
    if part is str:
        return name[:200]
    if not _WHOLE.fullmatch(name):
        raise SumsError("This file of sums is damaged.")
    return int(name)


class Tally:
    """Counts journals, one after another; `sums` gives what they come to."""

    def __init__(self) -> None:
        self._unscored = Sums()
        self._counts: dict[PlayScorer, list[int]] = {}
        self._taken: dict[PlayScorer, Counter[tuple[int, ScoredStep]]] = {}  # steps by turn (from 0), not yet counted

    def add(self, journal: Journal, folder: PlayScorer | None) -> bool:
        """Counts a journal; False where it could not be scored and only its choices and ending are counted."""
        chosen = [e for e in journal.events if type(e) is Chosen]
        if folder is not None:
            try:
                steps = folder.steps([e.option for e in chosen])
            except OptionUnavailable:
                pass
            else:
                self._count(folder, steps)
                return True
        _count_unscored(self._unscored, journal, chosen)
        return False

    def sums(self) -> Sums:
        """Returns the sums of all that was added."""
        whole = merge([self._unscored])
        for folder, taken in self._taken.items():
            counts = self._settled(folder, taken)
            group = whole.group(folder.exact.story.scenario.id, folder.basis)
            for key, count in zip(folder.keys, counts, strict=False):
                group[key] += count
        return whole

    def _count(self, folder: PlayScorer, steps: list[ScoredStep]) -> None:
        number = folder.number
        taken = self._taken.setdefault(folder, Counter())
        taken.update(enumerate(steps))
        if len(taken) > MOST_WAITING:
            self._settled(folder, taken)
        events, late = [number(("plays",))], _ruptures(folder, steps)
        axes: list[tuple[tuple[AxisShare, ...], tuple[int, int, int, int]]] = []
        if folder.ended(steps):
            events.append(number(("complete",)))
            for axis, shares in zip(folder.axes, zip(*[step.shares for step in steps], strict=True), strict=False):
                point, sums = _place(folder, axis, shares)
                axes.append((shares, sums))
                events += [point] if point is not None else []
        counts = self._room(folder)
        for event in events:
            counts[event] += 1
        for key, more in late:
            counts[key] += more
        for shares, (gain, room, gain_too, room_too) in axes:
            for a, b, c, d, _, _, _, _, rest in shares:  # each choice against the rest of its axis
                if left := (room - b) * (room_too - d):
                    counts[rest + isqrt((gain - a) * (gain_too - c) * 400 // left)] += 1

    def _settled(self, folder: PlayScorer, taken: Counter[tuple[int, ScoredStep]]) -> list[int]:
        """Returns the counts by number of key, with the steps that were taken since they were last counted."""
        turns = folder.turns(1 + max((turn for turn, _ in taken), default=-1))
        counts = self._room(folder)
        for (turn, step), many in taken.items():
            first = turns[turn]
            counts[step.key] += many
            counts[first] += many
            counts[first + 1] += many * step.trust
            counts[first + 2] += many * step.ease
            counts[first + 3] += many * step.voice
        taken.clear()
        return counts

    def _room(self, folder: PlayScorer) -> list[int]:
        """Returns the counts of a scenario, with a place for each key that has a number by now."""
        counts = self._counts.setdefault(folder, [])
        if len(counts) < len(folder.keys):
            counts += [0] * (len(folder.keys) - len(counts))
        return counts


def _ruptures(folder: PlayScorer, steps: list[ScoredStep]) -> list[tuple[int, int]]:
    """Returns what a play adds to the counts of ruptures."""
    opened: dict[str, int] = {}
    mended: dict[str, int] = {}
    for turn, step in enumerate(steps):
        if step.opens:
            opened.setdefault(step.opens, turn)
        if step.repairs in opened:
            mended.setdefault(step.repairs, turn)
    found = [(folder.number(("rupture", name, "opened")), 1) for name in opened]
    for name, turn in mended.items():
        found.append((folder.number(("rupture", name, "repaired")), 1))
        found.append((folder.number(("rupture", name, "late")), turn - opened[name]))
    return found


def _place(folder: PlayScorer, axis: str, shares: Sequence[AxisShare]) -> tuple[int | None, tuple[int, int, int, int]]:
    """Returns the key of a whole play's place on an axis's plane, and what its choices gained of what they could."""
    gain, room, gain_too, room_too, met, points, met_too, points_too, _ = map(sum, zip(*shares, strict=True))
    return folder.point(axis, met, points, met_too, points_too), (gain, room, gain_too, room_too)


def _count_unscored(sums: Sums, journal: Journal, chosen: list[Chosen]) -> None:
    """Counts the choices and the ending of a play that cannot be scored, by their ids."""
    counts = sums.group(_id(journal.begun.scenario), UNSCORED)
    ended = next((e.ending for e in journal.events if type(e) is Finished), None)
    counts["plays",] += 1
    if ended is not None:
        counts["complete",] += 1
    kept = chosen[:MOST_UNSCORED_CHOICES]
    onward = [*(e.node for e in kept[1:]), ended or ""]
    for event, to in zip(kept, onward, strict=False):
        counts["edge", _id(event.node), _id(event.option), _id(to)] += 1


def _id(text: str) -> str:
    """Returns an id as authors write them; anything else in its place stands as `?`."""
    return text if not text or (len(text) <= 64 and _ID.fullmatch(text)) else "?"
