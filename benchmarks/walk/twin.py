"""The built player in Node, asked line by line (`twin.mjs`)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from game.web.pack import PLAYER

RUNNER = Path(__file__).with_name("twin.mjs")
NODE = shutil.which("node")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the two writings of the rule part: what was asked, and what each tells there."""

    asked: str
    python: str
    player: str

    def __str__(self) -> str:
        return f"{self.asked}\n  Python: {self.python}\n  player: {self.player}"


class Twin:
    """The player, in a process of its own. Close it after use, or use it in a `with`."""

    def __init__(self, player: Path = PLAYER / "player.js") -> None:
        assert NODE is not None, "Node.js is not installed"
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            [NODE, str(RUNNER), str(player)], stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Twin:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()

    def ask(self, **request: Any) -> None:
        """Sends a request; `answer` has what comes back. Between the two there is time to work the same out here."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Mapping[str, str]:
        """Returns the answer to the last request: its digest, and its text where that was asked for."""
        assert self._process.stdout
        row = self._process.stdout.readline()
        assert row, "the player has stopped; its last words stand above"
        answer: dict[str, str] = json.loads(row)
        return answer

    def load(self, data: Mapping[str, Any]) -> None:
        """Gives the player a page's data."""
        self.ask(do="load", data=data)
        self.answer()

    def difference(self, told: str, **request: Any) -> Difference | None:
        """Returns where `told` differs from what the player tells; None where nothing does. The request was sent with
        `ask` before; it is sent once more for its text where the digests differ."""
        if self.answer()["digest"] == digest(told):
            return None
        self.ask(**request, tell=True)
        other = self.answer()["text"]
        pairs = enumerate(zip(told, other, strict=False))
        parts = next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(told), len(other)))
        around = slice(max(0, parts - 100), parts + 100)
        asked = {key: value for key, value in request.items() if key not in ("positions", "data")}
        return Difference(json.dumps(asked)[:400], repr(told[around]), repr(other[around]))


def digest(text: str) -> str:
    """Returns the digest by which two tellings are compared."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def as_json(value: Any) -> str:
    """Returns plain data as JavaScript's `JSON.stringify` writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
