"""What is heard once in a play: a buzz or a door, where the words on the screen tell of one.

A cue follows from words that stand on the screen and from nothing else, so whoever hears nothing misses nothing.
"""

from __future__ import annotations

import re

from game.scenario.model import NARRATION, YOU, Line

_TOLD = {
    "buzz": re.compile(r"(?<!\bnot )\bbuzz(es|ing)?\b|(?<!\bno )\b(vibra|zumba)n?\b", re.I),
    "door": re.compile(
        r"\b(you (open|shut|close)|opens|shuts|closes|slams|knocks?( on| at)?)\b[^.,;!?]*\bdoors?\b"
        r"|\bdoor (opens|shuts|closes|slams|bangs)\b|\bdoors (open|shut|close)\b"
        r"|\b(abre|abres|cierra|cierras|llama a)\b[^.,;!?]*\bpuertas?\b|\bpuertas? se (abre|cierra)n?\b",
        re.I,
    ),
}


def cue_of(line: Line, *, phone: bool) -> str | None:
    """Returns what a line makes sound: a message that comes in buzzes, and so does a phone that is told of; a door
    likewise."""
    if phone and line.speaker not in (NARRATION, YOU):
        return "buzz"
    if line.speaker != NARRATION:
        return None
    return next((name for name, told in _TOLD.items() if told.search(line.text)), None)
