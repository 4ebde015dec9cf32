"""`check` and `why` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from game.cli.main import commands
from game.diagnostics import CODES
from game.errors import UsageError
from game.locations import PAGES
from game.testing import SMALL

BASE = (PAGES / "base.yaml").read_text("utf-8")
SHORT = BASE.replace("  - What did Dana hope for?\n", "")
ALLOWED = SHORT.replace("discussion:", "discussion:  # allow missing-questions: a short evening")


def typed(*words: object) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine.yaml"


def test_a_warning_that_is_allowed_is_counted_and_no_problem(mine: Path) -> None:
    mine.write_text(ALLOWED, encoding="utf-8")
    told = typed("check", mine)
    assert (told.exit_code, told.output) == (0, "No problems in 1 file. 1 allowed by their author.\n")


def test_all_shows_what_is_allowed_with_its_reason(mine: Path) -> None:
    mine.write_text(ALLOWED, encoding="utf-8")
    told = typed("check", mine, "--all")
    assert told.exit_code == 0
    assert "[missing-questions]" in told.output
    assert "\n  allowed: a short evening\n" in told.output


def test_the_last_line_says_how_to_read_more(mine: Path) -> None:
    mine.write_text(SHORT, encoding="utf-8")
    assert typed("check", mine).output.endswith("Read more about a problem: python main.py why missing-questions\n")


def test_machines_are_told_no_more_than_before(mine: Path) -> None:
    mine.write_text(ALLOWED, encoding="utf-8")
    assert json.loads(typed("check", mine, "--format", "json").output) == {"files": [str(mine)], "problems": []}


def test_fix_shows_writes_and_checks_again(mine: Path) -> None:
    mine.write_text(BASE.replace("- to: vague", "- to: vauge"), encoding="utf-8")
    told = typed("check", mine, "--fix")
    assert told.exit_code == 0
    assert "  -       - to: vauge\n  +       - to: vague\n" in told.output
    assert "kept as mine.yaml.bak" in told.output
    assert told.output.endswith("No problems in 1 file.\n")
    assert mine.read_text(encoding="utf-8") == BASE


def test_a_dry_run_shows_and_writes_nothing(mine: Path) -> None:
    broken = BASE.replace("- to: vague", "- to: vauge")
    mine.write_text(broken, encoding="utf-8")
    told = typed("check", mine, "--fix", "--dry-run")
    assert told.exit_code == 1
    assert "  +       - to: vague\n" in told.output
    assert [p.read_text(encoding="utf-8") for p in mine.parent.iterdir()] == [broken]


def test_where_nothing_is_certain_fix_says_so(mine: Path) -> None:
    mine.write_text(SHORT, encoding="utf-8")
    assert typed("check", mine, "--fix").output.startswith("Nothing here can be mended for certain.\n")


@pytest.mark.parametrize("words", [["--dry-run"], ["--fix", "--format", "json"], ["--all", "--format", "json"]])
def test_options_that_do_not_go_together_are_refused(words: list[str], mine: Path) -> None:
    mine.write_text(BASE, encoding="utf-8")
    told = typed("check", mine, *words)
    assert type(told.exception).__name__ == "UsageError"


def test_why_prints_a_page_without_its_markup() -> None:
    told = typed("why", "unknown-target").output
    assert told.startswith("unknown-target\n\n`goto` names a node that is not there.\n")
    assert "    " + "      - to: vauge\n" in told
    assert "```" not in told


def test_why_without_a_code_lists_them_all() -> None:
    told = typed("why").output
    assert all(f"[{code}]({code}.md)" in told for code in CODES)


def test_why_proposes_the_code_that_was_meant() -> None:
    assert "Did you mean `syntax`?" in str(typed("why", "sintax").exception)


def test_a_folder_is_checked_scenario_by_scenario(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "b.yml").write_text("title: A\n", encoding="utf-8")
    (folder / "notes.txt").write_text("no scenario")
    told = typed("check", folder)
    assert "b.yml:1:1: error" in told.output
    assert "notes.txt" not in told.output
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UsageError, match="holds no scenario"):
        raise typed("check", empty).exception or AssertionError
