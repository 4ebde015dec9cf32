"""A module whose compiled copy a full disk cut short is read from its source, and compiled anew."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def imported(folder: Path, first: str = "import game") -> subprocess.CompletedProcess[str]:
    keeps = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    words = [sys.executable, "-c", f"{first}\nimport a_module\nprint(a_module.SAID)"]
    there = keeps | {"PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"}
    return subprocess.run(words, env=there, capture_output=True, text=True, check=False)


def a_module(folder: Path) -> Path:
    (folder / "a_module.py").write_text(f"SAID = 'hello'\nMORE = {list(range(500))}\n", encoding="utf-8")
    assert imported(folder).stdout == "hello\n"
    return Path(cache_from_source(str(folder / "a_module.py")))


@pytest.mark.parametrize("kept", [0, 7, 16, 17, 40, 500])
def test_a_module_whose_compiled_copy_was_cut_short_is_read_and_compiled_anew(kept: int, tmp_path: Path) -> None:
    copy = a_module(tmp_path)
    whole = copy.read_bytes()
    copy.write_bytes(whole[:kept])
    for _ in range(2):  # the first takes the copy away, the second writes it
        told = imported(tmp_path)
        assert (told.stdout, told.stderr) == ("hello\n", "")
    assert copy.read_bytes() == whole


def test_python_alone_stumbles_over_it(tmp_path: Path) -> None:
    copy = a_module(tmp_path)
    copy.write_bytes(copy.read_bytes()[:40])
    assert "EOFError" in imported(tmp_path, first="").stderr


def test_a_module_that_is_wrong_itself_is_told_as_ever(tmp_path: Path) -> None:
    (tmp_path / "a_module.py").write_text("SAID = (", encoding="utf-8")
    assert "SyntaxError" in imported(tmp_path).stderr
