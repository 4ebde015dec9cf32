"""A player's own data as one zip: plays, saves, settings and what was read, with a page that says what is what."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.errors import GameError
from game.files import FileProblem, read_bounded, write_whole
from game.play.own_data import YOURS, DataKind, OwnData
from game.play.players import FOLDER
from game.words import _

ABOUT = "READ-ME.txt"
MOST = 64 * 1024 * 1024  # bytes of one file


@dataclass(frozen=True, slots=True)
class PackedZip:
    """The zip that was written, how many files are in it, and in words what could not be read."""

    path: Path
    count: int
    left_out: tuple[str, ...]


def pack(data: OwnData, into: Path, player: str | None = None) -> PackedZip:
    """Writes the zip at `into`, which must not be there yet, with one player's data or everybody's; raises GameError
    when it cannot be written."""
    if into.exists():
        raise GameError(_("There is something at {path} already. Choose another name.").format(path=into))
    count, left_out, raw = 0, [], io.BytesIO()
    kinds = data.kinds_of(player) if player else [kind for kind in data.kinds() if kind.name in YOURS]
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(ABOUT, _about(kinds))
        for kind in kinds:
            for path in kind.files:
                try:
                    file.writestr(f"{kind.name}/{_inside(path, data.home)}", read_bounded(path, MOST))
                    count += 1
                except FileProblem as problem:
                    left_out.append(str(problem))
    try:
        write_whole(into, raw.getvalue())
    except OSError as error:
        raise GameError(
            _("{path} cannot be written: {reason}. Choose another folder.").format(path=into, reason=error.strerror)
        ) from None
    return PackedZip(into, count, tuple(left_out))


def free_name(folder: Path, now: datetime) -> Path:
    """Returns a name for a zip in a folder that nothing there has."""
    names = (f"equal-footing-{now:%Y-%m-%d}{'-' * (n > 1)}{n if n > 1 else ''}.zip" for n in range(1, 10_000))
    return next(path for name in names if not (path := folder / name).exists())


def _inside(path: Path, home: Path) -> str:
    """Returns the name of a file in the zip: its own, and the player's folder that it lies in before it."""
    place = path.relative_to(home).parts if path.is_relative_to(home) else ()
    return f"{place[1]}/{path.name}" if place[:1] == (FOLDER,) else path.name


def _about(kinds: list[DataKind]) -> str:
    """Returns the page inside the zip."""
    rows = [_("What this is: your own data from Equal Footing, a copy. Each folder holds one kind of file."), ""]
    rows += [f"{kind.name}/  {kind.label}: {kind.about}" for kind in kinds]
    rows += ["", _("Plays are text files, one line for each event. Any text editor can read them.")]
    return "\n".join(rows) + "\n"
