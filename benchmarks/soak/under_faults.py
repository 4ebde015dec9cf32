"""Plays, saves, collects and exports by the command line under each fault, and looks what is there afterwards."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.soak.faults import Fault
from game.errors import GameError
from game.files import unfinished
from game.play.journal import read_journal
from game.play.saves import read_save

MAIN = Path(__file__).parents[2] / "main.py"
AT_ONCE = 4
_SHOWN = re.compile(r"^\d\. (?:(?!^You: ).*\n)+?You: ", re.M)  # what is said or done right after what was offered
_ODD = re.compile(r"Traceback|crashed|Fatal Python error")
_START = (
    "import runpy, sys; sys.argv = sys.argv[1:]; sys.path[0] = {folder!r}; "
    "runpy.run_path(sys.argv[0], None, '__main__')"
)
_FIRST = "\n1\n"  # no words of one's own where they are asked for, and a choice
_REST = "s mid\n1\n1\nq\n"


@dataclass
class Survived:
    """What came of one fault; `said` is the first sentence about it."""

    name: str
    codes: list[int] = field(default_factory=list)
    said: str = ""
    shown: int = 0
    found: int = 0
    saves_told: int = 0
    saves_found: int = 0
    wrong: list[str] = field(default_factory=list)

    def row(self) -> str:
        """Returns a row of the table."""
        codes = " ".join(map(str, self.codes))
        saves = f"{self.saves_told} / {self.saves_found}"
        cells = (
            self.name,
            self.said or "—",
            codes,
            f"{self.shown} / {self.found}",
            saves,
            "; ".join(self.wrong) or "0",
        )
        return "| " + " | ".join(cells) + " |"


def survived(faults: Sequence[Fault], folder: Path, scenario: str) -> Iterator[Survived]:
    """Yields what came of each fault; the first home is made without one, for what it works out beforehand."""
    first = folder / "first"
    (first / "home").mkdir(parents=True)
    _told(Fault("none"), first, _play(scenario))
    with ThreadPoolExecutor(AT_ONCE) as several:
        begun = [
            several.submit(_one, fault, folder / f"place-{number}", first / "home", scenario)
            for number, fault in enumerate(faults)
        ]
        for one in begun:
            yield one.result()


def _play(scenario: str) -> list[str]:
    return ["play", scenario, "--text", "--bot", "partner", "--seed", "7", "--player", "Ana"]


def _one(fault: Fault, place: Path, first: Path, scenario: str) -> Survived:
    made, home = Survived(fault.name), place / "home"
    with fault.on(place):
        shutil.copytree(first / "cache", home / "cache")
        for name in ("class", "tables"):
            (place / name).mkdir()
        fault.lay(place)
        typed = ["play", scenario, "--text", "--seed", "7", "--player", "Ana"]
        _step(made, fault, place, typed, by_hand=True)
        _step(made, fault, place, _play(scenario))
        here = [str(home / "logs")] if (home / "logs").is_dir() else []
        _step(made, fault, place, ["collect", *here, str(first / "logs"), "--into", str(place / "class")])
        _step(made, fault, place, ["export", "csv", str(first / "logs"), "-o", str(place / "tables")])
        _look(made, place, fault.destroys)
    return made


def _step(made: Survived, fault: Fault, place: Path, arguments: list[str], by_hand: bool = False) -> None:
    code, out, err = _told(fault, place, arguments, by_hand)
    made.codes.append(code)
    made.shown += len(_SHOWN.findall(out))
    made.saves_told += "“mid” is kept" in out
    told = next((line.split(". ")[0] + "." for line in out.splitlines() if " was gone" in line), "")
    made.said = made.said or _sentence(err.strip() if code else told, place)
    if _ODD.search(out + err) or code not in (0, 1, 2):
        made.wrong.append(f"{arguments[0]} ended in something foreign")
    if code and not err.strip():
        made.wrong.append(f"{arguments[0]} failed and said nothing")


def _sentence(said: str, place: Path) -> str:
    plain = re.sub(re.escape(str(place)) + r"\S*\.jsonl", "….jsonl", said).replace(str(place), "…")
    return " ".join(plain.split())


def _told(fault: Fault, place: Path, arguments: list[str], by_hand: bool = False) -> tuple[int, str, str]:
    """Exit code, output and errors of a command; a fault of mid-play comes after the first choice by hand."""
    start = f"{fault.before}\n{_START.format(folder=str(MAIN.parent))}"
    environment = {**os.environ, "EQUAL_FOOTING_HOME": str(place / "home"), **fault.env}
    with subprocess.Popen(
        [sys.executable, "-c", start, str(MAIN), *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=place.parent,
    ) as game:  # fmt: skip
        assert game.stdin is not None
        assert game.stdout is not None
        seen = b""
        if by_hand:
            with suppress(BrokenPipeError):  # it may have refused to begin
                game.stdin.write(_FIRST.encode())
                game.stdin.flush()
            while b"\nYou: " not in seen and (more := os.read(game.stdout.fileno(), 4096)):
                seen += more
            if fault.in_play:
                fault.in_play(place)
        out, err = game.communicate(_REST.encode() if by_hand else b"")
    return game.returncode, (seen + out).decode("utf-8", "replace"), err.decode("utf-8", "replace")


def _look(made: Survived, place: Path, destroyed: bool) -> None:
    """Counts what is there, and notes what is half there."""
    for path in sorted(place.rglob("*.jsonl")):
        try:
            journal = read_journal(path)
        except GameError as problem:
            made.wrong.append(f"{path.name}: {problem}")
            continue
        if path.parent.name == "logs":
            made.found += len(journal.choices)
    for path in place.glob("home/players/*/saves/*.json"):
        try:
            made.saves_found += read_save(path).mark.name == "mid"
        except GameError as problem:
            made.wrong.append(f"{path.name}: {problem}")
    if left := unfinished(place):
        made.wrong.append(f"{len(left)} unfinished files left behind")
    if made.found < made.shown and not destroyed:
        made.wrong.append(f"{made.shown - made.found} choices lost")
    if made.saves_found < made.saves_told:
        made.wrong.append("a save lost")
