"""Where each part of a text begins and ends, exactly: what a small edit needs, where a mark is only a beginning.

A block's end is its last child's end, not the comment after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from game.scenario.yaml_dialect import PartEvent, YamlError, part_events


@dataclass(slots=True)
class Part:
    """A text, a list or a mapping as it stands in a file; places count characters.

    style: of a text its quote (`"`, `'`), its sign (`|`, `>`) or nothing where it stands plain
    flow: whether a list or a mapping stands in brackets
    """

    kind: Literal["text", "list", "mapping"]
    begin: int
    end: int
    value: str = ""
    style: str = ""
    flow: bool = False
    items: list[Child] = field(default_factory=list)

    def steps(self) -> Iterator[tuple[str | int, Child]]:
        """Yields what it holds, each with its key or its number."""
        for number, item in enumerate(self.items):
            yield (number if item.key is None else item.key.value), item

    def step(self, step: str | int) -> Child | None:
        """Returns what it holds under a key or at a number."""
        return next((item for known, item in self.steps() if known == step and type(known) is type(step)), None)


@dataclass(slots=True)
class Child:
    """One entry of a list (without a key) or of a mapping."""

    key: Part | None
    value: Part

    @property
    def begin(self) -> int:
        """Returns where its key begins, or its value in a list."""
        return self.value.begin if self.key is None else self.key.begin


def parts(text: str) -> Part | None:
    """Returns the whole of a text with all its parts; None where it cannot be read as it stands, or is empty."""
    root: Part | None = None
    stack: list[Part] = []
    keys: list[Part | None] = []
    try:
        for event in part_events(text):
            if event.kind == "end":
                part = stack.pop()
                keys.pop()
                if part.flow:
                    part.end = event.end
                elif part.items:
                    part.end = part.items[-1].value.end
                continue
            part = _part(text, event)
            if not stack:
                root = part
            elif stack[-1].kind == "list":
                stack[-1].items.append(Child(None, part))
            elif keys[-1] is None:
                keys[-1] = part
            else:
                stack[-1].items.append(Child(keys[-1], part))
                keys[-1] = None
            if event.kind != "text":
                stack.append(part)
                keys.append(None)
    except YamlError:
        return None
    return root


def _part(text: str, event: PartEvent) -> Part:
    end = event.end
    if event.style in ("|", ">"):  # it swallows the empty lines below
        end = event.begin + len(text[event.begin : end].rstrip("\n "))
    kind = event.kind
    assert kind != "end"
    return Part(kind, event.begin, end, event.value, event.style, event.flow)
