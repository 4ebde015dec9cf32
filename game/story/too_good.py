"""Endings that are too good for what some play has done, proven over every position.

The engine tells such an ending as no better than it may be. That its author named no other to go to is told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.diagnostics import Diagnostic, SourcePlace
from game.scenario.document import Document
from game.scenario.model import EndingKind, Option
from game.story.endings_after_harm import Harm, better
from game.story.engine import ending
from game.story.plays import PlayGraph
from game.story.reach import Reach

Findings = Iterator[Diagnostic]
CODES = {EndingKind.BEST: "gate-with-best", EndingKind.GOOD: "gate-with-good"}


class LoweredEnding(NamedTuple):
    """A position where a play ends that is told as less than its author wrote, with both kinds."""

    at: int
    node: str
    written: EndingKind
    told: EndingKind


def lowered(plays: PlayGraph) -> Iterator[LoweredEnding]:
    """Returns every position where a play ends too well for what it has done, the soonest reached first."""
    for index in plays.endings:
        position = plays.positions[index]
        written, told = plays.story.scenario.nodes[position.node].ending, ending(plays.story, position)
        if written and told and written.kind is not told.kind:
            yield LoweredEnding(index, position.node, written.kind, told.kind)


def too_good(reach: Reach, document: Document) -> Findings:
    """No play that crosses a hard limit ends best, and none that leaves harm unmended ends well.

    In a file of format 1, which knows no mending, only a best ending is complained of.
    """
    told = set[str]()
    for found in lowered(reach.graph):
        code = CODES[found.written]
        if code in told or (found.written is EndingKind.GOOD and reach.story.scenario.format < 2):
            continue
        told.add(code)
        option = next(option for option in reach.way_to(found.at) if option in reach.story.harms)
        key = "unmended" if found.told is EndingKind.MIXED else "mended"
        left = "" if key == "mended" else " and is not mended"
        message = (
            f"A play can choose `{option}`, which crosses a hard limit{left}, and still reach the {found.written} "
            f"ending `{found.node}`; it would be told as {found.told}."
        )
        hint = f"Name under `{key}` of `{found.node}` the ending that such a play comes to, or branch before it."
        yield document.diagnostic(code, _of_option(reach, document, option), message, hint)


def dishonest(plays: PlayGraph) -> tuple[str, str] | None:
    """Returns an option and an ending that one play holds together though it may not: what was done is carried along
    every step here, beside the engine's own facts, and held against the kind that is told; None where every play is
    honest.
    """
    states: list[dict[_Done, str]] = [{} for _ in plays.steps]
    states[0][_Done()] = ""
    for here in plays.order:
        found = ending(plays.story, plays.positions[here])
        for done, first in states[here].items():
            if found and better(found.kind, done.most):
                return first, plays.positions[here].node
            for step in plays.steps[here]:
                after = done.and_then(step.option, plays.story.harms.get(step.option.id))
                states[step.to].setdefault(after, first or (step.option.id if after != done else ""))
    return None


class _Done(NamedTuple):
    """What a play has done so far: harm past mending, harm open and harm mended, by the ruptures that name it."""

    past: bool = False
    open: frozenset[str] = frozenset()
    mended: frozenset[str] = frozenset()

    @property
    def most(self) -> EndingKind:
        """Returns the best kind of ending that it may come to."""
        if self.past or self.open:
            return EndingKind.MIXED
        return EndingKind.GOOD if self.mended else EndingKind.BEST

    def and_then(self, option: Option, harm: Harm | None) -> _Done:
        """Returns the same after one more choice."""
        past, opened, mended = self
        if option.repairs in opened:
            opened, mended = opened - {option.repairs}, mended | {option.repairs}
        if harm is not None:
            again = bool(harm.again & mended)
            past = past or again or harm.rupture is None
            opened = opened | {harm.rupture} if harm.rupture and not again else opened
        return _Done(past, opened, mended)


def _of_option(reach: Reach, document: Document, name: str) -> SourcePlace:
    return next(
        document.place(("nodes", node, "options", index, "id"))
        for node, found in reach.story.scenario.nodes.items()
        for index, option in enumerate(found.options or ())
        if option.id == name
    )
