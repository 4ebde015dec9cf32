"""Saves: bookmarks in plays, each a small JSON file with a picture beside it. The journal stays the only record of a
play; a save says which one, and how far in."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from game.errors import SaveError
from game.files import FileProblem, read_bounded, write_whole
from game.play.branch import branch_session
from game.play.journal import read_journal
from game.play.session import Session, resume_session
from game.rubric.scoring_model import ScoringModel
from game.words import N_, _

if TYPE_CHECKING:  # bound here by `game.play.save_fields` when a save is read
    from pydantic import ConfigDict, TypeAdapter

    from game.play.save_fields import Count, Moment, Name, Note, SaveName, SessionId, Where

QUICK = "quick"
AT_END = N_("This conversation is at its end, so there is nothing left to go on with.")
MOST_BYTES = 64 * 1024
MOST_NAME = 60
FORMAT: Literal[1] = 1
_NEWER = re.compile(rb'"format"\s*:\s*(\d{1,9})\b')
_ID = re.compile(r"[a-z0-9]{1,32}")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What a save's file holds: its name, the play, how many choices had been made, when, and a word on where."""

    __pydantic_config__: ClassVar[ConfigDict] = {"extra": "ignore"}

    name: SaveName
    scenario: Name
    title: Name
    session: SessionId
    journal: Where
    turn: Count
    when: Moment
    note: Note = ""
    format: Literal[1] = FORMAT


@cache
def _shape() -> TypeAdapter[Bookmark]:
    from pydantic import TypeAdapter

    import game.play.save_fields  # noqa: F401 (gives the bookmark's fields their limits)

    return TypeAdapter(Bookmark)


@dataclass(frozen=True, slots=True)
class Save:
    """A bookmark at its place in a folder."""

    path: Path
    mark: Bookmark

    @property
    def id(self) -> str:
        """Returns the name of its file."""
        return self.path.stem

    @property
    def picture(self) -> Path:
        """Returns where the screen was kept, if it was."""
        return self.path.with_suffix(".png")


def keep(
    folder: Path, session: Session, name: str, when: datetime, picture: bytes | None = None, place: str | None = None
) -> Save:
    """Returns a save of this moment, on disk; `place` is the id of one that it takes the place of. Raises SaveError."""
    if session.journal_path is None:
        raise SaveError(_("This conversation is not kept, so it cannot be saved."))
    if session.ending is not None:
        raise SaveError(_(AT_END))
    begun = session.begun
    note = session.feedback().option.words if session.turns else session.scenario.question
    mark = Bookmark(
        name=name.strip()[:MOST_NAME] or _("A save"),
        scenario=begun.scenario,
        title=session.scenario.title[:200],
        session=begun.session,
        journal=str(session.journal_path.absolute()),
        turn=session.turns,
        when=when,
        note=note[:400],
    )
    save = Save(folder / f"{place or os.urandom(6).hex()}.json", mark)
    _write(save)
    if picture is None:
        save.picture.unlink(missing_ok=True)
    else:
        _put(save.picture, picture)
    return save


def read_save(path: Path) -> Save:
    """Returns the save at `path`; raises SaveError for what is none."""
    try:
        data = read_bounded(path, MOST_BYTES)
    except FileProblem as problem:
        raise SaveError(str(problem)) from None
    try:
        return Save(path, _shape().validate_json(data))
    except ValueError:
        if (newer := _NEWER.search(data)) and int(newer[1]) > FORMAT:
            raise SaveError(_("{path} was written by a newer game. Update the game.").format(path=path)) from None
        raise SaveError(_("{path} is not a save of this game, or it is damaged.").format(path=path)) from None


def list_saves(folder: Path) -> tuple[list[Save], list[str]]:
    """Returns the saves in a folder, the newest first, and in words what lies there and cannot be used."""
    found, wrong = [], []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        try:
            found.append(read_save(path))
        except SaveError as error:
            wrong.append(str(error))
    return sorted(found, key=lambda save: save.mark.when, reverse=True), wrong


def find(folder: Path, name: str) -> Save | None:
    """Returns the save of this id, if there is one that can be read. Raises SaveError for one that cannot."""
    path = folder / f"{name}.json"
    return read_save(path) if _ID.fullmatch(name) and path.exists() else None


def rename(save: Save, name: str) -> Save:
    """Returns the save under another name."""
    changed = replace(save, mark=replace(save.mark, name=name.strip()[:MOST_NAME] or save.mark.name))
    _write(changed)
    return changed


def delete(save: Save) -> None:
    """Removes a save and its picture; the play itself stays."""
    try:
        save.path.unlink(missing_ok=True)
        save.picture.unlink(missing_ok=True)
    except OSError as error:
        raise SaveError(_("The save could not be removed: {reason}.").format(reason=error.strerror)) from None


def go_on(
    save: Save, exact: ScoringModel, logs: Path | None, clock: Callable[[], datetime]
) -> tuple[Session, tuple[str, ...]]:
    """Returns the play of a save at its moment: the same journal where it still stands there unfinished, else one
    that branches off there. In words what was lost on the way. Raises SaveError or JournalError."""
    path = _journal(save, logs)
    journal = read_journal(path)
    if journal.begun.session != save.mark.session:
        raise SaveError(_("The play that “{name}” belongs to is no longer there.").format(name=save.mark.name))
    if journal.finished is None and len(journal.choices) == save.mark.turn:
        return resume_session(exact, path, clock)
    return branch_session(exact, path, save.mark.turn + 1, clock)


def _journal(save: Save, logs: Path | None) -> Path:
    """Returns the journal's file: where the logs are now, else where it lay."""
    kept = Path(save.mark.journal)
    for path in (logs / kept.name if logs else kept, kept):
        if path.is_file():
            return path
    raise SaveError(_("The play that “{name}” belongs to is no longer there.").format(name=save.mark.name))


def _write(save: Save) -> None:
    data = asdict(save.mark) | {"when": save.mark.when.isoformat()}
    _put(save.path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace"))


def _put(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise SaveError(_("The save could not be written: {reason}.").format(reason=error.strerror)) from None
