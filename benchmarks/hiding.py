"""What a reader can work out of a class's page who knows the story and can reckon, and how much of the class it shows.

    python -m benchmarks.hiding              324 random classes of 3 to 60 over all scenarios
    python -m benchmarks.hiding --each 2     so many classes of each scenario
    python -m benchmarks.hiding --planted    the tests of hiding, with twelve bugs planted in it one after another

Every class is played by noisy archetypes, one play in ten stopped early. From all that its page shows, a linear
programme (`tests.support.auditor`) gives the lowest and highest value of every count under three and of every hard
limit; a count with one value only is recovered. Needs what the tests need.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.app.library import Library
from game.debrief.figures.figures import figures
from game.debrief.figures.flows import flows_of
from game.debrief.figures.model import ClassFigures, ForkKind
from game.debrief.figures.sums import Tally
from game.debrief.read.play_scorer import PlayScorer
from game.rubric.scoring_model import ScoringModel
from tests.support.auditor import Auditor
from tests.support.counted import a_journal, noisy_ways

EACH = 18
BANDS = ((3, 5), (6, 9), (10, 19), (20, 29), (30, 30), (31, 60))
TESTS = tuple(f"tests/debrief/figures/test_{name}.py" for name in ("telling", "flows", "hiding", "together"))
FIGURES = Path(__file__).parents[1] / "game/debrief/figures"


@dataclass
class Band:
    """What classes of about one size came to."""

    classes: int = 0
    secrets: int = 0
    recovered: list[str] = field(default_factory=list)
    choices: int = 0
    exactly: int = 0
    about: int = 0
    forks: int = 0
    true_forks: int = 0
    endings: int = 0
    endings_shown: int = 0


def main() -> None:
    """Prints the table, or which planted bugs the tests catch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=EACH, help="classes of each scenario")
    parser.add_argument("--planted", action="store_true", help="plant bugs and run the tests")
    wanted = parser.parse_args()
    if wanted.planted:
        sys.exit(plant())
    library, bands = Library.shipped(), {band: Band() for band in BANDS}
    for number, name in enumerate(library.files):
        exact = ScoringModel(library.scenario(name), library.rubric, library.cache)
        auditor, scorer = Auditor(exact), PlayScorer(exact)
        for draw in range(wanted.each):
            low, high = BANDS[draw % len(BANDS)]
            dice = random.Random(1000 * number + draw)
            ways = some_stopped(noisy_ways(exact, dice.randint(low, high), dice.randrange(10**6)), dice)
            count(bands[low, high], exact, auditor, scorer, ways)
        print(f"{name}: done", file=sys.stderr, flush=True)
    print(table(bands))


def some_stopped(ways: list[list[str]], dice: random.Random) -> list[list[str]]:
    """The same plays, one in ten of them stopped early."""
    return [way[: dice.randrange(len(way))] if dice.random() < 0.1 else way for way in ways]


def count(
    band: Band, exact: ScoringModel, auditor: Auditor, scorer: PlayScorer, ways: Sequence[Sequence[str]]
) -> ClassFigures:
    """Adds a class to its band."""
    tally = Tally()
    for way in ways:
        tally.add(a_journal(exact, way), scorer)
    page, cells = figures(tally.sums(), exact), auditor.cells(ways)
    name = exact.story.scenario.id
    band.classes += 1
    band.secrets += sum(cell.secret for cell in cells)
    band.recovered += [f"{name} {len(ways)} {cell.name}" for cell in auditor.recovered(page, cells)]
    chosen = flows_of(next(iter(tally.sums().groups.values())), exact).options()
    for node in page.nodes:
        for option in node.options:
            many = chosen[node.node][option.option]
            band.choices += many
            band.exactly += many if option.count is not None else 0
            band.about += many if option.count is None and option.share is not None else 0
    band.endings += page.complete or 0
    band.endings_shown += sum(ending.count or 0 for ending in page.endings)
    first = next((fork for fork in page.forks if fork.kind is ForkKind.DIVIDED), None)
    band.forks += first is not None
    band.true_forks += first is not None and not first.among_shown
    return page


def table(bands: dict[tuple[int, int], Band]) -> str:
    """The bands as a table in Markdown."""
    rows = [
        "| plays | classes | secrets | recovered | choices shown exactly | about | endings shown | fork named | "
        "of these the most divided of all |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (low, high), band in bands.items():
        size = str(low) if low == high else f"{low}–{high}"
        shares = (
            band.exactly / (band.choices or 1),
            band.about / (band.choices or 1),
            band.endings_shown / (band.endings or 1),
            band.forks / (band.classes or 1),
            band.true_forks / (band.forks or 1),
        )
        told = " | ".join(f"{share:.0%}" for share in shares)
        rows.append(f"| {size} | {band.classes} | {band.secrets} | {len(band.recovered)} | {told} |")
    return "\n".join([*rows, *(f"recovered: {name}" for band in bands.values() for name in band.recovered)])


# ── planted bugs ─────────────────────────────────────────────────────────────────────────────────────────

PLANTED = (
    ("hiding.py", "if count < FEWEST or option in flows.ways.private:", "if count < FEWEST:", "limits are no secrets"),
    ("hiding.py", "if counts[o] < FEWEST or o in private]", "if counts[o] < FEWEST]", "limits are counted alone"),
    ("hiding.py", "(len(pooled) < 2 or sum(counts[o] for o in pooled) < FEWEST)", "len(pooled) < 2", "a pool under 3"),
    ("hiding.py", "search.price(secret, [page]) or ():", "():", "nothing more is hidden"),
    ("hiding.py", "{key for key, count in flows.edges.items() if count < FEWEST}", "set()", "small edges"),
    ("hiding.py", "pool({e: arrived.get(e, 0) for e in flows.ways.endings}, ())", "set()", "small endings"),
    ("hidden_cells.py", "return count // STEP * STEP + 1", "return count", "about is exact"),
    ("telling.py", "self._row(node, option) % STEP != STEP - 1", "True", "one more may leave its step"),
    ("telling.py", "if one == two or one[:2] not in self._branching or", "if True or", "edges may differ"),
    ("shown.py", " and key not in self.hidden.edges", "", "hidden edges are shown"),
    ("together.py", "sorted(mine ^ theirs)", "sorted(mine - theirs)", "a page that counts the other play shows it"),
    ("together.py", "page in theirs, fixed", "False, fixed", "more and fewer are taken for each other"),
)


def plant() -> int:
    """Plants each bug in turn and runs the tests; how many bugs they missed."""
    missed = 0
    for name, right, wrong, what in PLANTED:
        path = FIGURES / name
        text = path.read_text(encoding="utf-8")
        if text.count(right) != 1:
            sys.exit(f"{name} has no place for the bug “{what}” any more.")
        path.write_text(text.replace(right, wrong), encoding="utf-8")
        try:
            tests = [test for test in TESTS if Path(test).exists()]
            run = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests]
            caught = subprocess.run(run, capture_output=True, check=False).returncode == 1
        finally:
            path.write_text(text, encoding="utf-8")
        missed += not caught
        print(f"{'caught' if caught else 'MISSED'}: {what}", flush=True)
    return missed


if __name__ == "__main__":
    main()
