"""What only following every play can show, as Diagnostics: what breaks play, and what no play comes to.

Where a play can neither come back to the same position nor come to one where nothing can be chosen, every play ends:
so there is no trap that can be entered and not left, and no rule is needed for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics import Diagnostic, SourcePlace
from game.scenario.document import Document
from game.story.idle import fact_unread, same_effect
from game.story.lines import never_shown
from game.story.reach import Finding, Reach, Verdict
from game.story.too_good import too_good
from game.story.unreached import never_chosen, never_locked, never_reached, never_taken

Findings = Iterator[Diagnostic]


def run(reach: Reach, document: Document) -> Findings:
    """Finds what some play shows to be broken; where nothing is, what no play comes to and what makes no difference."""
    broken = list(_broken(reach, document))
    yield from broken
    yield from fact_unread(reach, document) if reach.graph.complete else ()
    if not broken:
        for rule in (never_reached, never_chosen, never_locked, never_taken, never_shown, same_effect):
            yield from rule(reach, document)


def _broken(reach: Reach, document: Document) -> Findings:
    if not reach.graph.complete:
        yield too_many_positions(reach, document)
    elif reach.graph.loop is not None:
        yield endless_loop(document, reach.graph.loop.node)
    else:
        yield from dead_end(reach, document)
        yield from too_good(reach, document)


def too_many_positions(reach: Reach, document: Document) -> Diagnostic:
    """Returns one word for all that is not proven when the budget is passed."""
    message = (
        f"More than {len(reach.graph.positions):,} positions can be reached, so not every play was followed. "
        f"Not proven: {_open(reach.options)} options can be chosen, {_open(reach.nodes)} nodes can be reached, "
        "every line and branch is of use, every play ends, no hard limit ends best, and all that scores rest on."
    )
    hint = (
        "It can be played, its scores being estimated. For exact ones use fewer facts, or ask about client state less."
    )
    return document.warning("too-many-positions", document.place(("start",), key=True), message, hint)


def _open(findings: dict[str, Finding]) -> str:
    left = sum(finding.verdict is Verdict.OPEN for finding in findings.values())
    return f"that {left:,} of {len(findings):,}"


def endless_loop(document: Document, name: str) -> Diagnostic:
    """Returns what to say of a play that comes back to where it was with nothing changed."""
    message = f"A play can come back to `{name}` with nothing changed, again and again."
    hint = "Mark an option on the way round with `once: true`, or let it set a fact that leads elsewhere."
    return document.diagnostic("endless-loop", _of_node(document, name), message, hint)


def dead_end(reach: Reach, document: Document) -> Findings:
    """Something must be open wherever a play comes."""
    graph = reach.graph
    for name in dict.fromkeys(graph.positions[i].node for i in graph.dead_ends):
        message = f"A play can come to `{name}` with no option that can be chosen."
        hint = "Leave at least one option without `when`, `needs` and `once`."
        yield document.diagnostic("dead-end", _of_node(document, name), message, hint)


def _of_node(document: Document, name: str) -> SourcePlace:
    return document.place(("nodes", name), key=True)
