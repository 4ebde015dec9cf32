"""`glossary` and `credits`: plain lines, and the glossary only after a play that came to its end."""

from __future__ import annotations

from game import locations
from game.rubric.load import load_file, usable
from tests.support.shell import Shell


def test_the_glossary_is_closed_before_a_first_play_and_says_why(shell: Shell) -> None:
    told = shell("glossary")
    assert told.code == 0
    assert "once you have played a conversation to its end" in told.out
    shell.play(typed="1\nq\n")
    assert shell("glossary").out == told.out


def test_after_a_play_it_tells_every_move_with_lines_from_that_play_alone(shell: Shell) -> None:
    shell.play("--choices", "name-it,say-how")
    told = shell("glossary").out
    assert all(move.did in told for move in usable(load_file(locations.RUBRIC)).moves.values())
    assert "You, in Saturday Friend: “Not weird" in told
    assert "Monday Client" not in told


def test_the_credits_name_the_typefaces_and_every_package_with_its_licence(shell: Shell) -> None:
    told = shell("credits").out
    for name in ("Atkinson Hyperlegible", "Lexend", "SIL Open Font License", "pygame-ce", "LGPL", "transitions"):
        assert name in told
