"""The endings that endings name for plays that crossed a hard limit: they must be there, and be of a fitting kind."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics import Diagnostic, Slip
from game.did_you_mean import did_you_mean
from game.scenario.document import Document
from game.scenario.model import EndingKind, Scenario
from game.scenario.shapes import STAND_IN

Findings = Iterator[Diagnostic]

# The kinds that such an ending may be of (the brief on the judge, section 2, rule 3).
FITTING = {
    "mended": (EndingKind.GOOD, EndingKind.MIXED, EndingKind.POOR),
    "unmended": (EndingKind.MIXED, EndingKind.POOR),
}
TURNING = {"mended": (EndingKind.BEST,), "unmended": (EndingKind.BEST, EndingKind.GOOD)}


def unknown_instead(scenario: Scenario, document: Document) -> Findings:
    """What `mended` and `unmended` name must be endings."""
    endings = {name for name, node in scenario.nodes.items() if node.ending}
    for name, key, target in named_instead(scenario):
        if target not in endings | {STAND_IN} | document.lost:
            place = document.place(("nodes", name, "ending", key))
            hint, slip = did_you_mean(target, endings), Slip(target, frozenset(endings))
            message = f"`{key}` names `{target}`, which is not an ending."
            yield document.diagnostic("unknown-target", place, message, hint, slip)


def instead_too_good(scenario: Scenario, document: Document) -> Findings:
    """An ending after a hard limit is of no better kind than such a play may come to."""
    for name, key, target in named_instead(scenario):
        node = scenario.nodes.get(target)
        if node and node.ending and node.ending.kind not in FITTING[key]:
            place = document.place(("nodes", name, "ending", key))
            message = f"`{key}` names `{target}`, a {node.ending.kind} ending, which is too good after a hard limit."
            hint = f"Name one of the kind {' or '.join(FITTING[key])}, with lines that are true after the harm."
            yield document.diagnostic("instead-too-good", place, message, hint)


def idle_instead(scenario: Scenario, document: Document) -> Findings:
    """Only an ending that can be too good turns into another: a best one after any harm, a good one after harm that
    was not mended."""
    for name, key, _ in named_instead(scenario):
        node = scenario.nodes[name]
        if node.ending and node.ending.kind not in TURNING[key]:
            place = document.place(("nodes", name, "ending", key), key=True)
            message = f"`{name}` is a {node.ending.kind} ending, which is never too good, so its `{key}` is never used."
            yield document.warning("idle-instead", place, message, "Delete the key.")


def named_instead(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    """Returns the endings that endings turn into after a hard limit was crossed: node, key, target."""
    for name, node in scenario.nodes.items():
        if node.ending and node.ending.mended:
            yield name, "mended", node.ending.mended
        if node.ending and node.ending.unmended:
            yield name, "unmended", node.ending.unmended
