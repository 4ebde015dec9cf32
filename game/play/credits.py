"""Who made what the game is made of, and under which licences: its own list, and what the installed packages say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import game
from game.words import _

PACKAGE = "equal-footing"
PROJECT = Path(game.__file__).parent.parent / "pyproject.toml"
LIST = "LICENCES.md"
MOST_NAMES = 4
_OSI = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Credit:
    """Something the game is made of, who made it, and its licence."""

    what: str
    by: str
    licence: str


def pieces(assets: Path) -> list[Credit]:
    """Returns the pictures, sounds and typefaces, as the list beside them has it; none where the list cannot be
    read."""
    try:
        rows = (assets / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    cells = [[_plain(cell) for cell in row.strip().strip("|").split("|")] for row in rows if row.startswith("|")]
    return [Credit(*row) for row in cells[2:] if len(row) == 3]


def packages() -> list[Credit]:
    """Returns the packages that the game needs, each with its version and the licence that it states."""
    found = []
    for name in sorted(_needed(), key=str.casefold):
        try:
            told = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Credit(f"{told['Name']} {told['Version']}", _by(told), _licence(told)))
    return found


def _plain(cell: str) -> str:
    return cell.strip().replace("`", "")


def _needed() -> Iterator[str]:
    """Returns the names of the packages, as the installed game or the checkout states them; extras are not needed."""
    try:
        stated = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        stated = (
            tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"] if PROJECT.exists() else []
        )
    for row in stated:
        name = re.match(r"[A-Za-z0-9._-]+", row)
        if name and "extra ==" not in row:
            yield name[0]


def _by(told: metadata.PackageMetadata) -> str:
    """Returns who made a package: the first names, without the addresses of letter boxes."""
    for key in ("Author", "Author-email", "Maintainer", "Maintainer-email"):
        if key in told and (names := re.sub(r'\s*<[^>]*>|"', "", told[key]).strip()):
            first = names.split(", ")
            return names if len(first) <= MOST_NAMES else _("{names} and others").format(names=", ".join(first[:3]))
    return ""


def _licence(told: metadata.PackageMetadata) -> str:
    """Returns the licence in few words."""
    if "License-Expression" in told:
        return told["License-Expression"]
    stated = [row.removeprefix(_OSI) for row in told.get_all("Classifier") or [] if row.startswith(_OSI)]
    if stated:
        return ", ".join(stated)
    return told["License"].splitlines()[0][:60] if told["License"] else ""


def told(credit: Credit) -> str:
    """Returns who made it and its licence, on one line."""
    return ". ".join(part for part in (credit.by, credit.licence) if part)
