"""Where a head lies on the table: how the portrait's head goes between the picture under it and the one over it.

Every face puts people on the table alike: `lying/WAY-under`, the head cut out of the portrait, `lying/WAY-over`.
"""

from __future__ import annotations

from dataclasses import dataclass

SIZE = (900, 1080)
"""The size of a picture of somebody lying, in pixels."""
FACE_DOWN = "face_down"
"""The way of which there is a picture of each person's own."""
CUT, BESIDE = 0.38, 1.15
"""How far below the chin a portrait is cut, and how far to each side of it, in widths of its eyes."""
EYES = 240
"""How wide the eyes are where nothing is known of a portrait, in pixels of one 1080 high."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Where a head lies: its chin at `x`, `y` of the picture, its eyes so `wide`, turned left by `turn` degrees."""

    x: float
    y: float
    wide: float
    turn: float


POSES = {"face_up": Pose(450, 545, 166, 0), "on_side": Pose(398, 640, 166, 82)}
"""The ways of lying in which a face is seen, with the head's place in each."""
