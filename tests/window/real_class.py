"""A class run from the real window, step by step as `docs/class.md` has it: `python -m tests.window.real_class OUT`.

Needs Xvfb, xdotool and what `benchmarks.rehearsal` needs. A mouse presses *Run a class*, chooses the conversation and
opens the class; the rehearsal's console, projector, three phones and thirty simulated ones go both ways in it; then the
mouse presses *Debrief* and *Stop the class*. Each step is a picture in OUT. Ends with 1 where a step does not do what
the document says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from game.cli.launch import LaunchOptions, show_window
from game.window import loop
from game.window.context import AppContext
from game.window.screens.run_class import RunClassScreen
from tests.window.display import a_display
from tests.window.drive import ROOT
from tests.window.hands import Played

SCENARIO = "fine-fine"  # the one that the rehearsal plays
SIZE = (1280, 720)


class Teacher(Played):
    """Somebody who runs a class from the window, with a mouse."""

    name = "mouse"
    phones: subprocess.Popen[bytes] | None = None

    def update(self, dt: float) -> None:
        if self.phones and self.phones.poll() is None:
            self.steps = 0  # the phones take as long as they take
        super().update(dt)

    def _play(self) -> Iterator[None]:
        """From the title to an open class, through the lesson, to the debrief, and out."""
        server = self.context.class_server
        assert server
        yield from self._press("Run a class")
        while f"in-{SCENARIO}" not in self._keys():  # the library is read
            yield
        assert isinstance(self.top, RunClassScreen)
        for wrong in sorted(self.top.chosen ^ {SCENARIO}):
            yield from self._press(f"in-{wrong}")
        self._shoot("what-the-class-plays")
        yield from self._press("open")
        while not server.open:
            yield
        room = server.open
        for _frame in range(5):
            yield
        self._shoot("the-class-is-open")
        yield from self._press("console")
        words = [room.address, room.code, room.console, str(room.folder)]
        command = [sys.executable, "-m", "benchmarks.rehearsal", str(self.out / "phones"), "--open", *words]
        self.phones = subprocess.Popen(command, cwd=ROOT)
        while self.phones.poll() is None:
            yield
        assert self.phones.returncode == 0, "the rehearsal found something wrong"
        (room.folder / "debrief.html").unlink()  # the one that the teacher's page made
        yield from self._press("debrief")
        self._shoot("the-debrief-of-a-class")
        yield from self._press("make")
        while not (room.folder / "debrief.html").exists() or "open-0" not in self._keys():
            yield
        self._shoot("the-debrief-is-made")
        yield from self._press("Back")
        yield from self._press("stop")
        assert server.open is None, "the class was to be stopped"
        self._shoot("the-class-is-stopped")
        self.running = False

    def _keys(self) -> list[str]:
        return [part.key for _, part in self.top.page.focusables()]


def main(out: Path) -> int:
    """Runs the class, and returns 1 where it could not be run to its end."""
    (out / "home").mkdir(parents=True)
    # Everything is kept in OUT, and the teacher's page is opened by the rehearsal's own browser.
    os.environ |= {"HOME": str(out / "home"), "EQUAL_FOOTING_HOME": str(out / "game"), "BROWSER": "true"}
    Teacher.out, opened = out, loop.run
    ended: list[bool] = []

    def run(context: AppContext) -> int:
        code = opened(context, Teacher)
        ended.append(context.class_server is not None and context.class_server.open is None)
        return code

    loop.run = run  # type: ignore[assignment]
    with a_display(SIZE):
        show_window(LaunchOptions(out / "game" / "logs"))
    whole = (out / "mouse-05-the-class-is-stopped.png").exists() and ended == [True]
    print("The class was run from the window, word by word." if whole else "The class was not run to its end.")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
