"""Commands that need packages of an extra, where only the player's are there: one sentence with the line to type."""

from __future__ import annotations

import sys

import pytest

from tests.support.shell import Shell

ABSENT = ("babel", "babel.messages", "igraph", "starlette", "uvicorn")


@pytest.mark.parametrize(
    ("typed", "extra"),
    [
        ("translate update es saturday-friend", "author"),
        ("translate compile es saturday-friend", "author"),
        ("translate status es saturday-friend", "author"),
        ("map saturday-friend -o map.svg", "author"),
        ("class saturday-friend", "class"),
        ("studio", "studio"),
    ],
)
def test_without_its_packages_a_command_says_what_to_type(
    shell: Shell, typed: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ABSENT:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.chdir(shell.folder)
    told = shell(*typed.split())
    assert told.code in (1, 2)
    assert f"-m pip install -r requirements/{extra}.lock" in told.err
