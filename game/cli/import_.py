"""What an author types to bring a story from another program: `import twee`."""

from __future__ import annotations

from pathlib import Path

import click

from game.author.bench import the_rubric
from game.author.twee.make_scenario import as_report, brought
from game.errors import GameError
from game.files import create_shared


@click.group("import")
def import_() -> None:
    """Bring a story from another program as a scenario file."""


@import_.command("twee", epilog="Example: python main.py import twee my-story.twee -o my-scenario.yaml")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The scenario file (default: its title, here).")
@click.option("--story", default="", help="The title of the story, where an archive holds several.")
def import_twee(file: Path, output: Path | None, story: str) -> None:
    """Make a scenario of a Twine story, and tell what is lost.

    Twee 3 text, a page that Twine published, or its archive.
    """
    result = brought(file, the_rubric().moves, story)
    path = output or Path(f"{result.name}.yaml")
    try:
        create_shared(path, result.text.encode("utf-8"))
    except FileExistsError:
        raise GameError(f"{path} is there already. Name another file with -o.") from None
    except OSError as error:
        raise GameError(f"Cannot write {path}: {error.strerror}. Name another file with -o.") from None
    click.echo(as_report(file, path, result))
