"""The moments that were kept, as cards with pictures; from a play, a name and a button keep this moment too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pygame
from typing_extensions import override

from game.play.saves import AT_END, Save, delete, rename
from game.play.session import Session
from game.window.destinations import ToPlay, ToSave
from game.window.input.commands import Back, Command, OpenSaves
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.stage import pictures
from game.window.toolkit.boxes import Aside, Column, Row
from game.window.toolkit.controls import Button, Card
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Divider, Picture, Sign, Text, Widget
from game.words import _

SHAPE = 16 / 9


@dataclass(frozen=True, slots=True)
class KeepHere(Command):
    """Keep this moment under the name typed."""


@dataclass(frozen=True, slots=True)
class OpenSave(Command):
    """Look at one save."""

    id: str


class SavesScreen(SheetScreen):
    """The cards, the newest first."""

    ems: ClassVar[float] = 44.0

    def __init__(self, desk: Desk, session: Session | None = None) -> None:
        super().__init__(desk)
        self.session = session
        self.name = TypedText(limit=60)
        self.said = ""
        self._shots: dict[tuple[Save, int], pygame.Surface] = {}
        self.page.focus_key = "save-name" if session is not None and session.ending is None else _("Back")

    @override
    def parts(self) -> list[Widget]:
        self.saves, wrong = self.desk.context.plays.saves()
        parts: list[Widget] = [Text(_("Saves"), "title")]
        if self.session is not None and self.session.ending is not None:
            parts += [Text(_(AT_END)), Divider()]
        elif self.session is not None:
            field = TextField(
                "save-name", _("A name for this moment"), self.name, hint=_("Or none at all"), then=KeepHere()
            )
            button = Button(_("Save this moment"), KeepHere(), sign="save")
            parts += [Column([field, button], 0.4), Divider()]
        if self.said:
            parts.append(Sign("note", self.said, "accent"))
        if not self.saves:
            none = _("Nothing is saved here yet. Every choice is kept anyway: the title offers to go on.")
            parts.append(Text(none, colour="muted"))
        if self.look is not None:
            parts += [self._card(self.look, save) for save in self.saves]
        return parts + [Sign("note", words, "warm") for words in wrong]

    def _card(self, look: Look, save: Save) -> Card:
        words: list[Widget] = [
            Text(save.mark.name, "heading"),
            Text(save.mark.title),
            Text(where(save), colour="muted"),
        ]
        wide = look.em(8.5)
        if (save, wide) not in self._shots:
            self._shots[save, wide] = picture(save, wide)
        shot = Picture(self._shots[save, wide], premultiplied=False)
        return Card([Aside(shot, Column(words, 0.15), 0.8, least=9)], OpenSave(save.id), f"save-{save.id}")

    @override
    def handle(self, command: Command) -> None:
        match command:
            case KeepHere() if self.session is not None:
                save = self.desk.context.plays.save(self.session, self.name.words, self.desk.snapshot())
                self.said = _("“{name}” is kept.").format(name=save.mark.name)
                self.name.fill("")
                self.refresh()
            case OpenSave(name):
                self.desk.go(ToSave(next(save for save in self.saves if save.id == name), self.session))
            case Back() | OpenSaves():
                self.desk.close()


@dataclass(frozen=True, slots=True)
class GoOnHere(Command):
    """Go on from this save."""


@dataclass(frozen=True, slots=True)
class AskRemove(Command):
    """Ask whether to remove this save, or take that back."""


@dataclass(frozen=True, slots=True)
class Remove(Command):
    """Remove this save."""


class SaveScreen(SheetScreen):
    """One save: going on from it, another name, and removing it once that was confirmed."""

    ems: ClassVar[float] = 34.0

    def __init__(self, desk: Desk, save: Save, session: Session | None = None) -> None:
        super().__init__(desk)
        self.save, self.session = save, session
        self.name = TypedText(save.mark.name, len(save.mark.name), limit=60)
        self.asking = False
        self.page.focus_key = _("Go on from here")

    @override
    def parts(self) -> list[Widget]:
        mark = self.save.mark
        if self.asking:
            kept = _("The play itself stays in your journals; only this save goes.")
            return [Text(_("Remove “{name}”?").format(name=mark.name), "title"), Text(kept)]
        parts: list[Widget] = [Text(mark.title, "title"), Text(where(self.save), colour="muted")]
        if mark.note:
            parts.append(Text(_("Last: {words}").format(words=mark.note), "aside"))
        if self.session is not None:
            parts.append(Text(_("The play you are in stays kept too."), colour="muted"))
        parts.append(TextField("save-name", _("Name"), self.name, then=GoOnHere()))
        if self.look is not None and self.look.width / self.look.px >= 28:
            shot = Picture(picture(self.save, self.look.em(11)), premultiplied=False)
            return [Row([Column(parts, 0.5), shot], (1.3, 1), least=11)]
        return parts

    @override
    def foot(self) -> list[Widget]:
        if self.asking:
            return [
                Button(_("Keep it"), AskRemove(), kind="primary", sign="back"),
                Button(_("Remove"), Remove(), sign="cross"),
            ]
        return [
            Button(_("Go on from here"), GoOnHere(), kind="primary", sign="forward", after=True),
            Button(_("Remove"), AskRemove(), sign="cross", key="ask-remove"),
            Button(_("Back"), Back(), kind="quiet", sign="back"),
        ]

    @override
    def handle(self, command: Command) -> None:
        match command:
            case GoOnHere():
                self._keep_name()
                self.desk.go(ToPlay(self.desk.context.plays.load(self.save, self.session)))
            case AskRemove():
                self.asking = not self.asking
                self.page.focus_key = _("Keep it") if self.asking else _("Go on from here")
                self.refresh()
            case Remove():
                delete(self.save)
                self.desk.close()
            case Back() if self.asking:
                self.handle(AskRemove())
            case Back() | OpenSaves():
                self._keep_name()
                self.desk.close()

    def _keep_name(self) -> None:
        """Keeps the name where it changed."""
        if self.name.words.strip() not in ("", self.save.mark.name):
            self.save = rename(self.save, self.name.words)


def where(save: Save) -> str:
    """Returns how far in a save is, and when it was made."""
    when = f"{save.mark.when.astimezone():%Y-%m-%d %H:%M}"
    return _("Turn {number}, {when}").format(number=save.mark.turn + 1, when=when)


def picture(save: Save, wide: int) -> pygame.Surface:
    """Returns the picture of a save, `wide` pixels wide."""
    return pictures.shot(save.picture, (wide, round(wide / SHAPE)))
