"""The table of archetypes that `profiles` prints."""

from __future__ import annotations

from game.author.validity.profiles import profile_table
from game.testing import HEADER, SMALL, an_exact
from tests.support.full_marks import FULL

# each archetype finds what it prefers, three times over


def test_the_table_has_a_row_for_each_archetype_and_two_for_chance() -> None:
    rows = profile_table(an_exact(FULL)).text.split("\n")
    assert rows[0] == "## A small story"
    players = [row.split("|")[1].strip() for row in rows if row.startswith("| ")]
    assert players == [
        "player", "---", "Partner", "Authority", "Menu", "Pal", "Wall", "random (exact)", "random, spread",
    ]  # fmt: skip


def test_every_row_of_the_table_has_as_many_cells_as_its_head() -> None:
    rows = [row for row in profile_table(an_exact(FULL)).text.split("\n") if row.startswith("|")]
    assert len(rows) == 9
    assert {row.count("|") for row in rows} == {rows[0].count("|")}


def test_a_scenario_that_tells_the_archetypes_apart_is_said_to() -> None:
    table = profile_table(an_exact(HEADER.replace("format: 1", "format: 2") + FULL.lstrip()))
    assert table.met, table.text
    assert table.text.endswith("All five score as expected.")


def test_a_scenario_that_does_not_is_told_what_is_missing() -> None:
    table = profile_table(an_exact(SMALL.replace("format: 1", "format: 2")))
    assert not table.met
    assert "- not as expected: Partner: Client's power honoured is None, wanted 65–100" in table.text


def test_partner_must_be_best_and_beat_chance_by_a_standard_deviation() -> None:
    table = profile_table(
        an_exact(
            """
            nodes:
              first:
                place: cafe
                frame: workplace
                options:
                  - {id: one, say: "One.", moves: [names_dual_role, brushes_off_awkwardness], goto: over}
                  - {id: two, say: "Two.", moves: [warm_limit], goto: over}
              over: {place: cafe, frame: social, ending: {kind: best, title: Over, text: It is over.}}
            """
        )
    )
    assert "Partner is not best on distinct_roles" in table.text


def test_a_component_without_a_score_is_a_dash() -> None:
    partner = next(row for row in profile_table(an_exact()).text.split("\n") if row.startswith("| Partner"))
    assert [cell.strip() for cell in partner.split("|")[2:6]] == ["100", "75", "–", "–"]
