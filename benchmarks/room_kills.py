"""The class's server killed (-9) at random moments while phones play and vote: is an acknowledged line or vote lost, or
counted twice?

    python -m benchmarks.room_kills --times 100

Eight phones play one conversation after another and vote; one of them has two tabs open that hand in the same play, one
stays away for most of the time and comes back, and all of them lose their connection now and then. After each kill the
folder is read before the server is started again, and at the end the debrief's own reader counts the plays.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websockets

from benchmarks.room import a_class, join
from game.app.library import Library
from game.classroom import serve as rooms
from game.classroom.room import ClassRoom
from game.classroom.together import FOLDER, VOTES
from game.classroom.votes_kept import VotesKept
from game.serving import LOOPBACK
from game.web.page import PageChoices, page

MAIN = Path(__file__).resolve().parents[1] / "main.py"
SCENARIO = "fine-fine"
PHONES = 8
MOST_LIFE_S = 0.6  # how long a server lives at most, most often counted from the first line that it acknowledged
MOST_WAIT_S = 20.0  # for that line
CUT = 0.03  # how likely a phone loses its connection with a line
Line = tuple[str, int]  # a session, and which line of it


class Server:
    """The command `class` in a process of its own; started again with the same folder it is the same room."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lives = 0
        self.there = os.environ | {"EQUAL_FOOTING_HOME": str(folder.parent / "home")}

    def start(self) -> None:
        """Waits until phones can come in."""
        words = ["class", SCENARIO, "--bind", LOOPBACK, "--into", str(self.folder), "--beside-window"]
        self.process = self._python(str(MAIN), *words)
        self._opened()

    def kill(self) -> None:
        """As a laptop's battery does it."""
        self.process.kill()
        self.process.communicate()

    def end(self) -> None:
        """Ends what is left."""
        self.kill()

    def _python(self, *words: str) -> subprocess.Popen[str]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen([sys.executable, *words], env=self.there, text=True, **pipes)  # type: ignore[call-overload,no-any-return]

    def _opened(self) -> dict[str, Any]:
        """Takes what a server tells once phones can come in."""
        assert self.process.stdout
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.address, self.code = told["address"].split("/")[2], told["code"]
        self.console, self.secret = told["console"].split("/")[2], told["console"].partition("#")[2]
        self.lives += 1
        return told

    def console_says(self, path: str, **said: object) -> Any:
        """Returns what the console is told."""
        headers = {"X-Console": self.secret, "Origin": f"http://{self.console}"}
        asked = urllib.request.Request(f"http://{self.console}/console/{path}", json.dumps(said).encode(), headers)
        with urllib.request.urlopen(asked) as answer:
            return json.load(answer)


