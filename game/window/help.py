"""How to play, on one card: what the game asks of a player, and every key."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from game.window.boxes import Row
from game.window.commands import Back, Command, OpenHelp
from game.window.controls import Button
from game.window.screen import Desk
from game.window.sheet import SheetScreen
from game.window.widgets import Divider, Space, Text, Widget

HOW = (
    "You are a massage therapist. Someone you know in another way, or who hands you all the power, is your client. "
    "Read what they say and how they look, then choose what you say or do.",
    "No answer is a trick and nothing is timed. Consequences show in the person: in the face, in what is said and in "
    "what is no longer said. You can stop whenever you like and go on later.",
    "In Practice each choice is followed by a word on what you did. In Assess that waits until the end. Afterwards "
    "you see the whole conversation from above, with what the client thought but did not say.",
    "This is practice to learn from. It is not legal advice; check your own law and your profession’s code.",
)
KEYS = (
    ("Go on reading, press what is marked", "Space or Enter"),
    ("Choose an option", "1 to 9"),
    ("Move between things", "Tab or arrow keys"),
    ("Scroll", "Page Up, Page Down, wheel"),
    ("Go back", "Esc"),
    ("What was said so far", "H or F3"),
    ("Settings", "S or F2"),
    ("Help", "F1"),
    ("Leave the conversation", "L"),
    ("Back to readable settings", "F8"),
    ("Full screen", "F11"),
)


class HelpScreen(SheetScreen):
    """The help."""

    ems: ClassVar[float] = 38.0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page.focus_key = "Go back"

    @override
    def parts(self) -> list[Widget]:
        parts: list[Widget] = [Text("How this works", "title")]
        parts += [Text(paragraph) for paragraph in HOW]
        parts += [Space(0.2), Text("Keys", "heading")]
        for what, keys in KEYS:
            parts += [Divider(), Row([Text(what), Text(keys, "strong")], (1.35, 1), least=9)]
        return [*parts, Divider(), Text("The mouse, a finger or a gamepad does all of this too.", colour="muted")]

    @override
    def foot(self) -> list[Widget]:
        return [Button("Go back", Back(), kind="primary", sign="back")]

    @override
    def handle(self, command: Command) -> None:
        if isinstance(command, Back | OpenHelp):
            self.desk.close()
