"""Somebody with a screen reader before a program: a display and a bus of its own, read and pressed over AT-SPI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.window.display import a_display, until

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = next(
    (path for path in map(Path, ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"))
     if path.exists()), None,
)  # fmt: skip
GI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's gi
SCREEN_READER = ROOT / "tests" / "window" / "screen_reader.py"


def lacking() -> str:
    """What is not installed here, in words; empty when all is there."""
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


@contextmanager
def a_reader(command: Sequence[str], window: str, patch: pytest.MonkeyPatch, **there: str) -> Iterator[Reader]:
    """A program in a window whose name begins so, and a screen reader that has found it. Skips where tools are missing.

    there: what stands in the program's environment beside what stands in this one's
    """
    if missing := lacking():
        pytest.skip(f"not installed here: {missing}")
    for name in ("DISPLAY", "SDL_VIDEODRIVER"):
        patch.setenv(name, "dummy")  # put back afterwards, whatever the display does to them
    with ExitStack() as ends, ExitStack() as alive:
        alive.enter_context(a_display((1280, 720)))

        def begin(*words: str, **more: Any) -> subprocess.Popen[Any]:
            program = ends.enter_context(subprocess.Popen(words, cwd=ROOT, **more))
            ends.callback(program.kill)
            return program

        bus = begin("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1",
                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # fmt: skip
        around = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "PYTHONPATH": str(ROOT)}
        _say_that_somebody_reads(around)
        read = begin(*command, env=around | there, stdout=subprocess.DEVNULL)
        talk = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": around}
        yield Reader(begin(PYTHON, str(SCREEN_READER), window, str(read.pid), **talk))


def _say_that_somebody_reads(there: Mapping[str, str]) -> None:
    """Tells the bus for screen readers, which the private bus starts when it is first spoken to, that there is one."""
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        subprocess.run(
            ["dbus-send", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
             "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{name}", "variant:boolean:true"],
            env=there, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
