"""What a window makes of a class's folder: the same pages as the command line, beside the journals."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from click.testing import CliRunner

from game import words
from game.cli.main import commands
from game.debrief.folder_pages import debrief_folder
from game.debrief.wanted import PageKind, Wanted
from tests.debrief.a_class import a_class
from tests.debrief.as_files import journal_bytes

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two classes of eight who played Saturday Friend, and a file that is no journal."""
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(words, "_catalogue", NullTranslations())  # as it is before a command speaks another language
    place = tmp_path / "class"
    place.mkdir()
    for number, play in enumerate(a_class(16)):
        begun = replace(play.journal.begun, class_code="4B" if number % 2 else "4C")
        events = (begun, *play.journal.events[1:])
        told = replace(play, journal=replace(play.journal, begun=begun, events=events))
        (place / f"{number}.jsonl").write_bytes(journal_bytes(told))
    (place / "essay.jsonl").write_bytes(b"no journal\n")
    return place


def made(folder: Path, wanted: Wanted, notes: list[str] | None = None) -> list[str]:
    """The names of the files that are made."""
    notes = notes if notes is not None else []
    seen: list[tuple[int, int]] = []
    paths = debrief_folder(folder, wanted, lambda done, total: seen.append((done, total)), notes.append)
    assert seen[-1][1] == 17
    assert all(path.parent == folder for path in paths)
    return [path.name for path in paths]


@pytest.mark.parametrize(
    ("wanted", "name", "typed"),
    [
        (Wanted(), "debrief.html", ()),
        (Wanted(PageKind.SLIDES), "slides.html", ("--projector",)),
        (Wanted(class_code="4B"), "debrief-4B.html", ("--class-code", "4B")),
        (Wanted(scenario="saturday-friend"), "debrief-saturday-friend.html", ("--scenario", "saturday-friend")),
        (Wanted(language="es"), "debrief.html", ("--lang", "es")),
        (Wanted(PageKind.SLIDES, language="es"), "slides.html", ("--lang", "es", "--projector")),
    ],
)
def test_the_window_makes_what_the_command_line_makes(
    folder: Path, wanted: Wanted, name: str, typed: tuple[str, ...]
) -> None:
    assert made(folder, wanted) == [name]
    done = CliRunner().invoke(commands, ["debrief", str(folder), "-o", str(folder / "typed.html"), *typed])
    assert done.exit_code == 0, done.output
    page = (folder / name).read_text(encoding="utf-8")
    assert page == (folder / "typed.html").read_text(encoding="utf-8")
    assert f'<html lang="{wanted.language or "en"}">' in page


def test_a_term_has_a_page_of_its_own(folder: Path) -> None:
    assert made(folder, Wanted(PageKind.TERM)) == ["term.html"]


def test_what_cannot_be_used_is_told_by_its_name_in_the_folder(folder: Path) -> None:
    notes: list[str] = []
    made(folder, Wanted(), notes)
    assert [note for note in notes if note.startswith("Left out")] == [
        "Left out: essay.jsonl: It is not a journal of Equal Footing: its first line does not begin a play."
    ]


def test_a_class_code_is_no_way_out_of_the_folder(folder: Path) -> None:
    for path in folder.glob("*.jsonl"):
        path.write_bytes(path.read_bytes().replace(b'"4B"', b'"../4B"'))
    assert made(folder, Wanted(class_code="../4B")) == ["debrief-4B.html"]
