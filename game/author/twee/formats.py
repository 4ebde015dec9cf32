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
# What prose hardly has: macros of Harlowe; modifiers and inserts of Chapbook.
_HARLOWE = re.compile(
    r"\((?:(?:link|text|click|mouseover)(?:-[a-z-]+)?|if|unless|set|put|go-to|goto|display|print|random|either|font|css"
    r"|live|stop|append|prepend|replace|show|hide|enchant|align|transition|t8n|hook|cycling-link):"
)
_CHAPBOOK = re.compile(
    r"^--$|^\[(?:if|ifalways|ifnever|unless|else|align|after|continued?|cont)\b[^\n]*\]$"
    r"|\{(?:link to|embed passage|cycling link for|dropdown menu for|text input for|reveal link):",
    re.M,
)


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
    if "<<" not in text and _HARLOWE.search(text):
        return "harlowe"
    if "<<" not in text and _CHAPBOOK.search(text):
        return "chapbook"
    return "sugarcube"
