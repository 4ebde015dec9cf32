# ruff: noqa: E501  (path data reads best unbroken)
"""The table that people lie on, seen from above and from its side: padding, sheet, pillow, cradle and drape."""

from __future__ import annotations

from tools.art.svg import Layer, disc, inside, linear, rect, shape, sliver

LINEN, LINEN_SHADE, LINEN_DEEP = "#f6f3ea", "#d5d3c8", "#9fa39b"
BLANKET, BLANKET_LIGHT, BLANKET_SHADE, BLANKET_DEEP = "#7fa39c", "#a3c2bb", "#55786f", "#2f4a44"
PAD, PAD_LIGHT, PAD_DEEP = "#5d6f73", "#87989b", "#34444a"


def table(left: float, right: float, top: float) -> tuple[Layer, ...]:
    """Draws the table that runs down out of the picture: padding, and the sheet over it."""
    wide = right - left
    pad = linear("pad", left, 0, right, 0, (0, PAD_LIGHT, 1), (0.3, PAD, 1), (1, PAD_DEEP, 1))
    sheet = linear("sheet", left, 0, right, 0, (0, "#ffffff", 1), (0.6, LINEN, 1), (1, LINEN_SHADE, 1))
    creases = shape(sliver((left + 60, top + 120), (left + 110, top + 240), (left + 80, top + 400), 6), LINEN_DEEP, 0.4)
    creases += shape(
        sliver((right - 70, top + 100), (right - 120, top + 260), (right - 60, top + 420), 7), LINEN_DEEP, 0.5
    )
    return (
        Layer(rect(left - 6, top + 16, wide + 34, 1100, "#141d1a", 0.45, 60), "", 16),
        Layer(pad + rect(left - 14, top - 14, wide + 28, 1200, "url(#pad)", 1, 64)),
        Layer(sheet + rect(left, top, wide, 1200, "url(#sheet)", 1, 54)),
        Layer(creases, rect(left, top, wide, 1200, "#fff", 1, 54), 8),
    )


def pillow(x: float, y: float, wide: float, high: float) -> tuple[Layer, ...]:
    """Draws a pillow, its middle at (x, y), with the hollow of a head in it."""
    left, right, top, low = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    body = (
        f"M{left} {top + 20}C{left + wide * 0.2} {top - 8} {right - wide * 0.2} {top - 8} {right} {top + 20}"
        f"C{right + 16} {y - high * 0.2} {right + 16} {y + high * 0.2} {right} {low - 20}"
        f"C{right - wide * 0.2} {low + 10} {left + wide * 0.2} {low + 10} {left} {low - 20}C{left - 16} {y + high * 0.2} {left - 16} {y - high * 0.2} {left} {top + 20}Z"
    )
    tone = linear("pil", left, top, right, low, (0, "#ffffff", 1), (0.6, "#f4f1ea", 1), (1, "#cfcabd", 1))
    folds = shape(sliver((left + 14, top + 30), (left + 70, top + 70), (left + 110, y), 8), "#a9a493", 0.5)
    folds += shape(sliver((right - 14, low - 30), (right - 70, low - 76), (right - 110, y), 9), "#a9a493", 0.6)
    return (
        Layer(shape(body, "#26332e", 0.4), "", 16),
        Layer(tone + shape(body, "url(#pil)")),
        inside(disc(x, y + 10, wide * 0.33, "#8b8674", 0.4, high * 0.4), body, 30),
        inside(folds, body, 7),
    )


def _blanket(body: str, hem: str, folds: str, edge: str) -> tuple[Layer, ...]:
    """Draws a blanket over somebody: its outline, the sheet turned back along its edge, its folds, its far side."""
    tone = linear("bl", 60, 0, 860, 0, (0, BLANKET_LIGHT, 1), (0.45, BLANKET, 1), (1, BLANKET_SHADE, 1))
    return (
        Layer(shape(body, "#101a17", 0.5), "", 14),
        Layer(tone + shape(body, "url(#bl)")),
        inside(shape(edge, BLANKET_DEEP, 0.7), body, 34),
        inside(folds, body, 9),
        inside(shape(hem, "#1a2622", 0.5), body, 12),
        Layer(
            linear("hem", 60, 0, 860, 0, (0, "#ffffff", 1), (0.6, LINEN, 1), (1, LINEN_SHADE, 1))
            + shape(hem, "url(#hem)")
        ),
    )


