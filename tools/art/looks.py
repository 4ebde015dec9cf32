"""Who has a smaller part, as a table: skin, hair, cloth and the measures of a face; `parts` draws them."""

from __future__ import annotations

from dataclasses import dataclass

from tools.art.figure import Cloth
from tools.art.hair import Tones

_BROWN_EYES, _GREY_EYES, _GREEN_EYES = ("#4a2d1a", "#8a5a35"), ("#5b7f86", "#b3d0cf"), ("#5d6b3f", "#a7b37a")


SKINS = {
    "fair": ("#f0cdb4", "#ffe9da", "#cc9a82", "#8f5c4c", "#a66d5b", "#dc6355", "#c9766e"),
    "rosy": ("#eec0a6", "#ffdfcd", "#c88d74", "#8a523f", "#a2614c", "#d8564a", "#c26a60"),
    "olive": ("#d9ac82", "#f2d0aa", "#b07f57", "#6f452a", "#855636", "#c4674a", "#b3665a"),
    "tan": ("#c48f63", "#e3b58a", "#98663f", "#5a351d", "#6d4226", "#b3563c", "#a35d50"),
    "brown": ("#9a6642", "#c48f66", "#6d4428", "#3f2313", "#4c2c19", "#a24d36", "#9a5a50"),
    "dark": ("#70452f", "#a8714e", "#4c2b1c", "#2c150d", "#331a10", "#93402e", "#95504a"),
}
HAIRS: dict[str, Tones] = {
    "black": ("#08080a", "#17161b", "#2a2931", "#4b4a57", "#868599"),
    "brown": ("#2a1a12", "#46301f", "#684a32", "#8c6a4a", "#b99670"),
    "chestnut": ("#3a1d10", "#60331c", "#8a4f2c", "#b27444", "#dca878"),
    "sandy": ("#7a5730", "#a37745", "#c4975f", "#dfb880", "#f7e0b4"),
    "ginger": ("#6e2c10", "#9c4a1e", "#c76d34", "#e39a5c", "#ffd0a0"),
    "grey": ("#4f5256", "#74787c", "#989ca0", "#bfc2c4", "#ececec"),
    "white": ("#9a9892", "#c0beb8", "#dddbd6", "#f0efec", "#ffffff"),
}
CLOTHS = {
    "navy": Cloth("#2f3f66", "#52669a", "#1d2946", "#0f1730", "#8fa4d8"),
    "teal": Cloth("#2f6b69", "#579a96", "#1d4a49", "#0f2f2f", "#9fd8d0"),
    "rust": Cloth("#a2522f", "#cf7f55", "#713519", "#43200d", "#f0b48f"),
    "plum": Cloth("#6a3357", "#975d84", "#47203a", "#2a1022", "#cf9abf"),
    "moss": Cloth("#5d6b3c", "#8a9a62", "#3f4a27", "#252d15", "#c3d09a"),
    "cream": Cloth("#e9e0cf", "#fffaf0", "#c4b8a0", "#8f8266", "#ffffff"),
    "charcoal": Cloth("#4a4e55", "#747a84", "#303338", "#1a1c20", "#a9b0ba"),
    "sky": Cloth("#7fa3c0", "#b0cde2", "#567891", "#355062", "#e0f0fb"),
    "mustard": Cloth("#c89a35", "#ecc56c", "#95701f", "#5c4410", "#ffe4a6"),
    "rose": Cloth("#c98a90", "#ebb9bd", "#9a6066", "#663a40", "#fbdfe1"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """A smaller part: skin, hair and its colour, eyes, cloth, and how this face is unlike others.

    worn: how the hair is worn: short, parted, crop, curls, bob, long, bun, bald
    wide, long: the face, beside the usual one
    jaw: how broad it is below
    age: 0 young, 1 old
    beard: stubble, beard, moustache or none
    glasses, lens: the colour of the frame, and how dark the glass is
    """

    skin: str
    hair: str
    worn: str
    cloth: str
    eyes: tuple[str, str] = _BROWN_EYES
    wide: float = 1.0
    long: float = 1.0
    jaw: float = 1.0
    age: float = 0.2
    beard: str = ""
    glasses: str = ""
    lens: float = 0.0
    build: float = 1.0
    nose: float = 30.0
    lips: float = 1.0
    brows: float = 1.0
    lashes: float = 0.7
    seed: int = 1


LOOKS: dict[str, Look] = {
    "declan": Look(
        "rosy",
        "ginger",
        "parted",
        "charcoal",
        _GREY_EYES,
        1.04,
        0.98,
        1.05,
        0.45,
        "stubble",
        brows=1.1,
        build=1.06,
        seed=3,
    ),
    "jun": Look(
        "olive", "black", "short", "teal", wide=0.98, age=0.1, nose=28, brows=1.05, build=0.94, lashes=0.6, seed=5
    ),
    "birgit": Look(
        "fair", "white", "bob", "navy", _GREY_EYES, 1.05, 0.98, 1.08, 0.95, glasses="#8a3b46", build=1.02, seed=7
    ),
    "dev": Look(
        "brown", "black", "parted", "sky", wide=0.97, age=0.15, beard="beard", nose=33, brows=1.25, build=0.96, seed=9
    ),
    "wes": Look(
        "rosy", "brown", "short", "moss", _GREY_EYES, 1.06, 0.97, 1.1, 0.3, "stubble", build=1.1, nose=33, seed=11
    ),
    "malcolm": Look(
        "dark",
        "grey",
        "crop",
        "rust",
        age=0.65,
        wide=1.08,
        long=0.97,
        jaw=1.1,
        beard="stubble",
        nose=40,
        lips=1.25,
        build=1.18,
        seed=13,
    ),
    "keane": Look(
        "fair", "grey", "bob", "rose", _GREEN_EYES, 0.98, 0.99, 0.98, 0.7, glasses="#3c4a63", build=0.95, seed=15
    ),
    "dougie": Look(
        "rosy",
        "sandy",
        "crop",
        "navy",
        _GREY_EYES,
        1.1,
        0.95,
        1.16,
        0.35,
        "stubble",
        build=1.18,
        nose=34,
        brows=1.1,
        seed=17,
    ),
    "nerys": Look(
        "fair", "chestnut", "long", "plum", _GREEN_EYES, 0.98, 1.0, 0.96, 0.6, build=0.94, lashes=1.0, seed=19
    ),
    "kit": Look(
        "fair", "chestnut", "curls", "sky", _GREEN_EYES, 0.96, age=0.08, nose=29, build=0.94, brows=1.1, seed=21
    ),
    "gus": Look(
        "olive",
        "grey",
        "short",
        "mustard",
        wide=1.1,
        long=0.96,
        jaw=1.12,
        age=0.75,
        beard="beard",
        nose=37,
        brows=1.4,
        build=1.16,
        seed=23,
    ),
    "jo": Look("fair", "sandy", "short", "rust", _GREY_EYES, 0.98, 1.0, 0.97, 0.25, build=0.94, lashes=0.9, seed=25),
    "bettina": Look(
        "fair",
        "brown",
        "bob",
        "teal",
        _GREEN_EYES,
        1.0,
        0.98,
        1.0,
        0.4,
        glasses="#2f3a44",
        build=0.98,
        lashes=0.9,
        seed=27,
    ),
    "gwen": Look("rosy", "grey", "short", "moss", _GREY_EYES, 0.97, 1.02, 0.98, 0.75, build=1.0, seed=29),
    "didier": Look(
        "olive",
        "brown",
        "parted",
        "cream",
        wide=0.94,
        long=1.06,
        age=0.55,
        beard="moustache",
        nose=36,
        build=0.92,
        brows=1.15,
        seed=31,
    ),
    "halina": Look("fair", "white", "bun", "plum", _GREY_EYES, 1.04, 0.96, 1.04, 1.0, build=0.98, seed=33),
    "nell": Look("tan", "black", "long", "mustard", wide=0.98, age=0.55, lashes=1.1, lips=1.15, build=0.92, seed=35),
    "sunita": Look(
        "brown", "grey", "bun", "sky", wide=0.99, age=0.65, glasses="#4a3a2c", lips=1.1, build=0.92, seed=37
    ),
    "wes-tanaka": Look("olive", "black", "curls", "charcoal", wide=1.0, age=0.12, beard="stubble", build=1.04, seed=39),
    "rufus": Look(
        "fair",
        "brown",
        "bald",
        "charcoal",
        _GREY_EYES,
        0.97,
        1.06,
        1.0,
        0.45,
        glasses="#2b2b30",
        build=0.98,
        nose=34,
        seed=41,
    ),
    "bev": Look("rosy", "sandy", "crop", "teal", _GREY_EYES, 1.06, 0.96, 1.08, 0.6, build=1.06, seed=43),
    "yusuf": Look(
        "olive",
        "grey",
        "short",
        "moss",
        wide=1.02,
        age=0.55,
        beard="beard",
        glasses="#15161a",
        lens=0.86,
        nose=35,
        brows=1.3,
        build=1.06,
        seed=45,
    ),
    "farid": Look(
        "tan",
        "grey",
        "parted",
        "navy",
        wide=0.98,
        long=1.02,
        age=0.75,
        beard="moustache",
        glasses="#5a4632",
        nose=36,
        brows=1.25,
        build=1.0,
        seed=47,
    ),
    "rosalind": Look("olive", "grey", "bob", "plum", wide=0.97, age=0.7, lashes=0.9, build=0.94, nose=28, seed=49),
    "joel": Look(
        "dark", "black", "crop", "mustard", wide=1.02, age=0.15, beard="stubble", nose=38, lips=1.3, build=1.08, seed=51
    ),
    "clemens": Look("rosy", "sandy", "parted", "sky", _GREY_EYES, 0.94, 1.04, 1.0, 0.4, build=0.96, nose=32, seed=53),
    "walt": Look(
        "rosy",
        "white",
        "crop",
        "rust",
        _GREY_EYES,
        1.06,
        0.97,
        1.06,
        0.95,
        "moustache",
        build=1.04,
        nose=36,
        brows=1.2,
        seed=55,
    ),
}
