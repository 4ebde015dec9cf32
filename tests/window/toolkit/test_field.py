"""Typing: characters where the caret stands, lines that wrap, a caret that goes up and down."""

from __future__ import annotations

import pygame

from game.window.input.commands import Erase, MoveCaret, Type
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
    draft.apply(MoveCaret(across=-1, far=True))
    assert draft.caret == 4
    draft.apply(MoveCaret(across=1, far=True))
    assert draft.caret == 7


def test_a_draft_takes_no_more_than_its_limit_and_no_control_characters() -> None:
    draft = TypedText(limit=5)
    draft.apply(Type("a\0b\x1bcdefgh"))
    assert draft.words == "abcde"


def test_wrapped_lines_know_where_they_begin() -> None:
    words = "one two\nthree"
    assert spans(words, ("one", "two", "three")) == [(0, 3), (4, 7), (8, 13)]


def test_the_caret_goes_down_and_up_in_its_column() -> None:
    pygame.font.init()
    draft = TypedText("first line\nsecond", 3)
    field = TextField("a", "Label", draft, rows=3)
    field.layout(Look(CALM, 1280, 720), 0, 0, 600)
    assert field.line_above(1) == 14
    assert field.line_above(-1) is None
    draft.caret = 17
    assert field.line_above(-1) == 6
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
