"""A play that was not kept, saved as a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.files import create_private
from game.play.session import Session
from game.play.unkept import as_journal, file_name
from game.window.input.commands import Back, Command
from game.window.screens.folder_contents import typed_path
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _


@dataclass(frozen=True, slots=True)
class SaveIt(Command):
    """Write the play into the file that was typed."""


class SaveAsScreen(SheetScreen):
    """A file to type; then where the play lies."""

    ems: ClassVar[float] = 34.0

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk)
        self.session = session
        words = str(Path.home() / file_name(session))
        self.draft = TypedText(words, len(words), limit=1000)
        self.problem, self.saved = "", False
        self.page.focus_key = "file"

    @override
    def parts(self) -> list[Widget]:
        title = Text(_("Save this play as a file"), "title")
        if self.saved:
            kept = _("This play is kept in {path}").format(path=self.draft.words)
            return [title, Sign("tick", kept, "accent")]
        wrong: list[Widget] = [Sign("note", self.problem, "warm")] if self.problem else []
        about = _("A journal like any other: it can be gone on with, looked at and given to a teacher.")
        field = TextField("file", _("File"), self.draft, hint=_("Type a file"), then=SaveIt())
        return [title, Text(about, colour="muted"), field, *wrong]

    @override
    def foot(self) -> list[Widget]:
        if self.saved:
            return [Button(_("Go on"), Back(), kind="primary", sign="forward", after=True)]
        save = Button(_("Save"), SaveIt(), kind="primary", sign="save", key="save-it")
        return [save, Button(_("Back"), Back(), kind="quiet", sign="back")]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case SaveIt() if not self.saved:
                self._save()
            case _:
                super().handle(command)

    def _save(self) -> None:
        """Writes the file, or says why it cannot be."""
        path = typed_path(self.draft.words)
        try:
            if path is None:
                raise OSError(0, _("Type a file"))
            create_private(path, as_journal(self.session))
        except OSError as problem:
            told = _("{path} cannot be written: {reason}. Choose another folder.")
            self.problem = told.format(path=self.draft.words, reason=problem.strerror or problem)
        else:
            self.saved = True
            self.page.focus_key = _("Go on")
        self.refresh()
