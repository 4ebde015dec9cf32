"""How far a long piece of work is: a number that grows, on one line of the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from game.debrief.read.cluster import Progress

EVERY = 100
_Row = TypeVar("_Row")


@contextmanager
def counted(what: str = "files read") -> Iterator[Progress]:
    """Counts what is done on one line of the terminal, where there is one; past the outlet, which lets no text from a
    file move back in its line."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return

    def show_count(done: int) -> None:
        sys.stderr.buffer.write(f"\r{done:,} {what}".encode())
        sys.stderr.buffer.flush()

    yield show_count
    click.echo("", err=True)


def counting(rows: Iterable[_Row], what: str) -> Iterator[_Row]:
    """Yields the rows, and counts them on a line of the terminal as they are asked for."""
    with counted(what) as progress:
        number = 0
        for number, row in enumerate(rows, 1):
            yield row
            if number % EVERY == 0:
                progress(number)
        progress(number)
