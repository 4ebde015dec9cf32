from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def shared_studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One studio for all pages that need none of their own."""
    from tests.studio.a_page import SharedStudio

    shared = SharedStudio(tmp_path_factory.mktemp("shared"))
    yield shared
    shared.kill()


@pytest.fixture
def desk(browser: Any, shared_studio: Any) -> Iterator[Any]:
    """An author at the desk, in the browser that a module of page tests brings along."""
    from tests.studio.a_page import at_the_desk

    with at_the_desk(browser, shared_studio) as somebody:
        yield somebody
