"""The class together: what the teacher does with the one conversation and its votes, and what each screen shows of it.

Nothing of a vote is shown to anybody before it is closed. What phones and projector show is the same for all, so a
phone that does not vote looks like the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.classroom.conversation import Conversation
from game.classroom.forks import KEY, AskedFork, asked_forks
from game.classroom.question import Question
from game.classroom.vote import Vote, VoteStage
from game.classroom.votes_kept import VotesKept
from game.errors import GameError
from game.play.journal import read_journal
from game.rubric.scoring_model import ScoringModel
from game.words import _

_Said = Mapping[str, Any]
FOLDER = "together"  # in the class's folder
VOTES = "class.votes"


class BigScreen(StrEnum):
    """What the projector shows."""

    JOIN = "join"
    NOTES = "notes"  # before a conversation: what it is about, and what to know before going in
    LINES = "lines"
    OPTIONS = "options"
    SPLIT = "split"
    REASONS = "reasons"
    ENDING = "ending"
    COMMIT = "commit"


class NotNow(GameError):
    """The teacher asked for what is not possible at this moment; `str` says why."""


class Together:
    """One class's conversation, its votes, and where the lesson stands."""

    def __init__(self, folder: Path, models: Mapping[str, ScoringModel]) -> None:
        """folder: the class's own. models: what can be played, by id. Raises OSError where it cannot be used."""
        self.class_folder, self.folder, self.models = folder, folder / FOLDER, models
        self.folder.mkdir(parents=True, exist_ok=True)
        self.votes = VotesKept(self.folder / VOTES)
        self.screen = BigScreen.JOIN
        self.page = 0
        self.step = 0  # counts what the teacher did, so that a click on what is gone does nothing
        self.conversation: Conversation | None = None
        self.asked: Question | None = None  # what is voted on, now or next
        self.forks: tuple[AskedFork, ...] = ()
        self.trouble = ""
        self._take_up()

    @property
    def vote(self) -> Vote | None:
        """Returns the vote on what is asked now, once it has been opened."""
        return self.votes.of(self.asked.key) if self.asked is not None else None

    @property
    def open_vote(self) -> Vote | None:
        """Returns the vote that is taken now."""
        vote = self.vote
        return vote if vote is not None and vote.stage is VoteStage.OPEN else None

    # ── what the teacher does ────────────────────────────────────────────────────────────────────────────

    def act(self, said: _Said) -> None:
        """Does what the teacher asked for: `act` says what, `step` when it was asked. Raises GameError, OSError."""
        if said.get("step") != self.step:
            return
        what = str(said.get("act"))
        if self.open_vote is not None and what not in _WHILE_OPEN:
            raise NotNow(_("Close the vote first."))
        if what in _ACTS:
            _ACTS[what](self, said)
            self.step += what not in _STAYING

    def find_forks(self) -> tuple[AskedFork, ...]:
        """Returns the forks of what this class has handed in so far. Raises GameError where there is no play yet."""
        return asked_forks(self.class_folder, self.models)

    def _begin(self, said: _Said) -> None:
        exact = self.models.get(str(said.get("scenario")))
        if exact is None:
            raise NotNow(_("That conversation is not played in this room."))
        begun = Conversation.begin(exact, self.folder)
        if self.conversation is not None:
            self.conversation.leave()
        self._play(begun)
        self.screen, self.asked = BigScreen.NOTES, None

    def _play(self, conversation: Conversation) -> None:
        """Makes a play the one that the class decides."""
        self.votes.playing(conversation.path.name)
        conversation.work_ahead()
        self.conversation, self.page, self.trouble = conversation, 0, ""
        self.asked = conversation.question()

    def _playing(self) -> Conversation:
        if self.conversation is None:
            raise NotNow(_("Begin a conversation first."))
        return self.conversation

    def _next(self, _said: _Said) -> None:
        playing = self._playing()
        if self.screen is BigScreen.NOTES:
            self._to_lines()
        elif self.screen is BigScreen.LINES and self.page + 1 < len(playing.pages()):
            self.votes.reading(playing.session.turns, self.page + 1)
            self.page += 1
        elif self.screen is BigScreen.LINES and playing.ending is not None:
            playing.finish()
            self.screen = BigScreen.ENDING
        elif self.screen is BigScreen.LINES:
            self.screen = BigScreen.OPTIONS

    def _read(self, _said: _Said) -> None:
        self._to_lines()

    def _to_lines(self) -> None:
        """Shows the lines of the conversation from the beginning of this moment."""
        playing = self._playing()
        self.asked = playing.question()
        self.screen, self.page = BigScreen.LINES, 0
        self.votes.reading(playing.session.turns, 0)

    def _open(self, _said: _Said) -> None:
        if self.asked is None or self.screen not in (BigScreen.OPTIONS, BigScreen.SPLIT, BigScreen.REASONS):
            raise NotNow(_("There is nothing to vote on yet."))
        self.votes.open(self.asked)
        self.screen = BigScreen.OPTIONS

    def _close(self, _said: _Said) -> None:
        self.votes.close()
        if self.vote is not None:
            self.screen = BigScreen.SPLIT

    def _hands(self, said: _Said) -> None:
        counts = said.get("counts")
        if self.vote is None:
            raise NotNow(_("There is nothing to vote on yet."))
        given = counts if isinstance(counts, dict) else {}
        self.votes.raise_hands({str(key): n for key, n in given.items() if type(n) is int})

    def _let(self, said: _Said) -> None:
        number = said.get("number")
        if self.vote is not None and type(number) is int:
            self.votes.let_through(number, through=said.get("through") is True)

    def _show(self, said: _Said) -> None:
        screen = said.get("screen")
        closed = self.vote is not None
        if screen in (BigScreen.JOIN, BigScreen.COMMIT) or (screen in (BigScreen.SPLIT, BigScreen.REASONS) and closed):
            self.screen = BigScreen(str(screen))

    def _follow(self, said: _Said) -> None:
        playing = self._playing()
        if self.asked is None or self.asked != playing.question():
            raise NotNow(_("That option is not there any more."))
        playing.follow(str(said.get("option")))
        self._to_lines()

    def _back(self, said: _Said) -> None:
        playing, turn = self._playing(), said.get("turn")
        if type(turn) is not int or not 1 <= turn <= len(playing.turns()):
            raise NotNow(_("That option is not there any more."))
        self._play(playing.back(turn))
        self.screen = BigScreen.OPTIONS

    def _fork(self, said: _Said) -> None:
        number = said.get("number")
        if type(number) is int and 0 <= number < len(self.forks):
            self.asked, self.screen = self.forks[number].question, BigScreen.OPTIONS

    # ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _take_up(self) -> None:
        """Goes to where the class was when the server was stopped; what cannot be taken up is told in `trouble`."""
        now = self.votes.now
        if self.votes.play is not None:
            try:
                self.conversation = self._taken_up(self.folder / Path(self.votes.play).name)
            except GameError as error:
                self.trouble = str(error)
        if self.conversation is not None:
            self.asked = self.conversation.question()
            turns, (choices, piece) = self.conversation.session.turns, self.votes.piece
            read = piece if choices == turns else -1
            self.page = min(max(read, 0), len(self.conversation.pages()) - 1)
            self.screen = BigScreen.NOTES if turns == 0 and read < 0 else BigScreen.LINES
            if self.conversation.ending is not None and self.conversation.finished:
                self.screen = BigScreen.ENDING
        if now is not None and (self.vote is now or now.question.key.startswith(KEY)):
            self.asked = now.question
            self.screen = BigScreen.OPTIONS if now.stage is VoteStage.OPEN else BigScreen.SPLIT

    def _taken_up(self, path: Path) -> Conversation | None:
        """Returns the play in a file, if it is of a scenario that is played in this room. Raises GameError."""
        exact = self.models.get(read_journal(path).begun.scenario)
        if exact is None:
            return None
        conversation = Conversation.take_up(exact, path)
        conversation.work_ahead()
        return conversation


_ACTS: Mapping[str, Callable[[Together, _Said], None]] = MappingProxyType(
    {
        "begin": Together._begin,
        "next": Together._next,
        "read": Together._read,
        "open": Together._open,
        "close": Together._close,
        "hands": Together._hands,
        "let": Together._let,
        "show": Together._show,
        "follow": Together._follow,
        "back": Together._back,
        "fork": Together._fork,
    }
)
_WHILE_OPEN = ("close", "hands", "let")  # what a teacher can do while votes are taken
_STAYING = ("hands", "let")  # what changes nothing of where the lesson stands
