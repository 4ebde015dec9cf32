"""The five steps that every edit is made of, each a change of few lines: put, key, insert, delete, move.

Each returns the new text and knows nothing of what was meant; `edited` holds the result against that.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.document import Data, Path_
from game.scenario.spans import Child, Part
from game.studio.edits import written
from game.studio.edits.meant import not_there
from game.studio.edits.order import after_which
from game.studio.edits.place import (
    Place,
    column,
    dash,
    header_end,
    line_end,
    line_start,
    place,
    sign,
)
from game.studio.edits.refusal import EditRefused
from game.studio.edits.written import Written
from game.words import _


def put(text: str, path: Path_, value: Data, careful: bool = False) -> str:
    """Returns the text with another value at a place; a key that is not there yet is added."""
    spot = place(text, path)
    if spot.number is None:
        if spot.holder.kind != "mapping":
            raise not_there()
        return _new_key(spot, path, value, after_which(path, [str(s) for s, _c in spot.holder.steps()]), careful)
    part = spot.child.value
    if spot.flow:
        gap = "" if part.begin > 0 and text[part.begin - 1] in " [{" else " "
        style = part.style if part.begin != part.end else ""
        shown = (
            written.scalar(value, True, style, careful) if isinstance(value, str) else written.inline(value, careful)
        )
        return text[: part.begin] + (gap if part.begin == part.end else "") + shown + text[part.end :]
    return _replaced(text, spot.child, _as_written(spot, path, value, careful))


def _as_written(spot: Place, path: Path_, value: Data, careful: bool) -> Written:
    """Returns a value as it stands after its key or its dash."""
    text, child = spot.text, spot.child
    if child.key is not None:
        return written.after(str(path[-1]), value, column(text, child.key.begin), child.value.style, careful)
    at = column(text, dash(text, child))
    if isinstance(value, str):
        return written.after("-", value, at, child.value.style, careful)
    shown = written.item(value, at, careful)[2:]
    return Written(shown) if shown[0] in "[{" else Written("", shown)


def _replaced(text: str, child: Child, new: Written) -> str:
    """Returns the text with a child's value written anew; comments beside and above it stay."""
    part, start = child.value, sign(text, child)
    beside = bool(new.below) and not new.below.startswith("\n")  # a mapping that begins behind its dash
    if part.kind != "text" and not part.flow:  # it stands on lines of its own, or behind a dash
        between = text[start : part.begin].rstrip()
        if beside:
            gap = " " if not between else between + "\n" + " " * (column(text, start - 1) + 2)
            return text[:start] + gap + new.below + text[part.end :]
        head = f" {new.head}" if new.head else ""
        return text[:start] + head + between + new.below + text[part.end :]
    if part.style in ("|", ">"):
        rest = text[header_end(text, part) : line_end(text, part.begin)]
    else:
        rest = text[part.end : line_end(text, part.end)]
    end = part.end if part.style in ("|", ">") else line_end(text, part.end)
    before = text[: part.begin].rstrip(" ") if text[line_start(text, part.begin) : part.begin].strip() else ""
    lead = before or text[: part.begin]
    if beside:
        return f"{lead} {new.below}{rest}{text[end:]}"
    gap = " " if before and new.head else ""
    return f"{lead}{gap}{new.head}{rest.rstrip() if new.below else rest}{new.below}{text[end:]}"


def key(text: str, path: Path_, name: str) -> str:
    """Returns the text with another key for what stands at a place."""
    spot = place(text, path)
    if spot.number is None or spot.child.key is None:
        raise not_there()
    old = spot.child.key
    return text[: old.begin] + written.key_text(name, spot.flow) + text[old.end :]


def insert(text: str, path: Path_, value: Data, careful: bool = False) -> str:
    """Returns the text with a new item in a list that is not empty, before the one that has its number now."""
    holder = place(text, path).holder
    number = path[-1]
    if holder.kind != "list" or not isinstance(number, int) or not 0 <= number <= len(holder.items):
        raise not_there()
    if place(text, path).flow:
        return _into_brackets(text, holder, number, written.inline(value, careful))
    at = dash(text, holder.items[0])
    col = column(text, at)
    shown = written.item(value, col, careful)
    if number == 0:
        return text[:at] + shown + "\n" + " " * col + text[at:]
    return _below(text, holder.items[number - 1].value, " " * col + shown)


