"""Ralph, a real learning record store, on loopback: fixtures to import.

Ralph runs in an environment of its own (requirements/lrs.lock), whose interpreter EQUAL_FOOTING_RALPH_PYTHON names.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.support.patience import PATIENCE

PYTHON = os.environ.get("EQUAL_FOOTING_RALPH_PYTHON")
USER, PASSWORD = "teacher", "correct horse"
TOKEN = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
SERVER = Path(__file__).with_name("ralph_server.py")
needs_ralph = pytest.mark.skipif(
    PYTHON is None,
    reason="needs Ralph: make an environment from requirements/lrs.lock, name it in EQUAL_FOOTING_RALPH_PYTHON",
)


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
        asked = Request(f"{self.url}/statements?limit=100000", headers={"Authorization": f"Basic {TOKEN}"})
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
