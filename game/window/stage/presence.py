"""Who is in sight and in what light: what a screen shows beside the words, worked out from the words alone.

Whoever spoke last is shown, or nobody is; before the first word, whoever speaks first in this node; in a node where
nobody of the cast speaks, the room is empty. Where the node says so the client lies, or whoever narration says lies
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.scenario.model import NARRATION, Expression, Line, Node, Person, Scenario

PHONE = "phone"
"""The place that is the player's own phone: the card looks like one."""
_RINGS = re.compile(
    r"\b(the|your) phone (rings|lights up|buzzes|goes)\b|(?-i:\bThe phone\.)|\ba message from\b"
    r"|\b(el|tu) teléfono (suena|se ilumina|vibra|zumba)\b|(?-i:\bEl teléfono\.)|\bun mensaje de\b",
    re.I,
)

_LIES = r"\b{}\s+(?:lies\b|is\s+(?:lying|face)\b|está\s+(?:tumbad|acostad|boca)|yace\b)"


@dataclass(frozen=True, slots=True)
class Sight:
    """What is in sight.

    place: the picture of the place
    hour: the hour it shows: day, evening or night
    person: who of the cast is shown; None for nobody
    expression: with what face
    lying: how the person lies on the table; "" where they do not
    remote: they are not in the room: they write, or ring
    """

    place: str
    hour: str = ""
    person: str | None = None
    expression: str = "neutral"
    lying: str = ""
    remote: bool = False


def sight(scenario: Scenario, node_id: str, lines: Sequence[Line], before: Sequence[Line] = ()) -> Sight:
    """Returns what is in sight in a node once these lines of it were said, and some `before` it in the same place."""
    node = scenario.nodes[node_id]
    at = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].speaker in scenario.cast), None)
    person = lines[at].speaker if at is not None else _first(scenario, node)
    faces = [str(line.expression) for line in (*before, *lines) if line.speaker == person]
    expression = faces[-1] if faces else "neutral"
    lier = _lier(scenario, node) if node.lying else ""
    lies = bool(lier) and person in (None, lier)
    return Sight(
        node.place,
        str(node.time),
        lier if lies else person,
        expression,
        str(node.lying) if lies else "",
        node.place == PHONE or (person is not None and _rang(lines, person)),
    )


def _lier(scenario: Scenario, node: Node) -> str:
    """Returns who lies in a node where somebody does: whoever narration says lies there, else the client."""
    told = " ".join(line.text for line in node.lines if line.speaker == NARRATION)
    named = (who for who, person in scenario.cast.items() if re.search(_LIES.format(re.escape(_given(person))), told))
    return next(named, scenario.client)


def _given(person: Person) -> str:
    return person.name.split()[0]


def _first(scenario: Scenario, node: Node) -> str | None:
    """Returns who of the cast speaks first in a node, in its own lines or in an answer to an option."""
    return next((line.speaker for line in _said(node) if line.speaker in scenario.cast), None)


def _said(node: Node) -> Iterator[Line]:
    for line in (*node.lines, *(line for option in node.options or () for line in option.reply)):
        if line.expression is not Expression.THINKS:
            yield line


def _rang(lines: Sequence[Line], speaker: str) -> bool:
    """Returns True when a phone rang before somebody's first words here."""
    first = next((n for n, line in enumerate(lines) if line.speaker == speaker), 0)
    return any(line.speaker == NARRATION and _RINGS.search(line.text) for line in lines[:first])
