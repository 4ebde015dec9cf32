"""A page's data: scenarios with all texts in all their languages, every figure that a card needs, the rubric's words,
the table of phases and the interface, as plain data for JSON.

What is left out here (a field at its usual value) is filled in again by `player/src/load.ts`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache, partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import game
from game import locations
from game.app import library
from game.play.phases import LIVE, TABLE
from game.rubric.archetypes import profiles
from game.rubric.chance import Extent
from game.rubric.limits import harms
from game.rubric.model import AXIS_POLES, COMPONENTS, Rubric
from game.rubric.points import Weight
from game.rubric.score import Scorecard, as_points
from game.rubric.scoring_model import ScoringModel
from game.rubric.translate import texts as rubric_texts
from game.scenario.model import Scenario
from game.scenario.texts import Where, retold, texts
from game.scenario.translate import context, read_catalogue

FORMAT = 1
PLAYER = Path(__file__).parent / "player" / "built"

# What no play on a page reads: it is for authors, or was weighed already.
_LEFT_OUT = frozenset(
    ("evidence", "casting", "concepts", "capacity", "forks", "harm", "ceilings", "format", "written", "media")
)
_OF_MOVE = ("did", "does", "gate", "pole", "counterfeit_of", "vector")
_FOR_AUTHORS = re.compile("moves/.*/(meaning|name)")  # a player reads what they did


def packed(lib: library.Library, names: Iterable[str], language: str | None = None) -> dict[str, Any]:
    """Returns the data of a page with these scenarios (ids, or paths of files), which opens in `language`; without one,
    in that of the first scenario. Raises GameError for a scenario that cannot be played."""
    files = [lib.find(name) for name in names]
    return packed_whole(lib, [packed_scenario(lib, path) for path in files], language)


def packed_whole(lib: library.Library, scenarios: list[dict[str, Any]], language: str | None = None) -> dict[str, Any]:
    """Returns the data of a page with scenarios that are packed already; as `packed`."""
    languages = sorted({*(told for scenario in scenarios for told in scenario["texts"]), *filter(None, [language])})
    language = language or scenarios[0]["scenario"].get("language", "en")
    return {"language": language, "scenarios": scenarios, **packed_around(lib, languages)}


def packed_around(lib: library.Library, languages: Iterable[str]) -> dict[str, Any]:
    """Returns what the data of a page has beside its scenarios: the same for all."""
    languages = list(languages)
    return {
        "format": FORMAT,
        "game": game.__version__,
        **_packed_rubric(lib, languages),
        "phases": phases(),
        "words": {told: words for told in languages if (words := interface(told))},
    }


def as_json(data: Mapping[str, Any]) -> str:
    """Returns the data as JSON that may stand within a page's script element and within a line of JavaScript."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def packed_scenario(lib: library.Library, path: Path) -> dict[str, Any]:
    """Returns what a page needs to play and to score the scenario in a file. Raises ScenarioError."""
    original = lib.in_language(None)
    scenario = original.read(path)
    return packed_model(original.ready(scenario), _translations(scenario, path))


