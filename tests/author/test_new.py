"""Beginning a scenario: four templates that are clean and can be played, and a command that overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from game.author.check.problems import check_scenario
from game.author.new import KINDS, TEMPLATES, new, template
from game.author.schema import FILE, HEADER, scenario_schema
from game.cli.main import commands
from game.errors import GameError, UsageError
from game.rubric.archetypes import played, player
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_text, playable
from game.scenario.source import read_text
from game.testing import a_rubric


def test_every_kind_has_a_template_and_no_other_lies_about() -> None:
    assert sorted(path.stem for path in TEMPLATES.glob("*.yaml")) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_has_no_problems_and_fits_the_schema(kind: str, tmp_path: Path) -> None:
    path = new("mine", kind, tmp_path)
    assert check_scenario(path, a_rubric()) == []
    assert template(kind).startswith(HEADER + "\n#")
    errors = Draft202012Validator(scenario_schema(a_rubric())).iter_errors(read_text(template(kind)).data)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_bot_plays_a_template_to_an_ending_and_the_partner_to_the_best(kind: str) -> None:
    exact = ScoringModel(playable(load_text(template(kind), a_rubric().moves)), a_rubric())
    endings = {}
    for bot in a_rubric().archetypes:
        choices = played(exact, player(a_rubric(), bot, 7))
        ending = score(exact, choices).ending
        assert ending is not None, bot
        assert 3 <= len(choices) <= 4
        endings[bot] = ending.kind
    assert endings["partner"] == "best"
    assert len(set(endings.values())) > 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_has_a_rupture_that_is_repaired_thoughts_and_three_endings(kind: str) -> None:
    scenario = playable(load_text(template(kind), a_rubric().moves))
    options = [option for node in scenario.nodes.values() for option in node.options or ()]
    assert {o.opens for o in options} - {None} == {o.repairs for o in options} - {None} == set(scenario.ruptures)
    assert all(any(line.private for line in node.lines) for node in scenario.nodes.values() if node.options)
    assert len([node for node in scenario.nodes.values() if node.ending]) == 3
    assert len(scenario.discussion) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_begun_scenario_is_played_in_the_terminal(kind: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(commands, ["new", "my-own", "--kind", kind, "-o", str(tmp_path / "mine")])
    path = tmp_path / "mine" / "my-own.yaml"
    assert told.output.startswith(f"Begun: {path}. ")
    assert f"python main.py check {path}\n" in told.output
    assert (tmp_path / "mine" / FILE).is_file()
    play = ["play", str(path), "--text", "--bot", "partner", "--seed", "7", "--logs", str(tmp_path)]
    shown = CliRunner().invoke(commands, play, catch_exceptions=False)
    assert shown.exit_code == 0
    assert playable(load_text(template(kind), a_rubric().moves)).title in shown.output


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("my work", encoding="utf-8")
    with pytest.raises(GameError, match=r"mine\.yaml is there already\. Choose another name"):
        new("mine", "capacity", tmp_path)
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "my work"


@pytest.mark.parametrize(("name", "meant"), [("My Story.yaml", "my-story"), ("../up", "up"), ("", "my-scenario")])
def test_a_bad_name_gives_one_message_with_a_better_one(name: str, meant: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"cannot be a scenario's name.*such as `{meant}`"):
        new(name, "capacity", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_gives_one_message(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    with pytest.raises(GameError, match="a-file is not a folder"):
        new("mine", "capacity", tmp_path / "a-file")
    with pytest.raises(GameError, match=r"Cannot write .*Name another folder with -o"):
        new("mine", "capacity", tmp_path / "a-file" / "below")
