"""A server that is killed while a class votes: every acknowledged vote is there afterwards, once."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from game.classroom.votes_kept import VotesKept

VOTING = """
import sys
from pathlib import Path
from game.classroom.question import Question, lettered
from game.classroom.votes_kept import Ballot, VotesKept

votes = VotesKept(Path(sys.argv[1]))
if votes.now is None:
    votes.open(Question("play:1", "Here", (), lettered([("a", "A", "", ""), ("b", "B", "", "")])))
begun = len(votes.now.cast)
for n in range(begun, begun + 100_000):
    ballots = [Ballot(f"{n:031x}{part}", 0, "ab"[n % 2]) for part in range(3)]
    if votes.cast(ballots) == ["kept"] * 3:
        sys.stdout.write("".join(f"{ballot.token} {ballot.option}\\n" for ballot in ballots))
        sys.stdout.flush()
"""


@pytest.mark.slow
def test_no_acknowledged_vote_is_lost_and_none_counts_twice_in_eight_kills(tmp_path: Path) -> None:
    dice, told = random.Random(16), dict[str, str]()
    for _ in range(8):
        voting = subprocess.Popen(
            [sys.executable, "-c", VOTING, str(tmp_path / "class.votes")], stdout=subprocess.PIPE, text=True
        )
        assert voting.stdout is not None
        for _ in range(dice.randrange(1, 60)):
            token, option = voting.stdout.readline().split()
            told[token] = option
        voting.kill()
        told |= dict(line.split() for line in voting.communicate()[0].splitlines() if len(line) == 34)
        now = VotesKept(tmp_path / "class.votes").now
        assert now is not None
        assert told.items() <= now.cast.items()
        assert now.voted - len(told) <= 3  # those on disk whose acknowledgement was under way
        told = {token: str(option) for token, option in now.cast.items()}
