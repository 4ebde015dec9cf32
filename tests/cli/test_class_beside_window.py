"""The command `class` beside a window: one line of JSON, and an end with its input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import class_
from tests.support.patience import PATIENCE

pytestmark = pytest.mark.slow

MAIN = Path(__file__).resolve().parents[2] / "main.py"


def test_packages_that_are_not_there_are_told_with_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(class_, "find_spec", lambda name: None)
    assert class_.missing() == class_.MORE
    assert "requirements/class.lock" in class_.MORE


def test_the_class_ends_when_its_window_is_gone_however_it_went(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    words = ["class", "fine-fine", "--bind", "127.0.0.1", "--into", str(tmp_path / "class"), "--beside-window"]
    server = subprocess.Popen(
        [sys.executable, str(MAIN), *words],
        env=os.environ | {"EQUAL_FOOTING_HOME": str(tmp_path / "home")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    told = json.loads(server.stdout.readline())
    assert told["address"].startswith("http://127.0.0.1:")
    assert told["folder"] == str(tmp_path / "class")
    rest, _ = server.communicate(timeout=PATIENCE)  # which closes its input, as a killed window would
    assert (server.returncode, rest) == (0, "")
