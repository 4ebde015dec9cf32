"""Charts in plain characters, for a terminal and for a mail: a bar, a spread on a line, a table."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

WIDTH = 20
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(share: Fraction, width: int = WIDTH) -> str:
    """Returns a bar as long as a share of the width, to an eighth of a character; anything above nothing is seen."""
    if share <= 0:
        return ""
    eighths = max(1, round(min(share, Fraction(1)) * width * 8))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def box(least: Fraction, low: Fraction, middle: Fraction, high: Fraction, most: Fraction, width: int = 41) -> str:
    """Returns a spread on a line from 0 to 1: `·` from least to most, `═` between the quarters, `┃` the middle."""
    at = [round(max(Fraction(0), min(Fraction(1), value)) * (width - 1)) for value in (least, low, middle, high, most)]
    cells = [" "] * width
    cells[at[0] : at[4] + 1] = "·" * (at[4] - at[0] + 1)
    cells[at[1] : at[3] + 1] = "═" * (at[3] - at[1] + 1)
    cells[at[2]] = "┃"
    return "".join(cells)


def table(rows: Sequence[Sequence[str]], left: int = 1, indent: str = "  ") -> list[str]:
    """Rows of cells in columns, the first `left` columns set left and the others right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        indent
        + "  ".join(
            cell.ljust(width) if index < left else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def points(share: Fraction | None, places: int = 0) -> str:
    """Returns a share as points of a hundred; a dash when there is none."""
    return "–" if share is None else f"{float(share) * 100:.{places}f}"


def percent(share: Fraction) -> str:
    """Returns a probability in percent: as many places as tell it from nothing."""
    shown = float(share) * 100
    if share in (0, 1):
        return f"{shown:.0f} %"
    return f"{shown:.1f} %" if 0.05 <= shown < 99.95 else f"{shown:.2g} %" if shown < 1 else "> 99.9 %"
