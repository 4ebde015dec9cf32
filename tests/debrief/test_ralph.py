"""The export against Ralph, a real learning record store, on loopback.

Ralph runs in an environment of its own (requirements/lrs.lock), whose interpreter EQUAL_FOOTING_RALPH_PYTHON names.
"""

from __future__ import annotations

import json
import os
import random
import socket
import struct
import subprocess
import threading
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from game.cli.main import commands
from game.debrief.export.lrs import SendResult, StoreError, send, store_at
from game.debrief.export.statement import Statement
from game.debrief.export.xapi import statements
from game.debrief.figures.model import ScoredPlay
from game.play.events import as_line
from game.testing import a_rubric
from tests.debrief.a_class import a_class as thirty_noisy_plays
from tests.debrief.small_plays import BROKEN, a_play
from tests.support.patience import PATIENCE

PYTHON = os.environ.get("EQUAL_FOOTING_RALPH_PYTHON")
USER, PASSWORD = "teacher", "correct horse"
SERVER = Path(__file__).with_name("ralph_server.py")
WITH_RALPH_MODELS = """
import sys
from ralph.models.xapi.base.statements import BaseXapiStatement
rows = [BaseXapiStatement.model_validate_json(line) for line in sys.stdin]
print(len(rows))
"""

pytestmark = [
    pytest.mark.lrs,
    pytest.mark.skipif(
        PYTHON is None,
        reason="needs Ralph: make an environment from requirements/lrs.lock, name it in EQUAL_FOOTING_RALPH_PYTHON",
    ),
]


@dataclass(frozen=True)
class Ralph:
    """A running store."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/xAPI"

    def holds(self) -> list[dict[str, Any]]:
        """Every statement in it."""
        token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        asked = Request(f"{self.url}/statements?limit=100000", headers={"Authorization": f"Basic {token}"})
        with urlopen(asked, timeout=PATIENCE) as answer:
            found: list[dict[str, Any]] = json.load(answer)["statements"]
        return found


@pytest.fixture
def ralph(server: Ralph) -> Ralph:
    """The store, empty: it reads its files anew for every request."""
    for path in server.folder.glob("statements/*"):
        path.unlink()
    return server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ralph]:
    assert PYTHON is not None
    folder = tmp_path_factory.mktemp("ralph")
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("RALPH_", "PYTHON", "COV"))}
    with (
        (folder / "ralph.log").open("wb") as log,
        subprocess.Popen(
            [PYTHON, "-I", str(SERVER), str(folder), USER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=folder,
            env=outside | {"RALPH_TEST_PASSWORD": PASSWORD},
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, (folder / "ralph.log").read_text(encoding="utf-8", errors="replace")
        yield Ralph(int(line), folder)
        process.stdin.close()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def a_class() -> list[ScoredPlay]:
    """Thirty plays of the small story: whole, broken and mended, and some that stop half-way."""
    dice = random.Random(7)
    ways = [("name-it", "say-how"), BROKEN, ("name-it", "change-subject"), ("laugh-it-off",)]
    return [a_play(*dice.choice(ways), session=f"{dice.getrandbits(128):032x}", actor=f"{n:032x}") for n in range(30)]


def all_statements(plays: list[ScoredPlay]) -> list[Statement]:
    return [statement for play in plays for statement in statements(play, a_rubric())]


def no_wait(seconds: float) -> None:
    raise AssertionError(f"nothing should be waited for, but {seconds} s were")


def put(url: str, rows: list[Statement], sleep: Callable[[float], None] = no_wait) -> SendResult:
    return send(rows, store_at(url, USER, PASSWORD), sleep)


def test_a_class_arrives_whole_and_arrives_again_without_adding_any(ralph: Ralph):
    rows = all_statements(a_class())
    assert put(ralph.url, rows) == SendResult(held=len(rows), differing=0)
    first = ralph.holds()
    assert sorted(r["id"] for r in first) == sorted(str(r.id) for r in rows)
    assert put(ralph.url, rows) == SendResult(held=len(rows), differing=0)
    assert len(ralph.holds()) == len(rows) > 150
    sent = {str(row.id): json.loads(row.as_json()) for row in rows}
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
        done = CliRunner().invoke(commands, ["export", "xapi", str(logs), "--to", ralph.url], catch_exceptions=False)
        assert done.exit_code == 0
        assert f"holds {len(ralph.holds()):,} statements of 30 plays" in done.stdout
    held = ralph.holds()
    assert len({row["context"]["registration"] for row in held}) == 30
    verbs = Counter(row["verb"]["display"]["en"] for row in held)
    assert verbs["initialized"] == verbs["completed"] == 30
    assert verbs["answered"] == verbs["progressed"] > 30 * 7
    assert verbs["scored"] == 60


def test_plays_that_went_on_add_only_what_is_new(ralph: Ralph):
    before, after = all_statements([a_play("name-it")]), all_statements([a_play("name-it", "say-how")])
    put(ralph.url, before)
    assert put(ralph.url, after) == SendResult(held=len(after), differing=0)
    assert len(ralph.holds()) == len(after)


def test_what_was_scored_by_an_older_rubric_is_left_and_the_rest_goes_in(ralph: Ralph):
    put(ralph.url, all_statements([a_play("name-it", scored=False)]))
    after = all_statements([a_play("name-it", "say-how")])
    assert put(ralph.url, after) == SendResult(held=len(after) - 2, differing=2)
    assert len(ralph.holds()) == len(after)


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
    lines = "\n".join(row.as_json() for row in rows)
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
