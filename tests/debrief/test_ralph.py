"""The export against Ralph, a real learning record store, on loopback.

Ralph runs in an environment of its own (requirements/lrs.lock), whose interpreter EQUAL_FOOTING_RALPH_PYTHON names.
"""

from __future__ import annotations

import json
import random
import socket
import struct
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli.main import commands
from game.debrief.export.questions import Questions
from game.debrief.export.xapi import statements
from game.debrief.figures.model import ScoredPlay
from game.debrief.lrs.fetch import fetch
from game.debrief.lrs.send import SendResult, send
from game.debrief.lrs.store import StoreError, store_at
from game.play.events import as_line
from game.play.journal import parse_journal
from game.testing import a_rubric, an_exact
from tests.debrief.a_class import a_class as thirty_noisy_plays
from tests.debrief.small_plays import BROKEN, a_play, with_answer
from tests.support.ralph import PASSWORD, PYTHON, USER, Ralph, needs_ralph, ralph, server

WITH_RALPH_MODELS = """
import sys
from ralph.models.xapi.base.statements import BaseXapiStatement
rows = [BaseXapiStatement.model_validate_json(line) for line in sys.stdin]
print(len(rows))
"""

__all__ = ["ralph", "server"]
pytestmark = [pytest.mark.lrs, needs_ralph]


def a_class() -> list[ScoredPlay]:
    """Thirty plays of the small story: whole, broken and mended, and some that stop half-way."""
    dice = random.Random(7)
    ways = [("name-it", "say-how"), BROKEN, ("name-it", "change-subject"), ("laugh-it-off",)]
    plays = [a_play(*dice.choice(ways), session=f"{dice.getrandbits(128):032x}", actor=f"{n:032x}") for n in range(29)]
    return [*plays, with_answer(a_play(session="f" * 32), "Which line?", "The first.")]


def all_statements(plays: list[ScoredPlay]) -> list[str]:
    asked = Questions(an_exact().story.scenario)
    return [statement for play in plays for statement in statements(play, a_rubric(), asked, answers=True)]


def no_wait(seconds: float) -> None:
    raise AssertionError(f"nothing should be waited for, but {seconds} s were")


def put(url: str, rows: list[str], sleep: Callable[[float], None] = no_wait) -> SendResult:
    return send(rows, store_at(url, USER, PASSWORD), sleep)


def test_a_class_arrives_whole_and_arrives_again_without_adding_any(ralph: Ralph):
    rows = all_statements(a_class())
    assert put(ralph.url, rows) == SendResult(held=len(rows), differing=0)
    first = ralph.holds()
    assert sorted(r["id"] for r in first) == sorted(json.loads(row)["id"] for row in rows)
    assert put(ralph.url, rows) == SendResult(held=len(rows), differing=0)
    assert len(ralph.holds()) == len(rows) > 150
    sent = {row["id"]: row for row in map(json.loads, rows)}
    for row in first:
        assert {key: row[key] for key in sent[row["id"]]} == sent[row["id"]]


