"""How many connections one device may hold, so that one that floods the room keeps no other outside."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol

from game.serving import LOOPBACK

MOST_OF_ALL = 4_000
MOST_OF_ONE = 400  # a whole class may come from one address, through a router: thirty browsers with eight each


class Doorstep(H11Protocol):
    """A connection from its first moment; one too many from another computer's address ends before anything is read."""

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self.client is None or self.client[0] == LOOPBACK:
            return
        peers = [getattr(one, "client", None) for one in self.connections]
        if sum(peer is not None and peer[0] == self.client[0] for peer in peers) > MOST_OF_ONE:
            transport.abort()


def allow_connections() -> None:
    """Asks the system for as many open connections as the room takes; some give a program no more than 256."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows, which has no such limit

        lower, upper = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_OF_ALL + 256
        if lower < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if upper < 0 else min(wanted, upper), upper))
