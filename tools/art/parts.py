# ruff: noqa: E501  (path data reads best unbroken)
"""Faces for smaller parts, drawn from a table: a tone of skin, a head of hair, a garment, and the measures of a face.

The people in `people/` are drawn one by one; whoever says only some lines is put together here from the same pieces.
"""

from __future__ import annotations

import random

from tools.art.detail import whiskers
from tools.art.figure import Build, band, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, Tones, curly_cap, lock, swept
from tools.art.looks import CLOTHS, HAIRS, LOOKS, SKINS, Look
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, Point, disc, line, linear, raised, shape


def _skin(
    skin: str, light: str, shade: str, deep: str, crease: str, blush: str, lip: str, brow: str, eyes: tuple[str, str]
) -> Palette:
    return Palette(
        skin=skin, light=light, shade=shade, deep=deep, crease=crease, blush=blush, lip=lip, lip_dark=crease,
        lip_light=light, brow=brow, lash="#2a1a12", iris=eyes[0], iris_light=eyes[1],
    )  # fmt: skip


def person(name: str) -> Person:
    """Returns a smaller part by name, drawn from its row in the table."""
    look = LOOKS[name]
    tones = HAIRS[look.hair]
    palette = _skin(*SKINS[look.skin], tones[1] if look.hair != "white" else tones[0], look.eyes)
    build = Build(half=392 * look.build, top=790 + 40 * (look.long - 1), neck=80 * look.build)
    face = _face(look)
    body = garment(build, 118, 44)
    cloth = CLOTHS[look.cloth]
    return Person(
        name=name,
        palette=palette,
        head=_head(look),
        face=face,
        behind=(
            *_behind(look, tones),
            *(
                raised(layer, 52)
                for layer in (
                    *neck(build, palette, 0.24 + 0.2 * look.age),
                    *dressed(build, body, cloth),
                    *band(build, 118, 44, 26, cloth),
                )
            ),
            *ears(palette, 450 - 150 * look.wide, 450 + 150 * look.wide, 402, 0.86),
        ),
        skin=(Layer(disc(372, 470, 34, palette.blush, 0.2, 22) + disc(536, 470, 28, palette.blush, 0.16, 22), "", 16),),
        beard=_beard(look, palette, tones, face),
        glasses=_glasses(look, palette, face),
        over=_hair(look, palette, tones, face),
    )


def _y(look: Look, y: float) -> float:
    return 400 + (y - 400) * look.long


def _face(look: Look) -> str:
    w, j = look.wide, look.wide * look.jaw
    halves: tuple[Point, ...] = (
        (0, 148), (76 * w, 158), (126 * w, 212), (146 * w, 298), (147 * w, 388), (145 * w, 452), (138 * j, 522),
        (118 * j, 588), (84 * j, 636), (42 * j, 660), (0, 665),
    )  # fmt: skip
    return outline(tuple((aside, _y(look, y) if y > 400 else y) for aside, y in halves))


def _head(look: Look) -> Head:
    return Head(
        eye_y=402, eye_gap=66 * look.wide, eye_size=1.02, brow_y=352, brow_weight=look.brows, hooded=0.4 * look.age,
        nose_y=_y(look, 510), nose_width=look.nose, mouth_y=_y(look, 575), mouth_width=50 * look.wide, lips=look.lips,
        chin_y=_y(look, 665), radius=152 * look.wide, age=look.age, lashes=look.lashes, ruddy=0.24,
        bushy=look.age > 0.7 and look.brows > 1.15,
    )  # fmt: skip


def _x(look: Look, x: float) -> float:
    return 450 + (x - 450) * look.wide


def _guides(look: Look, high: float) -> tuple[Guide, Guide]:
    """Returns where hair grows out and where it ends, from one ear over the brow to the other; `high` is its height."""
    roots: Guide = [
        (302, 420),
        (306, 350),
        (314, 292),
        (338, 240),
        (384, 208),
        (436, 196),
        (486, 196),
        (534, 210),
        (566, 244),
        (588, 298),
        (594, 352),
        (598, 420),
    ]
    tips: Guide = [
        (292, 430),
        (278, 348),
        (276, 262),
        (304, 176),
        (356, 122),
        (420, 98),
        (486, 98),
        (548, 122),
        (598, 176),
        (626, 262),
        (624, 348),
        (610, 430),
    ]
    lift = [(x, y - high if y < 300 else y) for x, y in tips]
    return [(_x(look, x), y) for x, y in roots], [(_x(look, x), y) for x, y in lift]


