"""The files of `tests/diagnostics`, each with the code that it makes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.binding import MOST_ITEMS
from game.scenario.source import MOST_BYTES
from game.scenario.yaml_dialect import MOST_KEYS
from game.testing import SMALL


def written(data: bytes | str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "made.yaml"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return make


def a_folder(folder: Path) -> Path:
    return folder


def a_pipe(folder: Path) -> Path:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(folder / "pipe.yaml")
    return folder / "pipe.yaml"


def nothing(folder: Path) -> Path:
    return folder / "missing.yaml"


MADE = [
    ("unreadable 1:1", nothing),
    ("not-a-file 1:1", a_folder),
    ("not-a-file 1:1", a_pipe),
    ("too-large 1:1", written(b"#" * (MOST_BYTES + 1))),
    (f"too-large {MOST_ITEMS + 2}:3", written("a:\n" + "- b\n" * (MOST_ITEMS + 1))),
    (f"too-large {MOST_KEYS + 1}:1", written("".join(f"a{i}: b\n" for i in range(MOST_KEYS + 1)))),
    ("not-utf8 1:1", written(SMALL.encode("utf-16"))),
    ("not-utf8 2:13", written("title: é\nsummary: café".encode()[:-1])),
    ("not-plain-text 1:1", written(b"{\\rtf1\\ansi " + SMALL.encode() + b"}")),
    ("not-plain-text 1:1", written(b"PK\x03\x04 word/document.xml")),
    ("not-plain-text 1:1", written("\ufeff<!DOCTYPE html><p>format: 1")),
    ("control-character 9:20", written(SMALL.replace("Dana Reyes", "Dana\x00Reyes"))),
    ("control-character 9:20", written(SMALL.replace("Dana Reyes", "Dana\u2028Reyes"))),
    ("control-character 1:2", written(SMALL.encode("utf-16-le"))),
    ("empty-file 1:1", written(b"")),
    ("empty-file 1:1", written(b"\xef\xbb\xbf\n# nothing but a comment\n")),
]
