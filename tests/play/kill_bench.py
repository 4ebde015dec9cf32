"""Kills a playing game at random moments, and looks for a choice that was shown as made and was not kept.

    python -m tests.play.kill_bench 200

A real `main.py play` runs in its own process; it is killed (SIGKILL) a few random milliseconds after a random
number of choices was seen in its output, then `main.py continue` must play on from its journal to the end.
"""

from __future__ import annotations

import os
import random
import re
import select
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from game.play.journal import read_journal

GAME = [sys.executable, str(Path(__file__).parents[2] / "main.py")]
DECISIONS = 60
SCRIPT = [f"o-{i}-{i % 2}" for i in range(DECISIONS)]

_HEAD = """\
format: 1
title: A long walk
summary: Generated.
briefing: Generated.
question: How far?
cast:
  ada: {name: Ada, pronouns: she/her, relation: client}
client: ada
client_state: {trust: 5, ease: 5, voice: 5}
start: n-0
nodes:
"""
_NODE = """\
  n-{i}:
    place: cafe
    frame: workplace
    lines: [Room {i}.]
    options:
      - {{id: o-{i}-0, say: "Left at {i}.", goto: n-{next}, reply: [ada: Left it is.], feedback: Left.}}
      - {{id: o-{i}-1, say: "Right at {i}.", goto: n-{next}, reply: [ada: Right it is.], feedback: Right.}}
"""
_END = """\
  n-{i}: {{place: cafe, frame: social, ending: {{kind: good, title: There, text: You are there.}}}}
"""


def long_story() -> str:
    """A scenario of sixty decisions in a row; each line that can be said is said nowhere else."""
    nodes = "".join(_NODE.format(i=i, next=i + 1) for i in range(DECISIONS))
    return _HEAD + nodes + _END.format(i=DECISIONS)


@dataclass(frozen=True)
class Kill:
    """What one kill showed: choices shown as made, choices kept, whether a torn line was cut, and what is wrong."""

    shown: int
    kept: int
    torn: bool
    wrong: str | None


def kill_once(folder: Path, seed: int) -> Kill:
    """Plays, kills, reads the journal, plays on."""
    chance = random.Random(seed)
    scenario, logs = folder / "long-walk.yaml", folder / "logs"
    scenario.write_text(long_story(), encoding="utf-8")
    mode = chance.choice(["practice", "assess"])
    shown = _played_until(
        ["play", str(scenario), "--text", "--mode", mode, "--logs", str(logs), "--choices", ",".join(SCRIPT)],
        turns=chance.randrange(DECISIONS),
        further=chance.uniform(0, 0.006),
    )
    journals = list(logs.glob("*.jsonl")) if logs.is_dir() else []
    if not journals or not journals[0].stat().st_size:
        return Kill(len(shown), 0, False, "shown and not kept" if shown else None)
    journal = read_journal(journals[0])
    kept = [choice.option for choice in journal.choices]
    wrong = _wrong(shown, kept)
    if wrong is None and journal.finished is None:
        wrong = _continued(scenario, journals[0], SCRIPT[len(kept) :])
    return Kill(len(shown), len(kept), bool(journal.lost), wrong)


def _played_until(arguments: list[str], turns: int, further: float) -> list[str]:
    """The choices shown as made by a game that is killed `further` seconds after `turns` of them were seen."""
    seen, deadline = b"", None
    with subprocess.Popen([*GAME, *arguments], stdout=subprocess.PIPE) as game:
        assert game.stdout is not None
        pipe = game.stdout.fileno()
        while deadline is None or time.monotonic() < deadline:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if select.select([pipe], [], [], left)[0]:
                data = os.read(pipe, 4096)
                if not data:
                    break
                seen += data
            if deadline is None and seen.count(b"\nYou: ") >= turns and seen:
                deadline = time.monotonic() + further
        game.kill()
        seen += game.stdout.read()
    words = re.findall(rb"^You: \xe2\x80\x9c(Left|Right) at (\d+)\.\xe2\x80\x9d\n", seen, re.MULTILINE)
    return [f"o-{int(number)}-{int(side == b'Right')}" for side, number in words]


def _wrong(shown: list[str], kept: list[str]) -> str | None:
    if kept != SCRIPT[: len(kept)]:
        return "the journal holds what was not chosen"
    if shown != kept[: len(shown)]:
        return "shown and not kept"
    return "kept long before it was shown" if len(kept) > len(shown) + 1 else None


def _continued(scenario: Path, journal: Path, rest: list[str]) -> str | None:
    told = subprocess.run(
        [*GAME, "continue", str(journal), "--scenario", str(scenario), "--choices", ",".join(rest)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    if told.returncode:
        return f"cannot be continued: {told.stderr.decode()}"
    again = read_journal(journal)
    whole = again.finished is not None and not again.lost and [c.option for c in again.choices] == SCRIPT
    return None if whole else "continued, and not to the end"


def main(times: int) -> None:
    """Prints the counts of `times` kills."""
    counts: Counter[str] = Counter()
    for seed in range(times):
        with tempfile.TemporaryDirectory() as folder:
            kill = kill_once(Path(folder), seed)
        counts["kills"] += 1
        counts["choices shown"] += kill.shown
        counts["written, not yet shown"] += kill.kept - kill.shown
        counts["torn last line"] += kill.torn
        counts["killed after the end"] += kill.kept == DECISIONS
        counts["something wrong"] += kill.wrong is not None
        if kill.wrong:
            print(f"seed {seed}: {kill.wrong}")
    for name, count in counts.items():
        print(f"{name}: {count}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
