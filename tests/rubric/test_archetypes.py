"""The archetypes: they choose by moves alone, and their cards are held against what the rubric expects of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.errors import UsageError
from game.rubric.archetypes import played, player, profiles, unmet
from game.rubric.score import Scorecard, score
from game.scenario.model import Branch, Option
from game.testing import a_rubric, an_exact


def _option(id_: str, *moves: str) -> Option:
    return Option(id=id_, goto=(Branch("next"),), say=id_, moves=moves)


OFFERED = [
    _option("tells", "takes_over"),
    _option("lists", "menu_dump"),
    _option("jokes", "friend_leak"),
    _option("shields", "hides_behind_policy"),
    _option("advises", "recommends_with_reason"),
    _option("nothing"),
]


@pytest.mark.parametrize(
    ("who", "picks"),
    [("authority", "tells"), ("menu", "lists"), ("pal", "jokes"), ("wall", "shields"), ("partner", "advises")],
)
def test_each_archetype_takes_the_moves_that_it_prefers(who: str, picks: str) -> None:
    assert player(a_rubric(), who)(OFFERED).id == picks


@pytest.mark.parametrize("who", ["authority", "menu", "pal", "wall", "partner"])
def test_an_archetype_picks_the_same_however_the_options_stand(who: str) -> None:
    pick = player(a_rubric(), who)
    assert pick(OFFERED[::-1]) == pick(OFFERED)


def test_an_avoided_move_is_taken_only_when_nothing_else_is_offered() -> None:
    partner = player(a_rubric(), "partner")
    mixed = _option("mixed", "names_rupture", "takes_over")
    assert partner([mixed, _option("plain")]).id == "plain"
    assert partner([mixed]).id == "mixed"


def test_the_order_in_which_an_option_lists_its_moves_does_not_matter() -> None:
    partner = player(a_rubric(), "partner")
    best_last = _option("best-last", "invites_experience", "names_rupture")
    assert partner([_option("second-best", "owns_part"), best_last]) == best_last


def test_an_archetype_does_not_look_at_points() -> None:
    rubric = a_rubric()
    upside_down = replace(
        rubric, moves={c: replace(m, vector=tuple(-v for v in m.vector)) for c, m in rubric.moves.items()}
    )
    for who in rubric.archetypes:
        assert player(rubric, who)(OFFERED) == player(upside_down, who)(OFFERED)


def test_an_unknown_bot_is_answered_with_the_known_ones() -> None:
    with pytest.raises(
        UsageError, match=r"no bot called `boss`. Possible: partner, authority, menu, pal, wall, random"
    ):
        player(a_rubric(), "boss")


def test_the_random_player_repeats_itself_with_the_same_seed_only() -> None:
    def picks(seed: int) -> list[str]:
        pick = player(a_rubric(), "random", seed)
        return [pick(OFFERED).id for _ in range(20)]

    assert picks(1) == picks(1)
    assert picks(1) != picks(2)


def test_a_whole_play_is_played_through_jumps_to_an_ending() -> None:
    exact = an_exact(
        """
        nodes:
          first: {place: phone, frame: social, goto: second}
          second:
            place: phone
            frame: social
            options:
              - {id: warm, say: "Warm.", moves: [names_dual_role], goto: third}
              - {id: cold, say: "Cold.", moves: [brushes_off_awkwardness], goto: third}
          third: {place: phone, frame: social, goto: over}
          over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
        """
    )
    assert played(exact, player(exact.rubric, "partner")) == ["warm"]
    assert score(exact, ["warm"]).complete


def test_profiles_hold_one_whole_play_for_each_archetype() -> None:
    cards = profiles(an_exact())
    assert list(cards) == ["partner", "authority", "menu", "pal", "wall"]
    assert all(card.complete for card in cards.values())
    assert cards["wall"].choices[0].option == "laugh-it-off"
    assert [c.option for c in cards["partner"].choices] == ["name-it", "say-how"]


def test_what_is_not_as_expected_is_said_in_words() -> None:
    rubric = a_rubric()
    walled = score(an_exact(), ["laugh-it-off", "change-subject"])
    found = unmet(rubric, "partner", walled)
    assert "Relationship acknowledged is 0.0, wanted 65–100" in found
    assert "Client's power honoured is None, wanted 65–100" in found
    assert "Walled-off at 100%" in found


POLES = """
nodes:
  first:
    place: phone
    frame: workplace
    options:
      - {id: tell, say: "Tell.", moves: [takes_over], goto: second}
      - {id: list, say: "List.", moves: [menu_dump], goto: second}
      - {id: plan, say: "Plan.", moves: [recommends_with_reason], goto: second}
  second:
    place: phone
    frame: workplace
    options:
      - {id: tell-2, say: "Tell.", moves: [takes_over], goto: over}
      - {id: list-2, say: "List.", moves: [menu_dump], goto: over}
      - {id: plan-2, say: "Plan.", moves: [recommends_with_reason], goto: over}
  over: {place: phone, frame: workplace, ending: {kind: good, title: Over, text: It is over.}}
"""


def _pole_unmet(*ids: str) -> bool:
    found = unmet(a_rubric(), "authority", score(an_exact(POLES), ids))
    return "Paternalism is not the pole chosen most" in found


def test_an_archetype_must_show_its_own_pole_more_than_any_other() -> None:
    assert not _pole_unmet("tell", "tell-2")
    assert not _pole_unmet("tell", "plan-2")
    assert _pole_unmet("list", "list-2")


def test_an_archetype_that_never_chose_its_pole_does_not_show_it() -> None:
    assert _pole_unmet("plan", "plan-2")


def test_a_pole_that_the_scenario_never_offers_is_not_asked_for() -> None:
    def poles(card: Scorecard) -> list[str]:
        return [what for what in unmet(a_rubric(), "authority", card) if "pole" in what]

    assert poles(score(an_exact(), ["name-it", "say-how"])) == []


def test_partner_may_choose_a_pole_at_one_decision_in_ten_and_no_more() -> None:
    card = score(an_exact(POLES), ["plan", "plan-2"])
    rare, often = (replace(card.poles["abdication"], chosen=n, offered=10) for n in (1, 2))
    assert not any("Abdication" in w for w in unmet(a_rubric(), "partner", _with(card, rare)))
    assert "Abdication at 20%" in unmet(a_rubric(), "partner", _with(card, often))


def _with(card: Scorecard, count: object) -> Scorecard:
    return replace(card, poles={**card.poles, "abdication": count})
