"""Which corrections of a syntax error help most: one, and the author's meaning is plain; several, and it is not."""

from __future__ import annotations

from typing import Any

from game.scenario.mend import Correction, corrections
from game.scenario.yaml_dialect import read_on

MOST_TRIES = 60


def rivals(lines: list[str], most_effort: int) -> tuple[list[Correction], int]:
    """Returns the corrections of the first syntax error that bring the reading equally far (of those that read alike,
    one), and how many characters were read for it.

    No correction, when the lines can be read, none helps, or not all could be tried with the characters that may be
    read.
    """
    text = "\n".join(lines)
    error, _ = read_on(text)
    if error is None:
        return [], len(text)
    at, effort = _stop(error)[0], _characters(error, text)
    found: dict[tuple[object, ...], Correction] = {}
    furthest = (0, 0)
    for correction in [one for one in corrections(lines, error) if not one.more][:MOST_TRIES]:
        if effort > most_effort:
            return [], effort
        changed = "\n".join(correction.applied(lines))
        later, seen = read_on(changed)
        effort += _characters(later, changed)
        stop = _stop(later)
        if stop[0] <= max(at, correction.number) or stop < furthest:
            continue
        if stop > furthest:
            furthest, found = stop, {}
        found.setdefault(seen, correction)
    return list(found.values()), effort


def _characters(error: Any, text: str) -> int:
    """Returns how much of the text was read."""
    mark = error and (error.problem_mark or error.context_mark)
    return mark.index if mark else len(text)


def _stop(error: Any) -> tuple[int, int]:
    """Returns where the reading stopped; beyond every line when it did not."""
    mark = error and (error.problem_mark or error.context_mark)
    return (mark.line, mark.column) if mark else (-1 if error else 1 << 60, 0)
