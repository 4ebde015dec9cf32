"""Scenarios and the rubric kept from one start to the next: equal to what was checked, and never a wrong one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game import locations
from game.app.checked_cache import CheckedCache
from game.app.library import Library
from game.errors import ScenarioError
from game.testing import SMALL, a_rubric
from tests.support.stories import VARIED

MOVES = a_rubric().moves


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    """Two scenarios, one whose words vary, and a folder to keep what was checked in."""
    for name, text in (("small", SMALL), ("varied", VARIED)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    files = {name: tmp_path / f"{name}.yaml" for name in ("small", "varied")}
    return Library(files, cache=tmp_path / "cache")


def _files(library: Library) -> list[Path]:
    assert library.cache is not None
    return sorted(library.cache.glob("*.checked"))


def test_what_is_kept_is_what_was_checked(shelf: Library) -> None:
    for name, file in shelf.files.items():
        checked = shelf.scenario(name)
        kept = CheckedCache(shelf.cache).scenario(file, MOVES)
        assert kept == checked
        assert kept is not None
        assert (kept.id, kept.fingerprint) == (checked.id, checked.fingerprint)
        assert kept.written == checked.written
        assert type(kept.nodes["the-text"].frame) is type(checked.nodes["the-text"].frame)


def test_the_rubric_is_kept_too(shelf: Library) -> None:
    rubric = shelf.rubric
    kept = CheckedCache(shelf.cache).rubric(locations.RUBRIC)
    assert kept == rubric
    assert kept is not None
    assert (kept.fingerprint, kept.ideas) == (rubric.fingerprint, rubric.ideas)


def test_a_file_that_was_changed_is_checked_anew(shelf: Library) -> None:
    assert shelf.scenario("small").title == "Saturday Friend"
    shelf.files["small"].write_text(SMALL.replace("title: Saturday", "title: Sunday"), encoding="utf-8")
    assert shelf.scenario("small").title == "Sunday Friend"


def test_a_file_that_can_no_longer_be_played_says_so(shelf: Library) -> None:
    shelf.scenario("small")
    shelf.files["small"].write_text(SMALL.replace("goto: clear", "goto: nowhere"), encoding="utf-8")
    with pytest.raises(ScenarioError, match="nowhere"):
        shelf.scenario("small")
    assert shelf.shelf()[1] == ["small"]


@pytest.mark.parametrize("damage", ["", "{}", "1 0.2.0 ff ff\n{}\n{}", "\0"])
def test_a_damaged_or_foreign_file_is_made_anew(shelf: Library, damage: str) -> None:
    checked = shelf.scenario("small")
    (file,) = [path for path in _files(shelf) if path.stem == "small"]
    whole = file.read_bytes()
    for bad in (damage.encode(), whole[:-9], whole.replace(b"Saturday Friend", b"Saturday Fiend!"), whole + b"\n{}"):
        file.write_bytes(bad)
        assert shelf.scenario("small") == checked
        assert file.read_bytes() == whole


def test_under_other_moves_it_is_checked_anew(shelf: Library) -> None:
    shelf.scenario("small")
    assert CheckedCache(shelf.cache).scenario(shelf.files["small"], {"sets_frame"}) is None


def test_the_file_of_another_scenario_under_its_name_is_not_taken(shelf: Library) -> None:
    checked = shelf.scenario("small")
    shelf.scenario("varied")
    small, varied = [path for path in _files(shelf) if path.stem in ("small", "varied")]
    small.write_bytes(varied.read_bytes())
    assert shelf.scenario("small") == checked


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(shelf: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    library = Library(shelf.files, cache=tmp_path / "file" / "cache")
    assert library.scenario("small") == shelf.scenario("small")


def test_a_kept_scenario_is_played_without_pydantic_and_without_a_yaml_parser(tmp_path: Path) -> None:
    told = "import sys, game.cli.main as m; sys.argv[1:] = ['play', 'saturday-friend', '--choices', '']\n"
    told += (
        "try: m.main()\nexcept SystemExit: print(sorted({'pydantic', 'yaml', 'game.scenario.load'} & set(sys.modules)))"
    )
    env = {locations.HOME_VARIABLE: str(tmp_path), "PATH": ""}
    rows = [_last_row(told, env) for _start in range(2)]
    assert rows[1] == "[]"


def _last_row(code: str, env: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]
