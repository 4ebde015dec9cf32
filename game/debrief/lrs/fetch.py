"""Statements out of a learning record store, a page at a time; a page may name the next, at the same store only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from game.debrief.lrs.store import Sleeper, Store, StoreError, answer_to, no_store

PAGE = 500  # statements; a store may give fewer
_MOST_BYTES = 64 * 1024 * 1024  # of one page

Statements = list[dict[str, Any]]


def fetch(store: Store, sleep: Sleeper, progress: Callable[[int], None] = lambda _: None) -> Iterator[dict[str, Any]]:
    """Returns every statement that the store lets this user read, the oldest first; raises StoreError when it does not
    answer as a store. `progress` is told how many there were so far."""
    address = f"{store.address}?{urlencode({'ascending': 'true', 'limit': PAGE})}"
    asked, count = set[str](), 0
    while address:
        asked.add(address)
        statements, more = _page(store, address, sleep)
        yield from statements
        count += len(statements)
        progress(count)
        address = urljoin(store.address, more) if more else ""
        if address in asked:
            raise StoreError(f"{store.address} names a page as its own next one, so it has no end. Ask its keeper.")
        if address and urlsplit(address)[:2] != urlsplit(store.address)[:2]:
            raise StoreError(f"{store.address} sends on to another address, which is not followed. Ask its keeper.")


def _page(store: Store, address: str, sleep: Sleeper) -> tuple[Statements, str]:
    """Returns the statements of a page, and where the next one is."""
    _, body = answer_to(store, address, None, sleep, most=_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise StoreError(f"{store.address} answers with more than {_MOST_BYTES // 1024 // 1024} MiB at once.")
    with suppress(ValueError, RecursionError):
        found = json.loads(body)
        if isinstance(found, dict) and isinstance(found.get("statements"), list):
            more = found.get("more")
            return [row for row in found["statements"] if isinstance(row, dict)], more if isinstance(more, str) else ""
    raise no_store(store)
