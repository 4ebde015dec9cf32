"""`panel`: blind rating sheets for a school's own instructors, and what their ratings agree on."""

from __future__ import annotations

from pathlib import Path

import click

from game.app.library import Library
from game.app.plays import any_seed
from game.author.panel import agree as agreeing
from game.author.panel import report as reporting
from game.author.panel import sheet as sheets
from game.author.panel.items import RatingItem, items, shuffled
from game.author.panel.ratings import read_ratings
from game.cli.options import PATH
from game.errors import GameError, UsageError
from game.files import write_shared
from game.rubric.model import COMPONENTS


@click.group(epilog="Example: python main.py panel sheet saturday-friend -o sheet.html")
def panel() -> None:
    """Let instructors rate options blind, and see if they agree."""


@panel.command(epilog="Example: python main.py panel sheet saturday-friend -o sheet.csv")
@click.argument("scenarios", nargs=-1, required=True)
@click.option("-o", "--out", type=PATH, default=Path("sheet.html"), help="A .html page or a .csv table.")
@click.option("--component", type=click.Choice(COMPONENTS), help="Only this component (default: all four).")
@click.option("--seed", type=int, help="The order of the rows; give each rater another one.")
def sheet(scenarios: tuple[str, ...], out: Path, component: str | None, seed: int | None) -> None:
    """Write a rating sheet: every option, one component at a time.

    Raters see moments and words; no ids, moves or points. Each rates alone, 1 to 7.
    """
    library = Library.shipped()
    found = [item for item in _items(library, scenarios) if component in (None, item.component)]
    order = shuffled(found, any_seed() if seed is None else seed)
    if out.suffix not in (".html", ".csv"):
        raise UsageError(f"{out} is neither a page nor a table. Name a file that ends in .html or .csv.")
    data = sheets.as_page(library.rubric, order) if out.suffix == ".html" else sheets.as_csv(library.rubric, order)
    _write(out, data)
    click.echo(f"{len(order)} rows to rate: {out}")


@panel.command(epilog="Example: python main.py panel agree ana.csv ben.csv --scenario saturday-friend -o agree.html")
@click.argument("ratings", nargs=-1, required=True, type=PATH)
@click.option("--scenario", "scenarios", multiple=True, required=True, help="A scenario of the sheet; may be repeated.")
@click.option("-o", "--out", type=PATH, default=Path("agree.html"), help="The page to write (default: agree.html).")
def agree(ratings: tuple[Path, ...], scenarios: tuple[str, ...], out: Path) -> None:
    """Read filled-in sheets, one a rater, and tell where they agree.

    Also tells the options on which the raters' consensus and the rubric part.
    """
    library = Library.shipped()
    found = _items(library, scenarios)
    raters = [read_ratings(path, found) for path in ratings]
    agreed = agreeing.agreements(found, raters)
    _write(out, reporting.report(library.rubric, raters, agreed).encode("utf-8"))
    for one in agreed:
        alpha = "too little to tell" if one.alpha is None else f"{one.alpha:.2f}"
        name = library.rubric.components[one.component].name
        click.echo(f"{name}: α {alpha} over {one.items} options; {len(one.partings)} part from the rubric.")
    click.echo(f"Page: {out}")


def _items(library: Library, scenarios: tuple[str, ...]) -> list[RatingItem]:
    return list(items(library.exact(name) for name in scenarios))


def _write(path: Path, data: bytes) -> None:
    try:
        write_shared(path, data)
    except OSError as error:
        raise GameError(f"{path} cannot be written: {error.strerror}. Name another file with -o.") from None
