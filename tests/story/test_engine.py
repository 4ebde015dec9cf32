"""The story engine: where a player stands, what is offered there, and where a choice leads."""

from __future__ import annotations

import pytest

from game.errors import OptionUnavailable
from game.story.engine import USED_UP, Story, advance, choose, jumps, offers, open_options, reply, start, view
from game.story.position import Position
from game.testing import a_story


def _ids(story: Story, position: Position) -> list[str]:
    return [option.id for option in open_options(story, position)]


def test_a_play_begins_at_the_start_with_the_client_as_written_and_no_facts() -> None:
    story = a_story()
    assert start(story) == Position("the-text", 0, trust=6, ease=3, voice=5)
    assert story.facts_at(start(story)) == frozenset()


def test_a_view_has_the_lines_in_order_private_ones_too() -> None:
    story = a_story()
    shown = view(story, start(story))
    assert [line.text for line in shown.lines] == [
        "Saturday, 9:14. Your phone buzzes on the counter.",
        "Would it be weird if I booked with you?",
        "Please don't make me feel silly for asking.",
    ]
    assert [line.private for line in shown.lines] == [False, False, True]
    assert shown.ending is None


def test_a_view_has_the_options_in_the_authors_order() -> None:
    story = a_story()
    assert [offer.option.id for offer in view(story, start(story)).offers] == ["name-it", "laugh-it-off"]


def test_a_choice_sets_facts_and_moves_the_client_and_leads_on() -> None:
    story = a_story()
    after = choose(story, start(story), "name-it")
    assert (after.node, after.trust, after.ease, after.voice) == ("the-answer", 6, 5, 5)
    assert story.facts_at(after) == {"hats-named"}


def test_opening_a_rupture_and_repairing_it_are_facts() -> None:
    story = a_story()
    broken = choose(story, start(story), "laugh-it-off")
    assert story.facts_at(broken) == {"brushed-off"}
    assert story.facts_at(choose(story, broken, "own-it")) == {"brushed-off", "brushed-off-repaired"}


def test_a_locked_option_is_shown_with_its_reason() -> None:
    story = a_story()
    position = choose(story, start(story), "laugh-it-off")
    locked = {offer.option.id: offer.locked for offer in offers(story, position)}
    assert locked == {
        "own-it": None,
        "say-how": "She has gone quiet; this would not land now.",
        "change-subject": None,
    }


def test_a_locked_option_cannot_be_chosen_and_the_refusal_says_what_can() -> None:
    story = a_story()
    position = choose(story, start(story), "laugh-it-off")
    with pytest.raises(OptionUnavailable) as refused:
        choose(story, position, "say-how")
    assert str(refused.value) == (
        "`say-how` is locked: She has gone quiet; this would not land now. (at `the-answer`). "
        "Possible: own-it, change-subject."
    )


def test_an_option_whose_when_does_not_hold_is_absent_and_cannot_be_chosen() -> None:
    story = a_story()
    position = choose(story, start(story), "name-it")
    assert [offer.option.id for offer in offers(story, position)] == ["say-how", "change-subject"]
    with pytest.raises(OptionUnavailable, match=r"`own-it` is not offered here \(at `the-answer`\)"):
        choose(story, position, "own-it")


def test_an_option_of_another_node_cannot_be_chosen() -> None:
    story = a_story()
    with pytest.raises(OptionUnavailable, match="`change-subject` is not offered here"):
        choose(story, start(story), "change-subject")


def test_an_option_that_nobody_wrote_cannot_be_chosen() -> None:
    story = a_story()
    with pytest.raises(OptionUnavailable, match=r"`nonsense` is not offered here.*Possible: name-it, laugh-it-off\."):
        choose(story, start(story), "nonsense")


def test_a_very_long_unknown_id_is_cut_in_the_message() -> None:
    story = a_story()
    with pytest.raises(OptionUnavailable) as refused:
        choose(story, start(story), "x" * 5000)
    assert len(str(refused.value)) < 200


def test_a_line_is_there_only_when_its_condition_holds() -> None:
    story = a_story()
    hurt, well = (view(story, choose(story, start(story), i)) for i in ("laugh-it-off", "name-it"))
    assert [line.text for line in hurt.lines] == ["I did mean it, you know.", "So, how would it work?"]
    assert [line.text for line in well.lines] == ["So, how would it work?"]


def test_an_ending_offers_nothing_and_does_not_go_on() -> None:
    story = a_story()
    position = choose(story, choose(story, start(story), "name-it"), "say-how")
    shown = view(story, position)
    assert shown.ending is not None
    assert shown.ending.title == "Clear and close"
    assert shown.offers == ()
    assert not jumps(story, position)
    with pytest.raises(OptionUnavailable, match="Possible: none"):
        choose(story, position, "name-it")


