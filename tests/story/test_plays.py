"""Every play at once: what is merged, what loops, what ends."""

from __future__ import annotations

from game.story.plays import all_plays
from game.testing import a_story


def test_the_graph_holds_decisions_and_endings_and_begins_at_the_start() -> None:
    plays = all_plays(a_story())
    assert plays.positions[0].node == "the-text"
    assert {p.node for p in plays.positions} == {"the-text", "the-answer", "clear", "vague"}
    assert {plays.positions[i].node for i in plays.endings} == {"clear", "vague"}
    assert plays.dead_ends == []
    assert plays.complete


def test_steps_name_the_option_and_where_it_leads() -> None:
    plays = all_plays(a_story())
    assert [step.option.id for step in plays.steps[0]] == ["name-it", "laugh-it-off"]
    named = plays.positions[plays.steps[0][0].to]
    assert [s.option.id for s in plays.steps[plays.positions.index(named)]] == ["say-how", "change-subject"]


MEETING = """
nodes:
  first:
    place: phone
    frame: social
    options:
      - {id: one, say: "One.", sets: [%s], client: {voice: +1}, goto: middle}
      - {id: two, say: "Two.", sets: [other], client: {voice: -1}, goto: middle}
  middle:
    place: phone
    frame: social
    lines:
      - {when: {has: other}, dana: You said two.}
    options:
      - {id: three, say: "Three.", goto: late}
  late:
    place: phone
    frame: social
    options:
      - {id: four, say: "Four.", goto: over}
      - {id: five, say: "Five.", when: {has: [asked-for]}, goto: over}
  over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_positions_that_differ_only_in_what_nothing_asks_about_are_merged() -> None:
    text = (MEETING % "asked-for").replace(", when: {has: [asked-for]}", "")
    plays = all_plays(a_story(text))
    assert [p.node for p in plays.positions] == ["first", "middle", "late", "over"]


def test_a_line_that_asks_about_a_fact_keeps_nothing_apart() -> None:
    # the lines differ after `one` and `two`, what can be chosen does not
    plays = all_plays(a_story((MEETING % "asked-for").replace(", when: {has: [asked-for]}", "")))
    one, two = (step.to for step in plays.steps[0])
    assert one == two


def test_positions_that_differ_in_a_fact_that_matters_further_on_stay_apart() -> None:
    plays = all_plays(a_story(MEETING % "asked-for"))
    assert [p.node for p in plays.positions].count("middle") == 2
    assert [p.node for p in plays.positions].count("late") == 2
    assert [p.node for p in plays.positions].count("over") == 1  # there nothing asks any more


def test_client_state_stays_apart_only_where_it_is_asked_about() -> None:
    text = (MEETING % "asked-for").replace("has: [asked-for]", 'voice: ">= 6"').replace(", client: {voice: -1}", "")
    plays = all_plays(a_story(text))
    assert [p.node for p in plays.positions].count("late") == 2  # 6 and 5
    assert [p.node for p in plays.positions].count("over") == 1
    unasked = all_plays(a_story(text.replace('voice: ">= 6"', 'trust: ">= 6"')))
    assert [p.node for p in unasked.positions].count("late") == 1


def test_jumps_are_followed_through() -> None:
    plays = all_plays(
        a_story(
            """
            nodes:
              first: {place: phone, frame: social, goto: second}
              second:
                place: phone
                frame: social
                options:
                  - {id: go, say: "Go.", goto: third}
              third: {place: phone, frame: social, goto: over}
              over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
            """
        )
    )
    assert [p.node for p in plays.positions] == ["second", "over"]


LOOP = """
nodes:
  first:
    place: phone
    frame: social
    options:
      - {id: in, say: "In.", goto: room}
  room:
    place: phone
    frame: social
    options:
      - {id: round, say: "Round.", %s goto: hall}
      - {id: out, say: "Out.", goto: over}
  hall:
    place: phone
    frame: social
    options:
      - {id: again, say: "Again.", goto: room}
  over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def test_a_loop_is_found_and_lies_on_the_way_round() -> None:
    plays = all_plays(a_story(LOOP % ""))
    assert plays.loop is not None
    assert plays.loop.node in ("room", "hall")
    assert plays.order == []


def test_a_once_option_opens_the_loop() -> None:
    plays = all_plays(a_story(LOOP % "once: true,"))
    assert plays.loop is None
    place = {index: at for at, index in enumerate(plays.order)}
    assert len(place) == len(plays.positions)
    assert all(place[here] < place[step.to] for here, steps in enumerate(plays.steps) for step in steps)


def test_a_loop_that_wears_the_client_down_and_then_stands_still_is_a_loop() -> None:
    # trust falls on each round until it is 0; from there the position comes back
    text = (LOOP % "client: {trust: -1},").replace('"Out.", goto', '"Out.", needs: {trust: ">= 1"}, locked: No., goto')
    assert all_plays(a_story(text)).loop is not None


def test_a_dead_end_is_found() -> None:
    plays = all_plays(
        a_story(
            """
            nodes:
              first:
                place: phone
                frame: social
                options:
                  - {id: hurt, say: "Hurt.", client: {ease: -3}, goto: second}
                  - {id: heal, say: "Heal.", goto: second}
              second:
                place: phone
                frame: social
                options:
                  - {id: go, say: "Go.", needs: {ease: ">= 4"}, locked: No., goto: over}
              over: {place: phone, frame: social, ending: {kind: good, title: Over, text: It is over.}}
            """
        )
    )
    (stuck,) = plays.dead_ends
    assert plays.positions[stuck].node == "second"
    assert [step.option.id for step in plays.steps[0] if step.to == stuck] == ["hurt"]


def test_a_budget_that_runs_out_is_admitted() -> None:
    story = a_story(MEETING % "asked-for")
    assert not all_plays(story, most=3).complete
    assert len(all_plays(story, most=3).positions) == 3
    assert all_plays(story, most=100).complete
