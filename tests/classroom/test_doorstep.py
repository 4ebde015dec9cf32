"""A flood of connections from one device, and another device that comes in all the same."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

import pytest

uvicorn = pytest.importorskip("uvicorn")
from starlette.responses import PlainTextResponse  # noqa: E402
from starlette.types import Receive, Scope, Send  # noqa: E402

from game.classroom import doorstep  # noqa: E402
from game.classroom.serve import serving  # noqa: E402
from game.serving import LOOPBACK, listening  # noqa: E402

FLOODS_FROM, OTHER = "127.0.0.2", "127.0.0.3"  # which Linux has on loopback too
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has more than one address on loopback"),
]


async def answers(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await PlainTextResponse("in")(scope, receive, send)


class Flood:
    """Connections that say nothing: those that were not ended at once are held."""

    def __init__(self, port: int) -> None:
        self.port, self.held = port, list[asyncio.StreamWriter]()

    async def connect(self) -> None:
        with suppress(OSError):
            reader, writer = await asyncio.open_connection(LOOPBACK, self.port, local_addr=(FLOODS_FROM, 0))
            self.held.append(writer)
            asyncio.create_task(self._until_ended(reader, writer))  # noqa: RUF006

    async def _until_ended(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            await reader.read()
        self.held.remove(writer)
        writer.close()


async def get(port: int, source: str) -> bytes:
    reader, writer = await asyncio.open_connection(LOOPBACK, port, local_addr=(source, 0))
    writer.write(b"GET / HTTP/1.1\r\nHost: room\r\nConnection: close\r\n\r\n")
    got = await reader.read()
    writer.close()
    return got


async def flooded(connections: int) -> tuple[int, bytes, bytes]:
    """Returns how many connections of a flood are held, and what another device and the teacher get meanwhile."""
    socket = listening(LOOPBACK, 0)
    port = socket.getsockname()[1]
    server = uvicorn.Server(serving(answers))
    running = asyncio.create_task(server.serve(sockets=[socket]))
    flood = Flood(port)
    for _ in range(connections // 100):
        await asyncio.gather(*(flood.connect() for _ in range(100)))
    got = await get(port, OTHER), await get(port, LOOPBACK)
    held = len(flood.held)
    server.should_exit = True
    await running
    return held, *got


def test_ten_thousand_connections_of_one_device_keep_no_other_outside() -> None:
    held, other, teacher = asyncio.run(flooded(10_000))
    assert held <= doorstep.MOST_OF_ONE
    assert other.startswith(b"HTTP/1.1 200")
    assert teacher.startswith(b"HTTP/1.1 200")


def test_without_a_limit_a_device_would_hold_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorstep, "MOST_OF_ONE", 1_000)
    held, _other, _teacher = asyncio.run(flooded(600))
    assert held == 600
