"""One axis as a picture: where about how many complete plays lie, with chance and the five ways of playing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from game.debrief.figures.model import PlaneMark, PlanePoint
from game.pages.svg import Chart, drawing, group, mark, tag, words
from game.rubric.model import Axis, Rubric
from game.words import _

ARCHETYPE_SHAPES = ("star", "square", "up", "down", "cross")


def plane(
    key: str,
    axis: Axis,
    rubric: Rubric,
    points: Sequence[PlanePoint],
    chance: PlaneMark | None,
    archetypes: Sequence[tuple[str, PlaneMark]],
) -> Chart:
    """Returns one axis's plane: where about how many complete plays lie, with chance and the five ways of playing."""
    across, up = (rubric.components[name].name for name in axis.components)
    title = axis.name
    where = _("Further right is more “{across}”, higher is more “{up}”.").format(across=across, up=up)
    marked = _("Chance and the ways of playing are marked by shape and name.")
    says = f"{where} {_told(points, axis)} {marked}"
    head = (_("What"), _("{name} (to the right)").format(name=across), _("{name} (up)").format(name=up))
    rows = [(_("plays"), str(x), ", ".join(ups)) for x, ups in _columns(points)]
    rows += [(_("chance"), f"{chance.x:.0f}", f"{chance.y:.0f}")] if chance else []
    rows += [(name, f"{s.x:.0f}", f"{s.y:.0f}") for name, s in archetypes]
    svg = drawing(
        key, title, says, 440, 440, [*_ground(), *_names(across, up), *_marks(axis, points, chance, archetypes)]
    )
    return Chart(key, title, says, svg, head, tuple(rows))


def _told(points: Sequence[PlanePoint], axis: Axis) -> str:
    if not points:
        return _("No plays are drawn.")
    both = sum(p.count for p in points if p.x >= 50 and p.y >= 50)
    told = _(
        "Each disc is a square of the plane with about so many complete plays; fewer than three are not drawn. About "
        "{n} stand in the quarter “{quarter}”."
    )
    return told.format(n=both, quarter=axis.quadrants.both)


def _columns(points: Sequence[PlanePoint]) -> list[tuple[int, list[str]]]:
    """Returns the plays from left to right: how high they stand at each place."""
    found: dict[int, list[str]] = {}
    about = _("about {n}")
    for p in sorted(points, key=lambda p: (p.x, p.y)):
        found.setdefault(p.x, []).append(f"{p.y} ({about.format(n=p.count)})")
    return list(found.items())


_Box = tuple[float, float, float, float]
_LEFT, _TOP, _SIDE = 34, 10, 396
_PAD = 18


def _at(x: float, y: float) -> tuple[float, float]:
    inner = _SIDE - 2 * _PAD
    return _LEFT + _PAD + x / 100 * inner, _TOP + _PAD + (1 - y / 100) * inner


def _ground() -> Iterator[Markup]:
    half = _SIDE / 2
    yield tag("rect", x=_LEFT, y=_TOP, width=_SIDE, height=_SIDE, rx=8, cls="field")
    yield tag("path", d=f"M{_LEFT + half} {_TOP}h{half - 8}q8 0 8 8v{half - 8}h-{half}z", cls="both")
    yield tag("path", d=f"M{_LEFT + half} {_TOP}v{_SIDE}M{_LEFT} {_TOP + half}h{_SIDE}", cls="cut")


def _corners(axis: Axis, taken: list[_Box]) -> Iterator[Markup]:
    """Returns the quarters' names, each at the height where it covers the least."""
    half, names = _SIDE / 2, axis.quadrants
    for name, dx, dy in (
        (names.second_only, 0, 0),
        (names.both, 1, 0),
        (names.neither, 0, 1),
        (names.first_only, 1, 1),
    ):
        x, wide = _LEFT + half / 2 + dx * half, 7.0 * len(name)
        heights = [_TOP + dy * half + part * half for part in (0.5, 0.1, 0.92, 0.3, 0.7)]
        y = min(heights, key=lambda h: sum(_overlap((x - wide / 2, h - 8, x + wide / 2, h + 9), o) for o in taken))
        yield words(name, x, y + 5, "corner", "middle")


def _names(across: str, up: str) -> Iterator[Markup]:
    more = _("more: {name} →")
    yield words(more.format(name=across), _LEFT + _SIDE, _TOP + _SIDE + 22, "axis", "end")
    yield tag(
        "text", more.format(name=up), cls="axis", text_anchor="end", transform=f"translate(22 {_TOP}) rotate(-90)"
    )
    yield words("0", _LEFT + _PAD, _TOP + _SIDE + 22, "axis", "middle")


def _marks(
    axis: Axis, points: Sequence[PlanePoint], chance: PlaneMark | None, archetypes: Sequence[tuple[str, PlaneMark]]
) -> Iterator[Markup]:
    taken: list[_Box] = []
    discs, counts = [], []
    for point in sorted(points, key=lambda p: -p.count):
        x, y = _at(point.x, point.y)
        r = min(19, 5 + 2.2 * (point.count - 1) ** 0.5)
        taken.append((x - r, y - r, x + r, y + r))
        discs.append(tag("circle", cx=x, cy=y, r=r))
        counts.append(words(str(point.count), x, y + 4.5))
    yield group("play", discs)
    yield group("in", counts, "middle")
    others = [(_("Chance"), chance, "diamond", "chance")] if chance else []
    others += [
        (name, spot, ARCHETYPE_SHAPES[i % len(ARCHETYPE_SHAPES)], "way") for i, (name, spot) in enumerate(archetypes)
    ]
    labels = []
    plays = [_at(p.x, p.y) for p in points]
    for name, spot, shape, cls in others:
        x, y = _at(spot.x, spot.y)
        if any(abs(x - a) + abs(y - b) < 14 for a, b in plays):  # beside the plays that stand there, with a thread
            yield tag("path", d=f"M{x:.0f} {y:.0f}l-16 -10", cls="thread")
            x, y = x - 16, y - 10
        taken.append((x - 8, y - 8, x + 8, y + 8))
        labels.append((name, x, y))
        yield mark(shape, x, y, 7, cls)
    for name, x, y in labels:
        yield _label(name, x, y, taken)
    yield from _corners(axis, taken)


def _label(name: str, x: float, y: float, taken: list[_Box]) -> Markup:
    """Returns a name beside its mark, where it covers the least."""
    wide = 7.2 * len(name)
    ways = [("start", 11, 5), ("end", -11, 5), ("middle", 0, -12), ("middle", 0, 22)]
    ways += [("start", 9, -9), ("end", -9, -9), ("start", 9, 19), ("end", -9, 19)]
    ways += [("middle", 0, 36), ("middle", 0, -26), ("start", 20, 30), ("end", -20, 30)]

    def box(way: tuple[str, int, int]) -> _Box:
        anchor, dx, dy = way
        left = x + dx - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        return left, y + dy - 12, left + wide, y + dy + 4

    def cost(way: tuple[str, int, int]) -> float:
        one = box(way)
        outside = one[0] < _LEFT + 2 or one[2] > _LEFT + _SIDE - 2 or one[1] < _TOP or one[3] > _TOP + _SIDE
        return 1e6 * outside + sum(_overlap(one, other) for other in taken)

    best = min(ways, key=cost)
    taken.append(box(best))
    return words(name, x + best[1], y + best[2], "halo", best[0])


def _overlap(a: _Box, b: _Box) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
