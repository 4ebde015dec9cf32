"""Where things stand: arithmetic on rectangles, with nothing drawn and nothing decided but what fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from pygame import Rect

from game.window.toolkit.look import Look

READABLE = 20.0  # a column narrower than this many ems is stacked under the portrait


class Room(IntEnum):
    """How much of the window the words on a card have; each step gives them more, and never by smaller letters."""

    USUAL = 0
    FOLDED = 1  # the quiet buttons are one
    CLOSE = 2  # little space around and between things
    WIDE = 3  # the person has a narrow strip
    FULL = 4  # the card has the whole window


# By room: the space around an option's words and between the parts of a card, in text heights.
SPACES = {Room.CLOSE: (0.3, 0.35), Room.WIDE: (0.3, 0.35), Room.FULL: (0.2, 0.25)}
USUAL_SPACES = 0.62, 0.6


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


def padding(look: Look, room: Room = Room.USUAL) -> int:
    """Pixels between a card's edge and its words."""
    if room >= Room.CLOSE:
        return look.dp(12)
    return look.dp(26) if look.width >= 700 else look.dp(18)


def scene(look: Look, bar_high: int, phone: bool = False, room: Room = Room.USUAL) -> ConversationLayout:
    """Returns the conversation's places: side by side when the words get room, else the person above them; the card
    alone where it has the whole window."""
    if room is Room.FULL:
        card = Rect(0, 0, look.width, look.height).inflate(-2 * look.dp(6), -2 * look.dp(6))
        return ConversationLayout(True, Rect(0, 0, 0, 0), card, Rect(0, 0, card.width, bar_high))
    return _beside(look, bar_high, phone, room) or _above(look, bar_high, room)


def _beside(look: Look, bar_high: int, phone: bool, room: Room) -> ConversationLayout | None:
    """Returns the person at the left of the card; None where the words would get too little."""
    edge = margin(look) if room < Room.CLOSE else look.dp(12)
    frame = 2 * padding(look, room) + (2 * bezel(look, room) if phone else 0)
    card_wide = round(look.width * (0.69 if room < Room.WIDE else 0.8)) - edge
    if phone and room < Room.WIDE:
        card_wide = min(card_wide, look.em(31) + frame)
    usual = round(look.width * 0.69) - margin(look)  # what decides is the same for every room
    words_wide = usual - 2 * padding(look) - (2 * bezel(look) if phone else 0)
    if words_wide / look.px < READABLE or look.width <= look.height * 1.1:
        return None
    card = Rect(look.width - edge - card_wide, edge, card_wide, look.height - 2 * edge)
    if phone and room < Room.WIDE:
        card.x -= round((look.width - card_wide) * 0.08)
    return ConversationLayout(True, Rect(0, edge, card.x, look.height - edge), card, Rect(0, 0, card.width, bar_high))


def _above(look: Look, bar_high: int, room: Room) -> ConversationLayout:
    """Returns a small picture of the person above the card, and the quiet buttons beside it."""
    edge = look.dp(12)
    bust = bust_high(look, room)
    band = max(bust, bar_high + 2 * edge)
    card = Rect(edge, band, look.width - 2 * edge, look.height - band - edge)
    person = Rect(edge, band - bust, bust, bust)
    bar = Rect(person.right + edge, (band - bar_high) // 2, look.width - person.right - 2 * edge, bar_high)
    return ConversationLayout(False, person, card, bar)


def bust_high(look: Look, room: Room = Room.USUAL) -> int:
    """Returns how high the small picture of a person is that stands above a card, in pixels."""
    return round(look.height * (0.22 if room < Room.CLOSE else 0.13))


def bezel(look: Look, room: Room = Room.USUAL) -> int:
    """Pixels of a drawn phone's frame."""
    return look.dp(12 if room < Room.CLOSE else 6)


def bar_room(look: Look, room: Room = Room.USUAL) -> int:
    """Returns how wide the bar of quiet buttons may be where it stands beside a small portrait."""
    return look.width - bust_high(look, room) - 3 * look.dp(12)


def sheet(look: Look, ems: float = 40.0, low: bool = False) -> Rect:
    """Returns a card in the middle of the window, at most `ems` wide; `low` leaves the top of the picture free."""
    edge = margin(look) if look.width >= 700 else look.dp(12)
    wide = min(look.width - 2 * edge, look.em(ems) + 2 * padding(look))
    top = edge + (look.dp(80) if low else 0)
    return Rect((look.width - wide) // 2, top, wide, look.height - top - edge)


def inner(card: Rect, look: Look, room: Room = Room.USUAL) -> Rect:
    """Returns the part of a card that holds words."""
    pad = padding(look, room)
    return card.inflate(-2 * pad, -2 * pad)


def columns(look: Look, wide: int, least_ems: float, most: int) -> int:
    """Returns how many columns of at least `least_ems` fit side by side, 1 to `most`."""
    return max(1, min(most, int(wide // look.em(least_ems))))


def clamp(value: float, low: float, high: float) -> float:
    """Returns the value, no lower than `low` and no higher than `high`."""
    return max(low, min(high, value))


def around(at: tuple[int, int], size: tuple[int, int], gap: int) -> list[Rect]:
    """Returns eight places around a point: beside it, above and below, and at its corners."""
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
    """Returns how many square pixels of a place are already taken."""
    clips = (spot.clip(taken[index]) for index in spot.collidelistall(taken))
    return sum(clip.width * clip.height for clip in clips)
