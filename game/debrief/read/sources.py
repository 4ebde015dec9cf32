"""Journals from whatever a teacher names: files, folders, zips (zips in zips too), tars, files that hold many plays.

Everything is bounded, and nothing that a stick carries can stop the walk: links inside a folder are passed over
(no loop, and no way out of the folder), pipes and devices are never opened for long, a zip is read entry by
entry up to a limit and never unpacked. What could not be read comes back as a `Trouble`, in words.
"""

from __future__ import annotations

import io
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from game.debrief.read.wrappings import from_page, is_page, is_shadow, is_tar, packed_otherwise
from game.files import UNFINISHED
from game.play.journal import MOST_BYTES, SUFFIX
from game.play.journal_text import as_utf8

MOST_FILES = 1_000_000
MOST_DEPTH = 24  # folders within folders
MOST_ZIP_DEPTH = 3
MOST_ZIP_FILE = 512 * 1024 * 1024
MOST_ZIP_ENTRIES = 20_000
MOST_ZIP_DIRECTORY = 8 * 1024 * 1024
MOST_UNPACKED = 1024 * 1024 * 1024  # of all that one zip holds
MOST_INNER_ZIP = 64 * 1024 * 1024

QUARANTINE = "quarantine"  # what `collect` has set aside; never read again unless it is named itself
SUFFIXES = (".jsonl", ".json", ".ndjson", ".sums")
_TEXTS = (".log", ".txt")  # what some learning systems make of them
_PAGES = (".html", ".htm")
_FIRST = b'{"n":0,'
_BEGINS = b"\n" + _FIRST  # where the next play of a shard begins
_BLOCK = 64 * 1024


@dataclass(frozen=True, slots=True)
class FoundJournal:
    """One piece of text that may be a journal; `label` says where it was, for people."""

    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read, and why."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file of another kind, passed over."""

    label: str


Item = FoundJournal | Trouble | ForeignFile


def files(paths: Collection[Path], leave_out: Collection[Path] = ()) -> Iterator[Path | Trouble]:
    """Returns the ordinary files at and under `paths`, each once; links that are not named themselves are passed
    over."""
    skip = {os.path.realpath(p) for p in leave_out}
    seen: set[str] = set()
    count = 0
    for path in paths:
        root = os.path.realpath(path)
        if any(root == other or root.startswith(other + os.sep) for other in seen):
            continue  # named twice, or inside what was walked already
        seen.add(root)
        for found in _walk(path, root, skip, 0):
            count += 1
            if count > MOST_FILES:
                yield Trouble(show(path), f"There are more than {MOST_FILES:,} files; the rest is left out.")
                return
            yield found


def _walk(path: Path, root: str, skip: Collection[str], depth: int) -> Iterator[Path | Trouble]:
    """Returns everything under a path, in the order of its names."""
    if root in skip:
        return
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISDIR(mode):
            yield path if stat.S_ISREG(mode) else Trouble(show(path), "It is not an ordinary file.")
            return
        if depth > MOST_DEPTH:
            yield Trouble(show(path), f"It lies more than {MOST_DEPTH} folders deep.")
            return
        with os.scandir(path) as entries:
            rows = sorted((e.name, e.is_dir(follow_symlinks=False), e.is_file(follow_symlinks=False)) for e in entries)
    except (OSError, ValueError) as error:
        yield Trouble(show(path), f"It cannot be opened: {getattr(error, 'strerror', None) or error}.")
        return
    for name, folder, ordinary in rows:
        if ordinary and not name.endswith(UNFINISHED):
            yield path / name
        elif folder and name != QUARANTINE:
            yield from _walk(path / name, os.path.join(root, name), skip, depth + 1)


