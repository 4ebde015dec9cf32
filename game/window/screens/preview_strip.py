"""The strip under a previewed game: a sign, as much of what there is to say as fits one line, and the key for more."""

from __future__ import annotations

import pygame

from game.window.screens.preview_sheet import PreviewStatus
from game.window.toolkit import icons, text
from game.window.toolkit.layout import margin
from game.window.toolkit.look import Look

KEY = "F6: more"
LEAST_DETAIL = 12.0  # ems that a detail needs, or it is left out


def strip_high(look: Look) -> int:
    """Returns how high the strip is, in pixels: a target to press, and room for a line."""
    return max(look.target, text.leading(look.px, "body") + look.em(0.4))


def draw_strip(onto: pygame.Surface, box: pygame.Rect, look: Look, told: PreviewStatus) -> None:
    """Draws the strip at the foot of the window."""
    theme, side = look.theme, look.em(0.95)
    onto.fill(theme.panel, box)
    onto.fill(theme.choice_edge, (box.x, box.y, box.width, max(1, look.dp(1))))
    left, right = box.x + margin(look), box.right - margin(look)
    top = box.centery - text.role_font(look.px, "body").get_linesize() // 2
    key_wide = text.width(KEY, look.px, "body")
    text.blit_line(onto, KEY, (right - key_wide, top), look.px, "body", theme.muted)
    onto.blit(icons.icon(told.sign, side, getattr(theme, told.colour)), (left, box.centery - side // 2))
    left += look.em(1.45)
    room = right - key_wide - look.em(0.8) - left
    head, detail = in_line(told, look, room)
    text.blit_line(onto, head, (left, top), look.px, "strong", theme.text)
    after = left + text.width(head, look.px, "strong") + look.em(0.35)
    text.blit_line(onto, detail, (after, top), look.px, "body", theme.text)


def in_line(told: PreviewStatus, look: Look, room: int) -> tuple[str, str]:
    """Returns the head and the detail as they fit in `room` pixels: a detail is cut, or left out; a head gives way
    to `brief`, then is cut."""
    spare = room - text.width(told.head, look.px, "strong") - look.em(0.35)
    if spare < 0:
        return cut(told.brief, look, "strong", room), ""
    detail = cut(told.detail, look, "body", spare)
    return told.head, detail if detail == told.detail or spare >= look.em(LEAST_DETAIL) else ""


def cut(words: str, look: Look, role: str, room: int) -> str:
    """Returns the words as far as they fit in `room` pixels, with "…" where something is left out."""
    if text.width(words, look.px, role) <= room:
        return words
    kept = words
    while kept and text.width(f"{kept}…", look.px, role) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
