"""Stories whose every play is counted by hand, and journals of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.play.events import Begun, Chosen, Mode
from game.play.journal import Journal
from game.rubric.archetypes import played, player
from game.rubric.scoring_model import ScoringModel
from game.story.engine import advance, choose, jumps, open_options, start
from game.testing import an_exact
from tests.debrief.a_class import AT

MOVES = ("names_dual_role", "brushes_off_awkwardness", "sets_frame", "takes_over", "menu_dump", "acts_on_report")


def a_node(name: str, *ways: str, ends: bool = False) -> str:
    """A node whose options lead to these places, each with a move of its own."""
    if ends:
        return f"  {name}: {{place: cafe, frame: social, ending: {{kind: good, title: {name}, text: Done.}}}}\n"
    rows = [f"  {name}:\n    place: cafe\n    frame: therapeutic\n    options:\n"]
    for i, way in enumerate(ways):
        move = MOVES[(i + len(name)) % len(MOVES)]
        rows.append(f"      - {{id: {name}-{i}, say: I would say number {i}., moves: [{move}], ")
        rows.append(f"client: {{trust: {(-1) ** i}}}, goto: {way}}}\n")
    return "".join(rows)


def story(*nodes: str) -> ScoringModel:
    """These nodes, ready to score; all meet in the endings `fine` and `over`."""
    return an_exact("nodes:\n" + "".join(nodes) + a_node("fine", ends=True) + a_node("over", ends=True))


STORIES = {  # small, so that every class can be tried
    "one decision": story(a_node("first", "fine", "fine", "over", "over")),
    "a rare way of its own": story(
        a_node("first", "b", "b", "c"), a_node("b", "fine", "over"), a_node("c", "fine", "over")
    ),
    "two in a row": story(a_node("first", "b", "b"), a_node("b", "fine", "fine", "over")),
    "each option its own ending": story(a_node("first", "fine", "over")),
    "a long way round": story(a_node("first", "b", "fine"), a_node("b", "c", "fine"), a_node("c", "fine", "over")),
}


MEMORY = an_exact(  # what was chosen first decides where some later ways lead, and one of them is a hard limit
    """
    nodes:
      first:
        place: cafe
        frame: therapeutic
        options:
          - {id: odd, say: I would say it is odd., moves: [names_dual_role], sets: told, goto: middle}
          - {id: silly, say: Do not be silly., moves: [brushes_off_awkwardness], goto: middle}
          - {id: plan, say: Here is my plan., moves: [takes_over], sets: planned, goto: middle}
      middle:
        place: cafe
        frame: therapeutic
        options:
          - {id: ask, say: What would help?, moves: [elicits_goal], goto: [{when: {has: [told]}, to: side}, {to: last}]}
          - {id: menu, say: "One, two or three?", moves: [menu_dump], goto: last}
          - id: tell
            say: She comes to me too.
            moves: [discloses_client]
            goto: [{when: {has: [planned]}, to: side}, {to: last}]
      side:
        place: cafe
        frame: therapeutic
        options:
          - {id: wait, say: I can wait., moves: [sets_frame], goto: last}
          - {id: push, say: Now then., moves: [takes_over], goto: last}
      last:
        place: cafe
        frame: therapeutic
        options:
          - id: again
            say: Shall we again?
            moves: [elicits_goal]
            goto: [{when: {has: [told]}, to: fine}, {to: over}]
          - {id: enough, say: That is enough., moves: [takes_over], goto: over}
          - {id: hats, say: Two hats here., moves: [names_dual_role], goto: fine}
      fine: {place: cafe, frame: social, ending: {kind: good, title: Fine, text: Done.}}
      over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: Done.}}
    """
)


def all_ways(exact: ScoringModel, unfinished: bool = False) -> Iterator[tuple[str, ...]]:
    """The option ids of every play; with `unfinished`, of every beginning of one too."""
    waiting = [((), start(exact.story))]
    while waiting:
        chosen, here = waiting.pop()
        while jumps(exact.story, here):
            here = advance(exact.story, here)
        options = open_options(exact.story, here)
        if unfinished or not options:
            yield tuple(chosen)
        waiting += [((*chosen, o.id), choose(exact.story, here, o.id)) for o in options]  # type: ignore[misc]


def a_journal(exact: ScoringModel, chosen: Sequence[str]) -> Journal:
    """A journal of these choices; of the rest only what sums need."""
    begun = Begun(0, AT, "0" * 32, exact.story.scenario.id, "T", "f", "r", 1, Mode.PRACTICE)
    events = [Chosen(n, AT, "-", option, (option,), 1) for n, option in enumerate(chosen, 1)]
    return Journal(Path("x"), begun, (begun, *events), ())


def noisy_ways(exact: ScoringModel, size: int, seed: int) -> list[list[str]]:
    """Plays of a class: archetypes that now and then pick at random."""
    dice = random.Random(seed)
    codes = [*exact.rubric.archetypes, "partner"]
    found = []
    for _ in range(size):
        way = player(exact.rubric, dice.choice(codes))
        found.append(played(exact, lambda options: dice.choice(options) if dice.random() < 0.35 else way(options)))  # noqa: B023
    return found
