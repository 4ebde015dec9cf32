"""A small story as a page, for tests."""

from __future__ import annotations

from pathlib import Path

from game.app.library import Library
from game.testing import SMALL
from game.web.page import PageChoices, page

USUAL = PageChoices()
BARE = PageChoices(pictures=False)


def a_page(folder: Path, choices: PageChoices = USUAL, story: str = SMALL) -> Path:
    """Writes a story and its page into a folder; returns the page's path."""
    source = folder / "a-story.yaml"
    source.write_text(story, encoding="utf-8")
    made = folder / "a-story.html"
    made.write_bytes(page(Library(files={}, cache=folder), [str(source)], choices))
    return made
