"""Sending to a learning record store: a server on loopback that answers as each test tells it to."""

from __future__ import annotations

import json
import socket
from base64 import b64decode
from uuid import UUID

import pytest

from game.debrief.export.xapi import statements
from game.debrief.lrs.send import BATCH, SendResult, send
from game.debrief.lrs.store import LONGEST_WAIT_S, WAITS_S, Store, StoreError, store_at
from game.errors import GameError, UsageError
from game.testing import a_rubric
from tests.debrief.small_plays import a_play
from tests.support.stores import PASSWORD, STORE_THEN_BREAK, FakeStore, running

BREAK = "break the connection"


def some(count: int) -> list[str]:
    first = json.loads(next(statements(a_play(), a_rubric())))
    return [json.dumps(first | {"id": str(UUID(int=n))}) for n in range(count)]


def sent(fake: FakeStore, rows: list[str], waits: list[float] | None = None) -> SendResult:
    return send(rows, store_at(fake.url, "teacher", PASSWORD), (waits if waits is not None else []).append)


def refusal(fake: FakeStore, waits: list[float] | None = None) -> str:
    with pytest.raises(StoreError) as caught:
        sent(fake, some(1), waits)
    message = str(caught.value)
    assert PASSWORD not in message
    return message


def test_statements_arrive_in_batches_with_the_version_and_the_credentials():
    with running(FakeStore()) as fake:
        assert sent(fake, some(2 * BATCH + 5)) == SendResult(held=2 * BATCH + 5, differing=0)
    assert fake.requests == [BATCH, BATCH, 5]
    assert len(fake.kept) == 2 * BATCH + 5
    headers = {name.lower(): value for name, value in fake.seen[0].items()}
    assert headers["x-experience-api-version"] == "1.0.3"
    assert b64decode(headers["authorization"].removeprefix("Basic ")).decode() == f"teacher:{PASSWORD}"


def test_nothing_to_send_asks_for_nothing():
    with running(FakeStore()) as fake:
        assert sent(fake, []) == SendResult(0, 0)
    assert fake.requests == []


def test_sending_again_adds_nothing():
    with running(FakeStore()) as fake:
        sent(fake, some(7))
        assert sent(fake, some(7)) == SendResult(held=7, differing=0)
    assert len(fake.kept) == 7


def test_a_store_that_had_them_all_may_answer_with_nothing():
    with running(FakeStore(204)) as fake:
        assert sent(fake, some(3)) == SendResult(held=3, differing=0)


@pytest.mark.parametrize("breaks", [BREAK, STORE_THEN_BREAK])
def test_a_broken_connection_is_tried_again_and_nothing_is_there_twice(breaks: str):
    waits: list[float] = []
    with running(FakeStore(breaks)) as fake:
        assert sent(fake, some(3), waits) == SendResult(held=3, differing=0)
    assert len(fake.kept) == 3
    assert fake.requests == [3, 3]
    assert waits == [WAITS_S[0]]


def test_waits_grow_and_end():
    waits: list[float] = []
    with running(FakeStore(*[BREAK] * 9)) as fake:
        message = refusal(fake, waits)
    assert waits == list(WAITS_S)
    assert "5 times in a row" in message
    assert "sent twice" in message


def test_a_busy_store_is_given_the_time_it_asks_for_within_reason():
    waits: list[float] = []
    with running(FakeStore(503, headers={"Retry-After": "20"})) as fake:
        sent(fake, some(1), waits)
    with running(FakeStore(429, headers={"Retry-After": "9" * 400})) as fake:
        sent(fake, some(1), waits)
    with running(FakeStore(503, headers={"Retry-After": "Fri, 31 Dec 2027 23:59:59 GMT"})) as fake:
        sent(fake, some(1), waits)
    assert waits == [20.0, LONGEST_WAIT_S, WAITS_S[0]]


def test_what_is_there_with_other_content_is_left_and_the_rest_of_the_batch_goes_in():
    rows = some(9)
    with running(FakeStore()) as fake:
        fake.kept = {json.loads(rows[n])["id"]: "something else" for n in (2, 7)}
        assert sent(fake, rows) == SendResult(held=7, differing=2)
    assert len(fake.kept) == 9


