"""The pages of a folder, written into it: what the command line makes, for a window and for a class's own server."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from game.debrief.class_pages import Say, read_class, write_pages
from game.debrief.read.sources import files, show
from game.debrief.term.term import open_term, write_term_page
from game.debrief.wanted import PageKind, Wanted
from game.errors import UsageError
from game.scenario.translate import interface_in
from game.words import speaking


def debrief_folder(folder: Path, wanted: Wanted, progress: Callable[[int, int], None], say: Say) -> tuple[Path, ...]:
    """Does what `_made` does, in the language that is wanted."""
    with speaking(interface_in(wanted.language)):
        return _made(folder, wanted, progress, say)


def _made(folder: Path, wanted: Wanted, progress: Callable[[int, int], None], say: Say) -> tuple[Path, ...]:
    """Writes what is wanted of a folder's journals into it, and returns where it lies: one page a scenario, or one of
    the term. Raises GameError.

    progress: is told how many files are read, of how many
    say: is told what was left out
    """
    total = 0
    for total, _ in enumerate(files((folder,)), 1):
        if total % 100 == 0:
            progress(0, total)
    progress(0, total)

    def tell(words: str) -> None:
        say(words.replace(f"{show(folder)}{os.sep}", ""))  # where everything here lies is known

    def count(done: int) -> None:
        progress(min(done, total), total)

    out = folder / f"{'-'.join([wanted.kind.value, *_parts(wanted)])}.html"
    if wanted.kind is PageKind.TERM:
        codes = (wanted.class_code,) if wanted.class_code else ()
        term = open_term((folder,), tell, wanted.scenario, codes, progress=count, language=wanted.language)
        write_term_page(term, out)
        return (out,)
    found = read_class(
        (folder,), tell, wanted.scenario, progress=count, class_code=wanted.class_code, language=wanted.language
    )
    progress(total, total)
    if wanted.kind is PageKind.SLIDES and not found.groups:
        raise UsageError(_("There is nothing to project: these scenarios are gone. Make the page instead."))
    return tuple(path for _title, _people, path in write_pages(found, out, projector=wanted.kind is PageKind.SLIDES))


def _parts(wanted: Wanted) -> list[str]:
    """Returns what a file's name tells besides what it is, as words that any disk takes."""
    given = (wanted.scenario, wanted.class_code)
    return [word for text in given if text and (word := re.sub(r"[^\w]+", "-", text)[:60].strip("-"))]