def drape(wide: float, top: float) -> tuple[Layer, ...]:
    """Draws the drape over someone on their back or front, from `top` down, shoulders as `wide` as said."""
    half, x = 268 * wide, 450.0
    low = top + 620
    body = (
        f"M{x - half * 0.42} {top + 6}C{x - half * 0.2} {top + 34} {x + half * 0.2} {top + 34} {x + half * 0.42} {top + 6}"
        f"C{x + half * 0.8} {top + 20} {x + half * 1.1} {top + 70} {x + half * 1.18} {top + 160}"
        f"C{x + half * 1.26} {top + 330} {x + half * 1.16} {top + 470} {x + half * 1.2} {low}"
        f"L{x - half * 1.2} {low}C{x - half * 1.16} {top + 470} {x - half * 1.26} {top + 330} {x - half * 1.18} {top + 160}"
        f"C{x - half * 1.1} {top + 70} {x - half * 0.8} {top + 20} {x - half * 0.42} {top + 6}Z"
    )
    hem = (
        f"M{x - half * 0.44} {top}C{x - half * 0.2} {top + 28} {x + half * 0.2} {top + 28} {x + half * 0.44} {top}"
        f"C{x + half * 0.82} {top + 14} {x + half * 1.1} {top + 66} {x + half * 1.19} {top + 156}L{x + half * 1.21} {top + 216}"
        f"C{x + half * 0.98} {top + 130} {x + half * 0.76} {top + 84} {x + half * 0.4} {top + 70}"
        f"C{x + half * 0.2} {top + 92} {x - half * 0.2} {top + 92} {x - half * 0.4} {top + 70}"
        f"C{x - half * 0.76} {top + 84} {x - half * 0.98} {top + 130} {x - half * 1.21} {top + 216}L{x - half * 1.19} {top + 156}"
        f"C{x - half * 1.1} {top + 66} {x - half * 0.82} {top + 14} {x - half * 0.44} {top}Z"
    )
    folds = shape(
        sliver((x - half * 0.2, top + 90), (x - half * 0.06, top + 300), (x - half * 0.1, low), 12), BLANKET_DEEP, 0.35
    )
    folds += shape(
        sliver((x - half * 0.7, top + 190), (x - half * 0.6, top + 360), (x - half * 0.72, low), 16), BLANKET_DEEP, 0.45
    )
    folds += shape(
        sliver((x + half * 0.66, top + 190), (x + half * 0.56, top + 360), (x + half * 0.7, low), 18), BLANKET_DEEP, 0.6
    )
    folds += shape(
        sliver((x - half, top + 300), (x - half * 0.3, top + 360), (x + half * 0.1, top + 330), 9), "#ffffff", 0.2
    )
    edge = f"M{x + half * 0.8} {top}L{x + half * 1.4} {top}L{x + half * 1.4} {low}L{x + half * 0.86} {low}Z"
    return _blanket(body, hem, folds, edge)


# --- on the side -------------------------------------------------------------------------------------------------


def side_table() -> tuple[Layer, ...]:
    """Draws the table from its side, somewhat from above; it runs out of the picture at the right."""
    top = linear("top", 0, 620, 0, 860, (0, "#ffffff", 1), (0.5, LINEN, 1), (1, LINEN_SHADE, 1))
    side = linear("side", 0, 850, 0, 930, (0, PAD_LIGHT, 1), (0.3, PAD, 1), (1, PAD_DEEP, 1))
    legs = (
        rect(150, 900, 40, 240, "#6b4c33") + rect(158, 900, 8, 240, "#a9774f", 0.8) + rect(760, 900, 40, 240, "#5f442e")
    )
    return (
        Layer(legs),
        Layer(rect(30, 880, 900, 60, "#141d1a", 0.45, 30), "", 14),
        Layer(side + rect(20, 820, 960, 92, "url(#side)", 1, 34)),
        Layer(
            top + shape("M70 640L960 640L960 860L34 860C14 860 10 846 18 826L48 662C52 646 58 640 70 640Z", "url(#top)")
        ),
        Layer(shape(sliver((120, 800), (300, 840), (520, 820), 6), LINEN_DEEP, 0.5), "", 5),
    )


def drape_over_side() -> tuple[Layer, ...]:
    """Draws the drape over someone on their side, who looks out of the picture: shoulder, waist and hip."""
    body = (
        "M392 560C420 470 470 404 540 396C620 388 660 452 730 470C800 480 840 420 930 420L960 420L960 900"
        "C860 884 760 906 660 892C560 880 470 902 400 880C372 860 366 640 392 560Z"
    )
    hem = (
        "M384 566C412 472 464 398 540 390L566 424C500 434 458 500 440 580C424 660 424 790 446 884"
        "L400 886C360 866 356 650 384 566Z"
    )
    folds = shape(sliver((560, 430), (600, 600), (560, 880), 16), BLANKET_DEEP, 0.4)
    folds += shape(sliver((730, 480), (700, 640), (760, 890), 18), BLANKET_DEEP, 0.55)
    folds += shape(sliver((640, 470), (660, 640), (640, 880), 12), BLANKET_DEEP, 0.3)
    folds += shape(sliver((480, 470), (560, 412), (640, 440), 12), "#ffffff", 0.3)
    folds += shape(sliver((780, 470), (860, 428), (950, 436), 12), "#ffffff", 0.22)
    edge = "M380 780L960 720L960 920L380 920Z"
    return _blanket(body, hem, folds, edge)