def test_thirty_journals_of_a_shipped_scenario_go_through_the_command(
    ralph: Ralph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    logs = tmp_path / "logs"
    logs.mkdir()
    for number, play in enumerate(thirty_noisy_plays()):
        (logs / f"{number}.jsonl").write_bytes(b"".join(map(as_line, play.journal.events)))
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("EQUAL_FOOTING_LRS_USER", USER)
    monkeypatch.setenv("EQUAL_FOOTING_LRS_PASSWORD", PASSWORD)
    for _ in range(2):
        done = CliRunner().invoke(commands, ["export", "xapi", str(logs), "--lrs", ralph.url], catch_exceptions=False)
        assert done.exit_code == 0
        assert f"holds {len(ralph.holds()):,} statements of 30 plays" in done.stdout
    held = ralph.holds()
    assert len({row["context"]["registration"] for row in held}) == 30
    verbs = Counter(row["verb"]["display"]["en"] for row in held)
    assert verbs["initialized"] == verbs["completed"] == 30
    assert verbs["answered"] == verbs["progressed"] > 30 * 7
    assert verbs["scored"] == 60


def test_the_plays_that_were_sent_come_back_once_each(ralph: Ralph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    group = thirty_noisy_plays()
    put(ralph.url, [row for play in group for row in statements(play, a_rubric())])
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("EQUAL_FOOTING_LRS_USER", USER)
    monkeypatch.setenv("EQUAL_FOOTING_LRS_PASSWORD", PASSWORD)
    for said in ("30 plays copied", "0 plays copied"):
        words = ["collect", "--lrs", ralph.url, "--into", str(tmp_path / "class")]
        assert said in CliRunner().invoke(commands, words, catch_exceptions=False).stdout
    journals = [parse_journal(path.read_bytes(), path) for path in (tmp_path / "class").glob("*.jsonl")]
    assert {j.begun.session: [c.option for c in j.choices] for j in journals} == {
        play.session: [c.option for c in play.journal.choices] for play in group
    }


def test_a_store_of_many_pages_is_read_to_its_end(ralph: Ralph, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("game.debrief.lrs.fetch.PAGE", 7)
    rows = all_statements(a_class())
    put(ralph.url, rows)
    told: list[int] = []
    found = [row["id"] for row in fetch(store_at(ralph.url, USER, PASSWORD), no_wait, told.append)]
    assert sorted(found) == sorted(json.loads(row)["id"] for row in rows)
    assert len(told) > 20


def test_plays_that_went_on_add_only_what_is_new(ralph: Ralph):
    before, after = all_statements([a_play("name-it")]), all_statements([a_play("name-it", "say-how")])
    put(ralph.url, before)
    assert put(ralph.url, after) == SendResult(held=len(after), differing=0)
    assert len(ralph.holds()) == len(after) + 1  # that it broke off at first stays told


def test_what_was_scored_by_an_older_rubric_is_left_and_the_rest_goes_in(ralph: Ralph):
    put(ralph.url, all_statements([a_play("name-it", scored=False)]))
    after = all_statements([a_play("name-it", "say-how")])
    assert put(ralph.url, after) == SendResult(held=len(after) - 3, differing=3)
    assert len(ralph.holds()) == len(after) + 1


@pytest.mark.parametrize("after_storing", [False, True])
def test_a_killed_connection_is_retried_and_nothing_is_there_twice(ralph: Ralph, after_storing: bool):
    rows = all_statements(a_class())
    waits: list[float] = []
    with killing(ralph.port, after_storing) as port:
        assert put(f"http://127.0.0.1:{port}/xAPI", rows, waits.append) == SendResult(held=len(rows), differing=0)
    assert waits == [1.0]
    assert len(ralph.holds()) == len(rows)


def test_wrong_credentials_say_so(ralph: Ralph):
    wrong = store_at(ralph.url, USER, "wrong")
    with pytest.raises(StoreError, match="does not accept this user and password"):
        send(all_statements([a_play()]), wrong, no_wait)
    assert ralph.holds() == []


def test_a_wrong_address_says_so(ralph: Ralph):
    with pytest.raises(StoreError, match="no learning record store at"):
        put(ralph.url.replace("/xAPI", "/elsewhere"), all_statements([a_play()]))


def test_ralphs_own_strict_models_accept_every_statement():
    assert PYTHON is not None
    rows = all_statements(a_class())
    lines = "\n".join(rows)
    checked = subprocess.run(
        [PYTHON, "-I", "-c", WITH_RALPH_MODELS], input=lines, capture_output=True, encoding="utf-8", check=False
    )
    assert checked.stdout.strip() == str(len(rows)), checked.stderr


@contextmanager
def killing(port: int, after_storing: bool) -> Iterator[int]:
    """A way to the store on which the first connection is reset: before the store sees it, or before its answer is."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=_carry, args=(door, port, after_storing))
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            with socket.create_connection(door.getsockname()) as last:  # a caller with nothing to say ends it
                last.shutdown(socket.SHUT_WR)
            thread.join()


def _carry(door: socket.socket, port: int, after_storing: bool) -> None:
    number = 0
    while True:
        caller, _ = door.accept()
        with caller:
            asked = _request(caller)
            if not asked:
                return
            number += 1
            answer = b"" if number == 1 and not after_storing else _answer(port, asked)
            if number == 1:
                caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                caller.sendall(answer)


def _request(caller: socket.socket) -> bytes:
    asked = b""
    while b"\r\n\r\n" not in asked or len(asked.partition(b"\r\n\r\n")[2]) < _length(asked):
        if not (more := caller.recv(65536)):
            return asked
        asked += more
    return asked


def _length(asked: bytes) -> int:
    head = asked.partition(b"\r\n\r\n")[0].lower()
    return int(head.partition(b"content-length:")[2].split()[0])


def _answer(port: int, asked: bytes) -> bytes:
    """What the store answers; urllib asks for the connection to be closed after each answer."""
    found = b""
    with socket.create_connection(("127.0.0.1", port)) as store:
        store.sendall(asked)
        while more := store.recv(65536):
            found += more
    return found
