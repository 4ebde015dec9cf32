"""The votes of a class, on disk before they count: lines in one file, which a server that is started again reads.

One vote a device and question, changeable until the vote is closed. The same message sent twice is kept once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.classroom.joining import new_token
from game.classroom.on_disk import append
from game.classroom.question import Question, from_data
from game.classroom.vote import MOST_HANDS, Reason, Vote, VoteStage, tidied
from game.files import write_whole

MOST_CHANGES = 60  # of one device at one vote


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a phone sends: its token, which vote it means, and its option; None for "I would rather not say"."""

    token: str
    n: int
    option: str | None


class VotesKept:
    """Every vote of one class, the last one being what is voted on now."""

    def __init__(self, path: Path) -> None:
        """path: the file; what it holds is read, and a torn last line cut off. Raises OSError."""
        self.path = path
        self.play: str | None = None  # the file of the play that the class decides
        self.piece = (0, -1)  # how many choices had been made in it, and which piece since then was read; -1 for none
        self.votes: list[Vote] = []
        self._rows: list[dict[str, Any]] = []
        for row in _rows_of(path):
            with suppress(KeyError, TypeError, IndexError, AttributeError, ValueError):
                self._take(row)
                self._rows.append(row)

    @property
    def now(self) -> Vote | None:
        """Returns the last vote that was opened."""
        return self.votes[-1] if self.votes else None

    def of(self, key: str) -> Vote | None:
        """Returns the last vote, if it is on the question with this key."""
        return self.now if self.now is not None and self.now.question.key == key else None

    def before(self, vote: Vote) -> Vote | None:
        """Returns the vote on the same question that came before this one."""
        earlier = (one for one in reversed(self.votes[: vote.n]) if one.question.key == vote.question.key)
        return next(earlier, None)

    def playing(self, play: str) -> None:
        """Keeps which play the class decides. Raises OSError."""
        self._write({"play": play})

    def reading(self, choices: int, piece: int) -> None:
        """Keeps which piece (from 0) of the lines after so many choices the class reads. Raises OSError."""
        self._write({"piece": piece, "choices": choices})

    def open(self, question: Question) -> None:
        """Opens a vote on a question; another one that is open is closed. Raises OSError."""
        self.close()
        self._write({"opened": len(self.votes), "question": question.as_data()})

    def close(self) -> None:
        """Closes the vote that is open, if one is. Raises OSError."""
        if self.now is not None and self.now.stage is VoteStage.OPEN:
            self._write({"closed": self.now.n})

    def raise_hands(self, hands: Mapping[str, int]) -> None:
        """Takes what the teacher counted for the last vote, in place of what was counted before. Raises OSError."""
        if self.now is not None:
            known = {option: n for option, n in hands.items() if option in self.now.question.open_ids and n > 0}
            self._write({"hands": self.now.n, "counts": {option: min(n, MOST_HANDS) for option, n in known.items()}})

    def cast(self, ballots: Sequence[Ballot]) -> list[str]:
        """Puts ballots on disk, all at once, and returns for each `kept` or why it is not: `closed`, `unknown` (the
        option is not to be voted for), `many`. Raises OSError, and then none is kept."""
        answers, rows, said = [], list[dict[str, Any]](), dict[str, str | None]()
        for ballot in ballots:
            answer = self._answer(ballot)
            answers.append(answer)
            if answer == "kept" and self.now is not None:
                before = said if ballot.token in said else self.now.cast
                if before.get(ballot.token, ...) != ballot.option:
                    said[ballot.token] = ballot.option
                    rows.append({"vote": ballot.n, "token": ballot.token, "option": ballot.option})
        self._write(*rows)
        return answers

    def _answer(self, ballot: Ballot) -> str:
        if self.now is None or self.now.n != ballot.n or self.now.stage is VoteStage.CLOSED:
            return "closed"
        if ballot.option is not None and ballot.option not in self.now.question.open_ids:
            return "unknown"
        return "many" if self.now.changes[ballot.token] >= MOST_CHANGES else "kept"

    def give_reason(self, token: str, n: int, text: str) -> str:
        """Puts a device's reason on disk, held back, in place of the one before; an empty one takes it away. Returns
        as `cast` does: a reason can be given while its vote is the last one. Raises OSError."""
        text = tidied(text)
        if self.now is None or self.now.n != n:
            return "closed"
        if self.now.changes[token] >= MOST_CHANGES:
            return "many"
        before = self.now.reason_of(token)
        if (before.text if before else "") != text:
            self._write({"reason": n, "token": token, "text": text})
        return "kept"

    def let_through(self, number: int, *, through: bool) -> None:
        """Lets the reason of this number (from 0) through, or holds it back again. Raises OSError."""
        if self.now is not None and 0 <= number < len(self.now.reasons):
            self._write({"let": self.now.n, "number": number, "through": through})

    def forget(self, token: str) -> None:
        """Takes away a device's reasons and its vote where the vote is open still; where it is closed the vote stays in
        the split, and nothing tells any more whose it was. Raises OSError."""
        nobody, kept = new_token(), list[dict[str, Any]]()
        open_n = self.now.n if self.now is not None and self.now.stage is VoteStage.OPEN else None
        for row in self._rows:
            mine = row.get("token") == token
            if mine and "reason" in row:
                kept.append(row | {"token": nobody, "text": ""})  # so that the numbers of the others stay
            elif not (mine and row.get("vote") == open_n):
                kept.append(row | {"token": nobody} if mine else row)
        write_whole(self.path, b"".join(map(_as_line, kept)))
        self.votes, self._rows = [], kept
        for row in kept:
            self._take(row)

    def _write(self, *rows: dict[str, Any]) -> None:
        if rows:
            append(self.path, b"".join(map(_as_line, rows)))
            self._rows += rows
            for row in rows:
                self._take(row)

    def _take(self, row: Mapping[str, Any]) -> None:
        """Counts a line that is on disk. Raises KeyError and the like for one that this program did not write."""
        if "play" in row:
            self.play, self.piece = str(row["play"]), (0, -1)
        elif "piece" in row:
            self.piece = int(row["choices"]), int(row["piece"])
        elif "opened" in row:
            self.votes.append(Vote(len(self.votes), from_data(row["question"])))
        elif "closed" in row:
            self.votes[row["closed"]].stage = VoteStage.CLOSED
        elif "hands" in row:
            self.votes[row["hands"]].hands = dict(row["counts"])
        elif "vote" in row:
            vote = self.votes[row["vote"]]
            vote.cast[row["token"]] = row["option"]
            vote.changes[row["token"]] += 1
        elif "reason" in row:
            _take_reason(self.votes[row["reason"]], row["token"], row["text"])
        else:
            self.votes[row["let"]].reasons[row["number"]].through = bool(row["through"])


def _take_reason(vote: Vote, token: str, text: str) -> None:
    vote.changes[token] += 1
    reason = vote.reason_of(token)
    if reason is None:
        vote.reasons.append(Reason(token, text))
    else:
        reason.text, reason.through = text, False


def _as_line(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _rows_of(path: Path) -> list[dict[str, Any]]:
    """Returns the lines of a file, none where there is no file; a torn last one is cut off. Raises OSError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        os.truncate(path, len(whole))
    rows = []
    for line in whole.split(b"\n")[:-1]:
        with suppress(ValueError):
            row = json.loads(line)
            if isinstance(row, dict):
                rows.append(row)
    return rows
