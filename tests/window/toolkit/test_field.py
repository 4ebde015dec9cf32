"""Typing: characters where the caret stands, lines that wrap, a caret that goes up and down."""

from __future__ import annotations

import pygame

from game.window.input import clipboard
from game.window.input.commands import Compose, EditUnit, Erase, MoveCaret, SelectAll, Type, Undo
from game.window.toolkit.field import TextField, TypedText, spans
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM
from tests.window.conftest import Start


def test_words_go_in_and_out_at_the_caret() -> None:
    draft = TypedText()
    for command in (Type("helo"), MoveCaret(across=-1), Type("l")):
        assert draft.apply(command)
    assert (draft.words, draft.caret) == ("hello", 4)
    draft.apply(Erase())
    draft.apply(Erase(forward=True))
    assert (draft.words, draft.caret) == ("hel", 3)
    assert not draft.apply(Erase(forward=True))


def test_home_and_end_stay_in_their_line() -> None:
    draft = TypedText("one\ntwo", 5)
    draft.apply(MoveCaret(across=-1, reach=EditUnit.LINE))
    assert draft.caret == 4
    draft.apply(MoveCaret(across=1, reach=EditUnit.LINE))
    assert draft.caret == 7


def test_a_draft_takes_no_more_than_its_limit_and_no_control_characters() -> None:
    draft = TypedText(limit=5)
    draft.apply(Type("a\0b\x1bcdefgh"))
    assert draft.words == "abcde"


def test_wrapped_lines_know_where_they_begin() -> None:
    words = "one two\nthree"
    assert spans(words, ("one", "two", "three")) == [(0, 3), (4, 7), (8, 13)]


def test_the_caret_goes_down_and_up_to_the_nearest_place_between_two_letters() -> None:
    pygame.font.init()
    draft = TypedText("first line\nsecond", 3)
    field = TextField("a", "Label", draft, rows=3)
    field.layout(Look(CALM, 1280, 720), 0, 0, 600)
    assert field.line_above(-1) is None
    for caret, down in ((3, 1), (17, -1)):
        draft.caret = caret
        at = field.caret_box()
        to = field.line_above(down)
        assert to is not None

        def away(place: int, x: int = at.x) -> int:
            draft.caret = place
            return abs(field.caret_box().x - x)

        line = range(11, 18) if down > 0 else range(11)
        assert to in line
        assert away(to) == min(map(away, line))
        assert field.box.contains(field.caret_box())


def test_letters_that_are_shortcuts_elsewhere_are_only_letters_while_typing(start: Start) -> None:
    driver = start()
    driver.enter("players")
    driver.type("hs l1")
    assert driver.screen == "Players"
    assert driver.app.top.name.words == "hs l1"  # type: ignore[attr-defined]
    driver.key(pygame.K_LEFT)
    driver.key(pygame.K_BACKSPACE)
    assert driver.app.top.name.words == "hs 1"  # type: ignore[attr-defined]
    driver.key(pygame.K_TAB)
    assert driver.focus == "Play under this name"


def a_field(words: str, rows: int = 3) -> TextField:
    pygame.font.init()
    field = TextField("a", "Label", TypedText(words, len(words)), rows=rows)
    field.layout(Look(CALM, 1280, 720), 0, 0, 600)
    return field


def test_a_word_typed_is_taken_back_as_one_and_comes_again() -> None:
    draft = TypedText()
    for letter in "one two":
        draft.apply(Type(letter))
    draft.apply(Undo())
    assert draft.words == "one "
    draft.apply(Undo())
    assert draft.words == ""
    assert not draft.apply(Undo())
    draft.apply(Undo(again=True))
    draft.apply(Undo(again=True))
    assert (draft.words, draft.caret) == ("one two", 7)
    draft.apply(Type("!"))
    assert not draft.apply(Undo(again=True)), "what was typed since is not overwritten"


def test_everything_selected_and_typed_over_can_be_taken_back() -> None:
    draft = TypedText("all of it", 9)
    draft.apply(SelectAll())
    draft.apply(Type("x"))
    assert draft.words == "x"
    draft.apply(Undo())
    assert (draft.words, draft.now.selected) == ("all of it", "all of it")


