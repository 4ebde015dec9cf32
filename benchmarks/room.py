"""Thirty phones and more hand in to one laptop: `python -m benchmarks.room [PHONES…]`.

Each phone is a connection of its own on loopback that hands in a whole play, line by line, each when the one before is
on disk, with a pause between as between choices. The same load goes to a bare Starlette server that only answers, in
the same run. Times are of the clock, from sending a line to its answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from benchmarks.usage import all_counts, given
from game.app.library import Library
from game.classroom.room import ClassRoom
from game.classroom.serve import open_room, run
from game.play.events import Mode
from game.play.session import new_session
from game.rubric.archetypes import played, player
from game.serving import LOOPBACK
from game.testing.plays import made

SCENARIO = "fine-fine"
PAUSE_S = 1.0


def main(phones: list[int]) -> None:
    """Prints a row for each number of phones, for the class's server and for the bare one."""
    print(
        f"| phones | server | lines | answer ms p50 | p99 | slowest | CPU s | MB |\n{'| ---: | --- ' + '| ---: ' * 6}|"
    )
    for count in phones:
        plays = a_class(count)
        for name in ("class", "bare"):
            print(row(count, name, plays), flush=True)


def row(count: int, name: str, plays: list[list[str]]) -> str:
    """Returns one row: a server of its own process under the load."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.room", "--serve", name, folder], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None
        address, code, *_ = server.stdout.readline().split()
        times = asyncio.run(load(address, code, plays))
        server.send_signal(signal.SIGINT)
        cpu, megabytes = server.communicate(timeout=60)[0].split()
    times.sort()
    p50, p99 = statistics.median(times), times[int(0.99 * (len(times) - 1))]
    figures = f"{1000 * p50:.1f} | {1000 * p99:.1f} | {1000 * times[-1]:.0f} | {cpu} | {megabytes}"
    return f"| {count} | {name} | {len(times)} | {figures} |"


def a_class(count: int, archetypes: Sequence[str] = ("partner",)) -> list[list[str]]:
    """Returns the lines of a play for each phone, played by these archetypes in turn."""
    exact = Library.shipped().exact(SCENARIO)
    chosen = [played(exact, player(exact.rubric, name)) for name in archetypes]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            session = new_session(exact, mode=Mode.ASSESS, seed=number, logs=Path(folder))
            made(session, *chosen[number % len(chosen)])
        found = sorted(Path(folder).glob("*.jsonl"))
        return [path.read_text("utf-8").splitlines(keepends=True) for path in found]


async def load(address: str, code: str, plays: list[list[str]]) -> list[float]:
    """Returns how long each line took to be answered, in seconds."""
    times: list[float] = []

    async def phone(number: int, lines: list[str]) -> None:
        token = await asyncio.to_thread(join, address, code)
        session = json.loads(lines[0])["session"]
        async with websockets.connect(f"ws://{address}/phone", origin=f"http://{address}") as socket:  # type: ignore[arg-type]
            await socket.send(json.dumps({"token": token}))
            await socket.recv()
            await asyncio.sleep(PAUSE_S * number / len(plays))
            for n, line in enumerate(lines):
                begun = time.perf_counter()
                await socket.send(json.dumps({"session": session, "n": n, "line": line}))
                answer = json.loads(await socket.recv())
                times.append(time.perf_counter() - begun)
                assert answer.get("kept") == n + 1, answer
                await asyncio.sleep(PAUSE_S)

    await asyncio.gather(*(phone(number, lines) for number, lines in enumerate(plays)))
    return times


def join(address: str, code: str) -> str:
    """Returns a token for a phone."""
    request = urllib.request.Request(
        f"http://{address}/join", json.dumps({"code": code}).encode(), {"Origin": f"http://{address}"}, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        return str(json.load(answer).get("token", ""))


def serve(name: str, folder: Path, bare: Callable[[], None]) -> None:
    """Serves a class, or what it is held against, until it is ended; then prints the CPU seconds and the memory."""
    try:
        if name == "class":
            library = Library.shipped()
            room = ClassRoom(folder, {SCENARIO: library.exact(SCENARIO)})
            opened = open_room(room, library, LOOPBACK, 0, None)
            run(room, opened, lambda: print(opened.served.phones, opened.code, opened.console, flush=True))
        else:
            bare()
    except KeyboardInterrupt:
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(f"{used.ru_utime + used.ru_stime:.1f} {used.ru_maxrss / 1024:.0f}", flush=True)


def bare() -> None:
    """Serves what answers each line without looking at it or keeping it."""
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    async def phone(socket: WebSocket) -> None:
        await socket.accept()
        await socket.receive_text()
        await socket.send_json({"have": {}})
        async for text in socket.iter_text():
            await socket.send_json({"kept": json.loads(text)["n"] + 1})

    async def let_in(_: Any) -> JSONResponse:
        return JSONResponse({"token": "-"})

    app = Starlette(routes=[WebSocketRoute("/phone", phone), Route("/join", let_in, methods=["POST"])])
    serve_on_loopback(app, "{address} -")


def serve_on_loopback(app: Starlette, opened: str) -> None:
    """Serves until it is ended; prints what `opened` says once the `{address}` is open."""
    server = uvicorn.Server(uvicorn.Config(app, host=LOOPBACK, port=0, log_level="warning"))

    async def told() -> None:
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        print(opened.format(address=f"{LOOPBACK}:{port}"), flush=True)
        await task

    asyncio.run(told())


if __name__ == "__main__":
    os.environ.setdefault("EQUAL_FOOTING_HOME", tempfile.mkdtemp())
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2], Path(sys.argv[3]), bare)
    else:
        main([int(word) for word in given(__doc__, all_counts)] or [30, 100, 300])
