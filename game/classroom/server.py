"""What is answered at the room's two addresses: the phones' in the network, the teacher's on loopback alone.

A request is held against the address that it came in at: a host that is not ours, a page of another origin, or the
console asked for from the network get an error and nothing else. Nothing is kept in cookies. What phones send is
bounded (`game.classroom.phone`), and ids are checked against the story on this computer.
"""

from __future__ import annotations

import asyncio
import gzip
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Scope

from game.classroom.phone import MOST_FRAME, Phones
from game.classroom.room import MOST_DEVICES, ClassRoom, LessonStage
from game.classroom.screens import for_everyone, for_teacher
from game.debrief.folder_pages import debrief_folder
from game.debrief.wanted import Wanted
from game.errors import GameError
from game.locations import languages
from game.scenario.translate import interface_in
from game.serving import NEVER_FRAMED, OursAlone, host_of, same_secret, small_body
from game.words import speaking

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' {socket}; img-src 'self' data:"
_POLICY_OF_MADE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"  # a page of a class runs no script
REACH = "reach.html"


@dataclass(slots=True)
class Served:
    """What the server hands out and where: made once, before it opens.

    phones, console: the two addresses as they stand in a browser
    pages: the page of each scenario, packed by gzip, by id
    files: scripts, styles and the pages around them, by path
    secret: what the console's own page knows
    command: what the teacher types for the page of this class
    """

    phones: str
    console: str
    pages: Mapping[str, bytes]
    files: Mapping[str, tuple[str, bytes]]
    secret: str
    command: str = ""


def app(room: ClassRoom, served: Served) -> ASGIApp:
    """Returns the application for both addresses."""
    answers = _Answers(room, served)
    routes = [
        Route("/join", answers.join, methods=["POST"]),
        Route("/console/state", answers.state, methods=["POST"]),
        Route("/console/act", answers.act, methods=["POST"]),
        Route("/console/forks", answers.forks, methods=["POST"]),
        Route("/console/debrief", answers.debrief, methods=["POST"]),
        Route("/console/screen", answers.screen),
        Route("/console/reached", answers.reached),
        Route("/console/made/{key}/{name}", answers.made),
        Route("/play/{scenario}", answers.page),
        WebSocketRoute("/phone", answers.phones.talk),
        Route("/", answers.front),
        Route("/{path:path}", answers.file),
    ]

    def address(scope: Scope) -> str:
        port = str((scope.get("server") or ("", 0))[1])
        return served.console if served.console.rpartition(":")[2] == port else served.phones

    return OursAlone(Starlette(routes=routes), address, "This is not the address of this room.")


