# ruff: noqa: E501  (path data reads best unbroken)
"""Miriam Abelson: 61, supervisor, small, a cloud of silver curls with her glasses pushed up in it, corduroy, a stick."""

import math
import random

from tools.art.hair import curl
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, raised, shape, sliver

PALETTE = Palette(
    skin="#e0b08c",
    light="#f8d9bb",
    shade="#b07d5d",
    deep="#744935",
    crease="#8a5a44",
    blush="#cb6250",
    lip="#b4605b",
    lip_dark="#8f4544",
    lip_light="#dc9a90",
    brow="#4a423d",
    lash="#2e2520",
    iris="#56421f",
    iris_light="#a88b4c",
)
SILVER = ("#74737b", "#8e8d94", "#b0afb5", "#dddcde", "#ffffff")
SHADY = ("#55545d", "#66656d", "#8a8991", "#b0afb5", "#dad9db")
RUST, RUST_LIGHT, RUST_SHADE, RUST_DEEP = "#96552f", "#b97548", "#6c3a1e", "#43210f"
WOOL, WOOL_SHADE, WOOL_DEEP = "#efe5d2", "#cdbfa6", "#94856c"
AMBER = ("#7a3d0c", "#c9781c", "#f6c566")
FRAME, FRAME_LIGHT = "#8f2436", "#d4727f"

RAISED = 42
"""How far the clothes are lifted: her neck is short, and she carries her head forward."""

FACE = (
    "M284 384C276 244 346 162 450 162C554 162 624 244 616 384C618 450 608 514 588 566"
    "C564 622 506 650 450 650C394 650 336 622 312 566C292 514 282 450 284 384Z"
)
NECK = "M384 560C388 650 384 700 366 736L350 800L566 800L550 736C534 700 530 650 534 560Z"
ROLL = (
    "M344 716C352 700 384 704 456 706C528 704 560 700 570 716C582 748 578 786 566 806C540 824 500 830 456 830"
    "C412 830 372 824 348 806C336 786 334 748 344 716Z"
)
JUMPER = "M330 790C380 824 530 824 584 790L640 1300L276 1300Z"
JACKET = (
    "M122 1300C118 1090 128 980 184 900C224 848 300 826 350 772C352 850 366 980 396 1080L380 1300L122 1300Z"
    "M792 1300C796 1090 786 980 732 900C692 848 616 826 566 772C564 850 550 980 520 1080L536 1300Z"
)
LAPEL_NEAR = "M350 772C330 790 306 806 288 818L262 880L322 900L300 934C326 1000 360 1060 398 1110L396 1080C366 980 352 850 350 772Z"
LAPEL_FAR = "M566 772C586 790 610 806 628 818L654 880L594 900L616 934C590 1000 556 1060 518 1110L520 1080C550 980 564 850 566 772Z"


def _glow(x: float, y: float) -> float:
    """Returns how much light falls on hair here, from the upper left."""
    return max(0.08, min(1.0, 1.15 - math.hypot(x - 330, y - 190) / 340))


def _back() -> str:
    """Draws the curls behind the face, down to the jaw."""
    r = random.Random(4)
    out = shape(
        "M330 590C250 580 216 500 216 380C216 200 320 90 452 90C586 90 690 200 690 380C690 500 656 580 576 590Z",
        SHADY[0],
    )
    for i in range(230):
        side = -1 if i % 2 else 1
        y = r.uniform(300, 610)
        reach = 236 - max(0.0, y - 500) * 0.6
        x = 450 + side * r.uniform(130, reach)
        out += curl(
            x, y, r.uniform(16, 24), r.uniform(0, 6.3), SHADY if side > 0 or y > 560 else SILVER, _glow(x, y) * 0.8
        )
    return out


