"""Coverage by line: the exact share of random plays that read each part, against every play told one by one."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from game.author.explore.data import as_data
from game.author.explore.figures import explore, length_odds
from game.author.explore.lines import Part, by_line, ranges, read_shares
from game.author.explore.text import as_text
from game.scenario.model import Condition
from game.story.engine import Story, advance, choose, jumps, start, view
from game.story.position import Position
from game.testing import SMALL, a_story
from tests.author.benches import CLOSED, a_bench
from tests.support.stories import LOOP

# a hub that plays come back to, a line that hangs on what was chosen, a jump that parts, an answer that hangs on trust
HUB = """
nodes:
  first:
    place: cafe
    frame: workplace
    lines:
      - The kettle sings.
      - {when: {has: [told]}, dana: So you told them.}
    options:
      - {id: tell, say: "Tell.", once: true, sets: told, client: {trust: -2}, goto: hall}
      - {id: hum, say: "Hum.", once: true, client: {trust: -1}, goto: first,
         reply: [{when: {trust: "<= 3"}, dana: That again.}, {when: {trust: ">= 4"}, dana: Nice tune.}]}
      - {id: out, say: "Out.", once: true, needs: {has: [told]}, locked: "Tell first.", goto: hall}
      - {id: run, do: "Run.", goto: over}
  hall:
    place: cafe
    frame: workplace
    lines:
      - {when: {trust: "<= 2"}, dana: It is cold here.}
    goto:
      - {when: {trust: "<= 2"}, to: left}
      - to: first
  over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
  left: {place: cafe, frame: social, ending: {kind: poor, title: Left, text: It was left.}}
"""


def one_by_one(story: Story) -> tuple[Counter[Part], Counter[int]]:
    """By telling every play to its end: the share that reads each part, and the share of each length."""
    shares: Counter[Part] = Counter()
    sizes: Counter[int] = Counter()

    def true(when: Condition | None, at: Position) -> bool:
        if when is None:
            return True
        facts = story.facts_at(at)
        return (
            facts.issuperset(when.has)
            and not facts & set(when.lacks)
            and all(bound.low <= getattr(at, bound.part) <= bound.high for bound in when.bounds)
        )

    def told(at: Position, read: frozenset[Part], chance: Fraction, choices: int) -> None:
        node = story.scenario.nodes[at.node]
        here: Part = ("nodes", at.node)
        read |= {here, *((*here, "lines", n) for n, line in enumerate(node.lines) if true(line.when, at))}
        if jumps(story, at):
            way = next(n for n, branch in enumerate(node.goto) if true(branch.when, at))
            told(advance(story, at), read | {(*here, "goto", way)}, chance, choices)
            return
        number = {option.id: n for n, option in enumerate(node.options or ())}
        offers = view(story, at).offers
        for offer in offers:
            own = (*here, "options", number[offer.option.id])
            read |= {(*own, "say" if offer.option.say else "do")}
            if offer.locked and offer.locked == offer.option.locked:
                read |= {(*own, "locked")}
        still_open = [offer.option for offer in offers if offer.locked is None]
        if not still_open:
            sizes[choices] += chance  # type: ignore[assignment]
            for part in read:
                shares[part] += chance  # type: ignore[assignment]
        for option in still_open:
            own = (*here, "options", number[option.id])
            after = choose(story, at, option.id)
            way = next(n for n, branch in enumerate(option.goto) if true(branch.when, after))
            answers = {(*own, "reply", n) for n, line in enumerate(option.reply) if true(line.when, after)}
            told(after, read | answers | {own, (*own, "goto", way)}, chance / len(still_open), choices + 1)

    told(start(story), frozenset(), Fraction(1), 0)
    return shares, sizes


@pytest.mark.parametrize("text", [SMALL, CLOSED, HUB], ids=["small", "closed", "hub"])
def test_every_share_is_what_telling_every_play_gives(text: str) -> None:
    story = a_story(text)
    shares = read_shares(story)
    assert shares is not None
    told, _ = one_by_one(story)
    assert {part: share for part, share in shares.items() if share} == dict(told)


@pytest.mark.parametrize("text", [SMALL, CLOSED, HUB], ids=["small", "closed", "hub"])
def test_lengths_are_those_of_every_play(text: str) -> None:
    bench = a_bench(text)
    _, sizes = one_by_one(bench.exact.story)
    assert length_odds(bench.exact.plays) == dict(sizes)


def test_what_is_met_twice_in_a_play_is_counted_once() -> None:
    shares = read_shares(a_story(HUB))
    assert shares is not None
    assert shares["nodes", "first"] == shares["nodes", "first", "lines", 0] == 1
    assert 0 < shares["nodes", "first", "lines", 1] < 1


def test_what_nobody_can_read_has_a_share_of_nothing() -> None:
    shares = read_shares(a_story(CLOSED))
    assert shares is not None
    assert shares["nodes", "never"] == shares["nodes", "first", "options", 2] == 0


def test_plays_without_end_or_beyond_the_budget_have_no_shares() -> None:
    assert read_shares(a_story(LOOP)) is None
    assert read_shares(a_story(CLOSED), most=2) is None
    assert explore(a_bench(LOOP), lines=True).lines == []


def test_lines_of_the_file_take_the_share_of_what_begins_there() -> None:
    bench = a_bench(SMALL)
    lines = explore(bench, lines=True).lines
    assert len(lines) == len(bench.document.lines)
    by_text = {text.strip(): share for text, share in zip(bench.document.lines, lines, strict=True)}
    assert by_text["title: Saturday Friend"] is None
    assert by_text["the-text:"] == by_text["- Saturday, 9:14. Your phone buzzes on the counter."] == 1
    assert by_text["- dana (relieved): Oh good. I wondered if only I felt that."] == Fraction(1, 2)
    assert by_text["dana (hurt): I did mean it, you know."] == Fraction(1, 2)
    assert by_text["say: Anyway, how is the dog?"] == 1
    assert by_text["moves: [inhabits_friend_role]"] == Fraction(1, 2) == by_text["vague:"]


def test_comments_and_empty_lines_have_no_share() -> None:
    bench = a_bench(SMALL.replace("  the-answer:\n", "\n  # on the next day\n  the-answer:\n"))
    shares = read_shares(bench.exact.story)
    assert shares is not None
    found = dict(zip(bench.document.lines, by_line(bench.document, shares), strict=True))
    assert found["  # on the next day"] is None
    assert found["  the-answer:"] == 1


def test_neighbours_with_the_same_share_are_told_together() -> None:
    half, nothing = Fraction(1, 2), Fraction(0)
    assert ranges([None, nothing, nothing, half, nothing], nothing) == [("lines 2–3", nothing), ("line 5", nothing)]


def test_the_text_and_the_data_tell_the_lines_that_are_never_read() -> None:
    found = explore(a_bench(CLOSED), lines=True)
    never = next(n for n, text in enumerate(found.bench.document.lines, 1) if text.strip().startswith("never: {"))
    assert f"  line {never}: never\n" in as_text(found) + "\n"
    rows = {row["line"]: row["share"] for row in as_data(found)["lines"]}
    assert rows[never] == 0
    assert sum(as_data(found)["lengths"].values()) == 1
