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


GUARDED = "- dana (guarded): Ha. Right."
DOG = "        say: Anyway, how is the dog?"

VAGUE = SMALL[SMALL.index("  vague:\n") : SMALL.index("discussion:")]

SLIPS = [
    # text that YAML reads as something else
    ("a colon in narration", "- Saturday, 9:14. Your", "- On the phone it says: your", "20:9", "double quotes"),
    ("a colon in speech", "(bright): Would", "(bright): One thing: would", "21:24", "double quotes"),
    ("an open quote", 'is a fair question. Shall we talk about how it would work?"', "is fair.", "41:30", 'is fair."'),
    ("an open quote far above the trouble", 'it would work?"', "it would work?", "41:80", 'it would work?"'),
    ("an apostrophe first", "say: Anyway, how is the dog?", "say: 'Tis nothing, how's the dog?", "65:14", "\"'Tis"),
    ("brackets around a direction", "Ha. Right.", "[silence] Right.", "39:29", '"[silence] Right."'),
    ("stars around a direction", GUARDED, "- *She sighs.*", "39:13", '"*She sighs.*"'),
    ("an exclamation mark first", "Ha. Right.", "!Ha", "39:29", "double quotes"),
    ("an ampersand first", "Ha. Right.", "&Ha", "39:29", "double quotes"),
    ("a greater-than first", "Ha. Right.", "> Ha", "39:29", '"> Ha"'),
    ("a percent sign first", "Ha. Right.", "%Ha", "39:29", '"%Ha"'),
    ("a hash first", "Ha. Right.", "#Ha", "39:29", "double quotes"),
    ("a hash within", "how is the dog?", "is she my #1 dog?", "65:32", "double quotes"),
    # dashes and spaces
    ("a dash without its space", GUARDED, "-dana (guarded): Ha.", "39:11", "space after it"),
    ("a colon without its space", "place: phone", "place:phone", "17:11", "place: phone"),
    ("a speaker's colon without its space", "(guarded): Ha", "(guarded):Ha", "39:13", "needs a space"),
    ("a lost dash, text aligned", "      - dana (bright): W", "        dana (bright): W", "21:7", "- dana (bright)"),
    ("a lost dash, line pulled left", "      - dana (bright): W", "      dana (bright): W", "21:7", "- dana (bright)"),
    ("a lost dash before narration", "      - Saturday", "      Saturday", "20:7", "- Saturday"),
    ("a lost dash before an option", "      - id: laugh", "        id: laugh", "33:9", "- id: …"),
    ("a lost dash before an option pulled left", "      - id: laugh", "      id: laugh", "33:7", "- id: laugh"),
    ("a lost dash before the first option", "      - id: name-it", "        id: name-it", "24:7", "- id: name-it"),
    ("two speakers in one item", "      - dana (thinks)", "        dana (thinks)", "22:9", "dash is missing"),
    ("a line too far right", "        opens: b", "         opens: b", "37:9", "after 8 spaces: opens"),
    ("a line too far left", "        opens: b", "       opens: b", "37:8", "after 8 spaces: opens"),
    ("a line under the dash", "        opens: b", "      opens: b", "37:7", "after 8 spaces: opens"),
    ("a line under the reply", "        feedback: The", "          feedback: The", "40:9", "after 8 spaces: feedback"),
    ("a node too far left", "  the-answer:", "the-answer:", "43:1", "after 2 spaces: the-answer"),
    ("a node slightly too far right", "  the-answer:", "   the-answer:", "43:3", "after 2 spaces: the-answer"),
    ("a node as far right as its parts", "  the-answer:", "    the-answer:", "44:5", "indented too far"),
    ("the first key of a node too far left", "    place: phone", "   place: phone", "17:4", "after 4 spaces: place"),
    ("an item too far right", "      - dana (bright)", "       - dana (bright)", "21:7", "after 6 spaces"),
    ("an item of several lines too far right", "      - id: name-it", "       - id: name-it", "24:7", "after 6 spaces"),
    ("an item of several lines too far left", "      - id: laugh", "     - id: laugh", "33:6", "after 6 spaces"),
    ("an item too far left", "      - dana (bright)", "     - dana (bright)", "21:6", "after 6 spaces"),
    ("a tab", "        opens: b", "\topens: b", "37:1", "opens: brushed-off"),
    (
        "text that goes on under its key",
        DOG,
        "        say: Anyway,\n        how is the dog?",
        "66:9",
        "after 10 spaces",
    ),
    ("a key without its colon", "    options:\n      - id: name", "    options\n      - id: name", "23:12", "options:"),
    ("an open bracket", "[brushes_off_awkwardness]", "[brushes_off_awkwardness", "35:40", "awkwardness]"),
    ("an open brace", "{ease: -2, trust: -1}", "{ease: -2, trust: -1", "36:37", "-1}"),
    ("no space inside braces", "{ease: -2,", "{ease:-2,", "36:18", "ease: -2"),
    ("a comma inside braces", "You laughed her", "You laughed, and her", "13:54", "whole text in double quotes"),
    ("a colon inside braces", "what: You laughed", "what: So: you laughed", "13:41", '"So: you laughed'),
    ("a comparison without quotes", '">= 2"', ">= 2", "60:23", '">= 2"'),
    ("a comparison without its colon", 'ease: ">= 2"', "ease >= 2", "60:17", "has, not, trust"),
    # names
    ("a key misspelt that had to be there", "goto: vague", "gotoo: vague", "67:9", "`goto`"),
    ("another word for a key", "goto: vague", "next: vague", "67:9", "`goto` is missing here"),
    ("sets misspelt where a fact is asked for", "opens: brushed-off", "open: brushed-off", "37:9", "`opens`"),
    ("options misspelt", "    options:\n      - id: own", "    option:\n      - id: own", "50:5", "`options`"),
    ("nodes misspelt", "nodes:", "node:", "15:1", "`nodes`"),
    ("cast misspelt", "cast:", "casts:", "8:1", "`cast`"),
    ("a node's name in capitals", "  the-text:\n", "  The Text:\n", "16:3", "`the-text`"),
    ("a rupture's name in capitals", "  brushed-off: {", "  Brushed Off: {", "13:3", "`brushed-off`"),
    ("a speaker in capitals", "- dana (bright)", "- Dana (bright)", "21:9", "`dana`"),
    ("a rupture misspelt where it opens", "opens: brushed-off", "opens: brushedoff", "37:16", "`brushed-off`"),
    ("a node that is only text", VAGUE, "  vague: She leaves.\n", "72:10", "mapping"),
    ("a key where it does not belong", "question: Can", "locked: Can", "5:1", "`locked` belongs to `options`"),
    ("an option without a way on", "        goto: vague\n", "", "64:9", "`goto: …`"),
]


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
