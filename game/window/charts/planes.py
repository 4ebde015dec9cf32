"""A plane drawn: named corners, the path of a play through it, another beside it, chance, and five ways of playing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pygame
from typing_extensions import override

from game.play.compare import THIS, headed
from game.window.charts.labels import LabelPlaces
from game.window.charts.trace import Plane
from game.window.toolkit import icons, paint, text
from game.window.toolkit.kept_pictures import keep_pictures
from game.window.toolkit.look import Look
from game.window.toolkit.widgets import Canvas, Widget
from game.words import _

FINE = 3
CORNER = "aside"  # how the names of corners are set
ROOMY = 230  # square ems that the labels of a plane need
DASH = (4.0, 2.6)  # on and off of a second path's line, in widths of its pen


class PlanePlot(Widget):
    """The plane of one axis with its labels, as high as the window allows."""

    def __init__(self, plane: Plane) -> None:
        super().__init__()
        self.plane = plane

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        step = text.leading(look.px, "body")
        least = look.em(16 if self.plane.beside else 13)
        high = max(least, min(round(wide * 0.8), round(look.height * 0.42)))
        high = max(high, min(look.em(1) * look.em(ROOMY) // wide, round(look.height * 0.8)))
        self.box = pygame.Rect(x, y + step, wide, high)
        self.rect = pygame.Rect(x, y, wide, high + 2 * step)
        self.labels = arrange(self.plane, self.box.size, look)
        return self.rect.height

    @override
    def draw(self, canvas: Canvas) -> None:
        look, theme = canvas.look, canvas.look.theme
        at = canvas.place(self.box)
        canvas.surface.blit(_ground(self.plane, self.box.size, look), at)
        for label in self.labels:
            if label.of:
                _lead(canvas.surface, label.of, label.spot, at, look)
        for words, role, colour, spot, _of in self.labels:
            ink = getattr(theme, colour)
            _clear(canvas.surface, spot.move(at.topleft), at, look)
            text.blit_line(canvas.surface, words, (at.x + spot.x, at.y + spot.y), look.px, role, ink)
        side = look.em(0.8)
        top = canvas.place(self.rect).y
        up = pygame.transform.rotate(icons.icon("forward", side, theme.muted), 90)
        canvas.surface.blit(up, (at.x, top + (text.leading(look.px, "body") - side) // 2))
        text.blit_line(canvas.surface, self.plane.up, (at.x + look.em(1.1), top), look.px, "body", theme.muted)
        wide = text.width(self.plane.across, look.px, "body")
        left = at.right - wide - look.em(1.1)
        text.blit_line(
            canvas.surface, self.plane.across, (left, at.bottom + look.em(0.1)), look.px, "body", theme.muted
        )
        right = icons.icon("forward", side, theme.muted)
        canvas.surface.blit(right, (at.right - side, at.bottom + look.em(0.1) + (look.em(1.2) - side) // 2))

    @override
    def written(self) -> Iterator[tuple[str, pygame.Rect]]:
        for words, _role, _colour, spot, _of in self.labels:
            yield words, spot.move(self.box.topleft)


def _lead(onto: pygame.Surface, of: tuple[int, int], spot: pygame.Rect, plane: pygame.Rect, look: Look) -> None:
    """Draws a thin line from a point to the label that names it."""
    near = (min(max(of[0], spot.left), spot.right), min(max(of[1], spot.top), spot.bottom))
    start, end = pygame.Vector2(plane.topleft) + of, pygame.Vector2(plane.topleft) + near
    start = start.move_towards(end, look.em(0.5))
    pygame.draw.line(onto, look.theme.muted, start, end, max(1, look.dp(1)))


def _clear(onto: pygame.Surface, spot: pygame.Rect, plane: pygame.Rect, look: Look) -> None:
    """Clears the ground for a label, so that it can be read where a path runs under it."""
    good = spot.centerx > plane.centerx and spot.centery < plane.centery
    plate = spot.inflate(look.em(0.16), -look.em(0.12))
    onto.blit(paint.round_box(plate.size, look.em(0.2), look.theme.choice_hot if good else look.theme.choice), plate)


class Label(NamedTuple):
    """Words on a plane, how they are set, and where; `of` is the point that they name, where they stand far from it."""

    words: str
    role: str
    colour: str
    spot: pygame.Rect
    of: tuple[int, int] | None = None


def point(at: tuple[float, float], size: tuple[int, int], inset: int) -> tuple[int, int]:
    """Returns where a point of the plane (0–100 both ways, up is more) lies in pixels."""
    wide, high = size[0] - 2 * inset, size[1] - 2 * inset
    return inset + round(at[0] / 100 * wide), inset + round((1 - at[1] / 100) * high)


def inset_of(look: Look) -> int:
    """Pixels between the plane's edge and its 0 and 100, so that marks at the rim stay whole."""
    return look.em(0.7)


