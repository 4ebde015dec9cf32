"""The parts of a scenario one after another, each with its path in the author's file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.scenario.model import Branch, Condition, Line, Node, Option, Scenario, repaired

if TYPE_CHECKING:
    from game.scenario.document import Path_


def nodes(scenario: Scenario) -> Iterator[tuple[Path_, Node]]:
    """Returns every node with its path in the file."""
    return ((("nodes", name), node) for name, node in scenario.nodes.items())


def options(scenario: Scenario) -> Iterator[tuple[Path_, Option]]:
    """Returns every option with its path."""
    for path, node in nodes(scenario):
        for index, option in enumerate(node.options or ()):
            yield (*path, "options", index), option


def gotos(scenario: Scenario) -> Iterator[tuple[Path_, tuple[Branch, ...]]]:
    """Returns every list of ways on with its path."""
    for path, node in nodes(scenario):
        yield (*path, "goto"), node.goto
    for path, option in options(scenario):
        yield (*path, "goto"), option.goto


def branches(scenario: Scenario) -> Iterator[tuple[Path_, Branch]]:
    """Returns every way on with its path."""
    for path, ways in gotos(scenario):
        for index, branch in enumerate(ways):
            yield (*path, index), branch


def lines(scenario: Scenario) -> Iterator[tuple[Path_, Line]]:
    """Returns every line with its path."""
    for path, node in nodes(scenario):
        yield from (((*path, "lines", i), line) for i, line in enumerate(node.lines))
    for path, option in options(scenario):
        yield from (((*path, "reply", i), line) for i, line in enumerate(option.reply))


def conditions(scenario: Scenario) -> Iterator[tuple[Path_, Condition]]:
    """Returns every condition with its path."""
    for path, line in lines(scenario):
        if line.when:
            yield (*path, "when"), line.when
    for path, option in options(scenario):
        if option.when:
            yield (*path, "when"), option.when
        if option.needs:
            yield (*path, "needs"), option.needs
    for path, branch in branches(scenario):
        if branch.when:
            yield (*path, "when"), branch.when


def facts_set(scenario: Scenario) -> set[str]:
    """Returns every fact that some option can set."""
    known: set[str] = set()
    for _, option in options(scenario):
        known |= set(option.sets)
        known |= {option.opens} if option.opens else set()
        known |= {repaired(option.repairs)} if option.repairs else set()
    return known