def _front() -> str:
    """Draws the curls over the crown, and those that fall on the brow and the temples."""
    r = random.Random(9)
    out = ""
    for ring, count in ((1.0, 26), (0.88, 25), (0.76, 23), (0.64, 20), (0.50, 16), (0.34, 11), (0.16, 6)):
        for i in range(count):
            a = math.radians(166 + 208 * (i + r.uniform(-0.3, 0.3)) / (count - 1))
            x, y = 452 + 214 * ring * math.cos(a), 288 + 206 * ring * math.sin(a)
            if y > 232 and abs(x - 450) < 132:
                continue
            out += curl(x, y, r.uniform(17, 25), r.uniform(0, 6.3), SILVER if x < 580 else SHADY, _glow(x, y))
    for side, low in ((1, 470), (-1, 500)):
        for i in range(22):
            t = i / 21
            y = 240 + (low - 240) * t
            x = 450 + side * (r.uniform(150, 206) + 10 * math.sin(t * 3)) + (14 if side > 0 else 0)
            out += curl(x, y, r.uniform(15, 22), r.uniform(0, 6.3), SILVER if side < 0 else SHADY, _glow(x, y))
    for u in (-1, 0.96, -0.84, 0.8, -0.66, 0.62, -0.48, 0.44, -0.28, 0.24, -0.08):
        x, y = 446 + 128 * u, 216 + 34 * abs(u) ** 2 + r.uniform(-10, 10)
        out += curl(x, y, r.uniform(15, 21), r.uniform(0, 6.3), SILVER, _glow(x, y))
    return out


def _glasses() -> tuple[Layer, ...]:
    """Draws her reading glasses, pushed up into the curls."""
    rims, lenses = "", ""
    for side in (-1, 1):
        x, y = 456 + side * 60, 150 + (3 if side > 0 else 0)
        rim = f"M{x - 46} {y}C{x - 46} {y - 34} {x - 22} {y - 40} {x} {y - 40}C{x + 24} {y - 40} {x + 46} {y - 32} {x + 46} {y}C{x + 46} {y + 28} {x + 22} {y + 36} {x} {y + 36}C{x - 22} {y + 36} {x - 46} {y + 28} {x - 46} {y}Z"
        lenses += shape(rim, "#eef4f8", 0.34) + shape(
            sliver((x - 26, y + 16), (x - 18, y - 14), (x + 10, y - 28), 7), "#ffffff", 0.65
        )
        rims += line(rim, FRAME, 9) + line(
            f"M{x - 40} {y - 14}C{x - 34} {y - 36} {x - 12} {y - 40} {x + 6} {y - 40}", FRAME_LIGHT, 2.6, 0.9
        )
    rims += line("M443 148C450 140 462 140 469 149", FRAME, 9)
    rims += line("M350 146C330 158 306 190 292 222M562 150C584 162 610 192 622 226", FRAME, 8)
    return (
        Layer(
            f'<g transform="translate(4 9)">{rims}</g>'.replace(FRAME, "#2b2a33"),
            shape("M200 60L700 60L700 300L200 300Z", "#fff"),
            5,
        ),
        Layer(lenses + rims),
    )


def _cord() -> str:
    """Draws the wales of the corduroy, upright and a little fanned."""
    out = ""
    for i in range(76):
        x = 96 + i * 9.6
        out += line(f"M{x + 0.12 * (456 - x):.1f} 780L{x:.1f} 1300", RUST_DEEP, 2.4, 0.36)
        out += line(f"M{x + 4 + 0.12 * (456 - x):.1f} 780L{x + 4:.1f} 1300", RUST_LIGHT, 1.6, 0.28)
    return out


def _beads() -> str:
    """Draws amber on a string, each bead another size."""
    r = random.Random(2)
    out = ""
    for i in range(23):
        t = i / 22
        x, y = 458 - 106 * math.cos(math.pi * t), 822 + 168 * math.sin(math.pi * t)
        size = (8 + 6 * math.sin(math.pi * t)) * r.uniform(0.9, 1.12)
        out += disc(x + 2, y + 4, size, WOOL_DEEP, 0.6) + disc(x, y, size, AMBER[0])
        out += disc(x - 0.5, y - 0.5, size * 0.88, AMBER[1]) + disc(
            x + size * 0.2, y + size * 0.3, size * 0.45, AMBER[2], 0.55
        )
        out += disc(x - size * 0.35, y - size * 0.4, size * 0.24, "#fff6dc", 0.95)
    return out


def _stick() -> tuple[Layer, ...]:
    """Draws the stick in front of her: a straight dark handle on a blue shaft."""
    handle = "M236 1016C238 1002 250 996 266 998L398 1012C424 1016 440 1032 434 1052C428 1066 414 1064 402 1056C386 1044 368 1040 350 1038L258 1034C244 1032 234 1028 236 1016Z"
    return (
        Layer(line("M346 1050L366 1240M250 1030L410 1046", "#1d0d04", 30, 0.5), shape(JACKET, "#fff"), 9),
        Layer(
            line("M334 1040L352 1240", "#1c2f52", 26)
            + line("M332 1040L350 1240", "#3b5a92", 20)
            + line("M327 1044L345 1240", "#a9c0ea", 4.5, 0.8)
        ),
        Layer(
            linear("h", 0, 996, 0, 1062, (0, "#6a5750", 1), (0.5, "#2c2320", 1), (1, "#120d0c", 1))
            + shape(handle, "url(#h)")
        ),
        Layer(shape(sliver((380, 1018), (410, 1020), (426, 1036), 4), "#b59f94", 0.8), "", 1.5),
    )


