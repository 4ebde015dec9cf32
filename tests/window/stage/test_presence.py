"""Who is in sight: whoever speaks, and nobody else; a client who lies; a phone that rings."""

from __future__ import annotations

from functools import cache

from game.scenario.model import Line, Scenario
from game.testing.stories import a_scenario
from game.window.stage.presence import Sight, sight

STORY = """
nodes:
  first:
    place: clinic-desk
    frame: therapeutic
    time: evening
    lines:
      - It rains.
      - dana (thinks): Where is he?
      - henrik (warm): I am here.
    goto: table
  table:
    place: treatment-room
    frame: therapeutic
    lying: face_down
    lines: [The heater ticks.]
    goto: alone
  alone:
    place: cafe
    frame: social
    lines: [Nobody comes.]
    goto: phone
  phone:
    place: phone
    frame: social
    lines:
      - dana: Are you up?
    ending: {title: The end, text: It ends., kind: good}
"""


@cache
def _story() -> Scenario:
    return a_scenario(STORY)


def _sight(node: str, *said: Line, before: tuple[Line, ...] = ()) -> Sight:
    return sight(_story(), node, said, before)


def test_whoever_spoke_last_is_shown_with_their_face() -> None:
    seen = _sight("first", Line("dana", "Hello."), Line("narration", "It rains."))
    assert (seen.person, seen.expression, seen.place, seen.hour) == ("dana", "neutral", "clinic-desk", "evening")


def test_before_the_first_word_whoever_will_speak_first_is_there_and_thoughts_are_no_words() -> None:
    assert _sight("first", Line("narration", "It rains.")).person == "henrik"


def test_nobody_is_shown_where_nobody_of_the_cast_speaks() -> None:
    assert _sight("alone", Line("narration", "Nobody comes.")).person is None
    assert _sight("alone", before=(Line("dana", "Goodbye."),)).person is None


def test_the_client_lies_where_the_node_says_so_until_somebody_else_speaks() -> None:
    assert (_sight("table").person, _sight("table").lying) == ("dana", "face_down")
    assert _sight("table", Line("dana", "Good.")).lying == "face_down"
    other = _sight("table", Line("henrik", "A word?"))
    assert (other.person, other.lying) == ("henrik", "")


def test_somebody_else_lies_where_narration_says_so() -> None:
    story = a_scenario(STORY.replace("The heater ticks.", "Henrik lies with his face in the cradle."))
    assert (sight(story, "table", []).person, sight(story, "table", []).lying) == ("henrik", "face_down")
    assert sight(story, "table", [Line("dana", "Good.")]).lying == ""


def test_a_face_stays_as_it_was_when_a_new_node_begins_in_the_same_place() -> None:
    story = a_scenario(STORY.replace("lines: [Nobody comes.]", "lines:\n      - It rains.\n      - dana: Oh."))
    before = _story().nodes["first"].lines[2:]
    assert sight(story, "first", [], before).expression == "warm"
    assert sight(story, "alone", [], before).expression == "neutral"


def test_who_writes_or_rings_is_not_in_the_room() -> None:
    rings = Line("narration", "The phone lights up beside the sink.")
    assert _sight("phone", Line("dana", "Are you up?")).remote
    assert _sight("first", rings, Line("dana", "Are you up?"), Line("dana", "I am.")).remote


def test_a_phone_that_buzzes_while_somebody_talks_does_not_send_them_away() -> None:
    rings = Line("narration", "The phone buzzes. She turns it on its face.")
    assert not _sight("first", Line("dana", "Listen."), rings, Line("dana", "As I said.")).remote
    assert not _sight("first", Line("narration", "Her phone buzzes."), Line("dana", "Sorry.")).remote
