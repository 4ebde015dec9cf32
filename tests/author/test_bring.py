"""The library is the game's, a school's and one's own; of two with one id the first of these is on offer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from game import locations
from game.author.bring import bring
from game.cli.main import commands
from game.errors import GameError
from game.locations import Origin
from game.testing import SMALL, a_rubric
from tests.support.own_media import a_story_with_its_own

MOVES = a_rubric().moves


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(locations.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def written(path: Path, text: str = SMALL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_schools_and_ones_own_scenarios_are_on_offer_after_the_games(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schools = written(tmp_path / "school" / "towel.yaml")
    monkeypatch.setenv(locations.SCHOOL_VARIABLE, os.pathsep.join(["", str(tmp_path / "school"), "/nowhere"]))
    mine = written(home / "scenarios" / "mine.yaml")
    taken = [written(home / "scenarios" / f"{name}.yaml") for name in ("saturday-friend", "towel")]
    offered = locations.offered_files()
    assert (offered["towel"], offered["mine"]) == (schools, mine)
    assert locations.left_out() == taken
    whose = [locations.origin_of(offered[name]) for name in ("saturday-friend", "towel", "mine")]
    assert whose == [Origin.BUILT_IN, Origin.SCHOOL, Origin.OWN]
    told = CliRunner().invoke(commands, ["list"], catch_exceptions=False).output
    assert "minutes, from your school)" in told
    assert "minutes, your own)" in told
    assert f"Left out, since another scenario is called towel: {taken[1]}." in told


def test_an_opened_file_can_be_put_into_the_library_and_played_by_its_id(home: Path, tmp_path: Path) -> None:
    run = CliRunner()
    file = written(tmp_path / "towel.yaml")
    done = run.invoke(commands, ["open", str(file), "--to-library"], catch_exceptions=False)
    assert f"towel is in your library now: {home / 'scenarios' / 'towel.yaml'}" in done.output
    played = run.invoke(commands, ["play", "towel", "--text", "--bot", "partner"], catch_exceptions=False)
    assert played.exit_code == 0
    again = run.invoke(commands, ["open", str(file), "--to-library"])
    assert again.exit_code != 0


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("saturday-friend.yaml", SMALL, "another scenario called saturday-friend"),
        ("My Towel.yaml", SMALL, "Name the file with small letters"),
        ("towel.yaml", "a: 1", "towel.yaml"),
        ("towel.zip", "PK\x03\x04", "is no parcel, or it is damaged"),
    ],
)
def test_what_cannot_join_the_library_says_why(name: str, text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(GameError, match=why):
        bring(written(tmp_path / name, text), MOVES, tmp_path / "own", locations.scenario_files())
    assert not (tmp_path / "own").exists()


def test_a_scenario_is_brought_with_its_translations_and_its_own_pictures(home: Path, tmp_path: Path) -> None:
    mine = a_story_with_its_own(tmp_path / "mine")
    catalogue = mine.parent / "locale" / "es" / "LC_MESSAGES" / "a-story.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(b'msgid ""\nmsgstr ""\n')
    path = bring(mine, MOVES, locations.own_scenarios(), locations.offered_files())
    assert path == home / "scenarios" / "a-story.yaml"
    assert (path.parent / "a-story.media" / "portraits" / "me.png").is_file()
    assert (path.parent / "locale" / "es" / "LC_MESSAGES" / "a-story.po").is_file()
