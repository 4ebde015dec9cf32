"""How a play came out on an axis, in plain words: what its name means, and which of the two was high and which low."""

from __future__ import annotations

from game.rubric.model import AXIS_POLES, Rubric
from game.rubric.naming import HIGH, lean_name
from game.rubric.score import PoleCount, Scorecard
from game.words import N_, _, in_quotes

NO_SCORE = N_("This play gives no path score here.")
GOOD = N_("This play came out {name}, and no hard limit was crossed.")
LEANED = N_("You leaned to {pole} in {chosen} of the {offered} decisions that offered it: {meaning}")
BOTH_WAYS = N_("You leaned both ways: to {one} in {chosen} of {offered} decisions, to {other} in {also} of {met}.")
NO_LEAN = N_("You leaned clearly to neither side, {one} or {other}.")
BOTH_HIGH = N_("{one} and {other} both came out high, at {high} or more of 100.")
ONE_HIGH = N_("{one} came out high, at {high} or more of 100, and {other} low.")
BOTH_LOW = N_("{one} and {other} both came out low, under {high} of 100.")
NOT_AFTER_A_LIMIT = N_("A hard limit was crossed, so it is not called {name}, however high both are.")
HIGH_ALL_THE_SAME = N_("Both can be high all the same: a lean counts how often, a score how much it cost in all.")


def came_out(card: Scorecard, rubric: Rubric, axis: str) -> str:
    """Returns the sentences that tell how a play came out on an axis."""
    name, parts = card.axes[axis].name, rubric.axes[axis].components
    first, second = (card.components[part].path for part in parts)
    if name is None or first is None or second is None:
        return _(NO_SCORE)
    leaned = next((pole for pole in AXIS_POLES[axis] if name == lean_name(rubric, pole)), None)
    told = [_named(card, rubric, axis, name, leaned)]
    one, other = (rubric.components[part].name for part in parts)
    high = [reading >= HIGH for reading in (first, second)]
    if not any(high):
        told.append(_(BOTH_LOW).format(one=one, other=other, high=HIGH))
    elif all(high):
        told.append(_(BOTH_HIGH).format(one=one, other=other, high=HIGH))
        told += [_(NOT_AFTER_A_LIMIT).format(name=in_quotes(rubric.axes[axis].earned))] if card.gates else []
        told += [_(HIGH_ALL_THE_SAME)] if leaned else []
    else:
        better, lesser = (one, other) if high[0] else (other, one)
        told.append(_(ONE_HIGH).format(one=better, other=lesser, high=HIGH))
    return " ".join(told)


def _named(card: Scorecard, rubric: Rubric, axis: str, name: str, leaned: str | None) -> str:
    """Returns what a name means, in a sentence."""
    one, other = AXIS_POLES[axis]
    if name == rubric.axes[axis].earned:
        return _(GOOD).format(name=in_quotes(name))
    if leaned:
        count, pole = card.poles[leaned], rubric.poles[leaned]
        return _(LEANED).format(pole=in_quotes(pole.name), meaning=pole.meaning, **_often(count))
    names = {"one": in_quotes(rubric.poles[one].name), "other": in_quotes(rubric.poles[other].name)}
    if name == rubric.naming.both_ways:
        also = card.poles[other]
        return _(BOTH_WAYS).format(**names, **_often(card.poles[one]), also=also.chosen, met=also.offered)
    return _(NO_LEAN).format(**names)


def _often(count: PoleCount) -> dict[str, int]:
    return {"chosen": count.chosen, "offered": count.offered}
