"""What the first screen offers: kinds to begin with, the library to copy from, the files of the author's folder."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.author.new import KINDS
from game.scenario.model import Scenario
from game.studio.folder import EMPTY
from game.studio.studio import Studio
from game.words import N_, _

_WORDS = {
    "dual-role": (N_("Two roles at once"), N_("Someone who is more to you than a client asks for your hands.")),
    "deference": (N_("A client who says yes"), N_("Someone agrees to everything before you have asked.")),
    "boundary-creep": (N_("A little more each time"), N_("Kind gifts and late messages move a line, step by step.")),
    "capacity": (N_("Not quite able to decide"), N_("Someone wants the hour and is in no state to choose it.")),
    EMPTY: (N_("An empty page"), N_("One person, one scene, one ending: the least that can be played.")),
}
_TITLE = re.compile(r"(?m)^title: *(.*?) *$")
_FIRST = 8 * 1024  # bytes in which a title stands


def copies(studio: Studio) -> list[dict[str, Any]]:
    """Returns the scenarios that can be copied."""
    shelf, _left = studio.library.shelf()
    return [_card(scenario) for scenario in shelf]


def start(studio: Studio) -> dict[str, Any]:
    """Returns the first screen as plain data, but for the library, which takes a while to read the first time."""
    return {
        "kinds": [
            {"id": kind, "title": _(_WORDS[kind][0]), "sentence": _(_WORDS[kind][1])} for kind in (*KINDS, EMPTY)
        ],
        "recent": [_recent(path, studio.folder.known(path)) for path in studio.folder.recent()],
        "folder": studio.folder.path.name,
        "first": studio.first,
    }


def _card(scenario: Scenario) -> dict[str, Any]:
    node = scenario.nodes[scenario.start]
    return {
        "id": scenario.id,
        "title": scenario.title,
        "summary": scenario.summary,
        "picture": f"/picture/place/{node.place}?hour={node.time.value}",
    }


def _recent(path: Path, name: str) -> dict[str, Any]:
    title = None
    with suppress(OSError), path.open("rb") as file:
        title = _TITLE.search(file.read(_FIRST).decode("utf-8", "replace"))
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return {
        "file": name,
        "id": path.stem,
        "name": path.name,
        "title": title[1].strip("\"'") if title else path.stem,
        "changed": changed.isoformat(timespec="seconds"),
    }
