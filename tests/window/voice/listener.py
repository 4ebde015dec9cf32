"""Somebody who listens: a voice that keeps what it was asked to say, and a window that speaks with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.window.drive import Driver, a_context


class Listener:
    """A voice that is done at once, or only when told `done`, and keeps what it said."""

    failed = False

    def __init__(self, patient: bool = False) -> None:
        self.said: list[str] = []
        self.patient, self.closed = patient, False

    def say(self, text: str, *, after: bool = False) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("(silence)")

    def busy(self, text: str, since: float) -> bool:
        return self.patient

    def close(self) -> None:
        self.closed = True

    def new(self) -> str:
        """What was said since the last time, as one text."""
        said, self.said = self.said, []
        return " ".join(said)


def listening(
    folder: Path, size: tuple[int, int] = (1280, 720), voice: Listener | None = None, **wished: object
) -> tuple[Driver, Listener]:
    """A window whose voice is on, and who listens."""
    listener = voice or Listener()
    given: dict[str, object] = {"voice": lambda language, rate: listener}
    driver = Driver(a_context(folder, **(given | wished)), size)
    driver.app.prefer(replace(driver.app.preferences, voice=True))
    hear(driver)
    return driver, listener


def hear(driver: Driver, most: int = 400) -> None:
    """Lets everything be said."""
    for _ in range(most):
        driver.wait(0.05)
        if driver.app.aloud.narrator.quiet:
            return
    raise AssertionError("the voice never comes to an end")


def after(driver: Driver, listener: Listener, act: Callable[[], None]) -> str:
    """What is heard when something is done."""
    hear(driver)
    listener.new()
    act()
    hear(driver)
    return listener.new()
