"""Players' folders with something of every kind in them, and a process that holds a play."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from game.play.own_data import OwnData
from game.play.saves import keep
from game.play.session import Session
from game.testing import Clock, a_session, made


def a_play(home: Path, player: str | None = None) -> Session:
    return made(a_session(home / "logs", player=player), "name-it")


def a_home(tmp_path: Path) -> OwnData:
    """Two players' plays, a save of the first, settings, and files of every other kind."""
    home = tmp_path / "home"
    keep(home / "saves", a_play(home, "Ana"), "Before", Clock()(), b"picture")
    a_play(home, "Ben")
    a_play(home)
    (home / "cache").mkdir()
    for name in (
        "settings.json",
        "seen.txt",
        "device.txt",
        "cache/small.figures",
        "crash.txt",
        "teacher.key",
        "notes.odt",
    ):
        (home / name).write_text("{}")
    return OwnData(home, home / "logs")


HOLDER = """
import sys
from pathlib import Path
from game.play.journal import JournalFile
file = JournalFile.reopen(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def a_holder(path: Path) -> subprocess.Popen[str]:
    """Another process that has this play in hand, until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def a_play_that_was_left(tmp_path: Path) -> Path:
    session = made(a_session(tmp_path), "name-it")
    session.abandon()
    assert session.journal_path
    return session.journal_path
