"""What a player can ask of a screen, as plain values made alike from keyboard, mouse, touch and gamepad."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Command:
    """Anything a player asks for; screens match on the subclass."""


@dataclass(frozen=True, slots=True)
class MoveFocus(Command):
    """Go to the next (+1) or previous (−1) thing that can be chosen; `ends` goes to the last or first, and an
    `arrow` scrolls instead where a long column has nothing to choose."""

    step: int
    ends: bool = False
    arrow: bool = False


class Activate(Command):
    """Do what the focused thing does; a text field leads on."""


@dataclass(frozen=True, slots=True)
class OpenMenu(Command):
    """See the quiet buttons that are folded into one: the label, the command and the sign of each."""

    items: tuple[tuple[str, Command, str], ...]


class SaveAsFile(Command):
    """Write a play that was not kept into a file."""


@dataclass(frozen=True, slots=True)
class Choose(Command):
    """Take the n-th thing offered, counted from 1."""

    number: int


class Advance(Command):
    """Go on reading."""


class Back(Command):
    """Leave this screen for the one before it."""


@dataclass(frozen=True, slots=True)
class Scroll(Command):
    """Move a long column by `steps` wheel notches or, with `pages`, by whole views; positive is down."""

    steps: float = 0.0
    pages: float = 0.0
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class PointAt(Command):
    """The pointer moved to `at`; `drag` is how far it moved while held down."""

    at: tuple[int, int]
    drag: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Press(Command):
    """The pointer went down at `at`; with `extend` (Shift), text is selected up to there."""

    at: tuple[int, int]
    extend: bool = False


@dataclass(frozen=True, slots=True)
class Release(Command):
    """The pointer came up at `at`."""

    at: tuple[int, int]


class Edit(Command):
    """Anything that is asked of the focused text field."""


@dataclass(frozen=True, slots=True)
class Type(Edit):
    """Write these characters into the focused text field."""

    text: str


class EditUnit(Enum):
    """How far a caret goes at once."""

    LETTER = auto()
    WORD = auto()
    LINE = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Drop(Command):
    """Take a file that was dropped on the window."""

    file: str


@dataclass(frozen=True, slots=True)
class Compose(Edit):
    """Show these characters at the caret while an input method still makes up its mind; empty when it is done."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase(Edit):
    """Remove what is selected, or what lies before the caret, or after it."""

    forward: bool = False
    reach: EditUnit = EditUnit.LETTER


@dataclass(frozen=True, slots=True)
class MoveCaret(Edit):
    """Move the caret across, or by lines; with `select`, what it passes is selected."""

    across: int = 0
    down: int = 0
    reach: EditUnit = EditUnit.LETTER
    select: bool = False


class SelectAll(Edit):
    """Select everything in the text field."""


@dataclass(frozen=True, slots=True)
class Copy(Edit):
    """Put what is selected on the clipboard; `cut` takes it out of the field."""

    cut: bool = False


class Paste(Edit):
    """Write what is on the clipboard into the text field."""


@dataclass(frozen=True, slots=True)
class Undo(Edit):
    """Take back the last change of the text field, or (`again`) the taking back."""

    again: bool = False


class LookAgain(Command):
    """See the debrief of a play that is over."""


@dataclass(frozen=True, slots=True)
class FocusOn(Command):
    """Give the focus to the part with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class PressOn(Command):
    """Press the part with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class Fill(Command):
    """Let the text field with this key hold these words."""

    key: str
    words: str


class ToggleHistory(Command):
    """Open or close what was said so far."""


class LineBack(Command):
    """Look at the line before this one; it undoes nothing."""


class LineForward(Command):
    """Go on from a line looked back at, at most to the newest."""


class SkipSeen(Command):
    """Go on past what was read in an earlier play."""


class Pause(Command):
    """Hold the text still, or let it go on."""


class QuickSave(Command):
    """Keep this moment under the one quick name."""


class QuickLoad(Command):
    """Go to the moment kept under the quick name."""


class OpenSaves(Command):
    """Open the moments that were kept."""


class OpenSettings(Command):
    """Open the settings."""


class OpenCredits(Command):
    """See who made what this game is made of."""


class OpenHelp(Command):
    """Open the help."""


class Leave(Command):
    """Leave the play; it can be continued later."""


class ToggleVoice(Command):
    """Let the game speak, or fall silent."""


class SayAgain(Command):
    """Say again what was said last."""


class Readable(Command):
    """Return the settings to a readable state, whatever they were."""
