"""The real window as a screen reader has it: under Xvfb, with a bus of its own, read and pressed over AT-SPI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from game.play.journal import read_journal
from game.window.preferences import Preferences, save
from tests.window.display import a_display
from tests.window.drive import ROOT

pytestmark = pytest.mark.atspi

LAUNCHER = next(
    (path for path in map(Path, ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"))
     if path.exists()), None,
)  # fmt: skip
GI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
GAME = """
import sys
from pathlib import Path
from tests.window.drive import a_context
from game.window.loop import run
run(a_context(Path(sys.argv[1])))
"""
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's gi


def lacking() -> str:
    """What is not installed here, in words; empty when all is there."""
    if find_spec("accesskit") is None:
        return "accesskit (python -m pip install accesskit)"
    tools = [tool for tool in ("Xvfb", "dbus-daemon", "dbus-send") if shutil.which(tool) is None]
    if tools or LAUNCHER is None:
        return ", ".join([*tools, *([] if LAUNCHER else ["at-spi2-core"])])
    reads = (
        Path(PYTHON).exists() and subprocess.run([PYTHON, "-c", GI], capture_output=True, check=False).returncode == 0
    )
    return "" if reads else "python3-gi with gir1.2-atspi-2.0"


class Reader:
    """Somebody with a screen reader."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self.program = program

    def ask(self, *wish: str) -> list[dict[str, Any]]:
        """The window after a wish."""
        assert self.program.stdin
        assert self.program.stdout
        self.program.stdin.write(json.dumps(wish) + "\n")
        self.program.stdin.flush()
        answer = self.program.stdout.readline()
        assert answer, "the screen reader gave up; its words are in the captured errors"
        found: list[dict[str, Any]] = json.loads(answer)
        return found

    def names(self, *wish: str) -> list[str]:
        """The roles and names after a wish."""
        return [f"{node['role']}: {node['name']}" for node in self.ask(*wish)]


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """The game in a window, and a screen reader that has found it."""
    if missing := lacking():
        pytest.skip(f"not installed here: {missing}")
    for name in ("DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.setenv(name, "dummy")  # put back afterwards, whatever the display does to them
    save(Preferences(reveal="at-once"), tmp_path / "config" / "settings.json")
    with ExitStack() as ends, ExitStack() as alive:
        alive.enter_context(a_display((1280, 720)))

        def begin(*command: str, **more: Any) -> subprocess.Popen[Any]:
            program = ends.enter_context(subprocess.Popen(command, cwd=ROOT, **more))
            ends.callback(program.kill)
            return program

        bus = begin("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1",
                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # fmt: skip
        there = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "PYTHONPATH": str(ROOT)}
        quiet = {"env": there, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        _say_that_somebody_reads(there)
        begin(sys.executable, "-c", GAME, str(tmp_path), **quiet)
        talk = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": there}
        yield Reader(begin(PYTHON, str(Path(__file__).with_name("screen_reader.py")), "Equal Footing", **talk))


def _say_that_somebody_reads(there: dict[str, str]) -> None:
    """Tells the bus for screen readers, which the private bus starts when it is first spoken to, that there is one."""
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        subprocess.run(
            ["dbus-send", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
             "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{name}", "variant:boolean:true"],
            env=there, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


def test_a_screen_reader_hears_the_names_moves_the_focus_and_chooses_an_option(reader: Reader, tmp_path: Path) -> None:
    title = reader.ask("tree")
    assert [(node["role"], node["name"]) for node in title[:3]] == [
        ("frame", "Equal Footing"), ("panel", "Equal Footing"), ("heading", "Equal Footing"),
    ]  # fmt: skip
    assert ("push button", "Settings") in [(node["role"], node["name"]) for node in title]
    assert [node["name"] for node in title if "FOCUSED" in node["states"]] == ["Play"]

    helped = reader.ask("focus", "Help")
    assert [node["name"] for node in helped if "FOCUSED" in node["states"]] == ["Help"]

    assert "radio button: Text size: 150%" in reader.names("click", "Settings")
    chosen = reader.ask("click", "Text size: 150%")
    states = {node["name"]: node["states"] for node in chosen if node["role"] == "radio button"}
    assert "CHECKED" in states["Text size: 150%"]
    assert "CHECKED" not in states["Text size: 100%"]
    reader.ask("click", "Done")

    reader.ask("click", "Play")
    reader.ask("click", "Saturday Friend")
    names = reader.names("click", "Begin")
    for _line in range(9):
        if any(name.startswith("push button: 1: ") for name in names):
            break
        names = reader.names("click", "Continue")
    assert any(name.startswith("label: Dana Reyes: ") for name in names)
    option = next(name for name in names if "unusual for both of us" in name)
    number, words = option.removeprefix("push button: ").split(": ", 1)
    names = reader.names("click", f"{number}: ")
    assert any(name.startswith("label: You: ") and name[12:30] in words for name in names)
    (journal,) = (tmp_path / "logs").glob("*.jsonl")
    assert [choice.option for choice in read_journal(journal).choices] == ["name-it"]