def _hand() -> tuple[Layer, ...]:
    """Draws her near hand closed over the handle, and the sleeve that it comes out of."""
    sleeve = "M96 1260C110 1180 150 1110 206 1062L262 1118C230 1156 210 1200 204 1260Z"
    back = "M214 1074C224 1030 252 990 296 980C322 974 352 976 366 990C376 1002 374 1022 362 1034L270 1096C252 1112 236 1114 226 1104Z"
    fingers, between = "", ""
    for i, (x, y) in enumerate(((352, 990), (326, 988), (300, 992), (276, 1002))):
        low = y + (74, 84, 82, 74)[i]
        d = f"M{x - 15} {y + 10}C{x - 14} {y - 8} {x + 13} {y - 8} {x + 15} {y + 10}L{x + 10} {low - 12}C{x + 8} {low + 5} {x - 15} {low + 5} {x - 17} {low - 12}Z"
        fingers += shape(d, PALETTE.deep, 0.55) + shape(d, PALETTE.skin)
        fingers += shape(sliver((x - 6, y + 6), (x - 9, y + 36), (x - 8, low - 14), 5), PALETTE.light, 0.8)
        between += shape(sliver((x + 13, y + 6), (x + 12, y + 40), (x + 8, low - 10), 2.6), PALETTE.crease, 0.8)
        between += shape(sliver((x - 8, y + 36), (x, y + 40), (x + 10, y + 36), 1.5), PALETTE.crease, 0.5)
    ring = line("M288 1022C294 1028 306 1028 313 1022", "#7a5a1c", 8) + line(
        "M288 1021C294 1026 306 1026 313 1021", "#e9c56d", 4
    )
    return (
        Layer(shape(back, "#1d0d04", 0.5), shape(JACKET, "#fff"), 10),
        Layer(
            linear("hb", 214, 0, 370, 0, (0, PALETTE.skin, 1), (0.5, PALETTE.light, 1), (1, PALETTE.skin, 1))
            + shape(back, "url(#hb)")
        ),
        inside(
            shape(
                sliver((244, 1080), (276, 1040), (300, 1004), 4) + sliver((236, 1068), (256, 1030), (284, 1004), 3),
                PALETTE.crease,
                0.4,
            ),
            back,
            3,
        ),
        Layer(fingers + between + ring),
        inside(shape("M206 1062L262 1118L276 1096L224 1044Z", PALETTE.deep, 0.6), back, 6),
        Layer(shape(sleeve, "#1d0d04", 0.5), shape(JACKET, "#fff"), 12),
        Layer(
            linear("sl", 96, 0, 262, 0, (0, RUST_LIGHT, 1), (0.6, RUST, 1), (1, RUST_SHADE, 1))
            + shape(sleeve, "url(#sl)")
        ),
        inside(_wales(), sleeve),
        Layer(line("M206 1062L262 1118", RUST_DEEP, 5, 0.8)),
    )


def _wales() -> str:
    """Draws the wales of the sleeve, along the forearm."""
    return "".join(
        line(
            f"M{206 + i * 9} {1062 + i * 9}C{150 + i * 11} {1116 + i * 8} {116 + i * 14} {1190 + i * 6} {98 + i * 17} 1260",
            RUST_DEEP,
            2.4,
            0.4,
        )
        for i in range(8)
    )


def _age() -> tuple[Layer, ...]:
    """Draws lines by the mouth and under the eyes, a few spots: sixty years, many of them spent laughing."""
    lines = ""
    for side in (-1, 1):
        for a, b, c, w in (
            ((92, 540), (106, 574), (92, 612), 1.7),
            ((50, 598), (60, 616), (54, 640), 1.6),
        ):
            p, q, s = ((450 + side * x, float(y)) for x, y in (a, b, c))
            lines += shape(sliver(p, q, s, w), PALETTE.crease, 0.28)
    return (
        Layer(lines, "", 0.8),
        Layer(disc(350, 590, 20, PALETTE.deep, 0.16, 34) + disc(548, 590, 20, PALETTE.deep, 0.2, 34), "", 12),
        Layer(disc(336, 490, 28, PALETTE.light, 0.5, 14), "", 9),
        Layer(disc(560, 520, 4.4, PALETTE.crease, 0.6) + disc(352, 440, 3, PALETTE.crease, 0.3), "", 0.8),
    )


