"""The caption: what is being said, in a strip under the screen; a long one turns its pages at the pace of the voice."""

from __future__ import annotations

import pygame

from game.window.toolkit import text
from game.window.toolkit.layout import margin
from game.window.toolkit.look import Look

ROOMY = 11  # text heights that a window must have, for each line of the strip


def lines_shown(look: Look) -> int:
    """Returns how many lines the strip has: two, or one where large text needs the room."""
    return 2 if look.height >= 2 * ROOMY * look.px else 1


def strip_high(look: Look) -> int:
    """Returns how high the strip is, in pixels, whatever stands in it: nothing moves while the game speaks."""
    shown = lines_shown(look)
    return shown * text.leading(look.px, "body") + look.em(0.5 if shown > 1 else 0.2)


def pages(words: str, look: Look) -> list[list[str]]:
    """Returns the words as lines, as many on a page as the strip shows."""
    lines = list(text.wrap(words, look.px, "body", look.width - 2 * margin(look)))
    high = lines_shown(look)
    return [lines[n : n + high] for n in range(0, len(lines), high)]


def page_at(turned: list[list[str]], since: float, pace: float) -> int:
    """Returns which page shows, `since` seconds after it began, at `pace` characters a second; the last one stays."""
    heard = since * pace
    for n, page in enumerate(turned[:-1]):
        heard -= sum(len(line) + 1 for line in page)
        if heard < 0:
            return n
    return max(0, len(turned) - 1)


def draw(onto: pygame.Surface, box: pygame.Rect, look: Look, lines: list[str]) -> None:
    """Draws a page of the caption in its strip."""
    theme, step = look.theme, text.leading(look.px, "body")
    onto.fill(theme.panel, box)
    onto.fill(theme.choice_edge, (box.x, box.y, box.width, max(1, look.dp(1))))
    lead = (step - text.role_font(look.px, "body").get_linesize()) // 2
    top = box.y + (box.height - len(lines) * step) // 2 + lead
    for n, line in enumerate(lines):
        text.blit_line(onto, line, (box.x + margin(look), top + n * step), look.px, "body", theme.text)