def test_what_an_input_method_makes_up_is_shown_at_the_caret_and_is_not_yet_written() -> None:
    field = a_field("ab")
    field.draft.caret = 1
    field.draft.apply(Compose("にほ"))
    assert (field.shown, field.draft.words) == ("aにほb", "ab")
    field.draft.apply(Type("日本"))
    assert (field.shown, field.draft.words) == ("a日本b", "a日本b")


def test_the_caret_goes_to_the_letter_that_was_pointed_at() -> None:
    field = a_field("first line\nsecond")
    for caret in range(len(field.draft.words) + 1):
        field.draft.caret = caret
        assert field.caret_at(field.caret_box().midleft) == caret
    assert field.caret_at((5000, 5000)) == 17
    assert field.caret_at((-5, -5)) == 0


def test_selected_words_are_covered_line_by_line() -> None:
    field = a_field("first line\nsecond")
    first, second = field.boxes_of(6, 13)
    assert first.x > second.x
    assert first.bottom <= second.y


def test_keys_select_copy_cut_and_paste(start: Start) -> None:
    driver = start()
    driver.enter("players")
    driver.type("one two")
    driver.key(pygame.K_LEFT, pygame.KMOD_LCTRL | pygame.KMOD_LSHIFT)
    driver.key(pygame.K_x, pygame.KMOD_LCTRL)
    draft = driver.app.top.name  # type: ignore[attr-defined]
    assert (draft.words, clipboard.read()) == ("one ", "two")
    driver.key(pygame.K_HOME)
    driver.key(pygame.K_v, pygame.KMOD_LCTRL)
    assert draft.words == "twoone "
    driver.key(pygame.K_z, pygame.KMOD_LCTRL)
    driver.key(pygame.K_z, pygame.KMOD_LCTRL)
    assert draft.words == "one two"
    driver.key(pygame.K_a, pygame.KMOD_LCTRL)
    driver.key(pygame.K_c, pygame.KMOD_LCTRL)
    assert (draft.words, clipboard.read()) == ("one two", "one two")


def test_a_single_line_takes_a_paste_of_several_as_one(start: Start) -> None:
    driver = start()
    driver.enter("players")
    clipboard.write("Ana\r\nCruz")
    driver.key(pygame.K_v, pygame.KMOD_LCTRL)
    assert driver.app.top.name.words == "Ana Cruz"  # type: ignore[attr-defined]


def test_the_mouse_places_the_caret_and_selects_by_pulling_by_two_presses_and_by_three(start: Start) -> None:
    driver = start()
    driver.enter("players")
    driver.type("one two")
    draft = driver.app.top.name  # type: ignore[attr-defined]

    def place(caret: int) -> tuple[int, int]:
        pane, field = driver.find("name")
        assert isinstance(field, TextField)
        kept, draft.caret = draft.caret, caret
        at = field.caret_box().move(pane.rect.x, pane.rect.y - round(pane.scroll)).midleft
        draft.caret = kept
        return at

    driver.wait(2.0)
    driver.click(place(5))
    assert (draft.caret, draft.now.selected) == (5, "")
    driver.click(place(5))
    assert draft.now.selected == "two"
    driver.click(place(5))
    assert draft.now.selected == "one two"
    driver.wait(2.0)
    begin, end = place(1), place(6)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=begin, button=1))
    pull = (end[0] - begin[0], 0)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=end, rel=pull, buttons=(1, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
    driver.pump()
    assert draft.now.selected == "ne tw"


def test_a_long_text_scrolls_with_its_caret(start: Start) -> None:
    driver = start((800, 600))
    driver.enter("Settings")
    driver.enter("Where my data is")
    driver.go_to("zip-folder")
    clipboard.write("long " * 180)
    driver.key(pygame.K_v, pygame.KMOD_LCTRL)
    pane, field = driver.find("zip-folder")
    assert isinstance(field, TextField)
    assert pane.rect.contains(field.caret_box().move(pane.rect.x, pane.rect.y - round(pane.scroll)))
