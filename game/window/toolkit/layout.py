"""Where things stand: arithmetic on rectangles, with nothing drawn and nothing decided but what fits."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect

from game.window.toolkit.look import Look

READABLE = 20.0  # a column narrower than this many ems is stacked under the portrait


@dataclass(frozen=True, slots=True)
class ConversationLayout:
    """A conversation's places: the person, the card with the words, and the bar of quiet buttons."""

    wide: bool
    person: Rect
    card: Rect
    bar: Rect


def margin(look: Look) -> int:
    """Pixels between a card and the window's edge."""
    return look.dp(24)


def padding(look: Look) -> int:
    """Pixels between a card's edge and its words."""
    return look.dp(26) if look.width >= 700 else look.dp(18)


def scene(look: Look, bar_high: int, phone: bool = False) -> ConversationLayout:
    """The conversation's places: side by side when the words get room, else the person above them."""
    edge = margin(look)
    card_wide = round(look.width * 0.69) - edge
    if phone:
        card_wide = min(card_wide, look.em(31) + 2 * padding(look) + 2 * bezel(look))
    words_wide = card_wide - 2 * padding(look) - (2 * bezel(look) if phone else 0)
    if words_wide / look.px >= READABLE and look.width > look.height * 1.1:
        card = Rect(look.width - edge - card_wide, edge, card_wide, look.height - 2 * edge)
        if phone:
            card.x -= round((look.width - card_wide) * 0.08)
        return ConversationLayout(
            True, Rect(0, edge, card.x, look.height - edge), card, Rect(0, 0, card.width, bar_high)
        )
    edge = look.dp(12)
    bust = round(look.height * 0.22)
    band = max(bust, bar_high + 2 * edge)
    card = Rect(edge, band, look.width - 2 * edge, look.height - band - edge)
    person = Rect(edge, band - bust, bust, bust)
    bar = Rect(person.right + edge, (band - bar_high) // 2, look.width - person.right - 2 * edge, bar_high)
    return ConversationLayout(False, person, card, bar)


def bezel(look: Look) -> int:
    """Pixels of a drawn phone's frame."""
    return look.dp(12)


def bar_room(look: Look) -> int:
    """How wide the bar of quiet buttons may be where it stands beside a small portrait."""
    edge = look.dp(12)
    return look.width - round(look.height * 0.22) - 3 * edge


def sheet(look: Look, ems: float = 40.0, low: bool = False) -> Rect:
    """A card in the middle of the window, at most `ems` wide; `low` leaves the top of the picture free."""
    edge = margin(look) if look.width >= 700 else look.dp(12)
    wide = min(look.width - 2 * edge, look.em(ems) + 2 * padding(look))
    top = edge + (look.dp(80) if low else 0)
    return Rect((look.width - wide) // 2, top, wide, look.height - top - edge)


def inner(card: Rect, look: Look) -> Rect:
    """The part of a card that holds words."""
    pad = padding(look)
    return card.inflate(-2 * pad, -2 * pad)


def columns(look: Look, wide: int, least_ems: float, most: int) -> int:
    """How many columns of at least `least_ems` fit side by side, 1 to `most`."""
    return max(1, min(most, int(wide // look.em(least_ems))))


def clamp(value: float, low: float, high: float) -> float:
    """The value, no lower than `low` and no higher than `high`."""
    return max(low, min(high, value))


def place_label(at: tuple[int, int], size: tuple[int, int], gap: int, field: Rect, taken: list[Rect]) -> Rect:
    """Where a label of this size stands by a point: the first of some places around it, near ones first, that is
    inside the field and covers nothing already taken, else the one that covers least."""
    spots = [spot for far in (1.0, 1.8, 3.0) for spot in _around(at, size, round(gap * far))]
    inside = [spot for spot in spots if field.contains(spot)] or [spot.clamp(field) for spot in spots]
    return min(inside, key=lambda spot: covered(spot, taken))


def _around(at: tuple[int, int], size: tuple[int, int], gap: int) -> list[Rect]:
    """Eight places around a point: beside it, above and below, and at its corners."""
    x, y = at
    wide, high = size
    near = gap // 2
    return [
        Rect(x + gap, y - high // 2, wide, high),
        Rect(x - gap - wide, y - high // 2, wide, high),
        Rect(x - wide // 2, y - gap - high, wide, high),
        Rect(x - wide // 2, y + gap, wide, high),
        Rect(x + near, y - near - high, wide, high),
        Rect(x + near, y + near, wide, high),
        Rect(x - near - wide, y - near - high, wide, high),
        Rect(x - near - wide, y + near, wide, high),
    ]


def covered(spot: Rect, taken: list[Rect]) -> int:
    """How many square pixels of a place are already taken."""
    clips = (spot.clip(other) for other in taken)
    return sum(clip.width * clip.height for clip in clips)
