"""How the words after `python -m benchmarks.NAME` are read where a command needs no more than a few of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence


def given(how: str | None, usable: Callable[[Sequence[str]], bool] = lambda words: not words) -> list[str]:
    """Returns the words that were given; without `usable` there should be none.

    Where help is asked for, how the command is used is printed, and it ends with 0; where the words cannot be used, it
    is printed as an error, and it ends with 2.
    """
    words = sys.argv[1:]
    if {"-h", "--help"} & {*words}:
        print(how)
        sys.exit(0)
    if not usable(words):
        print(f"This cannot be used: {' '.join(words) or 'nothing was given'}.\n\n{how}", file=sys.stderr)
        sys.exit(2)
    return words


def all_counts(words: Sequence[str]) -> bool:
    """Returns whether each of these words is a whole number above zero."""
    return all(word.isascii() and word.isdigit() and int(word) > 0 for word in words)
