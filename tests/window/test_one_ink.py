"""Nothing is told by colour alone: with every ink the same, whatever means something still has a form of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.window.charts.strip import Flag, Track, TurnStrip
from game.window.charts.trace import SHAPES
from game.window.screens.turns import PARTS
from game.window.toolkit import icons
from game.window.toolkit.controls import Button, OptionButton
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM
from game.window.toolkit.widgets import Canvas, Widget

INK, PAPER = "#202020", "#ffffff"
ONE_INK = replace(
    CALM, text=INK, muted=INK, accent=INK, warm=INK, focus=INK, choice_edge=INK, panel_edge=INK, accent_hot=INK,
    bg=PAPER, panel=PAPER, choice=PAPER, choice_hot=PAPER, tint=PAPER, mine=PAPER, theirs=PAPER, on_accent=PAPER,
)  # fmt: skip
LOOK = Look(ONE_INK, 1280, 720)


@pytest.fixture(autouse=True)
def fonts() -> None:
    pygame.font.init()


def unlike(one: pygame.Surface, other: pygame.Surface) -> float:
    """Which share of what is inked in either picture is inked in only one of them."""
    a, b = pygame.mask.from_surface(one, 127), pygame.mask.from_surface(other, 127)
    both = a.overlap_area(b, (0, 0))
    return 1 - both / max(1, a.count() + b.count() - both)


def drawn(widget: Widget, focus: bool = False) -> pygame.Surface:
    """The widget's ink on clear ground."""
    surface = pygame.Surface((900, 400), pygame.SRCALPHA)
    surface.fill(PAPER)
    widget.layout(LOOK, 30, 30, 840)
    widget.draw(Canvas(surface, LOOK, focus=widget if focus else None))
    surface.set_colorkey(PAPER)
    return surface


def test_every_mark_of_a_plot_has_a_form_of_its_own() -> None:
    marks = {shape: icons.mark(shape, 40, INK, INK) for shape in SHAPES}
    marks |= {"you": icons.mark("disc", 40, INK, INK), "chance": icons.mark("diamond", 40, PAPER, INK)}
    marks["beside"] = icons.mark("target", 40, PAPER, INK)
    for surface in marks.values():
        clear = pygame.PixelArray(surface)
        clear.replace(pygame.Color(PAPER), pygame.Color(0, 0, 0, 0))
        clear.close()
    for (one, a), (two, b) in combinations(marks.items(), 2):
        assert unlike(a, b) > 0.12, f"{one} and {two} look alike"


def test_trust_ease_and_voice_differ_in_dashes_and_in_marks() -> None:
    assert len({dash for _, _, _, dash, _ in PARTS}) == len({shape for *_, shape in PARTS}) == len(PARTS) == 3
    strips = []
    for _name, _label, colour, dash, shape in PARTS:
        track = Track("line", colour, dash, shape, (2, 5, 7, 4, 6))
        strips.append(drawn(TurnStrip([track], [], 1)))
    for one, two in combinations(strips, 2):
        assert unlike(one, two) > 0.02


@pytest.mark.parametrize("sign", ["split", "mend", "warning"])
def test_what_happened_in_a_turn_has_a_sign_of_its_own(sign: str) -> None:
    track = Track("line", "accent", None, "disc", (2, 5, 7, 4, 6))
    plain, flagged = drawn(TurnStrip([track], [], 1)), drawn(TurnStrip([track], [Flag(3, sign, "warm")], 1))
    assert unlike(plain, flagged) > 0.01
    others = {"split", "mend", "warning"} - {sign}
    assert all(unlike(icons.icon(sign, 40, INK), icons.icon(other, 40, INK)) > 0.3 for other in others)


def test_what_is_chosen_is_ticked_and_what_is_closed_is_locked() -> None:
    label = "Large"
    plain, chosen = Button(label, None, kind="chip"), Button(label, None, kind="chip", chosen=True)
    assert unlike(drawn(plain), drawn(chosen)) > 0.1
    assert unlike(drawn(OptionButton(1, label)), drawn(OptionButton(1, label, "She has gone quiet."))) > 0.1


def test_the_focus_is_a_ring_and_not_a_shade() -> None:
    assert unlike(drawn(OptionButton(1, "Words")), drawn(OptionButton(1, "Words"), focus=True)) > 0.1


def test_the_turn_that_is_open_is_marked_without_colour() -> None:
    track = Track("line", "accent", None, "disc", (2, 5, 7, 4, 6))
    assert unlike(drawn(TurnStrip([track], [], 1)), drawn(TurnStrip([track], [], 3))) > 0.02
