"""The game speaks: what is new, what has the focus, again when asked, and nothing that lies under something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.window.voice.speech import NoVoice
from tests.window.drive import SAMPLE, Driver, a_context
from tests.window.shots import choose, read_on
from tests.window.voice.listener import Listener, after, hear, listening


def at_the_first_lines(folder: Path) -> tuple[Driver, Listener]:
    driver, listener = listening(folder)
    for key in ("Play", "sample", "Begin"):
        driver.enter(key)
    return driver, listener


def test_turning_the_voice_on_is_spoken_and_so_is_the_screen(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    said = listener.new()
    assert said.startswith("The voice is on. R says it again, F4 turns it off. Equal Footing.")
    assert said.endswith("Play, button.")
    assert driver.app.preferences.voice


def test_turning_the_voice_off_is_spoken_and_then_nothing_is(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    assert after(driver, listener, lambda: driver.key(pygame.K_v)) == "The voice is off."
    assert after(driver, listener, lambda: driver.key(pygame.K_TAB)) == ""
    assert not driver.app.preferences.voice


def test_while_typing_f4_turns_the_voice_on_and_v_is_a_letter(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    driver.key(pygame.K_F4)
    driver.enter("players")
    driver.type("v")
    assert not driver.app.aloud.narrator.on
    said = after(driver, listener, lambda: driver.key(pygame.K_F4))
    assert said.endswith("Name or class code. Text field, v. It goes into the journal of what you play.")


def test_the_focus_is_spoken_as_it_moves(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    assert after(driver, listener, lambda: driver.go_to("Settings")).endswith("Settings, button.")


def test_a_line_is_spoken_whole_and_once(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    first = driver.session.scenes()[0].lines
    hear(driver)
    assert listener.new().endswith(first[0].text)
    said = after(driver, listener, lambda: driver.key(pygame.K_SPACE))
    assert said == f"Dana Reyes: {first[1].text}"
    assert after(driver, listener, lambda: driver.wait(60.0)) == ""


def test_a_decision_is_spoken_with_the_line_before_it(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    read_on(driver)
    hear(driver)
    said = listener.new()
    offers = driver.offers
    told = " ".join(f"{n}: {offer.option.words}" for n, offer in enumerate(offers, 1))
    assert f"{len(offers)} things you could say or do. {told}" in said


def test_what_was_chosen_and_the_answer_are_spoken_and_nothing_twice(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    read_on(driver)
    said = after(driver, listener, lambda: choose(driver, "name-it"))
    assert said.count("You: Not weird") == 1
    assert said.count("Dana Reyes: ") == 1
    assert "What you did." in said
    said = after(driver, listener, lambda: driver.key(pygame.K_SPACE))
    assert said.startswith("Dana Reyes: So how would it work?")


def test_a_locked_option_says_why(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    for option in ("name-it", "frame-it", "tell", "mend-gossip"):
        read_on(driver)
        choose(driver, option)
        driver.key(pygame.K_SPACE)
    read_on(driver)
    hear(driver)
    locked = next(offer for offer in driver.offers if offer.locked)
    assert f"Closed: {locked.locked}" in listener.new()


def test_r_says_it_again(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    said = after(driver, listener, lambda: driver.key(pygame.K_SPACE))
    assert after(driver, listener, lambda: driver.key(pygame.K_r)) == said


def test_an_overlay_silences_what_lies_under_it_and_gives_it_back(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    said = after(driver, listener, lambda: driver.key(pygame.K_SPACE))
    over = after(driver, listener, lambda: driver.key(pygame.K_l))
    assert over.startswith("Leave this conversation?")
    assert "Dana" not in over
    assert after(driver, listener, lambda: driver.key(pygame.K_ESCAPE)) == said


def test_a_new_thing_takes_the_place_of_what_is_being_said(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    listener.patient = True  # from here on nothing comes to an end by itself
    listener.new()
    driver.key(pygame.K_TAB)
    driver.key(pygame.K_TAB)
    assert listener.said == ["Name or class code, button.", "Settings, button."]


def test_looking_back_speaks_one_line_at_a_time(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    read_on(driver)
    lines = [line.text for scene in driver.session.scenes() for line in scene.lines]
    said = after(driver, listener, lambda: driver.enter("Back a line"))
    assert lines[-2] in said
    assert lines[-1] not in said


def test_typing_says_each_word_and_what_is_taken_away(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    driver.enter("players")
    for letter in "ada":
        driver.type(letter)
    assert after(driver, listener, lambda: driver.type(" ")) == "ada"
    assert after(driver, listener, lambda: driver.key(pygame.K_BACKSPACE)) == "ada"


def test_with_the_voice_on_lines_do_not_wait_for_an_animation(tmp_path: Path) -> None:
    driver, _ = at_the_first_lines(tmp_path)
    driver.app.prefer(replace(driver.app.preferences, reveal="slow"))
    driver.key(pygame.K_SPACE)
    assert driver.reading.whole


def test_the_debrief_is_told_with_its_plots(tmp_path: Path) -> None:
    driver, listener = at_the_first_lines(tmp_path)
    for option in ("name-it", "frame-it", "tell", "mend-gossip", "scale", "recommend"):
        read_on(driver)
        choose(driver, option)
        driver.key(pygame.K_SPACE)
    read_on(driver)
    driver.key(pygame.K_SPACE)
    said = after(driver, listener, lambda: driver.enter("See the debrief"))
    for words in (
        "A plot of ",
        "Your path starts at ",
        "Random choices would land at ",
        "Trust, from 0 to 10: ",
        " of 100;",
    ):
        assert words in said
    said = after(driver, listener, lambda: driver.enter("Next turn"))
    assert "Turn 4, " in said
    assert "A plot of" not in said


def test_without_a_voice_a_caption_says_how_to_get_one_and_goes_on(tmp_path: Path) -> None:
    driver = Driver(a_context(tmp_path, voice=lambda language, rate: None))
    driver.key(pygame.K_v)
    narrator = driver.app.aloud.narrator
    shown = []
    for _step in range(600):
        shown.append(narrator.caption)
        driver.wait(0.1)
    assert isinstance(narrator.voice, NoVoice)
    assert any(words.startswith("No voice was found") for words in shown)
    assert shown[-1] == "Play, button."


def test_a_voice_that_fails_says_so_once_in_the_caption(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path)
    listener.new()
    listener.failed = True
    driver.key(pygame.K_TAB)
    hear(driver)
    assert listener.new().count("does not work now") == 1
    assert "cannot be heard" not in after(driver, listener, lambda: driver.key(pygame.K_TAB))


@pytest.mark.parametrize(("key", "told"), [("rate-quick", ("", "quick")), ("language-es", ("es", "usual"))])
def test_another_rate_or_language_is_another_voice(tmp_path: Path, key: str, told: tuple[str, str]) -> None:
    asked: list[tuple[str, str]] = []
    listener = Listener()

    def voice(language: str, rate: str) -> Listener:
        asked.append((language, rate))
        return listener

    driver, _ = listening(tmp_path, voice=listener, languages=("es",))
    driver.app.context = replace(driver.app.context, voice=voice)
    driver.app._plain = replace(driver.app._plain, voice=voice)
    driver.key(pygame.K_s)
    driver.enter(key)
    driver.app.prefer(replace(driver.app.preferences, language=""))
    assert asked[0] == told


def test_what_is_spoken_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    driver, listener = listening(tmp_path, voice_log=tmp_path / "spoken.txt")
    said = (tmp_path / "spoken.txt").read_text(encoding="utf-8").splitlines()
    assert said == listener.said
    driver.app.aloud.close()
    assert listener.closed


def test_a_conversation_is_read_in_its_own_language_and_the_rest_in_the_interfaces(tmp_path: Path) -> None:
    asked: list[str] = []

    def voice(language: str, _rate: str) -> Listener:
        asked.append(language)
        return Listener()

    german = tmp_path / "sample.yaml"
    german.write_text(SAMPLE.read_text("utf-8").replace("format: 1\n", "format: 1\nlanguage: de\n", 1), "utf-8")
    driver = Driver(a_context(tmp_path, voice=voice, scenarios={"sample": german}))
    driver.app.prefer(replace(driver.app.preferences, voice=True))
    for key in ("Play", "sample", "Begin"):
        driver.enter(key)
    assert asked[-1] == "de"
    driver.enter("Settings")
    assert asked[-1] == ""
    driver.key(pygame.K_ESCAPE)
    assert asked[-1] == "de"
