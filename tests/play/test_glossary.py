"""The glossary tells every move with its counterfeit, and quotes only what was met in finished plays."""

from __future__ import annotations

from pathlib import Path

from game.play.glossary import Entry, Group, MetOptions, glossary_of, met
from game.scenario.load import load_text, playable
from game.scenario.model import Scenario
from game.testing import SMALL, a_rubric, a_session, made

PLAYED = ("name-it", "say-how")


def small() -> Scenario:
    return playable(load_text(SMALL, a_rubric().moves))


def entries(groups: tuple[Group, ...]) -> list[Entry]:
    return [
        entry
        for group in groups
        for pair in group.pairs
        for entry in (*([pair.helps] if pair.helps else []), *pair.counterfeits)
    ]


def after(tmp_path: Path, *choices: str) -> dict[str, MetOptions]:
    made(a_session(tmp_path), *choices)
    return met(tmp_path)


def test_every_move_is_told_once_and_says_what_it_does_to_the_person() -> None:
    rubric = a_rubric()
    told = entries(glossary_of(rubric, ()))
    assert sorted(entry.did for entry in told) == sorted(move.did for move in rubric.moves.values())
    assert all(entry.does for entry in told)


def test_a_counterfeit_stands_beside_what_it_looks_like() -> None:
    rubric = a_rubric()
    for group in glossary_of(rubric, ()):
        for pair in group.pairs:
            fakes = {entry.did for entry in pair.counterfeits}
            if pair.helps is not None:
                code = next(code for code, move in rubric.moves.items() if move.did == pair.helps.did)
                assert fakes == {move.did for move in rubric.moves.values() if move.counterfeit_of == code}


def test_a_move_that_leans_out_of_balance_is_never_told_as_one_that_helps() -> None:
    poles = {move.did: move.pole for move in a_rubric().moves.values()}
    helps = [pair.helps for group in glossary_of(a_rubric(), ()) for pair in group.pairs if pair.helps]
    assert not [entry.did for entry in helps if poles[entry.did]]


def test_nothing_is_quoted_before_a_play_came_to_its_end(tmp_path: Path) -> None:
    assert met(None) == {}
    assert after(tmp_path, "name-it") == {}


def test_lines_are_quoted_from_what_was_offered_in_a_finished_play_and_what_was_chosen_comes_first(
    tmp_path: Path,
) -> None:
    known = after(tmp_path, *PLAYED)
    scenario = small()
    (one,) = known.values()
    assert one.chosen == set(PLAYED)
    told = [entry.example for entry in entries(glossary_of(a_rubric(), [(scenario, one)])) if entry.example]
    mine = {option.words for node in scenario.nodes.values() for option in node.options or () if option.id in PLAYED}
    offered = {
        option.words for node in scenario.nodes.values() for option in node.options or () if option.id in one.offered
    }
    assert {example.words for example in told} <= offered
    assert {example.words for example in told if example.yours} == mine
    assert all(example.title == "Saturday Friend" and example.words in example.text for example in told)


def test_what_was_not_offered_is_not_quoted(tmp_path: Path) -> None:
    none = MetOptions(frozenset(), frozenset())
    assert not any(entry.example for entry in entries(glossary_of(a_rubric(), [(small(), none)])))


def test_a_move_that_helps_is_not_shown_by_a_line_that_also_harms() -> None:
    rubric = a_rubric()
    scenario = playable(load_text(SMALL.replace("[names_dual_role]", "[names_dual_role, friend_leak]"), rubric.moves))
    everything = frozenset(option.id for node in scenario.nodes.values() for option in node.options or ())
    told = entries(glossary_of(rubric, [(scenario, MetOptions(everything, everything))]))
    shown = {entry.did: entry.example for entry in told}
    assert shown[rubric.moves["names_dual_role"].did] is None
    assert shown[rubric.moves["friend_leak"].did] is not None
