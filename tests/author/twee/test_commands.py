"""`import twee` and `export twee` as typed: files, reports, one message for each mistake."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from game.author.twee.places import in_rows, places
from game.author.twee.read import read_file
from game.cli.main import commands
from game.errors import GameError
from game.locations import find
from game.scenario.load import load_file, playable
from game.testing import SMALL, a_rubric, a_scenario
from tests.author.twee.builders import STORIES, from_twee


def typed(*words: str) -> str:
    answer = CliRunner().invoke(commands, list(words), catch_exceptions=False)
    assert answer.exit_code == 0
    return answer.output


def test_an_imported_story_is_a_file_that_loads_and_says_what_is_left_to_do(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "late-key.yaml"
    told = typed("import", "twee", str(STORIES / "late-key.twee"), "-o", str(path))
    assert told.startswith(f"Kept as {path}: 4 nodes, 7 options, 2 endings; speaking: Ines.\n")
    assert f"{STORIES / 'late-key.twee'}:29: Lobby: a picture\n" in told
    assert told.endswith(f"  python main.py check {path}\n")
    text = path.read_text(encoding="utf-8")
    assert "moves: [] # TODO moves" in text
    assert playable(load_file(path, a_rubric().moves)).title == "The Late Key"


def test_without_a_name_the_file_is_called_by_the_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    typed("import", "twee", str(STORIES / "the-hub.twee"))
    assert (tmp_path / "five-rooms.yaml").is_file()


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("my work", encoding="utf-8")
    with pytest.raises(GameError, match=r"mine\.yaml is there already\. Name another file with -o"):
        typed("import", "twee", str(STORIES / "the-hub.twee"), "-o", str(path))
    assert path.read_text(encoding="utf-8") == "my work"


def test_a_story_of_nothing_but_scripts_gives_one_message() -> None:
    with pytest.raises(GameError, match="no passage of a story, only scripts"):
        from_twee(":: Code [script]\nalert(1)")


def test_an_exported_scenario_begins_at_its_start_and_no_two_passages_lie_on_one_another(tmp_path: Path) -> None:
    path = tmp_path / "out.twee"
    told = typed("export", "twee", "saturday-friend", "-o", str(path))
    scenario = playable(load_file(find("saturday-friend"), a_rubric().moves))
    assert told.startswith(f"{len(scenario.nodes)} passages in {path}. Twine has no place for:\n")
    story, losses = read_file(path)
    assert losses == []
    assert story.start == scenario.start
    assert {passage.name for passage in story.passages} == {*scenario.nodes, "StoryInit", "Scenario header"}
    spots = [passage.position for passage in story.passages if passage.position]
    assert len(spots) == len(story.passages)
    assert min(min(spot) for spot in spots) >= 0
    _apart(spots)


def _apart(spots: Sequence[tuple[int, int]]) -> None:
    """No two boxes of 100 by 100 overlap."""
    for n, (x, y) in enumerate(spots):
        assert all(abs(x - a) >= 100 or abs(y - b) >= 100 for a, b in spots[:n])


def test_without_igraph_the_passages_stand_in_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario, real = a_scenario(SMALL), builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "igraph":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    found = places(scenario, a_rubric())
    assert found == in_rows(scenario)
    assert [found[name][1] for name in ("the-text", "the-answer", "clear", "vague")] == [50, 200, 350, 350]
    _apart(list(found.values()))


HOSTILE = {
    "open links": "[[" * 200_000,
    "open macros": "<<if $a>>" * 50_000,
    "macros never closed": "<<a " * 100_000,
    "brackets in brackets": "(a:" * 100_000,
    "hooks in hooks": "(if: $a)[" * 50_000 + "]" * 50_000,
    "open comments": "/*" * 200_000,
    "names and colons": "a: " * 100_000,
    "blank lines": "\n \n" * 100_000,
    "many links": "".join(f"[[a{n}]]\n" for n in range(20_000)),
    "braces": "{a " * 100_000,
    "entities": "&#0;&#xD800;&#8232;&#133;" * 10_000,
    "modifiers": "[if a]\n" * 50_000,
    "tags": "<b " * 100_000,
    "quotes": '<<link "' * 50_000,
}


@pytest.mark.parametrize("kind", ["SugarCube", "Harlowe", "Chapbook"])
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_passages_become_a_scenario_that_loads(what: str, kind: str) -> None:
    assert from_twee(f":: Start\n{HOSTILE[what]}", kind).text.startswith("# yaml")
