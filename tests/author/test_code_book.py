"""The code book tells each move by its sentence, two lines that make it, and a near miss."""

from __future__ import annotations

import re
from pathlib import Path

from game import locations
from game.author.code_book import BOUNDARIES, code_book
from game.scenario.load import load_file, playable
from game.testing import HEADER, a_rubric, a_scenario

STORY = """
nodes:
  first:
    place: phone
    frame: social
    options:
      - {id: frame, say: "It is forty. Come in.", moves: {sets_frame: "it is forty"}, goto: over}
      - {id: skip, say: "No need to pay.", moves: {skips_frame: "No need to pay"}, goto: over}
  over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_a_line_of_the_library_shows_its_evidence_and_a_near_miss_names_the_other_move() -> None:
    page = code_book(a_rubric(), [a_scenario(HEADER.replace("format: 1", "format: 2") + STORY.lstrip())])
    entry = page.split("## `sets_frame`")[1].split("## ")[0]
    assert a_rubric().moves["sets_frame"].did in entry
    assert "- Yes: “*It is forty*. Come in.” (A small story)" in entry
    assert "- No: “*No need to pay*.” (A small story). That is `skips_frame`." in entry


def test_a_draft_without_evidence_teaches_nothing() -> None:
    assert "- Yes:" not in code_book(a_rubric(), [a_scenario()])


def test_a_boundary_stands_with_its_move_and_names_no_move_that_is_not_there() -> None:
    rubric = a_rubric()
    page = code_book(rubric, [])
    for move, boundary in BOUNDARIES.items():
        assert boundary in page.split(f"## `{move}`")[1].split("## ")[0]
        assert set(re.findall(r"`(\w+)`", boundary)) <= set(rubric.moves)


def test_the_page_in_the_documents_is_what_the_command_prints() -> None:
    library = [playable(load_file(path, a_rubric().moves)) for path in locations.scenario_files().values()]
    page = Path(__file__).parents[2] / "docs/moves.md"
    assert page.read_text(encoding="utf-8") == code_book(a_rubric(), library), (
        "python main.py schema --moves > docs/moves.md"
    )
