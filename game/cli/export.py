"""What is typed to take a class to other programs (`export csv`, `xlsx`, `gradebook`, `json`, `xapi`) or a scenario."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from game.app.library import Library
from game.cli.counting import counting
from game.cli.lrs import lrs_options, store_of
from game.cli.publish import export_cmi5, export_page, export_scorm, export_site
from game.debrief.class_pages import figures_to_show, kit, pseudonyms_of
from game.debrief.export.gradebook import Platform, export_gradebook
from game.debrief.export.json_document import export_json, export_xapi
from game.debrief.export.questions import Questions
from game.debrief.export.shared_parts import SharedParts
from game.debrief.export.table import Separator
from game.debrief.export.tables import export_csv
from game.debrief.export.xapi import statements
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.read import sources
from game.debrief.read.classes import ClassRead, ClassReader, RememberedItems
from game.debrief.read.cluster import Kit
from game.debrief.read.pseudonyms import Pseudonyms
from game.debrief.read.sources import show
from game.debrief.read.stream import Furthest, Rank, furthest, plays
from game.errors import GameError, UsageError
from game.files import write_shared

MOST_TROUBLES_SHOWN = 20

Command = Callable[..., None]


def _class_options(command: Command) -> Command:
    """Returns the options that every export has: which journals, of which scenario, under which key."""
    for option in (
        click.option("--key", type=click.Path(path_type=Path), help="The key file behind the pseudonyms."),
        click.option("--scenario", help="Only plays of this scenario (id, or the file it was played from)."),
        click.option("--class-code", help="Only plays with this class code."),
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

    A class as tables, JSON or xAPI statements; a scenario as a page, a package for a learning platform, a Twine story.
    """


SEPARATOR = click.option(
    "--separator",
    type=click.Choice(["comma", "semicolon"]),
    default="comma",
    help="Semicolons where numbers have a comma, as in Spain or Germany.",
)


@export.command("csv", epilog="Example: python main.py export csv class-logs -o class-tables")
@_class_options
@NAMES
@SEPARATOR
@_output("class-tables", "folder")
def export_csv_(
    paths: tuple[Path, ...],
    scenario: str | None,
    class_code: str | None,
    key: Path | None,
    names: bool,
    separator: Separator,
    out: Path,
) -> None:
    """Write plays, choices, answers and items as tables.

    For a spreadsheet or statistics. What has a row for a play lies in `teacher-only`.
    """
    group = _Class(paths, kit(scenario, class_code), key, names, figured=True)
    written = export_csv(group.plays(), group.figures(), out, names=names, separator=separator)
    click.echo(f"{_count(len(group.best), 'play')} in {', '.join(show(path) for path in written)}.")


@export.command("xlsx", epilog="Example: python main.py export xlsx class-logs -o class.xlsx")
@_class_options
@NAMES
@_output("class.xlsx", "workbook")
def export_xlsx_(
    paths: tuple[Path, ...], scenario: str | None, class_code: str | None, key: Path | None, names: bool, out: Path
) -> None:
    """Write the same tables as workbooks for a spreadsheet.

    One holds figures that may be shown; one beside it has a row for each play, for the teacher alone.
    """
    from game.debrief.export.workbook import export_xlsx  # an extra, which no other command needs

    group = _Class(paths, kit(scenario, class_code), key, names, figured=True)
    written = export_xlsx(group.plays(), group.figures(), out, names=names)
    click.echo(f"{_count(len(group.best), 'play')} in {', '.join(show(path) for path in written)}.")


@export.command("gradebook", epilog="Example: python main.py export gradebook class-logs --for moodle --names")
@_class_options
@NAMES
@click.option("--for", "platform", type=click.Choice(["moodle", "canvas"]), required=True, help="Which platform.")
@click.option("--roster", type=click.Path(path_type=Path), help="The platform's own list, exported there as CSV.")
@click.option("--points", is_flag=True, help="Put both axes of the first whole play in: practice is no exam.")
@SEPARATOR
@_output("gradebook.csv", "file")
def export_gradebook_(
    paths: tuple[Path, ...],
    scenario: str | None,
    class_code: str | None,
    key: Path | None,
    names: bool,
    platform: Platform,
    roster: Path | None,
    points: bool,
    separator: Separator,
    out: Path,
) -> None:
    """Write who has played, for Moodle's or Canvas's gradebook.

    A row a person: completed, date and minutes of each scenario.
    """
    if not names:
        raise UsageError("A gradebook is about people by name. Add --names, and keep the file as you keep grades.")
    group = _Class(paths, kit(scenario, class_code), key, names)
    axes = {name: axis.name for name, axis in group.kit.rubric.axes.items()}
    done = export_gradebook(group.plays(), out, platform, roster, axes=axes, points=points, separator=separator)
    click.echo(f"{done.people:,} {'person' if done.people == 1 else 'people'} in {show(out)}.")
    if done.nameless:
        aside(f"{_count(done.nameless, 'play')} without a name: left out.")
    for name in done.unknown:
        aside(f"Left out: {show(Path(name))}: nobody, or more than one, is called so in {show(roster or out)}.")


