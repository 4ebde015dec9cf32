"""Rubric files: the shipped one is sound, and what is wrong with another is told at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import locations
from game.errors import ScenarioError
from game.rubric.load import load_file, load_text, usable
from game.rubric.model import AXES, COMPONENTS, POLES
from game.testing import a_rubric

SHIPPED = locations.RUBRIC.read_text("utf-8")


def told(before: str, after: str) -> list[str]:
    assert before in SHIPPED
    found = load_text(SHIPPED.replace(before, after, 1)).diagnostics
    assert all(d.hint and d.message for d in found)
    return [d.code for d in found]


def test_the_shipped_rubric_is_sound_and_whole():
    loaded = load_file(locations.RUBRIC)
    assert loaded.diagnostics == ()
    rubric = usable(loaded)
    assert tuple(rubric.components) == COMPONENTS
    assert tuple(rubric.axes) == AXES
    assert tuple(rubric.poles) == POLES
    assert set(rubric.archetypes) == {"partner", "authority", "menu", "pal", "wall"}


def test_every_move_of_the_shipped_rubric_is_preferred_or_avoided_by_someone():
    rubric = a_rubric()
    named = {move for a in rubric.archetypes.values() for move in (*a.prefers, *a.avoids)}
    gates = {code for code, move in rubric.moves.items() if move.gate}
    assert set(rubric.moves) - named - gates == set()


def test_every_counterfeit_of_the_shipped_rubric_leans_out_of_balance_or_costs_something():
    for code, move in a_rubric().moves.items():
        if move.counterfeit_of:
            assert min(move.vector) < 0, code


def test_every_good_move_costs_nothing():
    for code, move in a_rubric().moves.items():
        if not (move.counterfeit_of or move.pole):
            assert min(move.vector) >= 0, code


SLIPS = [
    ("pole: blurred", "pole: blured", "wrong-value"),
    ("  names_dual_role: {", "  names dual role: {", "bad-id"),
    ("format: 2", "format: 3", "newer-format"),
    ("format: 2", "format: one", "wrong-number"),
    ("[4, 5, 6, 9]", "[4, 28]", "wrong-number"),
    ("vector: [1, 2, 0, 0]", "vector: [1, 2, 0]", "missing-key"),
    ("vector: [1, 2, 0, 0]", "vector: [1, 2, 0, 0, 0]", "wrong-kind"),
    ("vector: [1, 2, 0, 0]", "vector: [1, 2, 0, 7]", "wrong-number"),
    ("vector: [1, 2, 0, 0]", "vector: [1, 2, 0, much]", "wrong-number"),
    ("vector: [1, 2, 0, 0]", "vector: much", "wrong-kind"),
    ("components: [role_held,", "components: [role_hold,", "unknown-component"),
    ("ceilings: {clinical_responsibility:", "ceilings: {clinical:", "unknown-component"),
    ("counterfeit_of: sets_frame", "counterfeit_of: set_frame", "unknown-move"),
    ("      checks_capacity_now: [", "      check_capacity_now: [", "unknown-move"),
    ("avoids: [walled_off,", "avoids: [walled,", "unknown-move"),
    ("prefers: [names_rupture", "prefers: [name_rupture", "unknown-move"),
    ("  role_held: {", "  role_hold: {", "unknown-key"),
    ("  blurred: {name", "  blured: {name", "unknown-key"),
    ("  social: {", "  sociable: {", "unknown-key"),
    ("  impaired:\n", "  impaird:\n", "unknown-key"),
    ("axes:\n", "axis:\n", "unknown-key"),
    ("moves:\n  # ──", "move:\n  # ──", "unknown-key"),
    (", did: You waved the awkwardness away.", "", "missing-key"),
    ('{role_held: ">= 65"', '{role_hold: ">= 65"', "wrong-value"),
    ('{role_held: ">= 65"', "{role_held: lots", "wrong-value"),
    ("pole: abdication}", "pole: abdicate}", "wrong-value"),
    (", clinical: true, concepts", ", clinical: yes, concepts", "wrong-value"),
    ("meaning: waives structure", "meaning: waives: structure", "syntax"),
]


@pytest.mark.parametrize(("before", "after", "code"), SLIPS, ids=[f"{s[2]} {s[1][:24]}" for s in SLIPS])
def test_one_slip_gives_one_message(before: str, after: str, code: str):
    assert told(before, after) == [code]


def test_an_archetype_may_avoid_moves_and_poles_alike():
    assert told("avoids: [walled_off,", "avoids: [paternalism, sets_frame,") == []


def test_what_cannot_be_used_raises_with_everything_that_is_wrong():
    loaded = load_text(SHIPPED.replace("pole: blurred", "pole: blured").replace("[4, 5, 6, 9]", "[4, 50]"))
    with pytest.raises(ScenarioError, match="blured") as caught:
        usable(loaded)
    assert {d.code for d in caught.value.diagnostics} == {"wrong-value", "wrong-number"}


def test_the_fingerprint_is_of_the_meaning_alone():
    same = SHIPPED.replace("title: Distinct", "# hello\n\ntitle:   Distinct").replace(
        "pole: blurred", "pole: 'blurred'"
    )
    other = SHIPPED.replace("vector: [1, 2, 0, 0]", "vector: [1, 1, 0, 0]", 1)
    prints = [usable(load_text(text)).fingerprint for text in (SHIPPED, same, other)]
    assert prints[0] == prints[1] != prints[2]
    assert len(prints[0]) == 16


@pytest.mark.parametrize(
    "text", ["", "~", "a", "- a", "moves:", "moves: {a: b}", "axes: {a: {components: [[], {}]}}", "]"]
)
def test_nonsense_is_told_and_never_raised(text: str):
    loaded = load_text(text)
    assert loaded.rubric is None
    assert loaded.diagnostics


LINES = SHIPPED.splitlines(keepends=True)


@given(at=st.integers(0, len(LINES) - 1), column=st.integers(0, 200), new=st.text(max_size=4), cut=st.integers(0, 3))
@settings(max_examples=60)
def test_a_damaged_rubric_is_used_or_explained(at: int, column: int, new: str, cut: int):
    line = LINES[at]
    damaged = "".join([*LINES[:at], line[:column], new, line[column + cut :], *LINES[at + 1 :]])
    loaded = load_text(damaged)
    assert (loaded.rubric is None) == bool(loaded.diagnostics)
