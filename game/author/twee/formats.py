"""Which story format a story is written for, and what reads it; formats that are not read are refused by name."""

from __future__ import annotations

import re

from game.author.twee import chapbook, harlowe, sugarcube
from game.author.twee.story import Twee
from game.errors import GameError

READERS = {
    "sugarcube": sugarcube.SugarCubeReader,
    "harlowe": harlowe.HarloweReader,
    "chapbook": chapbook.ChapbookReader,
}
_VERSION = re.compile(r"[\s\d.-]+$")


def kind_of(story: Twee, name: str = "The story") -> str:
    """Returns the story format, by what the story says or by what its passages look like.

    Raises GameError for one that is not read.
    """
    said = _VERSION.sub("", story.format)
    if said in READERS:
        return said
    text = "\n".join(passage.text for passage in story.passages)
    looks = "snowman" if re.search(r"<%.*?%>", text, re.S) else ""
    if said or looks:
        raise GameError(
            f"{name} is written for {(said or looks).title()}, which is not read. Stories for SugarCube, Harlowe and "
            "Chapbook are: in Twine, choose one of these formats, rewrite what it does not know, and export again."
        )
    if "<<" not in text and re.search(r"\((?:link|link-goto|if|set|go-to):", text):
        return "harlowe"
    if "<<" not in text and re.search(r"^--$|^\[(?:if|continued|cont)\b[^\n]*\]$|\{link to:", text, re.M):
        return "chapbook"
    return "sugarcube"
