"""Corrections for the YAML mistakes that authors really make, as whole lines to try."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

# indentation and dashes, then perhaps a key (`say:` or `dana (bright):`), then the value
_PARTS = re.compile(r"^(?P<lead>[\s\-]*?(?:- +)*)(?P<key>[\w-]+(?: \([\w-]+\))?: +)?(?P<value>\S.*)$")


def corrections(lines: list[str], error: Any) -> Iterator[tuple[int, str, str]]:
    """Lines worth trying in place of the faulty one: (number from 0, corrected line, what was wrong).

    The line the parser stopped at comes first, then the line where its trouble began, then the one before.
    """
    for number in _suspects(lines, error):
        line = lines[number]
        if "\t" in line:
            for spaced in (_like_line_before(lines, number), line.replace("\t", "  "), line.replace("\t", "    ")):
                yield number, spaced, "A tab stands here; YAML wants spaces."
        parts = _PARTS.match(line)
        if parts is None:
            continue
        lead, key, value = parts["lead"], parts["key"] or "", parts["value"].rstrip()
        if re.fullmatch(r"-\S.*", line.strip()):
            yield number, line.replace("-", "- ", 1), "The dash needs a space after it."
        if re.match(r"[\w-]+:\S", value) and not key:
            yield number, lead + value.replace(":", ": ", 1), "The colon after a key needs a space."
        if value.startswith('"') and value.count('"') == 1:
            yield number, f'{lead}{key}{value}"', "The quote that opens here is never closed."
        if not _is_quoted(value):
            yield number, lead + key + json.dumps(value, ensure_ascii=False), _reason(value)
        if re.fullmatch(r"[\w-]+", value) and not key:
            yield number, f"{lead}{value}:", "A key needs a colon after it."


def _like_line_before(lines: list[str], number: int) -> str:
    before = next((x for x in reversed(lines[:number]) if x.strip()), "")
    return before[: len(before) - len(before.lstrip())] + lines[number].strip().replace("\t", " ")


def _suspects(lines: list[str], error: Any) -> list[int]:
    marks = [m.line for m in (error.problem_mark, error.context_mark) if m is not None]
    rows = [marks[0], *marks[1:], marks[0] - 1] if marks else []
    rows += [r - 1 for r in rows[:1] if r - 1 >= 0 and not lines[min(r - 1, len(lines) - 1)].strip()]
    return [r for r in dict.fromkeys(rows) if 0 <= r < len(lines) and lines[r].strip()]


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value[0] in "\"'" and _closes(value, value[0])


def _closes(value: str, quote: str) -> bool:
    body = re.sub(r"\\.", "", value[1:]) if quote == '"' else value[1:].replace("''", "")
    return body.endswith(quote) and body.count(quote) == 1


def _reason(value: str) -> str:
    first = value[0]
    if first in "\"'":
        return "The text goes on after its closing quote."
    if first in "[{":
        return f"Text that begins with {first} must stand in double quotes."
    if first in "*&!%@`>|#":
        return f"Text that begins with {first} must stand in double quotes."
    if ": " in value or value.endswith(":"):
        return "Text that holds a colon must stand in double quotes."
    return "This text must stand in double quotes."
