"""The shortest play that shows something, and transcripts that replay."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.bench import opened
from game.author.explore.explain import as_kept, as_text, command, explain
from game.author.explore.transcript import read_transcript, replay, transcript
from game.errors import GameError, UsageError
from tests.author.benches import CLOSED, a_bench
from tests.support.stories import LOOP

KEPT = sorted((Path(__file__).parents[2] / "plays").glob("*.play"))


@pytest.mark.parametrize("file", KEPT, ids=lambda f: f.stem)
def test_every_kept_play_replays(file: Path) -> None:
    kept = read_transcript(file.read_text(encoding="utf-8"), file.name)
    replay(opened(kept.scenario).exact.story, kept)


def test_an_option_is_shown_by_the_shortest_play_that_chooses_it() -> None:
    bench = a_bench(CLOSED)
    shown = explain(bench, "go-on")
    assert shown.choices == ("open-up", "go-on")
    assert command(bench, shown) == "python main.py play a-story --text --choices open-up,go-on"


def test_a_node_and_an_ending_are_shown_by_the_shortest_play_that_comes_there() -> None:
    assert explain(a_bench(CLOSED), "first").choices == ()
    assert explain(a_bench(CLOSED), "second").choices == ("open-up",)
    assert explain(a_bench(CLOSED), "over").choices == ("open-up", "go-on")


def test_the_play_reads_as_a_transcript_with_locks_and_the_ending() -> None:
    told = as_text(a_bench(CLOSED), explain(a_bench(CLOSED), "left"))
    assert "  1> open-up: “Open up.”\n" in told
    assert "   - go-on: “Go on.”\n" in told
    assert "\n== Left (poor)\n" in told
    bench = a_bench()
    assert "say-how: You tell her the fee, the hour and what stays in the room. [locked: She has gone quiet" in as_text(
        bench, explain(bench, "own-it")
    )


def test_what_no_play_shows_says_why() -> None:
    with pytest.raises(GameError, match=r"No play shows the option `too-eager` \(line \d+\): proven impossible\. Its"):
        explain(a_bench(CLOSED), "too-eager")
    with pytest.raises(GameError, match="no problem called `dead-end`"):
        explain(a_bench(CLOSED), "dead-end")
    with pytest.raises(UsageError, match="Did you mean `go-on`"):
        explain(a_bench(CLOSED), "go-onn")


def test_a_loop_is_shown_once_round() -> None:
    assert explain(a_bench(LOOP), "endless-loop").choices == ("round",)


def test_a_dead_end_is_shown_by_the_play_that_comes_to_it() -> None:
    stuck = """
    nodes:
      first:
        place: cafe
        frame: social
        options:
          - {id: tell, say: "Tell.", sets: told, goto: second}
          - {id: wait, say: "Wait.", goto: second}
      second:
        place: cafe
        frame: social
        options:
          - {id: ask, say: "Ask.", when: {has: [told]}, goto: over}
      over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
    """
    assert explain(a_bench(stuck), "dead-end").choices == ("wait",)


def test_a_hard_limit_crossed_with_a_best_ending_is_shown_whole() -> None:
    gate = CLOSED.replace("moves: [skips_frame]", "moves: [assumes_consent]").replace("kind: poor", "kind: best")
    assert explain(a_bench(gate), "gate-with-best").choices == ("keep-quiet", "leave-it")


def test_any_other_code_is_shown_where_its_line_stands() -> None:
    lost = CLOSED.replace("goto: never}", "goto: over}")
    with pytest.raises(GameError, match=r"`unreachable-node` at the node `never`.*Nothing leads to it"):
        explain(a_bench(lost), "unreachable-node")


def test_a_kept_play_is_read_back_as_it_was() -> None:
    bench = a_bench(CLOSED)
    text = as_kept(bench, explain(bench, "go-on"))
    assert text == (
        "# Shows the option `go-on`, as soon as any play can.\nplay scenario\nfirst > open-up\nsecond > go-on\n= over\n"
    )
    kept = read_transcript(text)
    assert kept == transcript(
        bench.exact.story, ["open-up", "go-on"], "Shows the option `go-on`, as soon as any play can."
    )
    assert kept.choices == ["open-up", "go-on"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not a transcript"),
        ("play x\nfirst > open-up\n", "has no end"),
        ("play x\nfirst - open-up\n= over\n", "row 2: `first - open-up` is not a choice"),
    ],
)
def test_a_transcript_that_cannot_be_read_says_where(text: str, message: str) -> None:
    with pytest.raises(GameError, match=message):
        read_transcript(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("play x\nsecond > open-up\n= second\n", "made at `second`, and comes at `first` now"),
        ("play x\nfirst > open-up\n= over\n", "came to `over`, and comes to `second` now"),
        ("play x\nfirst > gone\n= over\n", "`gone` is not offered here"),
    ],
)
def test_a_play_that_goes_another_way_now_is_told(text: str, message: str) -> None:
    with pytest.raises(GameError, match=message):
        replay(a_bench(CLOSED).exact.story, read_transcript(text))
