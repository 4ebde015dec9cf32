"""The preview: saved changes appear in place, broken ones are told, and the way back is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.window.screens.preview_sheet import PreviewStatus
from game.window.screens.preview_strip import cut, in_line, strip_high
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM
from tests.window.preview_desk import Editor
from tests.window.shots import choose, read_on

OLD, NEW = "Would it be weird if I booked with you?", "Is it odd if I come to you?"


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    return Editor(tmp_path)


def at_the_fee(editor: Editor) -> None:
    """One choice made, at the second decision."""
    editor.begin()
    choose(editor.driver, "name-it")
    editor.driver.key(pygame.K_SPACE)
    read_on(editor.driver)
    assert editor.driver.screen == "Conversation"


def test_it_opens_at_the_briefing_and_says_what_it_watches(editor: Editor) -> None:
    assert editor.driver.screen == "Briefing"
    assert editor.strip == "Watching my-scenario.yaml. Save it, and it reloads here."


def test_a_saved_change_appears_at_the_same_decision(editor: Editor) -> None:
    at_the_fee(editor)
    offered = [key for key in editor.driver.keys if key.startswith("choice-")]
    editor.driver.go_to(offered[1])
    editor.save("So how would it work?", "And how would that go?")
    assert "And how would that go?" in editor.driver.words().replace("\n", " ")
    assert [key for key in editor.driver.keys if key.startswith("choice-")] == offered
    assert editor.driver.focus == offered[1]
    assert editor.choices == ("name-it",)
    assert editor.strip.startswith("Reloaded ")
    assert editor.strip.endswith(". At the same decision.")


def test_a_saved_change_is_drawn_in_the_frame_that_reads_it(editor: Editor) -> None:
    at_the_fee(editor)
    before = pygame.image.tobytes(editor.app.surface, "RGB")
    editor.save("So how would it work?", "And how would that go?")
    assert pygame.image.tobytes(editor.app.surface, "RGB") != before


def test_a_line_being_read_stays_the_line_being_read(editor: Editor) -> None:
    editor.driver.enter("Begin")
    editor.driver.wait(60)
    editor.driver.key(pygame.K_SPACE)
    editor.driver.wait(60)
    editor.save("Odd question.", "Strange question.")
    words = editor.driver.words().replace("\n", " ")
    assert "Strange question." in words
    assert OLD not in words


def test_the_briefing_and_the_feedback_reload_too(editor: Editor) -> None:
    editor.save("title: Saturday Friend", "title: Sunday Friend")
    assert editor.driver.screen == "Briefing"
    assert "Sunday Friend" in editor.driver.words()
    assert editor.strip.endswith("At the briefing.")
    editor.begin()
    choose(editor.driver, "name-it")
    assert editor.driver.screen == "Feedback"
    editor.save("so it stopped being a secret", "and it was out")
    assert editor.driver.screen == "Feedback"
    assert "and it was out" in editor.driver.words().replace("\n", " ")


def test_a_broken_file_keeps_the_last_good_version_and_says_where(editor: Editor) -> None:
    at_the_fee(editor)
    shown = editor.driver.words()
    editor.save("goto: table", "goto: tabel")
    assert editor.driver.words() == shown
    assert editor.strip.startswith(f"1 problem, showing the last good version. Line {editor.line_of('goto: tabel')}: ")
    choose(editor.driver, "frame-it")  # and it can be played on
    assert editor.choices == ("name-it", "frame-it")
    editor.save("goto: tabel", "goto: table")
    assert editor.strip.endswith("At the same decision.")
    assert editor.choices == ("name-it", "frame-it")


def test_a_choice_that_is_gone_is_told(editor: Editor) -> None:
    at_the_fee(editor)
    editor.save("id: name-it", "id: named")
    assert editor.strip.endswith("`name-it` can no longer be chosen, so you are back at `the-text`.")
    assert editor.choices == ()
    assert editor.driver.screen == "Conversation"


def test_late_proofs_are_told_without_a_reload(editor: Editor) -> None:
    at_the_fee(editor)
    editor.save("So how would it work?", "And how would that go?")
    top = editor.app.top
    assert editor.strip.endswith(". At the same decision.")
    editor.prove()
    assert editor.strip.endswith(f". At the same decision. See line {editor.author.problems[0].place.line}.")
    assert ", 1 problem. " in editor.strip or " problems. " in editor.strip
    editor.driver.key(pygame.K_F6)
    assert f"Line {editor.line_of('id: tell')}, column " in editor.driver.words()
    editor.driver.key(pygame.K_F6)
    assert editor.app.top is top


def test_all_problems_stand_on_the_sheet_by_keyboard(editor: Editor) -> None:
    at_the_fee(editor)
    editor.save("goto: table", "goto: tabel")
    editor.save("moves: [takes_over]", "moves: [take_over]")
    editor.driver.key(pygame.K_F6)
    assert editor.driver.screen == "PreviewSheet"
    words = editor.driver.words().replace("\n", " ")
    assert "2 problems" in words
    assert f"Line {editor.line_of('goto: tabel')}, column " in words
    assert "take_over" in words
    assert "You are at how-it-works after name-it." in words
    editor.save("goto: tabel", "goto: table")
    assert "tabel" not in editor.driver.words()
    editor.save("moves: [take_over]", "moves: [takes_over]")
    assert editor.driver.screen == "PreviewSheet"
    assert "At the same decision." in editor.driver.words().replace("\n", " ")
    editor.driver.key(pygame.K_F6)
    assert editor.driver.screen == "Conversation"


def test_the_strip_is_pressed_with_the_mouse(editor: Editor) -> None:
    middle = editor.app.surface.get_width() // 2, editor.app.surface.get_height() - 10
    editor.driver.click(middle)
    assert editor.driver.screen == "PreviewSheet"
    editor.driver.click(middle)
    assert editor.driver.screen == "Briefing"


def test_a_press_that_wanders_off_the_strip_does_nothing(editor: Editor) -> None:
    low, high = (600, editor.app.surface.get_height() - 10), (600, 300)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=low, button=1))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=high, button=1))
    editor.driver.pump()
    assert editor.driver.screen == "Briefing"


def test_one_choice_back_and_from_the_start(editor: Editor) -> None:
    at_the_fee(editor)
    editor.driver.key(pygame.K_F7)
    assert editor.choices == ()
    assert any(key.startswith("choice-") for key in editor.driver.keys)
    editor.driver.key(pygame.K_F7)
    assert editor.driver.screen == "Briefing"
    at_the_fee(editor)
    editor.driver.key(pygame.K_F6)
    editor.driver.enter("One choice back")
    assert (editor.driver.screen, editor.choices) == ("Conversation", ())
    editor.driver.key(pygame.K_F5)
    assert editor.driver.screen == "Briefing"


def test_leaving_leads_to_the_sheet_and_from_there_out(editor: Editor) -> None:
    at_the_fee(editor)
    editor.driver.wait()
    editor.driver.key(pygame.K_l)
    assert editor.driver.screen == "PreviewSheet"
    editor.driver.key(pygame.K_ESCAPE)
    assert editor.driver.screen == "Conversation"
    editor.driver.key(pygame.K_ESCAPE)
    editor.driver.press("Close the preview")
    assert not editor.app.running


def test_settings_stay_open_over_a_reload(editor: Editor) -> None:
    at_the_fee(editor)
    editor.driver.key(pygame.K_F2)
    editor.save("So how would it work?", "And how would that go?")
    assert editor.driver.screen == "Settings"
    editor.driver.key(pygame.K_ESCAPE)
    assert "And how would that go?" in editor.driver.words().replace("\n", " ")


def test_a_file_that_is_broken_from_the_start_is_waited_for(tmp_path: Path) -> None:
    editor = Editor(tmp_path, text="title: Saturday Friend\n")
    assert (editor.driver.screen, editor.driver.keys) == ("PreviewSheet", ["Close the preview"])
    assert "cannot be played yet" in editor.strip
    for key in (pygame.K_ESCAPE, pygame.K_F5, pygame.K_F7):
        editor.driver.key(key)
    assert editor.driver.screen == "PreviewSheet"
    editor.text = Editor(tmp_path / "..", name=f"{tmp_path.name}.yaml").text
    editor.save()
    assert editor.driver.screen == "Briefing"


def test_it_opens_where_it_was_asked_to(tmp_path: Path) -> None:
    editor = Editor(tmp_path, choices=("name-it", "frame-it"))
    assert (editor.driver.screen, editor.choices) == ("Conversation", ("name-it", "frame-it"))
    read_on(editor.driver)
    assert any(key.startswith("choice-") for key in editor.driver.keys)


def test_a_whole_play_to_its_debrief_reloads_there(editor: Editor) -> None:
    editor.begin()
    for option in ("name-it", "frame-it", "keep", "ask-goal", "scale", "recommend"):
        choose(editor.driver, option)
        editor.driver.key(pygame.K_SPACE)
        read_on(editor.driver)
    editor.driver.key(pygame.K_SPACE)
    editor.driver.enter("See the debrief")
    assert editor.driver.screen == "Debrief"
    for _ in range(3):
        editor.driver.key(pygame.K_PAGEDOWN)
    scrolled = editor.app.top.page.pane("debrief").scroll
    editor.save("title: Saturday Friend", "title: Sunday Friend")
    assert editor.driver.screen == "Debrief"
    assert editor.app.top.page.pane("debrief").scroll == scrolled > 0
    assert editor.strip.endswith("At the same ending.")
    editor.driver.enter("Leave")
    assert editor.driver.screen == "PreviewSheet"


def test_nothing_is_written_while_previewing(editor: Editor, tmp_path: Path) -> None:
    at_the_fee(editor)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["my-scenario.yaml"]


def test_an_idle_preview_draws_nothing(editor: Editor) -> None:
    editor.app.preferences = replace(editor.app.preferences, motion=False)
    editor.save("minutes: 10", "minutes: 11")
    before = editor.app.redraws
    for _ in range(30):
        editor.driver.wait(0.033)
    assert editor.app.redraws == before


@pytest.mark.parametrize("size", [(800, 600), (430, 900)])
def test_the_strip_lies_under_the_screens_and_on_none_of_them(tmp_path: Path, size: tuple[int, int]) -> None:
    driver = Editor(tmp_path, size).driver
    strip = strip_high(driver.app.look)
    assert max(pane.rect.bottom for pane in driver.app.top.page.panes) <= size[1] - strip


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_strip_holds_a_line_and_can_be_pressed(size: tuple[int, int], scale: float) -> None:
    pygame.font.init()
    look = Look(CALM, *size, scale)
    assert 44 <= strip_high(look) <= size[1] * 0.16
    told = PreviewStatus(
        "warning", "warm", "3 problems, showing the last good version.", "Line 41: " + "word " * 60, "3 problems."
    )
    for room in (look.em(3), look.em(12), look.em(30), look.em(90)):
        head, detail = in_line(told, look, room)
        assert head.startswith("3")
        wide = cut_width(head, look, "strong") + (look.em(0.35) + cut_width(detail, look, "body") if detail else 0)
        assert wide <= room


def cut_width(words: str, look: Look, role: str) -> int:
    from game.window.toolkit import text

    return text.width(words, look.px, role)


def test_words_that_fit_are_not_cut() -> None:
    pygame.font.init()
    look = Look(CALM, 1280, 720)
    assert cut("3 problems.", look, "body", 600) == "3 problems."
    assert cut("3 problems.", look, "body", 60).endswith("…")
