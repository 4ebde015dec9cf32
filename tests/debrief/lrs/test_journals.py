"""Statements back to journals: what a page told line by line, and what an export told of its choices."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from game.debrief.export.shared_parts import EXTENSION
from game.debrief.export.xapi import statements
from game.debrief.figures.model import ScoredPlay
from game.debrief.lrs.journals import LINE, SESSION, journals
from game.debrief.read.collect import FROM_STATEMENTS, collect
from game.debrief.read.sources import FoundJournal, Trouble
from game.play.events import Abandoned, Begun, Chosen, Resumed, as_line
from game.play.journal import Journal, parse_journal
from game.testing import a_rubric
from tests.debrief.a_class import a_class, played_on
from tests.debrief.small_plays import BROKEN, a_play, with_answer

Row = dict[str, Any]


def exported(*plays: ScoredPlay) -> list[Row]:
    """The statements of an export, as a store gives them back: with more in them, in any order."""
    rows = [json.loads(row) for play in plays for row in statements(play, a_rubric())]
    random.Random(5).shuffle(rows)
    return [row | {"stored": "2026-05-01T10:00:00Z", "authority": {"mbox": "mailto:a@school.example"}} for row in rows]


def told_by_a_page(play: ScoredPlay) -> list[Row]:
    """The statements that a page in a learning platform makes of a play, as far as they matter here."""
    return [
        {
            "id": str(UUID(int=event.n)),
            "context": {"extensions": {LINE: as_line(event).decode(), SESSION: play.session}},
        }
        for event in play.journal.events
    ]


def again(rows: list[Row]) -> dict[str, Journal]:
    """The journals in statements, by session; each is one that the game can read."""
    found = {}
    for item in journals(rows, "https://lrs.example"):
        assert isinstance(item, FoundJournal), item
        journal = parse_journal(item.data, Path(item.label))
        assert journal.begun.session not in found
        assert journal.lost == ()
        found[journal.begun.session] = journal
    return found


def troubles(rows: list[Row]) -> list[str]:
    return [item.why for item in journals(rows, "https://lrs.example") if isinstance(item, Trouble)]


def choices(journal: Journal) -> list[tuple[str, str, tuple[str, ...], int]]:
    return [(c.node, c.option, c.offered, c.elapsed_ms) for c in journal.choices]


def test_an_exported_play_comes_back_with_its_choices_its_ending_and_its_scores():
    play = with_answer(a_play(), "What stayed with you?", "A secret")
    (journal,) = again(exported(play)).values()
    before, after = play.journal.begun, journal.begun
    assert choices(journal) == choices(play.journal)
    assert journal.finished is not None
    assert play.journal.finished is not None
    assert journal.finished.ending == play.journal.finished.ending
    assert journal.finished.card == pytest.approx(play.journal.finished.card)
    assert (after.session, after.scenario, after.title, after.at) == (
        play.session,
        before.scenario,
        before.title,
        before.at,
    )
    assert (after.scenario_fingerprint, after.mode) == (before.scenario_fingerprint, before.mode)
    assert (after.player, after.device, after.game) == (None, play.actor, FROM_STATEMENTS)


def test_a_class_of_a_shipped_scenario_comes_back_whole():
    group = a_class(12)
    found = again(exported(*group))
    assert {name: choices(journal) for name, journal in found.items()} == {p.session: choices(p.journal) for p in group}


def test_a_page_s_journal_comes_back_byte_for_byte_and_once():
    play = a_play(*BROKEN)
    rows = told_by_a_page(play)
    random.Random(3).shuffle(rows)
    (found,) = journals([*rows, *rows, *exported(play)], "https://lrs.example")
    assert isinstance(found, FoundJournal)
    assert found.data == b"".join(map(as_line, play.journal.events))


def test_a_page_s_lines_count_up_to_the_first_that_is_missing():
    play = a_play()
    rows = told_by_a_page(play)
    assert len(next(iter(again(rows[:2] + rows[3:]).values())).events) == 2
    assert troubles(rows[1:]) == [
        "Its first statement is not there, so it is not known whose play it is, or of which scenario."
    ]


def test_a_play_that_went_on_from_an_earlier_one_needs_that_one():
    (first,) = a_class(1)
    branch = played_on(replace(first, session="b" * 32), first, 3)
    found = again(exported(first, branch))
    assert choices(found[branch.session]) == choices(branch.journal)
    assert found[branch.session].begun.branched_from == first.session
    assert troubles(exported(branch)) == [
        "It goes on from an earlier play, and that is not in the store as far as it would have to be."
    ]


def test_whatever_else_a_store_holds_is_no_matter():
    others: list[Row] = [
        {},
        {"context": 7},
        {"context": {"extensions": {LINE: 7, SESSION: []}}},
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/answered"}, "context": {"registration": "x"}},
    ]
    assert len(again([*others, *exported(a_play())])) == 1


@pytest.mark.parametrize("damage", ["timestamp", "object", "result"])
def test_statements_of_another_shape_are_told(damage: str):
    rows = exported(a_play())
    for row in rows:
        row[damage] = {"id": 3}
    assert troubles(rows) == ["Its statements are not such as the game writes."]


def test_plays_that_go_on_from_each_other_for_ever_are_told():
    rows = [
        row
        for row in exported(a_play(session="a" * 32), a_play(session="b" * 32))
        if "answered" not in row["verb"]["id"]
    ]
    for row in rows:
        other = "b" if row["context"]["registration"].startswith("a") else "a"
        row["context"]["extensions"] |= {f"{EXTENSION}branched-from": other * 32, f"{EXTENSION}branched-at": 2}
    assert len(troubles(rows)) == 2


# ── once each, beside what a stick brought ───────────────────────────────────────────────────────────────


def in_folder(folder: Path) -> Journal:
    (path,) = folder.glob("*.jsonl")
    return parse_journal(path.read_bytes(), path)


@pytest.mark.parametrize("stick_first", [True, False])
def test_a_play_from_a_stick_and_from_a_store_is_there_once_as_it_was_written(tmp_path: Path, stick_first: bool):
    play = with_answer(a_play(), "What stayed with you?", "A secret")
    stick, into = tmp_path / "stick", tmp_path / "class"
    stick.mkdir()
    (stick / "a.jsonl").write_bytes(b"".join(map(as_line, play.journal.events)))
    for from_stick in (stick_first, not stick_first):
        found = () if from_stick else journals(exported(play), "https://lrs.example")
        done = collect([stick] if from_stick else [], into, found)
        assert done.troubles == []
    assert in_folder(into).events == play.journal.events
    assert done.same + done.longer == 1


def test_a_play_that_went_further_in_the_store_takes_the_place_of_its_beginning(tmp_path: Path):
    stick, into = tmp_path / "stick", tmp_path / "class"
    stick.mkdir()
    (stick / "a.jsonl").write_bytes(b"".join(map(as_line, a_play("name-it").journal.events)))
    done = collect([stick], into, journals(exported(a_play()), "https://lrs.example"))
    assert (done.new, done.longer, done.troubles) == (1, 1, [])
    assert in_folder(into).finished is not None


def test_another_play_under_the_same_session_is_set_aside_and_told(tmp_path: Path):
    into = tmp_path / "class"
    collect([], into, journals(exported(a_play()), "https://lrs.example"))
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.jsonl").write_bytes(b"".join(map(as_line, a_play(*BROKEN).journal.events)))
    assert "goes on differently" in collect([stick], into).text


def test_events_are_numbered_without_gaps():
    (journal,) = again(exported(with_answer(a_play(), "Why?", "So"))).values()
    assert [event.n for event in journal.events] == list(range(len(journal.events)))
    assert isinstance(journal.events[0], Begun)
    assert isinstance(journal.events[1], Chosen)


def test_what_was_typed_is_no_choice_and_a_sitting_that_ended_is_no_end():
    play = with_answer(a_play(), "Which line?", "The first.")
    begun, first, *rest = play.journal.events
    events = [begun, first, Abandoned(0, first.at), Resumed(0, first.at), *rest]
    journal = replace(play.journal, events=tuple(replace(event, n=n) for n, event in enumerate(events)))
    rows = [json.loads(one) for one in statements(replace(play, journal=journal), a_rubric(), answers=True)]
    (found,) = journals(rows, "a store")
    assert isinstance(found, FoundJournal)
    again = parse_journal(found.data, Path("again.jsonl"))
    assert [choice.option for choice in again.choices] == [choice.option for choice in play.journal.choices]
    assert again.finished is not None
