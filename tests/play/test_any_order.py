"""A play in whatever order things happen to it: read, chosen, left, cut off, saved, gone on with, branched off.

A player and a model of what they have done go side by side; after each step the journal on disk tells of just those
choices, can be read whole, and a session taken up from it stands where the player stood.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game import locations
from game.errors import GameError
from game.play.branch import branch_session
from game.play.events import Mode
from game.play.fold import fold
from game.play.journal import let_go, read_journal
from game.play.phases import LIVE, TRIGGERS, Phase, Phases
from game.play.saves import Save, go_on, keep
from game.play.session import Session, new_session, resume_session
from game.rubric.scoring_model import ScoringModel
from game.testing import SMALL, Clock, an_exact

WORDS = st.text(max_size=40)


@cache
def _told(name: str) -> ScoringModel:
    if name == "small":
        return an_exact(SMALL.replace("    place: phone\n", "    place: phone\n    own_words: And you?\n", 1))
    return an_exact(locations.find(name).read_text("utf-8"))


class AnyOrder(RuleBasedStateMachine):
    """One player's plays of one scenario, in any order of steps."""

    scenario = "small"

    def __init__(self) -> None:
        super().__init__()
        self.exact = _told(self.scenario)
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.made: tuple[str, ...] = ()
        self.saved: dict[Path, tuple[Save, tuple[str, ...]]] = {}
        self.session: Session

    def teardown(self) -> None:
        """Leaves nothing behind."""
        if session := getattr(self, "session", None):
            session.recorder.close()
        shutil.rmtree(self.folder)

    @property
    def path(self) -> Path:
        """The journal that is written now."""
        assert self.session.journal_path
        return self.session.journal_path

    @initialize(mode=st.sampled_from(Mode), seed=st.integers(0, 9))
    def a_new_play(self, mode: Mode, seed: int) -> None:
        """A play is begun, and nothing is chosen."""
        logs = self.folder / "logs"
        self.session = new_session(self.exact, mode=mode, seed=seed, logs=logs, player="Ana", clock=self.clock)

    @rule(minutes=st.integers(-2000, 2000))
    def time_goes_on_or_back(self, minutes: int) -> None:
        """The computer's clock is set, as summer time or a flat battery does."""
        self.clock.now += timedelta(minutes=minutes)

    @precondition(lambda self: self.session.phase in (Phase.BRIEFING, Phase.READING, Phase.FEEDBACK))
    @rule()
    def read_on(self) -> None:
        """What stands there is read."""
        {Phase.BRIEFING: self.session.begin, Phase.READING: self.session.read, Phase.FEEDBACK: self.session.go_on}[
            self.session.phase
        ]()

    @precondition(lambda self: self.session.phase is Phase.CHOOSING)
    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        """An open option is chosen."""
        open_ones = [offer.option.id for offer in self.session.offers() if not offer.locked]
        option = data.draw(st.sampled_from(open_ones))
        self.session.choose(option)
        self.made = (*self.made, option)

    @precondition(lambda self: self.session.phase is Phase.CHOOSING)
    @rule(text=WORDS)
    def own_words(self, text: str) -> None:
        """What one would say oneself is typed."""
        self.session.put_in_own_words(text)

    @precondition(lambda self: self.session.phase is Phase.REFLECTION)
    @rule(text=WORDS)
    def reflect(self, text: str) -> None:
        """The open questions are answered."""
        self.session.reflect([text])

    @rule(trigger=st.sampled_from(TRIGGERS), option=st.text(max_size=5))
    def what_is_not_to_be_done_now_is_refused(self, trigger: str, option: str) -> None:
        """What the phase does not allow, and an option that there is not, change nothing."""
        before, size = self.session.phase, self.path.stat().st_size
        phases = Phases()
        phases.state = before
        try:
            phases.check(trigger)
        except GameError:
            wrong = {
                "begin": self.session.begin,
                "go_on": self.session.go_on,
                "reflect": lambda: self.session.reflect([option]),
                "abandon": self.session.abandon,
            }
            if trigger in wrong:
                with pytest.raises(GameError):
                    wrong[trigger]()
        with pytest.raises(GameError):
            self.session.choose(f"no {option}")
        assert (self.session.phase, self.path.stat().st_size) == (before, size)

    @precondition(lambda self: self.session.phase in LIVE and self.session.phase is not Phase.REFLECTION)
    @rule(cut=st.booleans())
    def leave_and_go_on(self, cut: bool) -> None:
        """The play is left, or cut off as by a kill, and taken up again from its journal."""
        path = self.path
        if cut:
            let_go(path)
        else:
            self.session.abandon()
        self.session, lost = resume_session(self.exact, path, self.clock)
        assert lost == ()

    @precondition(lambda self: self.session.ending is None)
    @rule(name=WORDS)
    def save(self, name: str) -> None:
        """This moment is saved."""
        save = keep(self.folder / "saves", self.session, name, self.clock())
        self.saved[save.path] = (save, self.made)

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def load(self, data: st.DataObject) -> None:
        """A saved moment is gone back to, whatever was played since."""
        save, made = self.saved[data.draw(st.sampled_from(sorted(self.saved)))]
        let_go(self.path)
        self.session, lost = go_on(save, self.exact, self.folder / "logs", self.clock)
        self.made = made
        assert lost == ()

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def branch(self, data: st.DataObject) -> None:
        """Another way is gone from an earlier turn."""
        turn = data.draw(st.integers(1, len(self.made)))
        path = self.path
        let_go(path)
        self.session, lost = branch_session(self.exact, path, turn, self.clock)
        self.made = self.made[: turn - 1]
        assert lost == ()

    @invariant()
    def the_journal_tells_of_just_these_choices(self) -> None:
        """What was chosen is on disk, in its order, and whole."""
        if not hasattr(self, "session"):
            return
        journal = read_journal(self.path)
        assert tuple(event.option for event in journal.choices) == self.made == self.session.chosen
        assert [event.n for event in journal.events] == list(range(len(journal.events)))
        assert journal.lost == ()

    @invariant()
    def a_play_that_is_over_has_the_card_that_was_shown(self) -> None:
        """What a teacher folds from the journal is the card on the screen."""
        if hasattr(self, "session") and self.session.phase is Phase.DEBRIEF:
            assert fold(read_journal(self.path), self.exact).card == self.session.card()


class AnyOrderOfTheLibrary(AnyOrder):
    """The same with a long conversation."""

    scenario = "saturday-friend"


TestAnyOrder = AnyOrder.TestCase
TestAnyOrderOfTheLibrary = AnyOrderOfTheLibrary.TestCase
TestAnyOrder.settings = settings(max_examples=40, stateful_step_count=40)
TestAnyOrderOfTheLibrary.settings = settings(max_examples=4, stateful_step_count=60)
