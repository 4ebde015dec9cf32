"""Where the labels of a plane stand: never over a point or too near another label, and over a path only where nothing
else is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from pygame import Rect

from game.window.toolkit.layout import around, covered

Spot = tuple[int, int]
Size = tuple[int, int]
FAR = (1.0, 1.8, 3.0)  # times the gap


class LabelPlaces:
    """The places on one plane that are taken, and those that are left.

    field: where labels may stand
    points: what no label may cover
    paths: what a label had better not cover
    gap: how far apart two labels stand at least, across
    """

    def __init__(self, field: Rect, points: list[Rect], paths: list[Rect], gap: int) -> None:
        self.field, self.paths, self.gap = field, paths, gap
        self._shut = list(points)

    def take(self, spots: Iterable[Rect]) -> Rect | None:
        """Returns and takes the first place that covers nothing, else the one that covers least of a path; None where
        each covers a point or stands too near a label."""
        open_ones = [spot for spot in spots if self.field.contains(spot) and spot.collidelist(self._shut) == -1]
        if not open_ones:
            return None
        free = next((spot for spot in open_ones if spot.collidelist(self.paths) == -1), None)
        place = free or min(open_ones, key=lambda spot: covered(spot, self.paths))
        self._shut.append(place.inflate(2 * self.gap, 0))
        return place

    def beside(self, at: Spot, size: Size, gap: int) -> Rect | None:
        """Returns and takes a place near a point, at the least distance from it that does."""
        return self.take(spot for far in FAR for spot in around(at, size, round(gap * far)))

    def nearest(self, at: Spot, size: Size, within: Rect | None = None) -> Rect | None:
        """Returns and takes the place nearest to a point, wherever in the field or in a part of it that is."""

        def far(spot: Rect) -> int:
            return (spot.centerx - at[0]) ** 2 + (spot.centery - at[1]) ** 2

        for spot in sorted(self._everywhere(size, within or self.field), key=far):
            if (place := self.take([spot])) is not None:
                return place
        return None

    def _everywhere(self, size: Size, part: Rect) -> Iterator[Rect]:
        """Returns places all over a part of the field, a third of a line apart."""
        step = max(2, size[1] // 3)
        lefts = range(part.left, part.right - size[0] + 1, step)
        tops = range(part.top, part.bottom - size[1] + 1, step)
        return (Rect(left, top, *size) for left, top in product(lefts, tops))
