"""Opens the studio: listens on this computer alone, shows the page in the author's browser, stops when all is left."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path

import uvicorn

from game.app.library import Library
from game.files import write_whole
from game.locations import home
from game.serving import as_host, listening_at_home, look_for_garbage
from game.studio.folder import own_folder
from game.studio.server import MOST_FRAME, app
from game.studio.static import BUILT, Static, static
from game.studio.studio import Studio, begun
from game.words import _

_WAY = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Studio</title>
<meta http-equiv="refresh" content="0; url={address}"><p><a href="{address}">Open the studio</a></p></html>
"""


@dataclass(frozen=True, slots=True)
class OpenedStudio:
    """A studio that listens: its addresses, the one to open first, its secret, and what is served."""

    studio: Studio
    static: Static
    sockets: tuple[socket.socket, ...]
    hosts: tuple[str, ...]
    secret: str

    @property
    def address(self) -> str:
        """Returns what to open in a browser. The secret stands where no server and no log sees it."""
        return f"http://{self.hosts[0]}/#{self.secret}"


def open_studio(library: Library, path: Path | None, language: str | None) -> OpenedStudio:
    """Returns the studio for a file, a folder or the author's own folder. Raises GameError or OSError."""
    studio = begun(library, path, own_folder, secrets.token_urlsafe(24))
    words = {text: _(text) for text in _texts()}
    shown = static(language or "en", json.dumps(words, ensure_ascii=False), studio.first)
    sockets = listening_at_home()
    hosts = tuple(as_host(*one.getsockname()[:2]) for one in sockets)
    return OpenedStudio(studio, shown, sockets, hosts, secrets.token_urlsafe(24))


def _texts() -> list[str]:
    """Returns what the page says, in English."""
    with suppress(OSError, ValueError):
        return list(json.loads((BUILT / "texts.json").read_text("utf-8")))
    return []


def way_in(address: str) -> Path:
    """Returns a file for its owner alone that leads to an address, so that no command line shows the secret.

    Raises OSError.
    """
    path = home() / "studio" / "open.html"
    write_whole(path, _WAY.format(address=escape(address, quote=True)).encode("utf-8"))
    return path


def show(address: str) -> bool:
    """Opens an address in the author's browser; returns whether one was found."""
    with suppress(OSError, webbrowser.Error):
        return webbrowser.open(way_in(address).as_uri())
    return False


def run(opened: OpenedStudio, ready: Callable[[], None]) -> list[str]:
    """Serves until every tab has gone or it is interrupted; returns the names of files that could not be saved."""
    config = uvicorn.Config(
        app(opened.studio, opened.static, opened.hosts, opened.secret),
        log_level="warning",
        ws_max_size=MOST_FRAME,
        ws_max_queue=64,
        ws_per_message_deflate=False,  # on one computer it only takes time
        timeout_graceful_shutdown=1,
        server_header=False,
        date_header=False,
        lifespan="off",
    )

    lost = list[str]()

    class StudioServer(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            await super().shutdown(sockets)
            lost.extend(await opened.studio.save_all())

    server = StudioServer(config)

    async def serve() -> None:
        async def until_left() -> None:
            await opened.studio.watch()
            server.should_exit = True

        watching = asyncio.create_task(until_left())
        await server.serve(sockets=list(opened.sockets))
        watching.cancel()

    look_for_garbage()  # a story whose plays were followed is full of rings, and one comes with every edit
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(serve())
        return lost
    finally:
        opened.studio.prover.close()
        with suppress(OSError):
            os.unlink(home() / "studio" / "open.html")
