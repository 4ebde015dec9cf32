"""Reads a text by reading anew the one scene in which it differs from a text that was read before.

What stands before the scene is the same and was read, so the reader stands there as it stood before. The scene alone
must be read without a fault, as one entry under the same key, and end where a line ends; then the reader stands behind
it as it stood before too, and what follows is the same but for its place. In all other cases the whole is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.document import Document, Mark
from game.scenario.letters import without_odd_letters
from game.scenario.spans import Child, Part, parts
from game.scenario.yaml_dialect import CONTROL, MOST_VALUES, fill

_ABOVE = "nodes:\n"  # a scene is read below this line, as deep as it stands in the file
_NO_SCENE = ("---", "...", "%", "\t")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, what it holds and where its parts stand; not to be changed."""

    text: str
    document: Document
    whole: Part | None


@dataclass(frozen=True, slots=True)
class _Scene:
    """Which scene changed: its number among the top's entries and among the scenes, and its lines before and now."""

    top: int
    number: int
    begin: int
    end: int  # in the text before
    now: str

    @property
    def key(self) -> tuple[int, int]:
        return self.top, self.number


def reread(kept: Reading, text: str) -> Reading | None:
    """Returns a text as it is read, by the help of one that was read before; None where the whole must be read."""
    before = kept.document
    if before.problems or before.lost or "\r" in text or len(text) > MOST_VALUES:  # a value has a character at least
        return None
    scene = _changed(kept, text)
    if scene is None or not _looks_harmless(scene.now):
        return None
    read = Document(before.name, (_ABOVE + scene.now).split("\n"))
    if fill(read, _ABOVE + scene.now) is not None or read.problems or read.lost:
        return None
    part = parts(_ABOVE + scene.now)
    assert kept.whole is not None
    old = kept.whole.items[scene.top].value.items[scene.number]
    assert old.key is not None
    name = old.key.value
    found = _only_entry(read, part, name)
    if found is None or found.begin - len(_ABOVE) != old.begin - scene.begin:
        return None
    whole = _put_whole(kept.whole, scene, found, len(text) - len(kept.text))
    return Reading(text, _put_document(kept, text, scene, name, read), whole)


def _changed(kept: Reading, text: str) -> _Scene | None:
    """Returns the one scene that the two texts differ in."""
    old = kept.text
    begin = _same_until(old, text)
    after = _same_from(old, text, min(len(old), len(text)) - begin)
    end = len(old) - after
    tops = kept.whole.items if kept.whole is not None and kept.whole.kind == "mapping" and not kept.whole.flow else []
    for top, child in enumerate(tops):
        nodes = child.value
        if child.key is None or child.key.value != "nodes" or nodes.kind != "mapping" or nodes.flow:
            continue
        for number, one in enumerate(nodes.items):
            following = [*nodes.items[number + 1 : number + 2], *tops[top + 1 : top + 2]]
            last = _line(old, following[0]) if following else len(old)
            first = _line(old, one)
            assert one.key is not None
            if first is None or last is None or _line(old, child) != child.begin:
                return None
            if one.key.end < begin and end <= last:
                now = text[first : last + len(text) - len(old)]
                return _Scene(top, number, first, last, now) if not following or now.endswith("\n") else None
    return None


def _line(text: str, child: Child) -> int | None:
    """Returns where the line of an entry begins; None where something else stands before it there."""
    start = text.rfind("\n", 0, child.begin) + 1
    return None if text[start : child.begin].strip(" ") else start


def _same_until(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_from(one: str, other: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _looks_harmless(lines: str) -> bool:
    """Returns whether nothing stands in a scene's lines that is mended, or that would end the file."""
    rows = lines.split("\n")
    return (
        not CONTROL.search(lines)
        and not any(row.startswith(_NO_SCENE) for row in rows)
        and not without_odd_letters(rows)[1]
    )


def _only_entry(read: Document, part: Part | None, name: str) -> Child | None:
    """Returns the entry of what was read alone, where it is the only one and has this name."""
    nodes = read.data.get("nodes") if isinstance(read.data, dict) else None
    if part is None or len(part.items) != 1 or not isinstance(nodes, dict) or list(nodes) != [name]:
        return None
    inner = part.items[0].value.items
    return inner[0] if len(inner) == 1 and inner[0].key is not None and inner[0].key.value == name else None


# ── the new scene among the others ───────────────────────────────────────────────────────────────────


def _put_whole(whole: Part, scene: _Scene, found: Child, longer: int) -> Part:
    new = _moved(found, scene.begin - len(_ABOVE))
    top = whole.items[scene.top]
    nodes = _with_entry(top.value, scene.number, new, longer)
    return _with_entry(whole, scene.top, Child(top.key, nodes), longer)


def _with_entry(part: Part, number: int, entry: Child, longer: int) -> Part:
    later = part.items[number + 1 :]
    items = [*part.items[:number], entry, *(_moved(child, longer) for child in later if longer)]
    if not longer:
        items += later
    return Part(part.kind, part.begin, items[-1].value.end, part.value, part.style, part.flow, items)


def _moved(child: Child, by: int) -> Child:
    return Child(None if child.key is None else _part_moved(child.key, by), _part_moved(child.value, by))


def _part_moved(part: Part, by: int) -> Part:
    items = [_moved(child, by) for child in part.items]
    return Part(part.kind, part.begin + by, part.end + by, part.value, part.style, part.flow, items)


def _put_document(kept: Reading, text: str, scene: _Scene, name: str, read: Document) -> Document:
    before = kept.document
    assert isinstance(before.data, dict)
    assert isinstance(read.data, dict)
    nodes, new = before.data["nodes"], read.data["nodes"]
    assert isinstance(nodes, dict)
    assert isinstance(new, dict)
    line = kept.text.count("\n", 0, scene.begin)
    more = text.count("\n") - kept.text.count("\n")
    mark = _mark_moved(read.marks.children["nodes"].children[name], line - 1)
    scenes = _marks_with(before.marks.children["nodes"], name, mark, more)
    marks = _marks_with(before.marks, "nodes", scenes, more)
    return Document(before.name, text.split("\n"), {**before.data, "nodes": {**nodes, name: new[name]}}, marks)


def _marks_with(mark: Mark, name: str, new: Mark, more: int) -> Mark:
    made = Mark(mark.line, mark.column)
    made.key_line, made.key_column = mark.key_line, mark.key_column
    behind = False
    for step, child in mark.children.items():
        made.children[step] = new if step == name else _mark_moved(child, more) if behind and more else child
        behind = behind or step == name
    return made


def _mark_moved(mark: Mark, by: int) -> Mark:
    made = Mark(mark.line + by, mark.column)
    made.key_line, made.key_column = mark.key_line + by, mark.key_column
    made.children = {step: _mark_moved(child, by) for step, child in mark.children.items()}
    return made
