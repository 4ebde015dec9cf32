"""A scenario under its author's hands: read anew whenever its file changes, the play brought back to where it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from game.author.check.problems import check_loaded
from game.author.check.suppress import sort_out
from game.diagnostics import Diagnostic
from game.play.events import Mode
from game.play.journal import Clock, utc_now
from game.play.phases import Phase
from game.play.session import Session, new_session
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import LoadedScenario, load_file
from game.story.engine import open_options

SEED = 0  # the same for every play, so that a reload leaves the options in their order

Stamp = tuple[int, int, int]


def stamp(path: Path) -> Stamp | None:
    """Returns what tells one saving of a file from another; None while there is no such file."""
    try:
        known = os.stat(path)
    except (OSError, ValueError):
        return None
    return known.st_mtime_ns, known.st_size, known.st_ino


def in_thread(work: Callable[[], None]) -> None:
    """Does something beside the game."""
    Thread(target=work, daemon=True).start()


@dataclass(frozen=True, slots=True)
class PlayState:
    """Where a play stands: the choices that led there, the phase, and the node."""

    choices: tuple[str, ...]
    phase: Phase
    node: str

    @classmethod
    def of(cls, session: Session) -> PlayState:
        """Returns where this session stands."""
        return cls(session.chosen, session.phase, session.position.node)


class Preview:
    """The newest version of a file that can be played, and the problems of the file as it is now.

    `choices` (if any) are where it opens. `stamp` and `later` are seams for tests: how a file's saving is told, and
    how the exact proofs, which can take seconds, are done beside the game.
    """

    def __init__(
        self, path: Path, rubric: Rubric, choices: tuple[str, ...] | None = None, *, clock: Clock = utc_now,
        stamp: Callable[[Path], Stamp | None] = stamp, later: Callable[[Callable[[], None]], None] = in_thread,
    ) -> None:  # fmt: skip
        self.path, self.rubric, self.choices = path, rubric, choices
        self.exact: ScoringModel | None = None
        self.broken = False  # the file cannot be played as it is now
        self.problems: tuple[Diagnostic, ...] = ()
        self._clock, self._stamp, self._later = clock, stamp, later
        self._seen = self._read_at = stamp(path)
        self._unproven: LoadedScenario | None = None
        self._proving: LoadedScenario | None = None
        self._proven: tuple[LoadedScenario, tuple[Diagnostic, ...]] | None = None
        self._fallen: tuple[PlayState, PlayState] | None = None
        self._read()

    @property
    def name(self) -> str:
        """Returns what the author calls the file."""
        return self.path.name

    def poll(self) -> bool:
        """Returns True when the version or the problems are new. A file is read when it has kept still since the
        last poll."""
        before, self._seen = self._seen, self._stamp(self.path)
        if self._seen == before and self._seen != self._read_at:
            self._read_at = self._seen
            self._read()
            return True
        return self._prove()

    def _read(self) -> None:
        loaded = load_file(self.path, self.rubric.moves)
        self.problems, self._unproven, self.broken = _at_once(loaded), None, loaded.scenario is None
        if loaded.scenario is not None:
            self.exact = ScoringModel(loaded.scenario, self.rubric)
            self._unproven = loaded

    def _prove(self) -> bool:
        """Returns True when proofs for what was read last have come; begins them where none are under way."""
        if self._proven is not None:
            (loaded, found), self._proven, self._proving = self._proven, None, None
            if loaded is self._unproven:
                self._unproven = None
                changed, self.problems = found != self.problems, found
                return changed
        if self._unproven is not None and self._proving is None:
            self._proving = loaded = self._unproven

            def work() -> None:
                self._proven = (loaded, tuple(check_loaded(loaded, self.rubric)))

            self._later(work)
        return False

    # ── the play ─────────────────────────────────────────────────────────────────────────────────────

    def opening(self) -> Session | None:
        """Returns the play that was asked for, at its end; None to begin at the briefing."""
        if self.choices is None:
            return None
        return self._replayed(PlayState(self.choices, Phase.READING, ""), Mode.PRACTICE)

    def again(self, before: Session) -> tuple[Session, str]:
        """Returns the same play in the newest version, and in words where it stands now."""
        stand = PlayState.of(before)
        if self._fallen and self._fallen[1] == stand:  # nobody has moved since, so perhaps the way is open once more
            stand = self._fallen[0]
        session = self._replayed(stand, before.mode)
        here = session.position.node
        lost = len(session.chosen) < len(stand.choices)
        self._fallen = (stand, PlayState.of(session)) if lost else None
        if lost:
            missing = stand.choices[len(session.chosen)]
            return session, f"`{missing}` can no longer be chosen, so you are back at `{here}`"
        if here != stand.node:
            return session, f"the same choices lead to `{here}` now"
        return session, f"at the same {'ending' if session.ending else 'decision'}"

    def back(self, before: Session) -> Session | None:
        """Returns the same play with its last choice open again; None before the first."""
        self._fallen = None
        if not before.chosen:
            return None
        return self._replayed(PlayState(before.chosen[:-1], Phase.CHOOSING, ""), before.mode)

    def _replayed(self, stand: PlayState, mode: Mode) -> Session:
        """Returns a new play, brought as near to a stand as the newest version allows."""
        assert self.exact is not None, "nothing can be played yet"
        session = new_session(self.exact, mode=mode, seed=SEED, clock=self._clock)
        session.begin()
        for option in stand.choices:
            _bring(session, Phase.CHOOSING)
            if option not in {o.id for o in open_options(session.story, session.position)}:
                return session
            session.choose(option)
        _bring(session, stand.phase)
        return session


def _at_once(loaded: LoadedScenario) -> tuple[Diagnostic, ...]:
    """Returns what can be told without proofs; of a comment that allows a warning nothing yet, since its use may
    show later."""
    left = sort_out(loaded.diagnostics, loaded.document).found
    return left if loaded.scenario is None else tuple(d for d in left if d in loaded.diagnostics)


def _bring(session: Session, phase: Phase) -> None:
    """Takes a session that has just begun, or made a choice, on to a phase, as far as its node has one."""
    if session.phase is Phase.FEEDBACK and phase is not Phase.FEEDBACK:
        session.go_on()
    if session.ending is None:
        if phase is Phase.CHOOSING:
            session.read()
    elif phase in (Phase.REFLECTION, Phase.DEBRIEF):
        session.read()
        if phase is Phase.DEBRIEF:
            session.reflect([])
