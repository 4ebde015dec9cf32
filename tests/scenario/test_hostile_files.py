"""Files made to hurt, through the real command: a clear word, soon, in little memory, and never a traceback.

Time is counted as the command's own processor time, so that a busy machine does not fail the test.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from game.testing import SMALL
from tests.support.patience import PATIENCE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 30.0  # of processor time, ten times what the slowest took: what grows with the square takes minutes
MOST_MEGABYTES = 300
MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "main.py", "check", sys.argv[1]], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "code": done.returncode, "out": done.stdout.decode(), "err": done.stderr.decode(),
    "seconds": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1024),
}))
"""

HEAD = SMALL.split("nodes:")[0] + "nodes:\n"
NODE = "    place: cafe\n    frame: social\n"
PROSE = "    lines:\n" + "      - Some prose that is about as long as prose is, again and again.\n" * 12
LETTERS = "abcdefghijklmnopqrst"


def nodes(count: int, rest: Callable[[int], str]) -> str:
    return HEAD + "".join(f"  n{i}:\n{NODE}{rest(i)}" for i in range(count))


def bomb(begin: str, more: str) -> str:
    """Each line holds the one before nine times over."""
    rows = [f"{b}: &{b} {more.format(','.join([f'*{a}'] * 9))}\n" for a, b in pairwise(LETTERS)]
    return f"a: &a {begin}\n" + "".join(rows)


LATE = SMALL.replace(
    "discussion:\n", "".join(f"  n{i}:\n{NODE}{PROSE}    goto: clear\n" for i in range(300)) + "discussion:\n"
)

WRONG = f"    lines: [{'[],' * 490}]\n"
SLIPS = "".join(f"  - What: is: {i}\n   x: y\n" for i in range(40))

