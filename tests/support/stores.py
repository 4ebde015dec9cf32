"""A learning record store of a test's own, on loopback."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

STORE_THEN_BREAK = "store, then break the connection"


PASSWORD = "s3cret-Wörd"


class FakeStore:
    """What a store keeps, and the answers that it gives before it begins to behave."""

    def __init__(self, *answers: int | str, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.answers, self.body, self.headers = list(answers), body, headers or {}
        self.kept: dict[str, str] = {}
        self.page = 3  # statements that it gives at once
        self.requests: list[int] = []
        self.seen: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.url = ""

    def take(self, rows: list[dict[str, object]]) -> tuple[int, bytes]:
        """Keeps a batch whole or not at all, as xAPI asks."""
        found = {str(row["id"]): json.dumps(row, sort_keys=True) for row in rows}
        if any(self.kept.get(i, text) != text for i, text in found.items()):
            return 409, b'{"detail": "Differing statements already exist"}'
        self.kept |= found
        return 200, json.dumps(list(found)).encode()

    def give(self, path: str) -> tuple[int, bytes]:
        """Returns a page of what it keeps, in the order in which it came, and where the next one is."""
        begin = int(dict(parse_qsl(urlsplit(path).query)).get("from", "0"))
        rows = [json.loads(text) for text in list(self.kept.values())[begin : begin + self.page]]
        end = begin + self.page
        more = f"/xAPI/statements?from={end}" if end < len(self.kept) else ""
        return 200, json.dumps({"statements": rows, "more": more}).encode()


@contextmanager
def running(fake: FakeStore) -> Iterator[FakeStore]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            rows = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.requests.append(len(rows))
            self.answer(lambda: fake.take(rows))

        def do_GET(self) -> None:
            self.answer(lambda: fake.give(self.path))

        def answer(self, work: Callable[[], tuple[int, bytes]]) -> None:
            fake.seen.append(dict(self.headers))
            fake.paths.append(self.path)
            answer = fake.answers.pop(0) if fake.answers else 0
            if answer == STORE_THEN_BREAK:
                work()
            if isinstance(answer, str):
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                return
            status, body = (answer, fake.body) if answer else work()
            self.send_response(status)
            for name, value in fake.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None: ...

    class Server(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None: ...

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        fake.url = f"http://127.0.0.1:{server.server_port}/xAPI"
        try:
            yield fake
        finally:
            server.shutdown()
            thread.join()
