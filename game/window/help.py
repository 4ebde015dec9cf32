"""How to play, on one card: what the game asks of a player, and every key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from game.window.boxes import Row
from game.window.commands import Back, Command, OpenHelp
from game.window.controls import Button
from game.window.destinations import ToFirstMinute
from game.window.screen import Desk
from game.window.sheet import SheetScreen
from game.window.widgets import Divider, Space, Text, Widget
from game.words import N_, _

HOW = (
    N_(
        "You are a massage therapist. Someone you know in another way, or who hands you all the power, is "
        "your client. Read what they say and how they look, then choose what you say or do."
    ),
    N_(
        "No answer is a trick and nothing is timed. Consequences show in the person: in the face, in what is "
        "said and in what is no longer said. You can stop whenever you like and go on later."
    ),
    N_(
        "In Practice each choice is followed by a word on what you did. In Assess that waits until the end. "
        "Afterwards you see the whole conversation from above, with what the client thought but did not say."
    ),
    N_("This is practice to learn from. It is not legal advice; check your own law and your profession’s code."),
)
KEYS = (
    (N_("Go on reading, press what is marked"), N_("Space or Enter")),
    (N_("Choose an option"), N_("1 to 9")),
    (N_("Move between things"), N_("Tab or arrow keys")),
    (N_("Scroll"), N_("Page Up, Page Down, wheel")),
    (N_("Back a line, and on again"), N_("Comma and full stop, or Page Up and Page Down where nothing scrolls")),
    (N_("Skip what you read in an earlier play"), N_("N")),
    (N_("Pause, or go on"), N_("P")),
    (N_("Quick save, and back to it"), N_("F5, F9")),
    (N_("Saves"), N_("F6")),
    (N_("Go back"), N_("Esc")),
    (N_("What was said so far"), N_("H or F3")),
    (N_("Settings"), N_("S or F2")),
    (N_("Help"), N_("F1")),
    (N_("Leave the conversation"), N_("L")),
    (N_("Back to readable settings"), N_("F8")),
    (N_("Full screen"), N_("F11")),
)


@dataclass(frozen=True, slots=True)
class LearnByPlaying(Command):
    """Play the first minute again."""


class HelpScreen(SheetScreen):
    """The help."""

    ems: ClassVar[float] = 38.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page.focus_key = _("Go back")

    @override
    def parts(self) -> list[Widget]:
        parts: list[Widget] = [Text(_("How this works"), "title")]
        parts += [Text(_(paragraph)) for paragraph in HOW]
        parts += [Space(0.2), Text(_("Keys"), "heading")]
        for what, keys in KEYS:
            parts += [Divider(), Row([Text(_(what)), Text(_(keys), "strong")], (1.35, 1), least=9)]
        if self.desk.context.first_minute and self.desk.playing is None:
            again = Button(_("Learn it by playing, in a minute"), LearnByPlaying(), sign="play")
            parts[1 + len(HOW) : 1 + len(HOW)] = [again]
        return [*parts, Divider(), Text(_("The mouse, a finger or a gamepad does all of this too."), colour="muted")]

    @override
    def foot(self) -> list[Widget]:
        return [Button(_("Go back"), Back(), kind="primary", sign="back")]

    @override
    def handle(self, command: Command) -> None:
        if isinstance(command, Back | OpenHelp):
            self.desk.close()
        elif isinstance(command, LearnByPlaying):
            self.desk.go(ToFirstMinute())
