"""A scenario that goes to Twine and comes back keeps its nodes, its text and its links."""

from __future__ import annotations

from json import dumps
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import locations
from game.author.twee.exporter import taken
from game.author.twee.make_scenario import made
from game.author.twee.read import read_text
from game.author.twee.write import as_text
from game.scenario.load import load_file, load_text, playable
from game.scenario.model import Branch, Condition, Line, Option, Scenario, repaired
from game.scenario.vary import PLACE
from game.testing import HEADER, SMALL, a_rubric, a_scenario

LIBRARY = ("saturday-friend", "whatever-you-think", "fine-fine")  # all that scenarios have stands in one of them


def there_and_back(scenario: Scenario) -> Scenario:
    """The scenario after the round trip, which must lose nothing on the way in."""
    story, losses = read_text(as_text(taken(scenario, a_rubric())))
    brought = made(story, losses, a_rubric().moves)
    assert brought.losses == ()
    return playable(load_text(brought.text, a_rubric().moves))


def _when(condition: Condition | None) -> Any:
    return condition and (set(condition.has), set(condition.lacks), set(condition.bounds))


def _lines(scenario: Scenario, lines: tuple[Line, ...]) -> list[Any]:
    return [(scenario.name_of(line.speaker), line.text, line.expression, _when(line.when)) for line in lines]


def _ways(ways: tuple[Branch, ...]) -> list[Any]:
    return [(way.to, _when(way.when)) for way in ways]


def _usual(scenario: Scenario, quote: str) -> str:
    return PLACE.sub(lambda place: scenario.varies[place[1]][0], quote)


def _option(scenario: Scenario, option: Option) -> Any:
    sets = {*option.sets, *filter(None, [option.opens]), *([repaired(option.repairs)] if option.repairs else [])}
    return (
        (option.id, option.say, option.do, option.moves, option.client, sets, option.once, _ways(option.goto)),
        (option.opens, option.repairs, {(move, _usual(scenario, quote)) for move, quote in option.evidence}),
        (_when(option.when), _when(option.needs), option.locked, option.feedback, option.instead),
        _lines(scenario, option.reply),
    )


def kept(scenario: Scenario) -> dict[str, Any]:
    """All that the round trip keeps; a Twine story has no folder of pictures beside it."""
    return {
        name: getattr(scenario, name)
        for name in Scenario.__dataclass_fields__
        if name not in ("format", "nodes", "varies", "written", "id", "fingerprint", "media")
    } | {
        name: (
            (node.title, node.own_words, node.time, node.lying, node.capacity, node.concepts),
            node.place,
            node.frame,
            _lines(scenario, node.lines),
            [_option(scenario, option) for option in node.options or ()],
            _ways(node.goto),
            node.ending,
        )
        for name, node in scenario.nodes.items()
    }


@pytest.mark.parametrize("name", LIBRARY)
def test_a_scenario_of_the_library_comes_back_whole(name: str) -> None:
    scenario = playable(load_file(locations.find(name), a_rubric().moves))
    assert kept(there_and_back(scenario)) == kept(scenario)


def test_a_small_scenario_comes_back_with_its_locked_option_and_its_thought() -> None:
    scenario = a_scenario(SMALL)
    back = there_and_back(scenario)
    assert kept(back) == kept(scenario)
    assert any(option.locked for node in back.nodes.values() for option in node.options or ())
    assert any(line.private for node in back.nodes.values() for line in node.lines)


SIGNS = st.text(st.sampled_from("ab I.,:;!?-–—'\"“”‘’()[]{}<>|/\\*_=~^@#$%&+`éß好  "), min_size=1, max_size=40)
TEXTS = SIGNS.map(lambda text: " ".join(text.split())).filter(
    lambda text: any(c.isalnum() for c in text) and not PLACE.search(text)
)


@given(texts=st.lists(TEXTS, min_size=6, max_size=6))
@settings(max_examples=60)
def test_no_text_changes_whatever_signs_it_holds(texts: list[str]) -> None:
    narration, speech, thought, act, title, end = texts
    scenario = a_scenario(HEADER + _small(narration, speech, thought, act, title, end))
    assert kept(there_and_back(scenario)) == kept(scenario)


def _small(narration: str, speech: str, thought: str, act: str, title: str, end: str) -> str:
    def q(text: str) -> str:
        return dumps(text, ensure_ascii=False)

    return f"""\
nodes:
  first:
    place: cafe
    frame: social
    lines:
      - narration: {q(narration)}
      - dana (warm): {q(speech)}
      - henrik (thinks): {q(thought)}
    options:
      - id: one
        do: {q("a" + act + "a")}
        goto: last
      - id: two
        say: {q("a" + act + "a")}
        reply:
          - narration: {q(narration)}
          - dana: {q(speech)}
        feedback: {q(thought)}
        goto: last
  last:
    place: cafe
    frame: social
    lines:
      - you: {q(speech)}
    ending: {{kind: good, title: {q(title)}, text: {q(end)}}}
"""


NAMES = ("first", "second", "third", "fourth")


@st.composite
def scenarios(draw: st.DrawFn) -> str:
    """Small scenarios whose ways lead on only, with facts, bounds, locks, jumps, branches and options for once."""
    facts = ("met", "told-all", "2-hats")
    rows = ["nodes:"]
    number = 0
    for n, name in enumerate(NAMES):
        rows += [f"  {name}:", "    place: phone", "    frame: workplace", f"    lines: [Here is {name}.]"]
        targets = st.sampled_from([*NAMES[n + 1 :], "end"])
        known = facts if n else ()
        condition = st.sampled_from([f"has: [{f}]" for f in known] + [f"not: [{f}]" for f in known] + ['ease: ">= 4"'])
        if n and draw(st.booleans()):
            rows += [f"    goto: [{{when: {{{draw(condition)}}}, to: {draw(targets)}}}, {{to: {draw(targets)}}}]"]
            continue
        rows += ["    options:"]
        for own in range(3):
            number += 1
            rows += [
                f"      - id: option-{number}",
                f"        do: Act {number}",
                f"        client: {{ease: {own - 1}}}",
            ]
            if not n:
                rows += [f"        sets: [{facts[own]}]"]
            elif own and draw(st.booleans()):
                rows += [f"        when: {{{draw(condition)}}}"]
            if own == 2 and draw(st.booleans()):
                rows += ['        needs: {trust: "<= 6"}', "        locked: Not now."]
            rows += ["        once: true"] if own and draw(st.booleans()) else []
            rows += [f"        reply: [Reply {number}.]"] if draw(st.booleans()) else []
            if draw(st.booleans()):
                rows += [
                    f"        goto: [{{when: {{{draw(condition)}}}, to: {draw(targets)}}}, {{to: {draw(targets)}}}]"
                ]
            else:
                rows += [f"        goto: {draw(targets)}"]
    rows += ["  end:", "    place: cafe", "    frame: social", "    ending: {kind: poor, title: End, text: Over.}"]
    return HEADER + "\n".join(rows) + "\n"


@given(text=scenarios())
@settings(max_examples=40)
def test_facts_conditions_locks_and_branches_come_back(text: str) -> None:
    scenario = a_scenario(text)
    back = there_and_back(scenario)
    assert kept(back) == kept(a_scenario(text.replace("2-hats", "f-2-hats")))  # no variable begins with a digit
