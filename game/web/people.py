"""People for a page, whole: standing with an expression, or lying draped on the table, as the window shows them
(`game.poses` says where a head goes)."""

from __future__ import annotations

import json
from math import cos, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.poses import BESIDE, CUT, EYES, POSES, SIZE, Pose

if TYPE_CHECKING:
    from PIL import Image

BASE = "neutral"  # the expression of the base picture


def opened(path: Path) -> Image.Image | None:
    """Returns the picture in a file with its alpha; None where there is no such file."""
    from PIL import Image

    if not path.is_file():
        return None
    with Image.open(path) as picture:
        return picture.convert("RGBA")


def portrait(folder: Path, expression: str) -> Image.Image | None:
    """Returns the person of this folder with an expression, as they are where it has none; None without a person."""
    whole = opened(folder / "base.webp")
    face = None if expression == BASE else opened(folder / f"{expression}.webp")
    if whole is not None and face is not None:
        at = _boxes(folder)
        whole.paste(face, (at["x"], at["y"]))
    return whole


def lying(folder: Path, coats: Path, way: str, expression: str) -> Image.Image | None:
    """Returns the person on the table, `way` up, with an expression: the head between what lies under and over it.
    None where any of it is missing."""
    from PIL import Image

    head = portrait(folder, expression)
    under, over = (opened(coats / f"{way.replace('_', '-')}-{part}.webp") for part in ("under", "over"))
    if head is None or under is None or over is None:
        return None
    pose, at = POSES[way], _boxes(folder)
    eyes = at.get("eyes", {}).get("width", EYES)
    middle, chin = at["x"] + at["width"] / 2, at["y"] + at["height"]
    _clear_around(head, round(middle - BESIDE * eyes), round(middle + BESIDE * eyes), round(chin + CUT * eyes))
    turned = head.convert("RGBa").transform(
        SIZE, Image.Transform.AFFINE, _laid(pose, (middle, chin), pose.wide / eyes), Image.Resampling.BICUBIC
    )
    under.alpha_composite(turned.convert("RGBA"))
    under.alpha_composite(over)
    return at_height(under, 720)


def at_height(picture: Image.Image, height: int) -> Image.Image:
    """Returns the picture at this height, its colours not bled by what is clear."""
    from PIL import Image

    size = (round(picture.width * height / picture.height), height)
    return picture.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")


def _laid(pose: Pose, chin: tuple[float, float], scale: float) -> tuple[float, float, float, float, float, float]:
    """Returns where each point comes from in the portrait: turned and made smaller around the chin."""
    along, across = cos(radians(pose.turn)) / scale, sin(radians(pose.turn)) / scale
    x, y = chin[0] - along * pose.x + across * pose.y, chin[1] - across * pose.x - along * pose.y
    return (along, -across, x, across, along, y)


def _clear_around(head: Image.Image, left: int, right: int, bottom: int) -> None:
    """Takes away what stands by a person, and what lies under the cut."""
    for box in (
        (0, 0, max(0, left), head.height),
        (min(head.width, right), 0, head.width, head.height),
        (0, min(head.height, bottom), head.width, head.height),
    ):
        if box[0] < box[2] and box[1] < box[3]:
            head.paste((0, 0, 0, 0), box)


def _boxes(folder: Path) -> dict[str, Any]:
    """Returns where face and eyes lie in the base picture."""
    found: dict[str, Any] = json.loads((folder / "face.json").read_text(encoding="utf-8"))
    return found
