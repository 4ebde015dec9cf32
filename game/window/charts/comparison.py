"""Another path laid beside a play in its debrief: which one, what its line looks like, and the two in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
from typing_extensions import override

from game.play.compare import THIS, ComparedPart, compare, headed, parting
from game.play.family import FoundTrails, Trail, beside, found_trails, told_not_scored
from game.play.session import Session
from game.window.charts.planes import dashes, smooth_line
from game.window.charts.trace import Plane, with_second
from game.window.input.commands import Command
from game.window.toolkit import icons
from game.window.toolkit.boxes import Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Lines, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class LayBeside(Command):
    """Lay the path of this number beside this one; 0 for none."""

    number: int


@dataclass(frozen=True, slots=True)
class OpenOther(Command):
    """Go to the debrief of the path that lies beside."""


class Comparison:
    """The other paths of a play's family, and the one that is laid beside it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        path = session.journal_path
        found, self.not_scored = found_trails(session.exact, path) if path else FoundTrails((), 0)
        own = session.begun.session
        self.mine = next((trail for trail in found if trail.journal.begun.session == own), None)
        self.others = tuple(trail for trail in found if trail.journal.begun.session != own)
        self.laid: Trail | None = beside(found, session.begun)

    def lay(self, number: int) -> None:
        """Lays another path beside, or none."""
        self.laid = next((trail for trail in self.others if trail.number == number), None)

    @property
    def fork(self) -> int | None:
        """Returns the turn at which the two part."""
        return parting(self.session.card(), self.laid.card) if self.laid else None

    def planes(self, drawn: tuple[Plane, ...]) -> tuple[Plane, ...]:
        """Returns the planes with the other path on them."""
        exact = self.session.exact
        return with_second(drawn, self.laid.short, self.laid.card, exact.rubric, exact.extents) if self.laid else drawn

    def picker(self) -> list[Widget]:
        """Returns which path this is, and which one to lay beside it."""
        left_out = [Text(told_not_scored(self.not_scored), colour="muted")] if self.not_scored else []
        if not self.others:
            return [*left_out]
        laid = self.laid.number if self.laid else 0
        chips: list[Widget] = [
            Button(
                headed(trail.name),
                LayBeside(trail.number),
                kind="chip",
                chosen=trail.number == laid,
                key=f"beside-{trail.number}",
            )
            for trail in self.others
        ]
        chips.append(Button(_("None"), LayBeside(0), kind="chip", chosen=not laid, key="beside-0"))
        told = [Text(_("This is {path}.").format(path=self.mine.name), colour="muted")] if self.mine else []
        return [Column([*told, Text(_("Compared with:"), "strong"), Flow(chips), *left_out], 0.3)]

    def legend(self) -> list[Widget]:
        """Returns how the two lines are told apart."""
        if not self.laid:
            return []
        whole = _("{path}: a whole line that ends in a full dot").format(path=headed(_(THIS)))
        dashed = _("{path}: a dashed line that ends in a ring").format(path=headed(self.laid.name))
        return [Column([Sample(whole, second=False), Sample(dashed, second=True)], 0.2)]

    def names(self) -> list[Widget]:
        """Returns the two lines with their names, where the ends have no mark of their own."""
        if not self.laid:
            return []
        both = [Sample(headed(_(THIS)), second=False), Sample(headed(self.laid.name), second=True)]
        return [Column(both, 0.1)]

    def in_words(self) -> list[Widget]:
        """Returns the two compared."""
        if not self.laid:
            return []
        session = self.session
        parts = compare(session.card(), self.laid.card, self.laid.name, session.scenario, session.exact.rubric)
        choices, client, breaks, ending, figures = map(_section, parts)
        return [
            Text(_("Compared with {path}").format(path=self.laid.name), "title"),
            Row([Column([choices, ending, breaks], 0.8), Column([client, figures], 0.8)], gap=2.0, least=17),
            Flow(
                [
                    Button(
                        _("Open the debrief of {path}").format(path=self.laid.name),
                        OpenOther(),
                        sign="forward",
                        after=True,
                        key="open-other",
                    )
                ]
            ),
        ]


def _section(part: ComparedPart) -> Widget:
    return Column([Text(part.title, "strong", "accent"), *(Text(row) for row in part.rows)], 0.2)


class Sample(Widget):
    """A short piece of a path's line with its end mark, and words beside it."""

    def __init__(self, words: str, *, second: bool) -> None:
        super().__init__()
        self.words, self.second = words, second

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        self.long = look.em(2.6)
        self.left = self.long + look.em(1.2)
        self.block = Lines(self.words, "body", look, wide - self.left)
        self.rect = pygame.Rect(x, y, wide, self.block.height)
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme, at = canvas.look, canvas.look.theme, canvas.place(self.rect)
        piece = pygame.Surface((self.left, self.block.step), pygame.SRCALPHA)
        colour = theme.muted if self.second else theme.accent
        shade = pygame.Color(colour)
        piece.fill((shade.r, shade.g, shade.b, 0))
        pen = max(2, look.dp(2.4)) if self.second else max(3, look.dp(3))
        middle = self.block.step // 2
        smooth_line(piece, [(0, middle), (self.long, middle)], pen, colour, dashes(pen) if self.second else None)
        shape, fill, edge = (
            ("target", theme.choice, theme.text) if self.second else ("disc", theme.accent, theme.choice)
        )
        side = look.em(1.1) if self.second else look.em(1.0)
        piece.blit(icons.mark(shape, side, fill, edge), (self.long - side // 2, middle - side // 2))
        canvas.surface.blit(piece, at)
        self.block.draw(canvas.surface, at.x + self.left, at.y, theme.text)

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        yield from self.block.boxes(self.rect.x + self.left, self.rect.y)
