"""A scenario from its file: shape, then structure, all problems in one list."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from game.diagnostics import Diagnostic, as_report, in_order
from game.errors import ScenarioError
from game.scenario import checks
from game.scenario.document import Data, Document, Path_
from game.scenario.media import folder_beside
from game.scenario.model import (
    FORMAT,
    Branch,
    Casting,
    ClientState,
    Ending,
    Node,
    Option,
    Person,
    Rupture,
    Scenario,
    StateChange,
    Teaching,
)
from game.scenario.shape import newer_format, read_shape
from game.scenario.shapes import FILLED_IN, STAND_IN, Shapes
from game.scenario.source import MOST_EFFORT, read_file, read_text
from game.scenario.vary import usual

MOST_FINDINGS = 100

_SHAPES = Shapes(
    {
        (): Scenario,
        ("cast", "*"): Person,
        ("cast", "*", "casting"): Casting,
        ("teaching",): Teaching,
        ("client_state",): ClientState,
        ("ruptures", "*"): Rupture,
        ("nodes", "*"): Node,
        ("nodes", "*", "ending"): Ending,
        ("nodes", "*", "goto", "*"): Branch,
        ("nodes", "*", "options", "*"): Option,
        ("nodes", "*", "options", "*", "client"): StateChange,
        ("nodes", "*", "options", "*", "goto", "*"): Branch,
    },
    {
        "format": "2",
        "cast": {},
        "client_state": {"trust": "5", "ease": "5", "voice": "5"},
        "trust": "5",
        "ease": "5",
        "voice": "5",
        "nodes": {},
        "frame": "social",
        "role": "client",
        "kind": "mixed",
        "concepts": "1",
        "varies": [STAND_IN, STAND_IN],
        "options": {"id": STAND_IN, "say": STAND_IN, "goto": STAND_IN},
        "goto": [{"to": STAND_IN}],
        "lines": STAND_IN,
        "reply": STAND_IN,
    },
)


def keys_at(path: Path_) -> dict[str, bool]:
    """Returns the keys that a scenario knows at a path (`*` for any one step), each with whether it must be there."""
    return _SHAPES.keys_at(path)


@cache
def _adapter() -> TypeAdapter[Scenario]:
    import game.scenario.fields  # noqa: F401 (gives the model's fields their limits)

    return TypeAdapter(Scenario)


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """What came of reading a file: the scenario when it can be played, and every problem found."""

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document


def load_file(path: Path, moves: Collection[str]) -> LoadedScenario:
    """Returns the scenario at `path`, its options held against the rubric's `moves`; nothing is raised."""
    return load_document(read_file(path, _faults), path.stem, moves, folder_beside(path))


def load_text(text: str, moves: Collection[str], id_: str = "scenario", media: Path | None = None) -> LoadedScenario:
    """Returns the scenario in `text`, its own pictures in the folder `media`; as `load_file`."""
    return load_document(read_scenario(text, f"{id_}.yaml"), id_, moves, media)


def read_scenario(text: str, name: str = "scenario", most_effort: int = MOST_EFFORT) -> Document:
    """Returns a text as a Document; of several ways to mend a line the one that leaves the fewest faults is taken."""
    return read_text(text, name, _faults, most_effort)


def playable(loaded: LoadedScenario) -> Scenario:
    """Returns the scenario, or a ScenarioError that carries and prints everything that is wrong with it."""
    if loaded.scenario is None:
        errors = [d for d in loaded.diagnostics if d.is_error]
        raise ScenarioError(f"{loaded.document.name} cannot be played yet.\n\n{as_report(errors)}", errors)
    return loaded.scenario


def _faults(data: Data | None) -> int:
    """Returns how much is wrong with the shape of data."""
    try:
        _adapter().validate_python(data)
    except ValidationError as error:
        return error.error_count()
    return 0


def load_document(document: Document, id_: str, moves: Collection[str], media: Path | None = None) -> LoadedScenario:
    """Returns the scenario in a file that was read; what is wrong in its data is replaced there by stand-ins."""
    if document.data is None:
        return LoadedScenario(None, tuple(document.problems), document)
    if newer := newer_format(document, FORMAT):
        return LoadedScenario(None, (newer,), document)
    foreign = list(_ours_alone(document))
    shaped = read_shape(_adapter(), document, _SHAPES)
    scenario, shape = shaped
    structure = _structure(scenario, document, moves)
    told = {problem.place for problem in document.problems if problem.is_error}
    later = [problem for problem in (*foreign, *shape, *structure) if problem.place not in told]
    found = tuple(in_order([*document.problems, *later]))
    if scenario is None or any(d.is_error for d in found):
        return LoadedScenario(None, found, document)
    known = dataclasses.replace(scenario, id=id_, fingerprint=_fingerprint(scenario), media=str(media) if media else "")
    return LoadedScenario(usual(known), found, document)


def _structure(scenario: Scenario | None, document: Document, moves: Collection[str]) -> list[Diagnostic]:
    """Returns the first findings about a scenario's structure; how many more there are is noted."""
    if scenario is None:
        document.untold += MOST_FINDINGS
        return []
    findings = checks.run(scenario, document, moves)
    told = list(islice(findings, MOST_FINDINGS))
    document.untold += sum(finding.is_error for finding in findings)
    return told


def _ours_alone(document: Document) -> Iterator[Diagnostic]:
    """Finds what the loader fills in itself and no author may write; takes it out of the data."""
    for key in FILLED_IN:
        if isinstance(document.data, dict) and document.data.pop(key, None) is not None:
            place = document.place((key,), key=True)
            hint = "Delete this line: a scenario's id is the name of its file."
            yield document.diagnostic("unknown-key", place, f"`{key}` is not known here.", hint)


def _fingerprint(scenario: Scenario) -> str:
    """Returns sixteen hex digits of the scenario's meaning: the same for any layout, comments and order of keys.

    Neither the version of the format nor the evidence for a tag changes what is played.
    """
    plain = dataclasses.replace(scenario, format=1)
    meaning = json.dumps(_adapter().dump_python(plain, mode="json", exclude_defaults=True), sort_keys=True)
    return hashlib.sha256(meaning.encode()).hexdigest()[:16]
