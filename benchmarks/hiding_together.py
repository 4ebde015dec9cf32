"""What a reader can work out of several pages of one class who knows the story and can reckon.

    python -m benchmarks.hiding_together              324 random classes over all scenarios
    python -m benchmarks.hiding_together --each 2     so many of each scenario
    python -m benchmarks.hiding_together --minutes 15   as many as are begun in this time, in an order of chance
    python -m benchmarks.hiding_together --processes 2  so many classes at once, with the same answer

Three ways of making pages, in turn: one made again after plays came or went; pages for two or three class codes
beside the page for all, in any order; both. Pages are made and remembered as `debrief` does it (`pages_made`); one
that is refused is not there to be read. From all pages taken together a linear programme (`tests.support.auditor`)
gives the lowest and highest value of every count under three and of every hard limit, of each group of plays that a
page tells apart and of each page; one with a single value is recovered. Needs what the tests need.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import repeat
from math import inf

from benchmarks.hiding import some_stopped
from game.app import library
from game.debrief.figures.model import ClassFigures
from game.debrief.figures.sums import Sums, Tally
from game.debrief.pages_made import PageMade, TellsOfOthersError, figures_beside
from game.debrief.read.play_scorer import PlayScorer
from game.rubric.scoring_model import ScoringModel
from tests.support.auditor import Auditor
from tests.support.counted import a_journal, noisy_ways

EACH = 18
KINDS = ("made again", "by class code", "both")
Ways = Sequence[Sequence[str]]
Plan = tuple[str, frozenset[int]]  # a page's class code, and the groups that it is of


@dataclass
class Count:
    """What classes of one kind came to."""

    classes: int = 0
    pages: int = 0
    kept: int = 0
    refused: int = 0
    secrets: int = 0
    recovered: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        """Adds what other classes came to."""
        self.classes += other.classes
        self.pages += other.pages
        self.kept += other.kept
        self.refused += other.refused
        self.secrets += other.secrets
        self.recovered += other.recovered


@dataclass
class Shelf:
    """The pages of one class, made one after another; groups of plays share none."""

    exact: ScoringModel
    scorer: PlayScorer
    groups: Sequence[Ways]
    made: list[PageMade] = field(default_factory=list)
    shown: list[tuple[ClassFigures, set[int]]] = field(default_factory=list)

    @cached_property
    def names(self) -> list[frozenset[str]]:
        """What tells each play of each group from all others."""
        return [frozenset(f"{group}-{n}" for n in range(len(ways))) for group, ways in enumerate(self.groups)]

    def make(self, code: str, wanted: frozenset[int], count: Count) -> None:
        """Makes a page as `debrief` does, where it may be made."""
        plays, sums = frozenset().union(*(self.names[g] for g in wanted)), self._sums(wanted)
        try:
            shown, page = figures_beside(sums, self.exact, plays, self.made, code)
        except TellsOfOthersError:
            count.refused += 1
            return
        count.pages += 1
        count.kept += page.plays != plays
        self.shown.append((shown, {g for g, names in enumerate(self.names) if names <= page.plays}))
        self.made = [page, *(one for one in self.made if one.plays != page.plays)]

    def _sums(self, wanted: frozenset[int]) -> Sums:
        tally = Tally()
        for group in sorted(wanted):
            for way in self.groups[group]:
                tally.add(a_journal(self.exact, way), self.scorer)
        return tally.sums()


def main() -> None:
    """Prints the table, so far after each round of all scenarios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=EACH, help="classes of each scenario")
    parser.add_argument("--scenario", action="append", help="of this one alone, and of others named so")
    parser.add_argument("--minutes", type=float, default=inf, help="begin no class after so long")
    parser.add_argument("--processes", type=int, default=1, help="how many classes are read at once")
    wanted = parser.parse_args()
    began, counts = time.monotonic(), {kind: Count() for kind in KINDS}
    names = list(library.Library.shipped().files)
    with ProcessPoolExecutor(wanted.processes) as pool:
        for draw in range(wanted.each):
            numbers = random.Random(draw).sample(range(len(names)), len(names))
            asked = [n for n in numbers if not wanted.scenario or names[n] in wanted.scenario]
            late = began + 60 * wanted.minutes
            for told, kind, count in pool.map(a_class, asked, repeat(draw), repeat(late)):
                counts[kind].add(count)
                if told:
                    print(f"{(time.monotonic() - began) / 60:5.1f} min: {told}", file=sys.stderr, flush=True)
            print(table(counts), flush=True)
            if time.monotonic() > late:
                return


