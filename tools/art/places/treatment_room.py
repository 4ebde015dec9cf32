# ruff: noqa: E501  (path data reads best unbroken)
"""The treatment room: morning light through thin curtains, the table made up, towels folded."""

from tools.art.backdrop import (
    Place,
    boards,
    glow,
    leaf,
    picture,
    plant,
    pot,
    skirting,
    sunlight,
    under,
    vignette,
    wall,
)
from tools.art.svg import Layer, disc, line, linear, rect, shape

_FLOOR = 520


def _window() -> str:
    sky = linear("sky", 0, 80, 0, 350, (0, "#a9d3e6", 1), (0.7, "#e9f4ea", 1), (1, "#fbf6e0", 1))
    out = rect(88, 60, 296, 320, "#fdfcf8", 1, 6) + sky + rect(104, 76, 264, 288, "url(#sky)")
    out += shape("M104 364L104 296C150 262 196 276 236 296C280 270 328 262 368 290L368 364Z", "#a5cfa2")
    out += shape("M104 364L104 326C170 304 230 330 290 316C320 310 345 314 368 320L368 364Z", "#78ae88")
    for x, y, r in ((140, 306, 20), (166, 298, 26), (330, 300, 24), (306, 312, 17)):
        out += disc(x, y, r, "#6aa47c") + disc(x - r * 0.3, y - r * 0.3, r * 0.6, "#8cc094", 0.7)
    out += (
        rect(231, 76, 10, 288, "#fdfcf8") + rect(104, 206, 264, 9, "#fdfcf8") + rect(239, 76, 3, 288, "#000000", 0.08)
    )
    out += rect(74, 372, 324, 16, "#fdfcf8", 1, 4) + rect(78, 388, 316, 6, "#000000", 0.12)
    return out


def _curtains() -> str:
    out = ""
    for left in (True, False):
        sign = 1 if left else -1
        base = 50 if left else 422
        name = "cl" if left else "cr"
        out += linear(
            name,
            base,
            0,
            base + sign * 84,
            0,
            (0, "#ffffff", 0.96),
            (0.25, "#e4ebe2", 0.94),
            (0.45, "#ffffff", 0.92),
            (0.7, "#e0e8de", 0.9),
            (1, "#ffffff", 0.86),
        )
        x = base
        out += shape(
            f"M{x} 52C{x + sign * 8} 200 {x - sign * 4} 340 {x + sign * 4} 470C{x + sign * 22} 478 {x + sign * 36} 468 {x + sign * 48} 474"
            f"C{x + sign * 56} 478 {x + sign * 62} 470 {x + sign * 66} 466C{x + sign * 62} 330 {x + sign * 78} 180 {x + sign * 86} 52Z",
            f"url(#{name})",
        )
        for k in (18, 36, 54):
            out += line(
                f"M{x + sign * k} 56C{x + sign * (k + 2)} 200 {x + sign * (k - 8)} 340 {x + sign * (k - 6)} 468",
                "#b9c6b8",
                2,
                0.4,
            )
    return (
        out
        + rect(34, 44, 404, 11, "#8d7257", 1, 5)
        + rect(34, 44, 404, 4, "#c4a684", 0.8, 2)
        + disc(34, 49, 9, "#7c6249")
        + disc(438, 49, 9, "#7c6249")
    )


