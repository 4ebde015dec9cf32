"""How well `check` finds defects: planted one at a time in good scenarios, each at a line that is known.

    python -m benchmarks.mutations [--places 25] [--group GROUP] [--only KIND] [--misses]

A kind of defect is planted at random places, by a seed. Found is a defect when one of its codes is told; its line is
exact when that is told on a true line; false is every other problem that is told. What leaves the meaning as it was,
as a bare YAML loader reads it, is no defect: it is left out and counted.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import yaml

from benchmarks.defects import layout, names, shapes, story, writing
from benchmarks.defects.original import Edit, Kind, Original
from game import locations
from game.author.bench import the_rubric
from game.author.check.problems import examine
from game.diagnostics import Diagnostic
from game.rubric.model import Rubric
from game.scenario.load import load_file, load_text

SCENARIOS = ("saturday-friend", "whatever-you-think")
GROUPS = {
    "layout": layout.KINDS,
    "names": names.KINDS,
    "shape": shapes.KINDS,
    "story": story.KINDS,
    "writing": writing.KINDS,
}


@dataclass(slots=True)
class Result:
    """What became of one kind of defect over all its places."""

    kind: str
    planted: int = 0
    harmless: int = 0
    found: int = 0
    exact: int = 0
    told: int = 0
    false: int = 0
    distances: list[int] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Adds the counts of another."""
        for name in ("planted", "harmless", "found", "exact", "told", "false"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.distances += other.distances

    @property
    def recall(self) -> float:
        """The share of the planted that was found."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """The share of what was told that is the defect, or follows from it."""
        return 1 - self.false / self.told if self.told else 1.0

    @property
    def lines(self) -> float:
        """The share of the found that was told on a true line."""
        return self.exact / self.found if self.found else 1.0


def originals(rubric: Rubric) -> list[Original]:
    """The scenarios that defects are planted in."""
    return [Original(locations.scenario_files()[name], rubric) for name in SCENARIOS]


def measure(name: str, kind: Kind, scenarios: Iterable[Original], places: int) -> Result:
    """One kind of defect planted at so many places, shared out among the scenarios."""
    result, every = Result(name), list(scenarios)
    for seed in range(places):
        draw = random.Random(f"{name} {seed}")
        original = every[seed % len(every)]
        edit = kind.make(original, draw)
        if edit is None or _unchanged(original, edit):
            continue
        if isinstance(edit, Edit) and kind.by_meaning and _harmless(original, edit):
            result.harmless += 1
        else:
            _judge(result, kind, edit, told(edit, original.rubric), f"{original.name} {seed}")
    return result


def told(edit: Edit | bytes, rubric: Rubric) -> list[Diagnostic]:
    """All that `check` says of a scenario with a defect."""
    if isinstance(edit, Edit):
        return list(examine(load_text("\n".join(edit.lines), rubric.moves), rubric).found)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scenario.yaml"
        path.write_bytes(edit)
        return list(examine(load_file(path, rubric.moves), rubric).found)


def _unchanged(original: Original, edit: Edit | bytes) -> bool:
    return isinstance(edit, Edit) and edit.lines == original.lines


def _harmless(original: Original, edit: Edit) -> bool:
    """Whether a bare loader, which knows nothing of scenarios, reads the same text and lists as before."""
    try:
        return bool(_bare("\n".join(edit.lines)) == _bare(original.text))
    except yaml.YAMLError:
        return False


def _bare(text: str) -> object:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def _judge(result: Result, kind: Kind, edit: Edit | bytes, found: list[Diagnostic], where: str) -> None:
    """Counts what was told of one planted defect."""
    true = edit.true if isinstance(edit, Edit) else None  # of bytes, any line may be named
    right = [d for d in found if d.code in kind.codes]
    exact = [d for d in right if true is None or d.place.line in true]
    false = [d for d in found if d not in exact and d.code not in kind.also]
    if right and not exact:
        false.remove(right[0])  # the defect, told on a wrong line
    result.planted += 1
    result.told += len(found)
    result.false += len(false)
    result.found += bool(right)
    result.exact += bool(exact)
    if right:
        result.distances.append(0 if exact else min(abs(d.place.line - n) for d in right for n in true or ()))
    if not exact or false:
        said = "; ".join(f"{d.place.line} {d.code}: {d.message}" for d in found[:4]) or "nothing"
        result.misses.append(f"{where}, true {sorted(true or ())[:4]}, {len(false)} false: {said}")


def every_kind(only: str = "") -> Iterator[tuple[str, str, Kind]]:
    """Group, name and kind, of those whose name holds a word."""
    return ((g, name, kind) for g, kinds in GROUPS.items() for name, kind in kinds.items() if only in name)


def row(name: str, r: Result) -> str:
    """A row of the table."""
    far = max(r.distances, default=0)
    shares = f"{r.recall:.2f} | {r.lines:.2f} | {r.precision:.2f} | {far}"
    return f"| {name} | {r.planted} | {r.harmless} | {shares} |"


HEAD = "| defect | planted | harmless | recall | line exact | precision | furthest |\n|" + " --- |" * 7


@click.command()
@click.option("--places", default=25, help="At how many places each kind is planted.")
@click.option("--only", default="", help="Only kinds whose name holds this.")
@click.option("--group", "only_groups", multiple=True, type=click.Choice(list(GROUPS)), help="Only these groups.")
@click.option("--misses", is_flag=True, help="Show what was not found, told elsewhere or told beside it.")
def main(places: int, only: str, only_groups: tuple[str, ...], misses: bool) -> None:
    """Prints the table, group by group, and all together."""
    rubric = the_rubric()
    scenarios = originals(rubric)
    alarms = sum(len(told(Edit(o.lines, frozenset()), rubric)) for o in scenarios)
    whole, groups = Result("all"), {group: Result(group) for group in GROUPS}
    click.echo(HEAD)
    for group, name, kind in every_kind(only):
        if only_groups and group not in only_groups:
            continue
        result = measure(name, kind, scenarios, places)
        click.echo(row(name, result))
        groups[group].add(result)
        whole.add(result)
        for miss in result.misses if misses else ():
            click.echo(f"    {miss}")
    click.echo("\n".join(row(f"**{r.kind}**", r) for r in [*groups.values(), whole] if r.planted))
    click.echo(f"\nFalse alarms on the untouched scenarios: {alarms}.")


if __name__ == "__main__":
    main()
