"""Playing on from any turn in the terminal, and two paths compared there."""

from __future__ import annotations

from pathlib import Path

from game.play.events import Mode
from game.play.family import family
from game.play.journal import read_journal
from game.play.session import Session
from game.terminal.again import HELP
from game.terminal.player import Scripted, Typing, play
from game.terminal.wrapping import USUAL
from game.testing import a_session
from tests.support.terminal import numbers, reads

COMPARED = "COMPARED WITH THE FIRST PATH"


def _typed(session: Session, *lines: str) -> list[str]:
    rows: list[str] = []

    def write(text: str) -> None:
        rows.extend(text.split("\n"))

    play(session, Typing(reads(*lines), write), write)
    return rows


def _chosen(folder: Path) -> list[list[str]]:
    first = next(path for path in folder.glob("*.jsonl") if read_journal(path).begun.branched_from is None)
    return [[choice.option for choice in read_journal(path).choices] for path in family(first)]


WEAK = (*numbers("laugh-it-off", "change-subject"), "")
OWN_IT = numbers("laugh-it-off", "own-it")[1]


def test_after_the_debrief_a_turn_can_be_chosen_anew(tmp_path: Path) -> None:
    rows = _typed(a_session(tmp_path), *WEAK, "2", OWN_IT, "")
    assert "Back to turn 2. Earlier lines are kept; h shows them." in rows
    back = rows[rows.index("Back to turn 2. Earlier lines are kept; h shows them.") :]
    assert "Dana Reyes (hurt): I did mean it, you know." in back
    assert COMPARED in back
    assert "  The first path: Anyway, how is the dog?" in back
    assert "  This path: I laughed because I felt awkward. I am sorry." in back
    assert _chosen(tmp_path) == [["laugh-it-off", "change-subject"], ["laugh-it-off", "own-it"]]


def test_the_first_turn_can_be_chosen_anew(tmp_path: Path) -> None:
    _typed(a_session(tmp_path), *WEAK, "1", *numbers("name-it", "say-how"), "")
    assert _chosen(tmp_path) == [["laugh-it-off", "change-subject"], ["name-it", "say-how"]]


def test_a_first_play_has_nothing_beside_it(tmp_path: Path) -> None:
    assert COMPARED not in _typed(a_session(tmp_path), *WEAK, "")


def test_just_enter_and_the_end_of_input_end_it(tmp_path: Path) -> None:
    for folder, rest in (("a", ("",)), ("b", ()), ("c", ("q",))):
        _typed(a_session(tmp_path / folder), *WEAK, *rest)
        assert len(list((tmp_path / folder).iterdir())) == 1


def test_what_is_no_turn_is_answered_with_what_can_be_typed(tmp_path: Path) -> None:
    rows = _typed(a_session(tmp_path), *WEAK, "9", "0", "p9", "hello", "²", "")
    assert " ".join(rows).count(HELP[:40]) == 5
    assert len(list(tmp_path.iterdir())) == 1


def test_of_several_paths_any_can_be_named_to_compare_with(tmp_path: Path) -> None:
    rows = _typed(a_session(tmp_path), *WEAK, "2", OWN_IT, "", "2", OWN_IT, "", "p2", "p1")
    assert "  p1: The first path" in rows
    assert "  p2: Path 2, from turn 2" in rows
    last = rows[rows.index("  p2: Path 2, from turn 2") :]
    assert last.count("COMPARED WITH PATH 2, FROM TURN 2") == 1
    assert last.count(COMPARED) == 1


def test_a_list_of_ids_and_a_play_that_is_kept_nowhere_are_not_asked(tmp_path: Path) -> None:
    rows: list[str] = []
    play(a_session(tmp_path), Scripted(["laugh-it-off", "own-it"]), rows.append)
    assert len(list(tmp_path.iterdir())) == 1
    assert not any("Play on from which turn" in row for row in rows)
    assert len(_typed(a_session(), *WEAK, "2")) > 0


def test_leaving_a_path_says_how_to_see_both(tmp_path: Path) -> None:
    rows = _typed(a_session(tmp_path), *WEAK, "1", "q")
    assert rows[-1].startswith("To see both paths, type: python main.py score ")


def test_assess_goes_back_to_the_answer_that_stood_there(tmp_path: Path) -> None:
    rows = _typed(a_session(tmp_path, mode=Mode.ASSESS), *WEAK, "2", OWN_IT, "")
    back = rows[rows.index("Back to turn 2. Earlier lines are kept; h shows them.") :]
    assert "Dana Reyes (guarded): Ha. Right." in back


def test_no_row_of_a_comparison_is_wider_than_a_terminal(tmp_path: Path) -> None:
    rows = _typed(a_session(tmp_path), *WEAK, "2", OWN_IT, "")
    assert max(map(len, rows[rows.index(COMPARED) :])) <= USUAL
