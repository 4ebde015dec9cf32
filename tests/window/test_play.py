"""Whole plays through the real event queue: by keyboard alone, by mouse alone, and what may happen on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame

from game.play.events import Mode
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.window.screens.conversation import ConversationScreen
from tests.support.playing import GOOD, begin, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import SIZES, Driver, the_sample
from tests.window.shots import choose, read_on


def test_a_whole_play_by_keyboard_alone(start: Start, tmp_path: Path) -> None:
    driver = start()
    assert driver.screen == "Title"
    begin(driver)
    for option in GOOD:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    assert driver.screen == "Reflection"
    driver.go_to("answer-0")
    driver.type("I would say less")
    driver.enter("See the debrief")
    assert driver.screen == "Debrief"
    assert "A clear client, still a friend" in driver.words()
    (play,) = list_plays(tmp_path / "logs")
    journal = read_journal(play.path)
    assert [event.option for event in journal.choices] == list(GOOD)
    assert journal.reflected is not None
    assert journal.reflected.answers[0].text == "I would say less"
    driver.go_to("turn-3")
    driver.key(pygame.K_RETURN)
    assert "I never say who comes here" in driver.words()
    driver.enter("All scenarios")
    assert "Played once" in driver.words()


def test_the_reflection_listens_at_once_and_enter_leads_through_it(start: Start, tmp_path: Path) -> None:
    driver = start()
    begin(driver)
    for option in GOOD:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    assert driver.focus == "answer-0"
    driver.type("h l s")
    for _question in driver.session.reflection:
        assert driver.screen == "Reflection"
        driver.key(pygame.K_RETURN)
    assert driver.screen == "Debrief"
    (play,) = list_plays(tmp_path / "logs")
    journal = read_journal(play.path)
    assert journal.reflected is not None
    assert journal.reflected.answers[0].text == "h l s"


def test_a_whole_play_with_tab_and_enter_instead_of_number_keys(start: Start) -> None:
    driver = start()
    begin(driver)
    for option in GOOD:
        to_options(driver)
        driver.enter(f"choice-{offered(driver)[option]}")
    to_options(driver)
    driver.enter("See the debrief")
    assert driver.screen == "Debrief"


def test_a_whole_play_by_mouse_alone(start: Start, tmp_path: Path) -> None:
    driver = start()
    driver.press("Play")
    driver.press("sample")
    driver.press("mode-practice")
    driver.press("Begin")
    for option in GOOD:
        while not getattr(driver.app.top, "offers", ()):
            driver.press("Continue")
        driver.press(f"choice-{offered(driver)[option]}")
    while driver.screen != "Reflection":
        driver.press("Continue")
    driver.press("See the debrief")
    driver.press("turn-2")
    assert "Turn 2, phone" in driver.words()
    (play,) = list_plays(tmp_path / "logs")
    assert play.finished
    driver.press("All scenarios")
    driver.press("Title")
    driver.press("Quit")
    assert not driver.app.running


def test_a_whole_play_by_mouse_in_a_small_window_with_large_text(start: Start) -> None:
    driver = start((800, 600))
    driver.press("Settings")
    driver.press("size-2.0")
    driver.press("Done")
    driver.press("Play")
    driver.press("sample")
    driver.press("Begin")
    for option in GOOD:
        while not getattr(driver.app.top, "offers", ()):
            driver.press("Continue")
        driver.press(f"choice-{offered(driver)[option]}")
    while driver.screen != "Reflection":
        driver.press("Continue")
    driver.press("See the debrief")
    driver.press("Next turn")
    driver.press("Play again")
    assert driver.screen == "Briefing"


def test_a_click_anywhere_goes_on_reading(start: Start) -> None:
    driver = start()
    begin(driver)
    before = len(driver.reading.lines)
    driver.key(pygame.K_SPACE)
    driver.click((60, 300))
    assert len(driver.reading.lines) > before


def test_the_window_can_change_its_size_in_the_middle_of_a_play(start: Start) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    words = driver.words()
    for size in (*SIZES, (640, 480), (1280, 720)):
        driver.resize(size)
        assert driver.app.surface.get_size() == size
        assert offered(driver)
    assert driver.words() == words
    choose(driver, "name-it")
    assert driver.screen == "Feedback"


def test_text_can_be_made_larger_in_the_middle_of_a_line(start: Start) -> None:
    driver = start()
    begin(driver)
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_SPACE)
    small = driver.app.look.px
    driver.key(pygame.K_s)
    driver.enter("size-2.0")
    driver.key(pygame.K_ESCAPE)
    assert driver.app.look.px == round(21.4 * 2)
    assert driver.app.look.px > small
    assert driver.screen == "Conversation"
    read_on(driver)
    choose(driver, "name-it")
    assert driver.screen == "Feedback"


def test_one_key_makes_the_settings_readable_again(start: Start) -> None:
    driver = start()
    driver.key(pygame.K_F2)
    driver.enter("theme-contrast")
    driver.enter("size-2.0")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_F8)
    assert (driver.app.preferences.theme, driver.app.preferences.text_scale) == ("calm", 1.0)


def to_the_locked_option(driver: Driver) -> None:
    begin(driver)
    for option in ("brush-off", "waive-it", "stiff", "ask-goal"):
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)


def test_a_locked_option_is_shown_with_its_reason_and_cannot_be_picked(start: Start) -> None:
    driver = start()
    to_the_locked_option(driver)
    assert "She does not trust your hands that far yet." in driver.words()
    number = offered(driver)["ask-old-times"]
    turns = driver.session.turns
    driver.key(pygame.K_0 + number)
    driver.press(f"choice-{number}")
    driver.enter(f"choice-{number}")
    assert driver.screen == "Conversation"
    assert driver.session.turns == turns
    assert driver.focus == f"choice-{number}"


def test_mashing_keys_through_the_text_picks_nothing(start: Start) -> None:
    driver = start()
    begin(driver)
    while not getattr(driver.app.top, "offers", ()):
        driver.key(pygame.K_SPACE)
    for key in (pygame.K_1, pygame.K_2):  # in the same breath in which the options appeared
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
    driver.pump()
    driver.app.update(0.15)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="", scancode=0))
    driver.pump()
    assert driver.session.turns == 0
    driver.app.update(0.1)
    driver.key(pygame.K_1)
    assert driver.session.turns == 1


def test_space_and_enter_pick_no_option_that_nobody_went_to(start: Start) -> None:
    driver = start()
    begin(driver)
    for _ in range(30):
        driver.key(pygame.K_SPACE)
        driver.key(pygame.K_RETURN)
    assert driver.session.turns == 0


def test_assess_mode_says_nothing_between_choices(start: Start) -> None:
    driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("mode-assess")
    driver.enter("Begin")
    for option in GOOD:
        while not getattr(driver.app.top, "offers", ()):
            assert driver.screen == "Conversation"
            driver.key(pygame.K_SPACE)
        driver.key(pygame.K_0 + offered(driver)[option])
    while driver.screen == "Conversation":
        driver.key(pygame.K_SPACE)
    driver.enter("See the debrief")
    assert "You said the fee, the time, or how it works here." in driver.words()


def test_a_play_that_was_left_goes_on_where_it_was(start: Start) -> None:
    driver = start()
    begin(driver)
    for option in GOOD[:2]:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    before = offered(driver)
    driver.key(pygame.K_l)
    assert (driver.screen, driver.focus) == ("Leave", "Stay")
    driver.enter("Leave for now")
    assert (driver.screen, driver.focus) == ("Title", "continue")
    driver.key(pygame.K_RETURN)
    to_options(driver)
    assert offered(driver) == before
    driver.key(pygame.K_h)
    assert "Not weird, but a bit unusual" in driver.words()


def test_escape_asks_before_it_leaves_and_staying_changes_nothing(start: Start) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Leave"
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Conversation"
    assert offered(driver)


def test_the_history_holds_what_was_read_and_nothing_that_was_not(start: Start) -> None:
    driver = start()
    begin(driver)
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_h)
    assert "Your phone buzzes" in driver.words()
    assert "weird" not in driver.words()
    driver.key(pygame.K_h)
    read_on(driver)
    choose(driver, "name-it")
    driver.key(pygame.K_h)
    assert "I wondered if only I felt that" in driver.words()
    assert "how would it work" not in driver.words()


def test_thoughts_are_kept_for_the_debrief(start: Start) -> None:
    driver = start()
    begin(driver)
    seen = []
    for option in GOOD:
        while not getattr(driver.app.top, "offers", ()):
            seen.append(driver.words())
            driver.key(pygame.K_SPACE)
        driver.wait()
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    assert not any("make me feel silly" in words for words in seen)
    driver.enter("See the debrief")
    driver.enter("turn-1")
    assert "make me feel silly" in driver.words()
    assert "Dana Reyes thought, and did not say" in driver.words()


def test_the_command_line_can_open_a_briefing(start: Start) -> None:
    driver = start(scenario=the_sample(), mode=Mode.ASSESS, player="Kim")
    assert driver.screen == "Briefing"
    assert "Feedback waits until the end" in driver.words()
    driver.enter("Begin")
    assert driver.session.begun.player == "Kim"


def test_content_notes_stand_before_the_beginning(start: Start) -> None:
    driver = start()
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    assert "Talks about gossip between friends." in driver.words()


def test_a_name_is_kept_and_goes_into_the_log(start: Start, tmp_path: Path) -> None:
    driver = start()
    driver.enter("players")
    driver.type("Class 4b")
    driver.enter("Play under this name")
    begin(driver)
    (play,) = list_plays(tmp_path / "logs")
    assert play.player == "Class 4b"
    assert "Playing: Class 4b" in start().words()


def test_what_goes_wrong_is_told_calmly_and_nothing_is_lost(start: Start, tmp_path: Path) -> None:
    driver = start()
    begin(driver)
    read_on(driver)
    driver.wait()
    handle = driver.session.recorder
    handle.close()  # as if the disk had gone
    driver.key(pygame.K_1)
    assert driver.screen == "Message"
    assert "journal" in driver.words()
    driver.enter("Back")
    assert driver.screen == "Conversation"
    assert driver.session.turns == 0


def test_a_play_that_cannot_be_continued_says_why(start: Start, tmp_path: Path) -> None:
    driver = start()
    begin(driver)
    driver.enter("Leave")
    driver.enter("Leave for now")
    (play,) = list_plays(tmp_path / "logs")
    play.path.write_bytes(b"nothing\n")
    driver.enter("continue")
    assert driver.screen == "Message"
    assert "is not a journal" in driver.words().replace("\n", " ")


def test_the_first_arrow_goes_to_the_first_option_wherever_the_bar_stands(start: Start) -> None:
    for size, scale in (((1280, 720), 1.0), ((800, 600), 2.0)):
        driver = start(size)
        driver.app.prefer(replace(driver.app.preferences, text_scale=scale))
        driver.wait()
        begin(driver)
        read_on(driver)
        driver.key(pygame.K_DOWN)
        assert driver.focus == "choice-1"
        driver.key(pygame.K_END)
        assert driver.focus == driver.keys[-1]
        driver.key(pygame.K_HOME)
        assert driver.focus == driver.keys[0]
        driver.enter("Leave")
        driver.enter("Leave for now")


def test_in_a_narrow_window_nobody_looks_out_from_behind_the_card(start: Start) -> None:
    driver = start((430, 900))
    begin(driver)
    read_on(driver)
    stage = driver.at(ConversationScreen)
    assert not stage.scene.wide
    _portrait, standing, seen = getattr(stage, "_figure", (None, None, None))
    assert seen.bottom <= stage.scene.card.top < standing.bottom
