"""A display of its own for a real window, and waiting for another program."""

from __future__ import annotations

import shutil

import pytest

from tests.window.display import a_display, until

needs_xvfb = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")


@pytest.fixture(autouse=True)
def _display_of_before(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.setenv(name, "dummy")  # put back afterwards, whatever a display does to them


def test_a_wait_ends_with_the_program_that_it_waits_for() -> None:
    with pytest.raises(RuntimeError, match=r"^The game opened no window: what would have made it has ended\.$"):
        until(lambda: None, "The game opened no window", lambda: False)


@needs_xvfb
def test_two_displays_at_once_are_two() -> None:
    with a_display((400, 300)) as one, a_display((400, 300)) as other:
        assert one != other


@needs_xvfb
def test_where_no_display_can_be_made_it_is_said_in_xvfbs_words() -> None:
    with pytest.raises(RuntimeError, match="Xvfb made no display"), a_display((-4, 300)):
        pass
