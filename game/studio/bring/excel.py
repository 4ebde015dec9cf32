"""An Excel draft: one sheet with the columns of the Word tables, `Scene` first."""

from __future__ import annotations

import io
from itertools import islice
from pathlib import Path

from openpyxl import load_workbook

from game.errors import GameError
from game.studio.bring.columns import cell, columns
from game.studio.bring.story import BroughtScene, BroughtStory
from game.studio.bring.word import take_row
from game.words import _

MOST_ROWS, MOST_COLUMNS = 5_000, 40


def read_excel(data: bytes, name: str) -> BroughtStory:
    """Returns the draft in an Excel file: of its first sheet that heads such a table. Raises GameError where none
    does, and whatever openpyxl does for what is no such file."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        rows = [
            ["" if value is None else str(value) for value in row]
            for row in islice(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), MOST_ROWS)
        ]
        known = columns(rows[0]) if rows else {}
        if "scene" in known:
            return _story(rows[1:], known, Path(name).stem)
    raise GameError(_("No sheet has a first row with Scene, Words, You say and Goes to."))


def _story(rows: list[list[str]], known: dict[str, int], title: str) -> BroughtStory:
    story = BroughtStory(title)
    by_heading: dict[str, BroughtScene] = {}
    heading = ""
    for row in rows:
        heading = cell(row, known, "scene") or heading  # an empty cell goes on with the scene above
        if not heading or not any(row):
            continue
        scene = by_heading.get(heading)
        if scene is None:
            scene = by_heading[heading] = BroughtScene(heading)
            story.scenes.append(scene)
        scene.place = scene.place or cell(row, known, "place")
        scene.rules = scene.rules or cell(row, known, "rules")
        take_row(scene, row, known)
    return story
