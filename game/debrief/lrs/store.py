"""A learning record store over HTTP (xAPI 1.0.3, basic authentication): its address, and one question to it.

Credentials are never printed, never sent after a redirect, and never part of the address.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from game.debrief.export.statement import VERSION
from game.errors import GameError, UsageError

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
        """Returns whether the password crosses a network unencrypted."""
        parts = urlsplit(self.address)
        return parts.scheme == "http" and not _here(parts.hostname or "")


def store_at(endpoint: str, user: str, password: str) -> Store:
    """Returns the store at an address such as https://lrs.school.example/xAPI; raises UsageError when it cannot be
    one."""
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


def _statements_address(parts: SplitResult) -> str:
    path = parts.path.rstrip("/")
    path = path if path.endswith("/statements") else f"{path}/statements"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def answer_to(
    store: Store,
    address: str,
    body: bytes | None,
    sleep: Sleeper,
    *,
    expected: Collection[int] = (),
    most: int = _MOST_ANSWER,
) -> tuple[int, bytes]:
    """Returns the status and the text, of `most` bytes, with which a store answers; raises StoreError when it refuses.

    A request whose way fails is made again, up to five times. `body` is what to post; None asks for what is there.
    `expected` are refusals that the caller knows what to do about.
    """
    request, opener = _request(store, address, body), build_opener(_NoRedirect)
    trouble = ""
    for wait in (*WAITS_S, None):
        asked = None
        try:
            with opener.open(request, timeout=TIMEOUT_S) as answer:
                return int(answer.status), answer.read(most)
        except HTTPError as error:
            with closing(error):
                if error.code in expected:
                    return error.code, b""
                if error.code not in _PASSING:
                    raise _refused(store, error, sending=body is not None) from None
                trouble = f"it answers {error.code}"
                asked = _retry_after(error.headers.get("Retry-After"))
        except (OSError, http.client.HTTPException) as error:
            trouble = _way_failed(store, error)
        if wait is not None:
            sleep(max(wait, asked or 0.0))
    raise StoreError(
        f"{store.address} could not be used: {trouble}, {len(WAITS_S) + 1} times in a row. "
        "Check the address and the network, and run the same command again: nothing is taken or sent twice."
    )


def _request(store: Store, address: str, body: bytes | None) -> Request:
    token = b64encode(f"{store.user}:{store.password}".encode()).decode("ascii")
    headers = {"Authorization": f"Basic {token}", "X-Experience-API-Version": VERSION}
    if body is not None:
        headers["Content-Type"] = "application/json"
    return Request(address, data=body, headers=headers, method="GET" if body is None else "POST")


def no_store(store: Store) -> StoreError:
    """Returns what to say where something else than a store answers."""
    return StoreError(
        f"What answers at {store.address} is no learning record store. Check the address; it mostly ends in /xAPI."
    )


class _NoRedirect(HTTPRedirectHandler):
    """A store that has moved is named, not followed: a POST would become a GET and the password would travel."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> None:
        """Follows no redirect, so that one is an error to report."""


def _refused(store: Store, error: HTTPError, *, sending: bool) -> StoreError:
    said = _said(error)
    match error.code:
        case 401 | 403:
            return StoreError(
                f"{store.address} does not accept this user and password ({error.code}). "
                "Check EQUAL_FOOTING_LRS_USER and EQUAL_FOOTING_LRS_PASSWORD, and that the user may "
                f"{'write' if sending else 'read'} statements."
            )
        case 404 | 405:
            return StoreError(
                f"There is no learning record store at {store.address} ({error.code}). "
                "Check the address; it mostly ends in /xAPI."
            )
        case 301 | 302 | 303 | 307 | 308:
            return StoreError(
                f"{store.address} has moved ({error.code}). Name the new address with --lrs; "
                "it is not followed unasked."
            )
        case 400 if sending:
            return StoreError(f"{store.address} does not take these statements (400){said}")
        case _:
            return StoreError(f"{store.address} answers {error.code}{said} Ask the store's keeper.")


def _said(error: HTTPError) -> str:
    """Returns what the store says for itself, in one short line without control characters."""
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
    """Returns what went wrong on the way, for a try that is worth repeating; raises StoreError for one that is not."""
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
    """Returns the seconds that a store asks us to wait, at most a minute; dates are not understood."""
    return min(float(value), LONGEST_WAIT_S) if value and value.isascii() and value.isdigit() else None
