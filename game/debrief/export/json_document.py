"""A class's plays and figures as JSON: one document of all, or xAPI statements for a learning record store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import IO, Any

import game
from game.debrief.export.rows import choices_made
from game.debrief.export.whole_file import whole_file
from game.debrief.export.xapi import played_ms
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.read.pseudonyms import known_by
from game.play.events import Chosen
from game.play.report import as_data
from game.rubric.model import COMPONENTS
from game.rubric.score import ChoiceRecord

FORMAT = 1
AT_ONCE = 50  # statements, about 100 kB: one by one, writing takes longer than making them


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
        "choices": [_choice(*row) | {"copied": row[0] <= copied} for row in choices_made(play)],
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


def export_xapi(statements: Iterable[str], path: Path) -> int:
    """Writes the statements as one JSON array, one a line, as a learning record store imports it; how many."""
    count, left = 0, iter(statements)
    with whole_file(path) as file:
        file.write("[")
        while some := list(islice(left, AT_ONCE)):
            file.write((",\n" if count else "\n") + ",\n".join(some))
            count += len(some)
        file.write("\n]\n")
    return count
