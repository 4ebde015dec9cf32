"""People on the table, draped, as pictures: face down, face up, on the side.

Face up and on the side, the head is the portrait's, with its expression, cut below the chin and laid between two
pictures that are alike for everyone: table and pillow under it, the drape over it. Face down there is a picture of each
person's own. `game.poses` says where a head goes.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pygame

from game.poses import BESIDE, CUT, EYES, FACE_DOWN, POSES, SIZE
from game.window.stage import pictures
from game.window.stage.picture_files import PictureError, read_named

FACE = pygame.Rect(300, 180, 300, 420)
"""Where the face lies where nothing is known of a portrait."""


@lru_cache(maxsize=4)
def lying(assets: Path, person: str | None, expression: str, way: str, height: int) -> pygame.Surface:
    """Returns a person lying one `way` of the three, premultiplied, `height` pixels high; somebody of no looks of
    their own where there is no such portrait, or none is asked for."""
    whole = _face_down(assets, person) if way == FACE_DOWN else _with_head(assets, person, expression, way)
    wide = max(1, round(whole.get_width() * height / whole.get_height()))
    return pygame.transform.smoothscale(whole, (wide, max(1, height)))


def _face_down(assets: Path, person: str | None) -> pygame.Surface:
    for folder in ([Path("portraits") / person] if person else []) + [Path("lying")]:
        try:
            return pictures.with_alpha(read_named(assets / folder, "face-down")).premul_alpha()
        except PictureError as error:
            pictures.report(f"{folder.name!r} lying", error)
    return pygame.Surface(SIZE, pygame.SRCALPHA)


def _with_head(assets: Path, person: str | None, expression: str, way: str) -> pygame.Surface:
    """Returns the three pictures as one."""
    whole = pygame.Surface(SIZE, pygame.SRCALPHA)
    pose, name = POSES[way], way.replace("_", "-")
    _lay(whole, assets, f"{name}-under")
    head = pictures.portrait(assets, person, expression, SIZE[1]) if person else pictures.silhouette(SIZE[1])
    face = (pictures.face_box(assets, person, SIZE[1]) if person else None) or FACE
    seen = pictures.eyes_box(assets, person, SIZE[1]) if person else None
    eyes = seen.width if seen else EYES
    head = _cut(head, face.centerx, round(BESIDE * eyes), round(face.bottom + CUT * eyes))
    scale = pose.wide / eyes
    turned = pygame.transform.rotozoom(head, pose.turn, scale)
    middle = pygame.Vector2(head.get_width() / 2, head.get_height() / 2)
    chin = (pygame.Vector2(face.centerx, face.bottom) - middle).rotate(-pose.turn) * scale
    at = turned.get_rect(center=(round(pose.x - chin.x), round(pose.y - chin.y)))
    whole.blit(turned, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    _lay(whole, assets, f"{name}-over")
    return whole


def _cut(head: pygame.Surface, middle: int, beside: int, bottom: int) -> pygame.Surface:
    """Returns a portrait without what lies under `bottom`, or further `beside` its middle: what stands by a person."""
    out = pygame.Surface(head.get_size(), pygame.SRCALPHA)
    kept = pygame.Rect(middle - beside, 0, 2 * beside, bottom).clip(head.get_rect())
    out.blit(head, kept, kept)
    return out


def _lay(onto: pygame.Surface, assets: Path, name: str) -> None:
    try:
        coat = pictures.with_alpha(read_named(assets / "lying", name)).premul_alpha()
    except PictureError as error:
        pictures.report(name, error)
        return
    onto.blit(coat, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
