"""`python -m game.window.art build` writes every picture to `assets/`; `sheet OUT.png` draws a contact sheet."""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame  # noqa: E402

from game.window.art import backdrop, portrait  # noqa: E402
from game.window.art.expression import EXPRESSIONS  # noqa: E402
from game.window.art.people import PEOPLE  # noqa: E402
from game.window.art.places import PLACES  # noqa: E402

ASSETS = Path(__file__).resolve().parents[3] / "assets"
PADDING = 4


def _first_difference(a: bytes, b: bytes) -> int:
    """The index of the first byte in which two runs of bytes differ (they must)."""
    low, high = 0, len(a)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if a[:middle] == b[:middle] else (low, middle)
    return low


def differing(pictures: Iterable[pygame.Surface], base: pygame.Surface) -> pygame.Rect:
    """The smallest box, a little padded, outside which all the pictures are equal to the base."""
    width, height = base.get_size()
    row = width * 4
    still = pygame.image.tobytes(base, "RGBA")
    left, right, top, bottom = width, 0, height, 0
    for picture in pictures:
        other = pygame.image.tobytes(picture, "RGBA")
        for y in range(height):
            a, b = still[y * row : (y + 1) * row], other[y * row : (y + 1) * row]
            if a != b:
                left = min(left, _first_difference(a, b) // 4)
                right = max(right, width - _first_difference(a[::-1], b[::-1]) // 4)
                top, bottom = min(top, y), max(bottom, y + 1)
    box = pygame.Rect(left, top, right - left, bottom - top).inflate(2 * PADDING, 2 * PADDING)
    return box.clip(base.get_rect())


def straight(picture: pygame.Surface) -> pygame.Surface:
    """A premultiplied picture with its colours divided by their alpha again, as PNG files have them."""
    data = bytearray(pygame.image.tobytes(picture, "RGBA"))
    for i in range(3, len(data), 4):
        alpha = data[i]
        if 0 < alpha < 255:
            for k in (i - 3, i - 2, i - 1):
                data[k] = min(255, (data[k] * 255 + alpha // 2) // alpha)
    return pygame.image.frombytes(bytes(data), picture.get_size(), "RGBA")


def build_person(name: str, assets: Path) -> None:
    """Write one person: `base.png`, the face box of each expression, and where that box lies."""
    folder = assets / "portraits" / name
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {expression: portrait.paint(PEOPLE[name], expression) for expression in EXPRESSIONS}
    base = pictures["neutral"]
    box = differing(pictures.values(), base)
    pygame.image.save(straight(base), str(folder / "base.png"))
    for expression, picture in pictures.items():
        pygame.image.save(straight(picture.subsurface(box)), str(folder / f"{expression}.png"))
    face = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    (folder / "face.json").write_text(json.dumps(face) + "\n", encoding="utf-8")


def build_place(name: str, assets: Path) -> None:
    """Write one place."""
    (assets / "places").mkdir(parents=True, exist_ok=True)
    pygame.image.save(backdrop.paint(PLACES[name]), str(assets / "places" / f"{name}.png"))


def sheet(out: Path) -> None:
    """Draw every person with every expression, five in a row, and every place, three in a row."""
    wide, tall = 360, 432
    rows = 2 * len(PEOPLE)
    place_size = (5 * wide // 3, 5 * wide // 3 * 9 // 16)
    picture = pygame.Surface((5 * wide, rows * tall + -(-len(PLACES) // 3) * place_size[1]))
    picture.fill("#d3dbd5")
    for i, person in enumerate(PEOPLE.values()):
        for j, expression in enumerate(EXPRESSIONS):
            drawn = portrait.paint(person, expression, 0.4)
            at = (j % 5 * wide, (2 * i + j // 5) * tall)
            picture.blit(drawn, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    for i, place in enumerate(PLACES.values()):
        drawn = pygame.transform.smoothscale(backdrop.paint(place), place_size)
        picture.blit(drawn, (i % 3 * place_size[0], rows * tall + i // 3 * place_size[1]))
    pygame.image.save(picture, str(out))


def main() -> None:
    """Run the command that was typed."""
    parser = argparse.ArgumentParser(prog="python -m game.window.art", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="write all the pictures, or those named, to assets/")
    build.add_argument("names", nargs="*", help="people or places; all of them when none is named")
    build.add_argument("--assets", type=Path, default=ASSETS)
    contact = commands.add_parser("sheet", help="draw a contact sheet")
    contact.add_argument("out", type=Path)
    asked = parser.parse_args()
    pygame.display.init()
    if asked.command == "sheet":
        sheet(asked.out)
        return
    for name in asked.names or [*PEOPLE, *PLACES]:
        if name in PEOPLE:
            build_person(name, asked.assets)
        elif name in PLACES:
            build_place(name, asked.assets)
        else:
            parser.error(f"there is no person or place called {name!r}")
        print(name)


if __name__ == "__main__":
    main()
