"""Coders get enough of each move to code, and what they wrote is read back (`python -m benchmarks.coders`)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.coders import (
    TRIAL,
    Coded,
    every_option,
    mixed,
    partings,
    read,
    sheet,
    table,
    trial_lines,
    usable,
)
from benchmarks.usage import given
from game.app.library import Library
from game.testing import a_rubric

ENOUGH_TO_CODE = 20  # a coder may miss some of them, and 15 that a coder sees are needed
MOVES = frozenset(a_rubric().moves)


def a_line(code: str, *moves: str, scenario: str = TRIAL) -> Coded:
    """A line to code under a short code."""
    return Coded(code, scenario, code, "social", ("Ada: Hello.",), f"Words of {code}.", frozenset(moves))


def test_the_library_and_the_trial_lines_together_show_enough_of_every_move() -> None:
    everything = [*every_option(Library()), *trial_lines(MOVES)]
    shown = {move: sum(move in one.moves for one in everything) for move in MOVES}
    assert {move: count for move, count in shown.items() if count < ENOUGH_TO_CODE} == {}


def test_a_trial_line_is_like_an_option_and_no_option_of_the_library() -> None:
    options = every_option(Library())
    words = {one.words for one in options}
    lines = trial_lines(MOVES)
    assert len({one.words for one in lines} - words) == len(lines)
    assert len({one.code for one in [*options, *lines]}) == len(options) + len(lines)
    assert all(1 <= len(one.before) <= 3 and one.frame in ("social", "therapeutic", "workplace") for one in lines)
    assert max(len(one.words.split()) for one in lines) <= 24


def test_the_sheet_mixes_the_lines_among_the_options_and_tells_no_move() -> None:
    options = [a_line(f"o{n}", "sets_frame", scenario="a") for n in range(9)]
    lines = [a_line(f"t{n}", "sets_frame") for n in range(9)]
    picked = mixed(options, lines, frozenset())
    assert {one.code for one in picked} == {one.code for one in [*options, *lines]}
    assert picked != sorted(picked, key=lambda one: one.code)
    assert "## t3 (social)\n    Ada: Hello.\nWords of t3.\n" in sheet(picked)
    assert "sets_frame" not in sheet(picked)


def test_the_table_tells_codings_of_the_library_from_those_of_trial_lines() -> None:
    pytest.importorskip("krippendorff")
    lines = [a_line("a", "sets_frame", scenario="s"), a_line("b", "sets_frame"), a_line("c", "sets_frame"), a_line("d")]
    one = {name: frozenset({"sets_frame"}) for name in "abc"} | {"d": frozenset[str]()}
    told = table(lines, one, one, ["sets_frame"], frozenset())
    assert told.startswith("4 coded by both, 3 of them trial lines.")
    assert "| `sets_frame` | 1 | 2 | 1.00 (1.00 to 1.00) | not enough | 1.00 | 1.00 |" in told


def test_a_line_with_a_move_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "trial.tsv"
    path.write_text("social\tAda: Hello.\tWords.\tsets_fram\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"trial\.tsv:1: no move is called sets_fram"):
        trial_lines(MOVES, path)
    path.write_text("social\tWords.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"trial\.tsv:1: four columns"):
        trial_lines(MOVES, path)


def test_codings_are_read_back_and_held_against_the_tags(tmp_path: Path) -> None:
    path = tmp_path / "coder.tsv"
    path.write_text("a\tsets_frame, owns_part\n\nb\tnone\n", encoding="utf-8")
    coding = read(path, MOVES)
    assert coding == {"a": {"sets_frame", "owns_part"}, "b": frozenset()}
    found = partings([a_line("a", "sets_frame"), a_line("b", "warm_limit")], coding, coding)
    assert [(one.coded.code, one.change, one.move) for one in found] == [
        ("a", "add", "owns_part"), ("b", "drop", "warm_limit"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"), [(["--help"], 0), ([], 2), (["agree", "one.tsv"], 2), (["agre", "one.tsv", "two.tsv"], 2)]
)
def test_too_few_words_and_a_call_for_help_are_told_how_it_is_used(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["coders", *words])
    with pytest.raises(SystemExit) as ended:
        given("how it is used", usable)
    assert ended.value.code == code
    told = capsys.readouterr()
    assert "how it is used" in (told.err if code else told.out)


def test_words_that_can_be_used_are_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["coders", "against", "one.tsv", "two.tsv", "sixteen"])
    assert given("how", usable) == ["against", "one.tsv", "two.tsv", "sixteen"]
