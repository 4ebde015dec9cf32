"""What goes into the game without Python, without making it: that takes minutes, and `docs/install.md` says how."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tools.installer.build import LOCK, NAME, ROOT, pack


def test_an_archive_has_its_checksum_beside_it(tmp_path: Path) -> None:
    made = tmp_path / NAME
    made.mkdir()
    (made / NAME).write_bytes(b"a program")
    archive = pack(made)
    digest, name = archive.with_name(f"{archive.name}.sha256").read_text("utf-8").split()
    assert (digest, name) == (hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name)


def test_the_installer_carries_the_same_packages_as_every_player_has() -> None:
    pinned = re.compile(r"^([a-z0-9-]+==[\w.]+)", re.M)
    players = set(pinned.findall((ROOT / "requirements" / "play.lock").read_text("utf-8")))
    assert players <= set(pinned.findall(LOCK.read_text("utf-8")))
    assert "http" not in LOCK.read_text("utf-8")
