"""A scenario from somebody else, or one's own, brought into this computer's library."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from game.author import parcel
from game.errors import GameError
from game.files import read_bounded
from game.scenario.load import load_file, playable
from game.scenario.source import MOST_BYTES

ZIP = b"PK"


def bring(file: Path, moves: Collection[str], folder: Path, offered: Mapping[str, Path]) -> Path:
    """Returns where the scenario of a file (YAML, or what `share` packed) now lies in the library's own folder, its
    translations beside it. Raises GameError for what cannot be played or is called as one that is there."""
    data = read_bounded(file, max(MOST_BYTES, parcel.MOST_PARCEL))
    packed = parcel.opened(file, moves) if data.startswith(ZIP) else None
    scenario = packed.scenario if packed else playable(load_file(file, moves))
    name = scenario.id if packed else file.stem
    if name in offered:
        same = playable(load_file(offered[name], moves)).fingerprint == scenario.fingerprint
        raise GameError(
            f"“{scenario.title}” is in your library already."
            if same
            else f"Your library has another scenario called {name} ({offered[name]}). Give the file another name first."
        )
    if not parcel.may_be_called(name):
        raise GameError(f"{file.name} cannot be an id. Name the file with small letters, digits and hyphens.")
    try:
        if packed:
            return parcel.unpack(packed, folder)
        parcel.put(parcel.gathered(file, scenario), folder)
    except OSError as error:
        raise GameError(f"Cannot write in {folder}: {error.strerror or error}.") from None
    return folder / f"{name}.yaml"