class _Answers:
    """What each address answers."""

    def __init__(self, room: ClassRoom, served: Served) -> None:
        self.room, self.served, self.phones = room, served, Phones(room)
        self._reached = set[str]()  # addresses that opened the page which says that they reach this computer
        self._made: dict[str, Path] = {}  # pages of this class, by a key that nobody guesses

    async def front(self, request: Request) -> Response:
        """Returns the way in; at the console's own address its page stands in its place."""
        return self._file(request, "console.html" if host_of(request) == self.served.console else "join.html")

    async def file(self, request: Request) -> Response:
        """Returns a file that is served; the console's at its own address alone."""
        path = request.path_params["path"]
        if path == REACH and request.client and len(self._reached) < MOST_DEVICES:
            self._reached.add(request.client.host)
        return self._file(request, path)

    def _file(self, request: Request, path: str) -> Response:
        found = self.served.files.get(path)
        if found is None or (path.startswith("console") and host_of(request) != self.served.console):
            return _nothing()
        kind, data = found
        return _safe(request, Response(data, media_type=kind))

    async def page(self, request: Request) -> Response:
        """Returns a conversation to play: packed, which spares the network a quarter, where the browser unpacks it."""
        data = self.served.pages.get(request.path_params["scenario"])
        if data is None:
            return _nothing()
        headers = NEVER_FRAMED | {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("accept-encoding", "").replace(" ", "").split(","):
            return HTMLResponse(data, headers=headers | {"Content-Encoding": "gzip"})
        return HTMLResponse(gzip.decompress(data), headers=headers)

    async def join(self, request: Request) -> Response:
        """Gives a token for the right code; tells a wrong one, and too many of them."""
        address = request.client.host if request.client else ""
        if self.room.door.shut(address):
            return JSONResponse({"why": "wait"}, 429)
        token = self.room.let_in(str((await small_body(request, MOST_FRAME)).get("code", "")), address)
        if token is not None:
            together = self.room.stage is LessonStage.TOGETHER
            return JSONResponse({"token": token, "scenarios": list(self.room.scenarios), "together": together})
        shut = self.room.door.shut(address)
        return JSONResponse({"why": "wait" if shut else "code"}, 429 if shut else 403)

    async def state(self, request: Request) -> Response:
        """Returns the numbers for the teacher, and takes how far the lesson is."""
        if not _is_console(request, self.served):
            return _nothing()
        said = (await small_body(request, MOST_FRAME)).get("stage")
        if said in tuple(LessonStage):
            self._turn_to(LessonStage(str(said)))
        return self._now()

    def _now(self, **more: object) -> Response:
        """Returns everything that the console shows."""
        told = {"stage": self.room.stage.value, "command": self.served.command}
        return JSONResponse(self.room.count().as_data() | told | {"together": for_teacher(self.room.together)} | more)

    def _turn_to(self, stage: LessonStage) -> None:
        self.room.stage = stage
        self.phones.tell_all()

    async def act(self, request: Request) -> Response:
        """Does what the teacher asked for in the conversation that the class decides, and tells every phone."""
        if not _is_console(request, self.served):
            return _nothing()
        said = await small_body(request, MOST_FRAME)
        try:
            self.room.together.act(said)
        except (GameError, OSError) as why:
            return self._now(why=str(why))
        self.room.stage = self.room.stage_of_screen()
        self.phones.tell_all()
        return self._now()

    async def forks(self, request: Request) -> Response:
        """Finds the forks of what was handed in so far, so that they can be voted on."""
        if not _is_console(request, self.served):
            return _nothing()
        try:
            with speaking(interface_in(await _language(request))):
                self.room.together.forks = await asyncio.to_thread(self.room.together.find_forks)
        except GameError as why:
            return self._now(why=str(why))
        return self._now()

    async def screen(self, request: Request) -> Response:
        """Returns what the projector shows; at the console's own address alone."""
        if host_of(request) != self.served.console:
            return _nothing()
        return JSONResponse(for_everyone(self.room.together), headers={"Cache-Control": "no-store"})

    async def reached(self, request: Request) -> Response:
        """Returns how many devices have reached this computer; at the console's own address alone."""
        if host_of(request) != self.served.console:
            return _nothing()
        return JSONResponse({"reached": len(self._reached)}, headers={"Cache-Control": "no-store"})

    async def made(self, request: Request) -> Response:
        """Returns a page of this class that was made, to who has its key."""
        path = self._made.get(request.path_params["key"])
        if path is None or host_of(request) != self.served.console or not path.is_file():
            return _nothing()
        headers = NEVER_FRAMED | {"Content-Security-Policy": _POLICY_OF_MADE, "Cache-Control": "no-store"}
        return HTMLResponse(path.read_bytes(), headers=headers)

    async def debrief(self, request: Request) -> Response:
        """Makes the page of exactly this class, in the console's language; says where it lies, and at which address it
        can be looked at."""
        if not _is_console(request, self.served):
            return _nothing()
        try:
            wanted = Wanted(language=await _language(request))
            made = await asyncio.to_thread(debrief_folder, self.room.folder, wanted, _quiet_progress, _quiet)
        except GameError as why:
            return JSONResponse({"why": str(why)}, 409)
        new = {secrets.token_urlsafe(16): path.resolve() for path in made}
        self._made |= new
        return JSONResponse({"made": [[str(path), f"/console/made/{key}/{path.name}"] for key, path in new.items()]})


async def _language(request: Request) -> str | None:
    """Returns the language that the console is in; None for English."""
    said = (await small_body(request, MOST_FRAME)).get("language")
    return said if isinstance(said, str) and said in languages() else None


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here.", 404)


def _quiet(_words: str) -> None:
    """Says nothing: what was left out stands on the page."""


def _quiet_progress(_done: int, _of: int) -> None:
    """Shows nothing: a class's plays are read in a moment."""


def _is_console(request: Request, served: Served) -> bool:
    known = same_secret(request.headers.get("x-console", ""), served.secret)
    return host_of(request) == served.console and known


def _safe(request: Request, response: Response) -> Response:
    socket = f"ws://{host_of(request)}"
    response.headers.update(NEVER_FRAMED | {"Content-Security-Policy": _POLICY.format(socket=socket)})
    response.headers["Cache-Control"] = "no-cache"
    return response
