"""What an author types to bring a story from another program: `import twee`."""

from __future__ import annotations

from pathlib import Path

import click

from game.author.bench import the_rubric
from game.author.twee.make_scenario import as_report, brought
from game.errors import GameError


@click.group("import")
def import_() -> None:
    """Bring a story from another program as a scenario file."""


@import_.command("twee", epilog="Example: python main.py import twee my-story.twee -o my-scenario.yaml")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The scenario file (default: its title, here).")
def import_twee(file: Path, output: Path | None) -> None:
    """Make a scenario of a Twine story (Twee 3), and tell what could not be carried over."""
    result = brought(file, the_rubric().moves)
    path = output or Path(f"{result.name}.yaml")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as written:
            written.write(result.text)
    except FileExistsError:
        raise GameError(f"{path} is there already. Name another file with -o.") from None
    except OSError as error:
        raise GameError(f"Cannot write {path}: {error.strerror}. Name another file with -o.") from None
    click.echo(as_report(file, path, result))
