"""The author's folder: which files are open, begun, copied or opened, and nothing outside it."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from game import locations
from game.author.new import KINDS, template
from game.author.schema import FILE
from game.errors import GameError
from game.files import create_shared, read_bounded, write_shared
from game.scenario.mend import in_quotes
from game.scenario.source import MOST_BYTES
from game.words import _

MOST_RECENT = 30
EMPTY = "empty"  # the kind for who wants to begin from nothing
_EMPTY = Path(__file__).parent / "empty.yaml"


def own_folder() -> Path:
    """Returns where scenarios are kept by who names no folder: among the user's documents."""
    if locations.HOME_VARIABLE in os.environ:
        return locations.home() / "scenarios"
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / "Equal Footing"


class AuthorFolder:
    """One folder of scenario files, each known to the page by a short name that says nothing of where it lies."""

    def __init__(self, folder: Path) -> None:
        self.path = folder.resolve()
        self._files: dict[str, Path] = {}

    def known(self, path: Path) -> str:
        """Returns the name by which the page asks for a file."""
        for name, file in self._files.items():
            if file == path:
                return name
        name = f"f{len(self._files) + 1}"
        self._files[name] = path
        return name

    def file(self, name: object) -> Path:
        """Returns a file that the page may ask for. Raises GameError for any other."""
        found = self._files.get(name) if isinstance(name, str) else None
        if found is None:
            raise GameError(_("This file is not open here. Open it from the first screen."))
        return found

    def recent(self) -> list[Path]:
        """Returns the scenario files of the folder, the last changed first."""
        found = []
        for path in self.path.glob("*.yaml"):
            try:
                if path.is_file() and not path.is_symlink() and path.name != locations.RUBRIC.name:
                    found.append((path.stat().st_mtime, path.name, path))
            except OSError:
                continue
        return [path for _time, _name, path in sorted(found, reverse=True)[:MOST_RECENT]]

    def open(self, name: object) -> str:
        """Returns the page's name for a file of the folder, given as it is called there. Raises GameError."""
        path = self.path / str(name)
        if path.name != name or path.suffix not in (".yaml", ".yml") or path.is_symlink() or not path.is_file():
            raise GameError(_("There is no such file in your folder any more."))
        return self.known(path)

    def begin(self, kind: object, title: object) -> str:
        """Writes a new scenario of a kind; returns the page's name for it. Raises GameError or OSError."""
        if kind != EMPTY and kind not in KINDS:
            raise GameError(_("There is no such kind of scenario. Choose one of the cards."))
        text = _EMPTY.read_text("utf-8") if kind == EMPTY else template(str(kind))
        words = plain_title(title)
        if words:
            text = re.sub(r"(?m)^title:.*$", lambda _match: f"title: {in_quotes(words)}", text, count=1)
        return self.add(words or str(kind), text.encode("utf-8"))

    def copy(self, scenario: object) -> str:
        """Writes a copy of a scenario of the library; returns the page's name for it. Raises GameError or OSError."""
        path = locations.scenario_files().get(str(scenario))
        if path is None:
            raise GameError(_("There is no such scenario in the library."))
        return self.add(f"my-{path.stem}", read_bounded(path, MOST_BYTES))

    def add(self, title: str, data: bytes) -> str:
        """Puts a new file into the folder, under a free name made of a title; returns the page's name for it."""
        stem = stem_of(title)
        for number in range(1, 1000):
            path = self.path / (f"{stem}.yaml" if number == 1 else f"{stem}-{number}.yaml")
            try:
                create_shared(path, data)
            except FileExistsError:
                continue
            schema = self.path / FILE
            if not schema.exists():
                write_shared(schema, (locations.SCENARIOS / FILE).read_bytes())
            return self.known(path)
        raise GameError(_("Every name like this one is taken. Choose another title."))


def plain_title(title: object) -> str:
    """Returns a title on one line and of a bearable length."""
    return " ".join(str(title or "").split())[:80]


def stem_of(title: str) -> str:
    """Returns the name of a file, which is the scenario's id, for a title."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or "my-scenario"
