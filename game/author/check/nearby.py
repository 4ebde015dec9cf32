"""The one word that was surely meant: a slip or two away, and no other so near."""

from __future__ import annotations

from game.diagnostics import Slip

SHORT = 4  # letters; in so short a word two slips leave too little of it


def surely_meant(slip: Slip) -> str | None:
    """Returns the only known word within two slips (one, when the word is short); None when there is none, or a
    choice."""
    most = 1 if len(slip.word) <= SHORT else 2
    near = [known for known in slip.known if slips(slip.word.lower(), known.lower(), most) <= most]
    return near[0] if len(near) == 1 and near[0] != slip.word else None


def slips(one: str, other: str, most: int) -> int:
    """Returns how many letters were added, lost, changed or swapped with their neighbour; `most` + 1 when more than
    `most`."""
    if abs(len(one) - len(other)) > most or max(len(one), len(other)) > 80:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        above, row = row, [i]
        for j, b in enumerate(other, start=1):
            least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before = above
    return min(row[-1], most + 1)
