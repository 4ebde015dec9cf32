"""A journal looked at for a list: who played what, how far and to which end, without what reading it whole needs.

Only a journal in which every line is as this game writes it is told so; of any other, None says: read it whole.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NamedTuple

from game.play.events import FIRST_YEAR, JOURNAL_FORMAT, LAST_YEAR

_TEXTS = {
    "begun": ("scenario", "title", "session", "mode", "scenario_fingerprint", "rubric_fingerprint"),
    "chosen": ("node", "option"),
    "worded": ("node", "text"),
    "finished": ("ending",),
    "reflected": (),
    "resumed": (),
    "abandoned": (),
}
MOST = 200  # characters of a name


class Glimpse(NamedTuple):
    """What a list tells of a play."""

    scenario: str
    title: str
    player: str | None
    began: datetime
    turns: int
    ending: str | None


def peek(data: bytes) -> Glimpse | None:
    """Returns what the journal in these bytes tells a list; None where it has to be read whole."""
    if not data.endswith(b"\n"):
        return None
    try:
        rows = [json.loads(line) for line in data.split(b"\n")[:-1]]
        if not rows or not all(_is_event(row, n) for n, row in enumerate(rows)):
            return None
        first = rows[0]
        began = datetime.fromisoformat(first["at"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    player = first.get("player")
    if first["event"] != "begun" or first.get("format") != JOURNAL_FORMAT or not isinstance(player, str | None):
        return None
    if began.tzinfo is None or not FIRST_YEAR <= began.year <= LAST_YEAR:
        return None
    turns = sum(row["event"] == "chosen" for row in rows)
    ending = next((row["ending"] for row in rows if row["event"] == "finished"), None)
    return Glimpse(first["scenario"], first["title"], player, began, turns, ending)


def _is_event(row: Any, number: int) -> bool:
    """Returns True for what could be the event of this number."""
    if not isinstance(row, dict) or row.get("n") != number or not isinstance(row.get("at"), str):
        return False
    texts = _TEXTS.get(row.get("event", ""))
    if texts is None or (row["event"] == "begun") != (number == 0):
        return False
    return all(isinstance(row.get(name), str) and (name == "text" or len(row[name]) <= MOST) for name in texts)
