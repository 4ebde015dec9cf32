"""What is typed to let others play with nothing installed: `export page`, `site`, `scorm` and `cmi5`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.app.library import Library
from game.debrief.read.sources import show
from game.errors import GameError
from game.files import write_shared
from game.play.events import Mode

if TYPE_CHECKING:  # what no other export needs is imported when it is asked for
    from game.web.page import PageChoices

Command = Callable[..., None]


def _choices(command: Command) -> Command:
    """Returns the options that whoever publishes a conversation has, in whatever shape it goes out."""
    for option in (
        click.option(
            "--own-words/--no-own-words", default=True, help="Ask for the player's own words before some options."
        ),
        click.option(
            "--pictures/--no-pictures", default=True, help="With people, places and sounds, or without (smaller)."
        ),
        click.option("--class-code", help="Your class's code, kept in every journal."),
        click.option(
            "--mode", type=click.Choice([mode.value for mode in Mode]), help="Fix when feedback comes, for everybody."
        ),
        click.option(
            "--lang", "language", metavar="CODE", help="The language it opens in; all that there are are in it."
        ),
    ):
        command = option(command)
    return command


POINTS = click.option("--points", is_flag=True, help="Tell the platform points too, from 0 to 100.")


def _file(default: str) -> Callable[[Command], Command]:
    return click.option("-o", "--out", type=click.Path(path_type=Path), help=f"The file to write (default: {default}).")


@click.command("page", epilog="Example: python main.py export page saturday-friend -o saturday-friend.html")
@click.argument("scenarios", metavar="SCENARIO…", nargs=-1, required=True)
@_file("SCENARIO.html")
@_choices
def export_page(scenarios: tuple[str, ...], out: Path | None, **chosen: Any) -> None:
    """Write scenarios as one page that any browser plays.

    Nothing is installed, and no network is needed.
    """
    from game.web.page import page

    made = page(Library.shipped(), scenarios, _page_choices(**chosen))
    _tell_of_sounds(scenarios, **chosen)
    path = out or Path(f"{Path(scenarios[0]).stem}.html" if len(scenarios) == 1 else "conversations.html")
    _write(path, made)
    click.echo(f"{_size(path, made)} Open it in a browser, or send it; nothing else is needed.")


@click.command("site", epilog="Example: python main.py export site -o site")
@click.argument("scenarios", metavar="[SCENARIO…]", nargs=-1)
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("site"), help="The folder (default: site).")
@_choices
def export_site(scenarios: tuple[str, ...], out: Path, **chosen: Any) -> None:
    """Write the library, or some of it, as a web site.

    A folder to put on any web space. Over https the site can be installed, and what was opened once opens again
    without a network.
    """
    from game.web.site import FIRST, site

    count, size = 0, 0
    _tell_of_sounds(scenarios, **chosen)
    for name, made in site(Library.shipped(), scenarios, _page_choices(**chosen)):
        out.mkdir(parents=True, exist_ok=True)
        _write(out / name, made)
        count, size = count + 1, size + len(made)
    click.echo(
        f"{show(out)}: {count} files, {size / 1_000_000:.1f} MB. Put them on a web space; it begins with {FIRST}."
    )


@click.command("scorm", epilog="Example: python main.py export scorm saturday-friend -o saturday-friend.zip")
@click.argument("scenario")
@_file("SCENARIO.scorm.zip")
@click.option(
    "--version", type=click.Choice(["1.2", "2004"]), default="1.2", show_default=True, help="2004 is its 4th edition."
)
@POINTS
@_choices
def export_scorm(scenario: str, out: Path | None, version: str, points: bool, **chosen: Any) -> None:
    """Write a scenario as a SCORM package.

    For Moodle, Canvas and other learning platforms.
    """
    from game.web.package import scorm_package

    made = scorm_package(Library.shipped(), scenario, version, _page_choices(**chosen), points=points)
    _tell_of_sounds([scenario], **chosen)
    path = out or Path(f"{Path(scenario).stem}.scorm.zip")
    _write(path, made)
    click.echo(f"{_size(path, made)} Add it to your course as a SCORM package ({version}).")


@click.command("cmi5", epilog="Example: python main.py export cmi5 saturday-friend -o saturday-friend.zip")
@click.argument("scenario")
@_file("SCENARIO.cmi5.zip")
@POINTS
@_choices
def export_cmi5(scenario: str, out: Path | None, points: bool, **chosen: Any) -> None:
    """Write a scenario as a cmi5 package.

    Every event of a play goes to the platform's record store.
    """
    from game.web.package import cmi5_package

    made = cmi5_package(Library.shipped(), scenario, _page_choices(**chosen), points=points)
    _tell_of_sounds([scenario], **chosen)
    path = out or Path(f"{Path(scenario).stem}.cmi5.zip")
    _write(path, made)
    click.echo(f"{_size(path, made)} Add it to your course as a cmi5 package.")


def _page_choices(mode: str | None, **chosen: Any) -> PageChoices:
    from game.web.page import PageChoices

    return PageChoices(mode=Mode(mode) if mode else None, **chosen)


def _tell_of_sounds(names: Sequence[str], *, pictures: bool, **_others: object) -> None:
    """Says what not every browser plays of the authors' own sounds."""
    from game.web.sounds import told_of_sounds

    library = Library.shipped()
    for words in told_of_sounds(map(library.scenario, names)) if pictures else ():
        click.echo(words, err=True)


def _write(path: Path, made: bytes) -> None:
    try:
        write_shared(path, made)
    except OSError as error:
        raise GameError(f"Cannot write {show(path)}: {error.strerror}. Name another file with -o.") from None


def _size(path: Path, made: bytes) -> str:
    return f"{show(path)}: {len(made) / 1000:,.0f} kB."