@export.command("json", epilog="Example: python main.py export json class-logs -o class.json")
@_class_options
@NAMES
@_output("class.json", "file")
def export_json_(
    paths: tuple[Path, ...], scenario: str | None, class_code: str | None, key: Path | None, names: bool, out: Path
) -> None:
    """Write plays and figures as one JSON document."""
    group = _Class(paths, kit(scenario, class_code), key, names, figured=True)
    export_json(group.plays(), group.figures(), out, names=names)
    click.echo(f"{_count(len(group.best), 'play')} in {show(out)}.")


@export.command("xapi", epilog="Example: python main.py export xapi class-logs --lrs https://lrs.school.example/xAPI")
@_class_options
@click.option("--names", is_flag=True, help="Call people by name, in place of their pseudonyms.")
@click.option("--answers", is_flag=True, help="Tell what was typed into open questions too.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write (default: class.xapi.json).")
@lrs_options("Send to the learning record store at this address instead.")
def export_xapi_(
    paths: tuple[Path, ...],
    scenario: str | None,
    class_code: str | None,
    key: Path | None,
    names: bool,
    answers: bool,
    out: Path | None,
    endpoint: str | None,
    user: str | None,
    password: str | None,
) -> None:
    """Write or send plays as xAPI statements.

    To a file, or to a learning record store; under pseudonyms unless --names.
    """
    group = _Class(paths, kit(scenario, class_code), key, names, answers)
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
    """Write a scenario as a story for Twine.

    In Twee 3 for SugarCube, with its passages laid out.
    """
    from game.author.twee.exporter import left_out, taken  # an author's part, which no class needs
    from game.author.twee.write import as_text

    library = Library.shipped()
    found = library.scenario(scenario)
    path = out or Path(f"{found.id}.twee")
    try:
        write_shared(path, as_text(taken(found, library.rubric)).encode("utf-8"))
    except OSError as error:
        raise GameError(f"Cannot write {show(path)}: {error.strerror}. Name another file with -o.") from None
    lost = left_out(found)
    click.echo(f"{_count(len(found.nodes), 'passage')} in {show(path)}." + (" Twine has no place for:" if lost else ""))
    for what in lost:
        click.echo(f"  {what}")


for publishing in (export_page, export_site, export_scorm, export_cmi5):
    export.add_command(publishing)


def _send(group: _Class, endpoint: str, user: str | None, password: str | None) -> None:
    from game.debrief.lrs.send import send  # http and TLS, which nothing else here needs

    store = store_of(endpoint, user, password)
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
    """The journals that a teacher named, read as often as is needed.

    figured: whether their figures are asked for too
    """

    paths: tuple[Path, ...]
    kit: Kit
    key: Path | None
    names: bool
    answers: bool = False
    figured: bool = False
    furthest: Furthest = field(default_factory=Furthest)
    shared: dict[str, SharedParts] = field(default_factory=dict)

    @cached_property
    def reader(self) -> ClassReader:
        """Returns what reads journals with the scenarios of today, each made ready once."""
        return self.kit.reader()

    @cached_property
    def everything(self) -> RememberedItems:
        """Returns everything in the files."""
        return RememberedItems(lambda: sources.files(self.paths))

    @cached_property
    def read(self) -> ClassRead:
        """Returns what reading all of it once came to; tells what could not be used."""
        return self._told(self.reader.read(counting(self.everything, "files read"), self.furthest.see))

    @cached_property
    def best(self) -> dict[str, Rank]:
        """Returns the sessions to export; tells what could not be used, and raises UsageError when there is nothing
        else."""
        if self.figured:
            _ = self.read
        else:
            read = ClassRead()
            self.furthest.best = furthest(counting(self.everything, "files read"), self.reader, read.fault)
            self._told(read)
        if not self.furthest.best:
            raise UsageError(f"There is no play to export in {', '.join(show(path) for path in self.paths)}.")
        return self.furthest.best

    def _told(self, read: ClassRead) -> ClassRead:
        for trouble in read.troubles[:MOST_TROUBLES_SHOWN]:
            aside(f"{trouble.label}: {trouble.why}")
        if read.unread > MOST_TROUBLES_SHOWN:
            aside(f"… and {read.unread - MOST_TROUBLES_SHOWN} more.")
        return read

    @cached_property
    def pseudonyms(self) -> Pseudonyms:
        """Returns the pseudonyms under the teacher's key, which is made when there is none."""
        return pseudonyms_of(self.key, aside)

    def plays(self) -> Iterator[ScoredPlay]:
        """Returns every play, each session once."""
        found = plays(self.everything, self.best, self.reader, self.pseudonyms, names=self.names)
        return counting(found, f"of {_count(len(self.best), 'play')} written")

    def statements(self) -> Iterator[str]:
        """Returns every statement."""
        for play in self.plays():
            yield from statements(play, self.kit.rubric, answers=self.answers, shared=self._shared(play.scenario))

    def _shared(self, scenario: str) -> SharedParts:
        if scenario not in self.shared:
            exact = self.reader.exact(scenario)
            asked = Questions(exact.story.scenario) if exact else None
            self.shared[scenario] = SharedParts(scenario, self.kit.rubric, asked)
        return self.shared[scenario]

    def figures(self) -> Iterator[ClassFigures]:
        """Returns the figures of each scenario that was played, as they may stand beside pages made before."""
        yield from figures_to_show(self.read, self.everything, self.reader, self.kit, self.pseudonyms, aside)


def aside(text: str) -> None:
    """Says something beside what was asked for."""
    click.echo(text, err=True)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
