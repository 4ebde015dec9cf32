"""A class made by hand for looking at pages: noisy archetypes play, and plain counting makes the figures.

The counting here is naive on purpose; what it may show is `game.debrief.figures`' business and tested there.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from math import log
from pathlib import Path

from game import library
from game.debrief.model import (
    Edge,
    EndingFigures,
    Figures,
    Fork,
    ForkKind,
    Minority,
    NodeFigures,
    OptionFigures,
    Play,
    Point,
    PoleFigures,
    RuptureFigures,
    Spot,
    TracePoint,
)
from game.play.events import Answer, Begun, Chosen, Event, Finished, Mode, Reflected
from game.play.journal import Journal
from game.rubric.archetypes import played, player, profiles
from game.rubric.exact import Exact
from game.rubric.model import COMPONENTS
from game.rubric.score import score
from game.scenario.load import load_file, playable
from game.scenario.model import Option
from game.story.engine import Story
from tests.builders import a_rubric

NAMES = ("Amber Heron", "Quiet Larch", "Slate Finch", "Bright Moss", "Copper Wren", "Mild Otter")
WAYS = ("partner", "partner", "authority", "menu", "pal", "wall")
AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@cache
def the_exact(scenario: str = "saturday-friend") -> Exact:
    """A shipped scenario, ready to score."""
    return Exact(Story(playable(load_file(library.find(scenario), a_rubric().moves))), a_rubric())


def a_play(exact: Exact, seed: int, answers: Sequence[str] = (), **changes: object) -> Play:
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
    name = f"{NAMES[seed % len(NAMES)]} {seed}"
    play = Play(
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


@cache
def a_class(size: int = 30, scenario: str = "saturday-friend") -> tuple[Play, ...]:
    """A class of this size; every third has answered the open questions."""
    exact = the_exact(scenario)
    answers = ("I would say: it is a bit odd, shall we talk first?", "The fee. I went vague.", "My sister. Start slow.")
    return tuple(a_play(exact, seed, answers if seed % 3 == 0 else ()) for seed in range(size))


@cache
def class_figures(size: int = 30, scenario: str = "saturday-friend") -> Figures:
    """The figures of `a_class`, counted plainly; cells under three pooled."""
    return count(a_class(size, scenario), the_exact(scenario))


def count(plays: Sequence[Play], exact: Exact) -> Figures:
    """The figures of these plays."""
    cards = [p.card for p in plays if p.card]
    scenario = exact.story.scenario
    chosen = Counter((c.node, c.option) for card in cards for c in card.choices)
    edges: Counter[tuple[str, str, str]] = Counter()
    for card in cards:
        ends = [c.node for c in card.choices[1:]] + [card.ending.id if card.ending else ""]
        edges.update((c.node, c.option, to) for c, to in zip(card.choices, ends, strict=True))
    nodes = tuple(_node(exact, name, node.options, chosen) for name, node in scenario.nodes.items() if node.options)
    endings = Counter(card.ending.id for card in cards if card.ending)
    known = [n for n in nodes if n.divided is not None]
    forks = sorted(known, key=lambda n: -(n.divided or 0))
    turns = max(len(card.choices) for card in cards)
    return Figures(
        scenario=scenario.id,
        title=scenario.title,
        plays=len(plays),
        complete=len(cards),
        unscored=None,
        nodes=nodes,
        edges=tuple(Edge(a, b, c, n if n >= 3 else None) for (a, b, c), n in sorted(edges.items())),
        endings=tuple(
            EndingFigures(
                name, node.ending.kind.value, node.ending.title, endings[name] if endings[name] >= 3 else None
            )
            for name, node in scenario.nodes.items()
            if node.ending
        ),
        endings_others=sum(n for n in endings.values() if n < 3),
        points={axis: _points(cards, exact.rubric.axes[axis].components) for axis in exact.rubric.axes},
        chance={
            axis: Spot(*(float(exact.chance_levels[c] or 0) * 100 for c in exact.rubric.axes[axis].components))
            for axis in exact.rubric.axes
        },
        archetypes={
            code: {
                axis: Spot(*(card.components[c].path or 0 for c in exact.rubric.axes[axis].components))
                for axis in exact.rubric.axes
            }
            for code, card in profiles(exact).items()
        },
        trace=tuple(
            _turn(turn, [c.choices[turn - 1].state for c in cards if len(c.choices) >= turn])
            for turn in range(1, turns + 1)
        ),
        poles={
            pole: PoleFigures(sum(c.poles[pole].chosen for c in cards), sum(c.poles[pole].offered for c in cards))
            for pole in exact.rubric.poles
        },
        ruptures=tuple(_rupture(cards, name, r.kind.value, r.what) for name, r in scenario.ruptures.items()),
        forks=(
            (Fork(ForkKind.DIVIDED, forks[0].node), Fork(ForkKind.ONE_AXIS, forks[1].node, "shared_power"))
            if len(forks) > 1
            else ()
        ),
        minority=_minority(forks, exact),
    )


def _minority(forks: Sequence[NodeFigures], exact: Exact) -> Minority | None:
    for node in forks:
        for option in node.options:
            if option.count is not None and node.n and option.count <= node.n // 5:
                did = tuple(exact.rubric.moves[m].did for m in _option(exact, option.option).moves)
                return Minority(node.node, option.option, option.say, option.count, node.n, did)
    return None


def _option(exact: Exact, name: str) -> Option:
    return next(o for n in exact.story.scenario.nodes.values() for o in n.options or () if o.id == name)


def _node(exact: Exact, name: str, options: Sequence[Option], chosen: Counter[tuple[str, str]]) -> NodeFigures:
    node = exact.story.scenario.nodes[name]
    counts = [chosen[name, o.id] for o in options]
    n = sum(counts)
    small = n < 3
    rows = tuple(
        OptionFigures(
            o.id,
            o.words,
            None if c < 3 else c,
            None if c < 3 else 100 * c / n,
            dict.fromkeys(COMPONENTS, 50.0) | {COMPONENTS[1]: None},
            dict.fromkeys(exact.rubric.axes, 0.21),
            dict.fromkeys(exact.rubric.axes, (20.0, 30.0, 50.0)),
            c < 3,
        )
        for o, c in zip(options, counts, strict=True)
    )
    shares = [c / n for c in counts if c] if n else []
    divided = -sum(s * log(s) for s in shares) / log(len(options)) if len(options) > 1 else 0.0
    pooled = sum(c for c in counts if c < 3)
    return NodeFigures(
        node=name,
        place=node.place,
        n=None if small else n,
        options=rows,
        others=None if small or not pooled else pooled,
        others_share=None if small or not pooled else 100 * pooled / n,
        lines=tuple(line.text for line in node.lines if not line.private)[-2:],
        thinks=tuple(line.text for line in node.lines if line.private),
        divided=None if small else divided,
        axis_split={"shared_power": 0.3},
        items_hidden=n < 20,
        provisional=n < 100,
        hidden=small,
    )


def _points(cards: Sequence[object], components: tuple[str, str]) -> tuple[Point, ...]:
    one, two = components
    found = Counter(
        (round((c.components[one].path or 0) / 5) * 5, round((c.components[two].path or 0) / 5) * 5)  # type: ignore[attr-defined]
        for c in cards
    )
    return tuple(Point(x, y, n) for (x, y), n in sorted(found.items()))


def _turn(turn: int, states: Sequence[object]) -> TracePoint:
    def mean(part: str) -> float:
        return round(2 * sum(getattr(s, part) for s in states) / len(states)) / 2

    return TracePoint(turn, len(states), mean("trust"), mean("ease"), mean("voice"))


def _rupture(cards: Sequence[object], name: str, kind: str, what: str) -> RuptureFigures:
    found = [r for c in cards for r in c.ruptures if r.id == name]  # type: ignore[attr-defined]
    late = [r.repaired - r.opened for r in found if r.repaired]
    opened = len(found) if len(found) >= 3 else None
    mended = len(late) if len(late) >= 3 else None
    return RuptureFigures(name, kind, what, opened, mended, sum(late) / len(late) if mended else None)