class ForkedServer(Server):
    """The same from a process that has the program and its page already: a life begins by reading the folder, which is
    what a kill tries, and takes a tenth of the time."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.process = self._python("-m", "benchmarks.room_kills", "--serve", str(folder))
        self.life = 0

    def start(self) -> None:
        """Waits until the next life has begun."""
        assert self.process.stdin
        self.process.stdin.write("live\n")
        self.process.stdin.flush()
        self.life = self._opened()["life"]

    def kill(self) -> None:
        """Ends this life, and not what begins the next one."""
        os.kill(self.life, signal.SIGKILL)

    def end(self) -> None:
        """Ends this life, and what begins lives."""
        self.kill()
        super().kill()


def serve(folder: Path) -> None:
    """Begins a life of the server for each line of input."""
    library = Library.shipped()
    models = {SCENARIO: library.exact(SCENARIO)}
    made = page(library, [SCENARIO], PageChoices(room=f"ws://{LOOPBACK}"))
    rooms.__dict__["page"] = lambda *_asked: made  # made once, not in each life
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a life that was killed
    for _line in sys.stdin:
        if os.fork() == 0:
            live(ClassRoom(folder, models), library)


def live(room: ClassRoom, library: Library) -> None:
    """Serves a class until it is killed; tells where, once it can be entered."""
    opened = rooms.open_room(room, library, LOOPBACK, 0, None)
    told = {"address": opened.address, "code": opened.code, "console": opened.console, "life": os.getpid()}
    rooms.run(room, opened, lambda: print(json.dumps(told), flush=True))


@dataclass
class Acknowledged:
    """What the server told phones that it has: lines by session and number, and by vote and token the last option."""

    lines: dict[Line, str] = field(default_factory=dict)
    votes: dict[tuple[int, str], str | None] = field(default_factory=dict)
    sent_votes: dict[tuple[int, str], set[str | None]] = field(default_factory=dict)  # after the last that was answered
    cuts: int = 0


@dataclass
class Room:
    """The class around the server: whether it is up, and what it has acknowledged."""

    server: Server
    acknowledged: Acknowledged
    chance: random.Random
    up: asyncio.Event = field(default_factory=asyncio.Event)
    handed_in: asyncio.Event = field(default_factory=asyncio.Event)  # something was acknowledged in this life
    over: bool = False


async def phone(room: Room, token: str, plays: list[list[str]], stays_away_until: int = 0) -> None:
    """Hands in one play after another, and comes back whenever the connection or the server is gone."""
    if stays_away_until:
        await hand_in(room, token, plays[0][: len(plays[0]) // 2])
        while room.server.lives < stays_away_until:
            await asyncio.sleep(0.1)
    for lines in plays:
        await hand_in(room, token, lines)
        if room.over:
            return


async def hand_in(room: Room, token: str, lines: list[str]) -> None:
    """Hands in the lines of a play until all of them are acknowledged."""
    session, address = json.loads(lines[0])["session"], room.server.address
    n = 0
    while n < len(lines):
        await room.up.wait()
        with suppress(OSError, websockets.WebSocketException, TimeoutError):
            async with websockets.connect(f"ws://{address}/phone", origin=f"http://{address}") as socket:  # type: ignore[arg-type]
                await socket.send(json.dumps({"token": token}))
                n = json.loads(await socket.recv())["have"].get(session, 0)
                while n < len(lines):
                    n = await hand_in_one(room, socket, session, n, lines[n])
        await asyncio.sleep(0.01)


async def hand_in_one(room: Room, socket: Any, session: str, n: int, line: str) -> int:
    """Returns how many lines the server says it has, once it has answered; cuts the connection now and then."""
    await socket.send(json.dumps({"session": session, "n": n, "line": line}))
    if room.chance.random() < CUT:
        room.acknowledged.cuts += 1
        socket.transport.abort()
    while "kept" not in (answer := json.loads(await socket.recv())):
        assert "refused" not in answer or "comes next" in answer["refused"], answer
        if "refused" in answer:  # another tab is further: what is there is asked anew
            raise TimeoutError
    room.acknowledged.lines[session, n] = line
    room.handed_in.set()
    await asyncio.sleep(room.chance.random() * 0.03)
    return int(answer["kept"])


async def voter(room: Room, token: str) -> None:
    """Votes, and changes its mind, for as long as the class lasts."""
    address = room.server.address
    while not room.over:
        await room.up.wait()
        with suppress(OSError, websockets.WebSocketException):
            async with websockets.connect(f"ws://{address}/phone", origin=f"http://{address}") as socket:  # type: ignore[arg-type]
                await socket.send(json.dumps({"token": token, "together": True}))
                asked = json.loads(await socket.recv())["together"]
                while asked.get("stage") == "open" and not room.over:
                    asked = await vote_once(room, socket, token, asked)
        await asyncio.sleep(0.05)


async def vote_once(room: Room, socket: Any, token: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Votes on what is asked, and returns what is asked once the vote is answered."""
    option = room.chance.choice([*(one["id"] for one in asked["options"] if not one["locked"]), None])
    at = int(asked["n"]), token
    room.acknowledged.sent_votes.setdefault(at, set()).add(option)
    await socket.send(json.dumps({"vote": at[0], "option": option}))
    while "ballot" not in (answer := json.loads(await socket.recv())):
        asked = answer.get("together", asked)
    if answer["ballot"] == "kept":
        room.acknowledged.votes[at], room.acknowledged.sent_votes[at] = option, set()
    await asyncio.sleep(0.05 + room.chance.random() * 0.2)
    return asked


def open_vote(server: Server) -> None:
    """Lets the class decide together, and opens a vote; another one that is open is closed by that."""
    step = server.console_says("state")["together"]["step"]
    for what in ("close", "begin", "next", "next", "next", "next", "next", "open"):
        told = server.console_says("act", act=what, scenario=SCENARIO, step=step)
        step = told["together"]["step"]


