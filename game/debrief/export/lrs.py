"""Sending statements to a learning record store (xAPI 1.0.3 over HTTP, basic authentication).

A batch whose connection breaks is sent again: the ids are the same, so the store keeps one of each. A store that
answers 409 holds one of the batch already with other content; the batch is halved until the rest is in. Credentials
are never printed, never sent after a redirect, and never part of the address.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import islice
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from game.debrief.export.statement import VERSION, Statement
from game.errors import GameError, UsageError

BATCH = 100
TIMEOUT_S = 30
WAITS_S = (1.0, 2.0, 4.0, 8.0)  # before the second, third, fourth and fifth try
LONGEST_WAIT_S = 60.0
_MOST_ANSWER = 64 * 1024
_PASSING = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}

Sleeper = Callable[[float], None]


class StoreError(GameError):
    """A learning record store cannot be reached or does not take what it is given."""


@dataclass(frozen=True, slots=True)
class Store:
    """A learning record store: where it takes statements, and as whom; the password never prints."""

    address: str
    user: str
    password: str = field(repr=False)

    @property
    def in_the_clear(self) -> bool:
        """Whether the password crosses a network unencrypted."""
        parts = urlsplit(self.address)
        return parts.scheme == "http" and not _here(parts.hostname or "")


@dataclass(frozen=True, slots=True)
class SendResult:
    """What came of sending: statements that the store now holds, and those it held with other content."""

    held: int
    differing: int


def store_at(endpoint: str, user: str, password: str) -> Store:
    """The store at an address such as https://lrs.school.example/xAPI; raises UsageError when it cannot be one."""
    try:
        parts = urlsplit(endpoint.strip())
        host = (parts.hostname or "").encode("idna")
        whole = parts.scheme in ("http", "https") and bool(host) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or re.search(r"[\s\x00-\x1f\x7f]", endpoint.strip()) or not endpoint.isascii():
        raise UsageError(
            "This is no address of a learning record store. It begins with https:// and mostly ends in /xAPI."
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "Leave user and password out of the address, where they would be shown; "
            "put them into EQUAL_FOOTING_LRS_USER and EQUAL_FOOTING_LRS_PASSWORD."
        )
    if ":" in user:
        raise UsageError("A user's name at a learning record store cannot have a colon (:) in it.")
    return Store(_statements_address(parts), user, password)


def send(statements: Iterable[Statement], store: Store, sleep: Sleeper) -> SendResult:
    """Puts the statements into the store, `BATCH` at a time; raises StoreError when it does not take them."""
    held = differing = 0
    opener = build_opener(_NoRedirect)
    for batch in _batches(statements):
        taken, other = _put(batch, store, opener, sleep)
        held, differing = held + taken, differing + other
    return SendResult(held, differing)


def _statements_address(parts: SplitResult) -> str:
    path = parts.path.rstrip("/")
    path = path if path.endswith("/statements") else f"{path}/statements"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _batches(statements: Iterable[Statement]) -> Iterator[list[str]]:
    rows = (statement.as_json() for statement in statements)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _put(batch: Sequence[str], store: Store, opener: OpenerDirector, sleep: Sleeper) -> tuple[int, int]:
    """How many of the batch the store holds now, and how many it held with other content."""
    status = _post(batch, store, opener, sleep)
    if status not in (HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE):
        return len(batch), 0
    if len(batch) == 1:
        if status == HTTPStatus.CONFLICT:
            return 0, 1
        raise StoreError(f"{store.address} finds a single statement too large. Ask the store's keeper for its limit.")
    half = len(batch) // 2
    left, right = (_put(part, store, opener, sleep) for part in (batch[:half], batch[half:]))
    return left[0] + right[0], left[1] + right[1]


