"""One player, one play: the phases, the position, what to show, and every event on its way to the journal.

A face (terminal or window) pulls: `scenes` to read, `offers` to choose from, `feedback`, `card`. It pushes only what a
player does: begin, read, choose, go_on, reflect, abandon. Nothing is shown before what led to it is on disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import game
from game.errors import JournalError, OptionUnavailable
from game.play.events import Abandoned, Answer, Begun, Chosen, Event, Finished, Mode, Reflected, Resumed, Worded
from game.play.journal import (
    Clock,
    Journal,
    JournalFile,
    MemoryRecorder,
    Recorder,
    new_session_id,
    read_journal,
    utc_now,
)
from game.play.phases import Phase, Phases
from game.play.shuffle import shuffled
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import YOU, Ending, Line, Node, Option, Scenario
from game.scenario.vary import varied
from game.story.engine import Offer, advance, choose, ending, jumps, offers, reply, start, view
from game.story.position import Position
from game.words import N_, _

if TYPE_CHECKING:
    from game.rubric.score import Scorecard

MOST_TYPED = 20_000  # characters that a journal holds of one answer
DEFAULT_REFLECTION = (N_("Which of your lines would you say differently, in your own words?"),)


@dataclass(frozen=True, slots=True)
class LinesInPlace:
    """Lines to read in one place, thoughts left out."""

    node: str
    place: str
    frame: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What practice mode shows after a choice: the answer to it, what was done, and what else could be said."""

    option: Option
    reply: LinesInPlace
    did: tuple[str, ...]
    text: str | None
    instead: str | None