CLAMPING = """
nodes:
  first:
    place: phone
    frame: social
    options:
      - {id: up, say: "Up.", client: {trust: +3, ease: -3, voice: +1}, once: true, goto: second}
  second:
    place: phone
    frame: social
    options:
      - {id: more, say: "More.", client: {trust: +3, ease: -3}, goto: third}
  third:
    place: phone
    frame: social
    options:
      - {id: back, say: "Back.", client: {trust: -1, ease: +1}, goto: over}
  over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_the_client_state_stops_at_nought_and_at_ten() -> None:
    story = a_story(CLAMPING)
    position = start(story)
    seen = []
    for option in ("up", "more", "back"):
        position = choose(story, position, option)
        seen.append((position.trust, position.ease, position.voice))
    assert seen == [(8, 2, 6), (10, 0, 6), (9, 1, 6)]  # what was clamped away does not come back


ASKING = """
nodes:
  first:
    place: phone
    frame: social
    options:
      - {id: ask, say: "How is it?", once: true, sets: asked, reply: [dana: Fine.], goto: first}
      - {id: ask-2, say: "Really?", once: true, when: {has: asked}, goto: first}
      - {id: go, say: "Let us begin.", goto: over}
  over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_a_once_option_is_locked_after_it_was_chosen() -> None:
    story = a_story(ASKING)
    after = choose(story, start(story), "ask")
    assert {o.option.id: o.locked for o in offers(story, after)} == {"ask": USED_UP, "ask-2": None, "go": None}
    with pytest.raises(OptionUnavailable, match=f"`ask` is locked: {USED_UP}"):
        choose(story, after, "ask")


def test_using_up_one_option_leaves_the_others_open() -> None:
    story = a_story(ASKING)
    after = choose(story, choose(story, start(story), "ask"), "ask-2")
    assert _ids(story, after) == ["go"]


def test_that_an_option_was_used_is_part_of_where_a_player_stands() -> None:
    story = a_story(ASKING)
    assert choose(story, start(story), "ask") != start(story)
    assert "chosen ask" in story.facts_at(choose(story, start(story), "ask"))


BRANCHES = """
nodes:
  first:
    place: phone
    frame: social
    options:
      - id: gossip-it
        say: "Priya comes too."
        opens: gossip
        client: {trust: -3}
        goto: &BRANCH
      - id: keep-it
        say: "Ask me anything."
        client: {trust: +1}
        goto: &BRANCH
  hallway:
    place: waiting-room
    frame: social
    lines: [A hallway.]
    goto:
      - {when: {has: gossip}, to: cold}
      - to: warm
  cold: {place: cafe, frame: social, ending: {kind: poor, title: Cold, text: It is cold.}}
  warm: {place: cafe, frame: social, ending: {kind: good, title: Warm, text: It is warm.}}
  hot: {place: cafe, frame: social, ending: {kind: best, title: Hot, text: It is hot.}}
""".replace("&BRANCH", '[{when: {trust: ">= 6"}, to: hot}, {when: {trust: "== 2"}, to: hallway}, {to: warm}]')


def test_branches_are_tried_in_order_with_what_the_choice_has_changed() -> None:
    story = a_story(BRANCHES)
    assert choose(story, start(story), "keep-it").node == "hot"  # trust 5 + 1
    assert choose(story, start(story), "gossip-it").node == "hallway"  # trust 5 - 3
    doubtful = start(story)._replace(trust=4)
    assert choose(story, doubtful, "keep-it").node == "warm"


def test_a_node_that_jumps_waits_for_advance_and_then_branches() -> None:
    story = a_story(BRANCHES)
    hallway = choose(story, start(story), "gossip-it")
    assert jumps(story, hallway)
    assert view(story, hallway).offers == ()
    assert advance(story, hallway).node == "cold"
    assert advance(story, hallway._replace(facts=0)).node == "warm"


def test_advancing_changes_the_node_alone() -> None:
    story = a_story(BRANCHES)
    hallway = choose(story, start(story), "gossip-it")
    assert advance(story, hallway) == hallway._replace(node="cold")


def test_a_reply_is_read_with_what_the_choice_has_changed() -> None:
    story = a_story(
        """
        nodes:
          first:
            place: phone
            frame: social
            options:
              - id: tell
                say: "Priya comes too."
                opens: gossip
                client: {ease: -2}
                reply:
                  - dana: Oh.
                  - when: {has: gossip}
                    dana (hurt): You told me about her.
                  - when: {ease: ">= 5"}
                    dana: How nice.
                  - when: {ease: ">= 5"}
                    dana (thinks): How nice of her.
                goto: over
          over: {place: phone, frame: social, ending: {kind: poor, title: Over, text: It is over.}}
        """
    )
    (option,) = open_options(story, start(story))
    answer = reply(story, option, choose(story, start(story), "tell"))
    assert [line.text for line in answer] == ["Oh.", "You told me about her."]


def test_positions_can_be_remembered() -> None:
    one, two = a_story(), a_story()
    assert {start(one), start(two), choose(one, start(one), "name-it")} == {
        start(two),
        choose(two, start(two), "name-it"),
    }


def test_the_same_position_gives_the_same_view() -> None:
    story = a_story()
    position = choose(story, start(story), "laugh-it-off")
    before = view(story, position)
    choose(story, position, "own-it")  # going on elsewhere changes nothing here
    assert view(story, Position(*position)) == before


def test_choosing_leaves_the_position_it_began_from_as_it_was() -> None:
    story = a_story()
    position = start(story)
    choose(story, position, "name-it")
    assert position == start(story)
