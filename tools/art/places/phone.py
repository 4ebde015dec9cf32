# ruff: noqa: E501  (path data reads best unbroken)
"""A kitchen counter on Saturday morning: sun on the tiles, coffee, and a phone propped against the fruit."""

import random

from tools.art.backdrop import Place, glow, leaf, mug, plant, pot, steam, sunlight, under, vignette
from tools.art.svg import Layer, disc, line, linear, rect, shape

_TOP = 500


def _tiles() -> str:
    r = random.Random(2)
    out = linear("grout", 0, 0, 0, _TOP, (0, "#e9e1d2", 1), (1, "#d8cdba", 1)) + rect(0, 0, 1280, _TOP, "url(#grout)")
    for row in range(11):
        for col in range(-1, 14):
            x, y = col * 100 + (50 if row % 2 else 0), row * 48 - 20
            out += rect(x + 2, y + 2, 96, 44, "#f8f3e8", 0.5 + r.uniform(0, 0.4), 3) + rect(
                x + 3, y + 3, 94, 3, "#ffffff", 0.6, 1
            )
    return out


def _window() -> str:
    sky = linear("sky", 0, 0, 0, 330, (0, "#9fcfe8", 1), (0.6, "#dff0f2", 1), (1, "#fff3d4", 1))
    out = rect(96, -20, 372, 400, "#fffdf7", 1, 6) + sky + rect(114, -10, 336, 372, "url(#sky)")
    out += shape("M114 362L114 270C170 240 220 250 270 268C330 236 400 232 450 262L450 362Z", "#b8d6a4")
    out += shape("M114 362L114 312C190 288 260 316 330 300C380 290 420 296 450 304L450 362Z", "#8fbf86")
    out += (
        shape("M300 270L336 238L372 270L372 304L300 304Z", "#e6d2bd")
        + shape("M292 272L336 232L380 272Z", "#b96f52")
        + rect(326, 276, 20, 28, "#8a6a52")
    )
    out += (
        rect(276, -10, 11, 372, "#fffdf7") + rect(285, -10, 3, 372, "#000000", 0.07) + rect(114, 150, 336, 9, "#fffdf7")
    )
    return out + rect(78, 368, 408, 18, "#fffdf7", 1, 4) + rect(84, 386, 396, 7, "#000000", 0.13)


def _shelf() -> str:
    out = rect(700, 190, 460, 14, "#b98a5c", 1, 3) + rect(700, 190, 460, 4, "#e2bd92", 0.8, 2)
    for x in (740, 1110):
        out += shape(f"M{x} 204L{x + 10} 204L{x + 10} 240L{x} 214Z", "#8a6340")
    for x, w, h, colour, shade in (
        (724, 56, 86, "#dfe9e6", "#a9c0ba"),
        (790, 50, 70, "#e8c58a", "#bf9655"),
        (850, 50, 78, "#c98a6a", "#99603f"),
    ):
        out += linear(f"jar{x}", x, 0, x + w, 0, (0, colour, 1), (1, shade, 1)) + rect(
            x, 190 - h, w, h, f"url(#jar{x})", 1, 8
        )
        out += rect(x + 4, 184 - h, w - 8, 12, "#8f6b47", 1, 4) + rect(x + 7, 200 - h, 5, h - 22, "#ffffff", 0.5, 2)
    for i, colour in enumerate(("#c8674f", "#e3b04f", "#4f8577", "#efe6d6", "#7a5f86")):
        out += rect(930 + i * 21, 100 + (i * 7) % 18, 18, 90 - (i * 7) % 18, colour, 1, 2) + rect(
            932 + i * 21, 114 + (i * 7) % 18, 14, 3, "#ffffff", 0.5
        )
    return out + plant(1098, 146, 62, ("#5f9e6e", "#437d55"), 9) + pot(1098, 144, 52, 44, "#f2ece0", "#c9bda9")


def _phone() -> tuple[Layer, ...]:
    body = "M598 250L760 236C772 235 780 242 781 254L806 548C807 560 800 568 788 569L636 583C624 584 616 577 615 565L586 268C585 257 590 251 598 250Z"
    glass = "M602 260L758 246C765 246 770 250 771 257L795 546C795 553 791 558 784 559L638 572C631 573 626 569 625 562L596 270C595 264 597 260 602 260Z"
    bubbles = ""
    rows = (
        (0.13, 0, 0.55, 30),
        (0.26, 0, 0.42, 24),
        (0.40, 1, 0.5, 34),
        (0.56, 0, 0.6, 40),
        (0.74, 1, 0.36, 24),
    )
    for t, mine, wide, tall in rows:
        x0, y0 = 600 + 27 * t + 6, 262 + 300 * t
        w = 168 * wide
        x = x0 + (168 - w if mine else 2)
        y = y0 - (x - x0) * 0.085
        bubbles += shape(
            f"M{x + 8} {y}L{x + w - 10} {y - (w - 16) * 0.085}C{x + w - 3} {y - w * 0.085} {x + w} {y - w * 0.085 + 5} {x + w} {y - w * 0.085 + 10}"
            f"L{x + w + tall * 0.08} {y - w * 0.085 + tall - 8}C{x + w + tall * 0.08} {y - w * 0.085 + tall} {x + w - 4} {y - w * 0.085 + tall + 1} {x + w - 8} {y - w * 0.085 + tall + 1}"
            f"L{x + 12} {y + tall}C{x + 4} {y + tall} {x + 2} {y + tall - 4} {x + 2} {y + tall - 9}L{x} {y + 9}C{x} {y + 4} {x + 3} {y + 1} {x + 8} {y}Z",
            "#3f8f80" if mine else "#ffffff",
        )
    return (
        Layer(shape("M612 570L800 556L900 600L640 612Z", "#3b2412", 0.5), "", 9),
        Layer(shape("M604 256L768 240L812 560L630 580Z", "#3b2412", 0.35), "", 10),
        Layer(shape(body, "#26292e") + line("M598 250L760 236", "#7b828b", 2) + line("M586 268L615 565", "#5b626b", 2)),
        Layer(linear("scr", 600, 250, 790, 570, (0, "#eef5f1", 1), (1, "#d6e6de", 1)) + shape(glass, "url(#scr)")),
        Layer(bubbles + disc(682, 250, 4, "#26292e"), shape(glass, "#fff")),
        Layer(shape("M596 262L680 252L640 572L622 574Z", "#ffffff", 0.16), shape(glass, "#fff"), 1),
    )


