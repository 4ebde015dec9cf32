# ruff: noqa: E501  (path data reads best unbroken)
"""Sunny Gill: 26, massage therapist, broad, soft of face, short black hair, a short beard, a sage spa tunic."""

import math

from tools.art.detail import button, hem, whiskers
from tools.art.figure import Build, Cloth, bust, dressed, ears, garment, neck, outline
from tools.art.hair import Guide, comb, swept
from tools.art.portrait import Head, Palette, Person
from tools.art.svg import Layer, disc, inside, line, linear, shape, sliver, smooth

PALETTE = Palette(
    skin="#bb8259",
    light="#ddac80",
    shade="#8c5a3a",
    deep="#553220",
    crease="#653e27",
    blush="#b8523f",
    lip="#b06a61",
    lip_dark="#8a4c46",
    lip_light="#d09489",
    brow="#191210",
    lash="#120d0b",
    iris="#38221a",
    iris_light="#85573a",
)
TONES = ("#0e0c0e", "#1b1719", "#2b2628", "#4a4346", "#83797c")
SAGE = Cloth("#7f9a86", "#a5bba9", "#5d7765", "#33473a", "#e2eee2")
TRIM = "#efe7d6"

BUILD = Build(half=482, top=756, neck=128, fall=92)
FACE = outline(
    ((0, 146), (98, 158), (154, 220), (170, 308), (173, 392), (178, 458), (172, 530), (144, 600), (94, 652), (46, 674), (0, 678))
)  # fmt: skip
TUNIC = garment(BUILD, 150, 116)
COLLAR = (
    "M326 704C308 722 302 752 310 786C338 846 392 884 448 896L466 896C522 884 576 846 604 786C612 752 606 722 588 704"
    "C586 764 536 824 466 846L448 846C378 824 328 764 326 704Z"
)
BEARD = smooth(
    [
        (277, 396), (292, 400), (300, 470), (318, 530), (348, 556), (380, 552), (408, 536), (436, 529), (450, 532),
        (464, 529), (492, 536), (520, 552), (552, 556), (582, 530), (600, 470), (608, 400), (623, 396), (629, 460),
        (624, 534), (596, 604), (546, 656), (498, 680), (450, 685), (402, 680), (354, 656), (304, 604), (276, 534),
        (271, 460),
    ],
    closed=True,
)  # fmt: skip

ROOTS: Guide = [
    (284, 410), (288, 340), (294, 282), (314, 244), (360, 226), (416, 218),
    (470, 214), (526, 218), (574, 234), (602, 276), (614, 340), (618, 410),
]  # fmt: skip
TIPS: Guide = [
    (276, 416), (268, 340), (268, 260), (290, 178), (346, 126), (418, 104),
    (488, 100), (556, 116), (612, 166), (640, 252), (640, 340), (626, 416),
]  # fmt: skip


def _top() -> str:
    """Draws the longer hair on top, combed up from the brow and over to the far side."""
    guides: list[Guide] = []
    for i in range(8):
        t = i / 7
        x, y = 306 + 280 * t, 246 - 28 * math.sin(math.pi * (0.15 + 0.7 * t))
        crest = 106 + 70 * (t - 0.55) ** 2
        guides.append(
            [
                (x, y),
                (x - 4, y - 46),
                (x + 8, crest + 34),
                (x + 40 - 14 * t, crest + 6),
                (min(606.0, x + 88), crest + 12 + 40 * t * t),
            ]
        )
    deep, dark, middle, light, gleam = TONES
    out = comb(guides, 460, 13, (deep, dark, middle, dark), 3.0, (0.3, 0.6), (0.6, 1.0))
    return out + comb(guides[:6], 120, 14, (light, gleam, light), 1.6, (0.2, 0.45), (0.3, 0.7))


