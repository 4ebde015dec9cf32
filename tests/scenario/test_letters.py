"""Letters of other programs: named, mended, and left alone in prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import locations
from game.author.check.fix import fix
from game.scenario.letters import odd_letters, without_odd_letters
from game.scenario.load import load_file, load_text
from game.testing import SMALL, a_rubric

NO_BREAK, NO_WIDTH = "\u00a0", "\u200b"


def mended(text: str) -> str:
    return "\n".join(without_odd_letters(text.split("\n"))[0])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("  • Dana smiles.", "  - Dana smiles."),
        ("  – dana: Hello.\n  – dana: You?", "  - dana: Hello.\n  - dana: You?"),
        ("  – id: a\n    say: A.\n  – id: b\n    say: B.", "  - id: a\n    say: A.\n  - id: b\n    say: B."),
        ("lines:\n  * dana: Hello.", "lines:\n  - dana: Hello."),
        (f"  -{NO_BREAK}Dana smiles.", "  - Dana smiles."),
        (f"{NO_BREAK} place: cafe", "  place: cafe"),
        (f"  place:{NO_BREAK}cafe", "  place: cafe"),
        (f"  - dana{NO_BREAK}(bright): Hello.", "  - dana (bright): Hello."),
        (f"  fra{NO_WIDTH}me: social", "  frame: social"),
        (f"  goto: cle{NO_WIDTH}ar", "  goto: clear"),
        (f"  moves: [sets_frame{NO_WIDTH}, owns_part]", "  moves: [sets_frame, owns_part]"),
        ("  say：Hello.", "  say: Hello."),
        ("  - dana (bright)：Hello.", "  - dana (bright): Hello."),
        (f"  •{NO_BREAK}dana：Hello.", "  - dana: Hello."),
        ("```yaml\nformat: 2\n```\n", "\nformat: 2\n\n"),
    ],
)
def test_a_letter_that_only_looks_right_is_mended_where_form_counts(written: str, meant: str) -> None:
    assert mended(written) == meant
    assert not list(odd_letters(meant.split("\n")))


@pytest.mark.parametrize(
    "prose",
    [
        f"  - Il dit{NO_BREAK}«{NO_BREAK}oui{NO_BREAK}».",
        f"  say: forty{NO_BREAK}minutes",
        f"briefing: |\n  Note :{NO_BREAK}one\n  • two\n  – three\n",
        f"  - say: >\n      • one\n      {NO_BREAK}two\n    goto: clear",
        "  - He waits – and says nothing.",
        "  say: – No.",
        "  say: 时间：三点",
        f"  - dana: می{chr(0x200C)}خواهم بپرسم.",
        "# • a comment",
    ],
)
def test_prose_keeps_its_letters(prose: str) -> None:
    assert mended(prose) == prose


@pytest.mark.parametrize("name", sorted(locations.scenario_files()))
def test_no_letter_of_the_library_is_odd(name: str) -> None:
    lines = locations.scenario_files()[name].read_text("utf-8").split("\n")
    assert not list(odd_letters(lines))


def test_a_letter_that_cannot_be_seen_is_named() -> None:
    (found,) = odd_letters([f"frame{NO_WIDTH}: social"])
    assert found.column == 5
    assert found.why == "An invisible letter stands here (U+200B, zero width space)."


def test_fix_takes_out_both_lines_of_a_chat_and_keeps_all_others() -> None:
    lines, changes = fix(["```yaml", *SMALL.strip().split("\n"), "```"], a_rubric())
    assert lines[: len(SMALL.strip().split("\n"))] == SMALL.strip().split("\n")
    assert [change.after for change in changes[:2]] == [None, None]


def test_fix_puts_dashes_in_place_of_bullets_and_leaves_no_problem_behind() -> None:
    bullets = SMALL.replace("      - dana", "      • dana", 1)
    assert bullets != SMALL
    lines, _ = fix(bullets.split("\n"), a_rubric())
    assert "\n".join(lines) == SMALL


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("moves: [names_dual_role]", "moves: names_dual_role, sets_frame", "[names_dual_role, sets_frame]"),
        ("client: {ease: +2}", "client: ease +2", "{ease: +2}"),
        ("client: {ease: +2}", "client: {dana: +2}", "Only the client has trust, ease and voice"),
        ("client: {ease: +2}", "client: {ease: about 2}", "Write digits only: 2"),
        ("- dana (bright)", "- Dana Reyes (bright)", "Write `dana`."),
        ("- dana (bright):", "- - dana (bright)", "Two dashes begin this line"),
        ("goto: clear", "goto: Вторник", "such as `vtornik`"),
        ("goto: clear", "goto: Größe", "such as `groesse`"),
        ("- dana (bright):", "- dana: (bright)", "Write it before the colon: dana (bright):"),
        ("- dana (bright):", "- ?", "Text that begins with ? goes in double quotes"),
        ("client: {ease: +2}", "client: {comfort: +2}", "`ease`, `trust`, `voice`"),
        ("kind: best", "kind: excellent", "`best`, `good`, `mixed`, `poor`"),
        ("kind: withdrawal", "kind: Withdrawal", "Did you mean `withdrawal`?"),
        ("goto: clear", "goto: the answer", "such as `the-answer`"),
        ("- id: name-it", "- id: name_it", "such as `name-it`"),
        ("place: phone", "place: Sports Hall", "such as `sports-hall`"),
        ("        opens: brushed-off", "        when: brushed-off", "{has: [brushed-off]}"),
        ("say: Anyway, how", "say: “Anyway: really.” How", 'say: "“Anyway: really.” How'),
        ("client: dana\n", "", "`client: …`"),
    ],
)
def test_a_slip_of_a_first_time_author_is_told_with_the_line_that_is_right(right: str, wrong: str, hint: str) -> None:
    assert right in SMALL
    told = [d for d in load_text(SMALL.replace(right, wrong, 1), a_rubric().moves).diagnostics if d.is_error]
    assert any(hint in d.hint for d in told), told


@pytest.mark.parametrize("begins", ["- ... ", "- 50% off. ", "- you: "])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_only_looks_like_a_slip_is_read_as_it_stands(begins: str, ends: str, mark: str, tmp_path: Path) -> None:
    text = SMALL.replace("- dana (bright): ", begins, 1).replace("\n", ends)
    (tmp_path / "small.yaml").write_bytes((mark + text).encode())
    assert load_file(tmp_path / "small.yaml", a_rubric().moves).diagnostics == ()


def test_who_is_called_by_the_full_name_gets_the_short_one() -> None:
    lines, _ = fix(SMALL.replace("- dana (bright)", "- Dana Reyes (bright)", 1).split("\n"), a_rubric())
    assert "\n".join(lines) == SMALL


def test_data_that_was_replaced_by_a_stand_in_is_not_looked_into_again() -> None:
    above_a_list = "format: 1\nnodes:\n  a:\n    goto: b\n      - {when: 1, to: 2}\n      - {when: 3}\n    lines: [1]\n"
    assert load_text(above_a_list, a_rubric().moves).scenario is None
