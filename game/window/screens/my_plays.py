"""The plays that came to their end, scenario by scenario, each to be opened again; and how many endings were seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from game.app.plays import FinishedPlays
from game.window.destinations import ToLookAgain
from game.window.input.commands import Back, Command
from game.window.screens.desk import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Column
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class OpenPlay(Command):
    """Open the debrief of the play in this journal."""

    journal: Path


class MyPlaysScreen(SheetScreen):
    """A list of debriefs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.played = desk.context.plays.played()
        first = next((play for one in self.played for play in one.plays), None)
        self.page.focus_key = first.path.stem if first else _("Back")

    @override
    def parts(self) -> list[Widget]:
        parts: list[Widget] = [Text(_("My plays"), "title")]
        if not self.played:
            parts.append(Text(_("No conversation was played to its end yet.")))
        return [*parts, *map(_scenario, self.played)]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case OpenPlay(journal):
                self.desk.go(ToLookAgain(journal))
            case Back():
                self.desk.close()


def _scenario(one: FinishedPlays) -> Widget:
    """Returns one scenario: the endings that were seen, and its plays, the newest first."""
    told = _("Endings seen: {seen} of {endings}").format(seen=len(one.seen), endings=one.endings)
    plays: list[Widget] = []
    for play in one.plays:
        ending = one.title(play) or _("an ending that is no more")
        label = f"{play.began.astimezone():%Y-%m-%d %H:%M}: {ending}"
        plays.append(Button(label, OpenPlay(play.path), sign="history", wide=True, key=play.path.stem))
    return Column([Text(one.scenario.title, "heading", "accent"), Text(told, colour="muted"), *plays], 0.3)
