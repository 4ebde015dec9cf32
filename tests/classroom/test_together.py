"""One conversation that a class decides: read, voted on, followed, gone back in, and taken up after a kill."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.classroom.conversation import MOST_ON_SCREEN, in_pieces
from game.classroom.question import SaidLine
from game.classroom.screens import for_everyone, for_teacher, mine
from game.classroom.together import FOLDER, BigScreen, NotNow, Together
from game.classroom.votes_kept import Ballot
from game.debrief.class_pages import read_class
from game.debrief.read.classes import ClassReader
from game.debrief.read.plays import ScoringModels
from game.debrief.read.sources import FoundJournal, Trouble
from game.debrief.read.stream import furthest
from game.errors import GameError, UsageError
from game.play.journal import read_journal
from game.testing import an_exact
from game.testing.plays import a_session, made

ANA, BEN = "a" * 32, "b" * 32
MODELS = {"scenario": an_exact()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "class"


@pytest.fixture
def class_(folder: Path) -> Together:
    return Together(folder, MODELS)


def act(together: Together, what: str, **more: Any) -> None:
    together.act({"act": what, "step": together.step, **more})


def at_the_first_options(together: Together) -> Together:
    act(together, "begin", scenario="scenario")
    on_to(together, BigScreen.OPTIONS)
    return together


def on_to(together: Together, screen: BigScreen) -> None:
    """Reads on until the projector shows this."""
    while together.screen is not screen:
        act(together, "next")


def voted(together: Together, **tokens: str | None) -> None:
    act(together, "open")
    vote = together.open_vote
    assert vote is not None
    together.votes.cast([Ballot(token * 32, vote.n, option) for token, option in tokens.items()])
    act(together, "close")


def journals(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*.jsonl"))


def test_it_begins_with_what_it_is_about_and_what_to_know_before(class_: Together) -> None:
    assert for_everyone(class_) == {"screen": "join"}
    act(class_, "begin", scenario="scenario")
    shown = for_everyone(class_)
    assert (shown["screen"], shown["title"], shown["notes"]) == ("notes", "Saturday Friend", [])
    act(class_, "next")
    assert for_everyone(class_)["lines"] == [
        ["", "Dana has been your friend for nine years."],
        ["", "Saturday, 9:14. Your phone buzzes on the counter."],
        ["Dana Reyes", "Would it be weird if I booked with you?"],
    ]  # and not what she thinks


def test_the_class_follows_the_majority_to_an_ending_and_its_journal_is_a_journal_like_any_other(
    class_: Together, folder: Path
) -> None:
    at_the_first_options(class_)
    voted(class_, a="name-it", b="name-it", c="laugh-it-off")
    assert for_everyone(class_)["split"]["leading"] == [
        next(o["letter"] for o in for_everyone(class_)["options"] if o["id"] == "name-it")
    ]
    act(class_, "follow", option="name-it")
    assert for_everyone(class_)["lines"][0] == [
        "You",
        "“Not weird, a bit unusual. Can I say how I keep the two things apart?”",
    ]
    on_to(class_, BigScreen.OPTIONS)
    act(class_, "follow", option="say-how")  # without a vote
    on_to(class_, BigScreen.ENDING)
    assert for_everyone(class_)["title"] == "Clear and close"
    (path,) = journals(folder)
    journal = read_journal(path)
    assert [choice.option for choice in journal.choices] == ["name-it", "say-how"]
    assert journal.finished is not None
    assert journal.finished.ending == "clear"
    assert journal.begun.together
    assert journal.begun.player is None


def test_nothing_of_a_vote_is_shown_to_anybody_before_it_is_closed(class_: Together) -> None:
    at_the_first_options(class_)
    act(class_, "open")
    class_.votes.cast([Ballot(ANA, 0, "name-it")])
    class_.votes.give_reason(ANA, 0, "A reason.")
    for shown in (for_everyone(class_), for_teacher(class_)):
        assert "split" not in shown
        assert "before" not in shown
        assert "reasons" not in shown
    assert for_teacher(class_)["voted"] == 1
    assert ANA not in repr(for_teacher(class_))  # who, never
    assert mine(class_, ANA) == {"n": 0, "cast": True, "option": "name-it", "reason": "A reason."}
    assert mine(class_, BEN) == {"n": 0, "cast": False, "option": None, "reason": ""}
    act(class_, "close")
    assert for_everyone(class_)["split"]["leading"]
    assert for_everyone(class_)["reasons"] == []


def test_while_a_vote_is_open_the_teacher_can_do_nothing_else(class_: Together) -> None:
    at_the_first_options(class_)
    act(class_, "open")
    for what, more in (
        ("follow", {"option": "name-it"}),
        ("next", {}),
        ("open", {}),
        ("begin", {"scenario": "scenario"}),
        ("show", {"screen": "split"}),
    ):
        with pytest.raises(NotNow, match="Close the vote first"):
            act(class_, what, **more)


def test_a_click_on_what_is_gone_does_nothing(class_: Together) -> None:
    at_the_first_options(class_)
    stale = class_.step
    act(class_, "follow", option="name-it")
    class_.act({"act": "follow", "step": stale, "option": "name-it"})
    class_.act({"act": "open", "step": stale})
    class_.act({"act": "no-such", "step": class_.step})
    assert class_.screen is BigScreen.LINES
    assert class_.conversation is not None
    assert class_.conversation.session.chosen == ("name-it",)


@pytest.mark.parametrize("option", ["own-it", "no-such", None])
def test_an_option_that_is_not_offered_cannot_be_followed(class_: Together, option: str | None) -> None:
    at_the_first_options(class_)
    with pytest.raises(GameError):
        act(class_, "follow", option=option)
    assert class_.conversation is not None
    assert class_.conversation.session.chosen == ()


def test_the_class_goes_back_and_tries_the_other_way_in_a_play_of_its_own(class_: Together, folder: Path) -> None:
    at_the_first_options(class_)
    voted(class_, a="name-it")
    act(class_, "follow", option="name-it")
    act(class_, "back", turn=1)
    assert class_.screen is BigScreen.OPTIONS
    assert class_.vote is None
    act(class_, "follow", option="laugh-it-off")
    first, second = (read_journal(path) for path in sorted(journals(folder), key=lambda p: p.stat().st_mtime_ns))
    ways = {tuple(choice.option for choice in journal.choices) for journal in (first, second)}
    assert ways == {("name-it",), ("laugh-it-off",)}
    assert {bool(journal.begun.branched_from) for journal in (first, second)} == {True, False}
    assert first.begun.together
    assert second.begun.together


def test_raised_hands_make_a_vote_without_a_phone(class_: Together) -> None:
    at_the_first_options(class_)
    act(class_, "open")
    act(class_, "hands", counts={"name-it": 3, "laugh-it-off": 9, "no-such": 4, "x": "y"})
    act(class_, "close")
    assert for_everyone(class_)["split"]["counts"] == {"name-it": 3, "laugh-it-off": 9}


def test_reasons_are_shown_only_when_they_are_let_through(class_: Together) -> None:
    at_the_first_options(class_)
    act(class_, "open")
    class_.votes.give_reason(ANA, 0, "<script>alert(1)</script>")
    class_.votes.give_reason(BEN, 0, "Held back.")
    act(class_, "close")
    act(class_, "let", number=0, through=True)
    act(class_, "show", screen="reasons")
    assert for_everyone(class_)["reasons"] == ["<script>alert(1)</script>"]  # text, which the pages put in as text
    assert [one["through"] for one in for_teacher(class_)["held"]] == [True, False]


def test_a_second_vote_shows_the_first_beside_it(class_: Together) -> None:
    at_the_first_options(class_)
    voted(class_, a="name-it", b="name-it", c="laugh-it-off", d="name-it", e="name-it")
    voted(class_, a="laugh-it-off", b="name-it", c="laugh-it-off", d="name-it", e="laugh-it-off")
    shown = for_everyone(class_)
    assert shown["split"]["counts"] == {"name-it": 2, "laugh-it-off": 3}
    assert shown["before"] == {"name-it": "4", "laugh-it-off": "1"}


def started_again(folder: Path, together: Together) -> Together:
    assert together.conversation is not None
    together.conversation.session.recorder.close()  # as the system does for a process that was killed
    return Together(folder, MODELS)


def test_a_server_that_was_killed_goes_on_in_the_open_vote(class_: Together, folder: Path) -> None:
    at_the_first_options(class_)
    act(class_, "follow", option="name-it")
    on_to(class_, BigScreen.OPTIONS)
    act(class_, "open")
    class_.votes.cast([Ballot(ANA, 0, "say-how")])
    class_.votes.give_reason(ANA, 0, "It is time.")
    again = started_again(folder, class_)
    assert again.open_vote is not None
    assert for_everyone(again) == for_everyone(class_)
    assert mine(again, ANA) == {"n": 0, "cast": True, "option": "say-how", "reason": "It is time."}
    act(again, "close")
    act(again, "follow", option="say-how")
    assert again.conversation is not None
    assert again.conversation.ending is not None


def test_a_server_that_was_killed_shows_the_piece_that_the_class_was_reading(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.classroom.conversation.MOST_ON_SCREEN", 1)  # each line is a piece
    class_ = Together(folder, MODELS)
    act(class_, "begin", scenario="scenario")
    for piece in (1, 2, 3):
        act(class_, "next")
        shown = for_everyone(class_)
        assert shown["page"] == piece
        class_ = started_again(folder, class_)
        assert for_everyone(class_) == shown
    act(class_, "read")
    class_ = started_again(folder, class_)
    assert for_everyone(class_)["page"] == 1
    on_to(class_, BigScreen.OPTIONS)
    act(class_, "follow", option="name-it")
    shown = for_everyone(class_)
    assert for_everyone(started_again(folder, class_)) == shown


def test_a_server_that_was_killed_after_the_end_shows_the_end(class_: Together, folder: Path) -> None:
    at_the_first_options(class_)
    for option in ("name-it", "say-how"):
        act(class_, "follow", option=option)
    on_to(class_, BigScreen.ENDING)
    assert for_everyone(started_again(folder, class_)) == for_everyone(class_)


def test_a_play_that_is_gone_is_told_and_another_can_begin(class_: Together, folder: Path) -> None:
    at_the_first_options(class_)
    (path,) = journals(folder)
    path.unlink()
    again = started_again(folder, class_)
    assert path.name in again.trouble
    at_the_first_options(again)
    assert again.trouble == ""


def test_what_a_class_decided_together_counts_as_no_person_and_says_so(class_: Together, folder: Path) -> None:
    at_the_first_options(class_)
    act(class_, "follow", option="name-it")
    (path,) = journals(folder)
    items = [FoundJournal("together", path.read_bytes())]
    reader = ClassReader(ScoringModels(lambda _: an_exact()))
    found = reader.read(items)
    assert not found.marks
    assert not found.sums.groups
    assert [trouble.why for trouble in found.troubles] == [
        "A class decided this play together, so it counts as no person."
    ]
    told: list[Trouble] = []
    assert furthest(items, reader, told.append) == {}
    assert len(told) == 1


def test_a_class_that_played_only_together_has_no_page(class_: Together, folder: Path) -> None:
    at_the_first_options(class_)
    with pytest.raises(UsageError):
        read_class((folder,), lambda _: None)
    with pytest.raises(GameError):
        class_.find_forks()


def test_lines_come_in_pieces_that_a_projector_can_show() -> None:
    lines = [SaidLine("Dana", "x" * 150)] * 5 + [SaidLine("", "y" * 900)]
    pieces = in_pieces(lines)
    assert [len(piece) for piece in pieces] == [2, 2, 1, 1]
    assert all(sum(len(line.text) for line in piece) <= MOST_ON_SCREEN for piece in pieces[:-1])


def test_a_session_is_no_class_unless_it_says_so(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "name-it")
    assert session.begun.together is None
    (path,) = tmp_path.glob("*.jsonl")
    assert b"together" not in path.read_bytes()
