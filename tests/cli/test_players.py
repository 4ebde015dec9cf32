"""`--player NAME`: in the terminal too each player goes on with what is theirs."""

from __future__ import annotations

from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.play.players import folder_of
from tests.support.shell import Shell


def test_a_player_s_saves_are_their_own(shell: Shell) -> None:
    assert "is kept" in shell.play("--player", "Ana", typed="s Mine\nq\n").out
    assert "Nothing is saved yet" in shell("saves").out
    assert "Nothing is saved yet" in shell("saves", "--player", "Ben").out
    assert "Mine. Saturday Friend" in shell("saves", "--player", " Ana ").out
    (save,) = (folder_of(shell.home, "Ana") / "saves").glob("*.json")
    assert shell("saves", "--player", "Ana", "--remove", save.stem).code == 0
    told = shell("saves", "--player", "Ana", "--remove", save.stem)
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert '--player "Ana"' in told.err


def test_continue_without_a_journal_goes_on_with_what_the_player_left_last(shell: Shell) -> None:
    for name, typed in (("Ana", "1\nq\n"), ("Ben", "q\n"), ("", "q\n")):
        shell.play("--player", name, typed=typed)
    on = shell("continue", "--player", "Ana", typed="1\n\n")
    assert "Choices so far: 1." in on.out
    assert "SCORECARD" in on.out
    assert "Choices so far: 0." in shell("continue", typed="q\n").out
    finished = [play.player for play in list_plays(shell.home / "logs") if play.finished]
    assert finished == ["Ana"]
    told = shell("continue", "--player", "Ana")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "There is no play of Ana to go on with." in told.err


def test_the_way_on_follows_what_the_player_has_tried(shell: Shell) -> None:
    shell("play", "monday-client", "--text", "--seed", "7", "--player", "Ana", typed="1\n1\n\n")
    for name, offered in (("Ana", False), ("Ben", True), ("", True)):
        told = shell.play("--player", name, typed="1\n1\n\n")
        assert ("play monday-client --text" in told.out) is offered


def test_the_glossary_of_a_player_opens_after_a_play_of_theirs(shell: Shell) -> None:
    shell.play("--player", "Ana", typed="1\n1\n\n")
    assert "It opens once" not in shell("glossary", "--player", "Ana").out
    assert "It opens once" in shell("glossary", "--player", "Ben").out
    assert "It opens once" not in shell("glossary").out


def test_a_name_is_kept_in_one_way_of_writing_it(shell: Shell) -> None:
    told = shell.play("--player", " Jose\u0301  M ", typed="q\n")
    assert read_journal(told.journal).begun.player == "José M"


def test_a_class_code_is_kept_in_one_way_of_writing_it(shell: Shell) -> None:
    told = shell.play("--class-code", " 3b\u0301  M ", typed="q\n")
    assert read_journal(told.journal).begun.class_code == "3b\u0301 M"
