"""Groups: whose scores they hold, and what they remember of pages made before."""

from __future__ import annotations

from pathlib import Path

from game.debrief.term.groups import ALL, beside_earlier, groups_of, load, save
from tests.debrief.term.a_term import STORY, a_person, some_people


def test_there_is_a_group_of_all_and_one_for_each_class():
    people = [a_person(1, 50.0, code="4B"), a_person(2, 60.0, code="4C"), a_person(3, 70.0)]
    everyone, four_b, four_c = groups_of(people, STORY, 2)
    assert (everyone.class_code, everyone.people) == (ALL, 3)
    assert (four_b.class_code, four_b.first[0]) == ("4B", (50.0,))
    assert (four_c.class_code, four_c.first[1]) == ("4C", (60.0,))


def test_a_change_is_from_the_first_play_to_the_latest_whole_one():
    (group,) = groups_of([a_person(1, 40.0, 90.0, 55.0, None)], STORY, 2)
    assert (group.first[0], group.change[0], group.again) == ((40.0,), (15.0,), 1)


def test_who_did_not_finish_the_first_play_has_no_change():
    (group,) = groups_of([a_person(1, None, 90.0), a_person(2, 50.0)], STORY, 2)
    assert (group.first[0], group.change[0], group.people, group.again) == ((50.0,), (), 2, 1)


def test_a_group_that_a_few_joined_keeps_what_it_showed():
    before, after = (groups_of(some_people([(50.0,)] * n), STORY, 2)[0] for n in (12, 21))
    assert beside_earlier(after, [before]) is before
    grown = groups_of(some_people([(50.0,)] * 22), STORY, 2)[0]
    assert beside_earlier(grown, [before]) is grown


def test_a_group_that_some_left_while_many_joined_keeps_what_it_showed():
    before = groups_of(some_people([(50.0,)] * 12), STORY, 2)[0]
    after = groups_of(some_people([(50.0,)] * 40)[1:], STORY, 2)[0]
    assert beside_earlier(after, [before]) is before


def test_another_class_or_scenario_is_another_group():
    before = groups_of(some_people([(50.0,)] * 12, code="4B"), STORY, 2)[1]
    after = groups_of(some_people([(50.0,)] * 13, code="4C"), STORY, 2)[1]
    assert beside_earlier(after, [before]) is after
    people_of_another_term = groups_of(some_people([(50.0,)] * 13, code="4B", start=100), STORY, 2)[1]
    assert beside_earlier(people_of_another_term, [before]) is people_of_another_term


def test_all_of_one_class_are_another_group_than_all():
    everyone = groups_of(some_people([(50.0,)] * 14), STORY, 2)[0]
    some = groups_of(some_people([(50.0,)] * 12), STORY, 2, "4b")[0]
    assert beside_earlier(some, [everyone]) is some


def test_a_play_that_was_played_on_is_another_than_before():
    one, two = a_person(1, 50.0), a_person(1, 50.0, 60.0)
    before, after = (groups_of([person], STORY, 2)[0] for person in (one, two))
    assert before.plays < after.plays


def test_what_was_shown_is_remembered_the_latest_first(tmp_path: Path):
    first, second = (groups_of(some_people([(50.0, 62.5)] * n), STORY, 2)[0] for n in (12, 30))
    save(tmp_path / "made.json", [first], [])
    save(tmp_path / "made.json", [second], load(tmp_path / "made.json"))
    assert load(tmp_path / "made.json") == [second, first]
    save(tmp_path / "made.json", [second], load(tmp_path / "made.json"))
    assert load(tmp_path / "made.json") == [second, first]


def test_a_memory_that_is_missing_or_broken_is_none(tmp_path: Path):
    assert load(tmp_path / "gone.json") == []
    for text in ("", "{", "[1]", '[{"scenario": 1}]', "[{}]"):
        (tmp_path / "made.json").write_text(text, encoding="utf-8")
        assert load(tmp_path / "made.json") == []


def test_a_folder_that_cannot_be_written_to_remembers_none(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    save(tmp_path / "file" / "made.json", [], [])
