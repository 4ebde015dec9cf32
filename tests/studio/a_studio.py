"""A studio without a socket of the system, and a browser at it: what the tests of its server begin with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")
from starlette.testclient import TestClient

from game.app.library import Library
from game.studio.proving import Prover, T
from game.studio.server import PROTOCOL, app
from game.studio.sheet import Sheet
from game.studio.static import Static
from game.studio.studio import begun
from game.studio.waits import Waits

HOST, HOST_6, SECRET, LOOK = "127.0.0.1:9000", "[::1]:9000", "s3cret", "l00k"
SMALL = Path("game/author/templates/dual-role.yaml")


QUICK = Waits(save_s=0.01, prove_s=0.01, look_s=0.01, again_s=0.01, watch_s=0.01, settle_s=0.01)


class ProverHere(Prover):
    """Proves in this process, which is there already."""

    async def run(self, work: Callable[..., T], *given: Any) -> T:
        return await asyncio.to_thread(work, self._rubric, *given)


class AStudio:
    """A studio that is served to a test."""

    def __init__(self, folder: Path, text: str | None = None) -> None:
        self.folder = folder
        self.file = folder / "mine.yaml"
        self.file.write_text(SMALL.read_text("utf-8") if text is None else text, "utf-8", newline="")
        self.studio = begun(Library(), self.file, lambda: folder, LOOK, QUICK)
        self.studio.prover = ProverHere(self.studio.rubric, None)
        static = Static("<p nonce={{NONCE}}>", {"studio.js": ("text/javascript", b"js")})
        self.app = app(self.studio, static, (HOST, HOST_6), SECRET)

    @property
    def sheet(self) -> Sheet:
        """The file that is open."""
        return self.studio.sheet("f1")

    async def look(self) -> None:
        """Looks at what others did to the file, as often as it takes to know that they are done."""
        self.sheet.meet_outside()
        self.sheet.meet_outside()

    def browser(self, host: str = HOST, **headers: str) -> TestClient:
        """A browser at the studio, on a page of its own."""
        known = {"origin": f"http://{HOST}", "x-studio-token": SECRET}
        return TestClient(self.app, f"http://{host}", headers=known | headers)

    @contextmanager
    def tab(self, client: TestClient | None = None, file: str = "f1") -> Iterator[Any]:
        """A tab that follows a file."""
        at = f"ws://{HOST}/buffer?file={file}"
        with (client or self.browser()).websocket_connect(at, [PROTOCOL, SECRET]) as socket:
            yield socket


def until(socket: Any, kind: str, **wanted: Any) -> dict[str, Any]:
    """Returns the next message of a kind that says what is wanted; others go by."""
    while True:
        message: dict[str, Any] = socket.receive_json()
        if message["type"] == kind and all(message.get(key) == value for key, value in wanted.items()):
            return message
