"""What speaking costs: to begin a sentence, the frames meanwhile, and to tell a screen reader what changed.

    xvfb-run -a python -m benchmarks.voice

Drives the window over *Saturday Friend* while espeak-ng speaks into files (no sound device is needed), beside the same
steps with the voice off; and AccessKit's tree for one screen after another, beside a bare empty update of the same
adapter. Wall-clock milliseconds, one step after another. Needs espeak-ng and accesskit.
"""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pygame

from benchmarks.usage import given
from game.window.voice.engines import LINUX
from game.window.voice.screen_reader import Access
from game.window.voice.speech import ProcessPerLine, start
from tests.window.drive import Driver, a_context
from tests.window.shots import choose, read_on

CHOICES = ("name-it", "frame-it", "tell", "mend-gossip", "scale", "recommend")
FRAMES = 3  # frames watched after each step


class Timed:
    """Keeps how long each call took, in milliseconds."""

    def __init__(self, act: Callable[..., Any]) -> None:
        self.act, self.took = act, list[float]()

    def __call__(self, *args: Any, **named: Any) -> Any:
        """What the call answers."""
        before = time.perf_counter()
        answer = self.act(*args, **named)
        self.took.append((time.perf_counter() - before) * 1000)
        return answer


def into_nothing(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """espeak-ng, speaking into a file that is thrown away."""
    return start([*command, "-w", "/dev/null"])


def steps(driver: Driver) -> Iterator[None]:
    """A whole play: each line, a look at an option, each answer."""
    for key in ("Play", "sample", "Begin"):
        driver.enter(key)
        yield
    for option in CHOICES:
        read_on(driver)
        yield
        driver.key(pygame.K_DOWN)
        yield
        choose(driver, option)
        yield
        driver.key(pygame.K_SPACE)
        yield
    read_on(driver)
    driver.key(pygame.K_SPACE)
    driver.enter("See the debrief")
    yield


def played(voice: ProcessPerLine | None) -> tuple[list[float], list[float]]:
    """How long each frame of a play took, and what the voice had of the frames in which it began to speak."""
    with tempfile.TemporaryDirectory() as folder:
        driver = Driver(a_context(Path(folder), voice=lambda *_wished: voice))
        driver.app.prefer(replace(driver.app.preferences, voice=voice is not None, reveal="at-once"))
        frame = driver.wait = Timed(driver.wait)  # type: ignore[method-assign]
        attend = driver.app.aloud.attend = Timed(driver.app.aloud.attend)  # type: ignore[method-assign]
        say = Timed(voice.say) if voice else None
        spoke: list[float] = []
        if voice and say:
            voice.say = say  # type: ignore[method-assign]
        for _step in steps(driver):
            for _frame in range(FRAMES):
                before = len(say.took) if say else 0
                driver.wait(0.016)
                spoke += attend.took[-1:] if say and len(say.took) > before else []
        driver.app.aloud.close()
    return frame.took, spoke


def trees() -> tuple[list[float], list[float]]:
    """How long it takes to tell a whole screen anew, and what a changed frame pays while no reader listens."""
    with tempfile.TemporaryDirectory() as folder:
        driver = Driver(a_context(Path(folder)))
        driver.app.prefer(replace(driver.app.preferences, reveal="at-once"))
        access = driver.app.access = Access(import_module("accesskit"), "Equal Footing")
        attend = access.attend = Timed(access.attend)  # type: ignore[method-assign]
        whole = Timed(access._update)
        for _step in steps(driver):
            access._told = None
            whole(driver.app.top)
    return whole.took, attend.took


def row(what: str, ours: Sequence[float], other: Sequence[float] | None = None) -> str:
    """A row of the table."""
    told = [f"{statistics.median(ours):.2f}", f"{max(ours):.2f}"]
    told += [f"{statistics.median(other):.2f}", f"{max(other):.2f}"] if other else ["–", "–"]
    return f"| {what} | " + " | ".join(told) + " |"


def main() -> None:
    """Prints the table."""
    played(None)  # pictures and fonts are warm from here on
    engine = LINUX[0]
    begun = Timed(lambda: None)
    voice = ProcessPerLine(engine, engine.command("", "usual"), into_nothing)
    (speaking, spoke), (silence, _none) = played(voice), played(None)
    for _sentence in range(50):
        begun.act = lambda: voice.say("Would it be weird if I booked with you?")
        begun()
    voice.close()
    whole, nobody = trees()
    print("| milliseconds | median | worst | baseline’s median | worst |\n| --- | ---: | ---: | ---: | ---: |")
    print(row("to begin a sentence, the one before cut off", begun.took))
    print(row("the voice’s share of a frame in which it begins to speak", spoke))
    print(row("all frames of a play while speaking; in silence", speaking, silence))
    print(row("a whole screen told to a screen reader; while none listens", whole, nobody))


if __name__ == "__main__":
    given(__doc__)
    main()