def _cabinet() -> str:
    out = linear("cab", 930, 0, 1240, 0, (0, "#c69b70", 1), (1, "#9a7350", 1)) + rect(
        930, 332, 310, 210, "url(#cab)", 1, 6
    )
    for x in (944, 1090):
        out += (
            rect(x, 350, 136, 176, "#5a3c22", 0.22, 4)
            + rect(x + 3, 352, 130, 171, "url(#cab)", 1, 4)
            + rect(x + 14, 364, 108, 147, "#5a3c22", 0.10, 3)
        )
        knob = x + (120 if x < 1000 else 16)
        out += disc(knob, 438, 6, "#5d452e") + disc(knob - 1.5, 436, 2.4, "#e7cfae")
    out += (
        linear("ctop", 0, 318, 0, 336, (0, "#e0bd93", 1), (1, "#b98f68", 1))
        + rect(918, 318, 334, 18, "url(#ctop)", 1, 5)
        + rect(930, 336, 310, 7, "#3b2513", 0.25)
    )
    for x, h, colour in ((950, 62, "#7aa6a0"), (986, 80, "#d9c7a2"), (1020, 54, "#a9746e")):
        out += (
            rect(x, 318 - h, 25, h, colour, 1, 7)
            + rect(x + 15, 318 - h, 10, h, "#000000", 0.13, 5)
            + rect(x + 8, 305 - h, 9, 15, "#5f4630", 1, 3)
            + rect(x + 5, 334 - h, 4, h - 26, "#ffffff", 0.45, 2)
            + rect(x + 3, 318 - h * 0.6, 19, h * 0.32, "#fbf7ec", 0.85, 2)
        )
    out += (
        rect(1186, 292, 54, 13, "#6fa89b", 1, 6)
        + rect(1182, 304, 60, 14, "#fbfaf6", 1, 6)
        + rect(1182, 313, 60, 5, "#000000", 0.08, 2)
    )
    return out


def _lamp() -> str:
    out = linear("shade", 1090, 0, 1170, 0, (0, "#fff8e2", 1), (0.5, "#ffeab8", 1), (1, "#f0cf8f", 1))
    out += (
        rect(1122, 256, 16, 58, "#a9774f", 1, 6)
        + disc(1130, 290, 17, "#b7835a", 1, 22)
        + disc(1125, 284, 6, "#dcae84", 0.8, 10)
        + rect(1098, 310, 64, 9, "#8f6341", 1, 4)
    )
    return out + shape("M1088 258C1110 264 1150 264 1172 258L1152 186C1140 182 1120 182 1108 186Z", "url(#shade)")


def _table() -> tuple[Layer, ...]:
    top = "M452 448C452 428 466 418 486 418L1014 418C1036 418 1048 430 1048 450L1048 474C1048 490 1038 498 1024 498L476 498C462 498 452 490 452 474Z"
    drape = "M464 470C466 540 480 580 502 588C520 594 540 580 562 584C610 592 640 574 700 584C760 592 800 576 850 584C900 592 940 576 980 586C1006 592 1030 584 1034 540L1040 470Z"
    legs = "".join(
        shape(f"M{a} 540L{a + 22} 540L{b + 16} 680L{b} 680Z", c)
        for a, b, c in (
            (508, 486, "#7c5a3e"),
            (972, 998, "#6b4c33"),
            (610, 634, "#5f442e"),
            (872, 852, "#5f442e"),
        )
    )
    folds = ""
    for x, w in ((520, 10), (590, 14), (664, 9), (742, 13), (818, 10), (900, 14), (968, 10)):
        folds += shape(
            f"M{x} 500C{x - 4} 530 {x - w} 560 {x - w - 4} 586L{x + w} 586C{x + 4} 560 {x + 6} 530 {x} 500Z",
            "#9fb2ab",
            0.5,
        )
    return (
        Layer(legs),
        Layer(linear("drape", 0, 470, 0, 590, (0, "#dfe7e3", 1), (1, "#f3f6f3", 1)) + shape(drape, "url(#drape)")),
        Layer(folds, shape(drape, "#fff"), 5),
        Layer(rect(455, 492, 590, 12, "#6d8078", 0.4), shape(drape, "#fff"), 5),
        Layer(
            linear("bed", 452, 0, 1048, 0, (0, "#ffffff", 1), (0.5, "#f4f4ef", 1), (1, "#dbe2de", 1))
            + shape(top, "url(#bed)")
        ),
        Layer(
            line("M458 470C640 478 860 478 1042 470", "#b9c6c0", 2, 0.7)
            + line("M458 467C640 475 860 475 1042 467", "#ffffff", 2)
        ),
        Layer(rect(470, 424, 150, 16, "#7b8a83", 0.35, 8), "", 5),
        Layer(
            linear("pil", 0, 384, 0, 432, (0, "#ffffff", 1), (1, "#ded8cc", 1))
            + shape(
                "M488 430C476 424 476 398 490 392C520 384 566 384 596 392C610 398 610 424 598 430C566 436 520 436 488 430Z",
                "url(#pil)",
            )
            + line("M500 398C530 392 560 392 588 398", "#ffffff", 3)
        ),
        Layer(rect(816, 414, 164, 12, "#7b8a83", 0.4, 6), "", 4),
        Layer(
            linear("tw", 820, 0, 975, 0, (0, "#8fc3b6", 1), (0.5, "#6fa89b", 1), (1, "#4f877b", 1))
            + rect(820, 394, 152, 27, "url(#tw)", 1, 12)
            + rect(829, 369, 134, 27, "#f7f5ef", 1, 12)
            + rect(900, 369, 63, 27, "#cfd3cd", 0.5, 12)
            + rect(838, 346, 116, 25, "url(#tw)", 1, 11)
            + line("M834 383L958 383M842 359L948 359M826 408L966 408", "#000000", 2.4, 0.12)
        ),
    )


