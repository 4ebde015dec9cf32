"""A scenario from a file into the library: typed here, or dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.errors import GameError
from game.locations import own_scenarios
from game.window.destinations import ToLibrary, ToMessage
from game.window.input.commands import Back, Command, Drop
from game.window.screens.folder_contents import typed_path
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


class BringIn(Command):
    """Bring in the file that was typed."""


class BringScreen(SheetScreen):
    """A file to type; it is looked through before it joins the library."""

    overlay: ClassVar[bool] = True
    ems: ClassVar[float] = 32.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft = TypedText(limit=1000)
        self.problem = ""
        self.page.focus_key = "file"

    @override
    def parts(self) -> list[Widget]:
        wrong: list[Widget] = [Sign("note", self.problem, "warm")] if self.problem else []
        told = _("A file that was shared with you (.zip), or one that you wrote (.yaml). You can drop it here, too.")
        return [
            Text(_("Bring a scenario"), "title"),
            Text(told, colour="muted"),
            TextField("file", _("File"), self.draft, hint=_("Type where it lies"), then=BringIn()),
            *wrong,
        ]

    @override
    def foot(self) -> list[Widget]:
        take = Button(_("Put it in the library"), BringIn(), kind="primary", sign="tick", key="take")
        return [take, Button(_("Back"), Back(), kind="quiet", sign="back")]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case BringIn():
                self._bring(typed_path(self.draft.words))
            case Drop(file):
                self._bring(Path(file))
            case _:
                super().handle(command)

    def _bring(self, file: Path | None) -> None:
        """Goes to the library with the scenario in it, or says why not."""
        try:
            if file is None:
                raise GameError(_("Type where the file lies."))
            bring_in(self.desk, file)
        except GameError as problem:
            self.problem = str(problem)
            self.refresh()


def bring_in(desk: Desk, file: Path) -> None:
    """Puts a file's scenario into the library and shows it there. Raises GameError for what cannot be played."""
    from game.author.bring import bring

    plays = desk.context.plays
    path = bring(file, plays.library.rubric.moves, own_scenarios(plays.home), plays.library.files)
    plays.library.files[path.stem] = path
    desk.go(ToLibrary())
    title = plays.library.by_id(path.stem).title
    desk.go(ToMessage(_("In your library"), _("“{title}” is in your library now.").format(title=title)))
