"""Small scenarios drawn at random by Hypothesis: jumps, branches, locks, `once` ways back, clamped client state.

Every node that offers options has one that leads forward without any condition, and ways back are `once`,
so every play ends.
"""

from __future__ import annotations

from hypothesis import strategies as st

from game.scenario.model import (
    Bound,
    Branch,
    Capacity,
    ClientState,
    Condition,
    Ending,
    EndingKind,
    Frame,
    Line,
    Node,
    Option,
    Person,
    Rupture,
    RuptureKind,
    Scenario,
    StateChange,
    repaired,
)
from game.testing import a_rubric

FACTS = ("a", "b", "rift", repaired("rift"))
FEW = st.lists(st.sampled_from(FACTS), max_size=2, unique=True).map(tuple)
DELTA = st.integers(-3, 3)


@st.composite
def _bounds(draw: st.DrawFn) -> tuple[Bound, ...]:
    low = draw(st.integers(0, 7))
    return (Bound(draw(st.sampled_from(("trust", "ease", "voice"))), low, draw(st.integers(low, 10))),)


CONDITIONS = st.builds(Condition, has=FEW, lacks=FEW, bounds=st.one_of(st.just(()), _bounds()))
MAYBE = st.one_of(st.none(), CONDITIONS)
MOVES = st.lists(st.sampled_from(sorted(a_rubric().moves)), max_size=2).map(tuple)


@st.composite
def _ways(draw: st.DrawFn, index: int, last: int) -> tuple[Branch, ...]:
    """One or two branches that lead forward."""
    ahead = st.integers(index + 1, last).map(lambda i: f"n{i}")
    final = Branch(draw(ahead))
    return (Branch(draw(ahead), draw(CONDITIONS)), final) if draw(st.integers(0, 3)) == 0 else (final,)


@st.composite
def _option(draw: st.DrawFn, index: int, number: int, last: int) -> Option:
    back = number > 0 and index > 0 and draw(st.integers(0, 5)) == 0
    goto = (Branch(f"n{draw(st.integers(0, index))}"),) if back else draw(_ways(index, last))
    needs = draw(MAYBE) if number > 0 else None
    return Option(
        id=f"o{index}-{number}",
        goto=goto,
        say=f"Line {number}.",
        moves=draw(MOVES),
        client=StateChange(draw(DELTA), draw(DELTA), draw(DELTA)),
        sets=draw(st.lists(st.sampled_from(("a", "b")), max_size=1).map(tuple)),
        opens="rift" if draw(st.integers(0, 3)) == 0 else None,
        repairs="rift" if draw(st.integers(0, 3)) == 0 else None,
        when=draw(MAYBE) if number > 0 else None,
        needs=needs,
        locked="Not now." if needs else None,
        once=back or (number > 0 and draw(st.booleans())),
        reply=(Line("dana", f"Answer {number}.", when=draw(MAYBE)),),
    )


@st.composite
def _node(draw: st.DrawFn, index: int, last: int) -> Node:
    place: dict[str, object] = {
        "place": "cafe",
        "frame": draw(st.sampled_from(Frame)),
        "capacity": draw(st.sampled_from(Capacity)),
        "lines": (Line("dana", f"Here is {index}.", when=draw(MAYBE)),),
    }
    if index == last:
        return Node(**place, ending=Ending(EndingKind.MIXED, "Over", "It is over."))  # type: ignore[arg-type]
    if draw(st.integers(0, 5)) == 0:
        return Node(**place, goto=draw(_ways(index, last)))  # type: ignore[arg-type]
    options = tuple(draw(_option(index, number, last)) for number in range(draw(st.integers(1, 3))))
    return Node(**place, options=options)  # type: ignore[arg-type]


@st.composite
def scenarios(draw: st.DrawFn, most: int = 5, least: int = 1) -> Scenario:
    """A scenario of `least` to `most` nodes before its one ending."""
    last = draw(st.integers(least, most))
    # facts that options set must be known even where no drawn option sets them, as the checks see to
    known = Option(id="known", goto=(Branch(f"n{last}"),), say="Known.", sets=("a", "b"), opens="rift", repairs="rift")
    nodes = {f"n{index}": draw(_node(index, last)) for index in range(last + 1)}
    nodes["aside"] = Node(place="cafe", frame=Frame.SOCIAL, options=(known,))
    return Scenario(
        format=1,
        title="Drawn",
        summary="Drawn.",
        briefing="Drawn.",
        question="Drawn?",
        cast={"dana": Person("Dana", "she/her", "friend")},
        client="dana",
        client_state=ClientState(*(draw(st.integers(0, 10)) for _ in range(3))),
        start="n0",
        nodes=nodes,
        ruptures={"rift": Rupture(RuptureKind.WITHDRAWAL, "A rift.")},
        id="drawn",
        fingerprint="drawn",
    )
