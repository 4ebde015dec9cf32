"""Twee 3 text as a story: headers with tags and places, StoryTitle, StoryData; whatever is odd is told, not fatal."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from game.author.twee.published import PublishedStory, published
from game.author.twee.story import Loss, Passage, Twee
from game.errors import GameError
from game.files import read_bounded

MOST_BYTES = 1024 * 1024
MOST_PAGE = 8 * MOST_BYTES  # with the story format's programs in it
MOST_PASSAGES = 1000
MOST_TEXT = 40_000  # characters in one passage

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ue000-\uf8ff]|[\ud800-\udfff]")
_PAGE = re.compile(r"\s*<(!doctype|html|tw-storydata|tw-library|\?xml|!--)", re.I)
_STORIES = re.compile(r"<tw-storydata\b|<div\b[^<>]{0,200}\bid=[\"']store-?area\b", re.I)
_POSITION = re.compile(r"\s*(-?\d{1,6})(?:\.\d*)?\s*,\s*(-?\d{1,6})(?:\.\d*)?\s*")
_ESCAPED = re.compile(r"\\(.)")
_COLONS = re.compile(r"^\\(?=\\*::)", re.M)


def read_file(path: Path, which: str = "") -> tuple[Twee, list[Loss]]:
    """Returns the story in a file, and what of the notation could not be read; `which` names one of an archive.

    Raises GameError.
    """
    raw = read_bounded(path, MOST_PAGE)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise GameError(f"{path}:{line} is not UTF-8 text. Save the file again with that encoding.") from None
    return read_text(text, str(path), which)


def read_text(text: str, name: str = "story.twee", which: str = "") -> tuple[Twee, list[Loss]]:
    """Returns the story in Twee 3 text, or in a page that Twine made; as `read_file`."""
    if _PAGE.match(text):
        return _of_page(text, name, which)
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise GameError(f"{name} is larger than {MOST_BYTES // 1024:,} KiB. Split the story.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    losses: list[Loss] = []
    lines = _seen(lines, losses)
    passages = _passages(lines, losses)
    if not passages:
        raise GameError(f"{name} holds no passage. A passage of a Twee file begins with a line such as `:: Start`.")
    _not_too_many(passages, name)
    return _story(passages, losses), losses


def _seen(lines: list[str], losses: list[Loss], first: int = 1) -> list[str]:
    """Returns the rows without invisible characters, which are told."""
    hidden = [number for number, line in enumerate(lines, first) if _HIDDEN.search(line)]
    if not hidden:
        return lines
    losses.append(Loss(hidden[0], "", f"invisible characters, on {len(hidden)} lines (first here)"))
    return [_HIDDEN.sub("", line) for line in lines]


def _not_too_many(passages: list[Passage], name: str) -> None:
    if len(passages) > MOST_PASSAGES:
        raise GameError(f"{name} has {len(passages):,} passages. Split the story: at most {MOST_PASSAGES:,} fit.")


def _of_page(text: str, name: str, which: str) -> tuple[Twee, list[Loss]]:
    """Returns the story in a page or an archive that Twine made."""
    begins = _STORIES.search(text)
    if begins is None:
        hint = "In Twine, pick the story, then Build, Export As Twee or Publish to File, and import that file."
        raise GameError(f"{name} is a page (HTML) without a Twine story in it. {hint}")
    before = text.count("\n", 0, begins.start())
    if len(text) - begins.start() > MOST_BYTES:  # what the story format puts behind the stories
        ends = max(text.rfind(sign) for sign in ("</tw-storydata>", "</div>"))
        text = text[: max(ends, begins.start()) + len("</tw-storydata>")]
    stories = published("\n" * before + text[begins.start() :])
    titles = [story.title or "(no title)" for story in stories]
    wanted = [story for story, title in zip(stories, titles, strict=True) if title == which] if which else stories
    if len(wanted) != 1:
        if not stories:
            raise GameError(f"{name} holds a story without a passage. Is it the right file?")
        listed = ", ".join(f"“{title}”" for title in titles[:20])
        raise GameError(f"{name} holds these stories: {listed}. Say which one with --story.")
    return _published_story(wanted[0], name)


def _published_story(story: PublishedStory, name: str) -> tuple[Twee, list[Loss]]:
    _not_too_many(story.passages, name)
    losses: list[Loss] = []
    found: dict[str, Passage] = {}
    for passage in story.passages:
        text = "\n".join(_seen(passage.text.replace("\r\n", "\n").split("\n"), losses, passage.line))
        if len(text) > MOST_TEXT:
            losses.append(Loss(passage.line, passage.name, f"all after {MOST_TEXT:,} characters of the passage"))
        if not passage.name:
            losses.append(Loss(passage.line, "", "a passage without a name"))
        elif passage.name in found:
            losses.append(Loss(passage.line, passage.name, "a second passage of this name (the first one stands)"))
        else:
            found[passage.name] = replace(passage, text=text[:MOST_TEXT])
    title = found["StoryTitle"].text.strip() if "StoryTitle" in found else story.title
    others = tuple(passage for key, passage in found.items() if key not in ("StoryTitle", "StoryData"))
    data = story.data
    return Twee(title, others, data.get("start", ""), data.get("format", "").lower(), data.get("ifid", "")), losses


def _passages(lines: list[str], losses: list[Loss]) -> list[Passage]:
    heads = [n for n, line in enumerate(lines) if line.startswith("::")]
    if any(line.strip() for line in lines[: heads[0] if heads else 0]):
        losses.append(Loss(1, "", "text before the first passage"))
    found: dict[str, Passage] = {}
    for head, following in zip(heads, [*heads, len(lines)][1:], strict=True):
        passage = _passage(lines[head], "\n".join(lines[head + 1 : following]).rstrip(), head + 1, losses)
        if not passage.name:
            losses.append(Loss(head + 1, "", "a passage without a name"))
        elif passage.name in found:
            losses.append(Loss(head + 1, passage.name, "a second passage of this name (the first one stands)"))
        else:
            found[passage.name] = passage
    return list(found.values())


def _passage(head: str, text: str, line: int, losses: list[Loss]) -> Passage:
    rest = head[2:]
    end = _unescaped(rest, "[{")
    name = _plain(rest[:end].strip())
    tags: tuple[str, ...] = ()
    rest = rest[end:]
    if rest.startswith("["):
        close = _unescaped(rest, "]")
        tags = tuple(_plain(tag) for tag in rest[1:close].split())
        rest = rest[close + 1 :].strip()
    position = _position(rest, line, name, losses) if rest else None
    if len(text) > MOST_TEXT:
        losses.append(Loss(line, name, f"all after {MOST_TEXT:,} characters of the passage"))
    return Passage(name, _COLONS.sub("", text[:MOST_TEXT]), tags, position, line + 1)


def _unescaped(text: str, signs: str) -> int:
    """Returns where the first of these signs stands that no backslash is before; the text's end otherwise."""
    at = 0
    while at < len(text) and text[at] not in signs:
        at += 2 if text[at] == "\\" else 1
    return min(at, len(text))


