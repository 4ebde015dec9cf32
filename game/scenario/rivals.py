"""Which corrections of a syntax error help most: one, and the author's meaning is plain; several, and it is not."""

from __future__ import annotations

from typing import Any

from game.scenario.mend import Correction, corrections
from game.scenario.yaml_dialect import read_on

MOST_TRIES = 60


def rivals(lines: list[str]) -> list[Correction]:
    """Returns the corrections of the first syntax error that bring the reading equally far; of those that read alike,
    one.

    Nothing, when the lines can be read or no correction helps.
    """
    error, _ = read_on("\n".join(lines))
    if error is None:
        return []
    at = _stop(error)[0]
    found: dict[tuple[object, ...], Correction] = {}
    furthest = (0, 0)
    for correction in [one for one in corrections(lines, error) if not one.more][:MOST_TRIES]:
        later, seen = read_on("\n".join(correction.applied(lines)))
        stop = _stop(later)
        if stop[0] <= max(at, correction.number) or stop < furthest:
            continue
        if stop > furthest:
            furthest, found = stop, {}
        found.setdefault(seen, correction)
    return list(found.values())


def _stop(error: Any) -> tuple[int, int]:
    """Returns where the reading stopped; beyond every line when it did not."""
    mark = error and (error.problem_mark or error.context_mark)
    return (mark.line, mark.column) if mark else (-1 if error else 1 << 60, 0)
