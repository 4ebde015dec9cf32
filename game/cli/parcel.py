"""`share` and `open`: a scenario as one file to send on, and such a file from somebody else."""

from __future__ import annotations

from pathlib import Path

import click

from game.author import parcel
from game.author.bench import the_rubric
from game.author.bring import bring
from game.cli.options import PATH
from game.errors import GameError, UsageError
from game.files import write_shared
from game.locations import find, offered_files, own_scenarios


@click.command(epilog="Example: python main.py share saturday-friend -o saturday-friend.zip")
@click.argument("scenario")
@click.option("-o", "--out", type=PATH, help="The file to write (default: SCENARIO.zip).")
@click.option("--licence", default="", help="Under which licence it may be passed on, in a sentence.")
def share(scenario: str, out: Path | None, licence: str) -> None:
    """Pack a scenario, its translations and own pictures into one file."""
    path = find(scenario)
    data = parcel.packed(path, the_rubric().moves, licence)
    target = out or Path(f"{path.stem}.zip")
    try:
        write_shared(target, data)
    except OSError as error:
        raise GameError(f"Cannot write {target}: {error.strerror}. Name another file with -o.") from None
    click.echo(f"{path.stem} is in {target}. Whoever has it types: python main.py open {target.name}")
    if not licence:
        click.echo("It says that you have named no licence. Name one with --licence, so that others may use it.")


@click.command("open", epilog="Example: python main.py open saturday-friend.zip -o from-ana")
@click.argument("file", type=PATH)
@click.option("-o", "--out", type=PATH, help="The folder to put it in (default: its name, here).")
@click.option("--to-library", is_flag=True, help="Put it in your library, where the game offers it.")
def open_(file: Path, out: Path | None, to_library: bool) -> None:
    """Unpack a scenario that somebody shared, after a look through it."""
    if to_library and out:
        raise UsageError("-o and --to-library exclude each other. Use one of them.")
    if to_library:
        path = bring(file, the_rubric().moves, own_scenarios(), offered_files())
        click.echo(f"{path.stem} is in your library now: {path}. Play it: python main.py play {path.stem}")
        return
    found = parcel.opened(file, the_rubric().moves)
    folder = out or Path(found.scenario.id)
    try:
        path = parcel.unpack(found, folder)
    except FileExistsError as there:
        raise GameError(f"{there} is there already. Name another folder with -o.") from None
    except OSError as error:
        raise GameError(f"Cannot write in {folder}: {error.strerror}. Name another folder with -o.") from None
    told = f", told in {', '.join(found.languages)} too" if found.languages else ""
    told += f", with {found.own} pictures and sounds of its own" if found.own > 1 else ""
    told += ", with a picture or sound of its own" if found.own == 1 else ""
    click.echo(f"“{found.scenario.title}” is in {path}{told}. Fingerprint {found.scenario.fingerprint}.")
    click.echo(f"Licence: {found.licence}")
    click.echo(f"Play it: python main.py play {path}")
