"""A story as Twine publishes or archives it (a page, HTML) as the same frozen data that Twee text becomes."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from game.author.twee.story import Passage

_POSITION = re.compile(r"(-?\d{1,6})(?:\.\d*)?,(-?\d{1,6})(?:\.\d*)?")
_TAG = re.compile(r"""<(tw-storydata|tw-passagedata|script|style|div)\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_BESIDE = {"script": "script", "style": "stylesheet"}  # of a story, each with the tag that Twee gives it


@dataclass(slots=True)
class PublishedStory:
    """One story of a page: its data as in StoryData, and its passages."""

    title: str
    data: dict[str, str]
    start_pid: str = ""
    passages: list[Passage] = field(default_factory=list)


class _Page:
    """Collects stories; Twine 2 marks them with elements of its own, Twine 1 keeps passages in a hidden `div`.

    Only the few tags that matter are looked for, each once: a parser of whole pages takes minutes over a hostile one.
    """

    def __init__(self, text: str) -> None:
        self.text, self.at, self.line, self.counted = text, 0, 1, 0
        self.stories: list[PublishedStory] = []

    def read(self) -> list[PublishedStory]:
        """Returns the stories from the top of the page."""
        while tag := _TAG.search(self.text, self.at):
            self.at = tag.end()
            self._tag(tag[1].lower(), _attributes(tag[2]), tag.start())
        return self.stories

    def _tag(self, name: str, known: dict[str, str], start: int) -> None:
        if name == "tw-storydata":
            data = {"format": known.get("format", ""), "ifid": known.get("ifid", "")}
            self.stories.append(PublishedStory(known.get("name", ""), data, known.get("startnode", "")))
        elif name == "div" and known.get("id", "").lower() in ("storearea", "store-area"):
            self.stories.append(PublishedStory("", {}))
        elif not self.stories:
            return
        elif name == "tw-passagedata":
            passage = self._passage(known.get("name", ""), known, name, start)
            if known.get("pid") and known["pid"] == self.stories[-1].start_pid:
                self.stories[-1].data["start"] = passage.name
        elif name in _BESIDE and known.get("type", "").startswith("text/twine"):
            self._passage(known.get("id", name), {"tags": _BESIDE[name]}, name, start)
        elif name == "div" and "tiddler" in known:
            self._passage(known["tiddler"], known, name, start)

    def _passage(self, name: str, known: dict[str, str], tag: str, start: int) -> Passage:
        """Takes what stands between a tag and its end as a passage of the last story."""
        close = f"</{tag}>"
        end = self.text.find(close, self.at)
        text = self.text[self.at : end if end >= 0 else len(self.text)]
        self.at = end + len(close) if end >= 0 else len(self.text)
        self.line += self.text.count("\n", self.counted, start)
        self.counted = start
        text = text if tag in _BESIDE else html.unescape(text)
        if tag == "div":  # Twine 1 writes the breaks of rows as letters
            text = re.sub(r"\\([ns])", lambda sign: "\n" if sign[1] == "n" else "\\", text)
        at = _POSITION.fullmatch(known.get("position", known.get("twine-position", "")).replace(" ", ""))
        position = (int(at[1]), int(at[2])) if at else None
        passage = Passage(name, text.rstrip(), tuple(known.get("tags", "").split()), position, self.line)
        if tag not in _BESIDE or text.strip():
            self.stories[-1].passages.append(passage)
        return passage


def _attributes(text: str) -> dict[str, str]:
    """Returns what stands in a tag; a value without quotes counts too."""
    return {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(text)}


def published(text: str) -> list[PublishedStory]:
    """Returns the stories in a page or an archive, those without a passage left out."""
    return [story for story in _Page(text).read() if story.passages]
