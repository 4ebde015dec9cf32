"""The translations that the game ships: whole, of today's originals, and compiled."""

from __future__ import annotations

import ast
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from game import locations
from game.author.translate import Original, compiled, held_against, of_interface, of_rubric, of_scenario
from game.play.learning import guided
from game.rubric.translate import told_in as rubric_in
from game.scenario.load import load_file, playable
from game.scenario.model import Scenario
from game.scenario.translate import read_catalogue, told_in
from game.testing import a_rubric

GAME = locations.SCENARIOS.parent / "game"
CATALOGUES = sorted(locations.SCENARIOS.glob("**/locale/*/LC_MESSAGES/*.po"))


def original(name: str) -> Original:
    match name:
        case "interface":
            return of_interface(GAME)
        case "rubric":
            return of_rubric(a_rubric())
    minutes = {path.stem: path for path in (locations.first_minute(), locations.first_minute(text=True))}
    path = minutes.get(name) or locations.find(name)
    return of_scenario(playable(load_file(path, a_rubric().moves)))


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: f"{po.parent.parent.name}-{po.stem}")
def test_a_translation_is_whole_and_of_todays_original(po: Path):
    found = held_against(original(po.stem), po, po.parent.parent.name)
    assert (found.missing, found.stale, found.places) == ((), (), ()), "python main.py translate update …, then fill in"


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: f"{po.parent.parent.name}-{po.stem}")
def test_what_the_game_reads_is_compiled_from_what_translators_wrote(po: Path):
    data, _ = compiled(po, po.parent.parent.name)
    kept, made = (read_mo(BytesIO(one)) for one in (po.with_suffix(".mo").read_bytes(), data))
    assert {(m.context, m.id): m.string for m in kept} == {(m.context, m.id): m.string for m in made}


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: f"{po.parent.parent.name}-{po.stem}")
def test_a_translation_quotes_as_the_game_quotes_speech(po: Path):
    told = [str(message.string) for message in read_mo(BytesIO(po.with_suffix(".mo").read_bytes()))]
    assert [words for words in told if set(words) & set("«»„")] == []


def test_no_text_of_the_interface_stands_inside_an_f_string():
    """Before Python 3.12 what stands there is not found, and so never translated."""
    inside = [
        f"{path.relative_to(GAME)}:{call.lineno}"
        for path in sorted(GAME.rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "N_")
        if any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert inside == []


def test_spanish_has_the_interface_the_rubric_and_the_three_first_scenarios():
    moves = a_rubric().moves
    every = guided(playable(load_file(path, moves)) for path in locations.scenario_files().values())
    first = {scenario.id for scenario in every if scenario.level == 1}
    assert len(first) == 3
    assert {po.stem for po in CATALOGUES if po.parent.parent.name == "es"} >= {"interface", "rubric", *first}


def test_a_translated_rubric_weighs_the_same():
    rubric = a_rubric()
    spanish = rubric_in(rubric, read_catalogue(locations.catalogue_of(locations.RUBRIC, "es")))
    assert spanish.axes["distinct_roles"].name == "Papeles claros"
    assert spanish.fingerprint == rubric.fingerprint
    assert spanish.moves["sets_frame"].name == "fija el marco"
    assert not [code for code, move in spanish.moves.items() if move.name == code.replace("_", " ")]
    assert {code: move.vector for code, move in spanish.moves.items()} == {c: m.vector for c, m in rubric.moves.items()}


def test_a_translated_scenario_keeps_every_id_and_move():
    for path in locations.scenario_files().values():
        scenario = playable(load_file(path, a_rubric().moves))
        spanish = told_in(scenario, read_catalogue(locations.catalogue_of(path, "es")))
        assert spanish.fingerprint == scenario.fingerprint
        assert shape(spanish) == shape(scenario)


def shape(scenario: Scenario) -> list[tuple[object, ...]]:
    """Everything of a scenario's options that is not text."""
    options = (o for node in scenario.nodes.values() for o in node.options or ())
    return [(o.id, o.moves, o.goto, o.client, o.sets, o.opens, o.repairs, o.when, o.needs) for o in options]
