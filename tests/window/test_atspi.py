"""The real window as a screen reader has it: under Xvfb, with a bus of its own, read and pressed over AT-SPI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from game.play.journal import read_journal
from game.window.preferences import Preferences, save
from tests.window.display import a_display, until
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
from game.window.screens import screen
screen.GUARD = 0.0  # this reader presses sooner than any person, and is never mashing
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

    def wait(self, there: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
        """The window, as soon as it is as it should be."""
        return until(lambda: found if there(found := self.ask("tree")) else None, "The window did not come to it")

    def see(self, *beginnings: str) -> list[str]:
        """The roles and names in the window, as soon as one of them begins in one of these ways."""
        return names(self.wait(lambda nodes: any(name.startswith(beginnings) for name in names(nodes))))

    def see_other_lines(self, than: list[str]) -> list[str]:
        """The roles and names in the window, as soon as its lines are others than these."""
        return names(self.wait(lambda nodes: lines(names(nodes)) != than))


def lines(heard: list[str]) -> list[str]:
    """What is said in a window."""
    return [name for name in heard if name.startswith("label: ")]


def names(nodes: list[dict[str, Any]]) -> list[str]:
    """The roles and names of a window."""
    return [f"{node['role']}: {node['name']}" for node in nodes]


def focused(nodes: list[dict[str, Any]]) -> list[str]:
    """The names of what has the focus."""
    return [node["name"] for node in nodes if "FOCUSED" in node["states"]]


def checked(nodes: list[dict[str, Any]]) -> set[str]:
    """The names of the radio buttons that are on."""
    return {node["name"] for node in nodes if node["role"] == "radio button" and "CHECKED" in node["states"]}


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
    title = reader.wait(lambda nodes: focused(nodes) == ["Play"])
    assert [(node["role"], node["name"]) for node in title[:3]] == [
        ("frame", "Equal Footing"), ("panel", "Equal Footing"), ("heading", "Equal Footing"),
    ]  # fmt: skip
    assert "push button: Settings" in names(title)

    reader.ask("focus", "Help")
    reader.wait(lambda nodes: focused(nodes) == ["Help"])

    reader.ask("click", "Settings")
    assert "radio button: Text size: 150%" in reader.see("radio button: Text size: ")
    reader.ask("click", "Text size: 150%")
    chosen = checked(reader.wait(lambda nodes: "Text size: 150%" in checked(nodes)))
    assert "Text size: 100%" not in chosen
    reader.ask("click", "Done")

    reader.see("push button: Play")
    for button in ("Play", "Saturday Friend", "Begin"):
        reader.ask("click", button)  # which waits until there is one
    heard = reader.see("push button: Continue")
    while not any(name.startswith("push button: 1: ") for name in heard):
        said = lines(heard)
        reader.ask("click", "Continue")
        heard = reader.see_other_lines(said)
    assert any(name.startswith("label: Dana Reyes: ") for name in heard)
    option = next(name for name in heard if "unusual for both of us" in name)
    number, words = option.removeprefix("push button: ").split(": ", 1)
    reader.ask("click", f"{number}: ")
    heard = reader.see("label: You: ")
    assert any(name.startswith("label: You: ") and name[12:30] in words for name in heard)
    (journal,) = (tmp_path / "logs").glob("*.jsonl")
    assert [choice.option for choice in read_journal(journal).choices] == ["name-it"]
