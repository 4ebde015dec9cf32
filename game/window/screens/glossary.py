"""The moves in plain words, each with what only looks like it; before a first finished play, why it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from game.play.glossary import Entry, Pair, why_not_yet
from game.window.input.commands import Command
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Box, Column, Row
from game.window.toolkit.widgets import Divider, Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class OpenGlossary(Command):
    """Read the moves in plain words."""


class GlossaryScreen(SheetScreen):
    """What helps at the left, its counterfeits at the right, in groups."""

    ems: ClassVar[float] = 52.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.groups = desk.context.plays.glossary()
        self.page.focus_key = _("Back")

    @override
    def parts(self) -> list[Widget]:
        title = Text(_("Glossary of the moves"), "title")
        if not self.groups:
            return [title, Sign("lock", why_not_yet())]
        parts: list[Widget] = [title, Text(_("What helps, and beside it what only looks like it."), colour="muted")]
        for group in self.groups:
            parts += [Divider(), Text(group.name, "heading", "accent"), *(_pair(pair) for pair in group.pairs)]
        return parts


def _pair(pair: Pair) -> Widget:
    """Returns a move beside its counterfeits, or one that stands alone."""
    columns: list[Widget] = []
    if pair.helps:
        columns.append(Box(_entry(_("Helps"), "tick", "accent", pair.helps), bar="accent"))
    lead = _("Only looks like it") if pair.helps else _("Helps nobody")
    columns += [Box(_entry(lead, "split", "warm", fake), bar="warm") for fake in pair.counterfeits]
    if len(columns) > 2:  # one move with several counterfeits: they stand under one another
        columns = [columns[0], Column(columns[1:], 0.4)]
    return Row(columns, gap=0.7, least=16)


def _entry(lead: str, sign: str, colour: str, entry: Entry) -> list[Widget]:
    """Returns one move: what was done, what it does, the limit it crosses, and a line."""
    parts: list[Widget] = [Sign(sign, lead, colour), Text(entry.did, "strong")]
    if entry.does:
        parts.append(Text(entry.does))
    if entry.gate:
        parts.append(Sign("warning", _("A hard limit: {gate}.").format(gate=entry.gate), "warm"))
    if entry.example:
        parts.append(Text(entry.example.text, "aside", "muted"))
    return parts
