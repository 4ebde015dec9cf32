"""What only following every play can show, as Diagnostics: loops without end, dead ends, gates that end best."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics import Diagnostic, Place
from game.scenario.source import Document
from game.story.engine import Story
from game.story.plays import all_plays, gates_then_best


def run(story: Story, document: Document, gate_moves: frozenset[str]) -> Iterator[Diagnostic]:
    """Everything that some play of the story shows to be wrong."""
    plays = all_plays(story)
    if not plays.complete:
        message = f"More than {len(plays.positions):,} positions can be reached, so not every play was followed."
        hint = "Use fewer facts, or ask about client state in fewer places."
        yield document.diagnostic("too-many-positions", document.place(("start",), key=True), message, hint)
        return
    if plays.loop is not None:
        name = plays.loop.node
        message = f"A play can come back to `{name}` with nothing changed, again and again."
        hint = "Mark an option on the way round with `once: true`, or let it set a fact that leads elsewhere."
        yield document.diagnostic("endless-loop", _of_node(document, name), message, hint)
        return
    for name in dict.fromkeys(plays.positions[i].node for i in plays.dead_ends):
        message = f"A play can come to `{name}` with no option that can be chosen."
        hint = "Leave at least one option without `when`, `needs` and `once`."
        yield document.diagnostic("dead-end", _of_node(document, name), message, hint)
    if found := gates_then_best(plays, gate_moves):
        option, ending = found
        message = (
            f"A play can choose `{option.id}`, which crosses a hard limit, and still reach "
            f"the best ending `{ending.node}`."
        )
        hint = f"Let `{option.id}` set a fact, and branch on it before the ending."
        place = next(
            document.place(("nodes", name, "options", index, "id"))
            for name, node in story.scenario.nodes.items()
            for index, o in enumerate(node.options or ())
            if o.id == option.id
        )
        yield document.diagnostic("gate-with-best", place, message, hint)


def _of_node(document: Document, name: str) -> Place:
    return document.place(("nodes", name), key=True)
