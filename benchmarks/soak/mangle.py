"""Damages a good file with some regard to its structure: rows, words, values of JSON, bytes."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

ODD = (
    "", " ", "0", "-1", "9" * 40, "1e999", "NaN", "null", "true", "~", "no", "[]", "{}", "[[", "]]", "{", "}", ":",
    "- ", "#", "&a", "*a", "!!python/object:os.system", "<<", ">>", "(", ")", "|", ">", "'", '"', "\\", "\\x1b[2J",
    "\x00", "\x1b[31m", "\t", "\r", "\u202e", "\u200b", "\ufeff", "\u2028", "é", "李", "🙂", "../../etc/passwd",
    "C:\\nul", "a" * 5000, "=1+1", "1-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "once", "goto", "start", "nodes",
    "format", "when", "ending",
)  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]+")
_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1e308, "", "a", "\x00", "\ud800", [], {}, [[]], {"a": {}}, [None] * 50, "x" * 4000,
)  # fmt: skip


def mangled(data: bytes, rng: random.Random) -> bytes:
    """Returns the file after one to four mishaps."""
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(_MISHAPS)(data, rng)
    return data


def _in_text(change: Callable[[str, random.Random], str]) -> Callable[[bytes, random.Random], bytes]:
    def changed(data: bytes, rng: random.Random) -> bytes:
        return change(data.decode("utf-8", "surrogateescape"), rng).encode("utf-8", "surrogateescape")

    return changed


def _rows(text: str, rng: random.Random) -> str:
    """Takes away, doubles, moves or indents a row, or puts an odd one in."""
    rows = text.split("\n")
    n, row = rng.randrange(len(rows)), rng.choice(rows)
    match rng.randrange(6):
        case 0:
            del rows[n]
        case 1:
            rows.insert(n, row)
        case 2:
            rows[n] = rng.choice(("  ", "\t", " " * 9, "- ")) + rows[n]
        case 3:
            rows[n] = rows[n].lstrip()
        case 4:
            rows.insert(n, rng.choice(ODD))
        case _:
            rows[n], rows[rng.randrange(len(rows))] = rows[rng.randrange(len(rows))], rows[n]
    return "\n".join(rows)


def _words(text: str, rng: random.Random) -> str:
    """Puts something odd, or another word of the file, in place of a word or a sign."""
    word, second = _a_word(text, rng), _a_word(text, rng)
    if word is None or second is None:
        return rng.choice(ODD)
    other = rng.choice(ODD) if rng.random() < 0.6 else second[0]
    return text[: word.start()] + other + text[word.end() :]


def _a_word(text: str, rng: random.Random) -> re.Match[str] | None:
    """Returns a word or a sign, or what is left of it, at a place by chance: finding all takes longer than reading."""
    return _WORD.search(text, rng.randrange(len(text) + 1)) or _WORD.search(text)


def _json(text: str, rng: random.Random) -> str:
    """Changes a value in a row of JSON; text that is none changes by a word."""
    rows = text.split("\n")
    n = rng.randrange(len(rows))
    try:
        whole = json.loads(rows[n] if len(rows) > 2 else text)
    except (ValueError, RecursionError):
        return _words(text, rng)
    at: Any = whole
    while isinstance(at, dict | list) and at:
        key: Any = rng.choice(list(at)) if isinstance(at, dict) else rng.randrange(len(at))
        if not isinstance(at[key], dict | list) or not at[key] or rng.random() < 0.3:
            _change(at, key, rng)
            break
        at = at[key]
    written = json.dumps(whole)
    if len(rows) <= 2:
        return written
    rows[n] = written
    return "\n".join(rows)


def _change(at: Any, key: Any, rng: random.Random) -> None:
    match rng.randrange(4):
        case 0:
            del at[key]
        case 1:
            at[key] = [at[key]]
        case 2 if isinstance(at, dict):
            at[rng.choice(ODD)] = at.pop(key)
        case _:
            at[key] = rng.choice(_VALUES)


def _bytes(data: bytes, rng: random.Random) -> bytes:
    """Flips, cuts, puts in or repeats bytes."""
    if not data:
        return rng.randbytes(20)
    n, length = rng.randrange(len(data)), rng.choice((1, 2, 4, 16, 200))
    match rng.randrange(5):
        case 0:
            return data[:n] + bytes([data[n] ^ (1 << rng.randrange(8))]) + data[n + 1 :]
        case 1:
            return data[:n]
        case 2:
            return data[:n] + data[n + length :]
        case 3:
            return (
                data[:n]
                + rng.choice((b"\x00", b"\xff", b"\xff\xfe", rng.randbytes(4))) * rng.choice((1, 50))
                + data[n:]
            )
        case _:
            return data[:n] + data[n : n + length] * rng.choice((2, 30)) + data[n:]


def _numbers(data: bytes, rng: random.Random) -> bytes:
    """Puts an odd number in place of four bytes: lengths and places of zips and catalogues."""
    n = rng.randrange(0, max(len(data) - 4, 1))
    return data[:n] + rng.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, len(data))).to_bytes(4, "little") + data[n + 4 :]


_MISHAPS = (_in_text(_rows), _in_text(_words), _in_text(_json), _in_text(_words), _bytes, _numbers)
