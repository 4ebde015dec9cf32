"""The few lists of moves that stand in code agree with the rubric; a move that joins it must be put in or left out."""

from __future__ import annotations

import ast
from pathlib import Path

import game
from game.author.code_book import BOUNDARIES
from game.author.smells.later import ANSWERING, ASKING
from game.author.validity.bots import PARROT
from game.testing import a_rubric

MOVES = set(a_rubric().moves)
GAME = Path(game.__file__).parent
# What neither asks the client something nor shows what became of an answer (`unused-answer`).
NEITHER = {
    "affirms_hire_fire", "asks_specific_consent", "assumes_consent", "bounces_decision", "brushes_off_awkwardness",
    "crosses_intimacy", "defends_self", "discloses_client", "exceeds_scope", "friend_leak", "hides_behind_policy",
    "inhabits_friend_role", "invites_correction", "lets_danger_stand", "makes_client_soothe", "menu_dump",
    "names_dual_role", "names_rupture", "owns_part", "pressures_to_stay", "redirects_to_setting", "returns_authority",
    "sets_frame", "skips_frame", "stays_on_client", "stays_quietly", "talks_over_client", "tells_what_was_said",
    "therapist_leak", "warm_limit", "works_against_signs", "alters_record",
}  # fmt: skip


def test_every_move_asks_answers_or_does_neither() -> None:
    assert ASKING | ANSWERING | NEITHER == MOVES
    assert len(ASKING) + len(ANSWERING) + len(NEITHER) == len(MOVES)


def test_the_parrot_prefers_and_avoids_moves_of_the_rubric_and_none_twice() -> None:
    named = [*PARROT.prefers, *PARROT.avoids]
    assert set(named) <= MOVES
    assert len(named) == len(set(named))


def test_the_parrot_prefers_what_asks_and_avoids_what_acts_on_the_answer() -> None:
    assert set(PARROT.prefers) >= ASKING
    assert set(PARROT.avoids) >= {"acts_on_report", "recommends_with_reason", "splits_the_work", "refers_for_safety"}
    assert not set(PARROT.avoids) & ASKING


def test_the_code_book_draws_the_edges_of_moves_of_the_rubric() -> None:
    assert set(BOUNDARIES) <= MOVES


def test_moves_are_named_nowhere_else_in_code() -> None:
    naming = {
        path.relative_to(GAME).as_posix()
        for path in GAME.rglob("*.py")
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.Constant) and part.value in MOVES
    }
    assert naming == {
        "author/code_book.py",
        "author/smells/later.py",
        "author/validity/bots.py",
        "studio/vocabulary.py",  # tests/studio/test_vocabulary.py holds its words to the rubric's moves
    }
