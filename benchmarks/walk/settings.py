"""What is walked: the library's scenarios in every language that they are told in, and the minute that teaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from benchmarks.walk.acts import Setting
from benchmarks.walk.twin import Difference, Twin, as_json
from game import locations, words
from game.app import library
from game.rubric.model import Rubric
from game.scenario.model import Scenario
from game.scenario.texts import texts
from game.scenario.translate import context, read_catalogue
from game.scenario.vary import filled, varied
from game.web.pack import packed

SEEDS = (0, 7, -(2**63), 2**63 - 1)
KEYS = {"on": "Enter", "history": "H"}  # what the keys of somebody's own are called


@contextmanager
def told_in(language: str) -> Iterator[None]:
    """The game's own words in a language, for a while."""
    words.speak(read_catalogue(locations.catalogue_of(locations.INTERFACE, language)))
    try:
        yield
    finally:
        words.speak(NullTranslations())


def loaded(twin: Twin, names: Sequence[str]) -> dict[str, list[str]]:
    """Gives the twin a page with these scenarios, and returns the languages that each is told in, its own first."""
    data = packed(shelves(), names)
    twin.load(data)
    return {one["scenario"]["id"]: [one["scenario"].get("language", "en"), *one["texts"]] for one in data["scenarios"]}


def shelves(language: str | None = None) -> library.Library:
    """Returns the shipped library, told in a language; English is its own."""
    return library.Library.shipped(None if language == "en" else language)


def settings(name: str, other: str, language: str) -> list[Setting]:
    """Returns what plays of a scenario are made with in a language; the minute's words for keys are filled in too."""
    told = shelves(language)
    exact, beside = told.exact(name), told.exact(other)
    found = [Setting(exact, language, beside)]
    if set(exact.story.scenario.varies) & set(KEYS):
        minute = told.ready(filled(exact.story.scenario, KEYS))
        found.append(Setting(minute, language, beside, KEYS))
    return found


def texts_differ(twin: Twin, scenario: Scenario, language: str) -> Difference | None:
    """Returns where a scenario's texts, in the words of some seeds, are not the twin's; None where they all are."""
    for seed in SEEDS:
        request: dict[str, Any] = {"do": "texts", "scenario": scenario.id, "language": language, "seed": str(seed)}
        twin.ask(**request)
        told = as_json([[context(where), text] for where, text in texts(varied(scenario, seed))])
        if (difference := twin.difference(told, **request)) is not None:
            return difference
    return None


def rubric_differs(twin: Twin, rubric: Rubric, language: str) -> Difference | None:
    """Returns where a rubric's words are not the twin's; None where they all are."""
    twin.ask(do="rubric", language=language)
    naming = rubric.naming
    told = [
        [[code, one.name, one.meaning] for code, one in rubric.components.items()],
        [
            [code, one.name, one.earned, [getattr(one.quadrants, name) for name in _CORNERS], one.components]
            for code, one in rubric.axes.items()
        ],
        [[code, one.name, one.meaning, one.leans] for code, one in rubric.poles.items()],
        [naming.both_ways, naming.no_lean],
        [[code, m.did, m.does, m.gate, m.pole, m.counterfeit_of] for code, m in rubric.moves.items()],
        [[code, one.name, one.means] for code, one in rubric.archetypes.items()],
    ]
    return twin.difference(as_json(told), do="rubric", language=language)


_CORNERS = ("both", "first_only", "second_only", "neither")


def minutes() -> list[str]:
    """Returns the files of the minute that teaches how to play, for the window and for the terminal."""
    return [str(locations.first_minute()), str(locations.first_minute(text=True))]


def stem(name: str) -> str:
    """Returns the id of a scenario given by its id or its file."""
    return Path(name).stem
