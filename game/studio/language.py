"""The language server within the studio: one server object a socket, and never the one that pygls would open itself.

Problems are told by the view, with their one-click mends, so this server is asked for words only.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.websockets import WebSocket, WebSocketDisconnect

from game.rubric.model import Rubric

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

_ENDS = ("exit",)  # would end the whole process


class _Out:
    """Where pygls writes: messages wait here until the socket takes them."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[bytes | None] = asyncio.Queue()

    def write(self, data: bytes) -> None:
        self.waiting.put_nowait(data)

    def close(self) -> None:
        self.waiting.put_nowait(None)


async def bridged(socket: WebSocket, rubric: Rubric) -> None:
    """Lets an editor talk with a language server of its own, until it leaves."""
    server = await asyncio.to_thread(_make, rubric)
    out = _Out()
    server.protocol.set_writer(out, include_headers=False)
    writer = asyncio.create_task(_send(socket, out))
    try:
        with suppress(WebSocketDisconnect):
            while True:
                said = await socket.receive_text()
                with suppress(ValueError, RecursionError, TypeError, KeyError):
                    if json.loads(said).get("method") not in _ENDS:
                        server.protocol.handle_message(json.loads(said, object_hook=server.protocol.structure_message))
    finally:
        writer.cancel()
        server.shutdown()  # type: ignore[no-untyped-call]


def _make(rubric: Rubric) -> LanguageServer:
    """Returns a server. Its types are half of what the studio would load, so they come with the first text view."""
    from game.author.lsp.server import make_server

    return make_server(rubric, tells_problems=False)


async def _send(socket: WebSocket, out: _Out) -> None:
    with suppress(WebSocketDisconnect, RuntimeError):
        while (data := await out.waiting.get()) is not None:
            await socket.send_text(data.decode("utf-8"))