def a_class(number: int, draw: int, late: float) -> tuple[str, str, Count]:
    """Returns one random class in words, its kind, and what it came to; no words where it was too late to begin it."""
    dice, kind, count = random.Random(5000 * number + draw), KINDS[(number + draw) % len(KINDS)], Count()
    if time.monotonic() > late:
        return "", kind, count
    exact, auditor, scorer = readers(number)
    sizes, plans = drawn(kind, dice)
    ways = some_stopped(noisy_ways(exact, sum(sizes), dice.randrange(10**6)), dice)
    audit(count, Shelf(exact, scorer, list(cut(ways, sizes))), auditor, plans)
    return f"{kind}, {exact.story.scenario.id}, {len(ways)} plays", kind, count


@cache
def readers(number: int) -> tuple[ScoringModel, Auditor, PlayScorer]:
    """Returns what reads the plays and the pages of this scenario of the library."""
    shelf = library.Library.shipped()
    exact = ScoringModel(shelf.scenario(list(shelf.files)[number]), shelf.rubric, shelf.cache)
    return exact, Auditor(exact), PlayScorer(exact)


def drawn(kind: str, dice: random.Random) -> tuple[list[int], list[Plan]]:
    """Returns how many plays each group has, and the pages in the order in which they are made."""
    if kind == "made again":  # groups that came one after another, or went
        sizes = [dice.randint(3, 40), dice.randint(1, 20), dice.randint(1, 20)]
        pages = [frozenset([0]), frozenset([0, 1]), frozenset([0, 1, 2])]
        if dice.random() < 0.3:
            pages.reverse()
        return sizes, [("", page) for page in pages]
    codes = ["4b", "4c", "4d"][: dice.randint(2, 3)]
    sizes = [dice.randint(3, 30) for _ in codes]
    plans: list[Plan] = [("", frozenset(range(len(codes))))]
    plans += [(code, frozenset([group])) for group, code in enumerate(codes)]
    dice.shuffle(plans)
    if kind == "both":  # some more come to the first class, and both pages are made again
        sizes.append(dice.randint(1, 20))
        late = len(codes)
        again: list[Plan] = [(codes[0], frozenset([0, late])), ("", frozenset(range(late + 1)))]
        dice.shuffle(again)
        plans += again
    return sizes, plans


def cut(ways: Ways, sizes: Sequence[int]) -> Iterator[Ways]:
    """Returns the plays in groups of these sizes."""
    first = 0
    for size in sizes:
        yield ways[first : first + size]
        first += size


def audit(count: Count, shelf: Shelf, auditor: Auditor, plans: Sequence[Plan]) -> None:
    """Adds what the pages of a class give away together."""
    for code, wanted in plans:
        shelf.make(code, wanted, count)
    count.classes += 1
    if not shelf.shown:
        return
    unions = {frozenset(groups) for _, groups in shelf.shown}
    told_apart = {frozenset([group]) for groups in unions for group in groups}
    asked = [
        (auditor.cells([way for group in sorted(groups) for way in shelf.groups[group]]), set(groups))
        for groups in sorted(unions | told_apart, key=sorted)
    ]
    count.secrets += sum(cell.secret for cells, _ in asked for cell in cells)
    sizes = "+".join(str(len(ways)) for ways in shelf.groups)
    name = shelf.exact.story.scenario.id
    count.recovered += [f"{name} {sizes} {cell.name}" for cell in auditor.recovered_beside(shelf.shown, asked)]


def table(counts: dict[str, Count]) -> str:
    """The kinds as a table in Markdown."""
    rows = [
        "| pages | classes | pages made | kept as before | refused | secrets | recovered |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, one in counts.items():
        rows.append(
            f"| {kind} | {one.classes} | {one.pages} | {one.kept} | {one.refused} | {one.secrets} "
            f"| {len(one.recovered)} |"
        )
    return "\n".join([*rows, *(f"recovered: {name}" for one in counts.values() for name in one.recovered)])


if __name__ == "__main__":
    main()
