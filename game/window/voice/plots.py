"""The debrief's drawings in words: what a plane, a bar and the strip of turns show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.play.compare import THIS, headed
from game.window.charts.pair_strip import PairStrip
from game.window.charts.strip import Flag, Track
from game.window.charts.trace import Plane
from game.words import N_, _

FLAGS = {"split": N_("something broke"), "mend": N_("it was mended"), "warning": N_("a hard limit was crossed")}
Point = tuple[float, float]


def gauge(name: str, score: float | None, chance: float | None, other: tuple[str, float | None] | None = None) -> str:
    """Returns a bar: its score of 100, where chance would land, and another path's score."""
    told = _gauge(name, score, chance)
    return f"{told} {_gauge(headed(other[0]), other[1], None)}" if other else told


def _gauge(name: str, score: float | None, chance: float | None) -> str:
    if score is None:
        return _("{name}: not tested.").format(name=name)
    if chance is None:
        return _("{name}: {score} of 100.").format(name=name, score=round(score))
    return _("{name}: {score} of 100; chance: {chance}.").format(name=name, score=round(score), chance=round(chance))


def plane(told: Plane) -> Iterator[str]:
    """Returns a plane: its directions, what its corners are called, where this play went and another ended, where
    chance and the set ways lie."""
    yield _("A plot of {across} and {up}, each from 0 to 100.").format(across=told.across, up=told.up)
    yield _("Its corners: {corners}.").format(
        corners=", ".join((told.both, told.first_only, told.second_only, told.neither))
    )
    if told.path:
        yield _("Your path starts at {at}.").format(at=_at(told.path[0]))
    if len(told.path) > 2:
        yield _("On the way: {points}.").format(points="; ".join(_at(point) for point in told.path[1:-1]))
    if told.end:
        yield _("It ends at {at}.").format(at=_at(told.end))
    if told.beside and told.beside.end:
        yield _("{name}: {at}.").format(name=headed(told.beside.name), at=_at(told.beside.end))
    if told.chance:
        yield _("Random choices would land at {at}.").format(at=_at(told.chance))
    for mark in told.marks:
        yield _("{name}: {at}.").format(name=mark.label, at=_at((mark.x, mark.y)))


def _at(point: Point) -> str:
    return _("{x} and {y}").format(x=round(point[0]), y=round(point[1]))


def pair(strip_: PairStrip) -> Iterator[str]:
    """Returns two paths in one strip: where they part, then each of them."""
    if strip_.fork:
        yield _("Turn {turn}: {what}.").format(turn=strip_.fork, what=strip_.sign)
    yield headed(_(THIS)) + ":"
    yield from strip(strip_.tracks, strip_.flags)
    yield headed(strip_.other_name) + ":"
    yield from strip(strip_.others, ())


def strip(tracks: Sequence[Track], flags: Sequence[Flag]) -> Iterator[str]:
    """Returns the strip: how each part of the client's state went, from 0 to 10, and the turns that are flagged."""
    for track in tracks:
        start, *after = track.values
        went = ", ".join(map(str, after))
        yield _("{name}, from 0 to 10: {start} at the start, then {after}.").format(
            name=track.name, start=start, after=went
        )
    for flag in sorted(flags, key=lambda flag: flag.turn):
        yield _("Turn {turn}: {what}.").format(turn=flag.turn, what=_(FLAGS[flag.sign]))
