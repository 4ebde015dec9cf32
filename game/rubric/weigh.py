"""What an option is worth where it stands: its moves' vectors, re-keyed by frame and capacity, summed, clamped.

Source of the rules: the project's domain brief, section 3, rule 1 (MITI-style behaviour counts).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rubric.model import CLINICAL, COMPONENTS, ROLE, Move, Rubric, Vector
from game.scenario.model import Node, Option

FLOOR, CEILING = -2, 2


@dataclass(frozen=True, slots=True)
class Weight:
    """An option weighed: points [R, A, C, K], the poles it leans to, the moves that cross a gate."""

    vector: Vector
    poles: frozenset[str]
    gates: tuple[str, ...]


def weigh(rubric: Rubric, node: Node, option: Option) -> Weight:
    """The weight of an option at a node."""
    vectors = [move_vector(rubric, node, move) for move in option.moves]
    rule = rubric.capacity.get(node.capacity)
    sums = [sum(points) for points in zip(*vectors, strict=True)] or [0, 0, 0, 0]
    vector = tuple(
        max(FLOOR, min(rule.ceilings.get(name, CEILING) if rule else CEILING, points))
        for name, points in zip(COMPONENTS, sums, strict=True)
    )
    moves = [rubric.moves[code] for code in option.moves]
    return Weight(
        vector,
        frozenset(move.pole for move in moves if move.pole),
        tuple(code for code in option.moves if rubric.moves[code].gate),
    )


def move_vector(rubric: Rubric, node: Node, code: str) -> Vector:
    """One move's points here: capacity may give it others, a frame may take its clinical credit."""
    move: Move = rubric.moves[code]
    vector = list(move.vector)
    if (capacity := rubric.capacity.get(node.capacity)) and code in capacity.moves:
        vector = list(capacity.moves[code])
    if (frame := rubric.frames.get(node.frame)) and move.clinical:
        vector[ROLE] += frame.clinical_role
        vector[CLINICAL] = min(vector[CLINICAL], frame.clinical_responsibility_most)
    return (vector[0], vector[1], vector[2], vector[3])
