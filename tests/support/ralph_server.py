"""Starts Ralph, a learning record store, on loopback; run by Ralph's own interpreter: `ralph_server.py FOLDER USER`.

The password comes in RALPH_TEST_PASSWORD. The port is printed once Ralph listens; it ends with standard input.
"""

import json
import os
import socket
import sys
import threading
from pathlib import Path

folder, user = Path(sys.argv[1]), sys.argv[2]
os.environ |= {
    "RALPH_APP_DIR": str(folder),
    "RALPH_AUTH_FILE": str(folder / "auth.json"),
    "RALPH_HISTORY_FILE": str(folder / "history.json"),
    "RALPH_RUNSERVER_BACKEND": "fs",
    "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": "100000",
    "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "statements"),
}

import bcrypt  # noqa: E402
import uvicorn  # noqa: E402

secret = bcrypt.hashpw(os.environ["RALPH_TEST_PASSWORD"].encode(), bcrypt.gensalt(4)).decode()
agent = {"objectType": "Agent", "account": {"homePage": "https://school.example", "name": user}}
account = {"agent": agent, "scopes": ["all"], "hash": secret, "username": user}
(folder / "auth.json").write_text(json.dumps([account]), encoding="utf-8")

from ralph.backends.data.base import BaseOperationType  # noqa: E402
from ralph.backends.lrs.fs import FSLRSBackend  # noqa: E402

FSLRSBackend.default_operation_type = BaseOperationType.APPEND  # as shipped it refuses the second POST

from ralph.api import app  # noqa: E402

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))


def stop_with_standard_input() -> None:
    """Ends the server when the test that started it ends, however that goes."""
    sys.stdin.read()
    server.should_exit = True


threading.Thread(target=stop_with_standard_input, daemon=True).start()
server.run(sockets=[listener])
