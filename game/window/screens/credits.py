"""Who made what the game is made of, and under which licences."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.play.credits import Credit, packages, pieces, told
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Column
from game.window.toolkit.widgets import Divider, Text, Widget
from game.words import _


class CreditsScreen(SheetScreen):
    """The pictures, sounds and typefaces, then the packages."""

    ems: ClassVar[float] = 40.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.own, self.packages = pieces(desk.context.assets), packages()
        self.page.focus_key = _("Back")

    @override
    def parts(self) -> list[Widget]:
        return [
            Text(_("Credits and licences"), "title"),
            Text(_("Equal Footing is free to use, change and pass on under the MIT licence.")),
            *_list(self.own),
            Divider(),
            Text(_("Packages it uses"), "heading"),
            *_list(self.packages),
            Divider(),
            Text(_("Each package brings the full text of its licence along."), colour="muted"),
        ]


def _list(credits: list[Credit]) -> list[Widget]:
    parts: list[Widget] = []
    for credit in credits:
        parts += [Divider(), Column([Text(credit.what, "strong"), Text(told(credit), colour="muted")], 0.1)]
    return parts
