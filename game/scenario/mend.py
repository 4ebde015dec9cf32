"""Corrections for the YAML mistakes that authors really make, as whole lines to try.

Nothing here knows the scenario format: what a line should look like is learnt from the lines around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

# indentation and dashes, then perhaps a key (`say:` or `dana (bright):`), then the value
_PARTS = re.compile(r"^(?P<lead> *(?:- +)*)(?P<key>\w[\w-]*(?: \([\w-]+\))?:(?: +|$))?(?P<value>.*)$")
_KEY_AND_TEXT = re.compile(r"^(?P<lead> *(?:- +)?)(?P<key>[a-z_]+) (?P<text>[^\s(].*)$")
_COMPARISON = re.compile(r"(?<=: )((?:[<>]=?|==) *\d+)(?= *[,}])")
_IN_BRACES = re.compile(r"(?P<key>[\w-]+: )(?P<text>[^\"'\[{][^\"\[\]{}]*?)(?=, [\w-]+: |\}$)")
_LONGEST = 2_000  # a longer line is no line that someone typed
_FAR = 60  # lines above in which the beginning of the trouble is looked for


class Correction(NamedTuple):
    """A line to try in place of line `number` (from 0), and what to tell the author when it helps.

    `more` are the lines to try below it, where a whole part is moved.
    """

    number: int
    line: str
    why: str
    more: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """Returns the last line that is changed."""
        return self.number + len(self.more)

    def applied(self, lines: list[str]) -> list[str]:
        """Returns the lines, corrected."""
        return [*lines[: self.number], self.line, *self.more, *lines[self.last + 1 :]]

    @property
    def hint(self) -> str:
        """Returns how to write the line, with its indentation in words."""
        written = self.line.strip()
        shown = written if len(written) <= 160 else f"{written[:80]} … {written[-60:]}"
        spaces = len(self.line) - len(self.line.lstrip())
        part = f", with the {len(self.more)} lines below it as far" if self.more else ""
        return f"Write it like this{f', after {spaces} spaces{part}' if 'ndent' in self.why else ''}: {shown}"


def corrections(lines: list[str], error: Any) -> Iterator[Correction]:
    """Returns what is worth trying, the likeliest first: at the line the parser stopped at, and where its trouble
    began."""
    for number in _suspects(lines, error):
        line = lines[number]
        if len(line) > _LONGEST:
            continue
        if "\t" in line:
            for spaced in (_like_line_before(lines, number), line.replace("\t", "  "), line.replace("\t", "    ")):
                yield Correction(number, spaced, "A tab stands here; YAML wants spaces.")
        yield from _in_the_line(number, line)
        yield from _lost_colon(lines, number)
        yield from _in_the_layout(lines, number)
        yield from _whole_parts(lines, number)
        yield from _text_beside_a_list(lines, number)


def _in_the_line(number: int, line: str) -> Iterator[Correction]:
    """Corrections that leave the line where it stands."""
    parts = _PARTS.match(line)
    if parts is None or parts["value"].startswith("\t"):
        return
    lead, key, value = parts["lead"], parts["key"] or "", parts["value"].rstrip()
    if (quoted := _COMPARISON.sub(r'"\1"', line)) != line:
        yield Correction(number, quoted, "A comparison must stand in double quotes.")
    if re.match(r"-[^\s-]", value) and not key:
        yield Correction(number, f"{lead}- {value[1:]}", "The dash needs a space after it.")
    if re.match(r"[\w-]+:\S", value) and not key:
        yield Correction(number, lead + value.replace(":", ": ", 1), "The colon after a key needs a space.")
    if re.fullmatch(r"\[[\w, -]*|\{[^}]*: [^}]*", value):
        closing = "]" if value[0] == "[" else "}"
        yield Correction(number, lead + key + value + closing, f"The {value[0]} that opens here is never closed.")
    if value.startswith('"') and value.count('"') == 1:
        yield Correction(number, f'{lead}{key}{value}"', "The quote that opens here is never closed.")
    if re.fullmatch(r"\{[\w-]+: .*\}", value):
        within = _IN_BRACES.sub(lambda m: m["key"] + (in_quotes(m["text"]) if ": " in m["text"] else m["text"]), value)
        yield Correction(number, lead + key + within, "Text that holds a colon must stand in double quotes.")
    elif value and not _is_quoted(value):
        yield Correction(number, lead + key + in_quotes(value), _reason(value))
    if re.fullmatch(r"[\w-]+", value) and not key:
        yield Correction(number, f"{lead}{value}:", "A key needs a colon after it.")


def _in_the_layout(lines: list[str], number: int) -> Iterator[Correction]:
    """Corrections that move a line under its neighbours, or give it the dash it lost."""
    line = lines[number]
    indent, text = _indent(line), line.lstrip()
    keys, dashes = _columns(lines, number)
    moved = "This line is not indented like its neighbours."
    lost = "The dash of a list item is missing here."
    with_dash = [Correction(number, f"{' ' * column}- {text}", lost) for column in _nearest(dashes, indent)]
    if text.startswith("- "):
        yield from (Correction(number, " " * column + text, moved) for column in _nearest(dashes, indent))
    elif key := re.match(r"[\w-]+(?= \([\w-]+\):|:)", text):
        with_key = [Correction(number, " " * column + text, moved) for column in _nearest(keys, indent)]
        listed = re.compile(rf" *- +{re.escape(key[0])}\b")
        begins_items = any(listed.match(other) for other in lines[max(0, number - 300) : number + 300])
        yield from with_dash + with_key if begins_items else with_key + with_dash
    else:
        further = _under_its_key(lines, number)
        if further and indent not in dashes:
            yield further
        if ": " not in text:
            yield from with_dash
        if further:
            yield further
    above = next((n for n in range(number - 1, max(-1, number - _FAR), -1) if _shallower(lines[n], indent)), None)
    if above is not None:
        begins_item = lines[above].lstrip().startswith("- ") and not text.startswith("- ")
        yield Correction(above, " " * (indent - 2 if begins_item else indent) + lines[above].lstrip(), moved)
        first = next(n for n in range(above + 1, number + 1) if lines[n].strip())
        if first != number and text.startswith("- "):
            yield Correction(first, f"{' ' * indent}- {lines[first].lstrip()}", lost)


def _lost_colon(lines: list[str], number: int) -> Iterator[Correction]:
    """Returns a key that others have too, with its colon back."""
    found = _KEY_AND_TEXT.match(lines[number])
    if found and any(re.match(rf" *(?:- +)?{found['key']}: ", line) for line in lines):
        text = found["text"] if _is_quoted(found["text"]) or ": " not in found["text"] else in_quotes(found["text"])
        yield Correction(number, f"{found['lead']}{found['key']}: {text}", "A key needs a colon after it.")


def _whole_parts(lines: list[str], number: int) -> Iterator[Correction]:
    """Returns what begins at the line, or what stands before it, moved as a whole under its neighbours."""
    indent, item = _indent(lines[number]), lines[number].lstrip().startswith("- ")
    keys, dashes = _columns(lines, number)
    for column in _nearest(dashes if item else keys, indent):
        yield from _shifted(lines, number, column - indent)
    begin = next((n for n in range(number - 1, -1, -1) if _shallower(lines[n], indent + 3)), None)
    while begin is not None and _indent(lines[begin]) > indent - 3 and lines[begin].lstrip().startswith("- ") != item:
        left = _indent(lines[begin])
        begin = next((n for n in range(begin - 1, -1, -1) if _shallower(lines[n], left)), None)
    if begin is not None and _indent(lines[begin]) != indent:
        yield from _shifted(lines, begin, indent - _indent(lines[begin]))


def _shifted(lines: list[str], begin: int, by: int) -> Iterator[Correction]:
    """Returns a line and all that is indented further below it, moved to the right or to the left."""
    left = _indent(lines[begin])
    limit = left + max(by, 0) + 1  # what the line would then stand beside is no part of it
    end = next((n for n in range(begin + 1, len(lines)) if _shallower(lines[n], limit)), len(lines))
    block = [f"{' ' * (_indent(line) + by)}{line.lstrip()}" if line.strip() else line for line in lines[begin:end]]
    if len(block) > 1 and by:
        why = "This part is not indented like its neighbours."
        yield Correction(begin, block[0], why, tuple(block[1:]))


def _text_beside_a_list(lines: list[str], number: int) -> Iterator[Correction]:
    """Returns a key that has text beside it and a list below: one of the two is too much."""
    for above in range(number - 1, max(-1, number - _FAR), -1):
        parts = _PARTS.match(lines[above][:_LONGEST])
        below = lines[above + 1]
        deeper = parts is not None and _indent(below) > len(parts["lead"]) and below.lstrip().startswith("- ")
        if parts and parts["key"] and parts["value"] and deeper:
            key = f"{parts['lead']}{parts['key']}".rstrip()
            yield Correction(above, key, "Text stands beside this key, and a list below it: only one of them can.")
            return


def _under_its_key(lines: list[str], number: int) -> Correction | None:
    """Returns the line as a continuation of the text above it."""
    before = next((line for line in reversed(lines[max(0, number - _FAR) : number]) if line.strip()), "")
    parts = _PARTS.match(before[:_LONGEST])
    if parts is None or (parts["key"] and not parts["value"]):
        return None
    column = len(parts["lead"]) + 2 if parts["key"] else _indent(before)
    why = "Text that goes on in a new line is indented further than its key."
    return Correction(number, " " * column + lines[number].lstrip(), why) if column != _indent(lines[number]) else None


def _columns(lines: list[str], number: int) -> tuple[list[int], list[int]]:
    """Returns the columns of the keys and of the dashes that the line could stand under."""
    keys: list[int] = []
    dashes: list[int] = []
    limit = 1000
    for line in reversed(lines[max(0, number - _FAR) : number]):
        parts = _PARTS.match(line[:_LONGEST])
        if parts is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        lead = parts["lead"]
        if len(lead) < limit and parts["key"]:
            keys.append(len(lead))
        dashes += [at for at, sign in enumerate(lead) if sign == "-" and at < limit]
        limit = min(limit, _indent(line))
    return keys, dashes


def _nearest(columns: list[int], indent: int) -> list[int]:
    return sorted({c for c in columns if c != indent}, key=lambda c: abs(c - indent))[:3] + (
        [indent] if indent in columns else []
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _shallower(line: str, indent: int) -> bool:
    return bool(line.strip()) and _indent(line) < indent


def _like_line_before(lines: list[str], number: int) -> str:
    before = next((x for x in reversed(lines[:number]) if x.strip()), "")
    return " " * _indent(before) + lines[number].strip().replace("\t", " ")


def _suspects(lines: list[str], error: Any) -> list[int]:
    """Returns the line the parser stopped at, where its trouble began, an open quote above, the line before."""
    marks = [m.line for m in (error.problem_mark, error.context_mark) if m is not None]
    at = min(marks[0], len(lines) - 1) if marks else 0
    rows = [*marks, *(n for n in range(at - 1, max(-1, at - _FAR), -1) if _opens_a_quote(lines[n]))][:4]
    rows += [n for n in range(at - 1, -1, -1) if lines[n].strip()][:1]
    return [r for r in dict.fromkeys(rows) if 0 <= r < len(lines) and lines[r].strip()]


def _opens_a_quote(line: str) -> bool:
    parts = _PARTS.match(line) if len(line) <= _LONGEST else None
    return parts is not None and parts["value"].startswith('"') and parts["value"].count('"') == 1


def _is_quoted(value: str) -> bool:
    return len(value) > 1 and value[0] in "\"'" and _closes(value, value[0])


def _closes(value: str, quote: str) -> bool:
    body = re.sub(r"\\.", "", value[1:]) if quote == '"' else value[1:].replace("''", "")
    return body.endswith(quote) and body.count(quote) == 1


def in_quotes(value: str) -> str:
    """Returns the text in double quotes; in single ones where that spares the author backslashes."""
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False)


def _reason(value: str) -> str:
    first = value[0]
    if first in "\"'":
        return "The text goes on after its closing quote."
    if first in "[{*&!%@`>|#":
        return f"Text that begins with {first} must stand in double quotes."
    if ": " in value or value.endswith(":"):
        return "Text that holds a colon must stand in double quotes."
    return "This text must stand in double quotes."
