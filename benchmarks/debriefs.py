"""Three debriefs as the terminal shows them, for readers who have seen nothing else of the game.

`python -m benchmarks.debriefs FOLDER` plays three conversations by a script and writes `well.txt`, `mixed.txt` and
`limit.txt`, each with the questions for its reader below it. Instructions, and what readers answered, lie in
`benchmarks/readings/`. The plays are the same each time: the seeds and the slips stand here.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.harm import best_play
from benchmarks.usage import given
from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.play.events import Mode
from game.play.session import Session
from game.rubric.archetypes import Player, player
from game.scenario.model import Option
from game.story.engine import Offer
from game.terminal.player import play

QUESTIONS = Path(__file__).parent / "readings" / "questions.txt"


@dataclass(frozen=True, slots=True)
class ReadPlay:
    """A play that is debriefed: the scenario, and how it is played."""

    scenario: str
    plays: Callable[[Plays, str], Player]


def partly(share: float, seed: int) -> Callable[[Plays, str], Player]:
    """Returns a player that takes what Partner takes so often, and anything on offer else."""

    def made(plays: Plays, _: str) -> Player:
        partner, drawn = player(plays.library.rubric, "partner"), random.Random(seed)

        def pick(options: Sequence[Option]) -> Option:
            return partner(options) if drawn.random() < share else drawn.choice(list(options))

        return pick

    return made


def with_harm(*harm: str) -> Callable[[Plays, str], Player]:
    """Returns a player that does a harm and all else as well as it can be done beside it."""

    def made(plays: Plays, scenario: str) -> Player:
        chosen = best_play(plays.library.ready(plays.library.by_id(scenario)), harm)
        if chosen is None:
            raise SystemExit(f"{scenario}: no play does {', '.join(harm)}.")
        return lambda options: next(option for option in options if option.id in chosen)

    return made


PLAYS = {
    "well": ReadPlay("saturday-friend", partly(0.9, 2)),
    "mixed": ReadPlay("fine-fine", partly(0.5, 3)),
    "limit": ReadPlay("three-drinks-down", with_harm("four-minutes-then")),
}
TYPED = {
    "What would you text back?": "Yes! Saturday works. Can we sort out first how we do this, since we are friends?",
    "What would you say, with everybody looking?": "That is hers to tell. I only do backs and coffee.",
    "What would you say to her about the choir and this room?": "What happens here stays here. At choir I just sing.",
    "Something has gone. What would you say to her now, if anything?": "Still okay?",
    "What do you say to her?": "You sound happy! How much have you had?",
    "Which one of your lines would you say differently, in your own words?": "My first text. I was nervous.",
    "What is your own word for fine, and who can hear through it?": "I say it is nothing. My sister hears it.",
}


class Scripted:
    """Chooses as a player does, and types what was written beforehand, or nothing."""

    asks = True

    def __init__(self, pick: Player, rows: list[str]) -> None:
        self._pick, self._rows = pick, rows
        self.begun = 0

    def pick(self, _: Session, offers: Sequence[Offer]) -> str:
        """Returns the id of what the player takes of the open options."""
        return self._pick([offer.option for offer in offers if offer.locked is None]).id

    def answer(self, question: str) -> str:
        """Returns what is typed; a debrief begins after the last question."""
        self.begun = len(self._rows)
        return TYPED.get(question, "")

    def ask(self, _: str) -> str | None:
        """Has had enough."""
        return None


def debrief(read: ReadPlay, folder: Path) -> str:
    """Returns the debrief of a play, as the terminal shows it."""
    plays = Plays(Library(cache=locations.cache()), folder, folder / "logs", seed=lambda: 7)
    rows = list[str]()
    hand = Scripted(read.plays(plays, read.scenario), rows)
    session = plays.begin(plays.library.scenario(read.scenario), Mode.ASSESS)
    play(session, hand, rows.append, suggest=plays.next_after)
    return "\n".join(rows[hand.begun :]).strip()


def main() -> None:
    """Writes the three files."""
    (out,) = given(__doc__, lambda words: len(words) == 1)
    Path(out).mkdir(parents=True, exist_ok=True)
    asked = QUESTIONS.read_text(encoding="utf-8")
    for name, read in PLAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            text = debrief(read, Path(folder))
        (Path(out) / f"{name}.txt").write_text(f"{text}\n\n\n{asked}", encoding="utf-8")
        print(Path(out) / f"{name}.txt")


if __name__ == "__main__":
    main()
