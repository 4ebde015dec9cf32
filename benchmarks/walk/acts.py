"""Random plays: a script of acts that Python makes up while it plays, and the player plays after it.

A play goes through whatever can happen to one: both modes, every kind of seed, own words, choices that are not open,
acts out of their phase, being left and taken up again (with a torn last line too), going its own way from an earlier
turn, being told once more from where it stands (as the page does when its language changes), and a journal held against
another scenario.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.walk.telling import tell_card, tell_glossary, tell_session
from benchmarks.walk.twin import Difference, Twin, as_json
from game.errors import GameError
from game.play.branch import branch_session
from game.play.events import Mode
from game.play.family import look_again
from game.play.glossary import glossary_of, met
from game.play.journal import read_journal
from game.play.phases import LIVE, Phase
from game.play.session import Session, new_session, resume_session
from game.rubric.scoring_model import ScoringModel

TORN = ('{"n":', '{"n":4,"at":"2026-', "\x85", "«")
TYPED = (
    "",
    "  \x1c\u3000 ",
    " I would say:\x85 no.\x1f",
    '¿Y si…? \u2028 «sí» "no" \\ \x07',
    "🙂" * 20_001,
    "\ufeffkept\ufeff",
)
NAMES = (None, "Ana", " \x1eZoë\u3000", "李" * 250, "🙂" * 201, "   ")
SEEDS = (0, 1, -1, 7, 2**63 - 1, -(2**63), 2**53 + 1, 123_456)
STEPS = (0, 1, 137, 999, 1000, 60_000, 86_399_999, -500)
BEGINNING = datetime(2026, 2, 28, 23, 59, 58, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Setting:
    """What plays of a scenario are made with: itself, the language it is told in, and another scenario of the page.

    fill: words for its places, as the minute that teaches how to play has them
    """

    exact: ScoringModel
    language: str
    other: ScoringModel
    fill: dict[str, str] | None = None


@dataclass
class Clock:
    """A clock that goes on by one step each time it is asked, round and round."""

    steps: Sequence[int]
    now: datetime = BEGINNING
    asked: int = 0

    def __call__(self) -> datetime:
        """Returns the moment after another step."""
        self.now += timedelta(milliseconds=self.steps[self.asked % len(self.steps)])
        self.asked += 1
        return self.now


@dataclass
class Played:
    """One play and its branches: the script, and what was to be seen after each act."""

    setting: Setting
    rng: random.Random
    logs: Path
    script: dict[str, Any] = field(default_factory=dict)
    told: list[Any] = field(default_factory=list)
    journals: list[Path] = field(default_factory=list)

    def run(self) -> None:
        """Plays to an end, or until the player has had enough."""
        rng, setting = self.rng, self.setting
        self.clock = Clock([rng.choice(STEPS) for _ in range(rng.randint(1, 5))])
        begin: dict[str, Any] = {
            "seed": rng.choice((*SEEDS, rng.randrange(-(2**63), 2**63))),
            "mode": rng.choice(list(Mode)),
            "player": rng.choice(NAMES),
            "class_code": rng.choice(NAMES),
            "device": rng.choice((None, f"{rng.randrange(16**32):032x}")),
        }
        made = new_session(setting.exact, logs=self.logs, clock=self.clock, **begin)
        self._goes_on(made)
        self.script = {
            "scenario": setting.exact.story.scenario.id,
            "language": setting.language,
            "fill": setting.fill,
            "at": int(BEGINNING.timestamp() * 1000),
            "steps": list(self.clock.steps),
            "begin": begin | {"seed": str(begin["seed"]), "session": made.begun.session},
            "acts": [],
        }
        self.told.append(tell_session(made, []))
        self._play_on()
        while self.rng.random() < 0.3:
            self._branch(self.rng.randint(0, self.session.turns + 2))
            self._play_on()
        self.told.append([path.read_bytes().decode() for path in self.journals])

    # ── acts ─────────────────────────────────────────────────────────────────────────────────────────────

    def act(self, name: str, value: Any, does: Callable[[], Any]) -> None:
        """Does something, and tells what is to be seen then, or why it could not be done."""
        try:
            notes = does() or []
        except GameError as error:
            notes = [self._plain(str(error))]
        self.script["acts"].append([name, value])
        self.told.append([name, *tell_session(self.session, notes)])

    def _play_on(self) -> None:
        """Plays on from where the session stands; now and then something else comes between."""
        while self.session.phase in LIVE:
            if self.rng.random() < 0.15:
                self._astray()
            elif self.rng.random() < 0.06:
                self.act("abandon", None, self.session.abandon)
                self._resume()
            elif self.rng.random() < 0.01:
                self.act("abandon", None, self.session.abandon)
            else:
                self._step()
        self.act("card", None, lambda: tell_card(self.session))
        self.act("look", self.setting.other.story.scenario.id, self._look)
        self.act("glossary", None, self._glossary)

    def _step(self) -> None:
        """What a player does next."""
        session, rng = self.session, self.rng
        match session.phase:
            case Phase.BRIEFING:
                self.act("begin", None, session.begin)
            case Phase.READING:
                self.act("read", None, session.read)
            case Phase.CHOOSING if session.own_words is not None or rng.random() < 0.1:
                self._type(rng.choice(TYPED))
            case Phase.CHOOSING:
                option = rng.choice([offer.option.id for offer in session.offers()])  # a locked one is refused
                self.act("choose", option, lambda: session.choose(option))
            case Phase.FEEDBACK:
                self.act("go_on", None, session.go_on)
            case Phase.REFLECTION:
                answers = [rng.choice(TYPED) for _ in range(rng.randint(0, len(session.reflection) + 1))]
                self.act("reflect", answers, lambda: session.reflect(answers))

    def _astray(self) -> None:
        """Something that may not be possible now, or that changes nothing."""
        session, rng = self.session, self.rng
        match rng.randrange(6):
            case 0:
                self.act("choose", "nowhere-at-all", lambda: session.choose("nowhere-at-all"))
            case 1:
                self.act("go_on", None, session.go_on)
            case 2:
                self.act("reflect", ["x"], lambda: session.reflect(["x"]))
            case 3:
                self._type(rng.choice(TYPED))
            case 4:
                self.act("again", None, lambda: None)  # told once more, as in another language: the same here
            case 5:
                self._resume()

    def _type(self, text: str) -> None:
        self.act("words", text, lambda: self.session.put_in_own_words(text))

    def _resume(self) -> None:
        """Takes the play up again from its journal; the last line may be torn."""
        torn = self.rng.choice(("", "", *TORN))
        path = self.journals[-1]

        def does() -> list[str]:
            with path.open("ab") as file:
                file.write(torn.encode())
            try:
                made, notes = resume_session(self.setting.exact, path, self.clock)
            except GameError:
                path.write_bytes(path.read_bytes()[: -len(torn.encode()) or None])  # as the player has it: not kept
                raise
            self.session = made
            return list(notes)

        self.act("resume", torn, does)

    def _branch(self, turn: int) -> None:
        """Goes another way from a turn, which may not be there."""
        made: list[str] = [""]

        def does() -> list[str]:
            session, notes = branch_session(self.setting.exact, self.journals[-1], turn, self.clock)
            made[0] = session.begun.session
            self._goes_on(session)
            return list(notes)

        self.act("branch", [turn, ""], does)
        self.script["acts"][-1][1] = [turn, made[0]]

    def _look(self) -> None:
        look_again(self.setting.other, read_journal(self.journals[-1]))

    def _glossary(self) -> list[Any]:
        exact, path = self.setting.exact, self.journals[-1]
        with TemporaryDirectory() as folder:  # what was met is looked for in a folder: here it holds this play alone
            (Path(folder) / path.name).write_bytes(path.read_bytes())
            found = met(Path(folder))
        scenario = exact.story.scenario
        return tell_glossary(glossary_of(exact.rubric, [(scenario, one) for one in found.values()]))

    def _goes_on(self, session: Session) -> None:
        assert session.journal_path is not None
        self.session = session
        self.journals.append(session.journal_path)

    def _plain(self, message: str) -> str:
        """A message as the player has it, which knows no paths."""
        for path in self.journals:
            message = message.replace(str(path), "journal")
        return message


def play(twin: Twin, setting: Setting, seed: int) -> Difference | None:
    """Returns where a random play of a scenario that the twin has loaded differs; None where it does not."""
    with TemporaryDirectory() as folder:
        played = Played(setting, random.Random(seed), Path(folder))
        played.run()
    twin.ask(do="play", **played.script)
    return twin.difference(as_json(played.told), do="play", **played.script)
