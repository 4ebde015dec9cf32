"""A class for a learning platform's gradebook: who has played what, when and for how long; points only when asked.

A row a person, columns for each scenario. What a person is called there comes from the platform's own list (an export
of its gradebook, or of its participants); who stands in no list, or in it twice, is named and left out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from game.debrief.export.rows import Cell
from game.debrief.export.table import ENCODING, Separator, cell
from game.debrief.export.whole_file import whole_file
from game.debrief.export.xapi import played_ms
from game.debrief.figures.model import ScoredPlay
from game.debrief.read.pseudonyms import normalised
from game.errors import UsageError
from game.files import FileProblem, read_bounded
from game.rubric.sample import HowGood

Platform = Literal["moodle", "canvas"]
MOST_LIST = 16 * 1024 * 1024
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("First name", "Last name", "Surname", "ID number", "Username", "Email address")
_POINTS_POSSIBLE = "Points Possible"


@dataclass(slots=True)
class _Played:
    """What a person did in one scenario."""

    title: str
    completed: bool = False
    day: str = ""
    ms: int = 0
    points: dict[str, float | None] = field(default_factory=dict)
    estimate: HowGood | None = None


@dataclass(slots=True)
class _Person:
    """A person as first written, and what they did, by scenario."""

    name: str
    class_code: str
    played: dict[str, _Played] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gradebook:
    """What was written: how many people, those of no name, and the names that the platform's list has not, or twice."""

    people: int
    nameless: int
    unknown: tuple[str, ...]


def export_gradebook(
    plays: Iterable[ScoredPlay],
    path: Path,
    platform: Platform,
    roster: Path | None,
    *,
    axes: Mapping[str, str],
    points: bool = False,
    separator: Separator = "comma",
) -> Gradebook:
    """Writes a gradebook for a platform to take in; raises UsageError where its list is missing or cannot be read.

    plays: with names, in any order; those that go on from an earlier turn are left out
    roster: the platform's own list, which its columns for a person are taken from; Canvas needs it
    axes: the name of each axis, by its id
    points: adds both axes of the first play that came to an ending
    """
    if platform == "canvas" and roster is None:
        raise UsageError(
            "Canvas knows people by ids of its own. Export its gradebook (Grades, Export) and name that file with "
            "--roster."
        )
    known = _Roster.read(roster, CANVAS if platform == "canvas" else MOODLE) if roster else None
    people, nameless = _by_person(plays)
    titles = {scenario: one.title for person in people for scenario, one in person.played.items()}
    order = sorted(titles, key=lambda scenario: (titles[scenario].casefold(), scenario))
    unknown: list[str] = []
    rows: list[list[Cell]] = []
    for person in people:
        ids = known.row(person.name) if known else [person.name, person.class_code]
        if ids is None:
            unknown.append(person.name)
            continue
        rows.append([*ids, *(c for s in order for c in _cells(person.played.get(s), axes, points))])
    head: list[Cell] = [*(known.columns if known else ("name", "class_code"))]
    head += [f"{titles[s]} ({part})" for s in order for part in _parts(axes, points, _estimate(people, s))]
    lines = [head]
    if known and platform == "canvas":
        possible = ["1", "", "", *(["100"] * len(axes) if points else [])]
        lines.append(
            [f"    {_POINTS_POSSIBLE}", *[""] * (len(known.columns) - 1), *(p for _ in order for p in possible)]
        )
    _write(path, [*lines, *rows], separator)
    return Gradebook(len(rows), nameless, tuple(unknown))


def _parts(axes: Mapping[str, str], points: bool, estimate: HowGood | None) -> list[str]:
    mark = f", estimated ±{estimate.points}" if estimate else ""
    return ["completed", "date", "minutes", *(f"{name}{mark}" for name in axes.values() if points)]


def _estimate(people: Iterable[_Person], scenario: str) -> HowGood | None:
    """Returns how good the points of a scenario are, where they are not exact."""
    found = (person.played[scenario].estimate for person in people if scenario in person.played)
    return next((one for one in found if one), None)