def _fruit() -> tuple[Layer, ...]:
    out = ""
    for x, y, r, colour, light in (
        (846, 448, 40, "#d9772f", "#f4a968"),
        (914, 440, 42, "#b9402f", "#e4826a"),
        (972, 452, 38, "#dfa233", "#f6d283"),
        (884, 418, 38, "#8fae3e", "#c5dc82"),
        (940, 410, 36, "#d9772f", "#f4a968"),
    ):
        out += disc(x, y, r, colour) + disc(x - r * 0.3, y - r * 0.35, r * 0.45, light, 0.65)
    bowl = "M792 456C800 530 840 566 908 568C976 566 1016 530 1024 456C960 472 856 472 792 456Z"
    return (
        Layer(disc(920, 566, 130, "#3b2412", 0.5, 14), "", 8),
        Layer(out + line("M884 384C888 376 894 372 900 370", "#6a4a2c", 4) + leaf(896, 374, 20, 34, 9, "#5f8f3f")),
        Layer(
            linear("bowl", 792, 0, 1024, 0, (0, "#f3f7f8", 1), (0.4, "#c9dbe0", 1), (1, "#7d9ca8", 1))
            + shape(bowl, "url(#bowl)")
            + line("M806 492C850 510 966 510 1010 492", "#4e7c8f", 5, 0.7)
            + line("M814 508C860 524 956 524 1002 508", "#4e7c8f", 2, 0.6)
        ),
    )


def _counter() -> str:
    r = random.Random(12)
    out = linear("top", 0, _TOP, 0, 720, (0, "#c99a67", 1), (0.12, "#d8ab78", 1), (1, "#a87646", 1)) + rect(
        0, _TOP, 1280, 220, "url(#top)"
    )
    for _ in range(46):
        x, y, w = r.uniform(-100, 1280), r.uniform(_TOP + 8, 716), r.uniform(120, 420)
        out += line(
            f"M{x:.0f} {y:.0f}C{x + w * 0.3:.0f} {y - 4:.0f} {x + w * 0.6:.0f} {y + 5:.0f} {x + w:.0f} {y:.0f}",
            "#7d5129",
            r.uniform(1, 2.4),
            r.uniform(0.08, 0.25),
        )
    return out + rect(0, _TOP - 4, 1280, 6, "#5d3b1d", 0.28) + rect(0, _TOP + 2, 1280, 3, "#ffe9c4", 0.5)


PLACE = Place(
    "phone",
    "Saturday morning",
    (
        Layer(_tiles()),
        sunlight([(480, 0), (760, 0), (1080, 500), (760, 500)], "#fff0c0", 0.42, 24),
        Layer(rect(104, -10, 380, 410, "#57462f", 0.22, 6), "", 12),
        Layer(_window()),
        glow(240, 120, 320, "#fff6d6", 0.6),
        Layer(rect(704, 204, 460, 26, "#57462f", 0.3), "", 10),
        Layer(_shelf()),
        Layer(_counter()),
        sunlight([(120, 510), (300, 510), (420, 720), (180, 720)], "#ffefc0", 0.40, 8),
        sunlight([(330, 510), (520, 510), (720, 720), (470, 720)], "#ffefc0", 0.40, 8),
        *_fruit(),
        *_phone(),
        Layer(disc(1130, 640, 84, "#3b2412", 0.45, 16), "", 8),
        Layer(
            disc(1120, 636, 84, "#e9e3d6", 1, 17)
            + disc(1120, 632, 60, "#d4ccba", 1, 10)
            + mug(1120, 632, 88, "#f4f6f3", "#b9c4c0")
        ),
        steam(1120, 532, 96),
        under(430, 640, 96, 14, 0.45),
        Layer(
            linear("plate", 330, 0, 530, 0, (0, "#ffffff", 1), (1, "#cfd5d2", 1))
            + disc(424, 630, 96, "url(#plate)", 1, 20)
            + disc(424, 627, 66, "#e3e7e3", 1, 12)
        ),
        Layer(
            shape("M366 622C362 596 384 582 424 582C466 582 486 598 480 622C462 634 384 634 366 622Z", "#c98f4f")
            + shape("M374 620C372 600 390 590 424 590C458 590 474 602 472 620C456 628 390 628 374 620Z", "#efcf95")
        ),
        sunlight([(114, 0), (450, 0), (980, 720), (380, 720)], "#fff2cc", 0.15, 30),
        vignette("#3a2814", 0.20),
    ),
)
