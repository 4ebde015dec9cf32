"""How a debrief opens in the window, and its second reading."""

from __future__ import annotations

import pytest

from game.window.screens.debrief import DebriefScreen
from game.window.voice.sentences import reading, spoken
from tests.support.playing import offered
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import read_on
from tests.window.test_play_on import a_first_path


@pytest.fixture
def driver(start: Start) -> Driver:
    driver = start()
    a_first_path(driver)
    return driver


def _words(driver: Driver) -> str:
    return driver.words().replace("\n", " ")


def test_it_opens_with_what_came_of_it_the_harm_and_what_weighed_most(driver: Driver) -> None:
    words = _words(driver)
    here = [
        "Your client: Dana Reyes (she/her), friend for nine years",
        "She comes on Tuesdays and pays like anyone.",
        "A hard limit was crossed",
        "“Whoever comes here, I say nothing about it.",
        "The choices that weighed most",
        "That would raise your score",
        "The line is you, turn by turn",
    ]
    assert [words.index(part) for part in here] == sorted(words.index(part) for part in here)


def test_each_of_the_choices_that_weighed_can_be_played_on_from(driver: Driver) -> None:
    driver.enter("play-on-2")
    assert driver.screen == "Conversation"
    read_on(driver)
    assert offered(driver)


def test_each_of_them_can_be_seen_as_it_was(driver: Driver) -> None:
    driver.enter("play-see-2")
    assert driver.at(DebriefScreen).turn == 2


def test_nothing_is_proposed_in_place_of_the_apology(driver: Driver) -> None:
    assert "play-on-4" not in driver.keys


def test_a_hard_limit_tells_what_was_chosen_and_leads_back_there(driver: Driver) -> None:
    words = _words(driver)
    assert words.index("A hard limit was crossed") < words.index("Does she come here too?”")
    assert words.index("Does she come here too?”") < words.index("You chose: “She does, for her neck.")
    driver.enter("limit-on-3")
    assert driver.screen == "Conversation"


def test_every_way_of_playing_is_told_where_it_stands_and_read_aloud(driver: Driver) -> None:
    told = " ".join(reading(part) for _pane, widget in driver.widgets() if (part := spoken(widget)))
    assert "Wall, only role high. Hides behind the rules." in told
    assert "decisions that offered it: The two relationships ran into each other." in told
    assert "both came out high, at 50 or more of 100. A hard limit was crossed, so it is not called" in told
    assert "however high both are. Both can be high all the same:" in told


def test_the_second_reading_shows_on_request_only(driver: Driver) -> None:
    assert "of what was on offer" not in _words(driver)
    driver.enter("second-reading")
    assert "of what was on offer" in _words(driver)
    driver.enter("second-reading")
    assert "of what was on offer" not in _words(driver)
