"""`check`, which looks for mistakes and mends what is certain, and `why`, which explains a problem."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from game import locations
from game.author.bench import the_rubric
from game.author.check import rewrite
from game.author.check import why as explaining
from game.author.check.problems import check_rubric, examine
from game.author.check.suppress import AllowedProblem, SortedProblems
from game.diagnostics import as_report, as_text
from game.errors import UsageError
from game.rubric.model import Rubric
from game.scenario.load import load_file

_ENDINGS = (".yaml", ".yml")


@click.command(epilog="Example: python main.py check scenarios/saturday-friend.yaml")
@click.argument("paths", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Show what `# allow CODE: reason` silences too.")
@click.option("--fix", "mend", is_flag=True, help="Mend what is certain; the old file is kept as FILE.bak.")
@click.option("--dry-run", is_flag=True, help="With --fix: only show what would be changed.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
def check(paths: tuple[str, ...], everything: bool, mend: bool, dry_run: bool, shape: str) -> None:
    """Look for mistakes in scenario files, or in a folder.

    Without a file: in the whole library. Exit code 0 when clean, 1 with problems.
    """
    if dry_run and not mend:
        raise UsageError("--dry-run belongs to --fix. Type: check FILE --fix --dry-run")
    if (mend or everything) and shape == "json":
        raise UsageError("--fix and --all print for people. Leave out --format json, or check again with it alone.")
    named = [file for path in paths for file in _scenarios_at(locations.find(path))]
    files = named or [locations.RUBRIC, *locations.scenario_files().values()]
    scenarios = [file for file in files if file.name != locations.RUBRIC.name]
    rubric = the_rubric() if scenarios else None
    if mend and rubric:
        _mend(scenarios, rubric, dry_run)
    seen = [_look_at(file, rubric if file in scenarios else None) for file in files]
    found = [d for one in seen for d in one.found]
    allowed = [a for one in seen for a in one.allowed]
    if shape == "json":
        data = {"files": [str(f) for f in files], "problems": [d.as_dict() for d in found]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        _print(seen, allowed if everything else [])
        click.echo(_summary(files, seen))
        if found:
            click.echo(f"Read more about a problem: python main.py why {found[0].code}")
    sys.exit(1 if found else 0)


@click.command(epilog="Example: python main.py why unknown-target")
@click.argument("code", required=False)
def why(code: str | None) -> None:
    """Explain a problem's code, with a bad and a good example.

    Without a code: the table of all.
    """
    if code is None:
        click.echo(explaining.index(locations.PAGES))
    else:
        click.echo(explaining.as_text(explaining.page(locations.PAGES, code)))


def _scenarios_at(path: Path) -> list[Path]:
    """Returns the file, or the scenario files in a folder, by name. Raises UsageError where it has none."""
    if path.suffix in _ENDINGS or not os.path.isdir(path):  # which never raises, whatever the name
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix in _ENDINGS and not one.name.startswith("."))
    if not found:
        raise UsageError(f"{path} holds no scenario. Name a file that ends in .yaml, or a folder with some.")
    return found


def _look_at(file: Path, rubric: Rubric | None) -> SortedProblems:
    """Returns what is wrong with a scenario held against the rubric, or with a rubric itself."""
    return examine(load_file(file, rubric.moves), rubric) if rubric else SortedProblems(tuple(check_rubric(file)))


def _mend(files: Sequence[Path], rubric: Rubric, dry_run: bool) -> None:
    """Mends each file where something is certain, and shows every change."""
    count = 0
    for file in files:
        rewritten = rewrite.mended(file, rubric)
        if rewritten.changes:
            count += len(rewritten.changes)
            click.echo(rewrite.as_text(rewritten))
            if dry_run:
                click.echo(f"\n{file} was left as it is (--dry-run).\n")
            else:
                click.echo(f"\n{file} is mended; as it was before, it is kept as {rewrite.write(rewritten).name}.\n")
    if not count:
        click.echo("Nothing here can be mended for certain.\n")


def _print(seen: Sequence[SortedProblems], allowed: Sequence[AllowedProblem]) -> None:
    """Prints the problems, and then those that their author allows."""
    if found := [d for one in seen for d in one.found]:
        click.echo(as_report(found) + "\n")
    for one in allowed:
        click.echo(f"{as_text(one.diagnostic)}\n  allowed: {one.reason}\n")


def _summary(files: Sequence[Path], seen: Sequence[SortedProblems]) -> str:
    """Returns how many problems there are, and how many are silenced."""
    found, silenced = sum(len(one.found) for one in seen), sum(len(one.allowed) for one in seen)
    apart = f" {silenced} allowed by their author." if silenced else ""
    if not found:
        return f"No problems in {len(files)} file{'s' if len(files) > 1 else ''}.{apart}"
    where = sum(1 for one in seen if one.found)
    return f"{found} problem{'s' if found > 1 else ''} in {where} of {len(files)} file(s).{apart}"
