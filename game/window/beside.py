"""Long work beside the window's loop: it goes on in a thread, and the screen asks each time whether it is done."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """Work that goes on; the thread dies with the window."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._result: list[T] = []
        self._problem: Exception | None = None
        self._over = Event()
        Thread(target=self._go, daemon=True).start()

    def _go(self) -> None:
        try:
            self._result.append(self._work())
        except Exception as problem:  # raised again where the window's loop can see it
            self._problem = problem
        self._over.set()

    @property
    def over(self) -> bool:
        """Returns True when the work is done or has failed."""
        return self._over.is_set()

    def soon(self, seconds: float) -> bool:
        """Returns True when it is over within so many seconds, which are waited for."""
        return self._over.wait(seconds)

    def result(self) -> T:
        """Returns what it came to, once it is over. Raises what it failed with."""
        self._over.wait()
        if self._problem is not None:
            raise self._problem
        return self._result[0]