def arrange(plane: Plane, size: tuple[int, int], look: Look) -> list[Label]:
    """Returns every label for which there is room, with the place it gets: You first, then the ways of playing and
    chance by their points, the corners, and then those by whose points no room was left; where that leaves out a
    corner, the corners come first. Two paths have their names where there is room left."""
    usual = _arranged(plane, size, look, corners_first=False)
    if sum(label.role == CORNER for label in usual) == 4:
        return usual
    return max(usual, _arranged(plane, size, look, corners_first=True), key=len)


def _arranged(plane: Plane, size: tuple[int, int], look: Look, corners_first: bool) -> list[Label]:
    taken = _places(plane, size, look)
    corners = list(_names_of_corners(plane, size, look, taken)) if corners_first else []
    marks, left = _by_their_points(plane, size, look, taken)
    corners = corners or list(_names_of_corners(plane, size, look, taken))
    return [*marks, *corners, *_further_off(left, look, taken), *_names_of_paths(plane, size, look, taken)]


def _places(plane: Plane, size: tuple[int, int], look: Look) -> LabelPlaces:
    """Returns the places for labels, with those taken where marks and paths are drawn."""
    inset, dot, other = inset_of(look), look.em(1.1), plane.beside
    ends = [plane.end, plane.chance, other.end if other else None]
    marks = [*((mark.x, mark.y) for mark in plane.marks), *(end for end in ends if end)]
    paths = [
        spot
        for path in (plane.path, other.path if other else ())
        for spot in _along([point(at, size, inset) for at in path], look.em(0.8))
    ]
    field = pygame.Rect(0, 0, *size).inflate(-look.em(0.3), -look.em(0.2))
    points = [_dot(point(at, size, inset), dot) for at in marks]
    return LabelPlaces(field, points, [_dot(spot, look.em(0.8)) for spot in paths], look.em(0.35))


