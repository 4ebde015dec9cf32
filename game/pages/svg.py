"""A drawing as text: elements with everything escaped, and a chart that carries its own words and numbers."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

PATTERNS = ("p0", "p1", "p2", "p3", "p4", "p5")  # fills told apart without colour; drawn in `defs.svg.html`
POOLED = "p6"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its title, a sentence that says what is in it, and the table of the same numbers."""

    key: str
    title: str
    says: str
    svg: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def plain(text: str, most: int = 2000) -> str:
    """Returns the text without control and direction marks, cut at a bound: what is shown must not reorder a page."""
    clean = _CONTROLS.sub("\ufffd", text[: most + 1])
    return clean if len(clean) <= most else clean[:most].rstrip() + "…"


def tag(name: str, *inside: str | Markup, **attributes: str | float | None) -> Markup:
    """Returns one element; `cls` becomes class, underscores become dashes, numbers lose needless digits."""
    given = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{escape(short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = Markup("").join(inside)
    return Markup(f"<{name}{given}>{body}</{name}>") if body else Markup(f"<{name}{given}/>")


def short(value: str | float) -> str:
    """Returns a number with one decimal at most; words as they stand."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def drawing(
    key: str, title: str, says: str, wide: float, high: float, parts: Sequence[Markup], top: float = 0
) -> Markup:
    """Returns the whole picture, read by a screen reader as one image with a name and a description.

    Without a key its words are found as its children only: enough for browsers of today, and shorter.
    """
    return tag(
        "svg",
        tag("title", title, id=f"{key}-t" if key else None),
        tag("desc", says, id=f"{key}-d" if key else None),
        *parts,
        viewBox=f"0 {short(top)} {short(wide)} {short(high)}",
        preserveAspectRatio="xMinYMin meet" if key else None,
        role="img",
        aria_labelledby=f"{key}-t" if key else None,
        aria_describedby=f"{key}-d" if key else None,
        cls="chart",
        style=f"--wide:{short(wide)}px" if key else None,
    )


def group(cls: str, parts: Iterable[Markup], anchor: str | None = None) -> Markup:
    """Parts that look alike, their class and anchor said once; nothing where there are none."""
    inside = Markup("").join(parts)
    return tag("g", inside, cls=cls, text_anchor=anchor) if inside else inside


def words(text: str, x: float, y: float, cls: str | None = None, anchor: str | None = None) -> Markup:
    """Returns a line of text, at whole units."""
    return tag("text", text, x=round(x), y=round(y), cls=cls, text_anchor=anchor)


def wrapped(text: str, most: int, lines: int = 3) -> list[str]:
    """Returns the text in lines of at most `most` characters; what does not fit ends in an ellipsis."""
    found = textwrap.wrap(plain(text, most * lines * 2), most) or [""]
    if len(found) > lines:
        found = [*found[: lines - 1], textwrap.shorten(" ".join(found[lines - 1 :]), most, placeholder="…")]
    return found


def paragraph(rows: Sequence[str], x: float, y: float, leading: float, cls: str | None = None) -> Markup:
    """Returns lines of text below each other."""
    return Markup("").join(words(row, x, y + n * leading, cls) for n, row in enumerate(rows))


def percent(count: int, whole: int) -> str:
    """Returns a share in whole percent, or a dash where there is nothing to share."""
    return f"{(200 * count + whole) // (2 * whole)} %" if whole else "–"


def mark(shape: str, x: float, y: float, r: float, cls: str) -> Markup:
    """Returns a marker told apart by its shape: disc, diamond, square, up, down, star, cross."""
    if shape == "disc":
        return tag("circle", cx=x, cy=y, r=r, cls=cls)
    return tag("path", d=_outline(shape, x, y, r), cls=cls)


_SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "up": ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    "down": ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
    "star": (
        (0, -1.3),
        (0.34, -0.42),
        (1.24, -0.4),
        (0.54, 0.16),
        (0.78, 1.06),
        (0, 0.55),
        (-0.78, 1.06),
        (-0.54, 0.16),
        (-1.24, -0.4),
        (-0.34, -0.42),
    ),
    "cross": (
        (-0.4, -1.1),
        (0.4, -1.1),
        (0.4, -0.4),
        (1.1, -0.4),
        (1.1, 0.4),
        (0.4, 0.4),
        (0.4, 1.1),
        (-0.4, 1.1),
        (-0.4, 0.4),
        (-1.1, 0.4),
        (-1.1, -0.4),
        (-0.4, -0.4),
    ),
}


def _outline(shape: str, x: float, y: float, r: float) -> str:
    return "M" + "L".join(f"{short(x + dx * r)} {short(y + dy * r)}" for dx, dy in _SHAPES[shape]) + "z"
