"""The library's scenarios on the bench, made ready once for tests that ask about one of them after another.

xdist could keep the tests of one scenario in one worker (`--dist loadgroup`), but its 3.8 does not under pytest 9.2: a
test's id cannot be changed there any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from game import locations
from game.author.bench import Bench, opened
from game.testing import a_rubric

LIBRARY = locations.scenario_files()


@lru_cache(maxsize=2)  # neighbours ask about the same one
def on_the_bench(name: str) -> Bench:
    """A scenario of the library, with every exact figure that was asked for before."""
    return opened(name, a_rubric())


def scenario_in(parameters: Mapping[str, object]) -> str | None:
    """The scenario of the library that a test's parameters name, by its id or its file."""
    for value in parameters.values():
        name = value.stem if isinstance(value, Path) else value
        if isinstance(name, str) and name in LIBRARY:
            return name
    return None
