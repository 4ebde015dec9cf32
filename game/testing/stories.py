"""Stories for tests: a story in its own words in, the game's values out.

A text that begins with `nodes:` is only the heart of a scenario; `HEADER` is put before it (a cast of
`dana` and `henrik`, all client state at 5, the ruptures `gossip` and `silence`, the first node `first`).
"""

from __future__ import annotations

from functools import cache
from textwrap import dedent

from game import locations
from game.diagnostics import as_report
from game.rubric.load import load_file, usable
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import LoadedScenario, load_text
from game.scenario.model import Scenario
from game.story.engine import Story

HEADER = """\
format: 1
title: A small story
summary: Two people talk.
briefing: You are at work.
question: What now?
cast:
  dana: {name: Dana, pronouns: she/her, relation: friend}
  henrik: {name: Henrik, pronouns: he/him, relation: client}
client: dana
client_state: {trust: 5, ease: 5, voice: 5}
ruptures:
  gossip: {kind: withdrawal, what: You talked about her.}
  silence: {kind: confrontation, what: You did not answer.}
start: first
"""

SMALL = """\
format: 1
title: Saturday Friend
summary: A friend texts to book.
briefing: Dana has been your friend for nine years.
question: Can you be clear and still be her friend?
concepts: [4, 5]
minutes: 3
cast:
  dana: {name: Dana Reyes, pronouns: she/her, portrait: dana, relation: friend for nine years}
client: dana
client_state: {trust: 6, ease: 3, voice: 5}
ruptures:
  brushed-off: {kind: withdrawal, what: You laughed her question away.}
start: the-text
nodes:
  the-text:
    place: phone
    frame: social
    lines:
      - Saturday, 9:14. Your phone buzzes on the counter.
      - dana (bright): Would it be weird if I booked with you?
      - dana (thinks): Please don't make me feel silly for asking.
    options:
      - id: name-it
        say: "Not weird, a bit unusual. Can I say how I keep the two things apart?"
        moves: [names_dual_role]
        client: {ease: +2}
        sets: [hats-named]
        reply:
          - dana (relieved): Oh good. I wondered if only I felt that.
        feedback: You put words to what you both felt.
        goto: the-answer
      - id: laugh-it-off
        say: Don't be silly, it's only me.
        moves: [brushes_off_awkwardness]
        client: {ease: -2, trust: -1}
        opens: brushed-off
        reply:
          - dana (guarded): Ha. Right.
        feedback: The question stayed in the room.
        instead: "It is a fair question. Shall we talk about how it would work?"
        goto: the-answer
  the-answer:
    place: cafe
    frame: social
    lines:
      - when: {has: [brushed-off]}
        dana (hurt): I did mean it, you know.
      - dana: So, how would it work?
    options:
      - id: own-it
        say: I laughed because I felt awkward. I am sorry.
        when: {has: [brushed-off]}
        moves: [owns_part]
        client: {trust: +2}
        repairs: brushed-off
        goto: clear
      - id: say-how
        do: You tell her the fee, the hour and what stays in the room.
        needs: {ease: ">= 2"}
        locked: She has gone quiet; this would not land now.
        moves: [sets_frame]
        goto: clear
      - id: change-subject
        say: Anyway, how is the dog?
        moves: [inhabits_friend_role]
        goto: vague
  clear:
    place: cafe
    frame: social
    ending: {kind: best, title: Clear and close, text: She books for Tuesday.}
  vague:
    place: cafe
    frame: social
    ending: {kind: mixed, title: Left open, text: She does not ask again.}
discussion:
  - What was real in the awkwardness?
"""


@cache
def a_rubric() -> Rubric:
    """Returns the shipped rubric."""
    return usable(load_file(locations.RUBRIC))


def loaded(text: str) -> LoadedScenario:
    """Returns what comes of reading the text: problems and all."""
    whole = dedent(text)
    return load_text(HEADER + whole if whole.lstrip("\n").startswith("nodes:") else whole, a_rubric().moves)


def a_scenario(text: str = SMALL) -> Scenario:
    """Returns the scenario in the text, which must have no errors (warnings are allowed)."""
    read = loaded(text)
    assert read.scenario is not None, as_report(read.diagnostics)
    return read.scenario


def a_story(text: str = SMALL) -> Story:
    """Returns the scenario in the text, ready to play."""
    return Story(a_scenario(text))


def an_exact(text: str = SMALL) -> ScoringModel:
    """Returns the scenario in the text with the shipped rubric, ready to score."""
    return ScoringModel(a_scenario(text), a_rubric())