def packed_model(
    exact: ScoringModel,
    translations: Mapping[str, Scenario] | None = None,
    figures: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Returns what a page needs of a scenario that is ready to score, and of it told in other languages.

    figures: what `packed_figures` or `no_figures` returned; None works them out
    """
    scenario = exact.story.scenario
    written = scenario.written or scenario
    return {
        "scenario": plain(written) | {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "texts": {language: _told(written, other) for language, other in (translations or {}).items()},
        "harms": {
            option: {"rupture": harm.rupture, "again": sorted(harm.again)}
            for option, harm in harms(scenario, exact.rubric).items()
        },
        "weights": {option: _weight(weight) for option, weight in exact.weights.items()},
        **(packed_figures(exact) if figures is None else figures),
    }


def no_figures(rubric: Rubric) -> dict[str, Any]:
    """Returns what a page has in place of figures that are still to come: it plays on, without scores over a play."""
    names = (*COMPONENTS, *rubric.axes)
    return {"extents": dict.fromkeys(COMPONENTS), "chance": dict.fromkeys(names), "profiles": {}}


def packed_figures(exact: ScoringModel) -> dict[str, Any]:
    """Returns what scores over a whole play rest on: every play, which takes a while to follow."""
    return {
        "extents": {name: _extent(exact.extents[name]) for name in COMPONENTS},
        "chance": {name: as_points(exact.chance_levels[name]) for name in (*COMPONENTS, *exact.rubric.axes)},
        "profiles": {code: _paths(card) for code, card in profiles(exact).items()},
        **_estimate(exact),
    }


def _estimate(exact: ScoringModel) -> dict[str, Any]:
    """Returns from how many plays the figures are estimated; nothing where they are exact."""
    found = exact.estimate
    return {"estimate": {"plays": found.plays, "points": found.points}} if found else {}


def phases() -> dict[str, Any]:
    """Returns the table of phases, and those of a play that can be gone on with."""
    return {
        "table": [[trigger, source.value, target.value] for trigger, source, target in TABLE],
        "live": [phase.value for phase in LIVE],
    }


@cache
def interface(language: str) -> dict[str, str]:
    """Returns the texts that the player tells, English to another language, as far as they are translated."""
    catalogue = read_catalogue(locations.catalogue_of(locations.INTERFACE, language))
    told = {text: catalogue.gettext(text) for text in json.loads((PLAYER / "texts.json").read_text("utf-8"))}
    return {text: other for text, other in told.items() if other != text}


def _translations(scenario: Scenario, path: Path) -> dict[str, Scenario]:
    """Returns a file's scenario told in every language that it has a catalogue for, places for words still open."""
    written = scenario.written or scenario
    found = {}
    for file in sorted(path.parent.glob(f"locale/*/LC_MESSAGES/{path.stem}.mo")):
        catalogue = read_catalogue(file)
        found[file.parent.parent.name] = retold(written, partial(_translated, catalogue))
    return found


def _translated(catalogue: NullTranslations, where: Where, text: str) -> str:
    return catalogue.pgettext(context(where), text)


def _told(written: Scenario, other: Scenario) -> list[str | None]:
    """Returns the texts of another language in the order of their addresses, which are longer than many a text and
    which the player knows; None where it tells the same."""
    own, told = ({context(where): text for where, text in texts(one)} for one in (written, other))
    return [told[where] if told[where] != own[where] else None for where in sorted(own)]


def _packed_rubric(lib: library.Library, languages: Iterable[str]) -> dict[str, Any]:
    """Returns the rubric's words and rules of naming, and its words in other languages."""
    rubric = lib.in_language(None).rubric
    told = {language: _rubric_told(rubric, lib.in_language(language).rubric) for language in languages}
    return {"rubric": packed_rubric(rubric), "rubric_texts": told}


def packed_rubric(rubric: Rubric) -> dict[str, Any]:
    """Returns what a page needs of a rubric: its words, its axes and poles, and how a play earns its name."""
    naming = rubric.naming
    figures = {name: str(getattr(naming, name)) for name in ("good_from", "lean_from", "lean_times", "both_leans_from")}
    moves = {code: plain(move) for code, move in rubric.moves.items()}
    return {
        "fingerprint": rubric.fingerprint,
        "components": plain(rubric.components),
        "axes": {code: plain(axis) | {"good": axis.earned} for code, axis in rubric.axes.items()},
        "poles": plain(rubric.poles),
        "axis_poles": {axis: list(poles) for axis, poles in AXIS_POLES.items()},
        "moves": {code: {key: value for key, value in move.items() if key in _OF_MOVE} for code, move in moves.items()},
        "naming": figures | {"both_ways": naming.both_ways, "no_lean": naming.no_lean},
        "archetypes": {code: {"name": way.name, "means": way.means} for code, way in rubric.archetypes.items()},
    }


def _rubric_told(rubric: Rubric, other: Rubric) -> dict[str, str]:
    """Returns the rubric's texts that another language tells otherwise, by their address."""
    own = dict(rubric_texts(rubric))
    differ = {where: told for where, told in rubric_texts(other) if told != own[where]}
    return {where: told for where, told in differ.items() if not _FOR_AUTHORS.fullmatch(where)}


def plain(value: Any) -> Any:
    """Returns a value of the model as plain data, without what is at its usual value and what no page reads."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            field.name: (field, getattr(value, field.name)) for field in fields(value) if field.name not in _LEFT_OUT
        }
        return {name: plain(one) for name, (field, one) in told.items() if one != _usual(field)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def _usual(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _weight(weight: Weight) -> dict[str, Any]:
    return {"vector": list(weight.vector), "poles": sorted(weight.poles), "gates": list(weight.gates)}


def _extent(extent: Extent | None) -> list[str] | None:
    return None if extent is None else [_fraction(extent.low), _fraction(extent.high)]


def _fraction(value: Fraction) -> str:
    return str(value)


def _paths(card: Scorecard) -> dict[str, float | None]:
    return {name: reading.path for name, reading in {**card.components, **card.axes}.items()}