def _plain(name: str) -> str:
    return _ESCAPED.sub(r"\1", name)


def _position(block: str, line: int, name: str, losses: list[Loss]) -> tuple[int, int] | None:
    data = _json(block)
    if data is None:
        losses.append(Loss(line, name, "what follows the passage's name cannot be read (no JSON)"))
        return None
    match = _POSITION.fullmatch(data.get("position", ""))
    return (int(match[1]), int(match[2])) if match else None


def _json(text: str) -> dict[str, str] | None:
    """Returns the texts of a JSON object; None for anything else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return {key: value for key, value in data.items() if isinstance(value, str)} if isinstance(data, dict) else None


def _story(passages: list[Passage], losses: list[Loss]) -> Twee:
    named = {passage.name: passage for passage in passages}
    title = " ".join(named["StoryTitle"].text.split()) if "StoryTitle" in named else ""
    data: dict[str, str] | None = {}
    if "StoryData" in named:
        data = _json(named["StoryData"].text)
        if data is None:
            losses.append(Loss(named["StoryData"].line, "StoryData", "StoryData cannot be read (no JSON object)"))
    data = data or {}
    others = tuple(passage for passage in passages if passage.name not in ("StoryTitle", "StoryData"))
    return Twee(title, others, data.get("start", ""), data.get("format", "").lower(), data.get("ifid", ""))
