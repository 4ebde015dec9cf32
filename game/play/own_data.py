"""What this computer keeps of its players, kind by kind, in plain words."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.files import unfinished
from game.play import device
from game.play.journal import SUFFIX
from game.play.play_list import list_plays
from game.play.players import CARD, FOLDER, files_of, known, tidy
from game.play.saves import list_saves
from game.words import N_, _

PLAYS, SAVES, SETTINGS, READ, DEVICE, FIGURES, PAGES, CRASH, KEY, STOPPED, OTHER = (
    "plays", "saves", "settings", "read", "device", "figures", "pages", "crash", "key", "stopped", "other",
)  # fmt: skip
TOLD = {
    PLAYS: (
        N_("Plays"),
        N_("What you chose, when, and what you typed: one file a play, with your name if you gave one."),
    ),
    SAVES: (N_("Saves"), N_("Bookmarks in plays, each with a small picture.")),
    SETTINGS: (N_("Settings"), N_("How you want the game, and the name you play under.")),
    READ: (N_("What you have read"), N_("A code for each line, so that it can be skipped. No word can be read back.")),
    DEVICE: (
        N_("Device mark"),
        N_("Random digits in each play, to tell apart plays without a name. No name, nothing about this computer."),
    ),
    FIGURES: (
        N_("Computed figures"),
        N_("Scenarios as they were checked, and how high each can score. Nothing in them is yours."),
    ),
    PAGES: (
        N_("Class pages made here"),
        N_("What each told in numbers, so that the next gives nobody away. No names."),
    ),
    CRASH: (N_("The last crash"), N_("Where in the program it happened, for its makers.")),
    KEY: (
        N_("A teacher’s key"),
        N_("Leads from pseudonyms back to names. It stays when you erase; remove it yourself."),
    ),
    STOPPED: (
        N_("Half-written files"),
        N_("Left where the computer stopped in the middle of writing. They go when anything is erased."),
    ),
    OTHER: (N_("Other files"), N_("Not from this part of the game. They are never touched.")),
}
YOURS = (PLAYS, SAVES, SETTINGS, READ, DEVICE)  # what an export holds
_SAVE = (".json", ".png")
_OURS = re.compile(r"\d{8}-\d{6}-[a-z0-9-]+-[0-9a-f]{8}\.jsonl")


@dataclass(frozen=True, slots=True)
class DataKind:
    """One kind of file that is kept: where, and which ones there are."""

    name: str
    place: Path
    files: tuple[Path, ...]

    @property
    def label(self) -> str:
        """Returns how it is called."""
        return _(TOLD[self.name][0])

    @property
    def about(self) -> str:
        """Returns what stands in it."""
        return _(TOLD[self.name][1])

    @property
    def places(self) -> tuple[Path, ...]:
        """Returns where its files lie: where they usually do, and among the players' folders where any lie there."""
        theirs = (parent for path in self.files for parent in path.parents if parent.name == FOLDER)
        return tuple(dict.fromkeys((self.place, *theirs)))

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(_size(path) for path in self.files)


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything kept in the game's own folder `home`, and the plays in `logs`, which may lie elsewhere."""

    home: Path
    logs: Path

    def kinds(self) -> list[DataKind]:
        """Returns what there is, kind by kind, of every player; a kind without files is there too, except the rare
        ones."""
        home, each = self.home, f"{FOLDER}/*/"
        settings = "settings.json", "settings.json.new"
        found = [
            DataKind(PLAYS, self.logs, self._plays()),
            DataKind(SAVES, home / "saves", _glob(home, *(f"{at}saves/*{end}" for at in ("", each) for end in _SAVE))),
            DataKind(SETTINGS, home / "settings.json", _glob(home, *settings, *(each + n for n in (*settings, CARD)))),
            DataKind(READ, home / "seen.txt", _glob(home, "seen.txt", each + "seen.txt")),
            DataKind(DEVICE, home / device.FILE, _glob(home, device.FILE, each + device.FILE)),
            DataKind(FIGURES, home / "cache", _glob(home, "cache/*.figures", "cache/*.checked", "cache/*.face.png")),
            DataKind(PAGES, home / "pages-made.json", _glob(home, "pages-made.json", "terms-made.json")),
            DataKind(CRASH, home / "crash.txt", _glob(home, "crash.txt")),
            DataKind(KEY, home / "teacher.key", _glob(home, "teacher.key")),
            DataKind(STOPPED, home, self._stopped()),
        ]
        known = {path for kind in found for path in kind.files}
        other = tuple(path for path in _glob(home, "**/*") if path not in known)
        found.append(DataKind(OTHER, home, other))
        return [kind for kind in found if kind.files or kind.name in YOURS]

    def kinds_of(self, player: str) -> list[DataKind]:
        """Returns the same of one player alone."""
        theirs = set(self.files_of(player))
        kinds = [DataKind(kind.name, kind.place, tuple(p for p in kind.files if p in theirs)) for kind in self.kinds()]
        return [kind for kind in kinds if kind.name in YOURS]

    def players(self) -> tuple[str, ...]:
        """Returns who has played here by name, in alphabetical order."""
        return known(self.home, self.logs).names

    def files_of(self, player: str) -> list[Path]:
        """Returns the plays of one player, the saves that belong to them, and all that lies in their folder."""
        plays = [play.path for play in list_plays(self.logs) if play.player and tidy(play.player) == tidy(player)]
        names = {path.name for path in plays}
        saves = [save for save in list_saves(self.home / "saves")[0] if Path(save.mark.journal).name in names]
        pictures = [save.picture for save in saves if save.picture.exists()]
        theirs = [*plays, *(save.path for save in saves), *pictures, *files_of(self.home, player)]
        return list(dict.fromkeys([*theirs, *self._stopped()])) if theirs else []

    def files_of_all(self, *, settings: bool) -> list[Path]:
        """Returns what goes when everything goes: plays, saves and what was read, and, if wanted, the settings too."""
        going = (*YOURS, FIGURES, CRASH, STOPPED) if settings else (PLAYS, SAVES, READ, DEVICE, STOPPED)
        return [path for kind in self.kinds() if kind.name in going for path in kind.files]

    def _stopped(self) -> tuple[Path, ...]:
        """Returns what writers that were stopped have left; whose it is cannot be told, so it goes with anybody's."""
        return tuple(dict.fromkeys([*unfinished(self.home), *unfinished(self.logs)]))

    def _plays(self) -> tuple[Path, ...]:
        """Returns the journals, damaged ones too where their name is the game's."""
        readable = {play.path for play in list_plays(self.logs)}
        return tuple(p for p in _glob(self.logs, f"*{SUFFIX}") if p in readable or _OURS.fullmatch(p.name))


def _glob(folder: Path, *patterns: str) -> tuple[Path, ...]:
    """Returns the files in a folder that match, links not followed."""
    with suppress(OSError):
        found = {path for pattern in patterns for path in folder.glob(pattern)}
        return tuple(sorted(path for path in found if path.is_symlink() or path.is_file()))
    return ()


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.lstat().st_size
    return 0


def size_told(size: int) -> str:
    """Returns a number of bytes in words: kB below a million, then MB."""
    if size < 1_000_000:
        return _("{number} kB").format(number=f"{-(-size // 1000):,}")
    return _("{number} MB").format(number=f"{size / 1_000_000:,.1f}")


def count_told(count: int) -> str:
    """Returns a number of files in words."""
    return _("1 file") if count == 1 else _("{count} files").format(count=count)
