"""The shapes that a conversation goes out in, each made in a folder under a name of its own."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from game.files import write_shared

if TYPE_CHECKING:  # what makes pages is imported when one is made: the window knows the shapes from its first moment
    from game.app.library import Library

SITE_FOLDER = "equal-footing-site"


class Shape(StrEnum):
    """What is made of a conversation."""

    PAGE = "page"
    SITE = "site"
    SCORM_1_2 = "scorm-1.2"
    SCORM_2004 = "scorm-2004"
    CMI5 = "cmi5"


def make(library: Library, name: str, shape: Shape, folder: Path, tell: Callable[[int, int], None]) -> Path:
    """Returns the file that was made in a folder; of a site, its first page.

    name: a scenario's id or path; a site has the whole library and, where it is not in that, this one
    tell: is told (done, of how many) while a site is made; whatever it raises ends the work

    Raises GameError where the scenario cannot be played, OSError where the folder cannot be written.
    """
    told = library.scenario(name)
    if shape is Shape.SITE:
        others = [each for each in library.files if each != told.id]
        return _site(library, [*others, name], folder / SITE_FOLDER, tell)
    path = folder / f"{told.id}.{'html' if shape is Shape.PAGE else f'{shape.value}.zip'}"
    write_shared(path, _file(library, name, shape, told.language))
    return path


def _file(library: Library, name: str, shape: Shape, language: str) -> bytes:
    """Returns the one file of a page or a package, that opens in a language."""
    from game.web.package import cmi5_package, scorm_package
    from game.web.page import PageChoices, page

    choices = PageChoices(language=language)
    match shape:
        case Shape.SCORM_1_2:
            return scorm_package(library, name, "1.2", choices)
        case Shape.SCORM_2004:
            return scorm_package(library, name, "2004", choices)
        case Shape.CMI5:
            return cmi5_package(library, name, choices)
        case _:
            return page(library, [name], choices)


def _site(library: Library, names: list[str], folder: Path, tell: Callable[[int, int], None]) -> Path:
    """Returns the first page of a site, written file by file; a page counts as done when it is written."""
    from game.web.page import PageChoices
    from game.web.site import FIRST, site

    folder.mkdir(exist_ok=True)
    done = 0
    for file, made in site(library, names, PageChoices(language=library.language)):
        write_shared(folder / file, made)
        done += file.endswith(".html") and file != FIRST
        tell(done, len(names))
    return folder / FIRST
