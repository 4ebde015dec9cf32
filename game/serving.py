"""What each server on this computer shares: one listening socket, our own addresses alone, safe headers."""

from __future__ import annotations

import gc
import hmac
import json
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from game.errors import GameError
from game.words import _

if TYPE_CHECKING:  # the library itself is wanted only where something is served
    from starlette.requests import HTTPConnection, Request
    from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK, LOOPBACK_6 = "127.0.0.1", "::1"
NEVER_FRAMED = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}


def look_for_garbage() -> None:
    """Lets Python look for garbage as often as it does by itself; a start of the game puts it off, a server stays."""
    gc.set_threshold(700, 10, 10)


def listening(address: str, port: int) -> socket.socket:
    """Returns a socket that listens at an address. Raises OSError where it is taken or is none of this computer's."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((address, port))
        found.listen(512)
    except OSError:
        found.close()
        raise
    return found


def listening_at_home() -> tuple[socket.socket, ...]:
    """Returns the sockets that listen to this computer alone, at one port: of IPv4, and of IPv6 where the system has
    that. Raises OSError."""
    first = listening(LOOPBACK, 0)
    with suppress(OSError):
        return first, listening(LOOPBACK_6, first.getsockname()[1])
    return (first,)


def as_host(address: str, port: int) -> str:
    """Returns an address as it is typed into a browser."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def host_of(connection: HTTPConnection) -> str:
    """Returns the host that a request was meant for, with its port."""
    return connection.headers.get("host", "")


def same_secret(given: str, secret: str) -> bool:
    """Returns whether what was given is the secret; how long it takes tells nothing of it."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode("utf-8"))


async def small_body(request: Request, most: int) -> dict[str, Any]:
    """Returns a JSON body of at most `most` bytes; an empty mapping for anything else."""
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            return {}
    with suppress(ValueError, RecursionError):
        found = json.loads(data)
        if isinstance(found, dict):
            return found
    return {}


async def whole_body(request: Request, most: int) -> bytes:
    """Returns a body of at most `most` bytes. Raises GameError for a larger one."""
    parts, size = list[bytes](), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise GameError(_("This file is too large to be brought here."))
        parts.append(chunk)
    return b"".join(parts)


class OursAlone:
    """Lets through only what was meant for this server: our host at our socket, and pages of our own."""

    def __init__(self, inner: ASGIApp, address: Callable[[Scope], str], refused: str) -> None:
        """address: our host, with its port, at the socket that a request came in at. refused: a sentence for others."""
        self.inner, self.address, self.refused = inner, address, refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers what is not meant for us, and hands on the rest."""
        if scope["type"] not in ("http", "websocket"):
            await self.inner(scope, receive, send)
            return
        wanted = self.address(scope)
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        origins = [value for name, value in scope["headers"] if name == b"origin"]
        writes = scope["type"] == "websocket" or scope.get("method") not in ("GET", "HEAD")
        ours = [f"http://{wanted}".encode()]
        if hosts == [wanted.encode()] and (not writes or origins == ours):
            await self.inner(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4403})
        else:
            from starlette.responses import PlainTextResponse

            await PlainTextResponse(self.refused, 421)(scope, receive, send)