def _dot(at: tuple[int, int], side: int) -> pygame.Rect:
    """Returns a square around a point."""
    return pygame.Rect(at[0] - side // 2, at[1] - side // 2, side, side)


class _Wanted(NamedTuple):
    """A label that names a point."""

    words: str
    role: str
    colour: str
    at: tuple[int, int]


def _wanted(plane: Plane, size: tuple[int, int], look: Look) -> list[_Wanted]:
    """Returns the names of this play, the ways of playing and chance, with their points."""
    named: list[tuple[str, str, str, tuple[float, float]]] = []
    if plane.end and not plane.beside:
        named.append((_("You"), "strong", "text", plane.end))
    named += [(mark.label, "body", "muted", (mark.x, mark.y)) for mark in plane.marks]
    if plane.chance:
        named.append((_("Chance"), "body", "muted", plane.chance))
    return [_Wanted(words, role, colour, point(at, size, inset_of(look))) for words, role, colour, at in named]


def _box(words: str, role: str, look: Look) -> tuple[int, int]:
    """Returns how large a label is."""
    return text.width(words, look.px, role), text.role_font(look.px, role).get_linesize()


def _by_their_points(
    plane: Plane, size: tuple[int, int], look: Look, taken: LabelPlaces
) -> tuple[list[Label], list[_Wanted]]:
    """Returns the labels for which there is room by their points, and the others."""
    found: list[Label] = []
    left: list[_Wanted] = []
    for one in _wanted(plane, size, look):
        place = taken.beside(one.at, _box(one.words, one.role, look), look.em(0.62))
        if place is None:
            left.append(one)
        else:
            found.append(Label(one.words, one.role, one.colour, place))
    return found, left


def _further_off(left: list[_Wanted], look: Look, taken: LabelPlaces) -> Iterator[Label]:
    """Returns labels as near to their points as there is room; each has a line that leads to it."""
    for one in left:
        place = taken.nearest(one.at, _box(one.words, one.role, look))
        if place is not None:
            yield Label(one.words, one.role, one.colour, place, one.at)


def _names_of_corners(plane: Plane, size: tuple[int, int], look: Look, taken: LabelPlaces) -> Iterator[Label]:
    corners = (
        (plane.second_only, False, False),
        (plane.both, True, False),
        (plane.neither, False, True),
        (plane.first_only, True, True),
    )
    for words, right, low in corners:
        place = _corner(words, right, low, size, look, taken)
        if place is not None:
            yield Label(words, CORNER, "muted", place)


def _names_of_paths(plane: Plane, size: tuple[int, int], look: Look, taken: LabelPlaces) -> Iterator[Label]:
    """Returns the names of two paths by their ends; none where one path is drawn, or where there is no room: the
    legend has the names too."""
    other = plane.beside
    for words, end in ((headed(_(THIS)), plane.end), (headed(other.name), other.end)) if other else ():
        if end:
            place = taken.beside(point(end, size, inset_of(look)), _box(words, "strong", look), look.em(0.62))
            if place is not None:
                yield Label(words, "strong", "text", place)


def _along(points: list[tuple[int, int]], step: int) -> list[tuple[int, int]]:
    """Returns points on a line no further apart than `step` pixels, for labels to keep away from."""
    found = list(points)
    for one, two in pairwise(points):
        pieces = int(pygame.Vector2(one).distance_to(two) // step) + 1
        middles = (pygame.Vector2(one).lerp(two, n / pieces) for n in range(1, pieces))
        found += [(round(middle.x), round(middle.y)) for middle in middles]
    return found


def _corner(
    words: str, right: bool, low: bool, size: tuple[int, int], look: Look, taken: LabelPlaces
) -> pygame.Rect | None:
    """Returns where a quarter's name stands: at its outer edge, in the middle if that is free, else aside, else
    further in; None where it is crowded all over."""
    (wide, high), pad = _box(words, CORNER, look), look.em(0.45)
    half = size[0] // 2
    begin, end = (half + pad, size[0] - pad - wide) if right else (pad, half - pad - wide)
    outer, inner = (size[1] - high - pad, size[1] // 2 + pad) if low else (pad, size[1] // 2 - pad - high)
    rightmost = size[0] - pad - wide  # a long name may reach over the middle, never over the edge
    spots = [
        pygame.Rect(max(pad, min(x, rightmost)), y, wide, high)
        for y in (outer + (inner - outer) * step // 12 for step in range(13))
        for x in ((begin + end) // 2, end if right else begin, begin if right else end)
    ]
    broad = max(half, wide + 2 * pad)
    quarter = pygame.Rect(size[0] - broad if right else 0, size[1] // 2 if low else 0, broad, size[1] // 2)
    return taken.take(spots) or taken.nearest(spots[0].center, (wide, high), quarter.clip(taken.field))


@keep_pictures(6)
def _ground(plane: Plane, size: tuple[int, int], look: Look) -> pygame.Surface:
    """Returns the plane without its words: quarters, path and marks."""
    theme, inset = look.theme, inset_of(look)
    out = paint.round_box(size, look.dp(10), theme.choice, theme.choice_edge, max(1, look.dp(1))).copy()
    quarter = pygame.Rect(size[0] // 2, 2, size[0] // 2 - 2, size[1] // 2 - 2)
    best = paint.round_box(quarter.size, look.dp(9), theme.choice_hot)
    out.blit(best, quarter)
    pygame.draw.line(out, theme.choice_edge, (size[0] // 2, 2), (size[0] // 2, size[1] - 3))
    pygame.draw.line(out, theme.choice_edge, (2, size[1] // 2), (size[0] - 3, size[1] // 2))
    if plane.beside:
        _second_path(out, [point(at, size, inset) for at in plane.beside.path], look)
    _path(out, [point(at, size, inset) for at in plane.path], look)
    side = look.em(0.8)
    for mark in plane.marks:
        _mark(out, mark.shape, point((mark.x, mark.y), size, inset), side, theme.muted, theme.choice)
    if plane.chance:
        _mark(out, "diamond", point(plane.chance, size, inset), side, theme.choice, theme.text)
    if plane.beside and plane.beside.end:
        _mark(out, "target", point(plane.beside.end, size, inset), look.em(1.1), theme.choice, theme.text)
    if plane.end:
        _mark(out, "disc", point(plane.end, size, inset), look.em(1.0), theme.accent, theme.choice)
    return out


def _mark(onto: pygame.Surface, shape: str, at: tuple[int, int], side: int, fill: str, edge: str) -> None:
    """Draws one marker around a point."""
    onto.blit(icons.mark(shape, side, fill, edge), (at[0] - side // 2, at[1] - side // 2))


def _path(onto: pygame.Surface, points: list[tuple[int, int]], look: Look) -> None:
    """Draws the play's way with a dot a turn; the first is hollow."""
    if not points:
        return
    theme = look.theme
    if len(points) > 1:
        smooth_line(onto, points, max(3, look.dp(3)), theme.accent)
    side = look.em(0.5)
    for spot in points[1:]:
        _mark(onto, "disc", spot, side, theme.accent, theme.choice)
    _mark(onto, "disc", points[0], look.em(0.55), theme.choice, theme.accent)


def _second_path(onto: pygame.Surface, points: list[tuple[int, int]], look: Look) -> None:
    """Draws another play's way: dashes, thinner and without a dot a turn."""
    pen = max(2, look.dp(2.4))
    smooth_line(onto, points, pen, look.theme.muted, dashes(pen))


def dashes(pen: int) -> tuple[int, int]:
    """Returns the lengths of dash and gap of a second path's line, in pixels."""
    return round(DASH[0] * pen), round(DASH[1] * pen)


def smooth_line(
    onto: pygame.Surface, points: list[tuple[int, int]], pen: int, colour: str, dash: tuple[int, int] | None = None
) -> None:
    """Draws a line with smooth edges, whole or in dashes (on, off, in pixels)."""
    shade = pygame.Color(colour)
    big = pygame.Surface((onto.get_width() * FINE, onto.get_height() * FINE), pygame.SRCALPHA)
    big.fill((shade.r, shade.g, shade.b, 0))
    for start, end in _pieces(points, dash):
        one, two = pygame.Vector2(start) * FINE, pygame.Vector2(end) * FINE
        if (two - one).length() < 1:
            continue
        side = (two - one).rotate(90)
        side.scale_to_length(pen * FINE / 2)
        pygame.draw.polygon(big, shade, [one + side, two + side, two - side, one - side])
        if dash is None:
            pygame.draw.circle(big, shade, two, pen * FINE / 2)
    onto.blit(pygame.transform.smoothscale(big, onto.get_size()), (0, 0))


def _pieces(
    points: list[tuple[int, int]], dash: tuple[int, int] | None
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Returns the straight pieces of a line, cut into dashes where asked."""
    along = 0.0
    for start, end in pairwise(points):
        one, two = pygame.Vector2(start), pygame.Vector2(end)
        length = (two - one).length()
        if dash is None or not length:
            yield (one.x, one.y), (two.x, two.y)
            continue
        done = 0.0
        while done < length:
            phase = along % sum(dash)
            drawn = phase < dash[0]
            step = min((dash[0] if drawn else sum(dash)) - phase, length - done)
            if drawn:
                a, b = one.lerp(two, done / length), one.lerp(two, (done + step) / length)
                yield (a.x, a.y), (b.x, b.y)
            done, along = done + step, along + step
