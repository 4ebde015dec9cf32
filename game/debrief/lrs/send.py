"""Sending statements to a learning record store, a batch at a time.

A batch whose connection breaks is sent again: the ids are the same, so the store keeps one of each. A store that
answers 409 holds one of the batch already with other content; the batch is halved until the rest is in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from itertools import islice

from game.debrief.lrs.store import Sleeper, Store, StoreError, answer_to, no_store

BATCH = 100
_SAYING_NO = (HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


@dataclass(frozen=True, slots=True)
class SendResult:
    """What came of sending: statements that the store now holds, and those it held with other content."""

    held: int
    differing: int


def send(statements: Iterable[str], store: Store, sleep: Sleeper) -> SendResult:
    """Puts the statements into the store, `BATCH` at a time; raises StoreError when it does not take them."""
    held = differing = 0
    for batch in _batches(statements):
        taken, other = _put(batch, store, sleep)
        held, differing = held + taken, differing + other
    return SendResult(held, differing)


def _batches(statements: Iterable[str]) -> Iterator[list[str]]:
    rows = iter(statements)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _put(batch: Sequence[str], store: Store, sleep: Sleeper) -> tuple[int, int]:
    """Returns how many of the batch the store holds now, and how many it held with other content."""
    status, body = answer_to(store, store.address, f"[{','.join(batch)}]".encode(), sleep, expected=_SAYING_NO)
    if status not in _SAYING_NO:
        _see_that_it_is_a_store(store, status, body)
        return len(batch), 0
    if len(batch) == 1:
        if status == HTTPStatus.CONFLICT:
            return 0, 1
        raise StoreError(f"{store.address} finds a single statement too large. Ask the store's keeper for its limit.")
    half = len(batch) // 2
    left, right = (_put(part, store, sleep) for part in (batch[:half], batch[half:]))
    return left[0] + right[0], left[1] + right[1]


def _see_that_it_is_a_store(store: Store, status: int, body: bytes) -> None:
    """Raises StoreError unless a batch was taken: a store answers with ids, or with nothing when it had them all."""
    with suppress(ValueError, RecursionError):
        if status == HTTPStatus.NO_CONTENT or isinstance(json.loads(body), list):
            return
    raise no_store(store)
