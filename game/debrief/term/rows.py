"""A term as tables: a row a scenario, group and axis, which may be shown; a row a person and scenario, which may not.

`docs/debrief.md` says of each column what it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from game.debrief.export.rows import ESTIMATED, Row, columns, estimated
from game.debrief.export.table import ENCODING, Separator, Table
from game.debrief.export.tables import with_names
from game.debrief.export.whole_file import whole_file
from game.debrief.term.estimates import Estimate
from game.debrief.term.figures import TermFigures
from game.debrief.term.plays import PersonInTerm
from game.rubric.model import AXES
from game.rubric.score import as_points
from game.rubric.scoring_model import ScoringModel
from game.words import N_

TERM = (
    *("scenario", "title", "class_code", "axis", "people_about", "first_mean", "first_low", "first_high", "chance"),
    *ESTIMATED,
    *("played_again_about", "change_mean", "change_low", "change_high", "says"),
)
PEOPLE = (
    *("pseudonym", "known_by", "name", "class_code", "scenario", "title", "plays", "first_utc", "first_complete"),
    *("latest_utc", *columns(AXES, ("first", "latest", "chance")), *ESTIMATED),
)
TOO_FEW = N_("too few to say")
VERDICTS = (N_("moved up"), N_("no clear change"), N_("moved down"), TOO_FEW)


def term_rows(figures: TermFigures) -> Iterator[Row]:
    """Returns a row for each scenario, group and axis."""
    for scenario in figures.scenarios:
        for group in scenario.groups:
            for axis in group.axes:
                yield {
                    "scenario": scenario.id,
                    "title": scenario.title,
                    "class_code": group.class_code or "(all)",
                    "axis": axis.axis,
                    "people_about": group.people,
                    "chance": axis.chance,
                    "played_again_about": group.again,
                    "says": moved(axis.change),
                    **estimated(scenario.estimate),
                    **_parts("first", axis.first),
                    **_parts("change", axis.change),
                }


def _parts(name: str, found: Estimate | None) -> Row:
    if found is None:
        return {}
    return {f"{name}_mean": found.mean, f"{name}_low": found.low, f"{name}_high": found.high}


def moved(change: Estimate | None) -> str:
    """Returns in words whether a mean moved from first to latest."""
    if change is None:
        return TOO_FEW
    return VERDICTS[1 - change.clear]


def people_rows(people: Iterable[PersonInTerm], exact: Mapping[str, ScoringModel], *, names: bool) -> Iterator[Row]:
    """Returns a row for each person and scenario."""
    for person in people:
        for scenario, plays in person.played.items():
            first, latest, model = person.first(scenario), person.latest(scenario), exact.get(scenario)
            row: Row = {
                "pseudonym": person.pseudonym,
                "known_by": person.known_by,
                "name": person.name,
                "class_code": person.class_code if names else None,
                "scenario": scenario,
                "title": model.story.scenario.title if model else scenario,
                "plays": len(plays),
                "first_utc": _utc(first.begun),
                "first_complete": first.complete,
                "latest_utc": _utc(latest.begun) if latest else None,
                **estimated(model.estimate if model else None),
            }
            for index, axis in enumerate(AXES):
                row[f"{axis}_first"] = first.axes[index] if first.axes else None
                row[f"{axis}_latest"] = latest.axes[index] if latest and latest.axes else None
                row[f"{axis}_chance"] = as_points(model.chance_levels[axis]) if model else None
            yield row


def _utc(moment: datetime) -> datetime:
    with suppress(OverflowError):  # the edge of the calendar
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None, microsecond=0)


def write_term(figures: TermFigures, path: Path, separator: Separator) -> None:
    """Writes what may be shown as a table, a workbook where the file's name ends so; raises GameError."""
    if path.suffix.lower() == ".xlsx":
        from game.debrief.export.workbook import write_shared_workbook

        write_shared_workbook(path, "term", TERM, term_rows(figures))
    else:
        _write(path, TERM, term_rows(figures), separator)


def write_people(
    people: Iterable[PersonInTerm], exact: Mapping[str, ScoringModel], path: Path, separator: Separator, *, names: bool
) -> None:
    """Writes a row for each person and scenario, for the teacher alone; a workbook where the file's name ends so."""
    wanted, rows = with_names(PEOPLE, names), people_rows(people, exact, names=names)
    if path.suffix.lower() == ".xlsx":
        from game.debrief.export.workbook import write_teachers_workbook

        write_teachers_workbook(path, "people", wanted, rows)
    else:
        _write(path, wanted, rows, separator)


def _write(path: Path, wanted: Iterable[str], rows: Iterable[Row], separator: Separator) -> None:
    with whole_file(path, ENCODING) as file:
        table = Table(file, tuple(wanted), separator)
        for row in rows:
            table.add(row)
