"""The command `studio` in a process of its own, and a tab without a browser."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.support.patience import PATIENCE

MAIN = Path(__file__).resolve().parents[2] / "main.py"
_LEFT = (
    "import runpy, sys; del sys.argv[0]; sys.path.insert(0, sys.argv[0].rpartition('main.py')[0]); "
    "from game.studio import studio; studio.LEFT_S = 0.01; runpy.run_path(sys.argv[0], None, '__main__')"
)


class RunningStudio:
    """A studio that was started with a file or a folder."""

    def __init__(self, path: Path, home: Path, left: bool = False) -> None:
        """left: it ends at once when its last tab has gone, where none is to come back."""
        start = [str(MAIN)] if not left else ["-c", _LEFT, str(MAIN)]
        words = [sys.executable, *start, "studio", str(path), "--no-browser"]
        self.process = subprocess.Popen(
            words,
            env=os.environ | {"EQUAL_FOOTING_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        told = self.process.stdout.readline()
        match = re.search(r"http://(\S+)/#(\S+)", told)
        assert match, told + self.process.stdout.read()
        self.host, self.token = match.groups()

    def tab(self, path: str = "buffer?file=f1") -> ClientConnection:
        """Returns a tab's socket."""
        ours: Any = {"subprotocols": ["studio", self.token], "origin": f"http://{self.host}", "max_size": None}
        found: ClientConnection = connect(f"ws://{self.host}/{path}", **ours)
        return found

    def kill(self) -> None:
        """Ends it as a power cut would."""
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)

    def end(self) -> tuple[int, str]:
        """Ends it as Ctrl+C does; returns its exit code and what it said."""
        self.process.send_signal(signal.SIGINT)
        return self.gone()

    def gone(self) -> tuple[int, str]:
        """Waits until it has ended by itself; returns its exit code and what it said."""
        said = self.process.communicate(timeout=PATIENCE)[0]
        return self.process.returncode, said


def message(socket: ClientConnection, kind: str, **wanted: Any) -> dict[str, Any]:
    """Returns the next message of a kind that says what is wanted; others go by."""
    while True:
        told: dict[str, Any] = json.loads(socket.recv(timeout=PATIENCE))
        if told["type"] == kind and all(told.get(key) == value for key, value in wanted.items()):
            return told


def typed(socket: ClientConnection, revision: int, at: int, words: str) -> None:
    """Types something at a place, without waiting for an answer."""
    change = {"from": at, "to": at, "insert": words}
    socket.send(json.dumps({"type": "text", "base": revision, "changes": [change]}))