def insert_key(text: str, path: Path_, value: Data, before: str | None, careful: bool = False) -> str:
    """Returns the text with a new key in a mapping that is not empty: before another, or at its end."""
    spot = place(text, path)
    keys = [str(step) for step, _child in spot.holder.steps()]
    if spot.number is not None:
        raise EditRefused(_("There is one of that name already. Choose another name."))
    number = keys.index(before) if before in keys else len(keys)
    return _new_key(spot, path, value, number, careful)


def _new_key(spot: Place, path: Path_, value: Data, number: int, careful: bool) -> str:
    """Returns the text with a key in front of the one that has this number now."""
    text, holder, name = spot.text, spot.holder, str(path[-1])
    if spot.flow:
        shown = f"{written.key_text(name, True)}: {written.inline(value, careful)}"
        return _into_brackets(text, holder, number, shown)
    first = holder.items[0].begin
    col = column(text, first)
    shown = written.entry(name, value, col, careful)
    if number == 0:
        return text[:first] + shown + "\n" + " " * col + text[first:]
    before = holder.items[number - 1].value
    gap = "\n" if len(path) > 1 and _apart(text, holder) else ""
    return _below(text, before, gap + " " * col + shown)


def _apart(text: str, holder: Part) -> bool:
    """Returns whether empty lines stand between the entries, as they do between scenes."""
    pairs = zip(holder.items, holder.items[1:], strict=False)
    return any("\n\n" in text[one.value.end : two.begin] for one, two in pairs)


def _below(text: str, part: Part, shown: str) -> str:
    """Returns the text with lines below a part's last."""
    at = line_end(text, part.end)
    return text[:at] + "\n" + shown + text[at:]


def _into_brackets(text: str, holder: Part, number: int, shown: str) -> str:
    if not holder.items:
        return text[: holder.begin + 1] + shown + text[holder.end - 1 :]
    if number < len(holder.items):
        at = holder.items[number].begin
        return text[:at] + shown + ", " + text[at:]
    at = holder.items[-1].value.end
    return text[:at] + ", " + shown + text[at:]


def delete(text: str, path: Path_) -> str:
    """Returns the text without one of several; comments above it stay."""
    spot = place(text, path)
    if spot.number is None or len(spot.holder.items) < 2:
        raise not_there()
    items, number = spot.holder.items, spot.number
    if spot.flow:
        if number + 1 < len(items):
            return text[: items[number].begin] + text[items[number + 1].begin :]
        return text[: items[number - 1].value.end] + text[items[number].value.end :]
    begin = items[number].begin if items[number].key is not None else dash(text, items[number])
    start, end = line_start(text, begin), line_end(text, items[number].value.end)
    if text[start:begin].strip():  # it stands behind a dash, so the next one takes its place
        later = items[number + 1].begin if items[number].key is not None else dash(text, items[number + 1])
        return text[:begin] + (text[later:] if not text[end:later].strip() else text[items[number].value.end :])
    return text[: max(start - 1, 0)] + text[end:] if end == len(text) else text[:start] + text[end + 1 :]


def move(text: str, path: Path_, to: int) -> str:
    """Returns the text with one of several in another place among them; what stands between them stays between."""
    spot = place(text, path)
    if spot.number is None:
        raise not_there()
    stretches = [_stretch(text, spot, child) for child in spot.holder.items]
    order = list(range(len(stretches)))
    order.insert(to, order.pop(spot.number))
    return rearranged(text, stretches, order)


def rearranged(text: str, stretches: Sequence[tuple[int, int]], order: Sequence[int]) -> str:
    """Returns the text with its stretches in another order, and what is between them where it was."""
    found, at = list[str](), 0
    for (begin, end), number in zip(stretches, order, strict=True):
        found += [text[at:begin], text[slice(*stretches[number])]]
        at = end
    return "".join([*found, text[at:]])


def _stretch(text: str, spot: Place, child: Child) -> tuple[int, int]:
    """Returns where an entry begins, with the comments right above it, and where it ends."""
    if spot.flow:
        return child.begin, child.value.end
    begin = child.begin if child.key is not None else dash(text, child)
    start = line_start(text, begin)
    if text[start:begin].strip():
        raise EditRefused(_("This stands on a line with something else, so it cannot be moved by itself."))
    lead = text[start:begin] + "#"
    while start > 0 and text.startswith(lead, above := line_start(text, start - 1)):
        start = above
    return start, line_end(text, child.value.end)
