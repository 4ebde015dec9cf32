"""What the player's core does that has no sibling in Python (`core.test.mjs`, `suspended.test.mjs`), in Node."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from benchmarks.walk.twin import NODE
from game.app import library
from game.web.pack import PLAYER, as_json, packed


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed, so the player cannot be asked")
@pytest.mark.parametrize(
    ("player", "held"),
    [("player.js", "core.test.mjs"), ("platforms.js", "suspended.test.mjs")],
    ids=["waits for what is kept, and can be told in another language", "goes on at another device from a few letters"],
)
def test_a_session(tmp_path: Path, player: str, held: str):
    page = tmp_path / "page.json"
    page.write_text(as_json(packed(library.Library.shipped(), ["fine-fine"])), "utf-8")
    ran = subprocess.run(
        [str(NODE), "--test", str(Path(__file__).with_name(held))],
        env=os.environ | {"PLAYER": str(PLAYER / player), "PAGE": str(page)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
