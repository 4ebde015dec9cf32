"""Statements out of a learning record store: a server on loopback that gives them page by page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from game.debrief.lrs.fetch import fetch
from game.debrief.lrs.store import WAITS_S, StoreError, store_at
from tests.support.stores import PASSWORD, STORE_THEN_BREAK, FakeStore, running


def a_store(*answers: int | str, **more: Any) -> FakeStore:
    fake = FakeStore(*answers, **more)
    fake.kept = {str(n): json.dumps({"id": str(n)}) for n in range(8)}
    return fake


def brought(fake: FakeStore, waits: list[float] | None = None, told: list[int] | None = None) -> list[str]:
    """The ids that were brought, in their order."""
    store = store_at(fake.url, "teacher", PASSWORD)
    waits, told = waits if waits is not None else [], told if told is not None else []
    return [row["id"] for row in fetch(store, waits.append, told.append)]


def refusal(fake: FakeStore) -> str:
    with running(fake), pytest.raises(StoreError) as caught:
        brought(fake)
    assert PASSWORD not in str(caught.value)
    return str(caught.value)


def test_every_page_is_brought_once_and_the_count_is_told():
    told: list[int] = []
    with running(a_store()) as fake:
        assert brought(fake, told=told) == [str(n) for n in range(8)]
    assert told == [3, 6, 8]
    assert "ascending=true" in fake.paths[0]
    assert fake.paths[1:] == ["/xAPI/statements?from=3", "/xAPI/statements?from=6"]
    assert all(row["X-Experience-Api-Version"] == "1.0.3" for row in fake.seen)


def test_an_empty_store_has_nothing():
    with running(FakeStore()) as fake:
        assert brought(fake) == []


def test_a_broken_connection_is_tried_again_and_no_page_comes_twice():
    waits: list[float] = []
    with running(a_store(0, STORE_THEN_BREAK, 503)) as fake:
        assert brought(fake, waits) == [str(n) for n in range(8)]
    assert waits == list(WAITS_S[:2])


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"[]", b'{"statements": 7}', b"[" * 9999])
def test_what_is_no_store_is_told(body: bytes):
    assert "no learning record store" in refusal(a_store(200, body=body))


def test_a_user_who_may_not_read_is_told():
    assert "may read statements" in refusal(a_store(403))


def test_the_password_goes_to_no_other_address():
    with running(FakeStore()) as other:
        page = json.dumps({"statements": [], "more": f"{other.url}/statements"}).encode()
        assert "another address" in refusal(a_store(200, body=page))
        assert other.paths == []


def test_pages_without_end_are_told():
    page = json.dumps({"statements": [], "more": "/xAPI/statements?from=0"}).encode()
    assert "has no end" in refusal(a_store(*[200] * 9, body=page))
