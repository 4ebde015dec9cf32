"""The key of a class on its way: backed up, brought to another computer, and told from another.

A folder that `collect` filled has a file with the key's mark, so that pseudonyms do not change unseen when the folder
is read with another key.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.debrief.read.pseudonyms import Pseudonyms, open_key
from game.debrief.read.sources import show
from game.errors import UsageError
from game.files import FileProblem, create_private, read_bounded, write_shared, write_whole

MARK_FILE = "key.txt"
_SAYS = "The pseudonyms of this class rest on the key with the mark "


def back_up(pseudonyms: Pseudonyms, to: Path) -> None:
    """Writes the key into a new file; raises UsageError where there is one, or where it cannot be written."""
    try:
        create_private(to, pseudonyms.as_file)
    except FileExistsError:
        raise UsageError(f"There is a file at {show(to)} already. Name another; a key is never written over.") from None
    except OSError as error:
        raise UsageError(f"The key cannot be written to {show(to)}: {error.strerror or error}.") from None


def restore(backup: Path, key: Path) -> str | None:
    """Puts a backed-up key in a key's place; returns where a different one that was there lies now.

    Raises UsageError when the backup is no key file.
    """
    if not backup.is_file():
        raise UsageError(f"There is no key file at {show(backup)}.")
    wanted, _ = open_key(backup)
    aside = None
    if key.exists():
        before, _ = open_key(key)
        if before.mark == wanted.mark:
            return None
        aside = key.with_name(f"{key.stem}-{before.mark}{key.suffix}")
        write_whole(aside, before.as_file)
    key.parent.mkdir(parents=True, exist_ok=True)
    write_whole(key, wanted.as_file)
    return str(aside) if aside else None


def sign(folder: Path, pseudonyms: Pseudonyms) -> None:
    """Notes in a class folder which key its pseudonyms rest on, where none is noted yet."""
    if _noted(folder) is None:
        write_shared(folder / MARK_FILE, f"{_SAYS}{pseudonyms.mark}.\n".encode())


def other_keys(folders: Iterable[Path], pseudonyms: Pseudonyms) -> list[str]:
    """Returns a sentence for each folder whose pseudonyms rest on another key than this one."""
    return [
        f"The pseudonyms of {show(folder)} rest on another key (mark {noted}; the one in use has {pseudonyms.mark}): "
        "everyone gets a new one, and no term can be put together with pages made before. Bring that key over with "
        "`key restore`, or name it with --key."
        for folder in folders
        if (noted := _noted(folder)) not in (None, pseudonyms.mark)
    ]


def _noted(folder: Path) -> str | None:
    try:
        text = read_bounded(folder / MARK_FILE, 1000).decode("utf-8", "replace")
    except FileProblem:
        return None
    return text.removeprefix(_SAYS).strip(" .\r\n") if text.startswith(_SAYS) else None