def _by_person(plays: Iterable[ScoredPlay]) -> tuple[list[_Person], int]:
    """Returns what each person did, in the order of their names; and how many plays bear no name."""
    people: dict[tuple[str, str], _Person] = {}
    nameless = 0
    for play in sorted(plays, key=lambda play: (play.begun, play.session)):
        name, code = " ".join((play.name or "").split()), play.class_code or ""
        if play.journal.begun.branched_from:
            continue
        if not name:
            nameless += 1
            continue
        mine = people.setdefault((normalised(name), normalised(code)), _Person(name, code))
        one = mine.played.setdefault(play.scenario, _Played(play.title))
        one.ms += played_ms(play.journal.lived)
        if play.complete and not one.completed:
            one.completed, one.day = True, play.begun.astimezone().date().isoformat()
            one.points = {n: r.path for n, r in play.card.axes.items()} if play.card else dict(play.given)
            one.estimate = play.card.estimate if play.card else None
    return [people[who] for who in sorted(people)], nameless


def _cells(one: _Played | None, axes: Mapping[str, str], points: bool) -> list[Cell]:
    if one is None:
        return [None] * (3 + len(axes) * points)
    done: Cell = int(one.completed)
    scores = [one.points.get(axis) for axis in axes] if points else []
    return [done, one.day, round(one.ms / 60_000), *scores]


@dataclass(frozen=True, slots=True)
class _Roster:
    """A platform's own list of people: its columns for a person, and the rows by each way a name can be written."""

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def read(cls, path: Path, columns: Sequence[str]) -> _Roster:
        """Returns the list in a CSV file, between commas, semicolons or tabs; raises UsageError where it is none."""
        try:
            text = read_bounded(path, MOST_LIST).decode("utf-8-sig", "replace")
        except FileProblem as problem:
            raise UsageError(str(problem)) from None
        first = text.split("\n", 1)[0]
        split = max(",;\t", key=first.count)
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=split, restval="")
        here = tuple(c for c in columns if c in (reader.fieldnames or ()))
        if not {"Student", "First name"} & set(here):
            wanted = ", ".join(columns)
            raise UsageError(
                f"{path} is no list of people as the platform exports it: its first row has none of {wanted}. "
                "Export it in English, as CSV."
            )
        rows: dict[str, list[tuple[str, ...]]] = {}
        for row in reader:
            if not (row[here[0]] or "").strip().startswith((_POINTS_POSSIBLE, "Student, Test")):
                for name in _ways_to_write(row):
                    rows.setdefault(name, []).append(tuple(row[c] or "" for c in here))
        return cls(here, {name: tuple(found) for name, found in rows.items()})

    def row(self, name: str) -> list[str] | None:
        """Returns the platform's columns for a name; None where nobody, or more than one, is called so."""
        found = self.rows.get(normalised(name), ())
        return list(found[0]) if len(found) == 1 else None


def _ways_to_write(row: Mapping[str, str | None]) -> set[str]:
    """Returns a person's name as they may have typed it: in both orders, or what they log in with."""
    if student := (row.get("Student") or "").strip():
        last, _, first = student.partition(",")
        names = {student, f"{first} {last}"}
    else:
        first, last = row.get("First name") or "", row.get("Last name") or row.get("Surname") or ""
        names = {f"{first} {last}", f"{last}, {first}"}
    names |= {row.get(c) or "" for c in ("SIS Login ID", "Username", "Email address")}
    return {normalised(name) for name in names if name.strip()}


def _write(path: Path, rows: Sequence[Sequence[Cell]], separator: Separator) -> None:
    with whole_file(path, ENCODING) as file:
        writer = csv.writer(file, delimiter=";" if separator == "semicolon" else ",")
        for row in rows:
            cells = (cell(value) for value in row)
            comma = separator == "semicolon"
            writer.writerow([str(c).replace(".", ",") if comma and isinstance(c, float) else c for c in cells])
