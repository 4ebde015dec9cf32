"""What is typed to take a class, or a scenario, to other programs: `export csv`, `json`, `xapi`, `twee`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from game.app.library import Library
from game.debrief.class_pages import kit, pseudonyms_of
from game.debrief.export.statement import Statement
from game.debrief.export.tables import export_csv, export_json, export_xapi
from game.debrief.export.xapi import statements
from game.debrief.figures.figures import figures
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.read import sources
from game.debrief.read.classes import ClassReader, items
from game.debrief.read.cluster import Kit, read_here
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.read.sources import Item, Trouble, show
from game.debrief.read.stream import Rank, furthest, plays
from game.errors import GameError, UsageError
from game.files import write_whole

USER_VARIABLE, PASSWORD_VARIABLE = "EQUAL_FOOTING_LRS_USER", "EQUAL_FOOTING_LRS_PASSWORD"
MOST_TROUBLES_SHOWN = 20

Command = Callable[..., None]


def _class_options(command: Command) -> Command:
    """The options that every export has: which journals, of which scenario, under which key."""
    for option in (
        click.option("--key", type=click.Path(path_type=Path), help="The key file behind the pseudonyms."),
        click.option("--scenario", help="Only plays of this scenario (id, or the file it was played from)."),
        click.argument("paths", metavar="LOGS…", nargs=-1, required=True, type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


NAMES = click.option("--names", is_flag=True, help="Put players' names and class codes in.")


def _output(default: str, what: str) -> Callable[[Command], Command]:
    help_text = f"The {what} to write (default: {default})."
    return click.option("-o", "--out", type=click.Path(path_type=Path), default=Path(default), help=help_text)


@click.group()
def export() -> None:
    """Write a class or a scenario for other programs.

    A class as tables, JSON or xAPI statements, a scenario as a Twine story.
    """


@export.command("csv", epilog="Example: python main.py export csv class-logs -o class-tables")
@_class_options
@NAMES
@_output("class-tables", "folder")
def export_csv_(paths: tuple[Path, ...], scenario: str | None, key: Path | None, names: bool, out: Path) -> None:
    """Write plays, choices, answers and items as tables for a spreadsheet."""
    group = _Class(paths, kit(scenario), key, names)
    written = export_csv(group.plays(), group.figures(), out, names=names)
    click.echo(f"{_count(len(group.best), 'play')} in {', '.join(show(path) for path in written)}.")


@export.command("json", epilog="Example: python main.py export json class-logs -o class.json")
@_class_options
@NAMES
@_output("class.json", "file")
def export_json_(paths: tuple[Path, ...], scenario: str | None, key: Path | None, names: bool, out: Path) -> None:
    """Write plays and figures as one JSON document."""
    group = _Class(paths, kit(scenario), key, names)
    export_json(group.plays(), group.figures(), out, names=names)
    click.echo(f"{_count(len(group.best), 'play')} in {show(out)}.")


@export.command("xapi", epilog="Example: python main.py export xapi class-logs --to https://lrs.school.example/xAPI")
@_class_options
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write (default: class.xapi.json).")
@click.option("--to", "endpoint", help="Send to the learning record store at this address instead.")
@click.option("--user", envvar=USER_VARIABLE, show_envvar=True, help="Who sends.")
@click.option("--password", envvar=PASSWORD_VARIABLE, show_envvar=True, help="Better left to the variable.")
def export_xapi_(
    paths: tuple[Path, ...],
    scenario: str | None,
    key: Path | None,
    out: Path | None,
    endpoint: str | None,
    user: str | None,
    password: str | None,
) -> None:
    """Write xAPI statements to a file, or send them to a learning record store; pseudonyms only."""
    group = _Class(paths, kit(scenario), key, names=False)
    if out is not None or endpoint is None:
        target = out or Path("class.xapi.json")
        written = export_xapi(group.statements(), target)
        click.echo(f"{_count(written, 'statement')} of {_count(len(group.best), 'play')} in {show(target)}.")
    if endpoint is not None:
        _send(group, endpoint, user, password)


@export.command("twee", epilog="Example: python main.py export twee saturday-friend -o saturday-friend.twee")
@click.argument("scenario")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write (default: SCENARIO.twee).")
def export_twee(scenario: str, out: Path | None) -> None:
    """Write a scenario as a story for Twine (Twee 3, SugarCube), with its passages laid out."""
    from game.author.twee.exporter import left_out, taken  # an author's part, which no class needs
    from game.author.twee.write import as_text

    library = Library.shipped()
    found = library.scenario(scenario)
    path = out or Path(f"{found.id}.twee")
    try:
        write_whole(path, as_text(taken(found, library.rubric)).encode("utf-8"))
    except OSError as error:
        raise GameError(f"Cannot write {show(path)}: {error.strerror}. Name another file with -o.") from None
    click.echo(f"{_count(len(found.nodes), 'passage')} in {show(path)}. Twine has no place for:")
    for what in left_out(found):
        click.echo(f"  {what}")


def _send(group: _Class, endpoint: str, user: str | None, password: str | None) -> None:
    from game.debrief.export.lrs import send, store_at  # http and TLS, which nothing else here needs

    if not user:
        raise UsageError(f"Say who sends: put user and password into {USER_VARIABLE} and {PASSWORD_VARIABLE}.")
    if password is None and sys.stdin.isatty():
        password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    if password is None:
        raise UsageError(f"The password is missing. Put it into {PASSWORD_VARIABLE}.")
    store = store_at(endpoint, user, password)
    if store.in_the_clear:
        click.echo("Take care: http:// sends the password and the plays unencrypted. Use https://.", err=True)
    sent = send(group.statements(), store, time.sleep)
    click.echo(f"{store.address} holds {_count(sent.held, 'statement')} of {_count(len(group.best), 'play')}.")
    if sent.differing:
        click.echo(
            f"{_count(sent.differing, 'statement')} left as they are there: "
            "the scenario, the rubric or the key has changed since they were sent.",
            err=True,
        )


@dataclass
class _Class:
    """The journals that a teacher named, read as often as is needed."""

    paths: tuple[Path, ...]
    kit: Kit
    key: Path | None
    names: bool
    shown: list[str] = field(default_factory=list)

    @cached_property
    def reader(self) -> ClassReader:
        """What reads journals with the scenarios of today, each made ready once."""
        return self.kit.reader()

    @cached_property
    def best(self) -> dict[str, Rank]:
        """The sessions to export; tells what could not be used, and raises UsageError when there is nothing else."""
        best = furthest(self._items(), self.reader, self._tell)
        if len(self.shown) > MOST_TROUBLES_SHOWN:
            click.echo(f"… and {len(self.shown) - MOST_TROUBLES_SHOWN} more.", err=True)
        if not best:
            raise UsageError(f"There is no play to export in {', '.join(show(path) for path in self.paths)}.")
        return best

    @cached_property
    def pseudonyms(self) -> Pseudonyms:
        """The pseudonyms under the teacher's key, which is made when there is none."""
        return pseudonyms_of(self.key, aside)

    def plays(self) -> Iterator[ScoredPlay]:
        """Every play, each session once."""
        return plays(self._items(), self.best, self.reader, self.pseudonyms, names=self.names)

    def statements(self) -> Iterator[Statement]:
        """Every statement."""
        return (statement for play in self.plays() for statement in statements(play, self.kit.rubric))

    def figures(self) -> Iterator[ClassFigures]:
        """The figures of each scenario that was played, small numbers hidden."""
        sums = read_here(self.paths, self.kit, reader=self.reader)[0].sums
        for scenario in sorted({scenario for scenario, _ in sums.groups}):
            if (exact := self.reader.exact(scenario)) is not None:
                yield figures(sums, exact)

    def _items(self) -> Iterable[Item]:
        return items(sources.files(self.paths))

    def _tell(self, trouble: Trouble) -> None:
        self.shown.append(trouble.label)
        if len(self.shown) <= MOST_TROUBLES_SHOWN:
            click.echo(f"{trouble.label}: {trouble.why}", err=True)


def aside(text: str) -> None:
    """Says something beside what was asked for."""
    click.echo(text, err=True)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
