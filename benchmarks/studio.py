"""How soon the studio answers a key, and what a kill costs.

    python -m benchmarks.studio                 how long from a key to what it changes, on `saturday-friend`
    python -m benchmarks.studio --browser       the same as an author sees it, in a real Chromium
    python -m benchmarks.studio --kills 200     kills while somebody types: what was lost, by its age

The studio is a process of its own, as an author starts it; a socket types in the place of a browser. The baseline is
the same socket's bare answer to a key (`ack`), measured in turn with the rest; in a browser it is the letter itself on
the page. Beside each time stands the processor time that the studio took for it, which other work does not lengthen as
much, and in a browser how many questions and answers went to and fro.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median
from typing import Any

from websockets.sync.client import ClientConnection

from game.locations import scenario_files
from tests.support.a_running_studio import RunningStudio, message, typed

KEYS = 40
TYPING_S = 0.02  # between two keys, faster than anybody types


def a_copy(folder: Path) -> Path:
    """Returns a scenario of the library's as an author has it."""
    return Path(shutil.copy(scenario_files()["saturday-friend"], folder / "story.yaml"))


def latency(keys: int) -> None:
    """Prints medians from a key to its answer, to the problems, to the play, to all proofs, to the disk."""
    took: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        studio = RunningStudio(a_copy(Path(name)), Path(name) / "home")
        with studio.tab() as tab:
            text = message(tab, "hello")["text"]
            message(tab, "view", checked=True)
            at = text.index("title: ") + 7
            for number in range(keys):
                for what, ms in one_key(studio, tab, number, at).items():
                    took.setdefault(what, []).append(ms)
            memory = int(Path(f"/proc/{studio.process.pid}/statm").read_text().split()[1]) * resource.getpagesize()
        studio.gone()
    for what, times in took.items():
        print(f"{what}: median {median(times):.0f} ms, slowest {max(times):.0f} ms")
    print(f"memory {memory / 1e6:.0f} MB")


def one_key(studio: RunningStudio, tab: ClientConnection, number: int, at: int) -> dict[str, float]:
    """Returns how long each answer to one key took, in ms; every second key is an edit of the form instead."""
    begun = time.perf_counter()

    def since() -> float:
        return (time.perf_counter() - begun) * 1000

    took = {}
    if number % 2:
        edit = {"op": "set", "path": ["question"], "value": f"Is it {number}?"}
        tab.send(json.dumps({"type": "edit", "base": number, "edits": [edit], "id": number}))
        message(tab, "changes", id=number)
        took["form's edit → text"] = since()
    else:
        typed(tab, number, at, "x")
        message(tab, "ack")
        took["baseline: key → answered"] = since()
    message(tab, "view", revision=number + 1)
    took["key → problems, data, map"] = since()
    asked = urllib.request.Request(f"http://{studio.host}/play-data?file=f1", headers={"X-Studio-Token": studio.token})
    with urllib.request.urlopen(asked) as answer:
        data = json.load(answer)
    took["key → play" if data["revision"] == number + 1 else "key → play (late)"] = since()
    message(tab, "view", revision=number + 1, checked=True)
    took["key → every proof"] = since()
    return took


def cpu(studio: RunningStudio) -> float:
    """Returns how much processor time all threads of a studio have had, in ms."""
    used = 0
    for thread in Path(f"/proc/{studio.process.pid}/task").iterdir():
        used += int((thread / "schedstat").read_text().split()[0])
    return used / 1e6


WATCH = """([selector, words, inPlay]) => {
    const doc = inPlay ? document.querySelector('iframe').contentDocument : document;
    const said = one => one.tagName == 'TEXTAREA' ? one.value : one.textContent;
    const there = () => [...doc.querySelectorAll(selector)].some(one => said(one).includes(words));
    window.seen = new Promise(done => {
        let began = 0;
        addEventListener('keydown', () => { began = performance.now(); look(); }, {capture: true, once: true});
        const look = () => there() ? done(performance.now() - began) : requestAnimationFrame(look);
    });
}"""


