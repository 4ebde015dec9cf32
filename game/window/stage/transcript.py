"""How lines look: as speech under a name, as a stage direction, or as bubbles on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.model import NARRATION, YOU, Line, Scenario
from game.window.stage.bubble import Bubble
from game.window.toolkit.boxes import Column
from game.window.toolkit.widgets import Space, Text, Widget
from game.words import _

Revealed = Text | Bubble


def as_speech(scenario: Scenario, lines: Sequence[Line], fresh: int = 0) -> tuple[Column, Revealed | None]:
    """Returns the lines as a column of speech, and the part that shows the last one; lines before `fresh` are muted."""
    parts: list[Widget] = []
    last: Revealed | None = None
    speaker = ""
    for n, line in enumerate(lines):
        colour = "text" if n >= fresh else "muted"
        if line.speaker == NARRATION:
            last = Text(line.text, "aside", colour)
        else:
            if line.speaker != speaker:
                parts += [Space(0.15)] if parts else []
                head = Text(_speaker(scenario, line), "strong", "warm" if line.speaker == YOU else "accent")
                head.told = ""  # who listens hears the name with the words
                parts.append(head)
            last = Text(line.text, "body", colour)
        last.says = _speaker(scenario, line)
        speaker = line.speaker
        parts.append(last)
    return Column(parts, 0.28), last


def _speaker(scenario: Scenario, line: Line) -> str:
    """Returns the name of who says a line; empty for narration."""
    return _("You") if line.speaker == YOU else scenario.name_of(line.speaker)


def as_messages(scenario: Scenario, lines: Sequence[Line]) -> tuple[Column, Revealed | None]:
    """Returns the lines as a phone shows them, and the part that shows the last one."""
    parts: list[Widget] = []
    last: Revealed | None = None
    for line in lines:
        if line.speaker == NARRATION:
            last = Text(line.text, "aside", "muted", centred=True)
        else:
            last = Bubble(line.text, line.speaker == YOU, True)
        last.says = _speaker(scenario, line)
        parts.append(last)
    return Column(parts, 0.4), last
