"""What no play comes to is told once, at its cause, with the reason; what breaks play is told before it."""

from __future__ import annotations

from game.author.check.problems import check_loaded
from game.testing import a_rubric, loaded

STORY = """
nodes:
  first:
    place: cafe
    frame: social
    options:
      - {id: plain, say: "Plain.", moves: [warm_limit], goto: fork}
      - {id: eager, say: "Eager.", sets: [rushed], when: {trust: ">= 9"}, goto: behind}
  fork: {place: cafe, frame: social, goto: [{when: {trust: ">= 5"}, to: over}, {to: low}]}
  low: {place: cafe, frame: social, goto: lower}
  lower: {place: cafe, frame: social, ending: {kind: poor, title: Low, text: x}}
  behind: {place: cafe, frame: social, options: [{id: on, say: "On.", when: {has: [rushed]}, goto: over}]}
  over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


def told(text: str) -> list[tuple[str, str]]:
    return [(d.code, d.message) for d in check_loaded(loaded(text), a_rubric())]


def test_of_a_closed_way_its_beginning_and_its_endings_are_told() -> None:
    assert told(STORY) == [
        ("never-chosen", "No play can choose `eager`. Its `when` asks for trust at least 9, and here it is 5."),
        ("never-reached", "No play comes to the node `low`: an earlier branch of `fork` always holds first."),
        ("never-reached", "No play comes to the ending `lower`: it is led to from `low`, where no play comes."),
    ]


def test_a_fact_that_only_a_closed_option_sets_says_so() -> None:
    text = STORY.replace("goto: fork}", 'goto: fork, reply: [{when: {has: [rushed]}, dana: "So soon?"}]}')
    assert (
        "never-shown",
        "No play shows this line: its `when` asks for `rushed`, which only `eager` sets, and no play can choose that.",
    ) in told(text)


def test_while_something_breaks_play_nothing_else_is_said_of_plays() -> None:
    stuck = STORY.replace("id: plain, say", "id: plain, when: {trust: '>= 9'}, say")
    assert [code for code, _ in told(stuck)] == ["dead-end"]


def test_a_last_branch_that_is_never_tried_is_told_though_it_goes_without_when() -> None:
    text = STORY.replace("{to: low}", "{to: over}").replace("goto: behind}", "goto: low}")
    assert ("never-taken", "No play takes this branch to `over`: one of the branches before it always holds.") in told(
        text
    )
