"""A driver for each test, with its own folder and no display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.window.drive import Driver, a_context

Start = Callable[..., Driver]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Opens the window: `start()`, `start((800, 600))`, `start(mode=…)`."""

    def open_window(size: tuple[int, int] = (1280, 720), **wished: object) -> Driver:
        return Driver(a_context(tmp_path, **wished), size)

    return open_window
