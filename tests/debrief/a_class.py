"""A class for looking at pages: noisy archetypes play, some answer the open questions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from game import locations
from game.debrief.figures.figures import figures
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.figures.sums import Sums, merge
from game.play.events import Answer, Begun, Chosen, Event, Finished, Mode, Reflected
from game.play.journal import Journal
from game.rubric.archetypes import played, player
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_file, playable
from game.testing import a_rubric

NAMES = ("Amber Heron", "Quiet Larch", "Slate Finch", "Bright Moss", "Copper Wren", "Mild Otter")
WAYS = ("partner", "partner", "authority", "menu", "pal", "wall")
AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@cache
def the_exact(scenario: str = "saturday-friend") -> ScoringModel:
    """A shipped scenario, ready to score."""
    return ScoringModel(playable(load_file(locations.find(scenario), a_rubric().moves)), a_rubric())


def a_play(exact: ScoringModel, seed: int, answers: Sequence[str] = (), **changes: object) -> ScoredPlay:
    """One play by an archetype that now and then picks at random."""
    dice = random.Random(seed)
    way = player(exact.rubric, WAYS[seed % len(WAYS)])
    chosen = played(exact, lambda options: dice.choice(options) if dice.random() < 0.45 else way(options))
    card = score(exact, chosen)
    scenario = exact.story.scenario
    session = f"{seed:032x}"
    events: list[Event] = [
        Begun(
            0,
            AT,
            session,
            scenario.id,
            scenario.title,
            scenario.fingerprint,
            exact.rubric.fingerprint,
            1,
            Mode.PRACTICE,
        )
    ]
    events += [Chosen(n, AT, c.node, c.option, (c.option,), 4000) for n, c in enumerate(card.choices, 1)]
    if answers:
        asked = tuple(Answer(q, a) for q, a in zip(["Say it your way.", *scenario.reflection], answers, strict=False))
        events.append(Reflected(len(events), AT, asked))
    if card.ending:
        events.append(Finished(len(events), AT, card.ending.id, {}))
    journal = Journal(Path(f"{session}.jsonl"), events[0], tuple(events), ())  # type: ignore[arg-type]
    name = f"{NAMES[seed % len(NAMES)]} {seed:02}"
    play = ScoredPlay(
        session,
        session,
        name,
        None,
        None,
        scenario.id,
        scenario.title,
        AT + timedelta(minutes=seed),
        True,
        card,
        journal,
    )
    return replace(play, **changes)  # type: ignore[arg-type]


def played_on(play: ScoredPlay, parent: ScoredPlay, turn: int) -> ScoredPlay:
    """The play, as if it had gone on from a turn of another."""
    begun = replace(play.journal.begun, branched_from=parent.session, branched_at=turn)
    return replace(play, journal=replace(play.journal, begun=begun, events=(begun, *play.journal.events[1:])))


@cache
def a_class(size: int = 30, scenario: str = "saturday-friend") -> tuple[ScoredPlay, ...]:
    """A class of this size; every third has answered the open questions."""
    exact = the_exact(scenario)
    answers = ("I would say: it is a bit odd, shall we talk first?", "The fee. I went vague.", "My sister. Start slow.")
    return tuple(a_play(exact, seed, answers if seed % 3 == 0 else ()) for seed in range(size))


@cache
def class_figures(size: int = 30, scenario: str = "saturday-friend") -> ClassFigures:
    """The figures of `a_class`."""
    return count(a_class(size, scenario), the_exact(scenario))


def count(plays: Sequence[ScoredPlay], exact: ScoringModel) -> ClassFigures:
    """The figures of these plays."""
    return figures(merge(Sums.of(play.journal, exact) for play in plays), exact)


if __name__ == "__main__":
    from tests.debrief.as_files import main

    main()
