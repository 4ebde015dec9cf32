"""A story as Twee 3 text."""

from __future__ import annotations

import json
import re

from game.author.twee.story import Passage, Twee

_SIGNS = re.compile(r"([\[\]{}\\])")
_COLONS = re.compile(r"^(?=\\*::)", re.M)
FORMATS = {"sugarcube": ("SugarCube", "2.37.3"), "harlowe": ("Harlowe", "3.3.9"), "chapbook": ("Chapbook", "2.3.0")}


def as_text(story: Twee) -> str:
    """Returns the whole file."""
    kind, version = FORMATS.get(story.format, (story.format, ""))
    known = {"ifid": story.ifid, "format": kind, "format-version": version, "start": story.start}
    data = json.dumps({key: value for key, value in known.items() if value}, ensure_ascii=False, indent=2)
    own = [Passage("StoryTitle", story.title), Passage("StoryData", data)]
    return "\n\n\n".join(_passage(passage) for passage in [*own, *story.passages]) + "\n"


def _passage(passage: Passage) -> str:
    head = f":: {_escaped(passage.name)}"
    if passage.tags:
        head += f" [{' '.join(_escaped(tag) for tag in passage.tags)}]"
    if passage.position:
        head += f' {{"position":"{passage.position[0]},{passage.position[1]}","size":"100,100"}}'
    return f"{head}\n{_COLONS.sub(lambda _: chr(92), passage.text)}".rstrip()


def _escaped(name: str) -> str:
    return _SIGNS.sub(r"\\\1", name)