FILES: dict[str, tuple[str, Callable[[], str | bytes]]] = {
    # name: (a code that must be told, the file)
    "an alias bomb": ("anchor", lambda: bomb("[x,x,x,x,x,x,x,x,x]", "[{}]")),
    "a merge-key bomb": ("merge-key", lambda: bomb("{x: 1}", "{{<<: [{}]}}")),
    "fifty megabytes": ("too-large", lambda: b"a: b\n" * 10_000_000),
    "brackets 100,000 deep": ("too-deep", lambda: "[" * 100_000),
    "closed brackets 100,000 deep": ("too-deep", lambda: "a: " + "[" * 100_000 + "]" * 100_000),
    "braces 100,000 deep": ("too-deep", lambda: "{a: " * 100_000),
    "dashes 100,000 deep": ("too-deep", lambda: "- " * 100_000 + "x"),
    "keys 1,400 deep": ("too-deep", lambda: "".join(f"{' ' * i}a:\n" for i in range(1_400))),
    "a call of os.system": ("tag", lambda: '!!python/object/apply:os.system ["echo hacked"]'),
    "a Python name": ("tag", lambda: SMALL.replace("Saturday Friend", "!!python/name:os.system x")),
    "a NUL byte": ("control-character", lambda: SMALL.replace("Dana Reyes", "Dana\0Reyes")),
    "UTF-16": ("not-utf8", lambda: SMALL.encode("utf-16")),
    "UTF-16 without a mark": ("control-character", lambda: SMALL.encode("utf-16-le")),
    "Latin-1": ("not-utf8", lambda: SMALL.replace("Reyes", "Réyes").encode("latin-1")),
    "nothing": ("empty-file", lambda: b""),
    "only a comment": ("empty-file", lambda: "# only this\n"),
    "only null": ("wrong-kind", lambda: "~\n"),
    "only a word": ("wrong-kind", lambda: "hello\n"),
    "a list": ("wrong-kind", lambda: "- a\n- b\n"),
    "a list of a million": ("too-large", lambda: "a: [" + "a," * 1_000_000 + "]"),
    "a list of half a million lines": ("too-large", lambda: "- a\n" * 500_000),
    "a mapping of 150,000 keys": ("too-large", lambda: "".join(f"n{i}: x\n" for i in range(150_000))),
    "one key 400,000 times": ("duplicate-key", lambda: "a: b\n" * 400_000),
    "60,000 wrong items": ("bad-line", lambda: nodes(122, lambda i: f"{WRONG}    goto: n{i + 1}\n")),
    "too many values": ("too-large", lambda: nodes(250, lambda i: f"    lines: [{'zed: x,' * 490}]\n")),
    "49,000 unknown moves": (
        "unknown-move",
        lambda: nodes(100, lambda i: f"    options: [{{id: o{i}, say: x, goto: n{i}, moves: [{'zed,' * 490}]}}]\n"),
    ),
    "49,000 unknown facts": (
        "unknown-fact",
        lambda: nodes(100, lambda i: f"    goto: [{{when: {{has: [{'zed,' * 490}]}}, to: n{i}}}, {{to: n0}}]\n"),
    ),
    "20,000 options of one name": (
        "unknown-target",
        lambda: nodes(50, lambda i: "    options:\n" + "      - {id: same, say: x, goto: zzzz}\n" * 400),
    ),
    "1,990 unknown nodes": ("unknown-target", lambda: nodes(1_990, lambda i: f"    goto: m{i}\n")),
    "a hex monster": ("wrong-number", lambda: SMALL.replace("minutes: 3", "minutes: 0x" + "F" * 1_000_000)),
    "a million digits": ("wrong-number", lambda: SMALL.replace("minutes: 3", "minutes: " + "9" * 1_000_000)),
    "a format of a million digits": ("newer-format", lambda: SMALL.replace("format: 1", "format: " + "9" * 1_000_000)),
    "a long text": ("too-long", lambda: SMALL.replace("a fair", "a " + "very " * 300_000)),
    "a long line of colons": ("syntax", lambda: SMALL.replace("Ha. Right.", "Ha: " * 300_000)),
    "a long line of dashes": ("syntax", lambda: "a: b\n" + "-" * 1_000_000 + "\nb: c: d\n"),
    "a long line of lone dashes": ("syntax", lambda: "a: b\n" + "- " * 500_000 + "\nb: c: d"),
    "a long line of spaces": ("syntax", lambda: "a: b\n" + " " * 1_000_000 + "x: y: z"),
    "a long line of quotes": ("syntax", lambda: "a: " + '"' * 1_000_001),
    "a long key": ("syntax", lambda: "a" * 1_000_000 + ": x"),
    "a syntax error on every line": ("syntax", lambda: "".join(f"k{i}: a: b\n" for i in range(100_000))),
    "a wrong indent on every line": ("syntax", lambda: SMALL + "".join(f" n{i}: x\n" for i in range(100_000))),
    "errors at the end of a long file": ("syntax", lambda: LATE + SLIPS),
    "a tab on every line": ("syntax", lambda: "a:\n" + "\tb: c\n" * 20_000),
    "a %YAML directive": ("directive", lambda: "%YAML 1.2\n---\n" + SMALL),
    "a %YAML directive alone": ("directive", lambda: "%YAML 9.9\n" + SMALL),
    "a %TAG directive": ("directive", lambda: "# hello\n%TAG ! tag:x,2000:\n---\n" + SMALL),
    "a second document": ("second-document", lambda: SMALL + "---\n" + SMALL),
    "a second document after dots": ("second-document", lambda: SMALL + "...\n" + SMALL),
    "U+2028 within text": ("control-character", lambda: SMALL.replace("Ha. Right", "Ha.\u2028Right")),
    "U+0085 within text": ("control-character", lambda: SMALL.replace("Ha. Right", "Ha.\x85Right")),
    "a list as a key": ("key-not-text", lambda: SMALL + "? [a]\n: x\n"),
}  # fmt: skip


def measured(path: Path, home: Path) -> dict[str, object]:
    environment = {**os.environ, "EQUAL_FOOTING_HOME": str(home)}
    command = [sys.executable, "-c", MEASURED, str(path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def told_plainly(path: Path, code: str, home: Path) -> None:
    found = measured(path, home)
    out = str(found["out"])
    assert f"[{code}]" in out
    assert f"{path}:" in out
    assert "  hint: " in out
    assert "Traceback" not in out + str(found["err"])
    assert found["err"] == ""
    assert found["code"] == 1
    assert len(out) < 60_000
    assert float(str(found["seconds"])) < MOST_SECONDS
    assert float(str(found["peak"])) < MOST_MEGABYTES


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured with getrusage")
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gets_a_clear_word(name: str, tmp_path: Path):
    code, make = FILES[name]
    data = make()
    path = tmp_path / "hostile.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    told_plainly(path, code, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured with getrusage")
def test_what_is_no_file_gets_a_clear_word(tmp_path: Path):
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    told_plainly(tmp_path / "folder.yaml", "not-a-file", tmp_path)
    told_plainly(tmp_path / "pipe.yaml", "not-a-file", tmp_path)
    told_plainly(tmp_path / "missing.yaml", "unreadable", tmp_path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no device files here")
def test_a_device_without_end_is_no_file(tmp_path: Path):
    told_plainly(Path("/dev/../dev/zero"), "not-a-file", tmp_path)


def test_a_name_that_no_system_allows_gets_a_clear_word(tmp_path: Path):
    told_plainly(Path("x" * 5_000 + ".yaml"), "unreadable", tmp_path)
