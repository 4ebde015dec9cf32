"""A play's choices as a Scorecard: the same choices always give the same card.

Two readings of a component (0–100): *moment*, what could be done at the decisions met, and *path*, where the
mean lies between the lowest and highest mean of any complete play. An axis is the geometric mean of its two
components, so that strength in one never covers for the other. Source: the domain brief, section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.rubric.gates import GateEvent, gate_events
from game.rubric.model import COMPONENTS, POLES, Vector
from game.rubric.naming import earned_name
from game.rubric.scoring_model import ScoringModel, at_stake, square_root
from game.scenario.model import ClientState, Line, Node, Option, RuptureKind, Scenario
from game.story.engine import Story, advance, choose, ending, jumps, open_options, reply, start, view
from game.story.position import Position


@dataclass(frozen=True, slots=True)
class Score:
    """Scores 0–100 of a component or axis; None where the play or the scenario gives no ground for one."""

    moment: float | None
    path: float | None
    chance: float | None


@dataclass(frozen=True, slots=True)
class AxisReading(Score):
    """An axis's scores, and the name that the play has earned on it."""

    name: str | None = None


@dataclass(frozen=True, slots=True)
class PoleCount:
    """How often a pole was chosen, and at how many decisions it was on offer."""

    chosen: int
    offered: int


@dataclass(frozen=True, slots=True)
class ChoiceRecord:
    """One choice with everything a debrief needs: turns count from 1, states are after the choice.

    `heard` is what stood before the choice, the answer to the last one included. `thinks` is what others thought
    from there to the answer, and at the last turn up to the ending: each thought stands in one record.
    """

    turn: int
    node: str
    place: str
    option: str
    say: str
    moves: tuple[str, ...]
    vector: Vector
    low: Vector
    high: Vector
    at_stake: tuple[bool, bool, bool, bool]
    poles: tuple[str, ...]
    poles_offered: tuple[str, ...]
    gates: tuple[str, ...]
    state: ClientState
    thinks: tuple[str, ...]
    feedback: str | None
    instead: str | None
    heard: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RuptureEvent:
    """A break in the bond, with the turn it opened in and the turn it was repaired in, if it was."""

    id: str
    kind: RuptureKind
    what: str
    opened: int
    repaired: int | None


@dataclass(frozen=True, slots=True)
class EndingReached:
    """The ending that a play came to, as it was told; `outcome` is what it came to for the other person."""

    id: str
    kind: str
    title: str
    text: str
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything a play came to; figures are 0–100, rounded to one place."""

    scenario: str
    title: str
    complete: bool
    ending: EndingReached | None
    components: dict[str, Score]
    axes: dict[str, AxisReading]
    poles: dict[str, PoleCount]
    gates: tuple[GateEvent, ...]
    ruptures: tuple[RuptureEvent, ...]
    choices: tuple[ChoiceRecord, ...]


def score(exact: ScoringModel, option_ids: Sequence[str], told: Story | None = None) -> Scorecard:
    """The card of a play that chose these options in order; raises OptionUnavailable when it cannot have.

    `told` is the same story in the words of this play, where those vary or are translated.
    """
    story = told or exact.story
    records, position = _records(exact, story, option_ids)
    found = ending(story, position)
    ended = EndingReached(position.node, found.kind.value, found.title, found.text, found.outcome) if found else None
    components = {
        name: _component(exact, records, index, complete=ended is not None) for index, name in enumerate(COMPONENTS)
    }
    poles = {pole: _pole(records, pole) for pole in POLES}
    options = {o.id: o for node in story.scenario.nodes.values() for o in node.options or ()}
    gates = gate_events(exact.rubric, exact.story.harms, [(r.node, options[r.option]) for r in records])
    return Scorecard(
        scenario=story.scenario.id,
        title=story.scenario.title,
        complete=ended is not None,
        ending=ended,
        components={name: _rounded(found) for name, found in components.items()},
        axes={name: _axis(exact, name, components, poles, bool(gates)) for name in exact.rubric.axes},
        poles=poles,
        gates=gates,
        ruptures=_ruptures(story.scenario, records),
        choices=tuple(records),
    )


def _records(exact: ScoringModel, story: Story, option_ids: Sequence[str]) -> tuple[list[ChoiceRecord], Position]:
    records: list[ChoiceRecord] = []
    position = start(story)
    heard, position = _to_decision(story, position)
    thoughts = heard
    for turn, option_id in enumerate(option_ids, 1):
        offered = open_options(story, position)
        after = choose(story, position, option_id)
        option = next(o for o in offered if o.id == option_id)
        answer = reply(story, option, after)
        rest, settled = _to_decision(story, after)
        node = story.scenario.nodes[position.node]
        ended = story.scenario.nodes[settled.node].ending is not None
        thoughts = (*thoughts, *answer, *(rest if ended else ()))
        thinks = tuple(line.text for line in thoughts if line.private)
        records.append(_record(exact, turn, position.node, node, option, offered, after, heard, thinks))
        heard, thoughts, position = (*answer, *rest), rest, settled
    return records, position


def _to_decision(story: Story, position: Position) -> tuple[tuple[Line, ...], Position]:
    """The lines on the way to the next decision or ending, and where that is."""
    lines = view(story, position).lines
    while jumps(story, position):
        position = advance(story, position)
        lines += view(story, position).lines
    return lines, position


def _record(
    exact: ScoringModel,
    turn: int,
    node_id: str,
    node: Node,
    option: Option,
    offered: Sequence[Option],
    after: Position,
    heard: tuple[Line, ...],
    thinks: tuple[str, ...],
) -> ChoiceRecord:
    weights = [exact.weights[o.id] for o in offered]
    vectors = [w.vector for w in weights]
    mine = exact.weights[option.id]
    columns = list(zip(*vectors, strict=True))
    return ChoiceRecord(
        turn=turn,
        node=node_id,
        place=node.place,
        option=option.id,
        say=option.say or option.do or "",
        moves=option.moves,
        vector=mine.vector,
        low=tuple(min(c) for c in columns),
        high=tuple(max(c) for c in columns),
        at_stake=at_stake(vectors),
        poles=tuple(p for p in POLES if p in mine.poles),
        poles_offered=tuple(p for p in POLES if any(p in w.poles for w in weights)),
        gates=mine.gates,
        state=ClientState(after.trust, after.ease, after.voice),
        thinks=thinks,
        feedback=option.feedback,
        instead=option.instead,
        heard=tuple(line for line in heard if not line.private),
    )


@dataclass(frozen=True, slots=True)
class _Shares:
    """A component's readings as exact shares, 0–1."""

    moment: Fraction | None
    path: Fraction | None
    chance: Fraction | None


