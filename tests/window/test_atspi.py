"""The real window as a screen reader has it: under Xvfb, with a bus of its own, read and pressed over AT-SPI."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from game.play.journal import read_journal
from game.window.preferences import Preferences, save
from tests.support.screen_reading import Reader, a_reader, lines, names

pytestmark = pytest.mark.atspi

GAME = """
import sys
from pathlib import Path
from tests.window.drive import a_context
from game.window.loop import run
from game.window.screens import screen
screen.GUARD = 0.0  # this reader presses sooner than any person, and is never mashing
run(a_context(Path(sys.argv[1])))
"""


def focused(nodes: list[dict[str, Any]]) -> list[str]:
    """The names of what has the focus."""
    return [node["name"] for node in nodes if "FOCUSED" in node["states"]]


def checked(nodes: list[dict[str, Any]]) -> set[str]:
    """The names of the radio buttons that are on."""
    return {node["name"] for node in nodes if node["role"] == "radio button" and "CHECKED" in node["states"]}


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """The game in a window, and a screen reader that has found it."""
    if find_spec("accesskit") is None:
        pytest.skip("not installed here: accesskit (python -m pip install accesskit)")
    save(Preferences(reveal="at-once"), tmp_path / "config" / "settings.json")
    with a_reader([sys.executable, "-c", GAME, str(tmp_path)], "Equal Footing", monkeypatch) as found:
        yield found


def test_a_screen_reader_hears_the_names_moves_the_focus_and_chooses_an_option(reader: Reader, tmp_path: Path) -> None:
    title = reader.wait(lambda nodes: focused(nodes) == ["Play"])
    assert [(node["role"], node["name"]) for node in title[:3]] == [
        ("frame", "Equal Footing"), ("panel", "Equal Footing"), ("heading", "Equal Footing"),
    ]  # fmt: skip
    assert "push button: Settings" in names(title)

    reader.ask("focus", "Help")
    reader.wait(lambda nodes: focused(nodes) == ["Help"])

    reader.ask("click", "Settings")
    reader.see("radio button: Text size: 150%")
    reader.ask("click", "Text size: 150%")
    chosen = checked(reader.wait(lambda nodes: "Text size: 150%" in checked(nodes)))
    assert "Text size: 100%" not in chosen
    reader.ask("click", "Done")

    reader.see("push button: Play")
    for button in ("Play", "Saturday Friend", "Begin"):
        reader.ask("click", button)  # which waits until there is one
    heard = reader.see("push button: Continue")
    while not any(name.startswith("push button: 1: ") for name in heard):
        said = lines(heard)
        reader.ask("click", "Continue")
        heard = reader.see_other_lines(said)
    assert any(name.startswith("label: Dana Reyes: ") for name in heard)
    option = next(name for name in heard if "unusual for both of us" in name)
    number, words = option.removeprefix("push button: ").split(": ", 1)
    reader.ask("click", f"{number}: ")
    heard = reader.see("label: You: ")
    assert any(name.startswith("label: You: ") and name[12:30] in words for name in heard)
    (journal,) = (tmp_path / "logs").glob("*.jsonl")
    assert [choice.option for choice in read_journal(journal).choices] == ["name-it"]
