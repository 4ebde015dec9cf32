"""What a page is given: scenarios in all their languages, figures, words, and nothing that no play reads."""

from __future__ import annotations

import json
from fractions import Fraction

from game.app import library
from game.play.phases import TABLE
from game.scenario.texts import texts
from game.scenario.translate import context
from game.testing import an_exact
from game.web.pack import as_json, packed, packed_model, phases, plain
from tests.support.stories import VARIED


def test_what_is_at_its_usual_value_is_left_out_and_what_no_play_reads_too():
    option = plain(an_exact().story.scenario.nodes["the-text"])["options"][1]
    assert option == {
        "id": "laugh-it-off",
        "goto": [{"to": "the-answer"}],
        "say": "Don't be silly, it's only me.",
        "moves": ["brushes_off_awkwardness"],
        "client": {"trust": -1, "ease": -2},
        "opens": "brushed-off",
        "reply": [{"speaker": "dana", "text": "Ha. Right.", "expression": "guarded"}],
        "feedback": "The question stayed in the room.",
        "instead": "It is a fair question. Shall we talk about how it would work?",
    }


def test_places_for_words_that_vary_stay_open():
    data = packed_model(an_exact(VARIED))["scenario"]
    assert data["varies"] == {"buzzes": ["buzzes", "hums", "lights up"]}
    assert "{buzzes}" in data["nodes"]["the-text"]["lines"][0]["text"]


def test_options_come_with_their_points_and_components_with_their_extremes():
    exact = an_exact()
    data = packed_model(exact)
    assert data["weights"]["laugh-it-off"] == {"vector": [0, -2, 0, 0], "poles": ["walled_off"], "gates": []}
    low, high = (Fraction(end) for end in data["extents"]["relationship_acknowledged"])
    assert (low, high) == (
        exact.extents["relationship_acknowledged"].low,
        exact.extents["relationship_acknowledged"].high,
    )
    assert data["extents"]["client_power"] is None


def test_chance_stands_in_tenths_of_points():
    chance = packed_model(an_exact())["chance"]
    assert all(level is None or level == round(level, 1) for level in chance.values())
    assert set(chance) >= {"role_held", "distinct_roles"}


def test_the_table_of_phases_is_the_games_own():
    assert [tuple(row) for row in phases()["table"]] == [(t, source.value, target.value) for t, source, target in TABLE]


def test_a_page_has_every_language_that_its_scenario_is_told_in():
    data = packed(library.Library.shipped(), ["fine-fine"])
    (scenario,) = data["scenarios"]
    assert data["language"] == "en"
    assert list(scenario["texts"]) == list(data["words"]) == ["es"]
    own = library.Library.shipped().scenario("fine-fine")
    at = sorted(context(where) for where, _ in texts(own.written or own))
    told = dict(zip(at, scenario["texts"]["es"], strict=True))
    spanish = library.Library.shipped().in_language("es").scenario("fine-fine")
    assert told["title"] == spanish.title != own.title
    assert data["rubric_texts"]["es"]["axes/distinct_roles/name"] != data["rubric"]["axes"]["distinct_roles"]["name"]


def test_a_page_can_open_in_another_language_than_its_scenarios_own():
    assert packed(library.Library.shipped(), ["fine-fine"], "es")["language"] == "es"


def test_the_data_may_stand_within_a_script():
    text = as_json({"text": "</script><!-- \u2028\u2029 «sí»"})
    assert not set("<\u2028\u2029") & set(text)
    assert json.loads(text) == {"text": "</script><!-- \u2028\u2029 «sí»"}
