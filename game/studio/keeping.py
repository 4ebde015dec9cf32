"""One file on disk: read, saved whole, watched for what others change, with dated copies aside.

What an editor holds has `\\n` for every line break; on disk each line keeps the break that it had, and the byte order
mark stays where there was one.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher
from pathlib import Path

from game.errors import GameError
from game.files import FileProblem, create_shared, read_bounded, write_shared, write_whole
from game.locations import home
from game.scenario.source import MOST_BYTES
from game.words import _

MOST_COPIES = 20
BETWEEN_COPIES = timedelta(minutes=2)
_BREAK = re.compile("(\r\n|[\r\n])")
_DATED = "%Y-%m-%dT%H-%M-%S-%f"


def now() -> datetime:
    """Returns the moment, in universal time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class DiskText:
    """A file as it was read or written: its text with plain line breaks, the breaks, the byte order mark, its sum."""

    text: str
    breaks: tuple[str, ...]
    marked: bool
    digest: str

    @classmethod
    def of(cls, raw: bytes) -> DiskText:
        """Returns a file's bytes as text. Raises UnicodeDecodeError."""
        marked = raw.startswith(codecs.BOM_UTF8)
        parts = _BREAK.split(raw.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
        return cls("\n".join(parts[0::2]), tuple(parts[1::2]), marked, hashlib.sha256(raw).hexdigest())

    @property
    def usual(self) -> str:
        """Returns the line break that most lines have."""
        return Counter(self.breaks).most_common(1)[0][0] if self.breaks else "\n"

    def with_text(self, text: str) -> bytes:
        """Returns the bytes of another text: lines that stay keep their breaks, others get the usual one."""
        mark = codecs.BOM_UTF8 if self.marked else b""
        if len(set(self.breaks)) < 2:
            return mark + text.replace("\n", self.usual).encode("utf-8")
        old, new = self.text.split("\n"), text.split("\n")
        breaks = [self.usual] * len(new)
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            kept = self.breaks[block.a : block.a + block.size]
            breaks[block.b : block.b + len(kept)] = kept
        breaks[-1] = ""
        return mark + "".join(line + end for line, end in zip(new, breaks, strict=True)).encode("utf-8")


class ChangedMeanwhile(Exception):
    """Another program wrote into the file while we were about to."""


class DiskFile:
    """A file that the studio has open. `disk` is what it held when it was last read or written here."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = now) -> None:
        """Raises GameError where it cannot be read as text."""
        self.path, self._clock = path, clock
        self.settling = False  # whether it looked other than before at the last look: somebody may still be writing
        self._stamp = self._seen = self._looks()
        self.disk = self.read()
        digest = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self.copies = home() / "studio" / f"{path.stem[:80]}-{digest}"
        self.lies_aside = False  # whether something of ours does that could not go into the file

    def read(self) -> DiskText:
        """Returns what the file holds now. Raises GameError."""
        try:
            return DiskText.of(read_bounded(self.path, MOST_BYTES))
        except UnicodeDecodeError:
            why = _("{name} is not saved as UTF-8 text. Open it in the program that wrote it, and save it as UTF-8.")
            raise GameError(why.format(name=self.path.name)) from None

    def _looks(self) -> object:
        with suppress(OSError):
            seen = self.path.stat()
            return seen.st_mtime_ns, seen.st_size, seen.st_ino
        return None

    @property
    def as_known(self) -> bool:
        """Returns whether the last look found what was read or written here."""
        return self._seen == self._stamp

    def changed_outside(self) -> DiskText | None:
        """Returns what somebody else put into the file; None while it holds what we know. Raises GameError for what
        is no text; a file that is gone has not changed.

        A change counts when the file looks the same at two looks: many a program empties a file and then fills it.
        """
        looks = self._looks()
        before, self._seen = self._seen, looks
        self.settling = looks not in (None, self._stamp, before)
        if looks is None or looks == self._stamp or self.settling:
            return None
        try:
            found = self.read()
        except FileProblem:
            return None  # gone, or in another's hands just now
        if self._looks() != looks:
            return None
        self._stamp = looks
        return None if found.digest == self.disk.digest else found

    def save(self, text: str) -> DiskText:
        """Puts a text into the file, whole, with the file's own permissions; returns what is there now. Raises OSError,
        and ChangedMeanwhile where another program has written since the last look.

        What the file held before is kept aside, unless the last copy is younger than two minutes.
        """
        raw = self.disk.with_text(text)
        if self._last_copy() + BETWEEN_COPIES <= self._clock():
            self.keep_copy(self.disk)
        write_shared(self.path, raw, self._still_ours)
        # What it looks like now may be another's doing already: the next look reads it.
        self.disk, self._stamp, self._seen = DiskText.of(raw), None, self._looks()
        return self.disk

    def _still_ours(self) -> None:
        if self._looks() not in (None, self._seen):
            raise ChangedMeanwhile

    # ── beside it ────────────────────────────────────────────────────────────────────────────────────

    def put_beside(self, held: DiskText, word: str) -> bool:
        """Writes a text beside the file, under a name that is free; returns whether the disk took it."""
        for number in range(1, 100):
            name = f"{self.path.stem}-{word}{'' if number == 1 else f'-{number}'}{self.path.suffix}"
            try:
                create_shared(self.path.with_name(name), held.with_text(held.text))
            except FileExistsError:
                continue
            except OSError:
                return False
            return True
        return False

    def put_aside(self, text: str) -> None:
        """Keeps what cannot go into the file while its author is asked: beside it, so that no kill takes it."""
        with suppress(OSError):
            write_shared(self._aside, self.disk.with_text(text))
            self.lies_aside = True

    def forget_aside(self) -> None:
        """Takes away what was kept while the author was asked."""
        self.lies_aside = False
        with suppress(OSError):
            self._aside.unlink()

    @property
    def _aside(self) -> Path:
        return self.path.with_name(f"{self.path.stem}-not-saved{self.path.suffix}")

    # ── copies ───────────────────────────────────────────────────────────────────────────────────────

    def keep_copy(self, held: DiskText) -> None:
        """Keeps a text aside under the date, the last twenty of them; a disk that is full keeps none."""
        known = self.versions()
        if known and self.version(known[0]) == held.text:
            return
        with suppress(OSError):
            write_whole(self.copies / f"{self._clock().strftime(_DATED)}.yaml", held.text.encode("utf-8"))
            for name in self.versions()[MOST_COPIES:]:
                (self.copies / f"{name}.yaml").unlink()

    def versions(self) -> list[str]:
        """Returns the dates of the copies, the newest first."""
        return sorted((path.stem for path in self.copies.glob("*.yaml") if _date(path.stem)), reverse=True)

    def version(self, name: str) -> str:
        """Returns the text of a copy. Raises GameError where there is none."""
        if _date(name) is None:
            raise GameError(_("There is no version of that date."))
        try:
            return read_bounded(self.copies / f"{name}.yaml", MOST_BYTES).decode("utf-8", "replace")
        except FileProblem:
            raise GameError(_("There is no version of that date.")) from None

    def _last_copy(self) -> datetime:
        return max(filter(None, map(_date, self.versions())), default=datetime.min.replace(tzinfo=UTC))


def _date(name: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(name, _DATED).replace(tzinfo=UTC)
    return None
