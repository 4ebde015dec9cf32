"""Saving in the terminal, coming back, and the minute that teaches how it is played."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import locations
from game.play.play_list import list_plays
from tests.support.shell import Shell, Told

FIRST_MINUTE = locations.first_minute(text=True)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, monkeypatch, capsys)


def saved(told: Told) -> Path:
    """The file that the output names."""
    found = re.search(r'python main\.py continue "(.+\.json)"', told.out)
    assert found, told.out
    return Path(found[1])


def test_a_moment_is_saved_by_name_and_gone_on_with(shell: Shell) -> None:
    told = shell.play(typed="1\ns Before the answer\nq\n")
    assert "“Before the answer” is kept." in told.out
    on = shell("continue", saved(told), typed="1\n")
    assert "Going on with Saturday Friend. Choices so far: 1." in on.out
    assert "SCORECARD" in on.out
    assert len(list_plays(shell.home / "logs")) == 1


def test_a_save_of_a_play_that_went_on_branches(shell: Shell) -> None:
    told = shell.play(typed="1\ns\n1\n\n")
    assert "SCORECARD" in told.out
    on = shell("continue", saved(told), typed="2\n\n")
    assert "SCORECARD" in on.out
    assert len(list_plays(shell.home / "logs")) == 2


def test_saves_are_listed_renamed_and_removed(shell: Shell) -> None:
    name = saved(shell.play(typed="s\nq\n")).stem
    listed = shell("saves")
    assert "Saturday Friend, turn 1" in listed.out
    assert shell("saves", "--rename", name, "The good one").code == 0
    assert f"{name}: The good one." in shell("saves").out
    assert "The play itself stays in" in shell("saves", "--remove", name).out
    assert "Nothing is saved yet" in shell("saves").out
    assert len(list_plays(shell.home / "logs")) == 1


def test_what_is_no_save_gives_one_message(shell: Shell) -> None:
    (shell.home / "saves").mkdir(parents=True)
    (shell.home / "saves" / "broken.json").write_text("nothing")
    assert "is not a save of this game" in shell("saves").err
    told = shell("continue", shell.home / "saves" / "broken.json")
    assert told.code == 1
    assert told.err.count("\n") == 1
    assert shell("saves", "--remove", "nonsense").code == 2


def test_the_first_minute_is_played_in_plain_lines_and_kept_nowhere(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "first_minute", lambda text=False: FIRST_MINUTE)
    told = shell("learn", typed="1\nh\n2\n2\n")
    assert told.code == 0
    for taught in ("nothing is timed", "type the number", "Type r to read", "Type ? whenever", "Type q to leave"):
        assert taught in told.out
    assert "THE END" not in told.out
    assert "To meet someone, type: python main.py" in told.out
    assert not (shell.home / "logs").exists()
    assert shell("learn", typed="q\n").code == 0
