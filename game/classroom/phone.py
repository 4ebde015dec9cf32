"""A device's line to the laptop: its token first, then what it hands in and how it votes, each answered from disk.

What a phone sends is bounded: 4 KiB a frame, one at a time; only a line that holds what its player typed may be larger,
since a play with one long answer could not be handed in otherwise. What it is told of the lesson is the newest state
and no older one, so a phone that takes nothing costs the others nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.plays_kept import Refused
from game.classroom.room import ClassRoom
from game.classroom.screens import for_everyone, mine
from game.classroom.votes_kept import Ballot, VotesKept

MOST_FRAME = 4 * 1024  # bytes that a phone may send at once; a line of a journal has a few hundred
MOST_OWN_WORDS = 32 * 1024  # a line that holds what a player typed
_TYPED = ("worded", "reflected")  # the events that hold it
FAILED = "The disk cannot be written."


class PhoneLine:
    """One device's connection; `together` where its page shows what the class decides together."""

    def __init__(self, socket: WebSocket, *, together: bool) -> None:
        self.socket, self.together = socket, together
        self._newest = ""
        self._new = asyncio.Event()

    def tell(self, text: str) -> None:
        """Tells it something, in place of what it has not taken yet."""
        self._newest = text
        self._new.set()

    async def telling(self) -> None:
        """Sends what there is to tell, until the connection ends; pings end one that takes nothing."""
        with suppress(Exception):
            while True:
                await self._new.wait()
                self._new.clear()
                await self.socket.send_text(self._newest)


class BallotBox:
    """Takes ballots; those that came in the same moment are put on disk together."""

    def __init__(self, votes: VotesKept) -> None:
        self._votes = votes
        self._waiting: list[tuple[Ballot, asyncio.Future[str]]] = []

    async def cast(self, ballot: Ballot) -> str:
        """Returns `kept` once a ballot is on disk, or why it is not kept. Raises OSError."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[str] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._empty)
        self._waiting.append((ballot, answer))
        return await answer

    def _empty(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            answers = self._votes.cast([ballot for ballot, _ in waiting])
        except OSError as error:
            for _ballot, answer in waiting:
                if not answer.done():
                    answer.set_exception(OSError(error.errno, error.strerror))
            return
        for (_ballot, answer), said in zip(waiting, answers, strict=True):
            if not answer.done():  # its phone may have gone
                answer.set_result(said)


class Phones:
    """Every device whose line is open."""

    def __init__(self, room: ClassRoom) -> None:
        self.room, self.box = room, BallotBox(room.together.votes)
        self.lines: set[PhoneLine] = set()

    def tell_all(self) -> None:
        """Tells every phone how far the lesson is, and where it shows it, what the class decides together."""
        stage, together = self._stage(), self._together()
        for line in self.lines:
            line.tell(together if line.together else stage)

    async def talk(self, socket: WebSocket) -> None:
        """Talks with one device until it goes; a frame that is none, or an unknown token, ends it."""
        await socket.accept()
        try:
            hello = frame(await asyncio.wait_for(socket.receive_text(), 30))
            token = hello.get("token")
            if not self.room.knows(token):
                await socket.close(4401)
                return
            line = PhoneLine(socket, together=hello.get("together") is True)
            await self._serve(line, str(token))
        except (WebSocketDisconnect, TimeoutError):
            return
        except ValueError:
            with suppress(RuntimeError):
                await socket.close(4400)

    async def _serve(self, line: PhoneLine, owner: str) -> None:
        socket, room = line.socket, self.room
        if line.together:
            await socket.send_text(self._together(mine=mine(room.together, owner)))
        else:
            await socket.send_json({"have": room.plays.of(owner), "stage": room.stage.value})
        self.lines.add(line)
        room.here[owner] += 1
        telling = asyncio.create_task(line.telling())
        try:
            while True:
                await socket.send_json(await self._answer(frame(await socket.receive_text()), owner))
        finally:
            telling.cancel()
            self.lines.discard(line)
            room.here -= Counter([owner])

    async def _answer(self, asked: dict[str, Any], owner: str) -> dict[str, object]:
        """Returns what a phone is told about what it sent. Raises ValueError for what is not understood."""
        try:
            if asked.get("take_back") is True:
                return {"taken_back": self.room.plays.take_back(owner)}
            if asked.get("take_back") == "votes":
                self.room.together.votes.forget(owner)
                return {"taken_back": "votes"}
            if "vote" in asked:
                return await self._voted(asked, owner)
            return self._handed_in(asked, owner)
        except OSError as error:
            what: dict[str, object] = {key: asked[key] for key in ("session", "vote") if key in asked}
            return what | {"failed": error.strerror or FAILED}

    async def _voted(self, asked: dict[str, Any], owner: str) -> dict[str, object]:
        n, option, reason = asked["vote"], asked.get("option"), asked.get("reason")
        if type(n) is not int or not isinstance(option, str | None) or not isinstance(reason, str | None):
            raise ValueError("not understood")
        if reason is not None:
            said = self.room.together.votes.give_reason(owner, n, reason)
            return {"vote": n, "reason": said}
        return {"vote": n, "option": option, "ballot": await self.box.cast(Ballot(owner, n, option))}

    def _handed_in(self, asked: dict[str, Any], owner: str) -> dict[str, object]:
        session, n, line = asked.get("session"), asked.get("n"), asked.get("line")
        if not (isinstance(session, str) and type(n) is int and n >= 0 and isinstance(line, str)):
            raise ValueError("not understood")
        try:
            return {"session": session, "kept": self.room.plays.keep(owner, session, n, line)}
        except Refused as why:
            return {"session": session, "refused": str(why)}

    def _stage(self) -> str:
        return json.dumps({"stage": self.room.stage.value})

    def _together(self, **more: object) -> str:
        return json.dumps({"stage": self.room.stage.value, "together": for_everyone(self.room.together), **more})


def frame(text: str) -> dict[str, Any]:
    """Returns what stands in a frame. Raises ValueError where it is too large or no mapping."""
    size = len(text.encode("utf-8", "replace"))
    if size > MOST_OWN_WORDS:
        raise ValueError("too large")
    found = _read(text)
    if not isinstance(found, dict):
        raise ValueError("not understood")
    if size > MOST_FRAME and not _is_typed(found.get("line")):
        raise ValueError("too large")
    return found


def _is_typed(line: object) -> bool:
    """Returns whether a line of a journal holds what its player typed. Raises ValueError where it is no line."""
    event = _read(line) if isinstance(line, str) else None
    return isinstance(event, dict) and event.get("event") in _TYPED


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("not understood") from None
