"""A class's plays and figures as tables (CSV), for spreadsheets and statistics.

A file is there whole or not at all, and readable by its owner only. Names stay out unless they are asked for; crossed
hard limits stay out of every file. Text that a spreadsheet would run as a formula is marked as text. What has a row for
a play lies in a folder of its own, which is the teacher's alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from game.debrief.export.choice_table import ChoiceTable
from game.debrief.export.rows import ANSWERS, ITEMS, NAMES, PLAYS, Row, add_plays, item_rows
from game.debrief.export.table import ENCODING, Separator, Table
from game.debrief.export.whole_file import whole_file
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.read.pseudonyms import known_by, normalised

TEACHER_ONLY = "teacher-only"  # the folder, or the end of a file's name, of what has a row for a play


def export_csv(
    plays: Iterable[ScoredPlay],
    figures: Iterable[ClassFigures],
    folder: Path,
    *,
    names: bool,
    separator: Separator = "comma",
) -> tuple[Path, ...]:
    """Writes plays.csv, choices.csv and answers.csv for the teacher alone, and items.csv, into `folder`; the paths, in
    that order."""
    alone = folder / TEACHER_ONLY
    paths = (alone / "plays.csv", alone / "choices.csv", alone / "answers.csv", folder / "items.csv")
    with ExitStack() as stack:
        files = [stack.enter_context(whole_file(path, ENCODING)) for path in paths]
        to_plays, to_choices, to_answers, to_items = files
        of_plays = Table(to_plays, with_names(PLAYS, names), separator)
        of_choices, of_answers = ChoiceTable(to_choices, separator), Table(to_answers, ANSWERS, separator)
        of_items = Table(to_items, ITEMS, separator)
        add_plays(plays, of_plays.add, of_choices.add, of_answers.add)
        for group in figures:
            for row in item_rows(group):
                of_items.add(row)
    return paths


def with_names(columns: Sequence[str], names: bool) -> tuple[str, ...]:
    """Returns the columns of a table, the one for names only when they were asked for."""
    return tuple(column for column in columns if names or column != "name")


def write_name_list(plays: Iterable[ScoredPlay], path: Path) -> int:
    """Writes who stands behind each pseudonym as a table, by name, readable by its owner only; returns how many."""
    found: dict[str, tuple[ScoredPlay, int]] = {}
    for play in plays:
        found[play.actor] = (play, found.get(play.actor, (play, 0))[1] + 1)
    with whole_file(path, ENCODING) as file:
        table = Table(file, NAMES)
        for play, count in sorted(found.values(), key=lambda row: normalised(row[0].journal.begun.player or "")):
            begun = play.journal.begun
            who: Row = {"name": begun.player, "class_code": begun.class_code, "pseudonym": play.pseudonym}
            table.add(who | {"known_by": known_by(begun), "plays": count})
    return len(found)
