"""For tests of scenarios and of what is built on the game: stories in their own words, plays on a clock that stands.

What lives here is public and needs no pytest. What only this project's own tests stand on lives in `tests/support`.

    from game.testing import a_session, made

    def test_she_books_when_the_two_things_are_kept_apart():
        session = made(a_session(text=Path("my-scenario.yaml").read_text("utf-8")), "name-it", "say-how")
        assert session.ending.kind == "best"
"""

from game.testing.plays import Clock, a_session, made, on
from game.testing.stories import HEADER, SMALL, a_rubric, a_scenario, a_story, an_exact, loaded

__all__ = [
    "HEADER",
    "SMALL",
    "Clock",
    "a_rubric",
    "a_scenario",
    "a_session",
    "a_story",
    "an_exact",
    "loaded",
    "made",
    "on",
]
