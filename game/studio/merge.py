"""Two changes of one text put together line by line, where they touch different lines."""

from __future__ import annotations

from difflib import SequenceMatcher

Stretch = tuple[int, int, list[str]]  # from a line to before another, and what stands there instead


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Returns the text with both changes of `base` in it; None where they change the same lines, or lines that meet."""
    lines = base.split("\n")
    both = sorted([*_stretches(lines, mine.split("\n")), *_stretches(lines, theirs.split("\n"))], key=lambda s: s[:2])
    found, at, last = list[str](), 0, -1
    same = None
    for begin, end, put in both:
        if (begin, end, put) == same:  # both say the same
            continue
        if begin <= last:
            return None
        found += [*lines[at:begin], *put]
        at = last = end
        same = (begin, end, put)
    return "\n".join([*found, *lines[at:]])


def _stretches(before: list[str], after: list[str]) -> list[Stretch]:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(a, b, after[c:d]) for kind, a, b, c, d in codes if kind != "equal"]
