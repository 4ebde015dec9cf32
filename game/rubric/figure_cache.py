"""Exact figures kept on disk from one run to the next: they change only with the scenario, the rubric or the algorithm.

One small file a scenario, of two lines: what it holds and its digest, and the figures as pairs of whole numbers. A
file that is broken, of another scenario, or older than the scenario is as good as none: it is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from game.errors import GameError
from game.files import read_bounded, write_whole
from game.rubric.model import Rubric
from game.scenario.model import Scenario

VERSION = 2  # to be raised with every change of `game.story` or `game.rubric` that makes figures come out differently
Figures = dict[str, Fraction | None]
Edge = tuple[str, str, str]  # a decision, an option there, the decision or ending that it can lead to

_MOST = 8 * 1024 * 1024
_UNUSABLE = (KeyError, ValueError, TypeError, AttributeError, ArithmeticError)


class FigureCache:
    """What is known of one scenario under one rubric, in a folder; without a folder it is only worked out."""

    def __init__(self, folder: Path | None, scenario: Scenario, rubric: Rubric) -> None:
        self._path = folder / f"{scenario.id}.figures" if folder is not None else None
        self._of = f"{VERSION} {scenario.fingerprint} {rubric.fingerprint}"

    def figures(self, part: str, work_out: Callable[[], Figures]) -> Figures:
        """Returns the figures that are kept under a name; where there are none they are worked out, and kept."""
        with suppress(*_UNUSABLE):
            return {name: _read(pair) for name, pair in self._parts[part].items()}
        figures = work_out()
        self._keep(part, {name: _pair(figure) for name, figure in figures.items()})
        return figures

    def edges(self, part: str, work_out: Callable[[], list[Edge]]) -> list[Edge]:
        """Returns the edges that are kept under a name; where there are none they are worked out, and kept."""
        with suppress(*_UNUSABLE):
            return [(str(node), str(option), str(to)) for node, option, to in self._parts[part]]
        edges = work_out()
        self._keep(part, edges)
        return edges

    def _keep(self, part: str, data: Any) -> None:
        self._parts[part] = data
        if self._path is not None:
            body = json.dumps(self._parts).encode()
            with suppress(OSError):  # a folder that cannot be written to costs time and nothing else
                write_whole(self._path, self._head(body) + b"\n" + body)

    @cached_property
    def _parts(self) -> dict[str, Any]:
        """Returns what the file holds, as plain data."""
        if self._path is not None:
            with suppress(GameError, RecursionError, *_UNUSABLE):
                head, _, body = read_bounded(self._path, _MOST).partition(b"\n")
                if head == self._head(body):
                    return dict(json.loads(body))
        return {}

    def _head(self, body: bytes) -> bytes:
        """Returns the first line: what the figures are of, and a digest that shows when they were damaged."""
        return f"{self._of} {blake2b(body, digest_size=16).hexdigest()}".encode()


def _pair(figure: Fraction | None) -> list[str] | None:
    """Returns numerator and denominator in hexadecimal, which unlike decimal may be of any length."""
    return None if figure is None else [f"{number:x}" for number in figure.as_integer_ratio()]


def _read(pair: list[str] | None) -> Fraction | None:
    if pair is None:
        return None
    numerator, denominator = (int(number, 16) for number in pair)
    return Fraction(numerator, denominator)
