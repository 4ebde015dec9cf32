"""`main.py` under a Python that cannot run the game: one sentence, whatever its age."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[1] / "main.py"
OLD = [name for name in ("python2.7", "python3.6", "python3.8", "python3.9", "python3.10") if shutil.which(name)]


def test_an_old_python_can_read_it() -> None:
    ast.parse(MAIN.read_text("utf-8"), feature_version=(3, 4))
    assert 'f"' not in MAIN.read_text("utf-8")


def test_a_python_without_the_packages_says_what_to_type() -> None:
    bare = subprocess.run([sys.executable, "-E", "-s", "-S", MAIN, "list"], capture_output=True, text=True, check=False)
    assert bare.returncode == 1
    assert bare.stderr.startswith("This Python lacks the package `click`. Type: ")
    assert bare.stderr.count("\n") == 1


def test_whether_this_python_is_new_enough_can_be_asked_without_the_packages() -> None:
    asked = subprocess.run(
        [sys.executable, "-E", "-s", "-S", MAIN, "--ready"], capture_output=True, text=True, check=False
    )
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "", "")


@pytest.mark.parametrize("python", OLD)
def test_a_python_that_is_too_old_says_so(python: str) -> None:
    tried = subprocess.run([python, "-c", "0"], capture_output=True, check=False)
    if tried.returncode:  # a name that only stands for a version that is not chosen
        pytest.skip(f"{python} does not run here")
    old = subprocess.run([python, MAIN], capture_output=True, text=True, check=False)
    assert old.returncode == 1
    assert old.stderr.startswith("Equal Footing needs Python 3.11 or newer, and this is Python ")
    assert old.stderr.count("\n") == 1
