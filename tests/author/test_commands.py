"""The author's commands as they are typed: output, exit codes, and one clear message for what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.author.explore.transcript import read_transcript
from game.cli.main import commands
from game.errors import GameError, ScenarioError, UsageError
from game.testing import SMALL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def told(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(commands, [str(a) for a in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.output


def test_explore_prints_text_and_json(file: Path) -> None:
    assert told("explore", file).startswith("Saturday Friend, every play of it\n\n4 plays of 2 to 2 choices")
    assert json.loads(told("explore", file, "--format", "json"))["plays"] == 4


def test_explain_prints_the_play_and_how_to_play_it(file: Path) -> None:
    assert told("explain", file, "own-it").endswith(
        f"To play it:\n  python main.py play {file} --text --choices laugh-it-off,own-it\n"
    )


def test_explain_keeps_the_play_where_it_is_told_to(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "plays"
    assert told("explain", file, "own-it", "--save", folder).endswith(f"Kept as {folder / 'mine-own-it.play'}.\n")
    kept = read_transcript((folder / "mine-own-it.play").read_text(encoding="utf-8"))
    assert kept.choices == ["laugh-it-off", "own-it"]


def test_explain_without_a_folder_keeps_the_play_among_the_tests(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told("explain", file, "own-it", "--save")
    assert (tmp_path / "tests" / "plays" / "mine-own-it.play").is_file()


def test_a_folder_that_cannot_be_written_gives_one_message(file: Path) -> None:
    with pytest.raises(GameError, match=r"Cannot write .*Name another folder after --save\."):
        told("explain", file, "own-it", "--save", file / "below")


def test_validity_ends_with_1_when_a_check_fails(file: Path) -> None:
    assert "| Each component is tested three times on every way | **fail** |" in told("validity", file, code=1)
    (one,) = json.loads(told("validity", file, "--format", "json", code=1))
    assert one["met"] is False


@pytest.mark.parametrize("arguments", [[], ["saturday-friend", "--library"]])
def test_validity_wants_scenarios_or_the_library(arguments: list[str]) -> None:
    with pytest.raises(UsageError, match="Name the scenarios to check, or say --library"):
        told("validity", *arguments)


def test_diff_prints_text_and_json(file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(SMALL.replace("say: Anyway, how is the dog?", "say: Anyway, the dog?"), encoding="utf-8")
    assert f"{file} → {new}\n" in told("diff", file, new)
    assert json.loads(told("diff", file, new, "--format", "json"))["options"]["changed"] == {"change-subject": ["say"]}
    assert "Nothing differs but layout and comments." in told("diff", file, file)


@pytest.mark.parametrize("command", [["explore"], ["explain", "own-it"], ["validity"], ["diff", "saturday-friend"]])
def test_a_broken_file_is_refused_with_its_problems(command: list[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(SMALL.replace("goto: clear", "goto: cleer"), encoding="utf-8")
    with pytest.raises(ScenarioError, match="cannot be played yet"):
        told(command[0], broken, *command[1:])
