"""Votes and reasons: on disk before they count, one a device, and none of them shown before its time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.classroom.question import Question, SaidLine, lettered
from game.classroom.vote import MOST_REASON, VoteStage
from game.classroom.votes_kept import MOST_CHANGES, Ballot, VotesKept

ANA, BEN, CAM = "a" * 32, "b" * 32, "c" * 32
OPTIONS = lettered(
    [("name-it", "“Both.”", "", ""), ("laugh", "“Silly.”", "", ""), ("later", "“Later.”", "Not now.", "")]
)
QUESTION = Question("play:1", "The text", (SaidLine("Dana", "Is it weird?"),), OPTIONS)
OTHER = Question("play:2", "The answer", (), OPTIONS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "class.votes"


@pytest.fixture
def votes(path: Path) -> VotesKept:
    kept = VotesKept(path)
    kept.open(QUESTION)
    return kept


def cast(votes: VotesKept, token: str, option: str | None, n: int = 0) -> str:
    (answer,) = votes.cast([Ballot(token, n, option)])
    return answer


def tally(votes: VotesKept) -> dict[str, str | None]:
    assert votes.now is not None
    return votes.now.cast


def test_a_vote_counts_once_it_is_on_disk_and_can_be_changed(votes: VotesKept, path: Path) -> None:
    assert cast(votes, ANA, "name-it") == "kept"
    assert tally(VotesKept(path)) == {ANA: "name-it"}
    assert cast(votes, ANA, "laugh") == "kept"
    assert tally(votes) == tally(VotesKept(path)) == {ANA: "laugh"}


def test_a_message_that_is_played_again_changes_nothing(votes: VotesKept, path: Path) -> None:
    cast(votes, ANA, "name-it")
    before = path.read_bytes()
    assert [cast(votes, ANA, "name-it") for _ in range(5)] == ["kept"] * 5
    assert path.read_bytes() == before


def test_an_old_vote_played_again_at_the_next_question_is_refused(votes: VotesKept) -> None:
    cast(votes, ANA, "name-it")
    votes.close()
    votes.open(OTHER)
    assert cast(votes, ANA, "name-it", n=0) == "closed"
    assert tally(votes) == {}


def test_a_vote_after_the_close_is_refused(votes: VotesKept, path: Path) -> None:
    cast(votes, ANA, "name-it")
    votes.close()
    assert cast(votes, ANA, "laugh") == "closed"
    assert cast(votes, BEN, "laugh") == "closed"
    assert tally(VotesKept(path)) == {ANA: "name-it"}


@pytest.mark.parametrize("option", ["no-such", "later", "", "../../etc/passwd", "x" * 4000])
def test_a_forged_or_locked_option_is_refused(votes: VotesKept, option: str) -> None:
    assert cast(votes, ANA, option) == "unknown"
    assert tally(votes) == {}


def test_ballots_of_the_same_moment_go_to_disk_at_once_and_the_last_of_a_device_counts(
    votes: VotesKept, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncs = []
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: syncs.append(handle) or sync(handle))  # type: ignore[func-returns-value]
    ballots = [Ballot(ANA, 0, "name-it"), Ballot(BEN, 0, "laugh"), Ballot(ANA, 0, "laugh"), Ballot(CAM, 0, "no")]
    assert votes.cast(ballots) == ["kept", "kept", "kept", "unknown"]
    assert len(syncs) == 1
    assert tally(VotesKept(path)) == {ANA: "laugh", BEN: "laugh"}


def test_who_would_rather_not_say_counts_as_no_vote(votes: VotesKept) -> None:
    cast(votes, ANA, "name-it")
    cast(votes, BEN, "laugh")
    cast(votes, BEN, None)
    assert votes.now is not None
    assert (votes.now.voted, tally(votes)) == (1, {ANA: "name-it", BEN: None})


def test_a_device_that_changes_without_end_is_stopped_and_its_last_vote_counts(votes: VotesKept, path: Path) -> None:
    for n in range(MOST_CHANGES):
        assert cast(votes, ANA, ("name-it", "laugh")[n % 2]) == "kept"
    size = path.stat().st_size
    assert cast(votes, ANA, "name-it") == "many"
    assert votes.give_reason(ANA, 0, "And another thing.") == "many"
    assert path.stat().st_size == size
    assert tally(votes) == {ANA: "laugh"}


def test_below_five_votes_only_the_leading_option_is_named(votes: VotesKept) -> None:
    for token, option in ((ANA, "name-it"), (BEN, "name-it"), (CAM, "laugh"), ("d" * 32, "name-it")):
        cast(votes, token, option)
    assert votes.now is not None
    assert votes.now.split() == {"leading": ["A"], "votes": None, "counts": None}
    cast(votes, "e" * 32, "laugh")
    assert votes.now.split() == {"leading": ["A"], "votes": 5, "counts": {"name-it": 3, "laugh": 2}}


def test_nobody_leads_where_nobody_voted_and_two_lead_where_they_are_level(votes: VotesKept) -> None:
    assert votes.now is not None
    assert votes.now.split()["leading"] == []
    cast(votes, ANA, "name-it")
    cast(votes, BEN, "laugh")
    assert votes.now.split()["leading"] == ["A", "B"]


def test_raised_hands_count_as_votes_and_can_be_counted_again(votes: VotesKept, path: Path) -> None:
    cast(votes, ANA, "laugh")
    votes.raise_hands({"name-it": 40, "no-such": 9})
    votes.raise_hands({"name-it": 4, "later": 2, "laugh": -3})
    again = VotesKept(path).now
    assert again is not None
    assert again.split() == {"leading": ["A"], "votes": 5, "counts": {"name-it": 4, "laugh": 1}}


def test_a_reason_is_held_back_until_it_is_let_through_and_again_when_it_is_changed(
    votes: VotesKept, path: Path
) -> None:
    votes.give_reason(ANA, 0, "  Because <b>she</b>\nasked.  ")
    votes.give_reason(BEN, 0, "Me too.")
    assert votes.now is not None
    assert votes.now.through == []
    votes.let_through(0, through=True)
    assert votes.now.through == ["Because <b>she</b> asked."]
    again = VotesKept(path).now
    assert again is not None
    assert again.through == votes.now.through
    votes.give_reason(ANA, 0, "Something else, which nobody has read.")
    assert votes.now.through == []


def test_a_reason_is_one_short_line_of_visible_characters(votes: VotesKept) -> None:
    votes.give_reason(ANA, 0, "a\x00\u202eb\u2028c" + "x" * 5000)
    assert votes.now is not None
    text = votes.now.reasons[0].text
    assert text.startswith("a b c")
    assert len(text) == MOST_REASON
    assert text.isprintable()


def test_a_reason_for_a_vote_that_is_over_is_refused_and_one_for_a_closed_vote_taken(votes: VotesKept) -> None:
    votes.close()
    assert votes.give_reason(ANA, 0, "Late, and still welcome.") == "kept"
    votes.open(OTHER)
    assert votes.give_reason(ANA, 0, "Too late.") == "closed"


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_server_killed_while_it_wrote_loses_only_what_it_had_not_acknowledged(
    votes: VotesKept, path: Path, cut: int
) -> None:
    cast(votes, ANA, "name-it")
    whole = path.read_bytes()
    cast(votes, BEN, "laugh")
    os.truncate(path, max(len(whole), path.stat().st_size - cut))
    again = VotesKept(path)
    assert tally(again) == {ANA: "name-it"}
    assert cast(again, BEN, "laugh") == "kept"
    assert tally(VotesKept(path)) == {ANA: "name-it", BEN: "laugh"}


def test_lines_that_no_program_of_ours_wrote_are_passed_over(votes: VotesKept, path: Path) -> None:
    cast(votes, ANA, "name-it")
    with path.open("ab") as file:
        file.write(b'[1]\n{"vote":99,"token":"x","option":"y"}\n{"opened":1,"question":{}}\n\xff\n{}\n')
    assert tally(VotesKept(path)) == {ANA: "name-it"}


def test_a_full_disk_keeps_no_vote_and_harms_none(
    votes: VotesKept, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast(votes, ANA, "name-it")
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:5]))
    with pytest.raises(OSError, match="No space"):
        cast(votes, BEN, "laugh")
    monkeypatch.undo()
    assert tally(votes) == tally(VotesKept(path)) == {ANA: "name-it"}
    assert cast(votes, BEN, "laugh") == "kept"


def test_who_takes_back_leaves_no_reason_no_open_vote_and_no_token(votes: VotesKept, path: Path) -> None:
    cast(votes, ANA, "name-it")
    votes.give_reason(ANA, 0, "My own words.")
    votes.give_reason(BEN, 0, "Another's.")
    votes.close()
    votes.open(OTHER)
    cast(votes, ANA, "laugh", n=1)
    votes.forget(ANA)
    text = path.read_text("utf-8")
    assert ANA not in text
    assert "My own words." not in text
    first, second = VotesKept(path).votes
    assert list(first.cast.values()) == ["name-it"]  # the split that was shown stays as it was
    assert second.cast == {}
    assert [reason.text for reason in first.reasons] == ["", "Another's."]
    assert first.stage is VoteStage.CLOSED


def test_a_second_vote_on_the_same_question_stands_beside_the_first(votes: VotesKept) -> None:
    cast(votes, ANA, "name-it")
    votes.close()
    votes.open(QUESTION)
    assert votes.now is not None
    assert votes.before(votes.now) is votes.votes[0]
    assert tally(votes) == {}
    votes.open(OTHER)
    assert votes.now is not None
    assert votes.before(votes.now) is None
    assert votes.votes[1].stage is VoteStage.CLOSED  # another one that is opened closes it
