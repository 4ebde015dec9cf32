"""No text that was read from a file can steer the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import locations
from game.cli import outlet
from game.cli.outlet import Outlet, harmless
from tests.support.shell import Shell


@pytest.mark.parametrize(
    "steering", ["\x1b[2J", "\x1b]0;gone\x07", "\x9b31m", "\r", "\b\b", "\u202e", "\u2066", "\u2028", "\x00", "\x7f"]
)
def test_what_a_terminal_would_obey_is_shown_as_a_sign(steering: str) -> None:
    shown = harmless(f"a{steering}b")
    assert shown[0] == "a"
    assert shown[-1] == "b"
    assert "�" in shown
    assert steering[0] not in shown


@pytest.mark.parametrize("text", ["a\tb\nc", "Zoë, Ngọc, Дана", "שלום", "👩\u200d🦰", "\u200eabc\u200f"])
def test_every_letter_of_every_script_is_shown_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_an_outlet_writes_what_is_harmless_whatever_comes(text: str) -> None:
    below = io.StringIO(newline="")
    assert Outlet(below).write(text) == len(text)
    assert below.getvalue() == harmless(text)


def test_a_title_cannot_rename_the_window(shell: Shell, tmp_path) -> None:
    shown = shell("check", str(tmp_path / "\x1b]0;mine\x07.yaml"))
    assert "\x1b" not in shown.out + shown.err


def test_an_installed_game_says_to_type_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    below = io.StringIO()
    monkeypatch.setattr(outlet, "COMMAND", "equal-footing")
    Outlet(below).write("To go on, type: python main.py continue")
    assert below.getvalue() == "To go on, type: equal-footing continue"


def test_a_checkout_says_to_type_what_works_there() -> None:
    assert locations.COMMAND == "python main.py"


@pytest.mark.parametrize("extra", ["author", "class", "studio", "panel"])
def test_missing_packages_come_from_a_lock_that_is_there_or_with_the_extra_of_that_name(
    extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = locations.more_packages(extra).split()[-1]
    assert (locations.SCENARIOS.parent / lock).is_file()
    monkeypatch.setattr(locations, "IN_A_CHECKOUT", False)
    assert f"[{extra}]" in locations.more_packages(extra)
