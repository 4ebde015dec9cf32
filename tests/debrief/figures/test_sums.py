"""Sums: the same numbers as the cards, in any order, and back from JSON."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace

import pytest

from game.debrief.figures.figures import figures
from game.debrief.figures.sums import UNSCORED, Sums, SumsError, Tally, is_sums, merge
from game.debrief.figures.unscored import unscored
from game.debrief.read.play_scorer import PlayScorer
from game.play.events import Chosen, Finished
from game.play.journal import Journal
from game.rubric.model import AXES
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.testing import SMALL, an_exact
from tests.debrief.a_class import AT, a_class, a_play, the_exact
from tests.support.counted import STORIES, a_journal, all_ways, noisy_ways


def counts(sums: Sums, exact: ScoringModel) -> dict[tuple[str | int, ...], int]:
    """The counts of a scenario as scored today."""
    return sums.groups[exact.story.scenario.id, PlayScorer(exact).basis]


@pytest.fixture(scope="module")
def parts() -> list[Sums]:
    """The sums of thirty plays, one each."""
    return [Sums.of(play.journal, the_exact()) for play in a_class(30)]


def test_sums_count_what_the_card_says() -> None:
    """Steps are looked up rather than scored; so every play of some stories, and noisy ones, against `score`."""
    exact = the_exact()
    plays = [(exact, tuple(way)) for way in noisy_ways(exact, 60, 5)]
    plays += [
        (story, way) for story in (*STORIES.values(), an_exact(SMALL)) for way in all_ways(story, unfinished=True)
    ]
    for one, way in plays:
        card, found = score(one, way), counts(Sums.of(a_journal(one, way), one), one)
        assert found["plays",] == 1
        assert found["complete",] == card.complete
        assert Counter(c.option for c in card.choices) == Counter(
            {str(k[3]): n for k, n in found.items() if k[0] == "step"}
        )
        for choice in card.choices:
            state = [found["turn", choice.turn, part] for part in ("trust", "ease", "voice")]
            assert state == [choice.state.trust, choice.state.ease, choice.state.voice]
        for rupture in card.ruptures:
            assert found["rupture", rupture.id, "opened"] == 1
            assert found.get(("rupture", rupture.id, "repaired"), 0) == (rupture.repaired is not None)
            if rupture.repaired is not None:
                assert found["rupture", rupture.id, "late"] == rupture.repaired - rupture.opened
        for axis in AXES:
            paths = [card.components[c].path for c in one.rubric.axes[axis].components]
            places = [k[2:] for k in found if k[:2] == ("points", axis)]
            if None in paths:
                assert not places
            else:
                assert [abs(int(at) - path) <= 2.56 for at, path in zip(places[0], paths, strict=True)] == [True, True]


def test_any_order_and_any_grouping_gives_the_same_bytes(parts: list[Sums]) -> None:
    whole = merge(parts).as_json()
    dice = random.Random(1)
    for _ in range(5):
        shuffled = dice.sample(parts, len(parts))
        cut = dice.randrange(len(parts))
        assert merge([merge(shuffled[:cut]), merge(shuffled[cut:])]).as_json() == whole
    tally = Tally()
    folder = PlayScorer(the_exact())
    for play in reversed(a_class(30)):
        assert tally.add(play.journal, folder)
    assert tally.sums().as_json() == whole


def test_what_was_added_can_be_taken_out_again(parts: list[Sums]) -> None:
    whole = merge(parts)
    whole.include(parts[3], -1)
    assert whole == merge(parts[:3] + parts[4:])


def test_json_and_back_is_the_same(parts: list[Sums]) -> None:
    whole = merge(parts)
    again = Sums.from_json(whole.as_json())
    assert again == whole
    assert again.groups == whole.groups
    assert figures(again, the_exact()) == figures(whole, the_exact())
    assert is_sums(whole.as_json())


def test_a_class_takes_about_thirty_kilobytes(parts: list[Sums]) -> None:
    assert len(merge(parts).as_json()) < 32_000


def test_sums_hold_no_name_no_session_and_no_answer() -> None:
    play = a_play(the_exact(), 4, ("I would tell Ana first.",))
    begun = replace(play.journal.begun, player="Ana Ruiz", class_code="4B-secret")
    journal = replace(play.journal, begun=begun, events=(begun, *play.journal.events[1:]))
    text = Sums.of(journal, the_exact()).as_json().decode()
    assert not any(word in text for word in ("Ana", "4B-secret", begun.session))


def test_ids_that_are_numbers_stay_ids() -> None:
    sums = Sums()
    sums.group("7", UNSCORED)["edge", "1", "2", "3"] = 4
    assert Sums.from_json(sums.as_json()).groups == sums.groups


def test_a_scenario_that_is_gone_is_counted_by_its_ids() -> None:
    journals = [play.journal for play in a_class(30)]
    sums = merge(Sums.of(journal, None) for journal in journals)
    found = unscored(sums, "saturday-friend")
    assert found is not None
    assert (found.plays, found.complete) == (30, 30)
    chosen = Counter((e.node, e.option) for journal in journals for e in journal.choices)
    assert found.choices
    assert all(chosen[node, option] >= 3 for node, option, _ in found.choices)
    assert all(abs(chosen[node, option] - count) <= 1 for node, option, count in found.choices)
    ended = Counter(journal.finished.ending for journal in journals if journal.finished)
    assert all(ended[ending] >= 3 and abs(ended[ending] - count) <= 1 for ending, count in found.endings)


def test_a_play_that_todays_scenario_does_not_allow_is_counted_by_its_ids() -> None:
    exact = an_exact(SMALL)
    journal = a_journal(exact, ["laugh-it-off", "no-such-option"])
    assert Tally().add(journal, PlayScorer(exact)) is False
    found = Sums.of(journal, exact)
    assert list(found.groups) == [(exact.story.scenario.id, UNSCORED)]


def test_ids_that_no_author_could_have_written_are_not_kept() -> None:
    begun = replace(a_play(the_exact(), 1).journal.begun, scenario="<script>")
    events = [Chosen(n, AT, f"Ana {n}", "=1+1", ("x",), 1) for n in range(1, 5000)]
    ended = Finished(5000, AT, "../end", {})
    sums = Sums.of(Journal(None, begun, (begun, *events, ended), ()), None)  # type: ignore[arg-type]
    assert set(sums.groups) == {("?", UNSCORED)}
    assert len(sums.as_json()) < 300


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"equal_footing_sums":2,"scenarios":{}}',
        b'{"equal_footing_sums":1}',
        b'{"equal_footing_sums":1,"scenarios":[]}',
        b'{"equal_footing_sums":1,"scenarios":{"a":{"b":{"plays":-1}}}}',
        b'{"equal_footing_sums":1,"scenarios":{"a":{"b":{"plays":1.5}}}}',
        b'{"equal_footing_sums":1,"scenarios":{"a":{"b":{"plays":true}}}}',
        b'{"equal_footing_sums":1,"scenarios":{"a":{"b":{"edge":{"x":1}}}}}',
        b'{"equal_footing_sums":1,"scenarios":{"a":{"b":{"turn":{"x":{"n":1}}}}}}',
    ],
)
def test_what_is_no_sums_is_refused(data: bytes) -> None:
    with pytest.raises(SumsError):
        Sums.from_json(data)


def test_counts_of_a_kind_that_is_not_known_yet_are_passed_over() -> None:
    data = json.dumps({"equal_footing_sums": 1, "scenarios": {"a": {"b": {"plays": 3, "later": {"x": 1}}}}}).encode()
    assert Sums.from_json(data).groups == {("a", "b"): Counter({("plays",): 3})}


def test_sums_of_another_rubric_are_left_out_and_told(parts: list[Sums]) -> None:
    other = Sums()
    other.group("saturday-friend", "old:old")["plays",] = 12
    found = figures(merge([*parts, other]), the_exact())
    assert found.plays == 30
    assert "12 plays" in found.notes[0]


@pytest.mark.parametrize("scenario", ["saturday-friend", "sixteen"])
def test_the_path_scores_of_a_play_are_those_of_its_card(scenario: str):
    exact = the_exact(scenario)
    scorer = PlayScorer(exact)
    for seed in range(20):
        play = a_play(exact, seed)
        assert play.card is not None
        options = [choice.option for choice in play.journal.choices]
        assert scorer.paths(scorer.steps(options)) == tuple(axis.path for axis in play.card.axes.values())
        assert scorer.paths(scorer.steps(options[:-1])) == (None, None)