def read(path: Path) -> Iterator[Item]:
    """Returns the journals in a file: one, the many of a shard, or those in a zip."""
    label = show(path)
    try:
        with _opened(path) as file:
            block = file.read(_BLOCK) or b""
            if block.startswith(_FIRST) and path.suffix == SUFFIX:  # as the game writes it: nearly all are
                yield from _in_shard(label, file, block)
            elif is_shadow(path.name):
                yield ForeignFile(label)
            elif block.startswith(b"PK"):
                yield from _in_zip(label, file, os.fstat(file.fileno()).st_size, 1, _Budget())
            elif (kind := packed_otherwise(block)) is not None:
                yield Trouble(label, kind)
            elif is_tar(path.name, block):
                file.seek(0)
                yield from _in_tar(label, file)
            elif as_utf8(block) is not block or is_page(path.name):  # marked, or an online text: never a large shard
                yield from _in_text(label, path.name, block + (file.read(MOST_BYTES) or b""))
            elif block.lstrip().startswith(b'{"n"') or path.suffix.lower() in SUFFIXES:
                yield from _in_shard(label, file, block)
            else:
                yield ForeignFile(label)
    except (OSError, ValueError) as error:
        yield Trouble(label, f"It cannot be read: {getattr(error, 'strerror', None) or error}.")


