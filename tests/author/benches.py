"""Scenarios on the bench from a text, for the tests of the author's tools."""

from __future__ import annotations

from game.author.bench import Bench
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import playable
from game.testing import SMALL, a_rubric, loaded


def a_bench(text: str = SMALL) -> Bench:
    """The scenario in the text, with its document."""
    read = loaded(text)
    return Bench("a-story", read.document, read.diagnostics, ScoringModel(playable(read), a_rubric()))


# two decisions, a lock, an option nobody can choose and a node nobody can come to
CLOSED = """
nodes:
  first:
    place: cafe
    frame: workplace
    options:
      - {id: open-up, say: "Open up.", moves: [sets_frame], sets: told, goto: second}
      - {id: keep-quiet, say: "Keep quiet.", moves: [skips_frame], goto: second}
      - {id: too-eager, say: "Eager.", when: {trust: ">= 9"}, goto: never}
  second:
    place: cafe
    frame: workplace
    options:
      - {id: go-on, say: "Go on.", moves: [names_dual_role], needs: {has: [told]}, locked: "Not yet.", goto: over}
      - {id: leave-it, say: "Leave it.", moves: [brushes_off_awkwardness], goto: left}
  never: {place: cafe, frame: social, goto: over}
  over: {place: cafe, frame: social, ending: {kind: best, title: Over, text: It is over.}}
  left: {place: cafe, frame: social, ending: {kind: poor, title: Left, text: It was left.}}
"""
