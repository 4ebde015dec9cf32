"""`preview` and `explain --play` as they are typed, with and without a display."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli.main import commands
from game.errors import GameError, UsageError
from game.testing import SMALL
from game.window import display


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a display."""
    monkeypatch.setattr(display, "is_there", lambda: False)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, tuple[str, ...] | None, str]]:
    """What a window was opened with: the folder of its journals, the choices, and the file's name."""
    import game.window.screens.preview

    windows: list[tuple[Path | None, tuple[str, ...] | None, str]] = []

    def run_preview(context: object, author: object) -> int:
        windows.append((context.plays.logs, author.choices, author.name))  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr(display, "is_there", lambda: True)
    monkeypatch.setattr(game.window.screens.preview, "run_preview", run_preview)
    return windows


def told(*arguments: str | Path) -> str:
    result = CliRunner().invoke(commands, [str(a) for a in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_a_preview_opens_the_window_and_keeps_no_journal(opened: list[object], file: Path) -> None:
    told("preview", file)
    assert opened == [(None, None, "mine.yaml")]


def test_a_preview_begins_where_it_is_told_to(opened: list[object], file: Path) -> None:
    told("preview", file, "--at", "the-answer")
    assert opened == [(None, ("name-it",), "mine.yaml")]


def test_a_preview_of_a_broken_file_opens_too(opened: list[object], file: Path) -> None:
    file.write_text("title: ", encoding="utf-8")
    told("preview", file)
    assert len(opened) == 1


def test_a_preview_at_a_node_that_is_not_there_says_so(opened: list[object], file: Path) -> None:
    with pytest.raises(UsageError, match="has no node or option `the-anser`"):
        told("preview", file, "--at", "the-anser")
    assert opened == []


@pytest.mark.usefixtures("nowhere")
def test_without_a_display_a_preview_says_what_to_type_instead(file: Path) -> None:
    with pytest.raises(GameError, match=r"There is no display here.* type: python main\.py play .*mine\.yaml --text"):
        told("preview", file)


def test_explain_opens_the_play_at_its_end(opened: list[object], file: Path) -> None:
    assert told("explain", file, "own-it", "--play").startswith("Shows the option `own-it`, as soon as any play can.")
    assert opened == [(None, ("laugh-it-off", "own-it"), "mine.yaml")]


@pytest.mark.parametrize("arguments", [("--play", "--text"), ("--play",)])
@pytest.mark.usefixtures("nowhere")
def test_explain_plays_in_the_terminal_where_asked_to_or_where_there_is_no_display(
    file: Path, arguments: tuple[str, ...]
) -> None:
    heard = told("explain", file, "own-it", *arguments)
    assert ("no display" in heard) == ("--text" not in arguments)
    assert "You: “I laughed because I felt awkward. I am sorry.”" in heard
    assert "THE END: Clear and close" in heard
    assert "Journal:" not in heard


def test_text_alone_is_no_way_to_explain(file: Path) -> None:
    with pytest.raises(UsageError, match="Type --play --text"):
        told("explain", file, "own-it", "--text")
