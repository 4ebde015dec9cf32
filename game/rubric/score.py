"""A play's choices as a Scorecard: the same choices always give the same card.

Two readings of a component (0–100): *moment*, what could be done at the decisions met, and *path*, where the
mean lies between the lowest and highest mean of any complete play. An axis is the geometric mean of its two
components, so that strength in one never covers for the other. Source: the domain brief, section 3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from game.rubric.chance import square_root
from game.rubric.gates import GateEvent, gate_events
from game.rubric.model import AXIS_POLES, COMPONENTS, POLES, Vector
from game.rubric.naming import are_good, earned_name
from game.rubric.sample import HowGood
from game.rubric.scoring_model import ScoringModel, within
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
class Thought:
    """What somebody privately thought: their name as the player knows it, and the words."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class ChoiceRecord:
    """One choice with everything a debrief needs: turns count from 1, states are after the choice. Plays share it.

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
    thinks: tuple[Thought, ...]
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
    estimate: HowGood | None = None  # where figures are not exact


def score(exact: ScoringModel, option_ids: Sequence[str], told: Story | None = None) -> Scorecard:
    """Returns the card of a play that chose these options in order; raises OptionUnavailable when it cannot have.

    `told` is the same story in the words of this play, where those vary or are translated.
    """
    story = told or exact.story
    steps, end = _walked(exact, story, option_ids)
    found = ending(story, end)
    ended = EndingReached(end.node, found.kind.value, found.title, found.text, found.outcome) if found else None
    totals = tuple(map(sum, zip(*[step.adds for step in steps], strict=True))) or _NOTHING
    sums = {name: totals[4 * index : 4 * index + 4] for index, name in enumerate(COMPONENTS)}
    counts = {pole: totals[_POLES + 2 * i : _POLES + 2 * i + 2] for i, pole in enumerate(POLES)}
    gates = gate_events(exact.rubric, exact.story.harms, [(step.record.node, step.option) for step in steps])
    return Scorecard(
        scenario=story.scenario.id,
        title=story.scenario.title,
        complete=ended is not None,
        ending=ended,
        components={name: _component(exact, name, sums[name], ended is not None).score for name in COMPONENTS},
        axes={name: _axis(exact, name, sums, ended is not None, counts, bool(gates)) for name in exact.rubric.axes},
        poles={pole: PoleCount(*count) for pole, count in counts.items()},
        gates=gates,
        ruptures=_ruptures(story.scenario, [step.option for step in steps]),
        choices=tuple([step.record for step in steps]),
        estimate=exact.estimate,
    )


_POLES = 4 * len(COMPONENTS)  # where the counts of poles begin in what a step adds
_NOTHING = (0,) * (_POLES + 2 * len(POLES))
MOST_WALKED = 20_000  # steps of one telling that are remembered


class _Turn:
    """Where a play stands before a choice, what was heard and thought since the last one, and the steps taken from here
    so far. All plays of one telling that come here in the same turn by the same option share it."""

    __slots__ = ("heard", "number", "position", "steps", "thoughts")

    def __init__(self, number: int, position: Position, heard: tuple[Line, ...], thoughts: tuple[Line, ...]) -> None:
        self.number, self.position, self.heard, self.thoughts = number, position, heard, thoughts
        self.steps: dict[str, _Step] = {}


@dataclass(eq=False, slots=True)
class _Step:
    """A choice: its record, the option, what it adds to a play's totals, and where it leads.

    adds: of each component where it was at stake, one, the points above the least on offer, the room above that, and
    the points; then of each pole, whether it was chosen and offered
    """

    record: ChoiceRecord
    option: Option
    adds: tuple[int, ...]
    onward: _Turn


def _walked(exact: ScoringModel, story: Story, option_ids: Sequence[str]) -> tuple[list[_Step], Position]:
    """Returns the steps of a play and where they end."""
    known: dict[object, _Turn] = exact.walked.setdefault(story, {})
    if len(known) > MOST_WALKED:
        known.clear()
    if (here := known.get(None)) is None:
        heard, position = _to_decision(story, start(story))
        here = known[None] = _Turn(1, position, heard, heard)
    steps = []
    for option_id in option_ids:
        if (step := here.steps.get(option_id)) is None:
            step = here.steps[option_id] = _step(exact, story, here, option_id, known)
        steps.append(step)
        here = step.onward
    return steps, here.position


def _step(exact: ScoringModel, story: Story, here: _Turn, option_id: str, known: dict[object, _Turn]) -> _Step:
    """Returns a step that was not taken yet; raises OptionUnavailable where it cannot be."""
    offered = open_options(story, here.position)
    after = choose(story, here.position, option_id)
    option = next(o for o in offered if o.id == option_id)
    answer = reply(story, option, after)
    rest, settled = _to_decision(story, after)
    node = story.scenario.nodes[here.position.node]
    ended = story.scenario.nodes[settled.node].ending is not None
    thoughts = (*here.thoughts, *answer, *(rest if ended else ()))
    cast = story.scenario
    thinks = tuple(Thought(cast.name_of(line.speaker) or "", line.text) for line in thoughts if line.private)
    record = _record(exact, here.number, here.position.node, node, option, offered, after, here.heard, thinks)
    met = (here.number, option_id, after)
    if (onward := known.get(met)) is None:
        onward = known[met] = _Turn(here.number + 1, settled, (*answer, *rest), rest)
    return _Step(record, option, _adds(record), onward)


def _adds(record: ChoiceRecord) -> tuple[int, ...]:
    found: list[int] = []
    for mine, low, high, stake in zip(record.vector, record.low, record.high, record.at_stake, strict=True):
        found += (1, mine - low, high - low, mine) if stake else (0, 0, 0, 0)
    for pole in POLES:
        offered = pole in record.poles_offered
        found += (int(offered and pole in record.poles), int(offered))
    return tuple(found)


def _to_decision(story: Story, position: Position) -> tuple[tuple[Line, ...], Position]:
    """Returns the lines on the way to the next decision or ending, and where that is."""
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
    thinks: tuple[Thought, ...],
) -> ChoiceRecord:
    mine, together = exact.weights[option.id], exact.on_offer(offered)
    return ChoiceRecord(
        turn=turn,
        node=node_id,
        place=node.place,
        option=option.id,
        say=option.say or option.do or "",
        moves=option.moves,
        vector=mine.vector,
        low=together.low,
        high=together.high,
        at_stake=together.at_stake,
        poles=tuple([p for p in POLES if p in mine.poles]),
        poles_offered=together.poles,
        gates=mine.gates,
        state=ClientState(after.trust, after.ease, after.voice),
        thinks=thinks,
        feedback=option.feedback,
        instead=option.instead,
        heard=tuple(line for line in heard if not line.private),
    )


_Figure = TypeVar("_Figure")
Sums = tuple[int, ...]  # of a component: how often it was at stake, and what was earned there (`_Step.adds`)
MOST_FIGURED = 50_000  # sums of one scenario whose figures are remembered: many plays have the same


@dataclass(frozen=True, slots=True)
class _Component:
    """A component's readings: as exact shares (0–1), and as they are told."""

    moment: Fraction | None
    path: Fraction | None
    score: Score