def _post(batch: Sequence[str], store: Store, opener: OpenerDirector, sleep: Sleeper) -> int:
    """The status that the store answers with: taken, in conflict, or too large; tries again when the way fails."""
    request = _request(batch, store)
    trouble = ""
    for wait in (*WAITS_S, None):
        asked = None
        try:
            with opener.open(request, timeout=TIMEOUT_S) as answer:
                return _taken(store, int(answer.status), answer.read(_MOST_ANSWER))
        except HTTPError as error:
            with closing(error):
                if error.code in (HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE):
                    return error.code
                if error.code not in _PASSING:
                    raise _refused(store, error) from None
                trouble = f"it answers {error.code}"
                asked = _retry_after(error.headers.get("Retry-After"))
        except (OSError, http.client.HTTPException) as error:
            trouble = _way_failed(store, error)
        if wait is not None:
            sleep(max(wait, asked or 0.0))
    raise StoreError(
        f"{store.address} could not be used: {trouble}, {len(WAITS_S) + 1} times in a row. "
        "Check the address and the network, and run the same command again: what has arrived is not sent twice."
    )


def _request(batch: Sequence[str], store: Store) -> Request:
    token = b64encode(f"{store.user}:{store.password}".encode()).decode("ascii")
    headers = {
        "Authorization": f"Basic {token}",
        "Content-Type": "application/json",
        "X-Experience-API-Version": VERSION,
    }
    return Request(store.address, data=f"[{','.join(batch)}]".encode(), headers=headers, method="POST")


def _taken(store: Store, status: int, body: bytes) -> int:
    """The status of a store that has taken a batch: it answers with ids, or with nothing when it had them all."""
    with suppress(ValueError, RecursionError):
        if status == HTTPStatus.NO_CONTENT or isinstance(json.loads(body), list):
            return status
    raise StoreError(
        f"What answers at {store.address} is no learning record store. Check the address; it mostly ends in /xAPI."
    )


class _NoRedirect(HTTPRedirectHandler):
    """A store that has moved is named, not followed: a POST would become a GET and the password would travel."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> None:
        """None: the redirect is an error to report."""


def _refused(store: Store, error: HTTPError) -> StoreError:
    said = _said(error)
    match error.code:
        case 401 | 403:
            return StoreError(
                f"{store.address} does not accept this user and password ({error.code}). "
                "Check EQUAL_FOOTING_LRS_USER and EQUAL_FOOTING_LRS_PASSWORD, and that the user may write statements."
            )
        case 404 | 405:
            return StoreError(
                f"There is no learning record store at {store.address} ({error.code}). "
                "Check the address; it mostly ends in /xAPI."
            )
        case 301 | 302 | 303 | 307 | 308:
            return StoreError(
                f"{store.address} has moved ({error.code}). Name the new address with --to; it is not followed unasked."
            )
        case 400:
            return StoreError(f"{store.address} does not take these statements (400){said}")
        case _:
            return StoreError(f"{store.address} answers {error.code}{said} Ask the store's keeper.")


def _said(error: HTTPError) -> str:
    """What the store says for itself, in one short line without control characters."""
    try:
        text = error.read(_MOST_ANSWER).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return "."
    try:
        found = json.loads(text)
        text = str(found["detail"]) if isinstance(found, dict) and "detail" in found else text
    except (ValueError, RecursionError):
        pass
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f": {line[:300]}" if line else "."


def _way_failed(store: Store, error: OSError | http.client.HTTPException) -> str:
    """What went wrong on the way, for a try that is worth repeating; raises StoreError for one that is not."""
    reason = error.reason if isinstance(error, URLError) else error
    match reason:
        case ssl.SSLCertVerificationError():
            raise StoreError(
                f"{store.address} shows a certificate that cannot be trusted: {reason.verify_message}. "
                "Nothing was sent. Ask the store's keeper."
            ) from None
        case socket.gaierror():
            return "no computer of that name can be found"
        case ConnectionRefusedError():
            return "nothing answers there"
        case TimeoutError():
            return f"it does not answer within {TIMEOUT_S} seconds"
        case OSError() if reason.strerror:
            return f"the connection broke ({reason.strerror})"
        case _:
            return "the connection broke"


def _retry_after(value: str | None) -> float | None:
    """The seconds that a store asks us to wait, at most a minute; dates are not understood."""
    return min(float(value), LONGEST_WAIT_S) if value and value.isascii() and value.isdigit() else None