def in_browser(keys: int) -> None:
    """Prints medians from a key in Chromium to what it changes on the page, with what that took of the studio."""
    from playwright.sync_api import sync_playwright

    took: dict[str, list[tuple[float, float, int]]] = {}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        studio = RunningStudio(a_copy(Path(name)), Path(name) / "home")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.set_default_timeout(600_000)
        sent: list[object] = []

        def count(one: object) -> None:
            sent.append(one)

        def follow(line: Any) -> None:
            line.on("framesent", count)
            line.on("framereceived", count)

        page.on("websocket", follow)
        page.on("request", count)
        page.goto(f"http://{studio.host}/#{studio.token}")
        page.frame_locator("iframe").locator("button.option, .foot button").first.wait_for()
        words, title = page.get_by_label("The words of line 1"), page.get_by_label("Title of the scene")
        ways = {
            "baseline: key → letter": (words, "textarea", "Problems", False),
            "key → play": (words, "body", "Problems", True),
            "key → map": (title, ".map .title", "Map", False),
            "key → problem": (words, ".problems li", "Problems", False),
        }
        for number in range(keys // 2):
            for what, (field, selector, tab, in_play) in ways.items():
                mark = f"{what[-1]}{number}"
                mark = f"{{{mark}}}" if what == "key → problem" else mark  # words in braces that nothing gives
                page.get_by_role("tab", name=tab).click()
                field.fill(f"Look {mark[:-1]}")
                page.get_by_text("Saved", exact=True).wait_for()
                page.evaluate(WATCH, [selector, mark if what == "key → problem" else f"Look {mark}", in_play])
                before, told = cpu(studio), len(sent)
                page.keyboard.press(mark[-1])
                ms = page.evaluate("window.seen")
                took.setdefault(what, []).append((ms, cpu(studio) - before, len(sent) - told))
        browser.close()
        studio.gone()
    for what, found in took.items():
        times, busy, messages = zip(*found, strict=True)
        print(f"{what}: median {median(times):.0f} ms, slowest {max(times):.0f} ms; "
              f"{median(busy):.0f} ms of the processor; {median(messages):.0f} messages")  # fmt: skip


def kills(number: int, seed: int) -> None:
    """Prints how old what was lost was, over so many kills while somebody types."""
    draw, oldest, lost, torn = random.Random(seed), list[float](), 0, 0
    with tempfile.TemporaryDirectory() as name:
        file = a_copy(Path(name))
        before = file.read_text("utf-8")
        for _ in range(number):
            sent = one_kill(RunningStudio(file, Path(name) / "home"), draw)
            now = file.read_text("utf-8")
            kept = len(now) - len(before)
            if not now.endswith(before) or set(now[:kept]) - {"#", "\n"}:
                torn += 1
            ages = sent[kept:]
            lost += len(ages)
            oldest.append(max(ages, default=0.0))
            before = now
    print(
        f"{number} kills: {torn} files torn, {lost} keys lost; the oldest lost key was {max(oldest) * 1000:.0f} ms old,"
    )
    print(f"in the median kill {median(oldest) * 1000:.0f} ms")


def one_kill(studio: RunningStudio, draw: random.Random) -> list[float]:
    """Types until the moment of a kill; returns how old each key was then, the first first."""
    at: list[float] = []
    with studio.tab() as tab:
        message(tab, "hello")
        end = time.perf_counter() + draw.uniform(0.1, 3.0)
        while time.perf_counter() < end:
            typed(tab, len(at), 0, "\n" if len(at) % 2 == 0 else "#")
            at.append(time.perf_counter())
            time.sleep(TYPING_S)
        killed = time.perf_counter()
        studio.kill()
    return [killed - moment for moment in at]


def main() -> None:
    """Prints what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kills", type=int, default=0)
    asked.add_argument("--browser", action="store_true")
    asked.add_argument("--keys", type=int, default=KEYS)
    asked.add_argument("--seed", type=int, default=1)
    given: Any = asked.parse_args()
    if given.kills:
        kills(given.kills, given.seed)
    elif given.browser:
        in_browser(given.keys)
    else:
        latency(given.keys)


if __name__ == "__main__":
    main()
