"""How to play, on one card: what the game asks of a player, and every key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from game.play.glossary import why_not_yet
from game.window.destinations import ToCredits, ToFirstMinute, ToGlossary
from game.window.input.commands import Back, Command, OpenCredits, OpenHelp
from game.window.input.key_names import every_way
from game.window.screens.glossary import OpenGlossary
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Divider, Space, Text, Widget
from game.words import N_, _

HOW = (
    N_(
        "You are a massage therapist. Someone you know in another way, or who hands you all the power, is "
        "your client. Read what they say and how they look, then choose what you say or do."
    ),
    N_(
        "No answer is a trick and nothing is timed. You see what your choice did in the person: in the face, in what "
        "they say and no longer say. You can stop at any time and go on later."
    ),
    N_(
        "Feedback comes after each choice, or at the end if you set it so. After the end you see the whole "
        "conversation, with what the client thought but did not say."
    ),
    N_("This is practice to learn from. It is not legal advice; check your own law and your profession’s code."),
)
DEBRIEF = (
    N_(
        "There are two charts, one for distinct roles, one for shared power. The line is you, turn by turn, from the "
        "hollow dot on. In the upper right corner both are held. The diamond is where random choices would land."
    ),
    N_(
        "Below, turn by turn: trust, ease and voice. When voice falls, a yes means less. Open any turn to read what "
        "the other person thought and did not say, what you did, and why it counted."
    ),
    N_("A break in the bond is marked, and so is its repair. From any turn you can play on, and compare the paths."),
)


@dataclass(frozen=True, slots=True)
class LearnByPlaying(Command):
    """Play the first minute again."""


class HelpScreen(SheetScreen):
    """The help."""

    ems: ClassVar[float] = 38.0
    opened_by: ClassVar[type[Command] | None] = OpenHelp

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.opened = bool(desk.context.plays.tried())
        self.page.focus_key = _("Back")

    @override
    def parts(self) -> list[Widget]:
        parts: list[Widget] = [Text(_("How this works"), "title")]
        parts += [Text(_(paragraph)) for paragraph in HOW]
        parts += [Space(0.2), Text(_("How to read the debrief"), "heading")]
        parts += [Text(_(paragraph)) for paragraph in DEBRIEF]
        parts.append(Flow([Button(_("Glossary of the moves"), OpenGlossary(), sign="" if self.opened else "lock")]))
        if not self.opened:
            parts.append(Text(why_not_yet(), colour="muted"))
        parts += [Space(0.2), Text(_("Keys"), "heading")]
        now = self.desk.preferences
        for what, keys in every_way(now.keys, now.buttons):
            parts += [Divider(), Row([Text(what), Text(keys, "strong")], (1.35, 1), least=9)]
        if self.desk.context.first_minute and self.desk.playing is None:
            again = Button(_("Learn it by playing, in a minute"), LearnByPlaying(), sign="play")
            parts[1 + len(HOW) : 1 + len(HOW)] = [again]
        parts += [Divider(), Text(_("The mouse, a finger or a gamepad does all of this too."), colour="muted")]
        return [*parts, Flow([Button(_("Credits and licences"), OpenCredits(), sign="forward", after=True)])]

    @override
    def handle(self, command: Command) -> None:
        if isinstance(command, Back | OpenHelp):
            self.desk.close()
        elif isinstance(command, LearnByPlaying):
            self.desk.go(ToFirstMinute())
        elif isinstance(command, OpenGlossary):
            self.desk.go(ToGlossary())
        elif isinstance(command, OpenCredits):
            self.desk.go(ToCredits())
