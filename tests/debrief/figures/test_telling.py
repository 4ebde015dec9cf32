"""What a page would show of one choice more or fewer."""

from __future__ import annotations

from game.debrief.figures.flows import Flows, Ways
from game.debrief.figures.hidden_cells import HiddenCells
from game.debrief.figures.telling import PageTelling

FREE = (0, ())
AWAY = (14, (("node", "here"),))
WAYS = Ways(("here", "there", "elsewhere"), ({"a": 1, "b": 1, "c": 1}, {}, {}), frozenset(["there", "elsewhere"]))


def page(*, in_steps: bool = True, **hidden: object) -> PageTelling:
    """A page on which one decision counts 14, 6 and 4."""
    cells = HiddenCells(**hidden)  # type: ignore[arg-type]
    counts = {("a", "there"): 8, ("a", "elsewhere"): 6, ("b", "there"): 6, ("c", "there"): 4}
    flows = Flows(WAYS, 24, 24, {("here", *way): count for way, count in counts.items()})
    return PageTelling(flows, cells, in_steps=in_steps)


def test_a_choice_more_or_fewer_does_not_show_within_its_step() -> None:
    told = page(about={"here"})
    assert told.more("here", "a") == (AWAY,)  # 14 is the last of its step
    assert told.less("here", "a") == (FREE,)
    assert told.more("here", "b") == (FREE,)  # 6 is the first of its
    assert told.less("here", "b") == (AWAY,)


def test_an_exact_count_can_be_told_in_steps_where_that_helps() -> None:
    assert page().more("here", "b") == ((6, (("about", "here"),)),)
    assert page().more("here", "a") == (AWAY,)
    assert page(in_steps=False).more("here", "b") == (AWAY,)
    assert page(nodes={"here"}).more("here", "a") == (FREE,)


def test_options_of_one_pool_are_told_as_one() -> None:
    one, two = ("here", "b", "there"), ("here", "c", "there")
    assert page(pooled={("here", "b"), ("here", "c")}).both(one, two) == (FREE,)
    assert page(pooled={("here", "c")}).both(one, two)[0] == (3, (("option", "here", "b"),))


def test_the_way_that_a_shown_option_led_shows_where_it_branches() -> None:
    one, two = ("here", "a", "there"), ("here", "a", "elsewhere")
    assert page().both(one, two) == ((2, (("edge", *one), ("edge", *two))),)
    assert page(edges={one, two}).both(one, two) == (FREE,)
    assert page().both(one, one) == (FREE,)
