"""The sheet that a rater fills in: a table for a spreadsheet, or a page with buttons that saves the same table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from game.author.panel.items import RatingItem
from game.pages.paper import environment, script
from game.rubric.model import Rubric

COLUMNS = ("code", "component", "moment", "words", "rating")
LOWEST, HIGHEST = 1, 7
TEMPLATES = Path(__file__).parent / "templates"


def as_csv(rubric: Rubric, order: Sequence[RatingItem]) -> bytes:
    """Returns the sheet as CSV for a spreadsheet (UTF-8 with a byte order mark); the column `rating` is empty."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for item in order:
        name = rubric.components[item.component].name
        table.writerow([item.code, name, _safe(" / ".join(item.moment)), _safe(item.words), ""])
    return text.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    """Returns text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def as_page(rubric: Rubric, order: Sequence[RatingItem]) -> bytes:
    """Returns the sheet as one HTML page that needs no network; it saves the same table, `rating` filled in."""
    blocks = [(rubric.components[name], list(block)) for name, block in groupby(order, lambda item: item.component)]
    page = environment(TEMPLATES).get_template("sheet.html")
    text = page.render(
        blocks=blocks, columns=COLUMNS, ratings=range(LOWEST, HIGHEST + 1), script=script(TEMPLATES / "sheet.js")
    )
    return text.encode("utf-8")
