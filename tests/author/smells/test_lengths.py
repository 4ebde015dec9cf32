"""Options at one decision are alike in length, within a fifth."""

from __future__ import annotations

from game.author.smells.lengths import MOST_CHARACTERS, LengthShare, share_alike
from tests.author.smells.drafts import a_draft, decision, option, smell


def said(*lengths: int) -> str:
    return decision("first", *(option(f"o-{i}", say="x" * length) for i, length in enumerate(lengths)))


def test_the_longest_may_be_a_fifth_longer_than_the_shortest() -> None:
    assert smell("option-length", a_draft(said(100, 110, 120))) == []
    [found] = smell("option-length", a_draft(said(100, 110, 121)))
    assert "longest option has 121 characters (`o-2`), the shortest 100 (`o-0`)" in found.message


def test_two_words_more_are_not_seen_between_short_options() -> None:
    assert smell("option-length", a_draft(said(10, 18))) == []
    assert len(smell("option-length", a_draft(said(10, 19)))) == 1


def test_an_option_longer_than_the_window_has_room_for_is_told() -> None:
    assert smell("option-too-long", a_draft(said(MOST_CHARACTERS, MOST_CHARACTERS))) == []
    [found] = smell("option-too-long", a_draft(said(MOST_CHARACTERS, MOST_CHARACTERS + 1)))
    assert "`o-1` has 109 characters; 108 are the most." in found.message


def test_an_act_is_measured_like_words() -> None:
    act = '      - {id: wait, goto: over, do: "' + "x" * 60 + '"}\n'
    assert len(smell("option-length", a_draft(decision("first", option("talk", say="x" * 30), act)))) == 1


def test_the_share_counts_decisions_whose_options_are_alike_in_every_play() -> None:
    even = decision("first", option("a", "next", "x" * 30), option("b", "next", "x" * 30, sets="[told]"))
    later = option("e", say="x" * 90, when="{has: [told]}")
    uneven = decision("next", option("c", say="x" * 30), option("d", say="x" * 30), later)
    draft = a_draft(even, uneven)
    assert share_alike(draft) == LengthShare(alike=1, decisions=2)
    assert [found.place for found in smell("option-length", draft)] == [draft.at_node("next")]