def test_a_batch_too_large_is_halved():
    with running(FakeStore(413)) as fake:
        assert sent(fake, some(4)) == SendResult(held=4, differing=0)
    assert fake.requests == [4, 2, 2]


def test_one_statement_too_large_is_said():
    with running(FakeStore(413)) as fake:
        assert "too large" in refusal(fake)


@pytest.mark.parametrize("status", [401, 403])
def test_wrong_credentials_say_so(status: int):
    waits: list[float] = []
    with running(FakeStore(status)) as fake:
        message = refusal(fake, waits)
    assert "does not accept this user and password" in message
    assert "EQUAL_FOOTING_LRS_PASSWORD" in message
    assert waits == []


@pytest.mark.parametrize(("status", "body"), [(404, b""), (405, b""), (200, b"<html>hello</html>"), (200, b"[" * 9999)])
def test_an_address_without_a_store_says_so(status: int, body: bytes):
    with running(FakeStore(status, body=body)) as fake:
        assert "no learning record store" in refusal(fake)


def test_a_store_that_has_moved_is_not_followed_with_the_password():
    with (
        running(FakeStore()) as other,
        running(FakeStore(302, headers={"Location": other.url})) as fake,
    ):
        assert "has moved" in refusal(fake)
        assert other.requests == []


def test_what_the_store_says_is_passed_on_in_one_short_line():
    said = json.dumps({"detail": "bad \x1b[31m id\n" + "x" * 999}).encode()
    with running(FakeStore(400, body=said)) as fake:
        message = refusal(fake)
    assert "bad [31m id xxx" in message
    assert len(message) < 500
    assert message.isprintable()


def test_a_fault_of_the_store_is_told_with_its_number():
    with running(FakeStore(500, body=b"oops")) as fake:
        assert "answers 500: oops" in refusal(fake)


def test_nothing_answers():
    with socket.socket() as held:  # bound and never listening: nobody else can get this port
        held.bind(("127.0.0.1", 0))
        fake = FakeStore()
        fake.url = f"http://127.0.0.1:{held.getsockname()[1]}/xAPI"
        waits: list[float] = []
        assert "nothing answers there" in refusal(fake, waits)
    assert waits == list(WAITS_S)


def test_no_such_computer(monkeypatch: pytest.MonkeyPatch):
    def unknown(*args: object, **more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    fake = FakeStore()
    fake.url = "https://no-such-host.invalid/xAPI"
    assert "no computer of that name" in refusal(fake)


@pytest.mark.parametrize("end", ["", "/", "/statements", "/statements/"])
def test_the_address_may_or_may_not_name_the_resource(end: str):
    assert store_at(f"https://lrs.example/xAPI{end}", "u", "p").address == "https://lrs.example/xAPI/statements"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "lrs.example/xAPI",
        "file:///etc/passwd",
        "ftp://lrs.example/",
        "https://",
        "https://lrs.example:0/",
        "https://lrs.example:99999/",
        "https://[::1/",
        "https://lrs.example/a b",
        "https://lrs.example/\r\nX: y",
        "https://" + "a" * 70 + ".example/",
        "https://lrs.exämple/",
    ],
)
def test_what_is_no_address_is_refused(address: str):
    with pytest.raises(UsageError, match="no address"):
        store_at(address, "u", "p")


def test_credentials_in_the_address_are_refused_without_repeating_them():
    with pytest.raises(UsageError) as caught:
        store_at("https://kim:hunter2@lrs.example/xAPI", "u", "p")
    assert "hunter2" not in str(caught.value)
    assert "kim" not in str(caught.value)


def test_a_colon_in_the_users_name_is_refused():
    with pytest.raises(UsageError, match="colon"):
        store_at("https://lrs.example", "a:b", "p")


def test_the_password_does_not_print():
    assert PASSWORD not in repr(Store("https://lrs.example", "u", PASSWORD))


@pytest.mark.parametrize(
    ("address", "clear"),
    [
        ("http://lrs.example/", True),
        ("https://lrs.example/", False),
        ("http://127.0.0.1:8100/", False),
        ("http://[::1]:8100/", False),
        ("http://localhost/", False),
    ],
)
def test_a_password_in_the_clear_is_known(address: str, clear: bool):
    assert store_at(address, "u", "p").in_the_clear is clear


def test_a_store_error_is_a_message_for_a_user():
    assert issubclass(StoreError, GameError)
