"""What the preview has to say: one line for the strip under the game, and a sheet that tells all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from game.diagnostics import Diagnostic
from game.play.session import Session
from game.window.input.commands import Back, Command
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Box, Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Text, Widget

MOST = 50  # problems on the sheet


@dataclass(frozen=True, slots=True)
class FromStart(Command):
    """Play from the briefing again."""


@dataclass(frozen=True, slots=True)
class OneBack(Command):
    """Take the last choice back."""


@dataclass(frozen=True, slots=True)
class OpenSheet(Command):
    """Open or close the sheet."""


@dataclass(frozen=True, slots=True)
class ClosePreview(Command):
    """End the preview."""


@dataclass(frozen=True, slots=True)
class PreviewStatus:
    """What there is to say now: `head` first, `detail` where there is room, `brief` where there is little; the
    problems; `here`, where the play stands, when one is under way; and whether the file is broken."""

    sign: str
    colour: str
    head: str
    detail: str
    brief: str
    problems: tuple[Diagnostic, ...] = ()
    here: str = ""
    broken: bool = False


def status(
    name: str, problems: Sequence[Diagnostic], word: str, *, broken: bool, reloaded: str, playable: bool,
    session: Session | None,
) -> PreviewStatus:  # fmt: skip
    """Returns what to say of a file: `reloaded` is when it was last read anew ("" for never), `word` where the play
    stands, `broken` that it cannot be played as it is, `playable` that an earlier version can."""
    found, here = tuple(problems), _here(session) if session else ""
    if broken:
        count = counted(len(found), "problem")
        shown = "showing the last good version" if playable else "cannot be played yet"
        first = next(problem for problem in found if problem.is_error)
        detail = f"Line {first.place.line}: {first.message}"
        brief = f"{count}, last good shown." if playable else f"{count}."
        return PreviewStatus("warning", "warm", f"{count}, {shown}.", detail, brief, found, here, broken)
    head, words = (f"Reloaded {reloaded}", "") if reloaded else (f"Watching {name}", "Save it, and it reloads here.")
    words = f"{word[:1].upper()}{word[1:]}." if word else words
    if not found:
        return PreviewStatus("mend", "accent", f"{head}.", words, f"{head}.", here=here)
    count = counted(len(found), "problem")
    detail = f"{words} See line {found[0].place.line}.".lstrip()
    brief = f"{head.split(' ')[0]}, {count}."
    return PreviewStatus("note", "warm", f"{head}, {count}.", detail, brief, found, here)


def counted(count: int, what: str) -> str:
    """Returns a number of things: "1 problem", "3 problems"."""
    return f"{count} {what}{'' if count == 1 else 's'}"


class PreviewSheet(SheetScreen):
    """Everything there is to say, over the game, or (`bare`) alone while nothing of the file can be played."""

    ems: ClassVar[float] = 44.0

    def __init__(
        self,
        desk: Desk,
        name: str,
        told: Callable[[], PreviewStatus],
        act: Callable[[Command], None],
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(desk)
        self.name, self.told, self.act, self.bare = name, told, act, bare
        self.page.focus_key = "Close the preview" if bare else "Back"

    @override
    def parts(self) -> list[Widget]:
        now = self.told()
        words = now.head if now.broken else f"{now.head} {now.detail}"  # the first problem stands below, in full
        parts: list[Widget] = [Column([Text(self.name, "title"), Sign(now.sign, words, now.colour)], 0.2)]
        parts += [_problem(problem) for problem in now.problems[:MOST]]
        if len(now.problems) > MOST:
            parts.append(Text(f"And {len(now.problems) - MOST} more. Mend these first.", colour="muted"))
        if now.here:
            parts.append(Text(now.here, colour="muted"))
        if not self.bare:
            parts.append(Text("Keys: F5 from the start, F6 this sheet, F7 one choice back.", colour="muted"))
        return parts if self._roomy else [*parts, Flow(self._ways())]

    @override
    def foot(self) -> list[Widget]:
        if self.bare:
            return self._ways()
        return [Button("Back", Back(), kind="primary", sign="back"), *(self._ways() if self._roomy else [])]

    @property
    def _roomy(self) -> bool:
        """Returns True where all buttons fit one row; else they stand below the problems, which need the room more."""
        return self.bare or self.look is None or self.look.width / self.look.px >= 38

    def _ways(self) -> list[Widget]:
        """Returns the ways on but back to the game."""
        close = Button("Close the preview", ClosePreview(), sign="leave")
        back, start = (
            Button("One choice back", OneBack(), sign="back"),
            Button("From the start", FromStart(), sign="again"),
        )
        return [close] if self.bare else [back, start, close]

    @override
    def handle(self, command: Command) -> None:
        if isinstance(command, Back):
            self.desk.close()
        else:
            self.act(command)


def _problem(problem: Diagnostic) -> Widget:
    place = f"Line {problem.place.line}, column {problem.place.column}"
    head = place if problem.is_error else f"{place} (a warning)"
    rows: list[Widget] = [Text(head, "strong", "warm"), Text(problem.message)]
    if problem.excerpt.strip():
        rows.append(Text(problem.excerpt.strip()[:200], "aside"))
    return Box([*rows, Text(problem.hint, colour="muted")], bar="warm", gap=0.2)


def _here(session: Session) -> str:
    """Returns where the play stands, in the author's own names."""
    made = f" after {', '.join(session.chosen)}" if session.chosen else ", before any choice"
    return f"You are at {session.position.node}{made}."
