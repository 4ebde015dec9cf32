"""A file's nodes with their options, for an editor's outline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.author.lsp.complete import node_in_words
from game.author.lsp.names import Name, SymbolKind
from game.author.lsp.reading import OpenText
from game.author.lsp.spans import Span


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A node or an option: its id, a word on it, where its id stands, its last line, and what it holds."""

    name: str
    detail: str
    span: Span
    last: int
    parts: tuple[OutlineItem, ...] = ()


def outline(reading: OpenText) -> list[OutlineItem]:
    """Returns the nodes in the order of the file, each with its options."""
    nodes = sorted((n for n in reading.names if n.kind is SymbolKind.NODE and n.gives), key=lambda n: n.span)
    options = sorted((n for n in reading.names if n.kind is SymbolKind.OPTION and n.gives), key=lambda n: n.span)
    return [_node(reading, node, last, options) for node, last in _with_lasts(nodes, len(reading.lines) - 1)]


def _node(reading: OpenText, node: Name, last: int, options: list[Name]) -> OutlineItem:
    own = [option for option in options if node.span.line < option.span.line <= last]
    parts = tuple(OutlineItem(o.text, "", o.span, max(o.span.line, end)) for o, end in _with_lasts(own, last))
    return OutlineItem(node.text, node_in_words(reading, node.text), node.span, last, parts)


def _with_lasts(names: list[Name], last: int) -> Iterator[tuple[Name, int]]:
    """Returns each name with its last line: the one before the next name."""
    for index, name in enumerate(names):
        yield name, names[index + 1].span.line - 1 if index + 1 < len(names) else last
