"""Plays that could not be scored: their scenario is gone or has changed, so only ids are counted.

Nothing is known of the ways through such a story, so no count is told exactly: all in steps of three, and none below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from game.debrief.figures.hidden_cells import about
from game.debrief.figures.model import FEWEST, Unscored
from game.debrief.figures.sums import UNSCORED, Sums


def unscored(sums: Sums, scenario: str, private: Collection[str] = ()) -> Unscored | None:
    """Returns the plays of a scenario that is gone or has changed, without the `private` options; None without any."""
    counts = sums.groups.get((scenario, UNSCORED))
    if not counts or not counts["plays",]:
        return None
    chosen: Counter[tuple[str, str]] = Counter()
    came: Counter[str] = Counter()
    for key, count in counts.items():
        if key[0] == "edge":
            chosen[str(key[1]), str(key[2])] += count
            came[str(key[3])] += count
    nodes = {node for node, _ in chosen}
    many = counts["plays",] >= FEWEST
    most = counts["plays",]
    choices = tuple((*way, min(about(n), most)) for way, n in sorted(chosen.items()) if many and n >= FEWEST)
    endings = [(name, n) for name, n in sorted(came.items()) if name and name not in nodes]
    ended = tuple((name, min(about(n), most)) for name, n in endings if many and n >= FEWEST)
    open_ = tuple(row for row in choices if row[1] not in private)
    return Unscored(counts["plays",], counts["complete",], open_, ended)


def unscored_scenarios(sums: Sums) -> list[str]:
    """Returns the ids of the scenarios of which some plays could not be scored."""
    return sorted(
        scenario for (scenario, basis), counts in sums.groups.items() if basis == UNSCORED and counts["plays",]
    )
