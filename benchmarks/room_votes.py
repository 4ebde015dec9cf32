"""A class votes on its phones: `python -m benchmarks.room_votes [PHONES…]`.

Each phone is a connection of its own on loopback. The teacher opens a vote five times; within a second every phone
votes, and its vote is on the laptop's disk when it is acknowledged. Then the teacher closes the vote, and every phone
is told the split. The same load goes to a bare Starlette server that keeps nothing and sends all a fixed text, in the
same run. Times are of the clock: from sending a vote to its acknowledgement, and from the teacher's click to the last
phone that sees the split. Bytes are those of the messages, without what HTTP and TCP add.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websockets
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from benchmarks.room import SCENARIO, join, serve, serve_on_loopback
from benchmarks.usage import all_counts, given

VOTES = 5
WITHIN_S = 1.0


@dataclass(slots=True)
class Times:
    """What was measured: seconds to each acknowledgement, seconds until each phone saw a split, seconds until the last
    did, and bytes of messages."""

    acknowledged: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    by_all: list[float] = field(default_factory=list)
    bytes: int = 0


def main(phones: list[int]) -> None:
    """Prints a row for each number of phones, for the class's server and for the bare one."""
    print(
        "| phones | server | votes | acknowledged ms p50 | p99 | split seen ms p50 | by all, at worst | CPU s | MB "
        f"| bytes a phone and vote |\n{'| ---: | --- ' + '| ---: ' * 8}|"
    )
    for count in phones:
        for name in ("class", "bare"):
            print(row(count, name), flush=True)


def row(count: int, name: str) -> str:
    """Returns one row: a server of its own process under the load."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.room_votes", "--serve", name, folder], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None
        address, code, console = server.stdout.readline().split()
        times = asyncio.run(load(address, code, console, count))
        server.send_signal(signal.SIGINT)
        cpu, megabytes = server.communicate(timeout=60)[0].split()
    votes = sorted(times.acknowledged)
    p99 = votes[int(0.99 * (len(votes) - 1))]
    figures = [statistics.median(votes), p99, statistics.median(times.seen), max(times.by_all)]
    told = " | ".join(f"{1000 * one:.1f}" for one in figures)
    return f"| {count} | {name} | {len(votes)} | {told} | {cpu} | {megabytes} | {times.bytes // len(votes)} |"


async def load(address: str, code: str, console: str, count: int) -> Times:
    """Returns what the votes of a class took."""
    times = Times()
    tokens = [await asyncio.to_thread(join, address, code) for _ in range(count)]
    step = await asyncio.to_thread(begin, console)
    phones = [await Phone.connected(address, token, times) for token in tokens]
    for _ in range(VOTES):
        step = (await asyncio.to_thread(act, console, "open", step))["step"]
        await asyncio.gather(*(phone.vote(WITHIN_S * n / count) for n, phone in enumerate(phones)))
        closed = time.perf_counter()
        seeing = [asyncio.create_task(phone.see_the_split(closed)) for phone in phones]
        step = (await asyncio.to_thread(act, console, "close", step))["step"]
        seen = await asyncio.gather(*seeing)
        times.seen += seen
        times.by_all.append(max(seen))
    for phone in phones:
        await phone.socket.close()
    return times


@dataclass(slots=True)
class Phone:
    """One phone's connection."""

    socket: Any
    times: Times

    @classmethod
    async def connected(cls, address: str, token: str, times: Times) -> Phone:
        """Returns a phone that was let in."""
        socket = await websockets.connect(f"ws://{address}/phone", origin=f"http://{address}")  # type: ignore[arg-type]
        phone = cls(socket, times)
        await phone.send({"token": token, "together": True})
        await phone.told()
        return phone

    async def send(self, what: dict[str, Any]) -> None:
        """Sends a message and counts its bytes."""
        text = json.dumps(what)
        self.times.bytes += len(text)
        await self.socket.send(text)

    async def told(self) -> dict[str, Any]:
        """Returns the next message and counts its bytes."""
        text = await self.socket.recv()
        self.times.bytes += len(text)
        return dict(json.loads(text))

    async def vote(self, after: float) -> None:
        """Votes some time after the vote was opened."""
        shown = (await self.told())["together"]
        await asyncio.sleep(after)
        begun = time.perf_counter()
        await self.send({"vote": shown["n"], "option": shown["options"][int(7 * after) % len(shown["options"])]["id"]})
        answer = await self.told()
        self.times.acknowledged.append(time.perf_counter() - begun)
        assert answer["ballot"] == "kept", answer

    async def see_the_split(self, closed: float) -> float:
        """Returns how long it took until this phone saw the split."""
        assert (await self.told())["together"]["stage"] == "closed"
        return time.perf_counter() - closed


def begin(console: str) -> int:
    """Begins a conversation, reads on to its first options, and returns the teacher's step."""
    told = act(console, "begin", 0)
    while told["screen"] != "options":
        told = act(console, "next", told["step"])
    return int(told["step"])


def act(console: str, what: str, step: int) -> dict[str, Any]:
    """Does something as the teacher, and returns what the console shows of the class together."""
    address, _, secret = console.partition("/#")
    headers = {"Origin": address, "X-Console": secret}
    body = json.dumps({"act": what, "step": step, "scenario": SCENARIO}).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{address}/console/act", body, headers)) as answer:
        return dict(json.load(answer)["together"])


def bare() -> None:
    """Serves what acknowledges each vote without looking at it or keeping it, and tells all a fixed text."""
    sockets: set[WebSocket] = set()
    options = [{"id": f"an-option-{n}", "words": "x" * 90} for n in range(4)]
    state = {"screen": "options", "step": 0}

    async def phone(socket: WebSocket) -> None:
        await socket.accept()
        await socket.receive_text()
        sockets.add(socket)
        await socket.send_json({"together": state})
        async for text in socket.iter_text():
            await socket.send_json({"ballot": "kept", "vote": json.loads(text)["vote"]})

    async def teach(request: Request) -> JSONResponse:
        stage = {"open": "open", "close": "closed"}.get((await request.json())["act"])
        if stage:
            text = json.dumps({"together": {"n": 0, "stage": stage, "options": options}})
            await asyncio.gather(*(socket.send_text(text) for socket in sockets))
        return JSONResponse({"together": state})

    async def let_in(_: Request) -> JSONResponse:
        return JSONResponse({"token": "-"})

    routes = [Route("/join", let_in, methods=["POST"]), Route("/console/act", teach, methods=["POST"])]
    app = Starlette(routes=[WebSocketRoute("/phone", phone), *routes])
    serve_on_loopback(app, "{address} - http://{address}/#-")


if __name__ == "__main__":
    os.environ.setdefault("EQUAL_FOOTING_HOME", tempfile.mkdtemp())
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2], Path(sys.argv[3]), bare)
    else:
        main([int(word) for word in given(__doc__, all_counts)] or [30, 100, 300, 1000])
