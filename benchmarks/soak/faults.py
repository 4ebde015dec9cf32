"""Faults of a computer: each is laid on the folder that a play, a save, a class and its tables go to.

A fault that mounts needs root and is left out without it; the others need nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SIZE = "8m"  # of a disk in memory
_CAN_FREEZE = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("chattr") is not None
_CAN_MOUNT = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount") is not None

_LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
_CLOCK_BACK = """
import datetime, itertools, time
real, hours = time.time, itertools.count()
time.time = lambda: real() - 3600 * next(hours)
class Back(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
datetime.datetime = Back
"""


def _nothing(place: Path) -> None:
    """Leaves the place as it is."""


@dataclass(frozen=True)
class Fault:
    """`lay` makes a place faulty, `in_play` does so after the first choice is shown; `before` is Python that runs in
    the game's process before the game. What `destroys` leaves no place where a choice that was made could be."""

    name: str
    lay: Callable[[Path], None] = _nothing
    in_play: Callable[[Path], None] | None = None
    before: str = ""
    env: Mapping[str, str] = field(default_factory=dict)
    destroys: bool = False
    mounts: str = ""  # options of a disk in memory that the place is on
    freezes: bool = False  # makes files so that nothing can be written or removed, which must be undone

    @contextmanager
    def on(self, place: Path) -> Iterator[None]:
        """Keeps a disk of its own under the place, where the fault needs one."""
        place.mkdir(parents=True)
        if self.mounts:
            subprocess.run(["mount", "-t", "tmpfs", "-o", self.mounts, "tmpfs", place], check=True)
        try:
            yield
        finally:
            if self.freezes:
                subprocess.run(["chattr", "-R", "-i", place], check=True)
            if self.mounts:
                subprocess.run(["umount", place], check=True)


def _fill(place: Path) -> None:
    with (place / "filled").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 12)):
                pass
        except OSError:
            return


def _read_only(place: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", place], check=True)


def _freeze(place: Path) -> None:
    """Lets nothing be written any more, into files that are open neither: as where a system makes a disk read-only."""
    subprocess.run(["chattr", "-R", "+i", place], check=True)


def _a_file_for_folders(place: Path) -> None:
    for folder in place.iterdir():
        shutil.rmtree(folder)
    for name in ("home", "class", "tables"):
        (place / name).write_bytes(b"")


def _take_away_journals(place: Path) -> None:
    shutil.rmtree(place / "home" / "logs")


def _take_away_all(place: Path) -> None:
    for folder in place.iterdir():
        shutil.rmtree(folder)


def _a_file_for_the_home(place: Path) -> None:
    _take_away_all(place)
    (place / "home").write_bytes(b"")


def _locale(name: str) -> dict[str, str]:
    return {"LANG": name, "LC_ALL": name, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def faults(limit: int = 1500) -> list[Fault]:
    """Returns every fault that can be laid here; no file grows beyond `limit` bytes where one is a short disk."""
    unmounted = [
        Fault("none"),
        Fault("disk full in mid-play", before=_LIMITED.format(limit=limit)),
        Fault("disk full: not a byte", before=_LIMITED.format(limit=0)),
        Fault("a file where each folder should be", lay=_a_file_for_folders),
        Fault("journals taken away in play", in_play=_take_away_journals),
        Fault("all folders taken away in play", in_play=_take_away_all),
        Fault("home taken away in play, a file in its place", in_play=_a_file_for_the_home, destroys=True),
        Fault("clock back an hour at each look", before=_CLOCK_BACK),
        *(Fault(f"LANG={name}", env=_locale(name)) for name in ("C", "tr_TR.UTF-8", "ja_JP.SJIS", "no-such")),
        Fault("Python's own encoding ASCII", env=_locale("C") | {"PYTHONIOENCODING": "ascii:strict"}),
        *(
            Fault(f"TZ={zone}", env={"TZ": zone})
            for zone in ("Pacific/Kiritimati", "America/St_Johns", "Nowhere/At_All")
        ),
    ]
    mounted = [
        Fault("disk full from the start (a disk in memory)", lay=_fill, mounts=f"size={SIZE}"),
        Fault("disk full after the first choice (a disk in memory)", in_play=_fill, mounts=f"size={SIZE}"),
        Fault("read-only disk", lay=_read_only, mounts=f"size={SIZE}"),
    ]
    frozen = [Fault("all folders and files read-only after the first choice", in_play=_freeze, freezes=True)]
    return unmounted + (mounted if _CAN_MOUNT else []) + (frozen if _CAN_FREEZE else [])