_BODY: tuple[Layer, ...] = (
    Layer(
        linear("n", 380, 0, 540, 0, (0, PALETTE.light, 1), (0.4, PALETTE.skin, 1), (1, PALETTE.shade, 1))
        + shape(NECK, "url(#n)")
    ),
    inside(
        shape("M370 560L550 560L548 690C510 736 480 744 450 738C416 734 388 706 376 660Z", PALETTE.deep, 0.62), NECK, 12
    ),
    Layer(linear("j", 300, 0, 620, 0, (0, WOOL, 1), (0.5, WOOL, 1), (1, WOOL_SHADE, 1)) + shape(JUMPER, "url(#j)")),
    inside(shape("M340 800C400 850 520 850 576 800L576 840C520 880 400 880 340 840Z", WOOL_DEEP, 0.6), JUMPER, 9),
    Layer(linear("r", 336, 0, 580, 0, (0, "#fdf6e8", 1), (0.4, WOOL, 1), (1, WOOL_SHADE, 1)) + shape(ROLL, "url(#r)")),
    inside(
        "".join(
            line(
                f"M{352 + i * 15} 700C{348 + i * 15.3:.0f} 740 {346 + i * 15.6:.0f} 790 {352 + i * 15} 830",
                WOOL_DEEP,
                3,
                0.35,
            )
            for i in range(15)
        ),
        ROLL,
        0.8,
    ),
    inside(shape("M340 700C400 730 520 730 576 700L576 728C520 756 400 756 340 728Z", WOOL_DEEP, 0.75), ROLL, 9),
    Layer(_beads()),
    inside(shape(JACKET, "#2a1509", 0.6), JUMPER, 12),
    Layer(
        linear("k", 0, 780, 0, 1200, (0, RUST_LIGHT, 1), (0.4, RUST, 1), (1, RUST_SHADE, 1)) + shape(JACKET, "url(#k)")
    ),
    inside(_cord(), JACKET),
    inside(shape("M640 800C730 860 740 1000 710 1300L810 1300L810 780Z", RUST_DEEP, 0.7), JACKET, 32),
    inside(disc(216, 940, 66, "#f0b587", 0.4, 60), JACKET, 34),
    inside(
        shape(sliver((226, 1220), (246, 1100), (214, 990), 11), RUST_DEEP, 0.85)
        + shape(sliver((690, 1220), (668, 1100), (702, 990), 12), RUST_DEEP, 0.95),
        JACKET,
        9,
    ),
    inside(shape(LAPEL_NEAR + LAPEL_FAR, RUST_DEEP, 0.8), JACKET, 8),
    Layer(
        linear("l", 260, 0, 660, 0, (0, RUST_LIGHT, 1), (0.5, RUST, 1), (1, RUST_SHADE, 1))
        + shape(LAPEL_NEAR + LAPEL_FAR, "url(#l)")
    ),
    inside(_cord(), LAPEL_NEAR + LAPEL_FAR),
)

PERSON = Person(
    name="miriam",
    palette=PALETTE,
    head=Head(
        eye_y=406,
        eye_gap=72,
        eye_size=1.04,
        lid=0.98,
        hooded=0.4,
        brow_y=354,
        brow_weight=0.95,
        nose_y=506,
        nose_width=33,
        mouth_y=562,
        mouth_width=52,
        lips=0.9,
        chin_y=650,
        radius=172,
        age=0.58,
        lashes=0.7,
        ruddy=0.24,
    ),
    face=FACE,
    view=(-66, -76, 1050, 1260),
    behind=(
        Layer(_back()),
        Layer(shape("M250 420L660 420L660 640L250 640Z", "#26242c", 0.4), _back(), 26),
        *(raised(layer, RAISED) for layer in _BODY),
        *_stick(),
        *_hand(),
    ),
    skin=_age(),
    over=(
        Layer(
            shape(
                "M300 420C306 330 316 280 350 232L556 232C588 280 600 330 606 420L660 330L600 110L300 110L240 330Z",
                PALETTE.deep,
                0.5,
            ),
            shape(FACE, "#fff"),
            10,
        ),
        Layer(_front()),
        Layer(shape("M540 60L740 60L740 520L600 520L640 330L580 200Z", "#1c1a22", 0.34), _front(), 30),
        *_glasses(),
    ),
)
