"""Filled-in sheets read back: every rating in its place, or one message that says which are not."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.author.panel.items import RatingItem
from game.author.panel.sheet import COLUMNS, HIGHEST, LOWEST
from game.errors import GameError
from game.files import read_bounded

MOST_BYTES = 16 * 1024 * 1024
MOST_SHOWN = 5


class RatingsError(GameError):
    """A sheet cannot be used: it says which file, which rows and how to mend it."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """One rater's ratings, 1 to 7, by the items' codes."""

    rater: str
    by_code: Mapping[str, int]


def read_ratings(path: Path, items: Sequence[RatingItem]) -> Ratings:
    """Returns the ratings in a filled-in sheet. Raises RatingsError for one that is not whole and as it was made."""
    rows = _rows(path)
    known = {item.code for item in items}
    given = [code for code, _ in rows]
    strange = [code for code in given if code not in known]
    if strange:
        raise _error(path, "has rows that are on no sheet of these scenarios", strange, _CHANGED)
    doubled = [code for code, count in Counter(given).items() if count > 1]
    if doubled:
        raise _error(path, "rates the same row more than once", doubled, "Keep one row of each.")
    components = {item.component for item in items if item.code in set(given)}
    missing = [item.code for item in items if item.component in components and item.code not in set(given)]
    if missing:
        raise _error(path, "lacks rows of the sheet", missing, "Rate on the whole sheet; sort it, but delete no row.")
    wrong = [code for code, rating in rows if not _possible(rating)]
    if wrong:
        hint = f"Write a whole number from {LOWEST} to {HIGHEST} in every row of the column `rating`."
        raise _error(path, "has rows without a possible rating", wrong, hint)
    return Ratings(path.stem, {code: int(float(rating)) for code, rating in rows})


_CHANGED = "Name the scenarios that the sheet was made from; if they have changed since, make a new sheet."


def _error(path: Path, what: str, codes: Sequence[str], hint: str) -> RatingsError:
    shown = ", ".join(code[:40] or "(empty)" for code in codes[:MOST_SHOWN])
    more = f" and {len(codes) - MOST_SHOWN} more" if len(codes) > MOST_SHOWN else ""
    return RatingsError(f"{path} {what}: {shown}{more}. {hint}")


def _possible(rating: str) -> bool:
    """Returns True for a whole number in range, as a person or a spreadsheet writes it (`4` or `4.0`)."""
    try:
        number = float(rating.replace(",", "."))
    except ValueError:
        return False
    return number.is_integer() and LOWEST <= number <= HIGHEST


def _rows(path: Path) -> list[tuple[str, str]]:
    """Returns code and rating of every row, whatever a spreadsheet put between the columns."""
    data = read_bounded(path, MOST_BYTES)
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise RatingsError(f"{path} is not text in UTF-8. Save it again as CSV UTF-8.") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        table = list(csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter))
    except csv.Error as error:
        raise RatingsError(f"{path} is no table: {error}. Save it again as CSV.") from None
    missing = [name for name in ("code", "rating") if not table or name not in table[0]]
    if missing:
        hint = f"The first line of a sheet is: {', '.join(COLUMNS)}. Do not rename its columns."
        raise RatingsError(f"{path} has no column `{missing[0]}`. {hint}")
    rows = [((row["code"] or "").strip(), (row["rating"] or "").strip()) for row in table]
    return [row for row in rows if row != ("", "")]
