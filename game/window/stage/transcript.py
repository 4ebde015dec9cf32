"""How lines look: as speech under a name, as a stage direction, or as bubbles on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame
from typing_extensions import override

from game.scenario.model import NARRATION, YOU, Line, Scenario
from game.window.toolkit import paint
from game.window.toolkit.boxes import Column
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Space, Text, Widget
from game.words import _


class Bubble(Widget):
    """One message on a phone: theirs at the left, yours at the right."""

    def __init__(self, words: str, mine: bool, fresh: bool) -> None:
        super().__init__()
        self.words, self.mine, self.fresh = words, mine, fresh
        self.shown: int | None = None

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        pad = self.pad = look.em(0.55)
        self.block = Lines(self.words, "body", look, round(wide * 0.86) - 2 * pad)
        width = max((box.width for _, box in self.block.boxes(0, 0)), default=0) + 2 * pad + 1
        left = x + wide - width if self.mine else x
        self.rect = pygame.Rect(left, y, width, self.block.height + 2 * round(pad * 0.75))
        self.words_at = (left + pad, y + round(pad * 0.75))
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, at = canvas.look, canvas.look.theme, canvas.place(self.rect)
        fill = theme.mine if self.mine else theme.theirs
        edge = theme.choice_edge if theme.name == "contrast" else ""
        canvas.surface.blit(paint.round_box(at.size, look.em(0.75), fill, edge, 1 if edge else 0), at)
        side = at.right - look.em(0.75) if self.mine else at.left
        corner = paint.round_box((look.em(0.75), look.em(0.75)), 3, fill)
        if not edge:
            canvas.surface.blit(corner, (side, at.bottom - look.em(0.75)))
        x, y = self.words_at[0] + canvas.shift[0], self.words_at[1] + canvas.shift[1]
        self.block.draw(canvas.surface, x, y, theme.text, self.shown)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        return self.block.boxes(*self.words_at)


Revealed = Text | Bubble


def as_speech(scenario: Scenario, lines: Sequence[Line], fresh: int = 0) -> tuple[Column, Revealed | None]:
    """The lines as a column of speech, and the part that shows the last one; lines before `fresh` are muted."""
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
    """The name of who says a line; empty for narration."""
    return _("You") if line.speaker == YOU else scenario.name_of(line.speaker)


def as_messages(scenario: Scenario, lines: Sequence[Line]) -> tuple[Column, Revealed | None]:
    """The lines as a phone shows them, and the part that shows the last one."""
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
