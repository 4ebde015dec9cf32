"""A name is cleaned in one way: typed in the window, given to the window, or on the command line."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.play.play_list import list_plays
from game.play.players import tidy
from tests.support.shell import Shell
from tests.window.drive import Driver, a_context

NAMES = (
    "  Zoë \t von  Trapp ",
    "Zoe\u0308",
    "Ana\u200e\u202eneB",
    "na\u200cme\u200d",
    "A\u00a0B\u2003C",
    "x" * 90,
    "名前",
    "רות כהן",
    "Ana\u2028Ben\x07",
    "👩\u200d⚕️",
)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, monkeypatch, capsys)


def typed_in_the_window(folder: Path, name: str) -> str:
    """Who plays once a name was typed and taken."""
    driver = Driver(a_context(folder))
    driver.enter("players")
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=name))
    driver.pump()
    driver.wait()
    driver.enter("Play under this name")
    return driver.app.context.plays.player


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_same_name_is_kept_wherever_it_is_typed(name: str, shell: Shell, tmp_path: Path) -> None:
    in_the_window = typed_in_the_window(tmp_path / "window", name)
    asked_for = Driver(a_context(tmp_path / "asked", player=name)).app.context.plays.player
    shell.play("--player", name, typed="1\n")
    (play,) = list_plays(shell.home / "logs")
    assert in_the_window == asked_for == play.player == tidy(name)


def test_a_name_is_cleaned_of_what_cannot_be_seen() -> None:
    assert [tidy(name) for name in NAMES[:5]] == ["Zoë von Trapp", "Zoë", "AnaneB", "na\u200cme\u200d", "A B C"]
