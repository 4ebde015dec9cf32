"""A scenario as one file to send on: a zip of it, its catalogues, own pictures and sounds, fingerprint and licence.

What a stranger's parcel may hold is a short list: entries of other names, of other kinds or beyond their sizes are
refused, and nothing is unpacked before all of it has been looked at.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from game.errors import GameError
from game.files import create_shared, read_bounded
from game.scenario.load import load_file, load_text, playable
from game.scenario.media import NAMED, Media, read, see_that_it_is_usable
from game.scenario.model import Scenario
from game.scenario.picture_head import MOST_BYTES as MOST_OWN
from game.scenario.picture_head import NotUsable
from game.scenario.source import MOST_BYTES

FORMAT = 1
ABOUT = "about.json"
UNSAID = "Its author has not said under which licence it may be passed on. Ask before you do."
MOST_PARCEL = 16 * 1024 * 1024  # bytes, packed or unpacked
MOST_ENTRIES = 300
_MEDIA = ".media/"
_SCENARIO = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
_CATALOGUE = re.compile(r"locale/([a-z]{2,3}(?:[_-][A-Za-z]{2,8})*)/LC_MESSAGES/([a-z0-9-]+)\.(?:po|mo)")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a parcel holds: the scenario, and its files by their names in the zip."""

    scenario: Scenario
    files: dict[str, bytes]
    licence: str

    @property
    def own(self) -> int:
        """Returns how many pictures and sounds of the author's own it brings."""
        return sum(_MEDIA in name for name in self.files)

    @property
    def languages(self) -> tuple[str, ...]:
        """Returns the languages that it brings catalogues for."""
        found = (_CATALOGUE.fullmatch(name) for name in self.files)
        return tuple(sorted({match[1] for match in found if match}))


def packed(path: Path, moves: Collection[str], licence: str = "") -> bytes:
    """Returns the parcel of the scenario at `path`. Raises ScenarioError where it cannot be played, and GameError."""
    scenario = playable(load_file(path, moves))
    if not may_be_called(path.stem):
        raise GameError(f"{path.name} cannot be shared under that name. Use small letters, digits and hyphens.")
    about = {
        "equal_footing_parcel": FORMAT, "title": scenario.title, "fingerprint": scenario.fingerprint,
        "licence": licence.strip() or UNSAID,
    }  # fmt: skip
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(ABOUT, json.dumps(about, ensure_ascii=False, indent=2))
        for name, data in gathered(path, scenario).items():
            file.writestr(name, data)
    return whole.getvalue()


def gathered(path: Path, scenario: Scenario) -> dict[str, bytes]:
    """Returns a scenario's file and what belongs to it, by their names in a parcel. Raises GameError for a picture or
    sound that cannot be used, and for more of them than a parcel takes."""
    found = {f"{path.stem}.yaml": read_bounded(path, MOST_BYTES)}
    for catalogue in sorted(path.parent.glob(f"locale/*/LC_MESSAGES/{path.stem}.[mp]o")):
        name = catalogue.relative_to(path.parent).as_posix()
        if _CATALOGUE.fullmatch(name):
            found[name] = read_bounded(catalogue, MOST_BYTES)
    for name, own in Media.of(scenario).every():
        if NAMED.fullmatch(name):
            try:
                found[f"{path.stem}{_MEDIA}{name}"] = read(own)
            except NotUsable as why:
                raise GameError(f"{own} cannot be shared: {why}. `check` says what to do.") from None
    if sum(map(len, found.values())) > MOST_PARCEL:
        raise GameError(
            f"{path.name} and its pictures and sounds are larger than {MOST_PARCEL // 1024**2} MiB. "
            "Save the pictures as WebP, or smaller."
        )
    return found


def may_be_called(name: str) -> bool:
    """Returns True for a name that every system can take as a file's, and journals as an id."""
    return _SCENARIO.fullmatch(f"{name}.yaml") is not None


