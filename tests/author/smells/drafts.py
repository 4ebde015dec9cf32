"""Builders: a story in few words in, a draft as the smells look at it out."""

from __future__ import annotations

from game.author.smells.draft import ScenarioUnderTest
from game.author.smells.rules import RULES
from game.diagnostics import Diagnostic
from game.story.engine import Story
from game.story.plays import all_plays
from game.testing import a_rubric, loaded

OVER = "  over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}\n"


def option(name: str, goto: str = "over", say: str = "Well, all right then.", **more: str) -> str:
    """An option of a few words; `more` are its other keys as they stand in a file."""
    keys = "".join(f", {key}: {value}" for key, value in more.items())
    return f'      - {{id: {name}, goto: {goto}, say: "{say}"{keys}}}\n'


def decision(name: str, *options: str, frame: str = "therapeutic", lines: str = "[]") -> str:
    """A node with options."""
    head = f"  {name}:\n    place: phone\n    frame: {frame}\n    lines: {lines}\n    options:\n"
    return head + "".join(options)


def chain(count: int, *pairs: tuple[str, str]) -> str:
    """So many decisions one after the other, each with the same options: words and moves."""
    return "".join(
        decision(
            "first" if n == 0 else f"node-{n}",
            *(
                option(f"option-{n}-{i}", "over" if n == count - 1 else f"node-{n + 1}", say, moves=f"[{moves}]")
                for i, (say, moves) in enumerate(pairs)
            ),
        )
        for n in range(count)
    )


def a_draft(*nodes: str, more: str = "") -> ScenarioUnderTest:
    """A draft of the nodes and the ending `over`; `more` are further keys of the file."""
    read = loaded("nodes:\n" + "".join(nodes) + ("" if any("  over:" in node for node in nodes) else OVER) + more)
    assert read.scenario is not None, read.diagnostics
    return ScenarioUnderTest(read.document, all_plays(Story(read.scenario)), a_rubric())


def smell(code: str, draft: ScenarioUnderTest) -> list[Diagnostic]:
    """What one rule tells of a draft."""
    return list(RULES[code](draft))
