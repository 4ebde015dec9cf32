"""Several players on one computer: each has a folder of their own under the game's, and nobody by name has the game's
folder itself."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from game.files import FileProblem, read_bounded, write_whole
from game.letters import writable
from game.play.play_list import PlaySummary, list_plays
from game.words import _

FOLDER, CARD, SETTINGS, SAVES, SEEN = "players", "player.json", "settings.json", "saves", "seen.txt"
MOST_NAME = 60
_MOST_CARD = 4096
_MOST_SETTINGS = 1024 * 1024
_LONE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # halves of a character, which no file can hold


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that were used before, in alphabetical order, and in words what lies among the folders and is no
    player's."""

    names: tuple[str, ...]
    problem: str | None


def tidy(name: str) -> str:
    """Returns a name as it is kept and compared: what a field takes of it, with single spaces and one way to
    write each letter."""
    read = _LONE.sub("?", name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # as journals have it
    whole = "".join(writable(unicodedata.normalize("NFC", read)))
    return " ".join(whole.split())[:MOST_NAME].strip()


def folder_of(home: Path, name: str) -> Path:
    """Returns where a player's own things lie, there yet or not. The folder is named by plain letters of the name
    and a hash of it, so that no two names share one and every file system can hold it."""
    if not (name := tidy(name)):
        return home
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:24].strip("-") or "player"
    return home / FOLDER / f"{slug}-{blake2b(name.encode(), digest_size=6).hexdigest()}"


def plays_of(logs: Path | None, name: str) -> list[PlaySummary]:
    """Returns a player's plays, the newest first; those without a name are nobody's."""
    return [play for play in (list_plays(logs) if logs else []) if tidy(play.player or "") == tidy(name)]


def known(home: Path, logs: Path | None) -> KnownNames:
    """Returns who has played here: everybody with a folder, and everybody whose name stands in a play."""
    names = {tidy(play.player) for play in (list_plays(logs) if logs else []) if play.player}
    strange = []
    for folder in _entries(home / FOLDER):
        name = _name_in(folder)
        if name:
            names.add(name)
        elif not (folder.is_dir() and not _entries(folder)):
            strange.append(folder.name)
    told = _("In {folder} something is not a player’s and is left alone: {names}.")
    problem = told.format(folder=home / FOLDER, names=", ".join(strange[:3])) if strange else None
    return KnownNames(tuple(sorted(names - {""}, key=lambda name: (name.casefold(), name))), problem)


def last(home: Path) -> str:
    """Returns who played last: the name that stands in the settings of the game's own folder."""
    player = _json(home / SETTINGS, _MOST_SETTINGS).get("player")
    return tidy(player) if isinstance(player, str) else ""


def settle(home: Path, logs: Path | None, name: str) -> Path:
    """Returns the folder of a player, made where it is not there yet; what was theirs in the game's own folder comes
    along. Where it cannot be made nothing is said: whatever is to be kept there says so."""
    folder = folder_of(home, name)
    if folder != home and _name_in(folder) != tidy(name):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            _bring_along(home, logs, tidy(name), folder)
            card = json.dumps({"format": 1, "name": tidy(name)}, ensure_ascii=False) + "\n"
            write_whole(folder / CARD, card.encode())
    return folder


def files_of(home: Path, name: str) -> tuple[Path, ...]:
    """Returns every file in a player's folder."""
    folder = folder_of(home, name)
    found = folder.rglob("*") if folder != home else ()
    return tuple(sorted(path for path in found if path.is_symlink() or path.is_file()))


def _bring_along(home: Path, logs: Path | None, name: str, folder: Path) -> None:
    """Moves the saves of a player's plays; whoever played here last takes the settings and what was read along."""
    if last(home) == name:
        import shutil

        for file in (SETTINGS, SEEN):
            if (home / file).is_file() and not (folder / file).exists():
                shutil.copyfile(home / file, folder / file)
    plays = {play.path.name for play in plays_of(logs, name)}
    from game.play.saves import list_saves

    for save in list_saves(home / SAVES)[0]:
        if Path(save.mark.journal).name in plays:
            (folder / SAVES).mkdir(exist_ok=True)
            for path in (save.picture, save.path):
                if path.exists() and not (folder / SAVES / path.name).exists():
                    os.replace(path, folder / SAVES / path.name)


def _name_in(folder: Path) -> str:
    """Returns the name that a folder is kept under; empty where it is broken or belongs elsewhere."""
    name = _json(folder / CARD, _MOST_CARD).get("name")
    return name if isinstance(name, str) and folder_of(folder.parent.parent, name) == folder else ""


def _json(path: Path, most: int) -> dict[str, Any]:
    """Returns what a small file holds; nothing where it is none."""
    try:
        kept = json.loads(read_bounded(path, most))
    except (FileProblem, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _entries(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.iterdir())
    return []
