"""Twee 3 text as a story: headers with tags and places, StoryTitle, StoryData; whatever is odd is told, not fatal."""

from __future__ import annotations

import json
import re
from pathlib import Path

from game.author.twee.story import Loss, Passage, Twee
from game.errors import GameError
from game.files import read_bounded

MOST_BYTES = 1024 * 1024
MOST_PASSAGES = 1000
MOST_TEXT = 40_000  # characters in one passage

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ue000-\uf8ff]|[\ud800-\udfff]")
_ARCHIVE = re.compile(r"\s*<(!doctype|html|tw-storydata|\?xml)\b", re.I)
_POSITION = re.compile(r"\s*(-?\d{1,6})(?:\.\d*)?\s*,\s*(-?\d{1,6})(?:\.\d*)?\s*")
_ESCAPED = re.compile(r"\\(.)")
_COLONS = re.compile(r"^\\(?=\\*::)", re.M)


def read_file(path: Path) -> tuple[Twee, list[Loss]]:
    """The story in a file, and what of the notation could not be read; raises GameError."""
    raw = read_bounded(path, MOST_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise GameError(f"{path}:{line} is not UTF-8 text. Save the file again with that encoding.") from None
    return read_text(text, str(path))


def read_text(text: str, name: str = "story.twee") -> tuple[Twee, list[Loss]]:
    """The story in Twee 3 text; as `read_file`."""
    if _ARCHIVE.match(text):
        hint = "In Twine 2, pick the story, then Build, Export As Twee, and import that file."
        raise GameError(f"{name} is a page or an archive (HTML), not Twee text. {hint}")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    losses: list[Loss] = []
    hidden = [number for number, line in enumerate(lines, 1) if _HIDDEN.search(line)]
    if hidden:
        losses.append(Loss(hidden[0], "", f"invisible characters, on {len(hidden)} lines (first here)"))
        lines = [_HIDDEN.sub("", line) for line in lines]
    passages = _passages(lines, losses)
    if not passages:
        raise GameError(f"{name} holds no passage. A passage of a Twee file begins with a line such as `:: Start`.")
    if len(passages) > MOST_PASSAGES:
        raise GameError(f"{name} has {len(passages):,} passages. Split the story: at most {MOST_PASSAGES:,} fit.")
    return _story(passages, losses), losses


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
    """Where the first of these signs stands that no backslash is before; the text's end otherwise."""
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
    """The texts of a JSON object; None for anything else."""
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