def _figured(exact: ScoringModel, key: object, make: Callable[[], _Figure]) -> _Figure:
    """Returns a figure of a scenario, worked out once for all the plays that came to the same sums."""
    known: _Figure | None = exact.figured.get(key)
    if known is None:
        if len(exact.figured) >= MOST_FIGURED:
            exact.figured.clear()
        known = exact.figured[key] = make()
    return known


def _component(exact: ScoringModel, name: str, sums: Sums, complete: bool) -> _Component:
    def make() -> _Component:
        met, above, room, points = sums
        extent = exact.extents[name]
        moment = Fraction(above, room) if room else None
        path = within(extent.share(Fraction(points, met))) if complete and met and extent is not None else None
        return _Component(moment, path, Score(as_points(moment), as_points(path), as_points(exact.chance_levels[name])))

    return _figured(exact, (name, sums, complete), make)


def _axis(
    exact: ScoringModel, name: str, sums: dict[str, Sums], complete: bool, poles: dict[str, Sums], crossed: bool
) -> AxisReading:
    first, second = exact.rubric.axes[name].components

    def scores() -> tuple[float | None, float | None, bool | None]:
        one, two = _component(exact, first, sums[first], complete), _component(exact, second, sums[second], complete)
        moment, path = _both(one.moment, two.moment), _both(one.path, two.path)
        return as_points(moment), as_points(path), are_good(exact.rubric, one.path, two.path)

    moment, path, good = _figured(exact, (name, sums[first], sums[second], complete), scores)
    one, two = AXIS_POLES[name]
    earned = _figured(
        exact,
        (name, good, poles[one], poles[two], crossed),
        lambda: (earned_name(exact.rubric, name, good, poles, crossed),),
    )
    return AxisReading(moment, path, as_points(exact.chance_levels[name]), *earned)


def _both(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    return square_root(one * two) if one is not None and two is not None else None


def as_points(share: Fraction | None) -> float | None:
    """Returns a share (0–1) as points of a hundred, to one place, halves up: exact until here."""
    if share is None:
        return None
    return (2000 * share.numerator + share.denominator) // (2 * share.denominator) / 10


def _ruptures(scenario: Scenario, chosen: Sequence[Option]) -> tuple[RuptureEvent, ...]:
    opened: dict[str, int] = {}
    mended: dict[str, int] = {}
    for turn, option in enumerate(chosen, 1):
        if option.opens is not None:
            opened.setdefault(option.opens, turn)
        if option.repairs in opened and option.repairs is not None:
            mended.setdefault(option.repairs, turn)
    return tuple(
        RuptureEvent(name, scenario.ruptures[name].kind, scenario.ruptures[name].what, turn, mended.get(name))
        for name, turn in opened.items()
    )
