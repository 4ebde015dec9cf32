"""Contrast of every pair of colours that meet: 4.5:1 for words (7:1 in high contrast), 3:1 for what is pressed."""

from __future__ import annotations

import pytest

from game.window.toolkit.theme import CONTRAST, THEMES, Theme, contrast

WORDS = [
    *((ink, ground) for ink in ("text", "muted", "accent", "warm") for ground in ("panel", "tint", "choice")),
    ("text", "choice_hot"),
    ("muted", "choice_hot"),
    ("accent", "choice_hot"),
    ("warm", "choice_hot"),
    ("text", "mine"),
    ("text", "theirs"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hot"),
]
EDGES = [
    ("focus", "panel"),
    ("focus", "bg"),
    ("choice_edge", "panel"),
    ("choice_edge", "choice"),
    ("accent", "panel"),
    ("accent", "grid"),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_what_can_be_pressed_stands_out(theme: Theme, edge: str, ground: str) -> None:
    assert contrast(getattr(theme, edge), getattr(theme, ground)) >= 3.0


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
