"""Shapes that pygame does not draw smoothly itself: rounded boxes, soft shadows, rings, round pictures."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.window.toolkit.kept_pictures import keep_pictures
from game.window.toolkit.look import Look

FINE = 4  # corners are drawn this many times too large and then shrunk


@lru_cache(maxsize=200)
def _tile(radius: int, fill: str, edge: str, edge_width: int) -> pygame.Surface:
    """Returns a smallest rounded box, 2·radius+2 pixels square, from which larger ones are stretched."""
    side = 2 * radius + 2
    big = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    outer = pygame.Color(edge if edge_width else fill)
    big.fill((outer.r, outer.g, outer.b, 0))  # same colour at alpha 0, or the corners get a dark fringe
    pygame.draw.rect(big, outer, big.get_rect(), border_radius=radius * FINE)
    if edge_width:
        inner = big.get_rect().inflate(-2 * edge_width * FINE, -2 * edge_width * FINE)
        pygame.draw.rect(big, fill, inner, border_radius=max(0, (radius - edge_width) * FINE))
    return pygame.transform.smoothscale(big, (side, side))


@keep_pictures(10)
def round_box(size: tuple[int, int], radius: int, fill: str, edge: str = "", edge_width: int = 0) -> pygame.Surface:
    """Returns a rounded box with smooth corners and, where asked, an edge; nine-slice, so its cost hardly grows."""
    wide, high = max(2, size[0]), max(2, size[1])
    r = max(1, min(radius, wide // 2, high // 2))
    tile = _tile(r, fill, edge or fill, edge_width)
    n = 2 * r + 2
    out = pygame.Surface((wide, high), pygame.SRCALPHA)
    for sx, dx in ((0, 0), (n - r, wide - r)):
        for sy, dy in ((0, 0), (n - r, high - r)):
            out.blit(tile, (dx, dy), (sx, sy, r, r))
    across = (max(0, wide - 2 * r), r)
    down = (r, max(0, high - 2 * r))
    out.blit(pygame.transform.scale(tile.subsurface(r, 0, 1, r), across), (r, 0))
    out.blit(pygame.transform.scale(tile.subsurface(r, n - r, 1, r), across), (r, high - r))
    out.blit(pygame.transform.scale(tile.subsurface(0, r, r, 1), down), (0, r))
    out.blit(pygame.transform.scale(tile.subsurface(n - r, r, r, 1), down), (wide - r, r))
    out.fill(fill, (r, r, across[0], down[1]))
    return out


@keep_pictures(8)
def soft_shadow(size: tuple[int, int], radius: int, blur: int, strength: int) -> pygame.Surface:
    """Returns a blurred rounded box, 2·blur wider on each side; worked out at quarter size."""
    of_box = max(2, size[0]), max(2, size[1])
    wide, high = of_box[0] + 4 * blur, of_box[1] + 4 * blur
    small = pygame.Surface((max(1, wide // 4), max(1, high // 4)), pygame.SRCALPHA)
    box = (blur // 2, blur // 2, of_box[0] // 4, of_box[1] // 4)
    pygame.draw.rect(small, (0, 0, 0, strength), box, border_radius=max(1, radius // 4))
    blurred = pygame.transform.gaussian_blur(small, max(1, blur // 4))
    return pygame.transform.smoothscale(blurred, (wide, high))


def panel(onto: pygame.Surface, box: pygame.Rect, look: Look) -> None:
    """Draws the card that holds a screen's words, with its shadow."""
    theme, radius = look.theme, look.dp(18)
    if theme.shadow:
        blur = look.dp(16)
        shadow = soft_shadow(box.size, radius, blur, theme.shadow)
        onto.blit(shadow, (box.x - 2 * blur, box.y - 2 * blur + blur // 2))
    onto.blit(round_box(box.size, radius, theme.panel, theme.panel_edge, max(1, look.dp(1))), box)


def focus_ring(onto: pygame.Surface, box: pygame.Rect, radius: int, look: Look) -> None:
    """Draws a ring around a box with a gap of one ring between them."""
    ring = look.ring
    around = box.inflate(4 * ring, 4 * ring)
    gap = look.theme.panel
    onto.blit(round_box(around.size, radius + 2 * ring, gap, look.theme.focus, ring), around)


def veil(onto: pygame.Surface, colour: str, strength: int) -> None:
    """Lays a transparent colour over everything that may be drawn on (`strength` 0–255)."""
    room = onto.get_clip()
    sheet = pygame.Surface(room.size)
    sheet.fill(colour)
    sheet.set_alpha(strength)
    onto.blit(sheet, room)


def fade(onto: pygame.Surface, high: int, colour: str, *, top: bool) -> None:
    """Lets a column that goes on beyond its edge fade there into the card's colour."""
    sheet = _fading((onto.get_width(), high), colour, top)
    onto.blit(sheet, (0, 0 if top else onto.get_height() - high))


@lru_cache(maxsize=12)
def _fading(size: tuple[int, int], colour: str, top: bool) -> pygame.Surface:
    """Returns a strip that goes from a colour to nothing, down or up."""
    shade = pygame.Color(colour)
    strip = pygame.Surface((1, size[1]), pygame.SRCALPHA)
    for y in range(size[1]):
        share = 1 - y / size[1]
        strip.set_at((0, y if top else size[1] - 1 - y), (shade.r, shade.g, shade.b, round(255 * share)))
    return pygame.transform.scale(strip, size)


@lru_cache(maxsize=48)
def _disc(side: int) -> pygame.Surface:
    """Returns a white disc on nothing, for cutting pictures round."""
    mask = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    mask.fill((255, 255, 255, 0))
    pygame.draw.circle(mask, "white", (side * FINE // 2, side * FINE // 2), side * FINE // 2)
    return pygame.transform.smoothscale(mask, (side, side)).premul_alpha()


@keep_pictures(4)
def _rounded_mask(size: tuple[int, int], radius: int) -> pygame.Surface:
    """Returns a white rounded box on nothing, premultiplied."""
    return round_box(size, radius, "#ffffff").premul_alpha()


def cut_round(image: pygame.Surface) -> pygame.Surface:
    """Returns a square premultiplied picture cut to a disc."""
    out = image.copy()
    out.blit(_disc(image.get_width()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return out


def cut_corners(image: pygame.Surface, radius: int) -> pygame.Surface:
    """Returns a premultiplied picture with rounded corners."""
    out = image.copy()
    out.blit(_rounded_mask(image.get_size(), radius), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return out


def mixed(one: pygame.Surface, other: pygame.Surface, share: float) -> pygame.Surface:
    """Returns two premultiplied pictures of one size as one, with `share` (0–1) of the other."""
    part = round(255 * share)
    out, more = one.copy(), other.copy()
    out.fill((255 - part,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    more.fill((part,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    out.blit(more, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return out


def around(box: pygame.Rect, holes: list[pygame.Rect]) -> list[pygame.Rect]:
    """Returns a box as smaller ones that leave out the holes."""
    pieces = [box]
    for hole in holes:
        pieces = [part for piece in pieces for part in _beside(piece, hole.clip(piece))]
    return pieces


def _beside(box: pygame.Rect, hole: pygame.Rect) -> list[pygame.Rect]:
    """Returns what is left of a box around a hole inside it: above, below, at the left and at the right."""
    if not hole.width or not hole.height:
        return [box]
    parts = [
        pygame.Rect(box.x, box.y, box.width, hole.y - box.y),
        pygame.Rect(box.x, hole.bottom, box.width, box.bottom - hole.bottom),
        pygame.Rect(box.x, hole.y, hole.x - box.x, hole.height),
        pygame.Rect(hole.right, hole.y, box.right - hole.right, hole.height),
    ]
    return [part for part in parts if part.width and part.height]
