"""The law of the form's edits, over every scenario of the library: the data meant is the data read back, every comment
and every other line stays byte for byte, or the edit is refused with a sentence.

`python -m benchmarks.edits` makes 12,000 edits, in layouts that authors have: as they are, with comments in odd places,
with lists and mappings in brackets, without the last line break (CRLF is put back by the file's keeper). One in ten is
made in a whole file; the others in a file of five scenes of it, each scene in its turn, so that it takes minutes.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from game import locations
from game.rubric.load import load_file, usable
from game.rubric.model import Rubric
from game.scenario.document import Data, Null, Path_
from game.scenario.source import read_text
from game.studio.edits import EditRefused, edited
from game.studio.edits.place import comments, line_end, line_start, place

SCENES = 5
WHOLE = 40_000  # characters
WORDS = (
    "", " ", "no", "null", "~", "1.20", "0x1F", "yes: no", "a #b", "# c", "- d", "[x]", "{y: z}", '"', "'", 'say "it"',
    "it's", "\\", "a\\n", "line\nline", "line\n", "\nline", "end \n", "a\n\nb", "  two", "tab\tin", "é", "😀 so", "𝒳",
    "\u2028between", "next\u0085line", "&a", "*b", "!c", "%d", "@e", "`f`", "? g", ": h", "i:", "j, k", "|", ">", "---",
    "...", "100%", "“quoted”", "\u00a0", "\u200b", "\ufeffx", "a" * 300, "dana: x", "<b>", "12:30", "null ", "=",
)  # fmt: skip


def paths(data: Data, path: Path_ = ()) -> Iterator[Path_]:
    """Yields every path of the data."""
    match data:
        case list():
            for number, one in enumerate(data):
                yield (*path, number)
                yield from paths(one, (*path, number))
        case dict():
            for key, one in data.items():
                yield (*path, key)
                yield from paths(one, (*path, key))


def at(data: Any, path: Path_) -> Any:
    """Returns what stands at a path."""
    for step in path:
        data = data[step]
    return data


def a_value(draw: random.Random, depth: int = 2) -> Any:
    """Returns something that a form could send."""
    kind = draw.randrange(8 if depth else 5)
    if kind < 4:
        return draw.choice(WORDS)
    if kind == 4:
        return draw.choice((None, True, 0, -3, 12))
    if kind < 7:
        return [a_value(draw, depth - 1) for _ in range(draw.randrange(4))]
    keys = draw.sample(("to", "when", "has", "dana (bright)", "you", "a b", "id", "😀", "x: y"), draw.randrange(4))
    return {key: a_value(draw, depth - 1) for key in keys}


def an_edit(draw: random.Random, data: Data, every: list[Path_]) -> dict[str, Any]:
    """Returns one edit as a form would make it, or as no form should."""
    path = draw.choice(every)
    holder = at(data, path[:-1])
    match draw.randrange(10):
        case 0 | 1 | 2:
            return {"op": "set", "path": list(path), "value": a_value(draw)}
        case 3:
            return {
                "op": "set",
                "path": [*path[:-1], draw.choice(("new", "sets", "when", "x y"))],
                "value": a_value(draw),
            }
        case 4 | 5:
            step = draw.randrange(len(holder) + 1) if isinstance(holder, list) else f"new-{draw.randrange(9)}"
            before = {"before": path[-1]} if isinstance(holder, dict) and draw.random() < 0.5 else {}
            return {"op": "insert", "path": [*path[:-1], step], "value": a_value(draw)} | before
        case 6 | 7:
            return {"op": "delete", "path": list(path)}
        case 8:
            return {"op": "move", "path": list(path), "to": draw.randrange(len(holder))}
    nodes = list(data["nodes"]) if isinstance(data, dict) else []
    if draw.random() < 0.5:
        return {"op": "delete_scene", "scene": draw.choice(nodes), "goto": draw.choice(nodes)}
    return {
        "op": "rename_scene",
        "from": draw.choice(nodes),
        "to": draw.choice(("a-new-name", "b", "Not so", nodes[0])),
    }


def wanted(data: Data, edit: dict[str, Any]) -> Data | None:
    """Returns the data that an edit means, worked out apart from the product; None where a name runs through it."""
    path = edit.get("path", [])
    whole: Data = _copy(data)
    value = _plain(edit.get("value"))
    match edit["op"]:
        case "set":
            at(whole, tuple(path[:-1]))[path[-1]] = value
        case "insert":
            holder = at(whole, tuple(path[:-1]))
            if isinstance(holder, list):
                holder.insert(path[-1], value)
            else:
                holder[path[-1]] = value
        case "delete":
            del at(whole, tuple(path[:-1]))[path[-1]]
        case "move":
            holder = at(whole, tuple(path[:-1]))
            if isinstance(holder, list):
                holder.insert(edit["to"], holder.pop(path[-1]))
        case _:
            return None
    return whole


def _copy(data: Any) -> Any:
    if isinstance(data, list):
        return [_copy(one) for one in data]
    return {key: _copy(one) for key, one in data.items()} if isinstance(data, dict) else data


def _plain(value: Any) -> Any:
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            for line_break in ("\u2028", "\u0085"):
                value = value.replace(line_break, "\n")
            return value.replace("\ufeff", "")
        case list():
            return [_plain(one) for one in value]
    return {key: _plain(one) for key, one in value.items()}


def seen(data: Any) -> Any:
    """Returns data with what is empty told from the word for it."""
    match data:
        case None | Null():
            return None
        case list():
            return [seen(one) for one in data]
        case dict():
            return {key: seen(one) for key, one in data.items()}
    return str(data)


def wrong(text: str, edit: dict[str, Any], after: str) -> str | None:
    """Returns what an edit broke, in words; None where the law holds."""
    before = read_once(text)
    meant = wanted(before, edit)
    found = read_text(after)
    if found.data is None:
        return "cannot be read"
    if meant is not None and seen(found.data) != seen(meant):
        return "other data"
    if edit["op"] == "move" and list(paths(found.data)) == list(paths(before)) and edit["to"] != edit["path"][-1]:
        holder = at(before, tuple(edit["path"][:-1]))
        if isinstance(holder, dict) and list(holder)[edit["to"]] != edit["path"][-1]:
            return "not moved"
    if edit["op"] in ("set", "insert", "move", "rename_scene") and comments(after) != comments(text):
        return "a comment lost"
    if edit["op"] in ("delete", "delete_scene"):
        gone = comments(text) - comments(after)
        within = _within(text, edit, before)
        if any(comment not in within for comment in gone):
            return "a comment elsewhere lost"
    return None


def _within(text: str, edit: dict[str, Any], data: Data) -> str:
    """Returns the lines that what is deleted stands on."""
    path = tuple(edit["path"]) if edit["op"] == "delete" else ("nodes", edit["scene"])
    del data
    spot = place(text, path)
    stretch = spot.child
    if len(spot.holder.items) == 1 and len(path) > 1:
        stretch = place(text, path[:-1]).child
    return text[line_start(text, stretch.begin) : line_end(text, stretch.value.end)]


def layouts(text: str, draw: random.Random) -> Iterator[str]:
    """Yields a scenario in the layouts that authors give their files."""
    yield text
    yield text.rstrip("\n")
    lines = text.split("\n")
    spots = [n for n, line in enumerate(lines) if re.match(r" *(- )?[a-z_]+:( |$)", line)]
    for number in sorted(draw.sample(spots, min(60, len(spots))), reverse=True):
        indent = re.match(r" *", lines[number])
        assert indent is not None
        if draw.random() < 0.5:
            lines.insert(number, f"{indent[0]}# note {number}: it's - [odd]")
        elif lines[number].endswith(("]", "}", ":")) or re.search(r": [a-z-]+$", lines[number]):
            lines[number] += f"  # beside {number}"
    yield "\n".join(lines)
    yield re.sub(r"(?m)^( *)sets: ([a-z-]+)$", r"\1sets:\n\1  - \2", text)
    yield re.sub(r"(?m)^( *)goto: ([a-z-]+)$", r"\1goto: [{to: \2}]", text)


def cuts(text: str) -> Iterator[str]:
    """Yields the file with five of its scenes each, until every scene had its turn."""
    nodes = place(text, ("nodes",)).child.value
    starts = [line_start(text, child.begin) for child in nodes.items]
    ends = [*starts[1:], line_end(text, nodes.end) + 1]
    for first in range(0, len(starts), SCENES):
        yield text[: starts[0]] + text[starts[first] : ends[min(first + SCENES, len(ends)) - 1]] + text[ends[-1] :]


def texts(seed: int, scenarios: int | None = None) -> tuple[list[str], list[str]]:
    """Returns the whole files in every layout, and those of five scenes; of so many scenarios, or of all."""
    draw = random.Random(seed)
    files = list(locations.scenario_files().values())
    if scenarios is not None:
        files = draw.sample(files, scenarios)
    whole = [one for path in files for one in layouts(path.read_text("utf-8"), draw)]
    whole = [text for text in whole if not read_text(text).problems]
    cut = [one for text in whole for one in cuts(text) if not read_text(one).problems]
    return whole, cut


def run(
    number: int, seed: int, rubric: Rubric, scenarios: int | None = None
) -> tuple[Counter[str], Counter[str], list[float], list[str]]:
    """Makes edits in so many scenarios, or in all; returns how they went, why they were refused, how long each took in
    a whole file (CPU ms), and what was wrong."""
    draw = random.Random(seed)
    whole, cut = texts(seed, scenarios)
    went, why, took, wrongs = Counter[str](), Counter[str](), list[float](), list[str]()
    sheets = [whole[n % len(whole)] for n in range(number // 10)] + [cut[n % len(cut)] for n in range(number * 9 // 10)]
    for count, text in enumerate(sorted(sheets)):  # one text's edits together, so that it is read once
        data = read_once(text)
        edit = an_edit(draw, data, list(paths(data)))
        begun = time.process_time()
        try:
            after = edited(text, [edit], rubric)
        except EditRefused as refused:
            went["refused"] += 1
            why[re.sub("`[^`]*`", "`…`", str(refused))] += 1
            continue
        finally:
            if len(text) > WHOLE:
                took.append((time.process_time() - begun) * 1000)
        broke = wrong(text, edit, after)
        went["wrong" if broke else "right"] += 1
        if broke:
            wrongs.append(f"{count} {broke}: {edit}")
    return went, why, took, wrongs


@lru_cache(4)
def read_once(text: str) -> Data:
    """Returns the data of a text."""
    data = read_text(text).data
    assert data is not None
    return data


def main() -> None:
    """Prints how many edits went right, which were refused and why, and what was wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--number", type=int, default=12_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    went, why, took, wrongs = run(given.number, given.seed, usable(load_file(locations.RUBRIC)))
    print(f"edits {given.number}: right {went['right']}, refused {went['refused']}, wrong {went['wrong']}")
    middle = sorted(took)
    print(
        f"ms an edit: median {middle[len(middle) // 2]:.0f}, of 100 the slowest {middle[int(len(middle) * 0.99)]:.0f}"
    )
    for reason, count in why.most_common():
        print(f"refused {count}: {reason}")
    for one in wrongs[:20]:
        print(f"WRONG {one[:300]}")


if __name__ == "__main__":
    main()