def _behind(look: Look, tones: Tones) -> tuple[Layer, ...]:
    """Draws hair that falls behind the neck, and the back of the head."""
    low = {"bob": 640, "long": 860}.get(look.worn)
    if low is None:
        return ()
    wide = 176 if look.worn == "bob" else 186
    body = outline(
        ((0, 120), (120, 140), (wide, 280), (wide + 12, 440), (wide + 8, low - 60), (wide - 30, low), (0, low)), 450
    )
    tone = linear("hb", 260, 0, 640, 0, (0, tones[2], 1), (0.5, tones[1], 1), (1, tones[0], 1))
    r = random.Random(look.seed)
    strands = ""
    for i in range(34):
        x = 450 + (i / 33 - 0.5) * 2 * wide
        path: Guide = [(x, 300), (x + r.uniform(-8, 8), 440), (x + r.uniform(-14, 14), low - r.uniform(0, 30))]
        strands += lock(path, 9, tones, 0.55 if x < 450 else 0.2, r.uniform(0, 6))
    return (Layer(tone + shape(body, "url(#hb)")), Layer(strands, shape(body, "#fff")))


def _hair(look: Look, palette: Palette, tones: Tones, face: str) -> tuple[Layer, ...]:
    """Draws the hair over the face, as it is worn."""
    cast = Layer(
        shape(
            "M296 420C300 300 340 230 450 206C560 230 600 300 604 420L650 330L600 110L300 110L250 300Z",
            palette.deep,
            0.34,
        ),
        shape(face, "#fff"),
        9,
    )
    if look.worn == "bald":
        return _sides(look, tones)
    if look.worn == "curls":
        return (cast, Layer(curly_cap(214, (168 * look.wide, 184), tones, look.seed)))
    count = {"crop": 700, "short": 520, "parted": 460}.get(look.worn, 420)
    roots, tips = _guides(look, {"crop": -20, "bun": -8, "bob": 6, "long": 6}.get(look.worn, 4))
    rise, lean = {
        "crop": (2.0, 0.0),
        "parted": (12.0, 0.5),
        "bob": (10.0, 0.34),
        "long": (10.0, 0.3),
        "bun": (8.0, 0.5),
    }.get(look.worn, (8.0, -0.1))
    layers = [cast, *swept(roots, tips, tones, count, look.seed, rise, lean)]
    if look.worn == "bun":
        layers = [*_bun(tones), *layers]
    if look.worn in ("bob", "long"):
        layers.append(Layer(_curtains(look, tones)))
    if look.worn in ("short", "parted"):
        layers.append(Layer(_fringe(look, tones)))
    return tuple(layers)


def _sides(look: Look, tones: Tones) -> tuple[Layer, ...]:
    """Draws what is left beside a bald head, and the light on its top."""
    r = random.Random(look.seed)
    out = ""
    for side in (-1, 1):
        for i in range(22):
            x, y = 450 + side * (143 * look.wide + r.uniform(-8, 8)), 326 + 4 * i
            path: Guide = [(x, y - 44), (x + side * 5, y - 8), (x + side * r.uniform(-4, 6), y + 26)]
            out += lock(path, 6, tones, 0.6 if side < 0 else 0.25, r.uniform(0, 6))
    return (
        Layer(out),
        Layer(
            disc(392, 206, 60, "#ffffff", 0.24, 34),
            shape(outline(((0, 148), (126, 212), (146, 320), (0, 330))), "#fff"),
            16,
        ),
    )


def _bun(tones: Tones) -> tuple[Layer, ...]:
    r = random.Random(4)
    out = ""
    for i in range(12):
        x = 408 + i * 8
        path: Guide = [(x, 118), (450 + (x - 450) * 1.3, 74), (452, 46 + r.uniform(0, 10))]
        out += lock(path, 11, tones, 0.6 - i / 24, r.uniform(0, 6))
    return (Layer(disc(452, 84, 62, tones[1], 1, 50)), Layer(out, shape("M380 30L530 30L530 150L380 150Z", "#fff")))


