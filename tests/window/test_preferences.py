"""Settings survive a restart, and a broken file costs nothing but a word about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.window.preferences import Preferences, load, save
from tests.window.conftest import Start


def test_what_was_set_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    wished = Preferences(text_scale=1.5, theme="dark", reveal="slow", mode="assess", player="Ada")
    assert save(wished, path) is None
    assert load(path) == (wished, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_there_are_the_usual_settings_and_no_message(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == (Preferences(), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        "\ud800".encode("utf-8", "surrogatepass"),
        b"\xff\xfe",
        "[" * 100_000,
        '{"theme": []}',
    ],
)
def test_a_broken_file_means_the_usual_settings_and_a_message(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    preferences, message = load(path)
    assert preferences == Preferences()
    assert message is not None
    assert str(path) in message


def test_one_wrong_setting_spoils_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "text_scale": 9, "reveal": "never", "unknown": 1}')
    preferences, message = load(path)
    assert preferences == Preferences(theme="dark", text_scale=2.0)
    assert message is not None


@pytest.mark.parametrize("scale", ["NaN", "Infinity", "-1", "true", '"big"', "null"])
def test_no_text_size_can_break_the_layout(tmp_path: Path, scale: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"text_scale": {scale}}}')
    preferences, _ = load(path)
    assert 1.0 <= preferences.text_scale <= 2.0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    message = save(Preferences(), tmp_path / "file" / "settings.json")
    assert message is not None
    assert "could not be kept" in message


def test_a_broken_file_is_told_on_the_title(start: Start, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text("{")
    driver = start()
    assert "could not be read" in driver.words().replace("\n", " ")


def test_what_is_told_of_the_settings_comes_in_the_language_that_they_hold(start: Start, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"language": "es", "theme": "purple"}')
    driver = start(languages=("es",))
    assert "no se entendieron" in driver.words().replace("\n", " ")


def test_settings_that_cannot_be_kept_leave_nothing_unfinished_behind(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    assert str(path) in str(save(Preferences(), path))
    assert list(tmp_path.iterdir()) == [path]