def _tunic() -> str:
    """Seams at the shoulders, the wrapped front with its covered studs, and a stitched pocket edge."""
    out = line("M140 812C186 880 196 980 186 1140M774 812C728 880 718 980 728 1140", SAGE.deep, 3, 0.5)
    out += line("M524 884C560 950 570 1040 570 1140", SAGE.deep, 4, 0.6) + line(
        "M518 886C554 952 563 1040 563 1140", TRIM, 3, 0.8
    )
    return out + line("M250 1010L370 1002", SAGE.deep, 4, 0.55) + line("M250 1004L370 996", SAGE.sheen, 1.8, 0.6)


PERSON = Person(
    name="sunny",
    palette=PALETTE,
    head=Head(
        eye_y=406,
        eye_gap=76,
        eye_size=1.14,
        lid=1.04,
        brow_y=352,
        brow_weight=1.5,
        nose_y=510,
        nose_width=38,
        mouth_y=574,
        mouth_width=50,
        lips=1.08,
        chin_y=676,
        radius=180,
        lashes=1.1,
        ruddy=0.24,
        corners=(0.0, 0.5),
        arch=(7.0, 1.0, -4.0),
    ),
    face=FACE,
    behind=(
        *neck(BUILD, PALETTE, 0.32),
        *dressed(BUILD, TUNIC, SAGE, (Layer(_tunic()),)),
        inside(
            shape(
                sliver((330, 1140), (380, 1040), (350, 960), 9) + sliver((640, 1100), (600, 1010), (640, 930), 9),
                SAGE.deep,
                0.34,
            ),
            TUNIC,
            9,
        ),
        *(Layer(button(x, y, 7, SAGE.light, SAGE.deep, "#ffffff")) for x, y in ((536, 938), (548, 1010), (551, 1074))),
        Layer(shape(COLLAR, PALETTE.deep, 0.6), shape(bust(BUILD), "#fff"), 9),
        Layer(
            linear("c", 302, 0, 612, 0, (0, SAGE.light, 1), (0.5, SAGE.plain, 1), (1, SAGE.shade, 1))
            + shape(COLLAR, "url(#c)")
        ),
        Layer(
            line("M326 708C330 766 380 826 448 848L466 848C534 826 584 766 588 708", TRIM, 4, 0.95)
            + hem("M310 788C338 848 392 886 457 898C522 886 576 848 604 788", SAGE, 1.8)
        ),
        inside(line("M457 848L457 896", SAGE.deep, 3, 0.7), COLLAR),
        Layer(
            shape("M284 410C296 500 320 560 360 600L556 600C590 560 612 500 620 410Z", TONES[0], 0.85),
            shape(bust(BUILD), "#fff"),
            8,
        ),
        *ears(PALETTE, 284, 620, 408, 1.02),
    ),
    skin=(
        Layer(disc(348, 496, 56, PALETTE.light, 0.3, 36) + disc(556, 496, 50, PALETTE.light, 0.14, 34), "", 20),
        Layer(disc(378, 440, 30, PALETTE.deep, 0.16, 10) + disc(524, 440, 28, PALETTE.deep, 0.16, 10), "", 7),
    ),
    beard=(
        Layer(shape(BEARD, TONES[1], 0.72), shape(FACE, "#fff"), 6),
        Layer(
            whiskers(3400, 15, (TONES[0], TONES[1], TONES[2], TONES[3]), (270, 394, 360, 292), 9),
            shape(BEARD, "#fff"),
            0.4,
        ),
        Layer(shape(sliver((318, 560), (352, 620), (410, 662), 12), TONES[4], 0.4), shape(BEARD, "#fff"), 14),
        Layer(disc(450, 612, 17, PALETTE.skin, 0.42, 7), shape(FACE, "#fff"), 4),
    ),
    over=(
        Layer(
            shape(
                "M290 410C296 320 310 262 360 236L574 244C602 280 612 330 616 410L650 330L600 110L300 110L262 300Z",
                PALETTE.deep,
                0.5,
            ),
            shape(FACE, "#fff"),
            9,
        ),
        *swept(ROOTS, TIPS, TONES, 480, 31, 6, -0.1),
        Layer(_top()),
        Layer(shape("M540 60L720 60L720 340L620 330L580 200Z", "#000000", 0.36), _top(), 30),
    ),
)
