from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from game.author.translate import brought_up_to_date, compiled, held_against, of_scenario
from game.errors import GameError, UsageError
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.scenario.texts import texts
from game.scenario.translate import context, read_catalogue, told_in
from game.story.engine import Story
from game.testing import SMALL, a_rubric, a_scenario
from tests.support.stories import VARIED

PHONE = "Saturday, 9:14. Your phone buzzes on the counter."
TELEFONO = "Sábado, 9:14. Tu teléfono zumba en la encimera."


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "small.po"


def translated(po: Path, text: str = SMALL, **words: str) -> None:
    """Begins a catalogue and fills in what `words` says, by the original's beginning."""
    brought_up_to_date(of_scenario(a_scenario(text)), po, "es")
    rows = po.read_text("utf-8").splitlines()
    for original, spanish in words.items():
        at = next(i for i, row in enumerate(rows) if row.startswith(f'msgid "{original}'))
        assert rows[at + 1] == 'msgstr ""'
        rows[at + 1] = f'msgstr "{spanish}"'
    po.write_text("\n".join(rows) + "\n", encoding="utf-8")


def told(po: Path, text: str = SMALL):
    data, _ = compiled(po, "es")
    mo = po.with_suffix(".mo")
    mo.write_bytes(data)
    return told_in(a_scenario(text), read_catalogue(mo))


def test_every_text_of_a_scenario_stands_in_its_catalogue_with_its_address_and_speaker(po: Path):
    scenario = a_scenario(SMALL)
    found = brought_up_to_date(of_scenario(scenario), po, "es")
    with po.open("rb") as file:
        catalog = read_po(file)
    kept = {(m.context, m.id) for m in catalog if m.id}
    assert kept == {(context(where), text) for where, text in texts(scenario)}
    assert found.texts == len(kept) == len(found.missing)
    assert "· dana (bright)" in po.read_text("utf-8")


def test_what_is_translated_is_told_and_the_rest_stands_in_the_original(po: Path):
    translated(po, **{"Saturday, 9:14": TELEFONO})
    lines = told(po).nodes["the-text"].lines
    assert [line.text for line in lines[:2]] == [TELEFONO, "Would it be weird if I booked with you?"]


def test_a_translation_changes_no_id_no_score_and_no_fingerprint(po: Path):
    translated(po, **{"Saturday, 9:14": TELEFONO})
    scenario, rubric, other = a_scenario(SMALL), a_rubric(), told(po)
    exact = ScoringModel(scenario, rubric)
    plain, spanish = score(exact, ["name-it", "say-how"]), score(exact, ["name-it", "say-how"], Story(other))
    assert other.fingerprint == scenario.fingerprint
    assert spanish.components == plain.components
    assert spanish.axes == plain.axes


def test_a_line_whose_original_has_changed_is_stale_and_falls_back_alone(po: Path):
    translated(po, **{"Saturday, 9:14": TELEFONO, "Would it be weird": "¿Sería raro si reservo contigo?"})
    changed = SMALL.replace("Saturday, 9:14. Your phone", "Sunday, 9:14. Your phone")
    assert held_against(of_scenario(a_scenario(changed)), po, "es").stale == ("nodes/the-text/lines/0",)
    brought_up_to_date(of_scenario(a_scenario(changed)), po, "es")
    lines = told(po, changed).nodes["the-text"].lines
    assert lines[0].text == "Sunday, 9:14. Your phone buzzes on the counter."
    assert lines[1].text == "¿Sería raro si reservo contigo?"
    assert TELEFONO in po.read_text("utf-8")


def test_a_mended_comma_does_not_cost_the_translation(po: Path):
    translated(po, **{"Saturday, 9:14": TELEFONO})
    changed = SMALL.replace("Saturday, 9:14. Your phone", "Saturday, 9:14, your phone")
    brought_up_to_date(of_scenario(a_scenario(changed)), po, "es")
    assert told(po, changed).nodes["the-text"].lines[0].text == TELEFONO


@pytest.mark.parametrize("place", ["nodes/the-text/lines/0", "all"])
def test_a_translator_can_say_that_the_meaning_is_the_same(po: Path, place: str):
    translated(po, **{"Saturday, 9:14": TELEFONO})
    changed = SMALL.replace("Saturday, 9:14. Your phone", "Saturday, 9:14. The phone")
    scenario = of_scenario(a_scenario(changed))
    assert brought_up_to_date(scenario, po, "es").stale == ("nodes/the-text/lines/0",)
    assert brought_up_to_date(scenario, po, "es", [place]).stale == ()
    assert told(po, changed).nodes["the-text"].lines[0].text == TELEFONO


def test_a_catalogue_saved_with_a_byte_order_mark_is_read(po: Path):
    translated(po, **{"Saturday, 9:14": TELEFONO})
    po.write_bytes(b"\xef\xbb\xbf" + po.read_bytes())
    assert told(po).nodes["the-text"].lines[0].text == TELEFONO


def test_bringing_up_to_date_twice_changes_nothing(po: Path):
    translated(po, **{"Saturday, 9:14": TELEFONO})
    brought_up_to_date(of_scenario(a_scenario(SMALL)), po, "es")
    before = po.read_bytes()
    brought_up_to_date(of_scenario(a_scenario(SMALL)), po, "es")
    assert po.read_bytes() == before


def test_varying_words_are_translated_where_they_are_listed(po: Path):
    translated(po, VARIED, buzzes="zumba", hums="vibra", **{"lights up": "se enciende"})
    assert told(po, VARIED).nodes["the-text"].lines[0].text == "Saturday, 9:14. Your phone zumba on the counter."


def test_a_place_for_a_word_that_a_translator_lost_is_told(po: Path):
    translated(po, VARIED, **{"Saturday, 9:14": TELEFONO})
    assert held_against(of_scenario(a_scenario(VARIED)), po, "es").places == ("nodes/the-text/lines/0",)


def test_a_language_nobody_speaks_and_a_broken_catalogue_are_told(po: Path):
    with pytest.raises(UsageError, match="`klingon` is no language that is known"):
        brought_up_to_date(of_scenario(a_scenario(SMALL)), po, "klingon")
    po.write_text("this is no catalogue\n", encoding="utf-8")
    with pytest.raises(GameError, match="is not a catalogue that can be read"):
        compiled(po, "es")
    mo = po.with_suffix(".mo")
    mo.write_bytes(b"nonsense")
    with pytest.raises(GameError, match=r"small\.mo cannot be read"):
        read_catalogue(mo)


def test_where_there_is_no_catalogue_the_original_is_told(po: Path):
    scenario = a_scenario(VARIED)
    assert told_in(scenario, read_catalogue(po.with_suffix(".mo"))) == scenario
