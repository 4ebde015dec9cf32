"""What the studio's address answers: to its own page alone, on this computer alone.

Exactly our host with its port; writes and sockets from our own page alone; a secret in a header, for sockets as their
protocol; no cookies; files by name from a list. Frames and pictures, which can send no header, are asked for with a
second key that reads and never writes.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Scope
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.errors import GameError
from game.serving import NEVER_FRAMED, OursAlone, as_host, host_of, same_secret, small_body, whole_body
from game.studio import figures, language, own_pictures, pictures, playing, start, versions
from game.studio import send as sending
from game.studio.bring import anything
from game.studio.bring.anything import MOST_BROUGHT
from game.studio.sheet import Message, Tab
from game.studio.static import IN_OUR_FRAME, POLICY, SORRY, Static
from game.studio.studio import Studio
from game.studio.vocabulary import vocabulary
from game.words import _

MOST_BODY = 16 * 1024
MOST_FRAME = 4 * 1024 * 1024  # bytes; a whole file pasted at once has two
PROTOCOL = "studio"
Answer = Callable[[Request], Awaitable[Response]]


def app(studio: Studio, static: Static, hosts: Sequence[str], secret: str) -> ASGIApp:
    """Returns the application.

    hosts: our addresses with their port; secret: what our own page knows.
    """

    def address(scope: Scope) -> str:
        """Returns the one of our addresses that a request came in at."""
        came = as_host(*scope["server"][:2])
        return came if came in hosts else hosts[0]

    answers = _Answers(studio, static, secret)
    routes = [
        Route("/", answers.front),
        Route("/file/{name:path}", answers.static_file),
        Route("/vocabulary", answers.known(answers.vocabulary)),
        Route("/start", answers.known(answers.start)),
        Route("/copies", answers.known(answers.copies)),
        Route("/new", answers.known(answers.new), methods=["POST"]),
        Route("/copy", answers.known(answers.copy), methods=["POST"]),
        Route("/open", answers.known(answers.open), methods=["POST"]),
        Route("/picture/place/{name}", answers.place),
        Route("/picture/face/{name}", answers.face),
        Route("/own", answers.known(answers.own)),
        Route("/own/{stem:path}", answers.known(answers.own_picture), methods=["GET", "POST"]),
        Route("/play", answers.play),
        Route("/play-data", answers.known(answers.play_data)),
        Route("/play-picture", answers.known(answers.play_picture)),
        Route("/versions", answers.known(answers.versions)),
        Route("/version", answers.known(answers.version)),
        Route("/back", answers.known(answers.back), methods=["POST"]),
        Route("/bring", answers.known(answers.bring), methods=["POST"]),
        Route("/send", answers.known(answers.send), methods=["POST"]),
        Route("/translations", answers.known(answers.translations)),
        Route("/figures", answers.known(answers.figures), methods=["POST"]),
        WebSocketRoute("/lsp", answers.language_server),
        WebSocketRoute("/buffer", answers.buffer),
        WebSocketRoute("/here", answers.here),
    ]
    return OursAlone(Starlette(routes=routes), address, "This is not the address of the studio.")


def _no(why: str, status: int = 403) -> Response:
    return JSONResponse({"why": why}, status)


class _Answers:
    """What is answered, by path."""

    def __init__(self, studio: Studio, static: Static, secret: str) -> None:
        self.studio, self.static, self.secret = studio, static, secret

    def known(self, answer: Answer) -> Answer:
        """Returns an answer for our own page alone; what goes wrong is one sentence."""

        async def answered(request: Request) -> Response:
            if not same_secret(request.headers.get("x-studio-token", ""), self.secret):
                return _no("This page is not the studio's own. Open the address that it printed.")
            try:
                response = await answer(request)
            except GameError as why:
                return _no(str(why), 409)
            except OSError as error:
                return _no(_("The disk does not take it: {why}.").format(why=error.strerror or error), 409)
            response.headers.update(NEVER_FRAMED | {"Cache-Control": "no-store"})
            return response

        return answered

    # ── the page ─────────────────────────────────────────────────────────────────────────────────────

    async def front(self, request: Request) -> Response:
        """Returns the page itself, with a word of its own for this once by which its styles are known."""
        nonce = secrets.token_urlsafe(16)
        response = Response(self.static.page(nonce), media_type="text/html; charset=utf-8")
        host = host_of(request)
        # a policy cannot name an address of IPv6; browsers that have our page from one count its sockets as its own
        policy = POLICY.format(nonce=nonce, sockets="" if host.startswith("[") else f" ws://{host}")
        response.headers.update(NEVER_FRAMED | {"Content-Security-Policy": policy, "Cache-Control": "no-store"})
        return response

    async def static_file(self, request: Request) -> Response:
        """Returns one of the page's own files."""
        found = self.static.files.get(request.path_params["name"])
        if found is None:
            return _no("There is nothing here.", 404)
        return Response(found[1], media_type=found[0], headers=NEVER_FRAMED | {"Cache-Control": "no-cache"})

    async def place(self, request: Request) -> Response:
        """Returns the picture of a place at an hour."""
        hour = request.query_params.get("hour", "day")
        return await _picture(pictures.place, request.path_params["name"], hour)

    async def face(self, request: Request) -> Response:
        """Returns a person's face with an expression."""
        expression = request.query_params.get("expression", "neutral")
        return await _picture(pictures.face, request.path_params["name"], expression)

    async def own(self, request: Request) -> Response:
        """Returns which pictures of the author's own there are beside a file."""
        sheet = self.studio.sheet(request.query_params.get("file"))
        return JSONResponse(await asyncio.to_thread(own_pictures.listed, sheet))

    async def own_picture(self, request: Request) -> Response:
        """Returns a picture of the author's own, or takes one."""
        sheet, stem = self.studio.sheet(request.query_params.get("file")), request.path_params["stem"]
        if request.method == "POST":
            await asyncio.to_thread(own_pictures.add, sheet, stem, await whole_body(request, MOST_BROUGHT))
            sheet.look()
            return JSONResponse(await asyncio.to_thread(own_pictures.listed, sheet))
        found = await asyncio.to_thread(own_pictures.picture, sheet, stem, request.query_params.get("way", ""))
        return Response(found[1], media_type=found[0]) if found else _no("There is no such picture.", 404)

    # ── the first screen ─────────────────────────────────────────────────────────────────────────────

    async def vocabulary(self, _request: Request) -> Response:
        """Returns every word that a form can offer."""
        return JSONResponse(await asyncio.to_thread(vocabulary, self.studio.library))

    async def start(self, _request: Request) -> Response:
        """Returns what the first screen offers."""
        return JSONResponse(await asyncio.to_thread(start.start, self.studio))

    async def copies(self, _request: Request) -> Response:
        """Returns what the first screen offers to copy."""
        return JSONResponse({"copies": await asyncio.to_thread(start.copies, self.studio)})

    async def new(self, request: Request) -> Response:
        """Begins a scenario."""
        asked = await small_body(request, MOST_BODY)
        return JSONResponse({"file": self.studio.folder.begin(asked.get("kind"), asked.get("title"))})

    async def copy(self, request: Request) -> Response:
        """Begins a scenario as a copy of one of the library."""
        asked = await small_body(request, MOST_BODY)
        return JSONResponse({"file": self.studio.folder.copy(asked.get("scenario"))})

    async def open(self, request: Request) -> Response:
        """Opens a file of the folder."""
        asked = await small_body(request, MOST_BODY)
        return JSONResponse({"file": self.studio.folder.open(asked.get("name"))})

    async def bring(self, request: Request) -> Response:
        """Makes a scenario of a file from another program; what was not certain is told."""
        name = unquote(request.headers.get("x-file-name", ""))
        data = await whole_body(request, MOST_BROUGHT)
        found = await asyncio.to_thread(anything.bring, name, data, self.studio.rubric)
        file = self.studio.folder.add(found.title, found.data)
        return JSONResponse({"file": file, "problems": list(found.told)})

    # ── one file ─────────────────────────────────────────────────────────────────────────────────────

    async def play(self, request: Request) -> Response:
        """Returns the player's page for a frame of ours."""
        asked = request.query_params
        if not same_secret(asked.get("look", ""), self.studio.look):
            return _no("This page is not the studio's own.")
        choices = [one for one in asked.get("choices", "").split(",") if one]
        where = {"scene": asked.get("scene"), "choices": choices, "states": asked.get("states") == "1"}
        where |= {key: asked[key] for key in ("theme", "size") if key in asked}
        try:
            viewer = self.studio.sheet(asked.get("file")).viewer
            page = await asyncio.to_thread(self.studio.player.page, viewer, where)
        except GameError as why:
            return Response(SORRY.format(why=escape(str(why))), 409, IN_OUR_FRAME, "text/html; charset=utf-8")
        return Response(page, 200, IN_OUR_FRAME, "text/html; charset=utf-8")

    async def play_data(self, request: Request) -> Response:
        """Returns what brings the player up to date."""
        viewer = self.studio.sheet(request.query_params.get("file")).viewer
        return JSONResponse(await asyncio.to_thread(self.studio.player.data, viewer))

    async def play_picture(self, request: Request) -> Response:
        """Returns one of the pictures that the play shows."""
        viewer = self.studio.sheet(request.query_params.get("file")).viewer
        found = await asyncio.to_thread(playing.picture, viewer, request.query_params.get("key", ""))
        return _no("There is no such picture.", 404) if found is None else Response(found, media_type="image/webp")

    async def figures(self, request: Request) -> Response:
        """Returns what is asked for seldom, since it takes a while."""
        asked = await small_body(request, MOST_BODY)
        sheet = self.studio.sheet(asked.get("file"))
        told = await self.studio.prover.run(figures.figures, sheet.buffer.text, sheet.file.path.stem)
        return JSONResponse({"parts": told})

    async def versions(self, request: Request) -> Response:
        """Returns the copies that lie aside."""
        sheet = self.studio.sheet(request.query_params.get("file"))
        return JSONResponse({"versions": await asyncio.to_thread(versions.listed, sheet.file, sheet.buffer.text)})

    async def version(self, request: Request) -> Response:
        """Returns a copy, and how the text differs from it."""
        sheet = self.studio.sheet(request.query_params.get("file"))
        kept = sheet.file.version(request.query_params.get("when", ""))
        return JSONResponse({"text": kept, "lines": versions.difference(kept, sheet.buffer.text)})

    async def back(self, request: Request) -> Response:
        """Goes back to a copy; what stands now is kept as one."""
        asked = await small_body(request, MOST_BODY)
        sheet = self.studio.sheet(asked.get("file"))
        kept = sheet.file.version(str(asked.get("when", "")))
        sheet.file.keep_copy(replace(sheet.file.disk, text=sheet.buffer.text))
        sheet.replace(kept, "back")
        return JSONResponse({"file": sheet.name})

    async def send(self, request: Request) -> Response:
        """Returns a file to hand out, made of what the author sees."""
        asked = await small_body(request, MOST_BODY)
        sheet = self.studio.sheet(asked.get("file"))
        await sheet.save()
        if not sheet.saved:
            raise GameError(_("Not everything is saved yet. Look at the sign beside the title."))
        name, kind, data = await asyncio.to_thread(sending.send, sheet.file.path, asked.get("as"), self.studio.library)
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(data, media_type=kind, headers=headers)

    async def translations(self, request: Request) -> Response:
        """Returns how far each translation has come."""
        sheet = self.studio.sheet(request.query_params.get("file"))
        found = await asyncio.to_thread(sending.translations, sheet.file.path, self.studio.library)
        return JSONResponse({"translations": found})

    # ── sockets ──────────────────────────────────────────────────────────────────────────────────────

    async def entered(self, socket: WebSocket) -> bool:
        """Lets our own page's socket in; shuts any other."""
        given = socket.scope.get("subprotocols", [])
        if len(given) == 2 and given[0] == PROTOCOL and same_secret(given[1], self.secret):
            await socket.accept(PROTOCOL)
            return True
        await socket.close(4401)
        return False

    async def here(self, socket: WebSocket) -> None:
        """Knows by this socket that a page is open."""
        if not await self.entered(socket):
            return
        self.studio.comes()
        try:
            with suppress(WebSocketDisconnect):
                while True:
                    await socket.receive_text()
        finally:
            self.studio.goes()

    async def language_server(self, socket: WebSocket) -> None:
        """Lets an editor ask a language server of its own."""
        if not await self.entered(socket):
            return
        self.studio.comes()
        try:
            await language.bridged(socket, self.studio.rubric)
        finally:
            self.studio.goes()

    async def buffer(self, socket: WebSocket) -> None:
        """Lets a page follow and change a file."""
        if not await self.entered(socket):
            return
        try:
            sheet = self.studio.sheet(socket.query_params.get("file"))
        except GameError as why:
            await socket.send_json({"type": "gone", "why": str(why)})
            await socket.close(4404)
            return
        tab = Tab()
        self.studio.comes()
        sheet.enter(tab)
        writer = asyncio.create_task(_tell(socket, tab))
        try:
            with suppress(WebSocketDisconnect):
                while True:
                    message = _read(await socket.receive_text())
                    if message is None:
                        await socket.close(4400)
                        return
                    sheet.take(tab, message)
        finally:
            sheet.leave(tab)
            self.studio.goes()
            writer.cancel()


async def _picture(drawn: Callable[[str, str], bytes | None], name: str, which: str) -> Response:
    image = await asyncio.to_thread(drawn, name, which)
    if image is None:
        return _no("There is no such picture.", 404)
    headers = NEVER_FRAMED | {"Cache-Control": "max-age=3600", "Cross-Origin-Resource-Policy": "same-origin"}
    return Response(image, media_type="image/webp", headers=headers)


async def _tell(socket: WebSocket, tab: Tab) -> None:
    """Sends a page what waits for it, in order."""
    with suppress(WebSocketDisconnect, RuntimeError):
        while (message := await tab.waiting.get()) is not None:
            await socket.send_json(message)
        await socket.close(4429)


def _read(text: str) -> Message | None:
    with suppress(ValueError, RecursionError):
        found: Any = json.loads(text)
        if isinstance(found, dict):
            return found
    return None
