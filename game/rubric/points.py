"""What an option is worth where it stands: its moves' vectors, re-keyed by frame and capacity, summed, clamped, and
held under the ceilings of the poles that it leans to.

Source of the rules: the project's domain brief, section 3, rule 1 (MITI-style behaviour counts), and the brief on the
judge, section 2, rule 1 (what a paternalist option may earn).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rubric.ceilings import FLOOR, ceiling
from game.rubric.model import CLINICAL, COMPONENTS, ROLE, Move, Rubric, Vector
from game.scenario.model import Node, Option


@dataclass(frozen=True, slots=True)
class Weight:
    """An option weighed: points [R, A, C, K], the poles it leans to, the moves that cross a gate."""

    vector: Vector
    poles: frozenset[str]
    gates: tuple[str, ...]


def weigh(rubric: Rubric, node: Node, option: Option) -> Weight:
    """Returns the weight of an option at a node."""
    vectors = [move_vector(rubric, node, move) for move in option.moves]
    sums = [sum(points) for points in zip(*vectors, strict=True)] or [0, 0, 0, 0]
    poles = frozenset(pole for code in option.moves if (pole := rubric.moves[code].pole))
    vector = tuple(
        max(FLOOR, min(ceiling(rubric, node, poles, name), points))
        for name, points in zip(COMPONENTS, sums, strict=True)
    )
    return Weight(vector, poles, tuple(code for code in option.moves if rubric.moves[code].gate))


def move_vector(rubric: Rubric, node: Node, code: str) -> Vector:
    """Returns one move's points here: capacity may give it others, a frame may take its clinical credit."""
    move: Move = rubric.moves[code]
    vector = list(move.vector)
    if (capacity := rubric.capacity.get(node.capacity)) and code in capacity.moves:
        vector = list(capacity.moves[code])
    if (frame := rubric.frames.get(node.frame)) and move.clinical:
        vector[ROLE] += frame.clinical_role
        vector[CLINICAL] = min(vector[CLINICAL], frame.clinical_responsibility_most)
    return (vector[0], vector[1], vector[2], vector[3])
