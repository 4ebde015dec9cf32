"""The class's server killed while phones hand in and vote: nothing that was acknowledged is lost or there twice.

`python -m benchmarks.room_kills` does it a hundred times."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")

from benchmarks.room_kills import Acknowledged, ForkedServer, differences, killed


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a life of the server is a fork here")
def test_no_acknowledged_line_or_vote_is_lost_or_counted_twice() -> None:
    found = killed(5, kind=ForkedServer)
    assert (found["lost"], found["twice"]) == (0, 0)
    assert found["plays"] == found["plays that the console counts"]
    assert found["lines acknowledged"] > 100
    assert found["votes acknowledged"] > 0


def test_a_line_that_is_not_there_or_there_twice_is_found(tmp_path: Path) -> None:
    session = "0123456789abcdef" * 2
    lines = [json.dumps({"n": n, "event": "begun", "session": session}) + "\n" for n in range(3)]
    journal = tmp_path / f"20260101-fine-fine-{session[:8]}.jsonl"
    acknowledged = Acknowledged(lines={(session, n): line for n, line in enumerate(lines)})
    journal.write_text("".join(lines), encoding="utf-8")
    assert differences(tmp_path, acknowledged) == (0, 0)
    journal.write_text("".join(lines[:2]) + lines[2][:20], encoding="utf-8")
    assert differences(tmp_path, acknowledged) == (1, 0)
    journal.write_text("".join([*lines, lines[1]]), encoding="utf-8")
    assert differences(tmp_path, acknowledged) == (0, 1)


def test_a_vote_that_is_not_there_is_found(tmp_path: Path) -> None:
    assert differences(tmp_path, Acknowledged(votes={(0, "a" * 32): "ask"})) == (1, 0)
