"""What authors really get wrong: each slip gives one message, at its place, that says how to mend it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.author.check.problems import check_loaded
from game.diagnostics import Diagnostic
from game.testing import SMALL, a_rubric, loaded
from tests.support.patience import PATIENCE
from tests.support.stories import DOG, SLIPS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

TWENTY = {
    (8, 10): "wrong-number",  # a word for a number
    (13, 23): "wrong-number",  # out of range
    (23, 9): "wrong-value",  # an expression, nearly
    (24, 9): "unknown-speaker",  # a speaker, nearly
    (28, 14): "syntax",  # a colon in unquoted text
    (29, 17): "unknown-move",  # a move, nearly
    (32, 32): "syntax",  # * begins the text
    (36, 14): "syntax",  # text after the closing quote
    (40, 1): "syntax",  # a tab
    (41, 15): "unknown-target",
    (46, 9): "syntax",  # [ begins the text
    (47, 22): "unknown-fact",  # a fact that nobody sets
    (51, 13): "duplicate-id",
    (56, 9): "unknown-key",
    (58, 24): "bad-condition",
    (63, 9): "say-or-do",  # both
    (66, 9): "duplicate-key",
    (70, 12): "wrong-value",  # a frame, nearly
    (75, 5): "missing-key",
    (77, 5): "syntax",  # an alias
}


def check_by_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "check", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)


def test_twenty_mistakes_give_twenty_messages_each_at_its_place():
    done = check_by_command("tests/scenario/twenty-mistakes.yaml", "--format", "json")
    problems = json.loads(done.stdout)["problems"]
    assert {(p["line"], p["column"]): p["code"] for p in problems} == TWENTY
    assert len(problems) == 20
    assert all(len(p["hint"]) > 10 for p in problems)
    assert (done.returncode, done.stderr) == (1, "")


def test_twenty_mistakes_are_told_to_a_person_with_caret_and_hint():
    done = check_by_command("tests/scenario/twenty-mistakes.yaml")
    assert done.stdout.count("  hint: ") == done.stdout.count(" | ") // 2 == 20
    assert "\n20 problems in 1 of 1 file(s).\nRead more" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def found_after(before: str, after: str) -> list[Diagnostic]:
    assert before in SMALL
    own = {d.message for d in check_loaded(loaded(SMALL), a_rubric())}
    return [d for d in check_loaded(loaded(SMALL.replace(before, after, 1)), a_rubric()) if d.message not in own]


@pytest.mark.parametrize(("before", "after", "place", "help_"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_one_slip_gives_one_message_that_helps(before: str, after: str, place: str, help_: str):
    found = found_after(before, after)
    assert [f"{d.place.line}:{d.place.column}" for d in found] == [place]
    assert help_ in found[0].message + found[0].hint


def test_a_cast_that_is_lost_is_told_once():
    text = SMALL.replace("cast:\n", "cast: Dana\n").replace("  dana: {name", "# dana: {name")
    assert [d.code for d in check_loaded(loaded(text), a_rubric())] == ["wrong-kind"]


def test_a_bad_name_is_told_once_and_not_again_where_it_is_used():
    text = SMALL.replace("the-answer", "The Answer")
    assert [d.place.line for d in check_loaded(loaded(text), a_rubric())] == [43]


def test_several_slips_in_one_option_are_all_told():
    text = SMALL.replace("names_dual_role", "name_dual_role").replace("{ease: +2}", "{ease: +9}")
    text = text.replace("- dana (relieved): Oh good", "- dna (relieved): Oh good: well")
    assert [d.place.line for d in check_loaded(loaded(text), a_rubric())] == [26, 27, 30, 30]


def test_what_cannot_be_mended_says_that_the_rest_was_not_read():
    found = found_after(DOG, "        say: Anyway,\n          the dog: is: it well?")
    assert [d.code for d in found] == ["syntax"]
    assert "What follows was not read." in found[0].hint


def test_dots_end_the_scenario_and_what_follows_is_told():
    assert [d.code for d in found_after("discussion:", "...\ndiscussion:")] == ["second-document"]


def test_the_structure_is_told_even_where_shapes_are_wrong():
    text = SMALL.replace("minutes: 3", "minutes: ten").replace("goto: vague", "goto: vauge")
    assert [d.code for d in check_loaded(loaded(text), a_rubric())] == ["wrong-number", "unknown-target"]
