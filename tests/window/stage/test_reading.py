"""What there is to read, and where a reader is in it."""

from __future__ import annotations

from game.play.session import LinesInPlace
from game.scenario.model import Line
from game.window.stage.reading import LineProgress, Stretch, merged

NODE = ("node",)


def lines(*words: str) -> tuple[Line, ...]:
    return tuple(Line("dana", word) for word in words)


def a_scene(place: str, *words: str) -> LinesInPlace:
    return LinesInPlace("node", place, "social", lines(*words))


def test_scenes_in_one_place_run_together() -> None:
    found = merged([], [a_scene("phone", "a"), a_scene("phone", "b"), a_scene("cafe", "c")])
    assert found == (Stretch("phone", lines("a", "b"), 0, NODE * 2), Stretch("cafe", lines("c"), 0, NODE))


def test_what_is_known_stands_there_while_the_place_stays() -> None:
    found = merged([Stretch("phone", lines("a"), 1, ("before",))], [a_scene("phone", "b")])
    assert found == (Stretch("phone", lines("a", "b"), 1, ("before", "node")),)
    assert LineProgress(found).lines == lines("a", "b")


def test_what_is_known_goes_when_the_place_changes() -> None:
    found = merged([Stretch("phone", lines("a"), 1)], [a_scene("cafe", "b")])
    assert found == (Stretch("cafe", lines("b"), 0, NODE),)


def test_a_reader_knows_where_the_node_of_the_newest_line_begins() -> None:
    reading = LineProgress((Stretch("phone", lines("a", "b", "c"), 0, ("one", "two", "two")),))
    seen = [(reading.node, reading.here)]
    while not reading.at_end:
        reading.next_line()
        seen.append((reading.node, reading.here))
    assert seen == [("one", 0), ("two", 1), ("two", 1)]


def test_a_reader_sees_one_line_more_at_a_time() -> None:
    reading = LineProgress((Stretch("phone", lines("ab", "c")), Stretch("cafe", lines("d"))))
    assert not reading.whole
    assert reading.pass_time(0.1, 10.0)
    assert reading.shown == 1.0
    reading.finish_line()
    assert reading.whole
    assert not reading.at_end
    assert reading.unread == 2
    reading.next_line()
    reading.next_line()
    assert reading.now.place == "cafe"
    assert reading.at_end


def test_lines_can_appear_at_once() -> None:
    reading = LineProgress((Stretch("phone", lines("a long line")),))
    reading.pass_time(0.0, None)
    assert reading.whole


def test_nothing_to_read_is_read() -> None:
    reading = LineProgress(())
    assert reading.whole
    assert reading.at_end
    assert reading.lines == ()
