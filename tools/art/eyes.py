"""What the eyes do beside an expression, as small patches over it: shut for a blink, lowered while others tell.

A patch is called by its expression and its look, `warm-shut`; an expression whose eyes are shut already, or turned
away by themselves, has none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame

from tools.art.expression import EXPRESSIONS, Expression
from tools.art.portrait import WIDTH, Person, part

REST, SHUT, PUSHED = 4.0, 0.2, 0.6
"""A gaze within so many units rests on the player; eyes no further open than this count as shut; and lids pushed up
so far leave no room for a look below."""


def looks(face: Expression) -> Iterator[tuple[str, Expression]]:
    """Returns the other looks of a face, by name."""
    near, far = face.near_eye, face.far_eye
    if max(near.open, far.open) < SHUT:
        return
    yield "shut", replace(face, near_eye=replace(near, open=0.0), far_eye=replace(far, open=0.0))
    if max(abs(face.gaze[0]), abs(face.gaze[1])) < REST and near.raised < PUSHED:
        lids = replace(near, open=near.open * 0.66), replace(far, open=far.open * 0.66)
        yield "lowered", replace(face, near_eye=lids[0], far_eye=lids[1], gaze=(3.0, 11.0))


def box_of(person: Person) -> pygame.Rect:
    """Returns the box that holds both eyes in every expression, in pixels of the shipped portrait."""
    head, scale = person.head, WIDTH / person.view[2]
    left, top = (head.x - person.view[0] - head.radius) * scale, (head.eye_y - person.view[1] - 64) * scale
    return pygame.Rect(round(left), round(top), round(2 * head.radius * scale), round(128 * scale))


def patches(person: Person) -> Iterator[tuple[str, pygame.Surface, pygame.Surface]]:
    """Returns each patch by name: the eyes' box as the expression has it, and with the other look."""
    box = box_of(person)
    for expression, face in EXPRESSIONS.items():
        others = dict(looks(face))
        plain = part(person, face, box) if others else None
        for look, other in others.items():
            assert plain is not None
            yield f"{expression}-{look}", plain, part(person, other, box)