class Session:
    """One play. Make it with `new_session`, `resume_session` or `branch.branch_session`."""

    def __init__(self, exact: ScoringModel, begun: Begun, recorder: Recorder, clock: Clock = utc_now) -> None:
        self.exact = exact
        self.scenario: Scenario = varied(exact.story.scenario, begun.seed)
        self.story = exact.told(self.scenario)
        self.begun = begun
        self.seed, self.mode = begun.seed, begun.mode
        self.recorder, self.clock = recorder, clock
        self._phases = Phases()
        self._written = 0
        self._chosen: list[str] = []
        self.worded: dict[int, str] = {}
        self.answered: tuple[Answer, ...] = ()  # what was typed to the open questions
        self._last: tuple[Option, LinesInPlace] | None = None
        self._shown_at: datetime = begun.at
        self._card: Scorecard | None = None
        self._offers: tuple[Offer, ...] | None = None
        self.history: list[LinesInPlace] = []
        self.position: Position = start(self.story)
        self._arrive(self.position)

    # ── what to show ─────────────────────────────────────────────────────────────────────────────────

    @property
    def phase(self) -> Phase:
        """Returns where the session is."""
        return self._phases.state

    @property
    def journal_path(self) -> Path | None:
        """Returns the file this play is kept in."""
        return self.recorder.path

    @property
    def node(self) -> Node:
        """Returns the node that the play rests at."""
        return self.scenario.nodes[self.position.node]

    @property
    def ending(self) -> Ending | None:
        """Returns the ending as it is told, once the play has come to one."""
        return ending(self.story, self.position)

    @property
    def turns(self) -> int:
        """Returns how many choices have been made."""
        return len(self._chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Returns the ids of the options chosen so far."""
        return tuple(self._chosen)

    @property
    def reflection(self) -> tuple[str, ...]:
        """Returns the open questions after the play."""
        return self.scenario.reflection or tuple(_(question) for question in DEFAULT_REFLECTION)

    def scenes(self) -> tuple[LinesInPlace, ...]:
        """Returns what there is to read now. In assess mode it begins with the answer to the last choice; in
        practice mode that answer comes with the feedback."""
        if self._last is not None and self.mode is Mode.ASSESS and self._last[1].lines:
            return (self._last[1], *self._scenes)
        return self._scenes

    def offers(self) -> tuple[Offer, ...]:
        """Returns the options in the order that the seed gives; locked ones with their reason."""
        if self._offers is None:
            self._offers = shuffled(offers(self.story, self.position), self.seed)
        return self._offers

    @property
    def own_words(self) -> str | None:
        """Returns the prompt to say it in one's own words before the options are shown, where the author wants that
        and the player has not done so yet."""
        return None if self.turns + 1 in self.worded else self.node.own_words

    def feedback(self) -> Feedback:
        """Returns the answer to the last choice and what can be learned from it; in phase FEEDBACK."""
        if self._last is None:
            raise OptionUnavailable("There is no feedback before the first choice.")
        option, answer = self._last
        did = tuple(self.exact.rubric.moves[m].did for m in option.moves)
        return Feedback(option, answer, did, option.feedback, option.instead)

    def card(self) -> Scorecard:
        """Returns the scorecard of the choices made so far; path scores only for a whole play."""
        from game.rubric.score import score  # a play gets to its end without it

        if self._card is None or len(self._card.choices) != len(self._chosen):
            self._card = score(self.exact, self._chosen, self.story)
        return self._card

    # ── what a player does ───────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Goes from the briefing to the first lines."""
        self._phases.to("begin")

    def read(self) -> None:
        """Goes on to the options once everything shown has been read, or to the reflection after an ending."""
        if self.ending is not None:
            self._phases.check("end")
            self._finish()
            self._phases.to("end")
        else:
            self._phases.to("offer")
            self._shown_at = self.clock()

    def put_in_own_words(self, text: str) -> None:
        """Keeps what the player would say at this decision (an empty text too, which is a way past the question)."""
        self._phases.check("choose")
        text = text.strip()[:MOST_TYPED]
        if text:
            self._write(Worded(self._written, self.clock(), self.position.node, text))
        self.worded[self.turns + 1] = text

    def choose(self, option_id: str) -> None:
        """Makes a choice; it is in the journal before this returns. Raises OptionUnavailable, WrongPhase."""
        self._phases.check("choose")
        before = self.position
        after = choose(self.story, before, option_id)
        offered = tuple(o.option.id for o in self.offers())
        now = self.clock()
        elapsed = max(0, round((now - self._shown_at).total_seconds() * 1000))
        self._write(Chosen(self._written, now, before.node, option_id, offered, elapsed))
        self._take(before, option_id, after)
        self._phases.to("choose_with_feedback" if self.mode is Mode.PRACTICE else "choose")

    def go_on(self) -> None:
        """Goes from the feedback to what comes next."""
        self._phases.to("go_on")

    def reflect(self, answers: Sequence[str]) -> None:
        """Keeps the answers to the open questions (empty ones too) and opens the debrief."""
        self._phases.check("reflect")
        given = [Answer(q, a.strip()[:MOST_TYPED]) for q, a in zip(self.reflection, answers, strict=False) if a.strip()]
        if given:
            self.answered = tuple(given)
            self._write(Reflected(self._written, self.clock(), self.answered))
        self._phases.to("reflect")
        self.recorder.close()

    def abandon(self) -> None:
        """Leaves the play; it can be taken up again from the journal, even where its leaving cannot be written."""
        self._phases.check("abandon")
        if self.phase is not Phase.REFLECTION:
            with suppress(JournalError):  # it stands there as one that was cut off, with all that was chosen
                self._write(Abandoned(self._written, self.clock()))
        self._phases.to("abandon")
        self.recorder.close()

    def news(self) -> str:
        """Returns, once, what the player has to know of the file that this play is kept in; empty for nothing."""
        return self.recorder.news()

    def _write(self, event: Event) -> None:
        self.recorder.write(event)
        self._written += 1

    def _take(self, before: Position, option_id: str, after: Position) -> None:
        option = self.story.rooms[before.node].ways[option_id].option
        node = self.scenario.nodes[before.node]
        answer = tuple(line for line in reply(self.story, option, after) if not line.private)
        scene = LinesInPlace(before.node, node.place, node.frame, answer)
        self._last = (option, scene)
        self._chosen.append(option_id)
        mine = Line(YOU if option.say else "narration", option.words)
        self.history.append(LinesInPlace(before.node, node.place, node.frame, (mine, *answer)))
        self._arrive(after)

    def _arrive(self, position: Position) -> None:
        """Follows jumps to the next decision or ending, keeping what there is to read on the way."""
        scenes = [self._scene(position)]
        while jumps(self.story, position):
            position = advance(self.story, position)
            scenes.append(self._scene(position))
        self.position, self._offers = position, None
        self._scenes = tuple(scenes)
        self.history += scenes

    def _scene(self, position: Position) -> LinesInPlace:
        seen = view(self.story, position)
        lines = tuple(line for line in seen.lines if not line.private)
        return LinesInPlace(position.node, seen.node.place, seen.node.frame, lines)

    def _finish(self) -> None:
        card = self.card()
        shown = {name: reading.path for name, reading in {**card.components, **card.axes}.items()}
        self._write(Finished(self._written, self.clock(), self.position.node, shown))

    def replay(self, journal: Journal) -> None:
        """Brings a fresh session to where a journal stopped; raises JournalError where today's scenario cannot."""
        for event in journal.choices:
            try:
                after = choose(self.story, self.position, event.option)
            except OptionUnavailable as error:
                from game.play.given import given_as_text, given_card

                card = given_card(journal)
                kept = f"\n\n{given_as_text(card, self.exact.rubric)}" if card else ""
                raise JournalError(
                    f"{journal.path}: choice {len(self._chosen) + 1} cannot be made again, because the scenario has "
                    f"changed since: {error} Play it anew, or bring back the scenario as it was.{kept}"
                ) from None
            self._take(self.position, event.option, after)
        self.worded |= journal.worded
        self.answered = journal.reflected.answers if journal.reflected else ()
        self._written = len(journal.events)
        if self._chosen or len(journal.events) > 1:
            self._phases.to("begin")

    def show_feedback_again(self, journal: Journal) -> None:
        """Goes back to the feedback on a journal's last choice, unless its player has come past it."""
        last = next((event for event in reversed(journal.events) if isinstance(event, Chosen | Worded)), None)
        if self.mode is Mode.PRACTICE and isinstance(last, Chosen):
            self._phases.to("offer")
            self._phases.to("choose_with_feedback")


def new_session(
    exact: ScoringModel,
    *,
    mode: Mode,
    seed: int,
    clock: Clock = utc_now,
    logs: Path | None = None,
    player: str | None = None,
    class_code: str | None = None,
    device: str | None = None,
    together: bool = False,
) -> Session:
    """Returns a new play, its journal begun in the folder `logs` (in memory without one); `device` is the mark of
    where it is played (`game.play.device`), and `together` says that a class decides it."""
    at, session, scenario = clock(), new_session_id(), exact.story.scenario
    begun = Begun(
        n=0,
        at=at,
        session=session,
        scenario=_storable(scenario.id) or "scenario",
        title=scenario.title,
        scenario_fingerprint=scenario.fingerprint,
        rubric_fingerprint=exact.rubric.fingerprint,
        seed=seed,
        mode=mode,
        player=_storable(player),
        class_code=_storable(class_code),
        game=game.__version__,
        device=device,
        together=together or None,
    )
    recorder: Recorder = JournalFile.create(logs, scenario.id, session, at) if logs else MemoryRecorder()
    made = Session(exact, begun, recorder, clock)
    made._write(begun)
    return made


def _storable(text: str | None) -> str | None:
    """Returns a name as the journal can hold it; what a POSIX locale could not read is taken for the UTF-8 that it
    is."""
    return (text or "").encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()[:200] or None


def resume_session(exact: ScoringModel, path: Path, clock: Clock = utc_now) -> tuple[Session, tuple[str, ...]]:
    """Returns an unfinished play where it stopped, and in words what its journal has lost or what has changed since."""
    journal = read_journal(path)
    if journal.finished is not None:
        raise JournalError(f"{path} is a finished play. Use `score` to see its card.")
    if journal.damaged:
        raise JournalError(f"{path} is damaged and cannot be continued. {' '.join(journal.lost)}")
    session = Session(exact, journal.begun, MemoryRecorder(), clock)
    session.replay(journal)
    session.show_feedback_again(journal)
    session.recorder = JournalFile.reopen(path)
    session._write(Resumed(session._written, clock()))
    return session, (*journal.lost, *changes(journal, exact))


def changes(journal: Journal, exact: ScoringModel) -> tuple[str, ...]:
    """Returns in words how the scenario differs from the one that a journal was played with."""
    same = journal.begun.scenario_fingerprint == exact.story.scenario.fingerprint
    return () if same else (_("The scenario has changed since this play began."),)