PLACE = Place(
    "treatment-room",
    "morning",
    (
        Layer(wall("#e8eee4", "#c9d8ce", _FLOOR)),
        Layer(
            "".join(
                rect(i * 160, 0, 2, 502, "#ffffff", 0.25) + rect(i * 160 + 2, 0, 1.5, 502, "#6b8078", 0.14)
                for i in range(9)
            )
        ),
        sunlight([(420, 0), (760, 0), (1010, 505), (620, 505)], "#fff4cf", 0.34, 30),
        Layer(boards(_FLOOR, "#b08e6d", "#c7a582", "#6e5138") + skirting(_FLOOR, "#f6f4ec")),
        Layer(rect(92, 66, 300, 330, "#41584c", 0.2, 6), "", 10),
        Layer(_window()),
        glow(236, 180, 300, "#fff7da", 0.55),
        Layer(_curtains()),
        *picture(
            520,
            108,
            112,
            142,
            "#c9a983",
            rect(536, 124, 80, 110, "#eef1e6")
            + leaf(576, 232, 90, 92, 17, "#4f8f6b")
            + leaf(576, 222, 132, 56, 12, "#3c7355")
            + leaf(576, 222, 48, 56, 12, "#3c7355"),
        ),
        *picture(
            660,
            108,
            112,
            142,
            "#c9a983",
            rect(676, 124, 80, 110, "#f5e6d2")
            + disc(716, 166, 22, "#e09f68")
            + shape("M670 236L670 204C694 176 722 200 760 180L760 240Z", "#7fb09f")
            + shape("M670 240L670 220C700 204 730 222 760 206L760 240Z", "#5b9183"),
        ),
        under(1086, 544, 190, 14, 0.45),
        Layer(rect(926, 330, 330, 220, "#2e4238", 0.25, 8), "", 14),
        Layer(_cabinet()),
        Layer(_lamp()),
        glow(1130, 232, 210, "#ffdf9a", 0.5),
        under(750, 664, 330, 34, 0.5),
        *_table(),
        under(446, 604, 72, 10, 0.5),
        Layer(plant(440, 506, 142, ("#4f8f6b", "#3c7355")) + pot(440, 504, 86, 96, "#d98f5c", "#a9623a")),
        sunlight([(104, 80), (368, 80), (820, 720), (300, 720)], "#fff2c8", 0.20, 26),
        sunlight([(250, 590), (420, 590), (560, 720), (330, 720)], "#ffeec0", 0.32, 10),
        sunlight([(440, 590), (560, 590), (740, 720), (585, 720)], "#ffeec0", 0.28, 10),
        vignette("#22352c", 0.18),
    ),
)
