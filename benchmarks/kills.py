"""Kills (-9) the game while it saves, collects, exports and erases, then does the same again to the end.

    python -m benchmarks.kills [TIMES]

Every other kill comes right after the first change of a file, or up to 20 ms later; the others come at any time.
Whatever stands there after a kill must be whole: a save that was told of, a journal of the class, a table. What was
only read must be as it was, and the second run must come to what a run comes to that nothing disturbed.
`tests.play.kill_bench` kills plays.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.errors import GameError
from game.files import unfinished
from game.play.journal import read_journal
from game.play.saves import read_save

MAIN = Path(__file__).parents[1] / "main.py"
SCENARIO = "fine-fine"
PEOPLE = ("Ana", "Ben", "Chi")
PATIENCE_S = 300.0  # guards against hanging alone
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Deed:
    """What is killed: its words, what is typed into it, the folder that it changes, and what must hold.

    words, typed: of the command; `{place}` is the folder of this kill
    changes: where it writes, below the place
    after: says what is wrong right after a kill, given what was told until then
    whole: says what is wrong after the second run; None where that is what an undisturbed run leaves
    """

    words: str
    changes: str
    typed: str = ""
    after: Callable[[Path, str], str] | None = None
    whole: Callable[[Path], str] | None = None


@dataclass
class Killed:
    """What came of all kills of one deed."""

    kills: int = 0
    in_writing: int = 0  # something was changed, and not all
    done: int = 0  # it had ended before
    left: int = 0  # unfinished files after a kill
    still: int = 0  # those that are left after the second run
    wrong: list[str] = field(default_factory=list)


def files(folder: Path) -> dict[str, bytes]:
    """Returns all that is in a folder, but for what a writer that was stopped has left."""
    stopped = set(unfinished(folder))
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p not in stopped}


def _saves(place: Path, told: str) -> str:
    found = 0
    for path in place.glob("home/players/*/saves/*.json"):
        try:
            found += read_save(path).mark.name == "mid"
        except GameError as problem:
            return str(problem)
    shown = told.count("\nYou: ")
    journals = (path for path in (place / "home" / "logs").glob("*.jsonl") if path.stat().st_size)
    kept = sum(len(read_journal(path).choices) for path in journals)
    if kept < shown:
        return f"{shown} choices shown, {kept} kept"
    return "" if found >= told.count("“mid” is kept") else "a save that was told of is not there"


def _readable(place: Path, _: str) -> str:
    try:
        for path in (place / "class").glob("*.jsonl"):
            read_journal(path)
    except GameError as problem:
        return str(problem)
    return ""


def _others_untouched(place: Path, _: str) -> str:
    return "" if sum(b'"Ben"' in data for data in files(place).values()) else "a play of somebody else went too"


def _no_ana(place: Path) -> str:
    named = [name for name, data in files(place / "home").items() if b'"Ana"' in data]
    return f"Ana is still in {named}" if named else ""


DEEDS = {
    "save": Deed(
        f"play {SCENARIO} --text --seed 7 --player Dee", "home/players", "\n1\ns mid\n1\n1\nq\n", _saves, lambda _: ""
    ),
    "collect": Deed("collect {place}/logs --into {place}/class", "class", after=_readable),
    "export": Deed("export csv {place}/logs -o {place}/tables", "tables"),
    "erase": Deed("erase Ana --in {place}/collected", "collected", after=_others_untouched),
    "data erase": Deed("data erase --player Ana", "home", "yes\nERASE\n", _others_untouched, _no_ana),
}


def prepared(folder: Path) -> Path:
    """Returns a folder with a home, the journals of three people, and the class that they were collected in."""
    place = folder / "first"
    (place / "home").mkdir(parents=True)
    for seed, person in enumerate(PEOPLE):
        _run(place, f"play {SCENARIO} --text --bot partner --seed {seed} --player {person}")
    shutil.copytree(place / "home" / "logs", place / "logs")
    _run(place, "collect {place}/logs --into {place}/collected")
    return place


def undisturbed(first: Path, deed: Deed, folder: Path) -> tuple[Files, float]:
    """Returns what the deed leaves where nothing disturbs it, and how long it takes."""
    place = Path(shutil.copytree(first, folder / "undisturbed"))
    began = time.monotonic()
    _run(place, deed.words, deed.typed)
    took = time.monotonic() - began
    found = files(place / deed.changes)
    shutil.rmtree(place)
    return found, took


def kill(first: Path, deed: Deed, right: tuple[Files, float], rng: random.Random, found: Killed, folder: Path) -> None:
    """Does the deed in a fresh folder, kills it, looks, does it again, and notes what is wrong."""
    place = Path(shutil.copytree(first, folder / "place"))
    before, (end, took) = files(place / deed.changes), right
    told = _killed(place, deed, rng, took)
    now = files(place / deed.changes)
    found.kills += 1
    found.in_writing += now not in (before, end) or bool(unfinished(place))
    found.done += now == end
    found.left += len(unfinished(place))
    wrong = deed.after(place, told) if deed.after else ""
    strange = [name for name, data in now.items() if name in end and data not in (end[name], before.get(name))]
    if not wrong and deed.whole is None and strange:
        wrong = f"half written: {strange}"
    if not wrong:
        for path in unfinished(place):  # what is younger than an hour may be another writer's
            os.utime(path, (time.time() - 7200,) * 2)
        _run(place, deed.words, deed.typed)
        again = files(place / deed.changes)
        wrong = deed.whole(place) if deed.whole else "" if again == end else "the second run came to something else"
    found.still += len(unfinished(place))
    if not wrong and files(place / "logs") != files(first / "logs"):
        wrong = "what was only read is changed"
    found.wrong += [wrong] if wrong else []
    shutil.rmtree(place)


def _begun(place: Path, words: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, str(MAIN), *(word.replace("{place}", str(place)) for word in words.split())],
        env={**os.environ, "EQUAL_FOOTING_HOME": str(place / "home")},
        stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip


def _run(place: Path, words: str, typed: str = "") -> str:
    """Does it to the end. A second erasing may find nobody any more, which is no fault."""
    with _begun(place, words) as game:
        told = game.communicate(typed, timeout=PATIENCE_S)[0]
    if "Traceback" in told or "crash" in told:
        raise RuntimeError(f"{words}: {told}")
    return told


def _killed(place: Path, deed: Deed, rng: random.Random, took: float) -> str:
    """Returns what was told until the kill."""
    with _begun(place, deed.words) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        game.stdin.write(deed.typed)
        game.stdin.close()
        until = time.monotonic() + (rng.uniform(0, took) if rng.random() < 0.5 else PATIENCE_S)
        before = _looks(place / deed.changes)
        while time.monotonic() < until and game.poll() is None:
            if _looks(place / deed.changes) != before and until - time.monotonic() > took:
                until = time.monotonic() + rng.choice((0, 0, rng.uniform(0, 0.02)))
        game.kill()
        return game.stdout.read()


def _looks(folder: Path) -> set[tuple[str, int]]:
    """Returns names and sizes of what is there this moment."""
    seen = set[tuple[str, int]]()
    for path in folder.rglob("*"):
        try:
            seen.add((str(path), path.stat().st_size))
        except OSError:  # it has just gone
            continue
    return seen


def killed(deed: Deed, times: int, seed: int) -> Killed:
    """Returns what came of so many kills of a deed."""
    found, rng = Killed(), random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = prepared(folder)
        right = undisturbed(first, deed, folder)
        for _ in range(times):
            kill(first, deed, right, rng, found, folder)
    return found


def main() -> None:
    """Prints a row for each deed; leaves with 1 when something was wrong."""
    times, faults = int(sys.argv[1]) if len(sys.argv) > 1 else 50, Counter[str]()
    heads = (
        "killed | kills | in writing | after it had ended | unfinished files after a kill | and after the second run"
    )
    print(f"| {heads} | wrong |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, deed in DEEDS.items():
        found = killed(deed, times, seed=1)
        cells = (found.kills, found.in_writing, found.done, found.left, found.still, len(found.wrong))
        print(f"| {name} | {' | '.join(map(str, cells))} |", flush=True)
        faults.update(f"{name}: {wrong}" for wrong in found.wrong)
    print(*(f"{count} × {wrong}" for wrong, count in faults.items()), sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
