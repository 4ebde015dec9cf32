"""The choices that weighed most in a play: the one rule that every face tells them by.

Exact: a gain is the difference of two axis scores, and those are the scorecard's own, before they are rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.rubric.chance import square_root
from game.rubric.model import COMPONENTS
from game.rubric.scoring_model import ScoringModel, at_stake
from game.scenario.model import Option
from game.story.engine import Story, advance, choose, ending, jumps, open_options, start
from game.story.position import Position

MOST = 3
_NONE, _WHOLE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Improvement:
    """A choice that weighed on a play: its turn (from 1) and node, what was chosen, the better option that was open
    there, the axis that this would have raised, by how much (a share, 0–1, of that axis's path score), and which of the
    axis's components it earns most points more for (the first, where that is the same)."""

    turn: int
    node: str
    chosen: str
    better: str
    axis: str
    gain: Fraction
    component: str


def weighed_most(exact: ScoringModel, option_ids: Sequence[str], most: int = MOST) -> tuple[Improvement, ...]:
    """Returns the choices that weighed most in a play, the heaviest first: at most `most`, and none for a play that
    has not ended. Raises OptionUnavailable when the play cannot have chosen these options.

    At each turn, every other option that was open there is put in place of the choice, all other choices and what they
    were worth kept as they are. A locked option was not open; one that crosses a hard limit, leans to a pole or opens a
    rupture is never proposed, and nothing is proposed in place of a choice that mended what had broken before.

    For a component that was at stake there, the sum of points changes by the difference of the two, the count stays,
    and the share is where the mean then lies between the lowest and the highest mean of any complete play, held to 0–1,
    since these choices together need not be a play. A gain is what this adds to an axis's path score.

    A turn's gain is its largest, over options and axes. Where gains are the same, that comes first which adds more to
    the other axis, then the option, then the axis that stands first with its author. A turn that gains nothing is left
    out, and turns that gain the same stand in the order in which they were played.

    Example: client power and responsibility were at stake in two turns, and their means can lie between -2 and 2. The
    choices were worth (+2, 0) and (-2, 0): means 0 and 0, shares ½ and ½, shared power √(½ × ½) = 50. With an option
    worth (+2, +1) in the second turn it is √(1 × ⅝) = 79. In the first turn nothing better was open. So turn 2 alone
    weighed, by 29 points.
    """
    turns, ended = _turns(exact, option_ids)
    if not ended:
        return ()
    found = [weighed for turn in turns if not turn.mends and (weighed := _best_at(exact, turn, turns)) is not None]
    return tuple(sorted(found, key=lambda weighed: -weighed.gain)[:most])


@dataclass(frozen=True, slots=True)
class _Turn:
    """A choice, the options that were open, which components were at stake, and whether it mended a rupture."""

    number: int
    node: str
    chosen: Option
    open: tuple[Option, ...]
    stake: tuple[bool, bool, bool, bool]
    mends: bool


def _turns(exact: ScoringModel, option_ids: Sequence[str]) -> tuple[list[_Turn], bool]:
    """Returns the turns of a play, and whether it came to an ending."""
    story, turns, broken = exact.story, list[_Turn](), set[str]()
    position = _settled(story, start(story))
    for number, name in enumerate(option_ids, 1):
        options = open_options(story, position)
        after = choose(story, position, name)
        chosen = next(option for option in options if option.id == name)
        stake = at_stake([exact.weights[option.id].vector for option in options])
        turns.append(_Turn(number, position.node, chosen, options, stake, chosen.repairs in broken))
        broken |= {chosen.opens} if chosen.opens else set()
        position = _settled(story, after)
    return turns, ending(story, position) is not None


def _settled(story: Story, position: Position) -> Position:
    while jumps(story, position):
        position = advance(story, position)
    return position


def _best_at(exact: ScoringModel, turn: _Turn, turns: Sequence[_Turn]) -> Improvement | None:
    """Returns what would have been better at a turn; None where nothing would."""
    before = {axis: _path_score(exact, axis, turns) for axis in exact.rubric.axes}
    found: list[tuple[Fraction, Fraction, Improvement]] = []
    for option in turn.open:
        weight = exact.weights[option.id]
        if option.id == turn.chosen.id or weight.gates or weight.poles or option.opens:
            continue
        after = {axis: _path_score(exact, axis, turns, turn, option) for axis in before}
        gains = {
            axis: score - was for axis, was in before.items() if was is not None and (score := after[axis]) is not None
        }
        for axis, gain in gains.items():
            component = _most_raised(exact, axis, turn.chosen, option)
            weighed = Improvement(turn.number, turn.node, turn.chosen.id, option.id, axis, gain, component)
            found.append((gain, sum(gains.values()) - gain, weighed))
    gain, _, best = max(found, key=lambda one: one[:2], default=(_NONE, _NONE, None))
    return best if gain > 0 else None


def _most_raised(exact: ScoringModel, axis: str, chosen: Option, better: Option) -> str:
    """Returns the component of an axis that one option earns most points more for than another."""
    was, would = exact.weights[chosen.id].vector, exact.weights[better.id].vector
    more = dict(zip(COMPONENTS, (after - before for before, after in zip(was, would, strict=True)), strict=True))
    return max(exact.rubric.axes[axis].components, key=more.__getitem__)


def _path_score(
    exact: ScoringModel, axis: str, turns: Sequence[_Turn], at: _Turn | None = None, instead: Option | None = None
) -> Fraction | None:
    """Returns the path score (0–1) of an axis, with another option in place of the choice at one turn.

    None where the play put one of its components never at stake: what stands in another's place does not change that.
    """
    both = _WHOLE
    for name in exact.rubric.axes[axis].components:
        index, extent = COMPONENTS.index(name), exact.extents[name]
        met = [instead if turn is at and instead else turn.chosen for turn in turns if turn.stake[index]]
        total = sum(exact.weights[option.id].vector[index] for option in met)
        share = extent.share(Fraction(total, len(met))) if extent is not None and met else None
        if share is None:
            return None
        both *= min(max(share, _NONE), _WHOLE)
    return square_root(both)
