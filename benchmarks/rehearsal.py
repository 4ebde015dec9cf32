"""A rehearsal of a class with real browsers on loopback: `xvfb-run -a python -m benchmarks.rehearsal OUT`.

    python -m benchmarks.rehearsal OUT --open ADDRESS CODE CONSOLE FOLDER

The second line rehearses in a class that is open already, such as one that was opened in the game's window.

A teacher's console and a projector in Chromium, a phone each in Chromium, Firefox and WebKitGTK, and thirty simulated
ones go both ways: each alone from joining to the debrief page, then together with votes, reasons, a minority
followed, the forks voted on again, and the ending. Every step is a picture in OUT, and OUT/class is the class's own
folder where the rehearsal opens the class itself. The table at the end says what each device played and saw. Ends
with 1 where a device saw another split than was cast, or where something that was acknowledged is not on the laptop's
disk. It needs what `page_in_browsers` needs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websockets

from benchmarks.browser_hands import Hands, hands
from benchmarks.room import SCENARIO, a_class, join, load
from game.classroom.together import FOLDER, VOTES
from game.classroom.votes_kept import VotesKept

MAIN = Path(__file__).resolve().parents[1] / "main.py"
SIMULATED = 30
ARCHETYPES = ("partner", "partner", "authority", "menu", "pal")
PHONES = {"phone-chromium": "chromium", "phone-firefox": "firefox", "phone-webkit": "webkit"}
ANSWERS = dict(zip(PHONES, (0, 1, 1), strict=True))  # which of the options each of them votes for
REASON = "She said stop with her hand, so I stop."
Split = dict[str, int]


@dataclass(slots=True)
class Simulated:
    """A phone without a browser that votes as soon as a vote opens, and notes the splits that it is told."""

    number: int
    socket: Any
    cast: dict[int, str] = field(default_factory=dict)  # by vote; acknowledged ones alone
    splits: dict[int, Split] = field(default_factory=dict)
    sent: int = -1

    @classmethod
    async def connected(cls, address: str, token: str, number: int) -> Simulated:
        """Returns a phone that was let in to the class together."""
        socket = await websockets.connect(f"ws://{address}/phone", origin=f"http://{address}")  # type: ignore[arg-type]
        await socket.send(json.dumps({"token": token, "together": True}))
        return cls(number, socket)

    async def live(self) -> None:
        """Votes and looks until the connection ends."""
        with suppress(websockets.ConnectionClosed):
            async for text in self.socket:
                await self.hear(json.loads(text))

    async def hear(self, said: dict[str, Any]) -> None:
        """Votes where a vote has opened, and notes an acknowledgement or a split."""
        shown = said.get("together", {})
        if shown.get("stage") == "open" and shown["n"] != self.sent:
            self.sent = shown["n"]
            options = [one["id"] for one in shown["options"] if not one["locked"]]
            mine = options[(self.number % 7 + shown["n"]) % len(options)]
            await self.socket.send(json.dumps({"vote": shown["n"], "option": mine}))
        elif said.get("ballot") == "kept":
            self.cast[said["vote"]] = said["option"]
        elif "split" in shown:
            self.splits[shown["n"]] = shown["split"]["counts"]


@dataclass(slots=True)
class Rehearsal:
    """Where the class is, what each device saw, and what went wrong."""

    hands: Hands
    address: str
    code: str
    console: str
    folder: Path
    seen: dict[int, dict[str, Split]] = field(default_factory=dict)  # by vote, by device
    lines: dict[str, tuple[int, int]] = field(default_factory=dict)  # by device: lines made, lines on the laptop
    wrong: list[str] = field(default_factory=list)
    living: list[asyncio.Task[None]] = field(default_factory=list)

    async def open_browsers(self) -> None:
        """Opens the console, the projector and the phones, each in a browser of its own."""
        do = self.hands.do
        wide = {"console": [1280, 900], "projector": [1280, 720]}
        for device, size in wide.items():
            await do(device, "start", "chromium", {"size": size})
        for device, engine in PHONES.items():
            await do(device, "start", engine, {"size": [390, 780], "touch": True})
        await do("console", "go", self.console)
        await do("projector", "go", self.console.split("#")[0] + "console-projector.html")
        await self.hands.pictures_of("how-to-join", "console", "projector")

    async def alone(self) -> None:
        """Each alone: from joining to the debrief of exactly this class."""
        all_, show = self.hands.all, self.hands.pictures_of
        await self.reach()
        await all_(PHONES, "go", f"http://{self.address}/")
        await all_(PHONES, "point", "#code")
        await all_(PHONES, "type", self.code.lower())
        await show("code", *PHONES)
        await all_(PHONES, "point", "#form button")
        await all_(
            PHONES, "until", "location.pathname.startsWith('/play/') && document.querySelector('#begin')", "play"
        )
        await show("briefing", *PHONES)
        plays = await asyncio.to_thread(a_class, SIMULATED, ARCHETYPES)
        simulated = asyncio.create_task(load(self.address, self.code, plays))
        await all_(PHONES, "begin")
        await all_(PHONES, "choose", 3)
        await show("three-choices", *PHONES, "console")
        await simulated
        await self.hands.do("console", "point", "[data-stage=closing]")
        await all_(PHONES, "until", "document.querySelector('.notice')?.textContent", "two more minutes")
        await show("two-more-minutes", *PHONES, "console")
        await all_(PHONES, "choose", 100)
        await show("reflection", *PHONES)
        there = "document.body.dataset.screen === 'debrief' || document.querySelector('#see-debrief')"
        await all_(PHONES, "until", there, "the end of a play")
        await all_(PHONES, "run", "document.querySelector('#see-debrief')?.click()")  # a busy phone took a tap twice
        await all_(PHONES, "until", "document.body.dataset.screen === 'debrief'", "the debrief")
        await show("own-debrief", *PHONES)
        await self.hold_plays(plays)
        await self.make_debrief("alone")

    async def reach(self) -> None:
        """Tries with each phone whether it reaches the laptop, as the teacher does before the lesson."""
        do, through = self.hands.do, "told.textContent.includes('join the class')"
        await do("projector", "go", self.console.split("#")[0] + "console-reach.html")
        await self.hands.pictures_of("reach-before", "projector")
        await self.hands.all(PHONES, "go", f"http://{self.address}/reach.html")
        await self.hands.all(PHONES, "until", through, "a phone that gets through")
        await do("projector", "until", "reached.textContent.endsWith('1')", "a device that has reached the laptop")
        await self.hands.pictures_of("reach", "projector", *PHONES)
        await do("projector", "go", self.console.split("#")[0] + "console-projector.html")

    async def hold_plays(self, plays: list[list[str]]) -> None:
        """Holds what phones made and were told is kept against what lies on the laptop's disk."""
        made = dict(zip(PHONES, await self.hands.all(PHONES, "kept"), strict=True)) | {
            f"simulated {n + 1}": one for n, one in enumerate(plays)
        }
        for device, lines in made.items():
            session = json.loads(lines[0])["session"]
            for _wait in range(100):
                there = self.on_disk().get(session, [])
                if len(there) >= len(lines):
                    break
                await asyncio.sleep(0.1)
            self.lines[device] = len(lines), len(there)
            if [line.strip() for line in lines] != there:
                self.wrong.append(f"{device}: {len(lines)} lines made, {len(there)} on the laptop, or not the same")

    def on_disk(self) -> dict[str, list[str]]:
        """Returns the lines of every play in the class's folder, by session."""
        found = (path.read_text("utf-8").splitlines() for path in self.folder.glob("*.jsonl"))
        return {json.loads(lines[0])["session"]: lines for lines in found if lines}

    async def make_debrief(self, name: str) -> None:
        """Makes the debrief by its one click, and looks at it on the projector."""
        do = self.hands.do
        await do("console", "run", "made.textContent = ''")
        await do("console", "point", "#make")
        await do("console", "until", "made.textContent.includes('.html')", "the debrief of the class")
        await self.hands.pictures_of(f"debrief-made-{name}", "console")
        await do("projector", "go", (self.folder / "debrief.html").resolve().as_uri())
        await self.hands.pictures_of(f"debrief-{name}", "projector")
        await do("projector", "go", self.console.split("#")[0] + "console-projector.html")

    # ── together ─────────────────────────────────────────────────────────────────────────────────────────

    async def together(self) -> None:
        """The class decides: a vote with reasons, a minority followed, to the ending, and a fork voted on again."""
        do, show = self.hands.do, self.hands.pictures_of
        screens = ("console", "projector", *PHONES)
        phones = await self.connect_simulated()
        await self.click(f"#steps #begin-{SCENARIO}")
        await self.hands.all(PHONES, "point", "a[href='/together.html']")
        await self.hands.all(PHONES, "until", "document.querySelector('#place h1')", "what to know before")
        await show("notes", *screens)
        await self.click("#next")
        await self.projector_shows("lines")
        await show("lines", *screens)
        await self.go_to_options()
        await self.projector_shows("options")
        await show("options", *screens)
        leading = await self.vote(phones, "first", reason=True)
        await self.click("#other")
        await self.projector_shows("reasons")
        await show("reasons", *screens)
        minority = await do("console", "run", f"together.options.find(one => !one.locked && one.id !== '{leading}').id")
        await self.click(f"#follow-{minority}")
        await self.projector_shows("lines")
        await show("minority-followed", *screens)
        await self.go_to_ending()
        await self.projector_shows("ending")
        await show("ending", *screens)
        await do("console", "point", "#find")
        await self.click("#fork-0")
        await self.vote(phones, "fork", reason=False)
        await self.click("#commit")
        await self.projector_shows("commit")
        await show("commitment", *screens)
        await self.make_debrief("together")
        self.hold_votes(phones)
        for phone in phones:
            await phone.socket.close()

    async def connect_simulated(self) -> list[Simulated]:
        """Returns the simulated phones, which live beside everything else from now on."""
        tokens = [await asyncio.to_thread(join, self.address, self.code) for _ in range(SIMULATED)]
        phones = [await Simulated.connected(self.address, token, n) for n, token in enumerate(tokens)]
        self.living = [asyncio.create_task(phone.live()) for phone in phones]
        return phones

    async def click(self, what: str) -> None:
        """Clicks as the teacher, and waits until the laptop has done it."""
        before = await self.hands.do("console", "run", "together.step")
        await self.hands.do("console", "point", what)
        await self.hands.do("console", "until", f"together.step !== {before}", f"what {what} does")

    async def projector_shows(self, screen: str) -> None:
        """Waits until the projector shows a screen."""
        await self.hands.do("projector", "until", f"stage.dataset.screen === '{screen}'", screen)

    async def go_to_options(self) -> bool:
        """Reads on to the next options; returns False where the conversation ends before."""
        while True:
            screen = await self.hands.do("console", "run", "together.screen")
            if screen in ("options", "ending"):
                return bool(screen == "options")
            await self.click("#next")

    async def go_to_ending(self) -> None:
        """Goes on with the first option that can be chosen, without votes, to the ending."""
        while await self.go_to_options():
            option = await self.hands.do("console", "run", "together.options.find(one => !one.locked).id")
            await self.click(f"#follow-{option}")

    async def vote(self, phones: list[Simulated], name: str, *, reason: bool) -> str:
        """Takes a vote, in which every phone votes, and notes the split that each device shows. Returns what leads."""
        do, show = self.hands.do, self.hands.pictures_of
        await self.click("#open")
        n = await do("console", "run", "together.n")
        await self.hands.all(PHONES, "until", "shown.stage === 'open'", "an open vote")
        open_ = await do("console", "run", "together.options.filter(one => !one.locked).map(one => one.id)")
        for device, answer in ANSWERS.items():
            await do(device, "point", f"#option-{open_[answer]}")
            await do(device, "until", "mine.cast && !waiting", "a kept vote")
        if reason:
            await do("phone-firefox", "point", "#reason")
            await do("phone-firefox", "type", REASON)
            await do("phone-firefox", "point", "#send")
            await do("console", "point", "#let-0")
            await do("console", "until", "together.held[0]?.through", "a reason that is let through")
        await do("console", "until", f"together.voted === {len(PHONES) + len(phones)}", "every vote")
        await show(f"vote-{name}", "console", "projector", *PHONES)
        await self.click("#close")
        await self.projector_shows("split")
        await self.hands.all(PHONES, "until", "document.querySelector('.split')", "the split")
        await show(f"split-{name}", "console", "projector", *PHONES)
        told = "document.querySelectorAll('{} strong')"
        places = {"projector": "#stage", "console": "#options"} | dict.fromkeys(PHONES, ".split")
        counts = f"[...{told}].map(one => parseInt(one.firstChild?.textContent)).filter(Number.isInteger)"
        for device, place in places.items():
            shown = await do(device, "run", counts.replace("{}", place))
            self.seen.setdefault(n, {})[device] = dict(zip(open_, shown, strict=False))
        cast = Counter(open_[answer] for answer in ANSWERS.values()) + Counter(phone.cast[n] for phone in phones)
        self.seen[n]["cast"] = {option: cast[option] for option in open_}
        return str(cast.most_common(1)[0][0])

    def hold_votes(self, phones: list[Simulated]) -> None:
        """Holds the splits that were seen against what was cast and against the votes on disk."""
        kept = VotesKept(self.folder / FOLDER / VOTES)
        for n, seen in self.seen.items():
            seen["on disk"] = kept.votes[n].split()["counts"] or {}
            seen |= {f"simulated {phone.number + 1}": phone.splits.get(n, {}) for phone in phones}
            self.wrong += [
                f"vote {n}: {device} {split}, cast {seen['cast']}"
                for device, split in seen.items()
                if {option: split.get(option) for option in seen["cast"]} != seen["cast"]
            ]

    # ─────────────────────────────────────────────────────────────────────────────────────────────────────

    async def complain(self) -> None:
        """Notes what the pages themselves complained of."""
        for device in ("console", "projector", *PHONES):
            self.wrong += [f"{device}: {what}" for what in await self.hands.do(device, "complaints")]

    def table(self) -> list[str]:
        """Returns what each device played and saw, a row for each; the simulated ones have one together."""
        rows = ["| device | lines made | on the laptop | " + " | ".join(f"split {n + 1}" for n in self.seen) + " |"]
        rows.append("| --- | ---: | ---: |" + " --- |" * len(self.seen))
        alone = {device: lines for device, lines in self.lines.items() if device in PHONES}
        simulated = [lines for device, lines in self.lines.items() if device not in PHONES]
        alone[f"simulated 1–{SIMULATED}"] = (sum(made for made, _ in simulated), sum(there for _, there in simulated))
        for device in (*alone, "projector", "console", "cast", "on disk"):
            made, there = alone.get(device, ("–", "–"))
            splits = (seen[device.partition("–")[0]] for seen in self.seen.values())
            told = " | ".join("/".join(map(str, split.values())) for split in splits)
            rows.append(f"| {device} | {made} | {there} | {told} |")
        return rows


