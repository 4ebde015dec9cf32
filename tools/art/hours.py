"""The three hours of a place: day, evening and night, each of them worked out from the one that the place is drawn at.

Daylight is taken away by multiplying: the rooms by one colour, the sky behind the panes by a gradient. A place that is
drawn in the dark gets its day the other way round: other colours outside, its tones lifted, its lamps put out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pygame

from tools.art.backdrop import HEIGHT, WIDTH, Place, flat, glow, painted
from tools.art.places import sports_hall
from tools.art.svg import Layer, disc, linear, rect

HOURS = ("day", "evening", "night")
SIZE = (1280, 720)
"""Of an hour that a place is not drawn at: such a picture only ever stands blurred behind a person."""
_SCALE = 2.0
_WHOLE = rect(0, 0, WIDTH, HEIGHT, "#fff")

_ROOM = {"evening": "#ecd0b4", "night": "#a8969a"}
"""What a room in daylight is multiplied by, to be lit by lamps."""
_SKY = {
    "evening": ((0.0, "#7f86c2", 1.0), (0.28, "#d69aa6", 1.0), (0.55, "#ffb27c", 1.0), (1.0, "#d98a70", 1.0)),
    "night": ((0.0, "#141c3e", 1.0), (0.3, "#26335e", 1.0), (0.6, "#34406c", 1.0), (1.0, "#2a3156", 1.0)),
}
_LAMPLIGHT = {"evening": 0.16, "night": 0.3}


@dataclass(frozen=True, slots=True)
class Light:
    """How one place changes with the hour.

    own: the hour that it is drawn at
    panes: a body of SVG, white where the outside is seen
    lamps: where lamps hang or stand: x, y and how far they reach
    far: lit windows far off, by night: x and y
    lit: a body of windows that shine at night
    room: what the room is multiplied by at an hour, where that is not as in most
    colours: other colours at an hour, for those that the layers have
    lift: how far dark tones are lifted at an hour; under 1 is brighter
    """

    own: str = "day"
    panes: str = ""
    lamps: tuple[tuple[float, float, float], ...] = ((640.0, 40.0, 620.0),)
    far: tuple[tuple[float, float], ...] = ()
    lit: str = ""
    room: dict[str, str] = field(default_factory=dict)
    colours: dict[str, dict[str, str]] = field(default_factory=dict)
    lift: dict[str, float] = field(default_factory=dict)


def _panes(*boxes: tuple[float, float, float, float]) -> str:
    return "".join(rect(*box, "#fff") for box in boxes)


def _grid(x: float, y: float, w: float, h: float, across: float, down: float) -> str:
    """Returns four panes: a window with a bar of `across` in its middle and one of `down` at 45 of its 100."""
    half, top = (w - across) / 2, h * 0.45
    low = y + top + down
    left, right = x, x + half + across
    return _panes(
        (left, y, half, top), (right, y, half, top), (left, low, half, y + h - low), (right, low, half, y + h - low)
    )


def _bays() -> str:
    """Returns the high windows of the sports hall, which run away from the eye."""
    bays = (0.9 + i * 0.6 for i in range(7))
    return "".join(sports_hall.stretch(sports_hall.LEFT, -66, -128, near, near + 0.48, "#fff") for near in bays)


_CAFE_DAY = {
    "#31426f": "#8fc0e4", "#7a6491": "#bcdcf0", "#d98a6c": "#e6f1ee", "#f3bb7c": "#f6f1dc",
    "#2c2f4d": "#a9b4c4", "#34304f": "#b7b3c2", "#3d3452": "#b9b0b2",
    "#ffcf82": "#8fa3b6", "#ffe0a8": "#8fa3b6", "#f5b45f": "#9db0c0",
    "#ffcb7a": "#eef4f4", "#ffe2b0": "#eef4f4", "#ff9a6b": "#e6f1ee", "#f7d7ff": "#e6f1ee", "#160b12": "#4a3a34",
}  # fmt: skip
_PARTY_DAY = {
    "#2c3a6b": "#8fc0e4", "#6f6396": "#bcdcf0", "#d58f83": "#e6f1ee", "#f0b78a": "#f8f1da",
    "#fff4d8": "#a3cbe8", "#3a4578": "#a3cbe8", "#39345c": "#a9b4c4", "#433a61": "#b7b3c2", "#2f3157": "#9fb0c2",
    "#ffd28a": "#8399ae", "#241f33": "#4a4a58", "#6d5968": "#b9a79f", "#9a8290": "#d9cabf", "#7f86a8": "#bcd6e6",
    "#1a0a14": "#5a4038",
}  # fmt: skip
_KITCHEN_DAY = {
    "#0f1830": "#8fc0e4", "#24325a": "#bcdcf0", "#3f4a74": "#f3efdc", "#ffffff": "#d9eaf4", "#f6efd6": "#fff6cf",
    "#ddd3b4": "#fff6cf", "#141b33": "#93a5b8", "#ffcf7e": "#7d92a8", "#6d6a78": "#c9c6cc", "#05060f": "#3a3a44",
    "#0c0f1c": "#4a4c58",
}  # fmt: skip
_KITCHEN_EVENING = {
    "#0f1830": "#3a4a7c", "#24325a": "#8a6f9c", "#3f4a74": "#e79a74", "#141b33": "#3a3557", "#05060f": "#140c14",
}  # fmt: skip
_SPA_DAY = {
    "#8d93c0": "#9fcbea", "#e0a7b2": "#cfe6f3", "#f8c79b": "#eef4ea", "#ffe3ae": "#fbf3dc", "#a58aa6": "#9dbfa6",
    "#86748f": "#7fab8d", "#e9b7a4": "#bcdcec", "#6b6079": "#6b9a7c", "#fff3cf": "#ffffff", "#fff0cc": "#ffffff",
}  # fmt: skip
_STREET_DAY = {
    "#8fb0c9": "#8fc4ea", "#f0cfa6": "#d3e8f4", "#ffd489": "#f4f4ea", "#ffe2a6": "#9fb2c0", "#ffd98f": "#8aa3b3",
    "#ffe9bd": "#eef4f8", "#ffc46a": "#c9bfa8", "#ffe3a4": "#ddd5c2", "#e8a24f": "#b8a888", "#ffd78c": "#d3cbb8",
    "#2a1424": "#2a2a34",
}  # fmt: skip


def _shop_windows() -> str:
    """Returns what shines in the street at night: shop windows, doors, and some of the windows above."""
    shops = (240, 590, 940)
    glass = "".join(
        rect(x + 22, 408, 220, 92, "#ffc46a", 0.62) + rect(x + 276, 412, 42, 78, "#ffd78c", 0.7) for x in shops
    )
    above = "".join(
        rect(x + 5, y + 5, 44, 35, "#ffd98f", 0.85) + rect(x + 5, y + 44, 44, 35, "#ffd98f", 0.85)
        for x, y in ((282, 168), (494, 168), (738, 128), (982, 170), (1194, 170))
    )
    return glass + above + rect(1163, 168, 34, 50, "#fff0c0", 0.9)


# the rink is not here: it has no windows, and is lit alike at every hour
LIGHTS: dict[str, Light] = {
    "cafe": Light(
        own="evening",
        panes=_panes(*((x, y, 228, h) for x in (64, 308, 552) for y, h in ((52, 98), (160, 292)))),
        lamps=((420, 206, 240), (700, 186, 260), (1060, 168, 280)),
        room={"night": "#c9b4b4"},
        colours={"day": _CAFE_DAY},
        lift={"day": 0.72},
    ),
    "checkout": Light(
        panes=_grid(84, 74, 302, 292, 12, 9),
        lamps=((916, 260, 330), (640, 0, 480)),
        far=((120, 322), (180, 330), (330, 318), (262, 336), (352, 340)),
    ),
    "clinic-desk": Light(
        panes=_panes((74, 84, 302, 262)), far=((110, 300), (170, 310), (248, 296), (330, 304), (300, 322))
    ),
    "night-kitchen": Light(
        own="night",
        panes=_panes((134, 94, 131, 110), (274, 94, 132, 110), (134, 212, 131, 114), (274, 212, 132, 114)),
        colours={"day": _KITCHEN_DAY, "evening": _KITCHEN_EVENING},
        lift={"day": 0.36, "evening": 0.86},
    ),
    "party": Light(
        own="evening",
        panes=_panes((150, 60, 380, 310)),
        room={"night": "#d2bcbc"},
        colours={"day": _PARTY_DAY},
        lift={"day": 0.72},
    ),
    "phone": Light(
        panes=_panes((114, 0, 162, 150), (288, 0, 162, 150), (114, 159, 162, 203), (288, 159, 162, 203)),
        lamps=((820, 0, 560),),
        far=((332, 286), (342, 286), (160, 310), (214, 318), (420, 300)),
    ),
    "school-room": Light(
        panes=_panes(*((x, 44, 82, 130) for i in range(4) for x in (50 + i * 212, 140 + i * 212))),
        lamps=((300, 0, 460), (760, 0, 460), (1100, 60, 400)),
        far=tuple((70.0 + i * 57, 152.0 + i % 3 * 7) for i in range(15)),
    ),
    "spa-office": Light(
        own="evening",
        panes=_panes((80, 50, 130, 150), (220, 50, 130, 150), (80, 208, 130, 222), (220, 208, 130, 222)),
        room={"night": "#a08c94"},
        colours={"day": _SPA_DAY},
        lift={"day": 0.92},
        far=((110, 320), (150, 316), (300, 318), (330, 312)),
    ),
    "sports-hall": Light(panes=_bays(), lamps=((520, 60, 420), (700, 60, 420), (980, 40, 420))),
    "street": Light(
        own="evening",
        panes=rect(0, 0, 240, 548, "#fff") + rect(240, 0, 1040, 20, "#fff"),
        lamps=((1180, 194, 260), (390, 470, 220), (740, 470, 220), (1090, 470, 220)),
        lit=_shop_windows(),
        room={"night": "#4a4e78"},
        colours={"day": _STREET_DAY},
        lift={"day": 0.84},
        far=((20, 340), (48, 396), (110, 376), (176, 356), (206, 410)),
    ),
    "tailor-shop": Light(
        panes=_panes((82, 62, 270, 322), (362, 62, 276, 322)),
        lamps=((800, 20, 420), (320, 420, 300)),
        far=((100, 196), (150, 186), (250, 160), (300, 170), (420, 200), (530, 172), (570, 182)),
    ),
    "treatment-room": Light(
        panes=_grid(104, 76, 264, 288, 10, 9),
        lamps=((1130, 232, 330), (700, 0, 480)),
        far=((130, 330), (166, 322), (292, 328), (340, 334), (210, 340)),
    ),
    "waiting-room": Light(
        panes=_panes((112, 62, 222, 306), (348, 62, 222, 306), (584, 62, 222, 306)),
        lamps=((1084, 250, 360), (640, 0, 420)),
        far=((160, 330), (300, 338), (410, 326), (530, 336), (650, 330), (760, 340)),
    ),
}


def others(place: str) -> tuple[str, ...]:
    """Returns the hours at which a place looks other than it is drawn."""
    return tuple(hour for hour in HOURS if place in LIGHTS and hour != LIGHTS[place].own)


def paint(place: Place, hour: str) -> pygame.Surface:
    """Returns a place at an hour that it is not drawn at, opaque, 1280 × 720."""
    light = LIGHTS[place.name]
    brighter = HOURS.index(hour) < HOURS.index(light.own)
    layers = [
        _recoloured(layer, light.colours.get(hour, {})) for layer in place.layers if _stays(layer, light, brighter)
    ]
    picture = painted(layers, _SCALE)
    if hour in light.lift:
        picture = _lifted(picture, light.lift[hour])
    if not brighter:
        picture.blit(_shade(light, hour), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        for layer in _lamps(light, hour):
            coat = painted([layer], _SCALE)
            picture.blit(coat, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return flat(picture, SIZE)


def _stays(layer: Layer, light: Light, brighter: bool) -> bool:
    """Returns True for what is still there at another hour: daylight goes when it gets dark, lamplight when it gets
    bright."""
    if layer.light is None:
        return True
    near = any(abs(layer.light[0] - x) + abs(layer.light[1] - y) < 90 for x, y, _ in light.lamps)
    return not brighter and (near or light.own != "day")


def _recoloured(layer: Layer, colours: dict[str, str]) -> Layer:
    body = layer.body
    for old, new in colours.items():
        body = body.replace(f'"{old}"', f'"{new}"')
    return replace(layer, body=body)


def _lifted(picture: pygame.Surface, power: float) -> pygame.Surface:
    """Returns an opaque picture with its dark tones lifted."""
    curve = bytes(round(255 * (tone / 255) ** power) for tone in range(256))
    tones = pygame.image.tobytes(picture, "RGB").translate(curve)
    out = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    out.blit(pygame.image.frombytes(tones, picture.get_size(), "RGB"), (0, 0))
    return out


def _shade(light: Light, hour: str) -> pygame.Surface:
    """Returns what a picture is multiplied by when it gets dark."""
    room = light.room.get(hour, _ROOM[hour])
    sky = linear("sky", 0, 0, 0, 480, *_SKY[hour]) + rect(0, 0, WIDTH, HEIGHT, "url(#sky)")
    if light.own == "evening":
        sky = rect(0, 0, WIDTH, HEIGHT, "#5a689c")
    return painted([Layer(rect(0, 0, WIDTH, HEIGHT, room)), Layer(sky, light.panes or _WHOLE)], _SCALE)


def _lamps(light: Light, hour: str) -> list[Layer]:
    """Returns the light of lamps, and at night that of windows near and far."""
    layers = [glow(x, y, reach, "#ffc67e", _LAMPLIGHT[hour]) for x, y, reach in light.lamps]
    far = light.far if hour == "night" else light.far[::2]
    tone = 0.95 if hour == "night" else 0.8
    layers.append(Layer("".join(rect(x, y, 7, 9, "#ffd58a", tone, 1) for x, y in far), light.panes))
    if hour == "night":
        stars = "".join(disc(97 + i * 61 % 560, 40 + i * 37 % 170, 1.1, "#ffffff", 0.55) for i in range(34))
        layers += [Layer(stars, light.panes), Layer(light.lit)]
    return layers
