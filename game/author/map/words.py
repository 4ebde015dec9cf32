"""The words of each node, as the page of the map shows them beside the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.author.explore.charts_text import percent
from game.author.explore.lines import Part
from game.author.map.graph import Graph
from game.author.map.measures import LETTERS, signed
from game.rubric.model import Rubric
from game.rubric.points import weigh
from game.scenario.model import Condition, Line, Node, Option, Scenario


@dataclass(frozen=True, slots=True)
class LineText:
    """A line: who says it (nobody for narration), what, whether it is only thought, and when it is said."""

    who: str
    text: str
    thought: bool
    when: str


@dataclass(frozen=True, slots=True)
class OptionText:
    """An option: words, moves, points, where it leads (id, title, when), condition, share, what answers it."""

    id: str
    words: str
    moves: str
    points: str
    leads: tuple[tuple[str, str, str], ...]
    when: str
    chance: str
    replies: tuple[LineText, ...]


@dataclass(frozen=True, slots=True)
class NodeText:
    """All that is read of a node."""

    id: str
    title: str
    about: str
    lines: tuple[LineText, ...]
    choices: tuple[OptionText, ...]
    leads: tuple[tuple[str, str, str], ...]
    ending: str
    comes: tuple[tuple[str, str], ...]
    line: int


def all_words(
    graph: Graph, scenario: Scenario, rubric: Rubric, shares: Mapping[Part, Fraction] | None, lines: Mapping[str, int]
) -> list[NodeText]:
    """Returns the words of every node, in the order of the boxes; `lines` says where each begins in the author's
    file."""
    titles = {box.id: box.title for box in graph.boxes}
    comes: dict[str, list[tuple[str, str]]] = {}
    turns: dict[str, list[tuple[str, str, str]]] = {}
    for arrow in graph.arrows:
        if arrow.harm:
            turns.setdefault(arrow.source, []).append((arrow.target, titles[arrow.target], arrow.harm))
        comes.setdefault(arrow.target, []).append((arrow.source, titles[arrow.source]))
    found = []
    for box in graph.boxes:
        node = scenario.nodes[box.id]
        about = f"{box.place}, {node.frame.value} frame"
        choices = (
            _choice(scenario, rubric, node, option, titles, (shares or {}).get(("nodes", box.id, "options", n)))
            for n, option in enumerate(node.options or ())
        )
        found.append(
            NodeText(
                box.id,
                box.title,
                f"{about}, capacity impaired" if node.capacity.value == "impaired" else about,
                tuple(_spoken(scenario, line) for line in node.lines),
                tuple(choices),
                (*((b.to, titles[b.to], in_words(b.when)) for b in node.goto), *turns.get(box.id, ())),
                f"{node.ending.kind.value.capitalize()} ending. {node.ending.text}" if node.ending else "",
                tuple(comes.get(box.id, ())),
                lines[box.id],
            )
        )
    return found


def _choice(
    scenario: Scenario, rubric: Rubric, node: Node, option: Option, titles: Mapping[str, str], share: Fraction | None
) -> OptionText:
    vector = weigh(rubric, node, option).vector
    asks = [in_words(condition) for condition in (option.when, option.needs) if condition]
    return OptionText(
        option.id,
        option.words,
        ", ".join(option.moves) or "no moves",
        "  ".join(f"{letter} {signed(points)}" for letter, points in zip(LETTERS, vector, strict=True)),
        tuple((b.to, titles[b.to], in_words(b.when)) for b in option.goto),
        "; ".join([*asks, *(["once"] if option.once else [])]),
        "" if share is None else "never" if share == 0 else percent(share),
        tuple(_spoken(scenario, line) for line in option.reply),
    )


def _spoken(scenario: Scenario, line: Line) -> LineText:
    return LineText(scenario.name_of(line.speaker), line.text, line.private, in_words(line.when))


def in_words(condition: Condition | None) -> str:
    """Returns a condition in words: `if told, not favour, ease 3 or more`; nothing where there is none."""
    if condition is None:
        return ""
    asks = [*condition.has, *(f"not {fact}" for fact in condition.lacks)]
    for bound in condition.bounds:
        if bound.high == 10:
            asks.append(f"{bound.part} {bound.low} or more")
        elif bound.low == 0:
            asks.append(f"{bound.part} {bound.high} or less")
        else:
            asks.append(f"{bound.part} {bound.low} to {bound.high}")
    return f"if {', '.join(asks)}"