async def rehearsed(out: Path, open_: list[str] | None) -> Rehearsal:
    """Returns the rehearsal, once it has been gone through.

    open_: address, code, console and folder of a class that is open; None to open one
    """
    there = nullcontext(open_) if open_ else room(out)
    async with hands(out) as driving, there as (address, code, console, folder):
        host = address.removeprefix("http://").rstrip("/")  # the window tells it as phones type it
        rehearsal = Rehearsal(driving, host, code, console, Path(folder))
        await rehearsal.open_browsers()
        try:
            await rehearsal.alone()
            await rehearsal.together()
        except RuntimeError:
            await driving.pictures_of("stopped-here", "console", "projector", *PHONES)
            raise
        await rehearsal.complain()
        return rehearsal


@asynccontextmanager
async def room(out: Path) -> AsyncIterator[list[str]]:
    """Gives the address for phones, the code, the console and the folder of the command `class`, which is stopped at
    the end."""
    words = ["class", SCENARIO, "--bind", "127.0.0.1", "--into", str(out / "class")]
    there = os.environ | {"EQUAL_FOOTING_HOME": str(out / "home")}
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(sys.executable, str(MAIN), *words, env=there, stdout=pipe)
    assert server.stdout is not None
    try:
        told = b"".join([await server.stdout.readline() for _ in range(4)]).decode()
        match = re.search(r"open: +http://(\S+)/ +and type the code (\w+)\s+You open: +(\S+)", told)
        assert match, told
        yield [*match.groups(), str(out / "class")]
    finally:
        server.send_signal(signal.SIGINT)
        await server.communicate()


def main() -> int:
    """Goes through the rehearsal, and returns 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="an empty folder, or one that is made, for the pictures and the class")
    parser.add_argument(
        "--open", nargs=4, metavar=("ADDRESS", "CODE", "CONSOLE", "FOLDER"), help="a class that is open"
    )
    wanted = parser.parse_args()
    out: Path = wanted.out
    if out.exists() and any(out.iterdir()):
        parser.error(f"{out} is not empty. Name a new folder.")
    out.mkdir(parents=True, exist_ok=True)
    try:
        rehearsal = asyncio.run(rehearsed(out.resolve(), wanted.open))
    except RuntimeError as stopped:
        print(stopped)
        return 1
    print("\n".join(rehearsal.table()))
    print("\n".join(rehearsal.wrong) or "Every device saw the split that was cast, and nothing was lost.")
    return 1 if rehearsal.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
