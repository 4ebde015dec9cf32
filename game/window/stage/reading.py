"""Where a reader is in what there is to read: which line is newest and how much of it shows; no display."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.play.events import Mode
from game.play.phases import Phase
from game.play.session import LinesInPlace, Session
from game.scenario.model import NARRATION, YOU, Line


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines read in one place without a break; the first `known` of them are old and stand there at once."""

    place: str
    lines: tuple[Line, ...]
    known: int = 0
    nodes: tuple[str, ...] = ()
    """The node that each line stands in."""


def bare(line: Line) -> Line:
    """Returns a line of the player's without the quotes that an option's words carry."""
    if line.speaker == YOU and line.text.startswith("“") and line.text.endswith("”"):
        return replace(line, text=line.text[1:-1])
    return line


def exchange(session: Session) -> tuple[Line, LinesInPlace]:
    """Returns the player's last line and the answer to it; only after a first choice."""
    feedback = session.feedback()
    option = feedback.option
    mine = bare(Line(YOU, option.words)) if option.say else Line(NARRATION, option.words)
    return mine, feedback.reply


def stretches(session: Session) -> tuple[Stretch, ...]:
    """Returns what there is to read now: the answer to a choice while feedback is due, else what comes next."""
    if session.phase is Phase.FEEDBACK:
        mine, answer = exchange(session)
        return (_stretch(answer, (mine, *answer.lines), 1),)
    scenes = [scene for scene in session.scenes() if scene.lines]
    if not session.turns:
        return merged([], scenes)
    mine, answer = exchange(session)
    old = (mine,) if session.mode is Mode.ASSESS else (mine, *answer.lines)
    return merged([_stretch(answer, old, len(old))], scenes)


def _stretch(scene: LinesInPlace, lines: tuple[Line, ...], known: int = 0) -> Stretch:
    """Returns lines that all stand in the node of a scene."""
    return Stretch(scene.place, lines, known, (scene.node,) * len(lines))


def merged(old: Sequence[Stretch], scenes: Sequence[LinesInPlace]) -> tuple[Stretch, ...]:
    """Scenes in the same place run together; what is old is dropped where the place changes at once."""
    found = list(old)
    for scene in scenes:
        if found and found[-1].place == scene.place:
            more, last = _stretch(scene, scene.lines), found[-1]
            found[-1] = replace(last, lines=(*last.lines, *more.lines), nodes=(*last.nodes, *more.nodes))
        else:
            found.append(_stretch(scene, scene.lines))
    kept = [s for n, s in enumerate(found) if len(s.lines) > s.known or n == len(found) - 1]
    return tuple(kept)


def heard(session: Session, unread: int) -> list[LinesInPlace]:
    """Returns every scene of the play but its last `unread` lines, and none of what lies behind a feedback."""
    if session.phase is Phase.FEEDBACK:
        unread += sum(len(scene.lines) for scene in session.scenes())
    found: list[LinesInPlace] = []
    for scene in reversed(session.history):
        cut = min(unread, len(scene.lines))
        unread -= cut
        lines = scene.lines[: len(scene.lines) - cut]
        if lines:
            found.append(replace(scene, lines=tuple(bare(line) for line in lines)))
    return found[::-1]


class LineProgress:
    """A reader's way through stretches, one line at a time, each revealed at a speed."""

    def __init__(self, parts: tuple[Stretch, ...], *, all_read: bool = False) -> None:
        self.parts = parts
        self.part, self.line, self.shown = 0, 0, 0.0
        self._enter(len(parts) - 1 if all_read else 0)
        if all_read and parts:
            self.line = len(self.now.lines) - 1
            self.finish_line()

    @property
    def now(self) -> Stretch:
        """Returns the stretch being read."""
        return self.parts[self.part]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Returns the lines that stand there, the newest last."""
        return self.now.lines[: self.line + 1] if self.parts else ()

    @property
    def node(self) -> str:
        """Returns the node that the newest line stands in."""
        return self.now.nodes[self.line]

    @property
    def here(self) -> int:
        """Returns at which of the lines the newest line's node begins."""
        first = self.line
        while first and self.now.nodes[first - 1] == self.node:
            first -= 1
        return first

    @property
    def whole(self) -> bool:
        """Returns True when the newest line shows in full."""
        return not self.lines or self.shown >= len(self.lines[-1].text)

    @property
    def at_end(self) -> bool:
        """Returns True when there is nothing after the newest line."""
        return not self.parts or (self.part == len(self.parts) - 1 and self.line >= len(self.now.lines) - 1)

    @property
    def unread(self) -> int:
        """Returns how many lines come after the newest one."""
        if not self.parts:
            return 0
        return len(self.now.lines) - self.line - 1 + sum(len(part.lines) for part in self.parts[self.part + 1 :])

    def pass_time(self, dt: float, speed: float | None) -> bool:
        """Returns True when more of the newest line shows; `speed` in characters a second, None for at once."""
        if self.whole:
            return False
        if speed is None:
            self.finish_line()
        else:
            self.shown += dt * speed
        return True

    def finish_line(self) -> None:
        """Shows the newest line in full."""
        self.shown = float(len(self.lines[-1].text)) if self.lines else 0.0

    def next_line(self) -> None:
        """Goes to the next line, in the next stretch where this one is read."""
        if self.line + 1 < len(self.now.lines):
            self.line, self.shown = self.line + 1, 0.0
        else:
            self._enter(self.part + 1)

    def skip(self, known: Callable[[Line], bool]) -> None:
        """Goes on past lines that are known, to the first that is not or to the end."""
        while self.lines and known(self.lines[-1]) and not self.at_end:
            self.next_line()
        if self.at_end and self.lines and known(self.lines[-1]):
            self.finish_line()

    def take_up(self, before: LineProgress) -> None:
        """Goes to the line that another reading had come to, as far as there are as many."""
        self._enter(min(before.part, len(self.parts) - 1))
        if self.parts:
            self.line = min(max(self.line, before.line), len(self.now.lines) - 1)
            self.shown = before.shown

    def _enter(self, part: int) -> None:
        """Begins a stretch at its first new line, or at its end when all of it is known."""
        self.part, self.shown = max(0, part), 0.0
        if not self.parts:
            return
        self.line = min(self.now.known, len(self.now.lines) - 1)
        if self.now.known >= len(self.now.lines):
            self.finish_line()