def _curtains(look: Look, tones: Tones) -> str:
    """Draws hair that hangs before the ears."""
    r = random.Random(look.seed)
    low, out = (620 if look.worn == "bob" else 780), ""
    for side in (-1, 1):
        for i in range(13):
            x = 450 + side * (128 + i * 5) * look.wide
            top = 250 + abs(6 - i) * 6
            path: Guide = [
                (450 + side * 96, top - 90),
                (x + side * 4, top + 60),
                (x + side * 10, low - 120),
                (x + side * r.uniform(-6, 10), low - r.uniform(0, 34)),
            ]
            out += lock(path, 11, tones, 0.65 if side < 0 else 0.25, r.uniform(0, 6))
    return out


def _fringe(look: Look, tones: Tones) -> str:
    """Draws hair that lies over the hairline, to one side."""
    r = random.Random(look.seed + 1)
    out, far = "", 1 if look.seed % 4 == 1 else -1
    for i in range(15):
        x = 450 - far * 104 + far * i * 15
        path: Guide = [
            (x, 108 + r.uniform(0, 8)),
            (x + far * 26, 128),
            (x + far * 62, 168),
            (x + far * (84 + r.uniform(-14, 10)), 214 + r.uniform(-12, 14)),
        ]
        out += lock(path, 13, tones, 0.3 + 0.4 * (x < 450), r.uniform(0, 6))
    return out


def _beard(look: Look, palette: Palette, tones: Tones, face: str) -> tuple[Layer, ...]:
    mouth = _y(look, 575)
    lip = f"M{450 - 66} {mouth - 16}C{450 - 40} {mouth - 46} {450 + 40} {mouth - 46} {450 + 66} {mouth - 16}C{450 + 40} {mouth - 22} {450 - 40} {mouth - 22} {450 - 66} {mouth - 16}Z"
    if look.beard == "moustache":
        return (
            Layer(shape(lip, tones[1], 0.8), "", 3),
            Layer(whiskers(700, look.seed, tones[:4], (376, mouth - 52, 148, 46), 12), shape(lip, "#fff"), 0.4),
        )
    if not look.beard:
        return ()
    low = _y(look, 700)
    body = f"M296 {_y(look, 440)}C310 {_y(look, 520)} 330 {mouth - 30} 384 {mouth - 24}C420 {mouth - 52} 480 {mouth - 52} 516 {mouth - 24}C570 {mouth - 30} 590 {_y(look, 520)} 604 {_y(look, 440)}L640 {low}L260 {low}Z"
    hole = disc(450, mouth + 2, 52, palette.skin, 0.9, 17)
    strong = 0.3 if look.beard == "stubble" else 0.76
    layers = [Layer(shape(body, tones[1], strong), shape(face, "#fff"), 12)]
    if look.beard == "beard":
        layers.append(
            Layer(whiskers(2000, look.seed, tones[:4], (290, mouth - 10, 320, 130), 9), shape(face, "#fff"), 0.4)
        )
    return (*layers, Layer(hole, shape(face, "#fff"), 6))


def _glasses(look: Look, palette: Palette, face: str) -> tuple[Layer, ...]:
    if not look.glasses:
        return ()
    out, cast = "", ""
    for side in (-1, 1):
        x, y, a, b = 450 + side * 70 * look.wide, 412, 56.0, 44.0
        ring = disc(x, y, a, look.glasses if look.lens else "#ffffff", look.lens or 0.07, b)
        edge = f"M{x - a} {y}C{x - a} {y - b * 0.9} {x - a * 0.7} {y - b} {x} {y - b}C{x + a * 0.7} {y - b} {x + a} {y - b * 0.9} {x + a} {y}C{x + a} {y + b * 0.9} {x + a * 0.7} {y + b} {x} {y + b}C{x - a * 0.7} {y + b} {x - a} {y + b * 0.9} {x - a} {y}Z"
        out += ring + line(edge, look.glasses, 5.6)
        cast += line(
            f"M{x - a + 4} {y + 24}C{x - a * 0.5} {y + b + 12} {x + a * 0.5} {y + b + 12} {x + a - 4} {y + 24}",
            palette.deep,
            5,
            0.35,
        )
    near, far = 450 - (70 * look.wide + 56), 450 + (70 * look.wide + 56)
    out += line("M438 404C444 396 456 396 462 404", look.glasses, 5) + line(
        f"M{near} 404L{near - 26} 396M{far} 404L{far + 26} 396", look.glasses, 5
    )
    return (Layer(cast, shape(face, "#fff"), 3), Layer(out))