def _component(exact: ScoringModel, records: Sequence[ChoiceRecord], index: int, complete: bool) -> _Shares:
    met = [r for r in records if r.at_stake[index]]
    room = sum(r.high[index] - r.low[index] for r in met)
    moment = Fraction(sum(r.vector[index] - r.low[index] for r in met), room) if room else None
    extent = exact.extents[COMPONENTS[index]]
    path = None
    if complete and met and extent is not None:
        path = extent.share(Fraction(sum(r.vector[index] for r in met), len(met)))
    return _Shares(moment, path, exact.chance_levels[COMPONENTS[index]])


def _axis(
    exact: ScoringModel, name: str, components: dict[str, _Shares], poles: dict[str, PoleCount], crossed: bool
) -> AxisReading:
    one, two = (components[c] for c in exact.rubric.axes[name].components)
    moment, path = _both(one.moment, two.moment), _both(one.path, two.path)
    counts = {pole: (count.chosen, count.offered) for pole, count in poles.items()}
    earned = earned_name(exact.rubric, name, (one.path, two.path), counts, crossed)
    return AxisReading(_points(moment), _points(path), _points(exact.chance_levels[name]), earned)


def _both(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    return square_root(one * two) if one is not None and two is not None else None


def _rounded(shares: _Shares) -> Score:
    return Score(_points(shares.moment), _points(shares.path), _points(shares.chance))


def _points(share: Fraction | None) -> float | None:
    """A share as points of a hundred, to one place, halves up: exact until here."""
    return None if share is None else int(share * 1000 + Fraction(1, 2)) / 10


def _pole(records: Sequence[ChoiceRecord], pole: str) -> PoleCount:
    offered = [r for r in records if pole in r.poles_offered]
    return PoleCount(sum(pole in r.poles for r in offered), len(offered))


def _ruptures(scenario: Scenario, records: Sequence[ChoiceRecord]) -> tuple[RuptureEvent, ...]:
    options = {o.id: o for n in scenario.nodes.values() for o in n.options or ()}
    opened: dict[str, int] = {}
    mended: dict[str, int] = {}
    for record in records:
        option = options[record.option]
        if option.opens is not None:
            opened.setdefault(option.opens, record.turn)
        if option.repairs in opened and option.repairs is not None:
            mended.setdefault(option.repairs, record.turn)
    return tuple(
        RuptureEvent(name, scenario.ruptures[name].kind, scenario.ruptures[name].what, turn, mended.get(name))
        for name, turn in opened.items()
    )
