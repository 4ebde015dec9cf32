"""Erasing what is kept: exactly what goes, a second question, and then what is gone and what stayed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from typing_extensions import override

from game.play.erase import Erased, erase, forget_name, sweep
from game.play.own_data import count_told
from game.play.players import FOLDER, tidy
from game.window.destinations import ToTitle
from game.window.input.commands import Back, Command
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class ConfirmErase(Command):
    """Yes, go on with erasing."""


class EraseScreen(SheetScreen):
    """Two questions, and what came of them; keeping everything has the focus both times."""

    ems: ClassVar[float] = 40.0

    def __init__(self, desk: Desk, player: str | None, settings: bool) -> None:
        super().__init__(desk)
        self.player, self.settings = player, settings
        own = desk.context.plays.own_data()
        self.going = own.files_of(player) if player else own.files_of_all(settings=settings)
        self.asked = 0
        self.done: Erased | None = None
        self.problem: str | None = None
        self.page.focus_key = _("Keep everything")

    @override
    def parts(self) -> list[Widget]:
        if self.done is not None:
            return self._told(self.done)
        count = count_told(len(self.going))
        if not self.going:
            return [Text(_("There is nothing to erase."), "title")]
        if self.asked:
            return [
                Text(_("Really erase {count}?").format(count=count), "title"),
                Text(_("They cannot be brought back, not by the game and not by anybody.")),
            ]
        return [
            Text(self._title(), "title"),
            Text(_("{count} would go for good:").format(count=count)),
            Text("\n".join(str(path) for path in self.going), colour="muted"),
            Text(_("Nothing else is touched: not copies elsewhere, nor what a teacher has collected.")),
        ]

    def _title(self) -> str:
        if self.player:
            return _("Erase {name}’s plays?").format(name=self.player)
        return _("Erase everything, settings too?") if self.settings else _("Erase all plays and saves?")

    def _told(self, done: Erased) -> list[Widget]:
        """Returns what is gone, and what stayed and why."""
        parts: list[Widget] = [Text(_("{count} gone.").format(count=count_told(len(done.gone))), "title")]
        stayed = [f"{path}: {reason}" for path, reason in done.stayed] + ([self.problem] if self.problem else [])
        if stayed:
            parts += [Sign("note", _("These stayed:"), "warm", "strong"), *(Text(words) for words in stayed)]
        return parts

    @override
    def foot(self) -> list[Widget]:
        if self.done is not None or not self.going:
            return [Button(_("Go on"), Back(), kind="primary", sign="forward", after=True)]
        sure = _("Erase them now") if self.asked else _("Erase them")
        return [
            Button(_("Keep everything"), Back(), kind="primary", sign="back"),
            Button(sure, ConfirmErase(), sign="cross", key=f"sure-{self.asked}"),
        ]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case ConfirmErase() if self.asked and self.done is None:
                self._erase()
            case ConfirmErase() if self.done is None:
                self.asked, self.age = 1, 0.0  # a second press in haste answers nothing
                self.page.focus_key = _("Keep everything")
                self.refresh()
            case Back() if self.done is not None:
                self.desk.go(ToTitle())
            case Back():
                self.desk.close()

    def _erase(self) -> None:
        """Takes the name out of the settings where it is that player's, then removes the files."""
        own = self.desk.context.plays.own_data()
        if self.settings or (self.player and self.desk.context.plays.player == tidy(self.player)):
            now = self.desk.preferences
            self.desk.play_as("")
            if self.settings:  # what is on the screen stays readable; its file goes below
                self.desk.prefer(replace(now, player=""))
        self.problem = forget_name(own.home / "settings.json", self.player) if self.player else None
        self.going = own.files_of(self.player) if self.player else own.files_of_all(settings=self.settings)
        self.done = erase(self.going)
        sweep(own.home / FOLDER)
        self.page.focus_key = _("Go on")
        self.refresh()
