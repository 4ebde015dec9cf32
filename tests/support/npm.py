"""Packages of npm that a test needs and the project does not: fetched whole, without what they themselves need."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.patience import PATIENCE


def fetched(folder: Path, name: str) -> Path:
    """Fetches a package (`NAME@VERSION`) and returns its folder; skips the test where that cannot be."""
    npm, tar = shutil.which("npm"), shutil.which("tar")
    if npm is None or tar is None:
        pytest.skip(f"there is no npm here to fetch {name}")
    into = folder / name.replace("/", "-")
    if into.exists():
        return into / "package"
    into.mkdir()
    got = subprocess.run(
        [npm, "pack", "--silent", name], cwd=into, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if got.returncode:
        pytest.skip(f"npm could not fetch {name}")
    subprocess.run([tar, "-xzf", got.stdout.split()[-1]], cwd=into, check=True)
    return into / "package"
