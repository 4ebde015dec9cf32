"""What no play comes to, though the structure leads there: options, nodes, branches; and locks that never close."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics import Diagnostic
from game.scenario.checks import reachable
from game.scenario.document import Document, Path_
from game.scenario.model import Branch, Option
from game.story.conditions import compiled, holds
from game.story.reach import Reach, Verdict

Findings = Iterator[Diagnostic]


def never_reached(reach: Reach, document: Document) -> Findings:
    """Finds endings that no play comes to; of other nodes the first on their way, where it is closed."""
    scenario = reach.story.scenario
    joined = reachable(scenario)  # of what nothing leads to, the structure's checks have told
    for name, node in scenario.nodes.items():
        finding = reach.nodes[name]
        closed = finding.verdict is Verdict.IMPOSSIBLE and name in joined
        if closed and (node.ending or reach.is_targeted(name)):
            what = "ending" if node.ending else "node"
            message = f"No play comes to the {what} `{name}`: {finding.why}"
            hint = "Loosen the condition that closes the way, or delete what nobody will see."
            yield document.warning("never-reached", document.place(("nodes", name), key=True), message, hint)


def never_chosen(reach: Reach, document: Document) -> Findings:
    """Finds options that are never open where plays come to their node."""
    for name, path, option in _options(reach):
        finding = reach.options[option.id]
        if finding.verdict is Verdict.IMPOSSIBLE and reach.stands(name):
            message = f"No play can choose `{option.id}`. {finding.why}"
            hint = "Loosen the condition, let an earlier option set what it asks for, or delete the option."
            yield document.warning("never-chosen", document.place((*path, "id")), message, hint)


def never_locked(reach: Reach, document: Document) -> Findings:
    """Finds locks that are open in every play: their reason is never read."""
    for name, path, option in _options(reach):
        demand = compiled(option.needs, reach.story.facts)
        offered = [p for p in reach.stands(name) if holds(compiled(option.when, reach.story.facts), p)]
        if demand and offered and all(holds(demand, position) for position in offered):
            message = f"`{option.id}` is never locked: whoever comes here meets its `needs`."
            hint = "Ask for more, or delete `needs` and `locked`."
            yield document.warning("never-locked", document.place((*path, "needs")), message, hint)


def never_taken(reach: Reach, document: Document) -> Findings:
    """Finds branches that no play takes, where their target is come to by another way."""
    for name, node in reach.story.scenario.nodes.items():
        yield from _branches(reach, document, ("nodes", name, "goto"), node.goto, name)
    for name, path, option in _options(reach):
        yield from _branches(reach, document, (*path, "goto"), option.goto, name, option.id)


def _branches(
    reach: Reach, document: Document, path: Path_, branches: tuple[Branch, ...], node: str, after: str | None = None
) -> Findings:
    left = reach.stands(node, after)
    if len(branches) == 1 or not left:
        return
    for index, branch in enumerate(branches):
        demand = compiled(branch.when, reach.story.facts)
        taken = {position for position in left if holds(demand, position)}
        if not taken and reach.nodes[branch.to].verdict is Verdict.REACHABLE:
            if branch.when is not None and not reach.ever(branch.when, node, after):
                why = f"it {reach.never(branch.when, node, after)}."
            else:
                why = "one of the branches before it always holds."
            hint = "Change its `when`, or the order of the branches."
            if branch.when is None:
                hint = "Delete it, and let the branch before it go without `when`."
            message = f"No play takes this branch to `{branch.to}`: {why}"
            yield document.warning("never-taken", document.place((*path, index)), message, hint)
        left = left - taken


def _options(reach: Reach) -> Iterator[tuple[str, Path_, Option]]:
    for name, node in reach.story.scenario.nodes.items():
        for index, option in enumerate(node.options or ()):
            yield name, ("nodes", name, "options", index), option
