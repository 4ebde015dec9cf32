"""A class's plays and figures as files for other programs: tables (CSV), one JSON document, xAPI statements.

A file is there whole or not at all, and readable by its owner only. Names stay out unless they are asked for; crossed
hard limits stay out of every file. Text that a spreadsheet would run as a formula is marked as text.
"""

from __future__ import annotations

import csv
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any

import game
from game.debrief.export.statement import Statement
from game.debrief.export.xapi import played_ms
from game.debrief.figures.model import ClassFigures, NodeFigures, OptionFigures, ScoredPlay
from game.debrief.read.pseudonyms import known_by
from game.errors import GameError
from game.play.events import Chosen
from game.play.report import as_data
from game.rubric.model import AXES, COMPONENTS, POLES
from game.rubric.score import ChoiceRecord, Score

FORMAT = 1
_STARTS_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\0＝＋－＠]")
_STARTS_LATER = re.compile(r'(?<=[;\t\r\n\0])(?="*[=+\-@＝＋－＠])')  # where a spreadsheet may split anew

Cell = str | int | float | bool | None
Row = dict[str, Cell]


def cell(value: Cell) -> str | int | float:
    """A value as a spreadsheet takes it: numbers as numbers, text never as a formula.

    Text that begins one gets a leading `'`; so does a part of text that begins one after `;`, tab or line break,
    where a spreadsheet with another idea of columns would begin a new cell (OWASP, CSV injection).
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            marked = _STARTS_LATER.sub("'", value)
            return f"'{marked}" if _STARTS_FORMULA.match(value) else marked
        case _:
            return value


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────


def _columns(names: Sequence[str], parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{name}_{part}" for name in names for part in parts)


_READING = ("path", "moment", "chance")
_POINTS = ("points", "lowest", "highest")
PLAYS = (
    *("session", "actor", "pseudonym", "known_by", "name", "class_code", "scenario", "title", "begun_utc", "mode"),
    *("branched_from", "branched_at", "turns", "played_s", "complete", "ending", "ending_kind", "scored"),
    *_columns(COMPONENTS, _READING),
    *_columns(AXES, (*_READING, "name")),
    *_columns(POLES, ("chosen", "offered")),
    *("ruptures", "repaired", "scenario_fingerprint", "rubric_fingerprint", "notes"),
)
CHOICES = (
    *("session", "pseudonym", "scenario", "turn", "node", "place", "option", "said", "shown"),
    *("elapsed_s", "copied", "moves"),
    *_columns(COMPONENTS, _POINTS),
    *("poles", "trust", "ease", "voice"),
)
ITEMS = (
    *("scenario", "node", "place", "reached_this_node", "option", "said", "pooled", "chosen", "share", "statistics"),
    *(f"{name}_achievable" for name in COMPONENTS),
    *_columns(AXES, ("point_biserial", "low_third", "middle_third", "high_third")),
)
ANSWERS = ("session", "pseudonym", "scenario", "question", "answer")


def export_csv(
    plays: Iterable[ScoredPlay], figures: Iterable[ClassFigures], folder: Path, *, names: bool
) -> tuple[Path, ...]:
    """Writes plays.csv, choices.csv, answers.csv and items.csv into `folder`; the paths, in that order."""
    paths = tuple(folder / f"{name}.csv" for name in ("plays", "choices", "answers", "items"))
    columns = (tuple(c for c in PLAYS if names or c != "name"), CHOICES, ANSWERS, ITEMS)
    with ExitStack() as stack:
        # UTF-8 with a byte order mark: without it Excel takes a file for the local code page
        files = [stack.enter_context(whole_file(path, "utf-8-sig")) for path in paths]
        tables = [_Table(file, names) for file, names in zip(files, columns, strict=True)]
        for play in plays:
            tables[0].add(_play_row(play))
            for row in _choice_rows(play):
                tables[1].add(row)
            for row in _answer_rows(play):
                tables[2].add(row)
        for group in figures:
            for row in _item_rows(group):
                tables[3].add(row)
    return paths


class _Table:
    """A CSV file with these columns; a row may know more than is wanted."""

    def __init__(self, file: IO[str], columns: Sequence[str]) -> None:
        self._writer, self._columns = csv.writer(file), columns
        self._writer.writerow(columns)

    def add(self, row: Row) -> None:
        """Writes a row; a column that it does not know stays empty."""
        self._writer.writerow([cell(row.get(column)) for column in self._columns])


def _play_row(play: ScoredPlay) -> Row:
    begun, card, end = play.journal.begun, play.card, play.journal.finished
    row: dict[str, Cell] = {
        "session": play.session,
        "actor": play.actor,
        "pseudonym": play.pseudonym,
        "known_by": known_by(begun),
        "name": play.name,
        "class_code": play.class_code,
        "scenario": play.scenario,
        "title": play.title,
        "begun_utc": _utc(play),
        "mode": begun.mode.value,
        "branched_from": begun.branched_from,
        "branched_at": begun.branched_at,
        "turns": len(play.journal.choices),
        "played_s": played_ms(play.journal.lived) / 1000,
        "complete": play.complete,
        "ending": end.ending if end else None,
        "scenario_fingerprint": begun.scenario_fingerprint,
        "rubric_fingerprint": begun.rubric_fingerprint,
        "scored": "anew",
        "notes": " ".join(play.notes),
    }
    if card is None:
        return row | {"scored": "as given" if play.given else "no"} | {f"{n}_path": v for n, v in play.given.items()}
    for name, reading in {**card.components, **card.axes}.items():
        row |= _reading(name, reading)
    row |= {f"{name}_name": axis.name for name, axis in card.axes.items()}
    for name, pole in card.poles.items():
        row |= {f"{name}_chosen": pole.chosen, f"{name}_offered": pole.offered}
    return row | {
        "ending_kind": card.ending.kind if card.ending else None,
        "ruptures": len(card.ruptures),
        "repaired": sum(r.repaired is not None for r in card.ruptures),
    }


def _utc(play: ScoredPlay) -> str:
    """When the play began, as spreadsheets read a time."""
    moment = play.begun
    with suppress(OverflowError):  # the edge of the calendar
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


def _reading(name: str, reading: Score) -> Row:
    return {f"{name}_path": reading.path, f"{name}_moment": reading.moment, f"{name}_chance": reading.chance}


def _choice_rows(play: ScoredPlay) -> Iterator[Row]:
    copied = play.journal.copied
    for turn, choice, record in _choices(play):
        row: dict[str, Cell] = {
            "session": play.session,
            "pseudonym": play.pseudonym,
            "scenario": play.scenario,
            "turn": turn,
            "node": choice.node,
            "option": choice.option,
            "shown": " ".join(choice.offered),
            "elapsed_s": choice.elapsed_ms / 1000,
            "copied": turn <= copied,
        }
        yield row | _scored(record) if record else row


def _choices(play: ScoredPlay) -> Iterator[tuple[int, Chosen, ChoiceRecord | None]]:
    """Each choice as journalled, with its turn and, where it could be scored, what it came to."""
    records = play.card.choices if play.card else ()
    for turn, (choice, record) in enumerate(zip_longest(play.journal.choices, records), 1):
        if choice is not None:
            yield turn, choice, record


def _scored(record: ChoiceRecord) -> Row:
    row: dict[str, Cell] = {
        "place": record.place,
        "said": record.say,
        "moves": " ".join(record.moves),
        "poles": " ".join(record.poles),
        "trust": record.state.trust,
        "ease": record.state.ease,
        "voice": record.state.voice,
    }
    for name, *points in zip(COMPONENTS, record.vector, record.low, record.high, strict=True):
        row |= {f"{name}_{part}": value for part, value in zip(_POINTS, points, strict=True)}
    return row


def _answer_rows(play: ScoredPlay) -> Iterator[Row]:
    given = play.journal.reflected
    for answer in given.answers if given else ():
        yield {
            "session": play.session,
            "pseudonym": play.pseudonym,
            "scenario": play.scenario,
            "question": answer.question,
            "answer": answer.text,
        }


def _item_rows(figures: ClassFigures) -> Iterator[Row]:
    """A row an option, as far as small numbers may be told; those pooled stand together in a row `others`."""
    for node in figures.nodes:
        about: dict[str, Cell] = {
            "scenario": figures.scenario,
            "node": node.node,
            "place": node.place,
            "reached_this_node": node.n,
            "statistics": _standing(node),
        }
        for option in node.options:
            yield about | _option(option)
        if node.others is not None:
            yield about | {"option": "others", "pooled": True, "chosen": node.others, "share": node.others_share}


def _standing(node: NodeFigures) -> str:
    if node.items_hidden:
        return "hidden: too few plays"
    return "provisional" if node.provisional else "firm"


def _option(option: OptionFigures) -> Row:
    row: dict[str, Cell] = {
        "option": option.option,
        "said": option.say,
        "pooled": option.pooled,
        "chosen": option.count,
        "share": option.share,
    }
    row |= {f"{name}_achievable": share for name, share in option.achievable.items()}
    row |= {f"{axis}_point_biserial": value for axis, value in option.point_biserial.items()}
    for axis, thirds in option.tertiles.items():
        names = (f"{axis}_{part}_third" for part in ("low", "middle", "high"))
        row |= dict(zip(names, thirds or (None, None, None), strict=True))
    return row


# ── one JSON document ────────────────────────────────────────────────────────────────────────────────────


def export_json(plays: Iterable[ScoredPlay], figures: Iterable[ClassFigures], path: Path, *, names: bool) -> None:
    """Writes one document: its format, the plays (one a line) and the figures of each scenario."""
    with whole_file(path) as file:
        file.write(f'{{"format": {FORMAT}, "kind": "equal-footing-export", "game": {_line(game.__version__)}')
        _list(file, "plays", (_play(play, names) for play in plays))
        _list(file, "figures", (asdict(group) for group in figures))
        file.write("}\n")


def _list(file: IO[str], name: str, rows: Iterable[Mapping[str, Any]]) -> None:
    file.write(f',\n"{name}": [')
    for number, row in enumerate(rows):
        file.write((",\n" if number else "\n") + _line(row))
    file.write("\n]")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _play(play: ScoredPlay, names: bool) -> dict[str, Any]:
    begun, given, copied = play.journal.begun, play.journal.reflected, play.journal.copied
    return {
        "session": play.session,
        "actor": play.actor,
        "pseudonym": play.pseudonym,
        "known_by": known_by(begun),
        **({"name": play.name} if names else {}),
        "class_code": play.class_code,
        "scenario": play.scenario,
        "title": play.title,
        "begun": play.begun.isoformat(),
        "mode": begun.mode.value,
        "branched_from": begun.branched_from,
        "branched_at": begun.branched_at,
        "complete": play.complete,
        "played_ms": played_ms(play.journal.lived),
        "scenario_fingerprint": begun.scenario_fingerprint,
        "rubric_fingerprint": begun.rubric_fingerprint,
        "notes": list(play.notes),
        "card": _card(play),
        "given": dict(play.given) or None,
        "choices": [_choice(*row) | {"copied": row[0] <= copied} for row in _choices(play)],
        "answers": [{"question": a.question, "text": a.text} for a in (given.answers if given else ())],
    }


def _card(play: ScoredPlay) -> dict[str, Any] | None:
    if play.card is None:
        return None
    return {name: part for name, part in as_data(play.card).items() if name not in ("gates", "choices")}


def _choice(turn: int, choice: Chosen, record: ChoiceRecord | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "turn": turn,
        "node": choice.node,
        "option": choice.option,
        "shown": list(choice.offered),
        "elapsed_ms": choice.elapsed_ms,
    }
    if record is None:
        return row
    return row | {
        "place": record.place,
        "say": record.say,
        "moves": list(record.moves),
        "points": dict(zip(COMPONENTS, record.vector, strict=True)),
        "lowest": dict(zip(COMPONENTS, record.low, strict=True)),
        "highest": dict(zip(COMPONENTS, record.high, strict=True)),
        "poles": list(record.poles),
        "state": asdict(record.state),
    }


# ── xAPI statements ──────────────────────────────────────────────────────────────────────────────────────


def export_xapi(statements: Iterable[Statement], path: Path) -> int:
    """Writes the statements as one JSON array, one a line, as a learning record store imports it; how many."""
    count = 0
    with whole_file(path) as file:
        file.write("[")
        for statement in statements:
            file.write((",\n" if count else "\n") + statement.as_json())
            count += 1
        file.write("\n]\n")
    return count


@contextmanager
def whole_file(path: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """A file to write to that takes its name when all is in it; raises GameError when it cannot be written."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise GameError(f"{path} cannot be written: {error.strerror or error}. Name another place with -o.") from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
