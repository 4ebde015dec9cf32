"""Scenarios that Hypothesis makes up, with all in them on which two writings of the rule could part: those of the
engine's own tests, with varying words, private thoughts, hard limits, and endings that turn after harm."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from game.scenario.model import Ending, EndingKind, Expression, Frame, Line, Node, Option, Scenario
from game.scenario.vary import usual
from game.testing import a_rubric
from tests.story.drawn import scenarios

GATES = sorted(a_rubric().gate_moves)
KINDS = st.sampled_from(EndingKind)


@st.composite
def richer(draw: st.DrawFn) -> Scenario:
    """A drawn scenario with harm, thoughts and words that vary."""
    scenario = draw(scenarios(least=2, most=8))
    harm = tuple(draw(st.lists(st.sampled_from(GATES), min_size=1, max_size=4, unique=True)))
    nodes = {name: _node(draw, name, node, harm) for name, node in scenario.nodes.items()}
    for name in ("healed", "hurt"):
        nodes[name] = Node(place="cafe", frame=Frame.SOCIAL, ending=Ending(draw(KINDS), name, f"{name} {{drink}}."))
    rifts = {name: replace(rupture, harm=harm) for name, rupture in scenario.ruptures.items()}
    return usual(replace(scenario, nodes=nodes, ruptures=rifts, varies={"drink": ("tea", "coffee", "milk")}))


def _node(draw: st.DrawFn, name: str, node: Node, harm: tuple[str, ...]) -> Node:
    thought = Line(
        "dana",
        f"{name}: not {{drink}}.",
        Expression.THINKS,
        draw(st.sampled_from(node.lines)).when if node.lines else None,
    )
    thinks = bool(node.lines) and draw(st.booleans())
    lines = (*node.lines, thought) if thinks else node.lines
    if node.ending is not None:
        names = st.sampled_from((None, "healed", "hurt"))
        ending = replace(node.ending, kind=draw(KINDS), mended=draw(names), unmended=draw(names), outcome="{drink}")
        return replace(node, lines=lines, ending=ending)
    return replace(node, lines=lines, options=node.options and tuple(_option(draw, o, harm) for o in node.options))


def _option(draw: st.DrawFn, option: Option, harm: tuple[str, ...]) -> Option:
    """The option, which does harm that can be mended, does harm that cannot, mends, or does none of these."""
    kind = draw(st.sampled_from(("mendable", "harm", "mends", "none", "none")))
    gates = {"mendable": harm, "harm": tuple(GATES)}.get(kind, ())
    moves = (*option.moves, draw(st.sampled_from(gates))) if gates else option.moves
    act = draw(st.booleans())
    return replace(
        option,
        say=None if act else "She said “no”, over her {drink}.",
        do="You pour the {drink}." if act else None,
        moves=tuple(dict.fromkeys(moves)),
        opens="rift" if kind == "mendable" else option.opens,
        repairs="rift" if kind == "mends" else option.repairs,
        feedback="{drink} again.",
    )
