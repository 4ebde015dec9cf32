"""Each reader of the game with good files to begin with; a reader may say no (`GameError`), and nothing else."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from game.author.panel.items import RatingItem, items
from game.author.panel.ratings import read_ratings
from game.author.panel.sheet import as_csv
from game.author.twee.exporter import taken
from game.author.twee.make_scenario import brought
from game.author.twee.write import as_text
from game.debrief.figures.sums import Sums
from game.debrief.read import sources
from game.locations import RUBRIC, catalogue_of, find
from game.play.fold import fold
from game.play.journal import read_journal
from game.play.saves import keep, read_save
from game.play.session import Session
from game.rubric.load import load_file as load_rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_file as load_scenario
from game.scenario.translate import read_catalogue, told_in
from game.testing import SMALL, a_rubric, a_session, an_exact, made
from game.window import preferences


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: what it is called, good files, the name to give a damaged one, and how it reads."""

    name: str
    good: tuple[bytes, ...]
    called: str
    read: Callable[[Path], object]


def readers(folder: Path) -> list[Reader]:
    """Returns every reader; plays a few conversations in the folder for their files."""
    exact, journals = an_exact(), _journals(folder / "logs")
    save, settings = _save(folder), _settings(folder)
    sums = Sums.of(read_journal(next((folder / "logs").glob("*.jsonl"))), exact).as_json()
    rated = tuple(items([exact]))
    twee = as_text(taken(exact.story.scenario, a_rubric())).encode()
    spanish = catalogue_of(find("saturday-friend"), "es").read_bytes()
    scenario = exact.story.scenario
    return [
        Reader("scenario", (SMALL.encode(),), "mine.yaml", lambda path: load_scenario(path, a_rubric().moves)),
        Reader("rubric", (RUBRIC.read_bytes(),), "rubric.yaml", load_rubric),
        Reader("journal", journals, "play.jsonl", lambda path: _scored(path, exact)),
        Reader("save", (save,), "save.json", read_save),
        Reader("settings", (settings,), "settings.json", preferences.load),
        Reader("sums", (sums,), "class.sums", lambda path: Sums.from_json(path.read_bytes()).plays()),
        Reader("catalogue", (spanish,), "mine.mo", lambda path: told_in(scenario, read_catalogue(path))),
        Reader(
            "class archive", (_zip(journals, 0), _zip(journals, 8)), "class.zip", lambda path: list(sources.read(path))
        ),
        Reader("ratings", (_sheet(rated),), "rater.csv", lambda path: read_ratings(path, rated)),
        Reader("Twine", (twee, *_TWINE), "story.twee", lambda path: brought(path, a_rubric().moves)),
    ]


def _scored(path: Path, exact: ScoringModel) -> object:
    return fold(read_journal(path), exact)


def _played(logs: Path) -> list[Session]:
    found = list[Session]()
    for turns in (0, 1, 9):
        session = a_session(logs, seed=turns, player="Ana")
        made(session)
        while session.turns < turns and session.offers():
            made(session, next(offer.option.id for offer in session.offers() if not offer.locked))
        found.append(session)
    return found


def _journals(logs: Path) -> tuple[bytes, ...]:
    for session in _played(logs):
        session.recorder.close()
    return tuple(path.read_bytes() for path in sorted(logs.glob("*.jsonl")))


def _save(folder: Path) -> bytes:
    session = made(a_session(folder / "others"))
    kept = keep(folder / "saves", session, "Before", session.begun.at)
    session.recorder.close()
    return kept.path.read_bytes()


def _settings(folder: Path) -> bytes:
    preferences.save(preferences.Preferences(player="Ana", theme="dark"), folder / "settings.json")
    return (folder / "settings.json").read_bytes()


def _sheet(rated: Sequence[RatingItem]) -> bytes:
    """Returns a rater's sheet, filled in."""
    rows = list(csv.reader(io.StringIO(as_csv(a_rubric(), rated).decode("utf-8-sig"))))
    text = io.StringIO()
    csv.writer(text).writerows([rows[0], *([*row[:-1], "5"] for row in rows[1:])])
    return text.getvalue().encode()


def _zip(parts: tuple[bytes, ...], compression: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", compression) as file:
        for number, part in enumerate(parts):
            file.writestr(f"class/{number}.jsonl", part)
    return whole.getvalue()


_TWINE = (
    b""":: StoryData
{"format": "Harlowe", "start": "A"}

:: A [place-cafe]
(set: $x to true)(if: $x)[Ana: Hello.](else:)[=><=
Ana: No.]
(link: "Ask")[What? (link-goto: "Go", "B")]

:: B
# Over
It is over.
""",
    b""":: StoryData
{"format": "Chapbook", "start": "A"}

:: A
x: true
--
[if x]
Ana: Hello.

[continued]
{reveal link: 'More', text: 'Rain.'}
[[Go->B]]

:: B
Over.
""",
    b"""<!DOCTYPE html><html><body><tw-storydata name="A" startnode="1" format="SugarCube">
<tw-passagedata pid="1" name="A" tags="" position="1,2">&lt;&lt;link "Go"&gt;&gt;&lt;&lt;set $a to true&gt;&gt;
[[On|B]]&lt;&lt;/link&gt;&gt;</tw-passagedata>
<tw-passagedata pid="2" name="B" tags="">Over.</tw-passagedata></tw-storydata></body></html>""",
)
