"""Whatever an author brings, by what it holds: Word, Excel, Twine, a shared file, or a scenario as it is."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.author import parcel
from game.author.twee.make_scenario import brought
from game.errors import GameError
from game.rubric.model import Rubric
from game.scenario.source import MOST_BYTES
from game.studio.bring.scenario_of import scenario_of
from game.studio.bring.story import BroughtStory
from game.words import _

MOST_BROUGHT = 16 * 1024 * 1024  # bytes, as sent
_MOST_UNPACKED, _MOST_ENTRIES = 64 * 1024 * 1024, 2_000


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """What came of a file: a title for it, the scenario's text, and what was not certain or not carried over."""

    title: str
    data: bytes
    told: tuple[str, ...] = ()


def bring(name: str, data: bytes, rubric: Rubric) -> BroughtFile:
    """Returns what a file holds as a scenario. Raises GameError, in one sentence, for what cannot be one."""
    ending = Path(name).suffix.lower()
    if ending == ".docx":
        return _tables(name, data, rubric, _word, _("a Word file"))
    if ending == ".xlsx":
        return _tables(name, data, rubric, _excel, _("an Excel file"))
    if ending in (".twee", ".tw", ".html", ".htm"):
        return _in_a_file(name, data, lambda path: _twine(path, rubric))
    if ending in (".yaml", ".yml"):
        return BroughtFile(Path(name).stem, _text(name, data))
    if ending in (".zip", ".parcel") or zipfile.is_zipfile(io.BytesIO(data)):
        return _in_a_file(name, data, lambda path: _shared(path, rubric))
    why = _(
        "{name} is of no kind that can be brought. Word (.docx), Excel (.xlsx), Twine, a shared file and .yaml can."
    )
    raise GameError(why.format(name=Path(name).name[:80]))


def _tables(
    name: str, data: bytes, rubric: Rubric, read: Callable[[bytes, str], BroughtStory], kind: str
) -> BroughtFile:
    why = _("{name} cannot be read as {kind}. Open it in the program that wrote it, and save it again.")
    try:
        _bounded(data)
        story = read(data, name)
    except GameError:
        raise
    except Exception:  # the two libraries raise whatever a damaged file leads them to
        raise GameError(why.format(name=Path(name).name[:80], kind=kind)) from None
    text, told = scenario_of(story, rubric)
    return BroughtFile(story.title, text.encode("utf-8"), tuple(told))


def _bounded(data: bytes) -> None:
    """Sees that a packed file stays small when it is opened, and brings no entities. Raises GameError or whatever
    zipfile does."""
    left = _MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        listed = file.infolist()
        for entry in listed[: _MOST_ENTRIES + 1]:
            with file.open(entry) as part:
                held = part.read(left + 1)
            left -= len(held)
            if left < 0 or len(listed) > _MOST_ENTRIES:
                raise GameError(_("This file grows too large when it is opened. It was not opened."))
            if b"<!DOCTYPE" in held[:2048] and entry.filename.endswith((".xml", ".rels")):
                raise GameError(_("This file was not written by Word or Excel. It was not opened."))


def _word(data: bytes, name: str) -> BroughtStory:
    from game.studio.bring.word import read_word

    return read_word(data, name)


def _excel(data: bytes, name: str) -> BroughtStory:
    from game.studio.bring.excel import read_excel

    return read_excel(data, name)


def _twine(path: Path, rubric: Rubric) -> BroughtFile:
    found = brought(path, rubric.moves)
    losses = (f"{loss.passage}: {loss.what}" if loss.passage else loss.what for loss in found.losses)
    return BroughtFile(found.name, found.text.encode("utf-8"), tuple(losses))


def _shared(path: Path, rubric: Rubric) -> BroughtFile:
    found = parcel.opened(path, rubric.moves)
    told = [found.licence]
    if found.languages:
        told.append(_("It brings translations, which are not taken over here: {languages}.").format(
            languages=", ".join(found.languages)))  # fmt: skip
    return BroughtFile(found.scenario.id, found.files[f"{found.scenario.id}.yaml"], tuple(told))


def _text(name: str, data: bytes) -> bytes:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        why = _("{name} is not saved as UTF-8 text. Open it in the program that wrote it, and save it as UTF-8.")
        raise GameError(why.format(name=Path(name).name[:80])) from None
    if len(data) > MOST_BYTES:
        raise GameError(_("This file is larger than any scenario."))
    return data


def _in_a_file(name: str, data: bytes, read: Callable[[Path], BroughtFile]) -> BroughtFile:
    """Reads what only reads files; its path is in no message."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name[:120] or "file")
        path.write_bytes(data)
        try:
            return read(path)
        except GameError as why:
            raise GameError(str(why).replace(f"{folder}/", "")) from None
