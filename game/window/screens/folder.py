"""Where to keep things, when they cannot be kept where they should be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.window.input.commands import Back, Command
from game.window.keeping import why_unwritable
from game.window.screens.folder_contents import typed_path
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class UseFolder(Command):
    """Keep everything in the folder that was typed."""


class FolderScreen(SheetScreen):
    """A folder to type; it is used when something can be written there."""

    ems: ClassVar[float] = 32.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = str(Path.home() / "equal-footing")
        self.draft = TypedText(words, len(words), limit=1000)
        self.problem = ""
        self.page.focus_key = "folder"

    @override
    def parts(self) -> list[Widget]:
        wrong: list[Widget] = [Sign("note", self.problem, "warm")] if self.problem else []
        return [
            Text(_("Choose another folder"), "title"),
            Text(_("Settings and plays are kept there until you close the game."), colour="muted"),
            TextField("folder", _("Folder"), self.draft, hint=_("Type a folder"), then=UseFolder()),
            *wrong,
        ]

    @override
    def foot(self) -> list[Widget]:
        use = Button(_("Keep things here"), UseFolder(), kind="primary", sign="tick", key="use")
        return [use, Button(_("Back"), Back(), kind="quiet", sign="back")]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case UseFolder():
                self._use()
            case _:
                super().handle(command)

    def _use(self) -> None:
        """Goes to the title with everything kept in the folder, or says why it cannot be."""
        folder = typed_path(self.draft.words)
        reason = why_unwritable(folder) if folder else _("Type a folder")
        if folder is None or reason:
            self.problem = _("Nothing can be kept in {folder}: {reason}.").format(folder=folder or "…", reason=reason)
            self.refresh()
        else:
            self.desk.keep_in(folder)
