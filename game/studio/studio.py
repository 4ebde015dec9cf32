"""Everything that is open in one run of the studio: the folder, the files with their tabs, and when to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from game.app.library import Library
from game.rubric.model import Rubric
from game.studio.folder import AuthorFolder
from game.studio.keeping import DiskFile
from game.studio.playing import Player
from game.studio.proving import Prover
from game.studio.sheet import Sheet
from game.studio.view import Viewer
from game.studio.waits import USUAL, Waits

LEFT_S = 4.0  # how long after its last tab the studio waits for one to come back


class Studio:
    """One run of the studio."""

    def __init__(
        self, library: Library, folder: AuthorFolder, first: str | None, look: str, waits: Waits = USUAL
    ) -> None:
        """first: the page's name for the file to open at once; None for the first screen. look: the key by which
        frames and pictures, which can send no header, are asked for."""
        self.library, self.folder, self.first, self.look, self.waits = library, folder, first, look, waits
        self.prover = Prover(library.rubric, library.language)
        self.sheets: dict[str, Sheet] = {}
        self.here = 0  # sockets that are open now, of any kind
        self.was_here = False

    @cached_property
    def player(self) -> Player:
        """Returns what makes plays of the files."""
        return Player(self.library)

    @property
    def rubric(self) -> Rubric:
        """Returns the rubric."""
        return self.library.rubric

    def sheet(self, name: object) -> Sheet:
        """Returns a file's sheet, opened when it is first asked for. Raises GameError."""
        path = self.folder.file(name)
        assert isinstance(name, str)
        if name not in self.sheets:
            viewer = Viewer(path, self.rubric)
            self.sheets[name] = Sheet(
                name, DiskFile(path), viewer, lambda: self.prover, self.waits, {"look": self.look}
            )
        return self.sheets[name]

    # ── coming and going ─────────────────────────────────────────────────────────────────────────────

    def comes(self) -> None:
        """Counts a socket in."""
        self.here += 1
        self.was_here = True

    def goes(self) -> None:
        """Counts a socket out."""
        self.here -= 1

    async def watch(self) -> None:
        """Looks at the open files again and again, until every tab has been gone for a while."""
        gone = 0.0
        while gone < LEFT_S:
            settling = any(sheet.file.settling for sheet in self.sheets.values())
            wait_s = self.waits.settle_s if settling else self.waits.watch_s
            await asyncio.sleep(wait_s)
            gone = gone + wait_s if self.was_here and self.here == 0 else 0.0
            for sheet in list(self.sheets.values()):
                if not sheet.saving:
                    sheet.meet_outside()

    async def save_all(self) -> list[str]:
        """Saves every file; returns the names of those that could not be."""
        lost = []
        for sheet in self.sheets.values():
            with suppress(OSError):
                await sheet.save()
            if not sheet.saved:
                sheet.file.put_aside(sheet.buffer.text)
                lost.append(sheet.file.path.name)
        return lost


def begun(library: Library, path: Path | None, own: Callable[[], Path], look: str, waits: Waits = USUAL) -> Studio:
    """Returns a studio for a file, a folder, or the author's own folder. Raises GameError."""
    if path is not None and (path.is_dir() or not path.suffix):
        return Studio(library, AuthorFolder(path), None, look, waits)
    if path is not None:
        folder = AuthorFolder(path.resolve().parent)
        studio = Studio(library, folder, folder.known(path.resolve()), look, waits)
        studio.sheet(studio.first)
        return studio
    return Studio(library, AuthorFolder(own()), None, look, waits)
