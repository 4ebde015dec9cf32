"""Who plays is chosen on the title, and everything a player has is theirs alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame

from game import locations
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.play.players import folder_of
from game.window.destinations import ToTitle
from game.window.preferences import Preferences, load
from tests.support.playing import begin, play_as
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import choose, read_on


def play_a_turn(driver: Driver) -> None:
    """From the title through one choice, and back to the title."""
    begin(driver)
    read_on(driver)
    choose(driver, "name-it")
    driver.key(pygame.K_l)
    driver.enter("Leave for now")


def play_to_the_end(driver: Driver) -> None:
    """From the title to the reflection."""
    begin(driver)
    for option in ("name-it", "frame-it", "tell", "mend-gossip", "scale", "recommend"):
        read_on(driver)
        choose(driver, option)
        driver.key(pygame.K_SPACE)
    read_on(driver)
    driver.key(pygame.K_SPACE)
    assert driver.screen == "Reflection"


def test_nobody_needs_a_name_and_then_nothing_new_is_kept(start: Start, tmp_path: Path) -> None:
    driver = start()
    assert "Name or class code" in driver.words()
    play_a_turn(driver)
    (play,) = list_plays(tmp_path / "logs")
    assert play.player is None
    assert not (tmp_path / "config" / "players").exists()
    assert "continue" in start().keys


def test_each_players_plays_carry_a_mark_of_their_own(start: Start, tmp_path: Path) -> None:
    driver = start()
    for name in ("Ana", "Ben"):
        play_as(driver, name)
        play_a_turn(driver)
    marks = [read_journal(play.path).begun.device for play in list_plays(tmp_path / "logs")]
    assert None not in marks
    assert len(set(marks)) == 2


def test_each_player_has_their_own_settings(start: Start) -> None:
    driver = start()
    play_as(driver, "Ana")
    driver.app.prefer(replace(driver.app.preferences, theme="dark", text_scale=1.5))
    play_as(driver, "Ben")
    assert (driver.app.preferences.theme, driver.app.preferences.text_scale) == ("calm", 1.5)
    driver.app.prefer(replace(driver.app.preferences, text_scale=1.0))
    driver.enter("players")
    driver.enter("player-Ana")
    assert (driver.app.preferences.theme, driver.app.preferences.text_scale) == ("dark", 1.5)
    driver.enter("players")
    driver.enter("player-")
    assert driver.app.preferences == Preferences()


def test_whoever_played_last_finds_the_title_as_they_left_it(start: Start) -> None:
    driver = start()
    play_as(driver, "Ana")
    driver.app.prefer(replace(driver.app.preferences, text_scale=2.0, language="es"))
    again = start(languages=("es",))
    assert (again.app.context.plays.player, again.app.preferences.text_scale) == ("Ana", 2.0)
    assert again.app.context.language == "es"
    assert "Continuar" in again.words() or "Jugar" in again.words()


def test_what_was_left_is_offered_to_whoever_left_it(start: Start) -> None:
    driver = start()
    play_as(driver, "Ana")
    play_a_turn(driver)
    assert "continue" in driver.keys
    play_as(driver, "Ben")
    assert "continue" not in driver.keys
    driver.enter("players")
    driver.enter("player-")
    assert "continue" not in driver.keys
    driver.enter("players")
    driver.enter("player-Ana")
    driver.enter("continue")
    assert driver.session.begun.player == "Ana"


def test_saves_and_lines_that_were_read_are_each_player_s_own(start: Start, tmp_path: Path) -> None:
    driver = start()
    play_as(driver, "Ana")
    begin(driver)
    read_on(driver)
    driver.key(pygame.K_F5)
    driver.key(pygame.K_l)
    driver.enter("Leave for now")
    assert "Saves" in driver.keys
    assert (folder_of(tmp_path / "config", "Ana") / "seen.txt").stat().st_size > 0
    play_as(driver, "Ben")
    assert "Saves" not in driver.keys
    begin(driver)
    read_on(driver)
    assert driver.session.begun.player == "Ben"
    assert "quick.json" in {path.name for path in folder_of(tmp_path / "config", "Ana").rglob("*")}
    assert "quick.json" not in {path.name for path in folder_of(tmp_path / "config", "Ben").rglob("*")}


def test_what_was_tried_and_the_glossary_are_each_player_s_own(start: Start) -> None:
    driver = start()
    play_as(driver, "Ana")
    play_to_the_end(driver)
    driver.enter("See the debrief")
    driver.enter("All scenarios")
    assert "Played once" in driver.words()
    assert driver.app.context.plays.glossary()
    driver.key(pygame.K_ESCAPE)
    play_as(driver, "Ben")
    assert not driver.app.context.plays.glossary()
    driver.enter("Play")
    assert "Played once" not in driver.words()


def test_a_conversation_closed_at_its_reflection_still_has_its_debrief(start: Start) -> None:
    play_to_the_end(start())
    driver = start()
    assert "continue" not in driver.keys
    driver.enter("look-again")
    assert driver.screen == "Debrief"
    driver.enter("All scenarios")
    driver.key(pygame.K_RETURN)
    driver.enter("See your last debrief")
    assert driver.screen == "Debrief"


def test_names_used_before_are_there_to_pick_and_the_one_in_use_is_ticked(start: Start) -> None:
    driver = start()
    for name in ("Zed", "ana"):
        play_as(driver, name)
    driver.enter("players")
    assert [key for key in driver.keys if "-" in key] == ["player-ana", "player-Zed", "player-"]
    assert [widget.key for _, widget in driver.widgets() if getattr(widget, "chosen", False)] == ["player-ana"]


def test_no_name_is_no_player(start: Start) -> None:
    driver = start()
    driver.enter("players")
    driver.type("   ")
    assert "Play under this name" not in driver.keys
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Title"


def test_names_from_everywhere_can_be_played_under(start: Start) -> None:
    driver = start()
    for name in ("../..", "🙂" * 60, "שלום", "a/b\\c", "x" * 60):
        driver.app.play_as(name)
        driver.app.go(ToTitle())
        driver.wait()
        assert start().app.context.plays.player == name
    driver.enter("players")
    assert driver.screen == "Players"


def test_a_broken_folder_costs_one_calm_line(start: Start, tmp_path: Path) -> None:
    (tmp_path / "config" / "players" / "odd").mkdir(parents=True)
    (tmp_path / "config" / "players" / "odd" / "player.json").write_text("{")
    driver = start()
    driver.enter("players")
    assert driver.words().replace("\n", " ").count("is left alone: odd") == 1


def test_one_player_s_settings_of_before_come_along(start: Start, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"player": "Ana", "theme": "dark", "begun": true}')
    driver = start()
    assert (driver.app.context.plays.player, driver.app.preferences.theme) == ("Ana", "dark")
    assert driver.app.notice is None
    assert load(folder_of(tmp_path / "config", "Ana") / "settings.json")[0].begun


def test_a_new_player_is_offered_the_first_minute(start: Start) -> None:
    driver = start(first_minute=locations.first_minute())
    driver.enter("Begin")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    assert "Play" in driver.keys
    play_as(driver, "Ana")
    assert "Begin" in driver.keys


def test_letters_that_may_show_as_boxes_elsewhere_are_named_beside_the_field(start: Start) -> None:
    driver = start()
    driver.enter("players")
    for typed, told in (("שלום 田中", False), (" 한", True)):
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=typed))
        driver.pump()
        driver.wait()
        assert ("may show as boxes: 한" in driver.words().replace("\n", " ")) is told
