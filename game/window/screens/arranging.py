"""How a decision gets its place: the options first, then as many of the newest lines as still fit above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import pygame

from game.scenario.model import Line
from game.story.engine import Offer
from game.window.stage.transcript import Revealed
from game.window.toolkit.boxes import Column
from game.window.toolkit.controls import OptionButton
from game.window.toolkit.layout import SPACES, USUAL_SPACES, ConversationLayout, Room
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane

PEEP = 1.0  # text heights of an option that are seen at least where not all of it is
BREATH = 0.15  # text heights between the lines and the options, beside the usual gap


class Arrangement(NamedTuple):
    """How much of the window the card has, how many of the newest lines stand above the options, and whether all
    options are wholly in sight."""

    room: Room
    kept: int
    fits: bool


class Stage(Protocol):
    """A screen whose card can have more or less of the window."""

    room: Room
    scene: ConversationLayout

    @property
    def gap(self) -> float:
        """Returns how far the parts on the card stand apart, in text heights."""

    def words_place(self, look: Look) -> pygame.Rect:
        """Returns where words stand while the card is as high as it can be."""

    def column_of(self, lines: Sequence[Line]) -> tuple[Column, Revealed | None]:
        """Returns the lines as this place shows them, and the part that shows the last one."""


def option_buttons(offers: Sequence[Offer], room: Room) -> list[OptionButton]:
    """Returns a button for each option, with less space in it where room is short."""
    space = SPACES.get(room, USUAL_SPACES)[0]
    return [OptionButton(n, offer.option.words, offer.locked, space=space) for n, offer in enumerate(offers, 1)]


def arranged(stage: Stage, look: Look, lines: Sequence[Line], offers: Sequence[Offer]) -> Arrangement:
    """Returns the first room in which all options stand whole under the newest line, else the first in which the
    options do, else the whole window with as many of them as fit.

    Nobody who can stand beside the card is sent away for a line."""
    found: list[Arrangement] = []
    beside = False
    for room in Room:
        stage.room = room
        place, edge = stage.words_place(look), 2 * look.ring + 1
        wide, high = place.width - 2 * edge, place.height - 2 * edge
        spare = high - Column(option_buttons(offers, room), stage.gap).layout(look, 0, 0, wide)
        if spare < 0 or (room is Room.FULL and beside):
            continue
        found.append(Arrangement(room, _lines_in(stage, look, lines, spare, wide), True))
        if found[-1].kept:
            return found[-1]
        beside |= stage.scene.wide
    return found[0] if found else Arrangement(Room.FULL, 0, False)


def _lines_in(stage: Stage, look: Look, lines: Sequence[Line], high: int, wide: int) -> int:
    """Returns how many of the newest lines fit into so many pixels above the options."""
    high -= 2 * look.em(stage.gap) + look.em(BREATH)
    kept = 0
    while kept < len(lines) and stage.column_of(lines[-kept - 1 :])[0].layout(look, 0, 0, wide) <= high:
        kept += 1
    return kept


def show_next(pane: Pane, options: Sequence[pygame.Rect], look: Look) -> None:
    """Makes a column that scrolls a little shorter where the edge would fall between two options, so that the next one
    is partly seen; two whole ones stay."""
    whole = [box for box in options if box.bottom <= pane.rect.height]
    if not 2 < len(whole) < len(options) or pane.rect.height - options[len(whole)].top >= look.em(PEEP):
        return
    pane.rect.height = whole[-1].bottom - look.em(PEEP)
