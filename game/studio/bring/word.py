"""A Word draft: a heading a scene, under it `Place: … Rules: …` and the two tables."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.table import Table

from game.studio.bring.columns import cell, columns
from game.studio.bring.story import BroughtLine, BroughtOption, BroughtScene, BroughtStory

_PLACE = re.compile(r"(?:place|lugar) *: *(?P<place>.*?)(?:[.;,]? *(?:rules|reglas|frame) *: *(?P<rules>.*))?$", re.I)


def read_word(data: bytes, name: str) -> BroughtStory:
    """Returns the draft in a Word file. Raises whatever python-docx does for what is none."""
    document = Document(io.BytesIO(data))
    story = BroughtStory(document.core_properties.title or "")
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            if story.scenes:
                _table(story.scenes[-1], [[one.text for one in row.cells] for row in block.rows])
            continue
        words, style = block.text.strip(), (block.style.name or "").lower() if block.style is not None else ""
        if not words:
            continue
        if style.startswith(("title", "título")) and not story.scenes:
            story.title = words
        elif style.startswith(("heading", "título", "encabezado")):
            story.scenes.append(BroughtScene(words))
        else:
            _paragraph(story, words)
    story.title = story.title or Path(name).stem
    return story


def _paragraph(story: BroughtStory, words: str) -> None:
    """Takes a paragraph: where a scene is, what is seen in it, or what comes before all scenes."""
    if not story.scenes:
        story.before.append(words)
        return
    scene = story.scenes[-1]
    where = _PLACE.match(words)
    if where:
        scene.place = (where["place"] or "").strip(" .")
        scene.rules = (where["rules"] or "").strip(" .")
    else:
        scene.lines.append(BroughtLine("", "", words))


def _table(scene: BroughtScene, rows: Sequence[Sequence[str]]) -> None:
    """Takes a table into a scene, by its first row."""
    known = columns(rows[0]) if rows else {}
    for row in rows[1:] if known else ():
        take_row(scene, row, known)


def take_row(scene: BroughtScene, row: Sequence[str], known: dict[str, int]) -> None:
    """Takes one row of a table into a scene: a line, an option, or both where both are filled in."""
    if words := cell(row, known, "words"):
        scene.lines.append(BroughtLine(cell(row, known, "who"), cell(row, known, "how"), words))
    if words := cell(row, known, "say"):
        names = ("moves", "evidence", "answer", "feedback", "instead", "goes_to")
        scene.options.append(BroughtOption(words, **{name: cell(row, known, name) for name in names}))
