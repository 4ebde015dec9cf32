"""Statements back to journals: those of a page in a learning platform (cmi5), and those of `export xapi`.

A page puts each line of its journal whole into a statement, so its journals come back byte for byte. An export tells
what was chosen, without names, typed words and pauses; its journals are made again from that, say so, and know their
player by the store's account.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from game.debrief.export.shared_parts import EXTENSION, HOME
from game.debrief.read.collect import FROM_STATEMENTS
from game.debrief.read.sources import FoundJournal, Trouble
from game.play.events import Begun, Chosen, Event, Finished, Mode, as_line

LINE, SESSION = f"{EXTENSION}journal-line", f"{EXTENSION}session"
_SEQUENCE = f"{EXTENSION}sequence"
_SCENARIO = re.compile(re.escape(f"{HOME}/scenarios/") + "([^/]+)(?:/decisions/([^/]+))?")
_MARK = re.compile(r"[0-9a-f]{32}")
_SECONDS = re.compile(r"PT(\d{1,12}(?:\.\d{1,6})?)S")
_WANTED = ("initialized", "answered", "completed")
_LACKS_BEGINNING = "Its first statement is not there, so it is not known whose play it is, or of which scenario."
_LACKS_EARLIER = "It goes on from an earlier play, and that is not in the store as far as it would have to be."
_NO_STATEMENTS = "Its statements are not such as the game writes."

Statement = Mapping[str, Any]


class _LackingError(Exception):
    """The store has not all that a play begins with."""


@dataclass(slots=True)
class _Told:
    """What a store tells of its plays: lines by session and number, and statements by session, number and verb."""

    lines: dict[str, dict[int, str]] = field(default_factory=dict)
    statements: dict[str, dict[tuple[int, str], Statement]] = field(default_factory=dict)

    def take(self, statement: Statement) -> None:
        """Keeps what belongs to a play; whatever else a store holds is let go."""
        context = _part(statement, "context")
        more = _part(context, "extensions")
        session, line, number = more.get(SESSION), more.get(LINE), more.get(_SEQUENCE)
        if isinstance(session, str) and isinstance(line, str):
            self.lines.setdefault(session, {})[_number_in(line)] = line
        elif isinstance(number, int):
            verb = str(_part(statement, "verb").get("id")).rpartition("/")[2]
            if verb in _WANTED and not _is_typed(statement):
                session = str(context.get("registration")).replace("-", "").lower()
                self.statements.setdefault(session, {})[number, verb] = statement


def journals(statements: Iterable[Statement], store: str) -> Iterator[FoundJournal | Trouble]:
    """Returns the play of each session that the statements tell of, once; `store` says in labels where they came from.

    Of a play that is there line by line nothing is made again. Lines count up to the first that is missing.
    """
    told = _Told()
    for statement in statements:
        told.take(statement)
    for session, lines in told.lines.items():
        whole: list[str] = []
        while len(whole) in lines:
            whole.append(lines[len(whole)])
        label = f"{store} → {session[:64]}"
        yield (
            FoundJournal(label, "".join(whole).encode("utf-8", "replace"))
            if whole
            else Trouble(label, _LACKS_BEGINNING)
        )
    for session in [name for name in told.statements if name not in told.lines]:
        label = f"{store} → {session[:64]}"
        try:
            yield FoundJournal(label, b"".join(map(as_line, _events(session, told.statements))))
        except _LackingError as error:
            yield Trouble(label, str(error))
        except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
            yield Trouble(label, _NO_STATEMENTS)


def _events(session: str, told: Mapping[str, Mapping[tuple[int, str], Statement]]) -> list[Event]:
    """Returns the events of a play; raises _LackingError where it lacks its beginning, and what comes up where
    a statement has another shape."""
    mine = dict(sorted(told[session].items()))
    first = next((row for (_, verb), row in mine.items() if verb == "initialized"), None)
    if first is None:
        raise _LackingError(_LACKS_BEGINNING)
    begun = _begun(session, first)
    events: list[Event] = [begun]
    if begun.branched_from:
        events += _copied(begun, told)
    for (_, verb), row in mine.items():
        if verb == "answered":
            events.append(_chosen(len(events), row))
        elif verb == "completed":
            events.append(_finished(len(events), row))
    return events


def _copied(begun: Begun, told: Mapping[str, Mapping[tuple[int, str], Statement]]) -> list[Event]:
    """Returns the choices that a play took over from an earlier one; raises _LackingError where that is not there."""
    earlier, many = begun.branched_from or "", (begun.branched_at or 1) - 1
    if earlier not in told or earlier == begun.session:
        raise _LackingError(_LACKS_EARLIER)
    chosen = [event for event in _events(earlier, told) if isinstance(event, Chosen)]
    if len(chosen) < many:
        raise _LackingError(_LACKS_EARLIER)
    return list(chosen[:many])


def _begun(session: str, row: Statement) -> Begun:
    more = _part(_part(row, "context"), "extensions")
    branched = more.get(f"{EXTENSION}branched-from")
    account = _part(_part(row, "actor"), "account").get("name")
    title = next(iter(_part(_part(_part(row, "object"), "definition"), "name").values()), "")
    return Begun(
        0,
        _at(row),
        session,
        _where(row)[0],
        str(title),
        str(_part(row, "context").get("revision", "")),
        str(more[f"{EXTENSION}rubric"]),
        0,  # the seed is not told; the order in which options were shown is
        Mode(more[f"{EXTENSION}mode"]),
        game=FROM_STATEMENTS,
        device=account if isinstance(account, str) and _MARK.fullmatch(account) else None,
        branched_from=UUID(branched).hex if branched else None,
        branched_at=int(more[f"{EXTENSION}branched-at"]) if branched else None,
    )


def _chosen(n: int, row: Statement) -> Chosen:
    result = _part(row, "result")
    spent = _SECONDS.fullmatch(result["duration"])
    if spent is None:
        raise ValueError("no duration")
    shown = tuple(_part(result, "extensions")[f"{EXTENSION}shown"])
    return Chosen(n, _at(row), _where(row)[1], str(result.get("response", "")), shown, round(float(spent[1]) * 1000))


def _finished(n: int, row: Statement) -> Finished:
    """Returns the ending, with the path scores that were told; none of a play that could not be scored."""
    more = _part(_part(row, "result"), "extensions")
    card: dict[str, float | None] = {}
    for axis, reading in _part(more, f"{EXTENSION}axes").items():
        card |= {name: part["path"] for name, part in reading["components"].items()} | {axis: reading["path"]}
    return Finished(n, _at(row), str(more[f"{EXTENSION}ending"]), card)


def _at(row: Statement) -> datetime:
    return datetime.fromisoformat(row["timestamp"])


def _where(row: Statement) -> tuple[str, str]:
    """Returns the scenario, and the node where there is one."""
    found = _SCENARIO.fullmatch(_part(row, "object")["id"])
    if found is None:
        raise ValueError("an object of another kind")
    return unquote(found[1]), unquote(found[2] or "")


def _part(row: Statement, name: str) -> dict[str, Any]:
    """Returns a part of a statement; nothing where it is none."""
    found = row.get(name)
    return found if isinstance(found, dict) else {}


def _is_typed(statement: Statement) -> bool:
    """Returns whether a statement tells what was typed into an open question, which no choice is."""
    return _part(_part(statement, "object"), "definition").get("interactionType") == "long-fill-in"


def _number_in(line: str) -> int:
    """Returns the number of a journal's line; −1, which no journal has, where it is none."""
    try:
        return int(json.loads(line)["n"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return -1
