"""The one conversation that a class decides: a play like any other, read from the big screen a piece at a time."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from game.app.plays import any_seed
from game.classroom.question import Question, SaidLine, lettered
from game.errors import GameError
from game.play.branch import branch_session
from game.play.events import Mode
from game.play.family import look_again
from game.play.journal import read_journal
from game.play.phases import Phase
from game.play.session import Session, new_session, resume_session
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import YOU, Ending, Line, Scenario
from game.words import _

MOST_ON_SCREEN = 400  # characters that a projector shows at once in letters of a twentieth of its height
HEARD = 3  # the newest lines, which stand beside the options


@dataclass(frozen=True, slots=True)
class Turn:
    """A decision that the class has made: its number (from 1), where it was, and the words that were followed."""

    number: int
    title: str
    words: str


class Conversation:
    """A class's play, standing at a decision or at the end. Its journal says that a class decided it."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @classmethod
    def begin(cls, exact: ScoringModel, folder: Path) -> Conversation:
        """Returns a new play, its journal begun in a folder. Raises JournalError."""
        folder.mkdir(parents=True, exist_ok=True)
        session = new_session(exact, mode=Mode.ASSESS, seed=any_seed(), logs=folder, together=True)
        session.begin()
        return cls(session)

    @classmethod
    def take_up(cls, exact: ScoringModel, path: Path) -> Conversation:
        """Returns a play where it stopped. Raises GameError where it cannot go on."""
        journal = read_journal(path)
        if journal.finished is not None:
            return cls(look_again(exact, journal))
        session = resume_session(exact, path)[0]
        if session.phase is Phase.BRIEFING:
            session.begin()
        return cls(session)

    @property
    def path(self) -> Path:
        """Returns its journal's file."""
        assert self.session.journal_path is not None  # a class's play is never in memory alone
        return self.session.journal_path

    @property
    def scenario(self) -> Scenario:
        """Returns what is played."""
        return self.session.scenario

    @property
    def ending(self) -> Ending | None:
        """Returns the ending, once the play has come to one."""
        return self.session.ending

    def pages(self) -> tuple[tuple[SaidLine, ...], ...]:
        """Returns what there is to read since the last choice, itself first, in pieces for a projector; before
        the first choice it begins with the briefing."""
        lines = [line for scene in self.session.scenes() for line in scene.lines]
        first = () if self.session.chosen else self.scenario.briefing.split("\n\n")
        briefing = [SaidLine("", part) for part in first]
        return tuple(in_pieces([*briefing, *(self._said(line) for line in (*self._followed(), *lines))]))

    def question(self) -> Question | None:
        """Returns the decision that the play stands at; None at an ending."""
        if self.ending is not None:
            return None
        session = self.session
        offers = ((offer.option.id, offer.option.words, offer.locked or "", "") for offer in session.offers())
        heard = [line for page in self.pages() for line in page][-HEARD:]
        title = self.scenario.title_of(session.position.node)
        return Question(f"{session.begun.session}:{session.turns + 1}", title, tuple(heard), lettered(offers))

    def turns(self) -> tuple[Turn, ...]:
        """Returns the decisions that were made, in their order."""
        told = {
            option.id: (self.scenario.title_of(name), option.words)
            for name, node in self.scenario.nodes.items()
            for option in node.options or ()
        }
        return tuple(Turn(number, *told[chosen]) for number, chosen in enumerate(self.session.chosen, 1))

    def follow(self, option: str) -> None:
        """Goes on with an option; it is on disk when this returns. Raises GameError where it cannot be chosen."""
        if self.session.phase is Phase.READING:
            self.session.read()
        self.session.choose(option)

    def finish(self) -> None:
        """Writes the end of a play that has come to an ending; does nothing to any other. Raises GameError."""
        if self.ending is not None and self.session.phase is Phase.READING:
            self.session.read()
            self.session.reflect(())

    @property
    def finished(self) -> bool:
        """Returns whether the end has been written."""
        return self.session.phase is Phase.DEBRIEF

    def work_ahead(self) -> None:
        """Starts on the figures that the end of the play needs, beside what goes on; they may take seconds."""
        Thread(target=_work_out, args=(self.session.exact,), daemon=True).start()

    def back(self, turn: int) -> Conversation:
        """Returns another play that stands before an earlier decision again; this one is left. Raises GameError."""
        other = Conversation(branch_session(self.session.exact, self.path, turn)[0])
        self.leave()
        return other

    def leave(self) -> None:
        """Leaves a play that has not come to its end. Raises GameError."""
        if self.session.phase in (Phase.READING, Phase.CHOOSING):
            self.session.abandon()

    def _followed(self) -> list[Line]:
        """Returns what was chosen last, as a line."""
        for node in self.scenario.nodes.values():
            for option in node.options or ():
                if self.session.chosen[-1:] == (option.id,):
                    return [Line(YOU if option.say else "narration", option.words)]
        return []

    def _said(self, line: Line) -> SaidLine:
        return SaidLine(_("You") if line.speaker == YOU else self.scenario.name_of(line.speaker), line.text)


def _work_out(exact: ScoringModel) -> None:
    """Works the figures out, which stay with `exact`; what cannot be scored says so at the end of the play."""
    with suppress(GameError):
        _ignored = exact.extents


def in_pieces(lines: Iterable[SaidLine]) -> list[tuple[SaidLine, ...]]:
    """Returns lines in pieces that fit a screen; a line that is longer stands alone."""
    pieces: list[list[SaidLine]] = []
    room = 0
    for line in lines:
        size = len(line.who) + len(line.text)
        if not pieces or size > room:
            pieces.append([])
            room = MOST_ON_SCREEN
        pieces[-1].append(line)
        room -= size
    return [tuple(piece) for piece in pieces]
