"""Letters that another program put in: bullets, spaces that are none, wide colons, fences of a chat.

A word processor, a web page or a chat changes letters that YAML reads by their exact form. Each is told with the line
as it should be, and reading goes on as if it stood so. Prose is left alone: a no-break space within a sentence is fine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # they look like a space; YAML takes none of them for one
UNSEEN = "\u00ad\u200b-\u200f\u2060"  # they take no room, or say which way to read
_FAR = 60  # lines in which the neighbour of a bullet is looked for
_ODD = re.compile(f"[{SPACES}{UNSEEN}]")
_GAP = f"[ {SPACES}{UNSEEN}]"

# what stands before a value: indentation, dashes, and perhaps a key (`say:`, `dana (bright):`)
_LINE = re.compile(
    rf"(?P<lead>{_GAP}*(?:-{_GAP}+)*)"
    rf"(?P<key>[\w{UNSEEN}-]+(?:{_GAP}*\([^():]*\))?{_GAP}*:(?:{_GAP}+|$))?"
    r"(?P<value>.*)"
)
_WORDS = re.compile(rf"[\[ ]*[\w{UNSEEN}-]+(?:, *[\w{UNSEEN}-]+)*[\] ]*")  # an id, or a list of ids
_WIDE_COLON = re.compile(r"(?P<before> *(?:- +)?[a-z][a-z0-9_-]*(?: *\([a-z -]+\))?) *\uff1a *")
_BULLET = re.compile(rf"(?P<lead> *)(?P<sign>[•‣◦▪●○∙·–—*]){_GAP}+(?=\S)")
_FENCE = re.compile(r"\s*(?:```|~~~)[\w-]*\s*")
# a text of several lines begins below
_BLOCK = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[^#]*: *)?[|>][+-]?\d?\s*(?: #.*)?")


@dataclass(frozen=True, slots=True)
class OddLetter:
    """A letter at `number` and `column` (from 0) that does not belong, the line without it (None: no line), and why."""

    number: int
    column: int
    line: str | None
    code: str
    why: str

    @property
    def hint(self) -> str:
        """Returns how to write the line."""
        if self.line is None:
            return "Delete this line; `check --fix` does so."
        return f"Write it like this: {self.line.strip()[:160]}"


def odd_letters(lines: Sequence[str]) -> Iterator[OddLetter]:
    """Yields the letters to mend, at most one of a kind a line, in the order of the lines; a line may come twice."""
    yield from _fences(lines)
    for number in _outside_blocks(lines):
        line = lines[number]
        if line.isascii() and "*" not in line:
            continue
        for found in chain(_spaces(number, line), _bullet(lines, number), _colon(number, line)):
            yield found
            break


def without_odd_letters(lines: Sequence[str]) -> tuple[list[str], list[OddLetter]]:
    """Returns the lines as they were meant, as many as before, and what was mended in them."""
    now, told = list(lines), []
    for _ in range(3):  # a line may hold a bullet, then a space, then a colon
        found = list(odd_letters(now))
        if not found:
            break
        for letter in found:
            now[letter.number] = letter.line or ""
        told += found
    return now, sorted(told, key=lambda letter: letter.number)


def named(letter: str) -> str:
    """Returns how a letter that cannot be told by looking is called: its number and its name."""
    return f"U+{ord(letter):04X}, {unicodedata.name(letter, 'without a name').lower()}"


def _fences(lines: Sequence[str]) -> Iterator[OddLetter]:
    """Yields the lines that a chat puts round a file: the first and the last that hold anything."""
    written = [number for number, line in enumerate(lines) if line.strip()]
    for number in sorted({*written[:1], *written[-1:]}):
        if _FENCE.fullmatch(lines[number]):
            why = "This line marks a piece of code in a chat; it is no part of the scenario."
            yield OddLetter(number, 0, None, "code-fence", why)


def _outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """Yields the numbers of the lines that are not within a text of several lines (`|`, `>`)."""
    deeper_than = -1
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        if deeper_than >= 0 and indent > deeper_than:
            continue
        opens = _BLOCK.fullmatch(line) if len(line) < 500 and ("|" in line or ">" in line) else None
        deeper_than = -1 if opens is None else indent + (len(opens["dashes"]) if opens["key"] else 0)
        if not line.lstrip().startswith("#"):
            yield number


def _spaces(number: int, line: str) -> Iterator[OddLetter]:
    """Yields the first odd space or unseen letter where a line is read by its form, with all of them mended."""
    parts = _LINE.fullmatch(line)
    if parts is None:
        return
    lead, key, value = parts["lead"], parts["key"] or "", parts["value"]
    plain = _plain(lead) + _plain(key)
    if _WORDS.fullmatch(value):
        plain, value = plain, re.sub(f"[{UNSEEN}]", "", value)
    mended = plain + value
    if mended != line:
        at = next(i for i, letter in enumerate(line) if _ODD.match(letter))
        looks = "An invisible letter" if re.match(f"[{UNSEEN}]", line[at]) else "A letter that only looks like a space"
        yield OddLetter(number, at, mended, "odd-letter", f"{looks} stands here ({named(line[at])}).")


def _plain(text: str) -> str:
    return re.sub(f"[{SPACES}]", " ", re.sub(f"[{UNSEEN}]", "", text))


def _bullet(lines: Sequence[str], number: int) -> Iterator[OddLetter]:
    """Yields the bullet or long dash at the beginning of a line that stands in a list."""
    line = lines[number]
    found = _BULLET.match(line)
    if found and (found["sign"] in "•‣◦▪●○" or _in_a_list(lines, number, len(found["lead"]))):
        why = f"`{found['sign']}` is a bullet of a word processor; a list item begins with `- `."
        yield OddLetter(number, found.start("sign"), f"{found['lead']}- {line[found.end() :]}", "odd-letter", why)


def _in_a_list(lines: Sequence[str], number: int, indent: int) -> bool:
    """Returns whether a neighbour at the same depth is a list item, or the line above opens a list."""
    above = _neighbour(lines[max(0, number - _FAR) : number][::-1], indent)
    below = _neighbour(lines[number + 1 : number + _FAR], indent)
    item = re.compile(rf" {{{indent}}}[-•–—*·] ")
    return above.rstrip().endswith(":") or any(item.match(line) for line in (above, below))


def _neighbour(lines: Sequence[str], indent: int) -> str:
    """Returns the first of the lines that stands as far left or further."""
    return next((line for line in lines if line.strip() and len(line) - len(line.lstrip(" ")) <= indent), "")


def _colon(number: int, line: str) -> Iterator[OddLetter]:
    """Yields the wide colon of East Asian keyboards after a key."""
    if found := _WIDE_COLON.match(line):
        rest = line[found.end() :]
        mended = f"{found['before']}: {rest}" if rest else f"{found['before']}:"
        why = "A wide colon stands here; YAML wants `:` and a space."
        yield OddLetter(number, line.index("\uff1a"), mended, "odd-letter", why)
