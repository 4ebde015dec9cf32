"""The reference of the format and the moves: complete, and never stale."""

from __future__ import annotations

from pathlib import Path

from game.author.reference import reference
from game.author.schema import scenario_schema
from game.testing import a_rubric

PAGE = Path(__file__).parents[2] / "docs" / "reference.md"


def test_the_page_in_the_documents_is_what_the_command_makes() -> None:
    stale = "stale: python main.py schema --reference > docs/reference.md"
    assert PAGE.read_text(encoding="utf-8") == reference(a_rubric()), stale


def test_every_key_and_every_move_has_a_row() -> None:
    page, schema = reference(a_rubric()), scenario_schema(a_rubric())
    keys = {key for shape in (schema, *schema["$defs"].values()) for key in shape.get("properties", {})}
    assert [key for key in keys - {"when"} if f"\n| `{key}` | " not in page] == []
    assert [code for code in a_rubric().moves if f"\n| `{code}` | " not in page] == []


def test_a_number_s_row_tells_its_limits_and_a_word_s_row_the_words() -> None:
    page = reference(a_rubric())
    assert "| `minutes` |  | a whole number, 1 to 240 | " in page
    assert "| `capacity` |  | `full`, `impaired` | " in page


def test_a_move_s_row_tells_points_pole_and_gate() -> None:
    assert "| `takes_over` | 0 0 −2 0 | Paternalism | decides for them | `elicits_goal` | 23, 12 |" in reference(
        a_rubric()
    )
    assert "| `discloses_client` | −2 −1 −2 0 | Blurred; gate: " in reference(a_rubric())
