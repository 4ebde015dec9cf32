"""What a pair of eyes meets on every screen, measured on the drawn picture: ink against what really lies behind it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.window.preferences import Preferences
from game.window.toolkit import text
from game.window.toolkit.theme import THEMES
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.shots import tour

Picture = npt.NDArray[np.float64]
LOOKS = [(name, (1280, 720), 1.0) for name in THEMES] + [("calm", (800, 600), 2.0)]
SHARES = np.arange(256) / 255
LINEAR = np.where(SHARES <= 0.04045, SHARES / 12.92, ((SHARES + 0.055) / 1.055) ** 2.4)


def luminance(surface: pygame.Surface) -> Picture:
    """How light each pixel is, 0 to 1 (WCAG 2.2), by x and y."""
    return np.asarray(LINEAR[pygame.surfarray.array3d(surface)] @ np.array([0.2126, 0.7152, 0.0722]))


def drawn(driver: Driver) -> Picture:
    """The top screen drawn anew, ground and all."""
    screen = driver.app.top
    screen._ground = None
    screen.draw(driver.app.room)
    return luminance(driver.app.room)


def ratio(one: Picture, other: Picture) -> Picture:
    """The contrast ratio of two luminances, 1 to 21."""
    return np.asarray((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05))


def written_boxes(driver: Driver) -> list[tuple[str, pygame.Rect]]:
    """Every line of words with its box on the window, as far as it is in view."""
    found = []
    for pane, widget in driver.widgets():
        sight = pane.rect.inflate(0, -2 * driver.app.look.px)  # a column fades at its ends
        for line, box in widget.written():
            at = box.move(pane.rect.x, pane.rect.y - round(pane.scroll))
            if line.strip() and sight.contains(at):
                found.append((line, at.clip(driver.app.room.get_rect())))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "size", "scale"), LOOKS)
def test_every_line_can_be_read_on_what_lies_behind_it(
    start: Start, monkeypatch: pytest.MonkeyPatch, theme: str, size: tuple[int, int], scale: float
) -> None:
    driver = start(size)
    driver.app.prefer(replace(Preferences(), text_scale=scale, theme=theme, reveal="at-once"))
    driver.wait()
    least = 7.0 if theme == "contrast" else 4.5
    faint: list[str] = []
    measured = 0

    def measure(what: str) -> None:
        nonlocal measured
        with_words, boxes = drawn(driver), written_boxes(driver)
        with monkeypatch.context() as patched:
            blank = pygame.Surface((1, 1), pygame.SRCALPHA)
            patched.setattr(text, "picture", lambda *_given: blank)
            without = drawn(driver)
        for line, box in boxes:
            part = np.s_[box.left : box.right, box.top : box.bottom]
            ink, ground = with_words[part], without[part]
            changed = ratio(ink, ground)
            if changed.size == 0 or changed.max() < 1.05:
                continue  # not revealed yet
            pen = ink.flat[changed.argmax()]
            columns, rows = np.nonzero(changed > 1.05)
            behind = ground[columns.min() : columns.max() + 1, rows.min() : rows.max() + 1]
            worst = ratio(np.full_like(behind, pen), behind).min()
            measured += 1
            if worst < least - 0.05:
                faint.append(f"{what}: {line!r} has {worst:.2f}:1")

    tour(driver, measure)
    assert measured > 100
    assert not faint, "\n".join(faint)
