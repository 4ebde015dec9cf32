"""Opens the room: makes what is served, listens at both addresses, and stops with the window."""

from __future__ import annotations

import asyncio
import gzip
import json
import secrets
import shlex
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

import segno
import uvicorn
from starlette.types import ASGIApp

from game.app.library import Library
from game.classroom.address import listening_first
from game.classroom.doorstep import MOST_OF_ALL, Doorstep, allow_connections
from game.classroom.room import ClassRoom
from game.classroom.server import REACH, Served, app
from game.classroom.wording import words_script
from game.errors import UsageError
from game.locations import COMMAND
from game.scenario.model import Scenario
from game.serving import LOOPBACK, as_host, listening, look_for_garbage
from game.web.page import PageChoices, page

STATIC = Path(__file__).parent / "static"
_KINDS = MappingProxyType({".html": "text/html", ".css": "text/css", ".js": "text/javascript"})


@dataclass(frozen=True, slots=True)
class Opened:
    """A room that listens: the address for phones, the teacher's own with its secret, the code, and the sockets."""

    address: str
    console: str
    code: str
    served: Served
    sockets: tuple[socket.socket, socket.socket]


def open_room(room: ClassRoom, library: Library, address: str, port: int, class_code: str | None) -> Opened:
    """Returns the room, listening at `address` and on loopback. Raises UsageError where it cannot listen there.

    port: for phones; 0 for the room's own of last time, or one that can be kept
    """
    again = port or room.port
    phones = _opened(address, again, lambda: listening(address, again) if again else listening_first(address))
    console = _opened(LOOPBACK, 0, lambda: listening(LOOPBACK, 0))
    room.port = phones.getsockname()[1]
    room.write()
    at, own = as_host(address, room.port), as_host(LOOPBACK, console.getsockname()[1])
    scenarios = [library.scenario(name) for name in room.scenarios]
    pages = {
        one.id: gzip.compress(
            page(library, [name], PageChoices(language=one.language, class_code=class_code, room=f"ws://{at}"))
        )
        for name, one in zip(room.scenarios, scenarios, strict=True)
    }
    secret = secrets.token_urlsafe(24)
    files = _files(scenarios, at, room.door.code, library.language)
    served = Served(at, own, pages, files, secret, debrief_command(room.folder))
    return Opened(f"http://{at}/", f"http://{own}/#{secret}", room.door.code, served, (phones, console))


def run(room: ClassRoom, opened: Opened, ready: Callable[[], None]) -> None:
    """Serves until it is interrupted; calls `ready` when the room can be entered."""

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    allow_connections()
    look_for_garbage()
    asyncio.run(Server(serving(app(room, opened.served))).serve(sockets=list(opened.sockets)))


def serving(application: ASGIApp) -> uvicorn.Config:
    """Returns how the room is served: what one device may hold and send is bounded."""
    return uvicorn.Config(
        application,
        http=Doorstep,
        log_level="warning",
        ws_max_size=64 * 1024,
        ws_max_queue=4,
        timeout_graceful_shutdown=1,
        server_header=False,
        date_header=False,
        limit_concurrency=MOST_OF_ALL,
    )


def _opened(address: str, port: int, listen: Callable[[], socket.socket]) -> socket.socket:
    """Returns the socket that listens. Raises UsageError where it cannot."""
    try:
        return listen()
    except OSError as error:
        raise UsageError(
            f"The class cannot be opened at {as_host(address, port)}: {error.strerror}. "
            "Name another address with --bind, or another port with --port."
        ) from None


def _files(scenarios: list[Scenario], at: str, code: str, language: str | None) -> Mapping[str, tuple[str, bytes]]:
    """Returns every file that is served but the pages to play, by path, each with its kind."""
    titles = json.dumps({one.id: one.title for one in scenarios}).replace("<", "\\u003c")
    warned = [(one.title, " ".join(one.content_notes)) for one in scenarios if one.content_notes]
    notes = "".join(f"<p><b>{escape(title)}</b> {escape(note)}</p>" for title, note in warned)
    puts = {
        "{{ADDRESS}}": escape(at),
        "{{CODE}}": escape(code),
        "{{SPELLED}}": escape(" ".join(code)),
        "{{QR}}": segno.make(f"http://{at}/", micro=False).svg_inline(omitsize=True),
        "{{REACH}}": escape(f"{at}/{REACH}"),
        "{{QR_REACH}}": segno.make(f"http://{at}/{REACH}", micro=False).svg_inline(omitsize=True),
        "{{NOTES}}": notes,
        '<script src="/join.js">': (
            f'<script type="application/json" id="titles">{titles}</script>\n<script src="/join.js">'
        ),
    }
    found = {"words.js": ("text/javascript; charset=utf-8", words_script(language))}
    for path in sorted(STATIC.iterdir()):
        if path.suffix in _KINDS:
            text = path.read_text("utf-8")
            for mark, put in puts.items():
                text = text.replace(mark, put)
            found[path.name] = (f"{_KINDS[path.suffix]}; charset=utf-8", text.encode("utf-8"))
    return found


def debrief_command(folder: Path) -> str:
    """Returns what to type for the page of exactly this class."""
    return f"{COMMAND} debrief {shlex.quote(str(folder))}"