def opened(path: Path, moves: Collection[str]) -> Parcel:
    """Returns the parcel at `path`, looked through but not unpacked. Raises GameError for what is none."""
    files = _entries(path)
    about = _about(path, files.pop(ABOUT, b""))
    names = [name for name in files if _SCENARIO.fullmatch(name)]
    if len(names) != 1:
        raise GameError(f"{path} is no parcel: it holds {len(names)} scenarios. Ask for one made with `share`.")
    stem = PurePosixPath(names[0]).stem
    for name in files:
        if name != names[0] and not _belongs(path, name, stem, files[name]):
            raise GameError(f"{path} holds `{name[:80]}`, which no parcel has. It was not opened.")
    try:
        text = files[names[0]].decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GameError(f"The scenario in {path} is not UTF-8 text. Ask for it again.") from None
    scenario = playable(load_text(text, moves, stem))
    if scenario.fingerprint != about.get("fingerprint"):
        raise GameError(f"The scenario in {path} is not the one that was packed. Ask for it again.")
    return Parcel(scenario, files, str(about.get("licence", UNSAID))[:2000])


def _belongs(path: Path, name: str, stem: str, data: bytes) -> bool:
    """Returns True for a catalogue, a picture or a sound of this scenario. Raises GameError for one that cannot be
    used."""
    if match := _CATALOGUE.fullmatch(name):
        return match[2] == stem
    begins = f"{stem}{_MEDIA}"
    if not name.startswith(begins) or not NAMED.fullmatch(name.removeprefix(begins)):
        return False
    try:
        see_that_it_is_usable(name.removeprefix(begins), data)
    except NotUsable as why:
        raise GameError(f"{path} holds `{name[:80]}`, which cannot be used: {why}. It was not opened.") from None
    return True


def _entries(path: Path) -> dict[str, bytes]:
    """Returns every entry of the zip, each read no further than its bound."""
    data = read_bounded(path, MOST_PARCEL)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            listed = file.infolist()
            if len(listed) > MOST_ENTRIES or len({entry.filename for entry in listed}) != len(listed):
                raise GameError(f"{path} lists more than a parcel holds. It was not opened.")
            return _read(path, file, listed)
    except GameError:
        raise
    except Exception:  # zipfile and zlib raise whatever a damaged file leads them to
        raise GameError(f"{path} is no parcel, or it is damaged. Ask for it again.") from None


def _read(path: Path, file: zipfile.ZipFile, listed: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    found, left = dict[str, bytes](), MOST_PARCEL
    for entry in listed:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 1:
            raise GameError(f"{path} is packed in a way that no parcel is. It was not opened.")
        with file.open(entry) as part:
            most = MOST_OWN if _MEDIA in entry.filename else MOST_BYTES
            data = part.read(min(most, left) + 1)
        left -= len(data)
        if len(data) > most or left < 0:
            raise GameError(f"{path} grows too large when it is opened. It was not opened.")
        found[entry.filename] = data
    return found


def _about(path: Path, data: bytes) -> dict[str, object]:
    try:
        about = json.loads(data)
    except (ValueError, RecursionError):
        about = None
    written = about.get("equal_footing_parcel") if isinstance(about, dict) else None
    if isinstance(written, int) and written > FORMAT:
        raise GameError(f"{path} was packed by a newer game. Update the game.")
    if not isinstance(about, dict) or written != FORMAT:
        raise GameError(f"{path} is no parcel: nothing in it says what it is. Ask for one made with `share`.")
    return about


def unpack(parcel: Parcel, folder: Path) -> Path:
    """Puts the files into a folder, over none that is there; returns the scenario's. Raises OSError."""
    put(parcel.files, folder)
    return folder / f"{parcel.scenario.id}.yaml"


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts files by their names into a folder, over none that is there. Raises OSError."""
    for name in files:
        if (folder / name).exists():
            raise FileExistsError(folder / name)
    for name, data in files.items():
        create_shared(folder / name, data)
