"""What each place sounds like, and the few things that are heard in one: all of it quiet."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from random import Random

from game.window.sound.synth import RATE, Wave, blows, hum, levelled, mixed, noise, swell, times

LONG = 8.0  # seconds before a room's tone comes round again
SOFT = 0.32  # the loudest sample of a room

Make = Callable[[Random], Wave]


def air(rng: Random, high: float = 260.0) -> Wave:
    """Returns a closed room: hardly more than air."""
    return noise(rng, LONG, 40, high)


def voices(rng: Random) -> Wave:
    """Returns people who talk too far away to be understood."""
    return mixed(
        (0.6, times(noise(rng, LONG, 180, 700), swell(rng, LONG, 23, 0.25))),
        (0.4, times(noise(rng, LONG, 400, 1500), swell(rng, LONG, 31, 0.1))),
    )


def _treatment_room(rng: Random) -> Wave:
    return mixed((0.5, air(rng, 200)), (0.12, times(noise(rng, LONG, 600, 1800), swell(rng, LONG, 3, 0.2))))


def _clinic_desk(rng: Random) -> Wave:
    return mixed((0.4, air(rng)), (0.1, hum(LONG, 120, 240)), (0.1, voices(rng)))


def _waiting_room(rng: Random) -> Wave:
    return mixed((0.45, air(rng)), (0.2, voices(rng)))


def _cafe(rng: Random) -> Wave:
    return mixed((0.7, voices(rng)), (0.12, blows(rng, LONG, 6, 2300, 0.05)), (0.25, air(rng)))


def _checkout(rng: Random) -> Wave:
    return mixed((0.35, voices(rng)), (0.3, hum(LONG, 100, 200)), (0.3, air(rng)))


def _street(rng: Random) -> Wave:
    cars = times(noise(rng, LONG, 50, 420), swell(rng, LONG, 4, 0.15))
    return mixed((0.8, cars), (0.15, noise(rng, LONG, 700, 2500)))


def _night_kitchen(rng: Random) -> Wave:
    return mixed((0.3, hum(LONG, 50, 100, 150)), (0.25, air(rng, 180)))


def _party(rng: Random) -> Wave:
    return mixed((0.9, voices(rng)), (0.2, times(hum(LONG, 65, 98), swell(rng, LONG, 16, 0.1))), (0.2, air(rng)))


def _phone(rng: Random) -> Wave:
    return mixed((0.3, air(rng, 180)))


def _spa_office(rng: Random) -> Wave:
    water = times(noise(rng, LONG, 900, 2600), swell(rng, LONG, 47, 0.2))
    return mixed((0.3, air(rng)), (0.3, water), (0.06, blows(rng, LONG, 9, 900, 0.06)))


def _school_room(rng: Random) -> Wave:
    return mixed((0.12, hum(LONG, 100, 300)), (0.3, voices(rng)), (0.35, air(rng)))


def _sports_hall(rng: Random) -> Wave:
    return mixed((0.5, noise(rng, LONG, 30, 160)), (0.3, voices(rng)), (0.25, blows(rng, LONG, 5, 85, 0.12)))


def _tailor_shop(rng: Random) -> Wave:
    machine = times(
        mixed((0.6, hum(LONG, 90, 180, 270)), (0.5, blows(rng, LONG, 60, 420, 0.02))), swell(rng, LONG, 3, 0.05)
    )
    return mixed((0.4, air(rng)), (0.3, machine), (0.3, times(noise(rng, LONG, 40, 300), swell(rng, LONG, 2, 0.1))))


def _rink(rng: Random) -> Wave:
    blades = times(noise(rng, LONG, 1200, 3600), swell(rng, LONG, 9, 0.05))
    return mixed(
        (0.4, noise(rng, LONG, 30, 160)), (0.2, hum(LONG, 60, 120)), (0.25, blades), (0.2, voices(rng)),
        (0.2, blows(rng, LONG, 3, 240, 0.1)),
    )  # fmt: skip


ROOMS: Mapping[str, Make] = {
    "treatment-room": _treatment_room,
    "clinic-desk": _clinic_desk,
    "waiting-room": _waiting_room,
    "cafe": _cafe,
    "checkout": _checkout,
    "street": _street,
    "night-kitchen": _night_kitchen,
    "party": _party,
    "phone": _phone,
    "spa-office": _spa_office,
    "school-room": _school_room,
    "sports-hall": _sports_hall,
    "tailor-shop": _tailor_shop,
    "rink": _rink,
}


def buzz(rng: Random) -> Wave:
    """Returns a phone that buzzes twice on a counter."""
    shake = mixed((0.7, hum(0.9, 165, 330, 495)), (0.2, noise(rng, 0.9, 300, 1500)))
    return levelled([value * _pulse(n / RATE) for n, value in enumerate(shake)], 0.5)


def _pulse(second: float) -> float:
    """Returns how loud a buzz is at a time: two strokes with soft edges."""
    return max(max(0.0, min(1.0, min(second - start, start + 0.32 - second) / 0.03)) for start in (0.03, 0.5))


def door(rng: Random) -> Wave:
    """Returns a latch, and a door that comes to rest."""
    body = mixed((0.6, noise(rng, 0.8, 40, 240)), (0.4, noise(rng, 0.8, 400, 2200)))
    return levelled([value * _latch(n / RATE) for n, value in enumerate(body)], 0.5)


def _latch(second: float) -> float:
    """Returns how loud a door is at a time: a click, then a thud."""
    strokes = ((0.03, 0.35, 60.0), (0.3, 1.0, 14.0))
    passed = ((second - at, strength, fall) for at, strength, fall in strokes if second > at)
    return sum(strength * min(1.0, since / 0.004) * math.exp(-fall * since) for since, strength, fall in passed)


CUES: Mapping[str, Make] = {"buzz": buzz, "door": door}


def made(name: str) -> Wave:
    """Returns the sound of this name, the same every time."""
    rng = Random(f"equal footing {name}")
    return CUES[name](rng) if name in CUES else levelled(ROOMS[name](rng), SOFT)
