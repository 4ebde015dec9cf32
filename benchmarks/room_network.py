"""Phones open a conversation at once over 50 Mbit/s that they share: `python -m benchmarks.room_network`.

    python -m benchmarks.room_network [--phones 30] [--scenario saturday-friend]

Needs Linux, root (a network namespace and `tc`) and Debian's chromium. One phone is a real browser, 360 × 740 px; the
others fetch the page, its pictures in it, at the moment that it goes in. What is told: seconds by the clock from its
click on *Go in* to the briefing with every picture drawn, and on to the first scene with its own; the slowest other
phone; and the bytes that a phone fetches for the page.
"""

from __future__ import annotations

import argparse
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

SPACE, OUTER, INNER = "phones", "phones-a", "phones-b"
LAPTOP, PHONES = "10.77.0.1", "10.77.0.2"
RATE = "50mbit"
DRAWN = "document.images.length > 0 && [...document.images].every((one) => one.complete && one.naturalWidth > 0)"


def main(phones: int, scenario: str) -> None:
    """Prints what the phones waited."""
    _shaped_network()
    try:
        with tempfile.TemporaryDirectory() as folder:
            words = ["main.py", "class", scenario, "--bind", LAPTOP, "--into", str(Path(folder) / "class")]
            server = subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True)
            try:
                assert server.stdout is not None
                found = re.search(r"open: +(\S+) +and type the code (\w+)", server.stdout.readline())
                assert found, "the class did not open"
                inside = [
                    "-m",
                    "benchmarks.room_network",
                    "--phones",
                    str(phones),
                    "--scenario",
                    scenario,
                    "--inside",
                    *found.groups(),
                ]
                subprocess.run(["ip", "netns", "exec", SPACE, sys.executable, *inside], check=True)
            finally:
                server.send_signal(signal.SIGTERM)
                server.wait()
    finally:
        _do(f"ip netns del {SPACE}")


def _shaped_network() -> None:
    """Makes the phones' network and the way to it, as fast in each direction as all of them together may be."""
    _do(f"ip netns add {SPACE}")
    _do(f"ip link add {OUTER} type veth peer name {INNER} netns {SPACE}")
    for inside, device, address in (("", OUTER, LAPTOP), (f"ip netns exec {SPACE} ", INNER, PHONES)):
        _do(f"{inside}ip address add {address}/24 dev {device}")
        _do(f"{inside}ip link set {device} up")
        _do(f"{inside}tc qdisc add dev {device} root tbf rate {RATE} burst 64kb latency 50ms")


def _do(command: str) -> None:
    subprocess.run(command.split(), check=True)


def inside(phones: int, scenario: str, address: str, code: str) -> None:
    """Prints what a browser and the other phones waited, from within their network."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver, ThreadPoolExecutor(phones) as others:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        phone = browser.new_page(viewport={"width": 360, "height": 740})
        phone.goto(address)
        phone.fill("#code", code)
        begun = time.perf_counter()
        fetched = [others.submit(_fetch, f"{address}play/{scenario}") for _ in range(phones - 1)]
        phone.click("#form button")
        phone.wait_for_url("**/play/*")
        phone.get_by_role("button", name="Begin").wait_for()
        _until_drawn(phone)
        briefing = time.perf_counter() - begun
        phone.get_by_role("button", name="Begin").click()
        phone.wait_for_selector("body[data-screen=conversation]")
        _until_drawn(phone)
        scene = time.perf_counter() - begun
        waited = [one.result() for one in fetched]
        browser.close()
    print(
        "| phones | conversation | briefing, drawn s | first scene, drawn s | slowest other phone s | bytes a phone |"
    )
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    slowest, size = max(seconds for seconds, _ in waited), waited[0][1]
    print(f"| {phones} | {scenario} | {briefing:.1f} | {scene:.1f} | {slowest:.1f} | {size:,} |")


def _until_drawn(phone: Any) -> None:
    while not phone.evaluate(DRAWN):
        phone.wait_for_timeout(10)


def _fetch(address: str) -> tuple[float, int]:
    """Returns the seconds that a page took, and its bytes, packed as a browser gets it."""
    begun = time.perf_counter()
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
        data = answer.read()
    return time.perf_counter() - begun, len(data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=30)
    parser.add_argument("--scenario", default="saturday-friend")
    parser.add_argument("--inside", nargs=2, metavar=("ADDRESS", "CODE"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.inside:
        inside(wanted.phones, wanted.scenario, *wanted.inside)
    else:
        main(wanted.phones, wanted.scenario)