def _opened(path: Path) -> io.FileIO:
    """Returns the file, open for reading; never waits for a pipe."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "it is not an ordinary file")
    return io.FileIO(handle, "rb")


def _in_shard(label: str, file: IO[bytes] | io.FileIO, block: bytes) -> Iterator[Item]:
    """Returns the journals that stand one after another in a file, each of at most the size a journal may have.

    `block` is what was read already; the rest comes a block at a time.
    """
    number, kept, sought = 0, block, 0
    while block:
        begin = 0
        while (end := kept.find(_BEGINS, sought)) >= 0:
            number += 1
            yield from _piece(label, number, kept[begin : end + 1])
            begin, sought = end + 1, end + 1
        kept = kept[begin:]
        sought = max(0, len(kept) - len(_BEGINS))
        if len(kept) > MOST_BYTES:
            yield Trouble(label, f"It is larger than {MOST_BYTES // 1024:,} KiB, more than any journal needs.")
            return
        block = file.read(_BLOCK) or b""
        kept += block
    yield from _piece(label, number + 1, kept)


def _piece(label: str, number: int, data: bytes) -> Iterator[Item]:
    if len(data) > MOST_BYTES:
        yield Trouble(label, f"It is larger than {MOST_BYTES // 1024:,} KiB, more than any journal needs.")
    elif data or number == 1:
        yield FoundJournal(label if number == 1 else f"{label} (play {number})", data)


def _in_text(label: str, name: str, data: bytes) -> Iterator[Item]:
    """Returns the journals in a text that is all in memory, whatever program it went through."""
    text = from_page(as_utf8(data)) if is_page(name) else as_utf8(data)
    if name.lower().endswith((*_TEXTS, *_PAGES)) and not text.lstrip().startswith(b'{"n"'):
        yield ForeignFile(label)
    else:
        yield from _in_shard(label, io.BytesIO(), text)


def _in_tar(label: str, file: IO[bytes] | io.FileIO) -> Iterator[Item]:
    """Returns the journals in a tar, packed or not, read through once and never unpacked to disk."""
    left = MOST_ZIP_ENTRIES
    unpacked = MOST_UNPACKED
    try:
        with tarfile.open(fileobj=file, mode="r|*") as archive:
            for entry in archive:
                left, unpacked = left - 1, unpacked - entry.size
                if left < 0 or unpacked < 0:
                    yield Trouble(label, "It holds more than a class's journals could; the rest is left out.")
                    return
                inside, name = f"{label} → {show(entry.name)}", os.path.basename(entry.name)
                wanted = name.lower().endswith((*SUFFIXES, *_TEXTS, *_PAGES)) and not is_shadow(name)
                if entry.isfile() and wanted and (stream := archive.extractfile(entry)) is not None:
                    data = stream.read(MOST_BYTES + 1)
                    yield from _in_text(inside, name, data)
                elif entry.isfile():
                    yield ForeignFile(inside)
    except (tarfile.TarError, OSError, ValueError, TypeError, EOFError, zlib.error) as error:
        yield Trouble(label, f"It is a damaged tar: {_short(error)}")


class _Budget:
    """What a zip and the zips inside it may still unpack to."""

    def __init__(self) -> None:
        self.bytes_left, self.entries_left = MOST_UNPACKED, MOST_ZIP_ENTRIES


def _in_zip(label: str, file: IO[bytes] | io.FileIO, size: int, depth: int, budget: _Budget) -> Iterator[Item]:
    """Returns the journals in a zip; stops with a Trouble where it is hostile or broken."""
    if why := _unfit(file, size):
        yield Trouble(label, why)
        return
    try:
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                budget.entries_left -= 1
                if budget.entries_left < 0 or budget.bytes_left <= 0:
                    yield Trouble(label, "It holds more than a class's journals could; the rest is left out.")
                    return
                if not entry.is_dir():
                    yield from _in_entry(label, archive, entry, depth, budget)
    except Exception as error:  # whatever a decoder raises on a damaged file, it is one sentence here
        yield Trouble(label, f"It is a damaged zip: {_short(error)}")


def _in_entry(
    label: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, depth: int, budget: _Budget
) -> Iterator[Item]:
    inside = f"{label} → {show(entry.filename)}"
    suffix = os.path.splitext(entry.filename)[1].lower()
    name = os.path.basename(entry.filename)
    most = MOST_INNER_ZIP if suffix == ".zip" else MOST_BYTES if suffix in (*SUFFIXES, *_TEXTS) or is_page(name) else 0
    if not most or entry.filename.startswith("__MACOSX/") or is_shadow(name):
        yield ForeignFile(inside)
        return
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield Trouble(inside, "It is packed in an unusual way. Pack it anew as an ordinary zip.")
        return
    try:
        with archive.open(entry) as stream:  # what the entry says of its own size is not believed
            data = stream.read(min(most, max(budget.bytes_left, 0)) + 1)
    except Exception as error:
        yield Trouble(inside, f"It cannot be unpacked: {_short(error)}")
        return
    budget.bytes_left -= len(data)
    if len(data) > most or budget.bytes_left < 0:
        yield Trouble(inside, f"It unpacks to more than {most // 1024:,} KiB.")
    elif suffix != ".zip":
        yield from _in_text(inside, name, data)
    elif depth >= MOST_ZIP_DEPTH:
        yield Trouble(inside, f"It is a zip more than {MOST_ZIP_DEPTH} deep.")
    else:
        yield from _in_zip(inside, io.BytesIO(data), len(data), depth + 1, budget)


def _unfit(file: IO[bytes] | io.FileIO, size: int) -> str | None:
    """Returns why a zip is not opened: `zipfile` reads the whole list of entries into memory before it can be
    bounded."""
    if size > MOST_ZIP_FILE:
        return f"It is a zip of more than {MOST_ZIP_FILE // 1024 // 1024} MiB."
    file.seek(max(0, size - 66_000))
    tail = file.read(66_000) or b""
    file.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) - end < 22:
        return "It is a damaged zip: it stops before its list of entries."
    if tail[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        return "It is a zip of the very large kind, which no class needs."
    if int.from_bytes(tail[end + 12 : end + 16], "little") > MOST_ZIP_DIRECTORY:
        return "It lists more entries than a class's journals could be."
    return None


def show(name: str | Path) -> str:
    """Returns a file's name as it may be printed: no control codes, not endless."""
    text = str(name)
    if not text.isprintable():
        text = text.encode("utf-8", "replace").decode("utf-8")
        text = "".join(c if c.isprintable() else "�" for c in text)
    return text if len(text) <= 300 else f"…{text[-299:]}"


def _short(error: Exception) -> str:
    with suppress(Exception):
        return f"{show(str(error))[:120]}."
    return "it is not as it should be."
