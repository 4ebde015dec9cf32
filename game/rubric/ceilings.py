"""How little and how much an option may earn on a component: less for one that leans to a pole, more where capacity is
impaired.

Source: the project's domain brief, section 3, rule 1, and the brief on the judge, section 2, rule 1.
"""

from __future__ import annotations

from game.rubric.model import Rubric
from game.scenario.model import Node

FLOOR, CEILING = -2, 2


def ceiling(rubric: Rubric, node: Node, poles: frozenset[str], component: str) -> int:
    """Returns the most that an option may earn on a component: less for one that leans to a pole with a ceiling."""
    rule = rubric.capacity.get(node.capacity)
    most = rule.ceilings.get(component, CEILING) if rule else CEILING
    return min([most, *(rubric.poles[pole].ceilings.get(component, most) for pole in poles)])
