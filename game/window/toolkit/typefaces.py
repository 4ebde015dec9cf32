"""The typefaces to choose from, and how words are set in them: how far letters and lines stand apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_lexend

from game.words import N_

_ATKINSON = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
_LEXEND = Path(fontpkg_lexend.__file__).parent / "files" / "Lexend[wght].ttf"


@dataclass(frozen=True, slots=True)
class Family:
    """A typeface's name, the packages it comes in, and its file for each face; the file of the plain face alone
    stands for all, slanted and struck twice where another is wanted."""

    label: str
    package: str
    files: Mapping[str, Path]

    def file(self, face: str) -> Path:
        """Returns the file that a face is drawn from."""
        return self.files.get(face, self.files["Regular"])


FAMILIES = {
    "atkinson": Family(
        "Atkinson Hyperlegible",
        "fontpkg-atkinson-hyperlegible",
        {face: _ATKINSON / f"AtkinsonHyperlegible-{face}.ttf" for face in ("Regular", "Bold", "Italic")},
    ),
    "lexend": Family("Lexend", "fontpkg-lexend", {"Regular": _LEXEND}),
}
LETTERS: dict[str, tuple[str, float]] = {
    "usual": (N_("Normal"), 0.0),
    "wide": (N_("Wide"), 0.06),
    "wider": (N_("Wider"), 0.12),
}
"""What is added between letters: how that is called, and the share of the text's height."""
LINES: dict[str, tuple[str, float]] = {
    "usual": (N_("Normal"), 1.2),
    "wide": (N_("Wide"), 1.4),
    "wider": (N_("Wider"), 1.65),
}
"""How far lines stand apart: how that is called, and the multiple of the typeface's own step."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: the names of a family, and of the space between letters and between lines."""

    family: str = "atkinson"
    letters: str = "usual"
    lines: str = "usual"

    @property
    def gap(self) -> float:
        """Returns the space added after each letter, as a share of the text's height."""
        return LETTERS[self.letters][1]

    @property
    def leading(self) -> float:
        """Returns the step from line to line, as a multiple of the typeface's own."""
        return LINES[self.lines][1]


USUAL = Setting()