def differences(folder: Path, acknowledged: Acknowledged) -> tuple[int, int]:
    """Returns how many acknowledged lines and votes are not on disk as they were, and how many are there twice."""
    there: dict[Line, list[str]] = {}
    for path in folder.glob("*.jsonl"):
        for line in path.read_bytes().decode("utf-8").splitlines(keepends=True):
            with suppress(ValueError):  # a torn last line, which nobody was told of
                event = json.loads(line)
                session = event["session"] if event["event"] == "begun" else path.stem[-8:]
                there.setdefault((session[:8], event["n"]), []).append(line)
    lost = sum(line not in there.get((at[0][:8], at[1]), []) for at, line in acknowledged.lines.items())
    twice = sum(len(lines) > 1 for lines in there.values())
    votes = VotesKept(folder / FOLDER / VOTES).votes if (folder / FOLDER / VOTES).exists() else []
    for (n, token), option in acknowledged.votes.items():
        found = votes[n].cast.get(token, ...) if n < len(votes) else ...
        lost += found is not option and found != option and found not in acknowledged.sent_votes.get((n, token), ())
    return lost, twice


async def lessons(server: Server, times: int, seed: int) -> dict[str, int]:
    """Returns what was found after so many kills."""
    chance = random.Random(seed)
    room = Room(server, Acknowledged(), chance)
    each = max(2, times // 3)
    plays = a_class(PHONES * each)
    server.start()
    open_vote(server)
    tokens = [join(server.address, server.code) for _ in range(PHONES)]
    mine = [plays[n * each : (n + 1) * each] for n in range(PHONES)]
    tasks = [asyncio.create_task(phone(room, token, some)) for token, some in zip(tokens[1:], mine[1:], strict=True)]
    tasks.append(asyncio.create_task(phone(room, tokens[1], mine[1])))  # the same plays in a second tab
    tasks.append(asyncio.create_task(phone(room, tokens[0], mine[0][:2], stays_away_until=max(2, times * 3 // 4))))
    voters = [asyncio.create_task(voter(room, token)) for token in tokens]
    lost, twice = 0, 0
    for n in range(times):
        room.handed_in.clear()
        room.up.set()
        if n % 3:  # every third life may end before anything is handed in
            with suppress(TimeoutError):
                await asyncio.wait_for(room.handed_in.wait(), MOST_WAIT_S)
        await asyncio.sleep(chance.random() * MOST_LIFE_S)
        room.up.clear()
        server.kill()
        more = differences(server.folder, room.acknowledged)
        lost, twice = lost + more[0], twice + more[1]
        await asyncio.to_thread(server.start)
        if n % 10 == 9:
            await asyncio.to_thread(open_vote, server)
        print(f"{n + 1} kills, {len(room.acknowledged.lines)} lines, lost {lost}, twice {twice}", file=sys.stderr)
    room.over = True
    room.up.set()
    await asyncio.wait_for(asyncio.gather(*tasks, *voters), 600)
    more = differences(server.folder, room.acknowledged)
    begun = server.console_says("state")["begun"]
    sessions = len({session for session, _ in room.acknowledged.lines})
    server.end()
    return {
        "kills": times,
        "connections cut": room.acknowledged.cuts,
        "lines acknowledged": len(room.acknowledged.lines),
        "votes acknowledged": len(room.acknowledged.votes),
        "lost": lost + more[0],
        "twice": twice + more[1],
        "plays": sessions,
        "plays that the console counts": begun,
    }


def killed(times: int, seed: int = 1, kind: type[Server] = Server) -> dict[str, int]:
    """Returns what so many kills of one class's server did."""
    with tempfile.TemporaryDirectory() as place:
        return asyncio.run(lessons(kind(Path(place) / "class"), times, seed))


def main() -> None:
    """Prints a row a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole", action="store_true", help="start the command anew for each life, not a fork of it")
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve)
        return
    begun = time.monotonic()
    for name, value in killed(asked.times, asked.seed, Server if asked.whole else ForkedServer).items():
        print(f"| {name} | {value:,} |")
    print(f"| seconds | {time.monotonic() - begun:.0f} |")


if __name__ == "__main__":
    main()
