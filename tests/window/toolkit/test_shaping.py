"""Words of any script: which font draws them, which way they run, and where a caret stands in them."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Iterator

import pygame
import pytest

from game.letters import missing
from game.window.stage.bubble import Bubble
from game.window.toolkit import shaping, text
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.look import Look
from game.window.toolkit.shaping import runs
from game.window.toolkit.theme import CALM
from game.window.toolkit.widgets import Sign

TEN = {
    "Latin": "Zoë Ångström",
    "marks": "q\u0303 e\u0301",
    "Vietnamese": "Được rồi, thêm một giờ nữa",
    "Cyrillic": "Нур складывает второе полотенце",
    "Greek": "Καλημέρα, Ελένη",
    "Hebrew": "שלום, רות כהן",
    "Arabic": "مرحبا يا ليلى",
    "Chinese": "你好，我们下次再谈。",
    "Japanese": "こんにちは、田中さん",
    "emoji": "ok ✓ → 🙂",
}


@pytest.fixture(autouse=True)
def _fonts() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    text.forget()
    yield
    text.forget()


def _files(words: str) -> set[str]:
    return {run.file.stem if run.file else "own" for run in runs(words, "atkinson")}


@pytest.mark.parametrize("script", TEN)
def test_the_shipped_fonts_have_ten_scripts(script: str) -> None:
    words = TEN[script]
    assert missing(words) == ""
    assert _files(words) <= {"own", "rest", "han", "emoji"}
    for run in runs(words, "atkinson"):
        drawn = text._run_font(run, 24, "body")
        assert run.words.isspace() or None not in drawn.metrics(run.words.replace("\u0303", "").replace("\u0301", ""))


@pytest.mark.parametrize("script", TEN)
def test_a_line_is_as_wide_as_its_picture(script: str) -> None:
    for role in ("body", "strong", "aside"):
        picture = text.picture(TEN[script], 24, role, "#000000")
        assert abs(picture.get_width() - text.width(TEN[script], 24, role)) <= 1
        assert picture.get_bounding_rect().width > 20


def test_what_the_typeface_has_is_drawn_as_ever() -> None:
    assert shaping.plain("Zoë Ångström", "atkinson")
    assert not shaping.plain("q\u0303", "atkinson")
    assert not shaping.plain("שלום", "atkinson")


def test_a_word_is_drawn_in_one_font_where_one_has_all_of_it() -> None:
    greek = runs("Καλημέρα", "atkinson")
    assert [run.words for run in greek] == ["Καλημέρα"]


def test_runs_stand_as_they_are_seen_and_hold_their_letters_as_they_are_read() -> None:
    seen = runs("Ruth: שלום, Dana", "atkinson")
    assert [(run.words.strip(), run.leftward) for run in seen if run.words.strip()] == [
        ("Ruth:", False),
        ("שלום", True),
        (", Dana", False),
    ]


def test_a_line_of_a_leftward_script_begins_at_the_right() -> None:
    assert text.runs_left("שלום Dana")
    assert not text.runs_left("Dana שלום")
    assert not text.runs_left("5 p.m.")
    begin, end = (text.caret("שלום", at, 24, "body") for at in (0, 4))
    assert begin == text.width("שלום", 24, "body")
    assert end == 0


def test_a_caret_goes_through_a_plain_line_as_its_letters_are_wide() -> None:
    assert [text.caret("abc", at, 24, "body") for at in range(4)] == [
        text.width("abc"[:at], 24, "body") for at in range(4)
    ]


def test_letters_that_no_shipped_font_has_are_named_once_in_order() -> None:
    assert missing("한국어 ไทย 한") == "한국어ไทย"
    assert missing("plain\n\u200d") == ""


def test_a_line_of_a_leftward_script_is_revealed_from_the_right() -> None:
    page = pygame.Surface((200, 40))
    page.fill("#ffffff")
    text.blit_line(page, "שלום רות", (0, 0), 24, "body", "#000000", 2)
    drawn = pygame.mask.from_threshold(page, (0, 0, 0), (120, 120, 120)).get_bounding_rects()
    assert min(box.left for box in drawn) > text.width("שלום רות", 24, "body") // 2


def test_words_beside_a_sign_and_in_a_bubble_begin_at_the_end_that_their_script_begins_at() -> None:
    look = Look(CALM, 1280, 720)
    sign, other = Sign("tick", "שלום"), Sign("tick", "Dana")
    for one in (sign, other):
        one.layout(look, 0, 0, 600)
    ((_, leftward),), ((_, rightward),) = sign.written(), other.written()
    assert (leftward.right, rightward.left) == (600, sign.inset)
    bubble = Bubble("שלום, רות כהן\nDana", mine=True, fresh=False)
    bubble.layout(look, 0, 0, 600)
    assert all(bubble.rect.contains(box) for _, box in bubble.written())


def test_a_field_keeps_its_words_where_the_caret_stands() -> None:
    field = TextField("name", "שם", TypedText("שלום", 0))
    field.layout(Look(CALM, 1280, 720), 0, 0, 600)
    assert field.block._indent("שלום") == 0
    assert field.name._indent("שם") > 0
