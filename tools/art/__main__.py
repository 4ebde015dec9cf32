"""`python -m tools.art build` writes every picture to `assets/`, `sheet OUT.png` draws a contact sheet, and
`quiz NAME OUT.png KEY.txt` six nameless faces."""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path
from random import Random

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.window.toolkit import text
from tools.art import backdrop, eyes, png, portrait, quiz
from tools.art.expression import EXPRESSIONS
from tools.art.people import PEOPLE
from tools.art.places import PLACES

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PADDING = 4
SAME = 2
"""Colours that differ by no more than this count as equal: nobody sees it, and the files halve."""
TONE = 5
"""How far the tones of the eyes' patches lie apart; 255 is one of them, so that what is opaque stays so."""


def changed(picture: pygame.Surface, base: pygame.Surface) -> pygame.Mask:
    """The pixels in which two pictures of one size plainly differ."""
    more, less = picture.copy(), base.copy()
    more.blit(base, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    less.blit(picture, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    more.blit(less, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    limit = SAME + 1
    mask = pygame.mask.from_threshold(more, (0, 0, 0, 0), (limit, limit, limit, 255))
    mask.invert()
    return mask


def differing(pictures: Iterable[pygame.Surface], base: pygame.Surface) -> pygame.Rect:
    """The smallest box, a little padded, outside which all the pictures are equal to the base."""
    rects = [rect for picture in pictures for rect in changed(picture, base).get_bounding_rects()]
    box = rects[0].unionall(rects[1:]) if rects else pygame.Rect(base.get_rect().center, (1, 1))
    return box.inflate(2 * PADDING, 2 * PADDING).clip(base.get_rect())


def difference(picture: pygame.Surface, base: pygame.Surface) -> pygame.Surface:
    """The picture, not premultiplied, with every pixel left out that it shares with the base.

    Where it is clear and the base is not, its pixel is black at alpha 1: enough to replace what was there.
    """
    mask = changed(picture, base)
    keep = mask.to_surface(setcolor=(255, 255, 255, 255), unsetcolor=(0, 0, 0, 0))
    out = picture.copy()
    out.blit(keep, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    trace = mask.to_surface(setcolor=(0, 0, 0, 1), unsetcolor=(0, 0, 0, 0))
    out.blit(trace, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return straight(out)


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
    """Write one person: `base.png`, what each expression changes of it, and where that box lies."""
    folder = assets / "portraits" / name
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {expression: portrait.paint(PEOPLE[name], expression) for expression in EXPRESSIONS}
    base = pictures["neutral"]
    box = differing(pictures.values(), base)
    pygame.image.save(straight(base), str(folder / "base.png"))
    for expression, picture in pictures.items():
        face = difference(picture.subsurface(box), base.subsurface(box))
        pygame.image.save(face, str(folder / f"{expression}.png"))
    where = {**_sides(box), "eyes": _sides(build_eyes(name, folder))}
    (folder / "face.json").write_text(json.dumps(where) + "\n", encoding="utf-8")


def build_eyes(name: str, folder: Path) -> pygame.Rect:
    """Write what the eyes of a person do beside each expression; the answer is the box that all of it lies in."""
    whole, patches = eyes.box_of(PEOPLE[name]), [*eyes.patches(PEOPLE[name])]
    boxes = [differing([other], plain) for _, plain, other in patches]
    box = boxes[0].unionall(boxes)
    for patch, plain, other in patches:
        seen = coarse(difference(other.subsurface(box), plain.subsurface(box)))
        png.save(seen, folder / f"{patch}.png")
    return box.move(whole.topleft)


def coarse(picture: pygame.Surface) -> pygame.Surface:
    """The picture with fewer tones, all within `TONE` / 2 of the true ones: what is seen for a moment may be small."""
    nearest = bytes(min(255, round(value / TONE) * TONE) for value in range(256))
    return pygame.image.frombytes(pygame.image.tobytes(picture, "RGBA").translate(nearest), picture.get_size(), "RGBA")


def _sides(box: pygame.Rect) -> dict[str, int]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def build_place(name: str, assets: Path) -> None:
    """Write one place."""
    (assets / "places").mkdir(parents=True, exist_ok=True)
    pygame.image.save(backdrop.paint(PLACES[name]), str(assets / "places" / f"{name}.png"))


def sheet(out: Path) -> None:
    """Draw a row for each person, a column for each expression, and below them every place at its hour."""
    wide, tall, strip, columns = 240, 288, 34, 3
    place_wide = len(EXPRESSIONS) * wide // columns
    place_tall = place_wide * 9 // 16
    top = strip + len(PEOPLE) * (tall + strip)
    picture = pygame.Surface((len(EXPRESSIONS) * wide, top + -(-len(PLACES) // columns) * (place_tall + strip)))
    picture.fill("#d3dbd5")

    def caption(words: str, x: int, y: int) -> None:
        picture.blit(text.font(22, "Regular").render(words, True, "#1c2a26"), (x + 8, y + 4))

    for j, expression in enumerate(EXPRESSIONS):
        caption(expression, j * wide, 0)
    for i, person in enumerate(PEOPLE.values()):
        caption(person.name, 0, strip + i * (tall + strip))
        y = 2 * strip + i * (tall + strip)
        for j, expression in enumerate(EXPRESSIONS):
            drawn = portrait.paint(person, expression, wide / portrait.WIDTH)
            picture.blit(drawn, (j * wide, y), special_flags=pygame.BLEND_PREMULTIPLIED)
    for i, place in enumerate(PLACES.values()):
        x, y = i % columns * place_wide, top + i // columns * (place_tall + strip)
        picture.blit(pygame.transform.smoothscale(backdrop.paint(place), (place_wide, place_tall)), (x, y + strip))
        caption(f"{place.name}: {place.hour}", x, y)
    pygame.image.save(picture, str(out))


def main() -> None:
    """Run the command that was typed."""
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="write all the pictures, or those named, to assets/")
    build.add_argument("names", nargs="*", help="people or places; all of them when none is named")
    build.add_argument("--assets", type=Path, default=ASSETS)
    contact = commands.add_parser("sheet", help="draw a contact sheet")
    contact.add_argument("out", type=Path)
    test = commands.add_parser(
        "quiz", help="draw six expressions of one person without their names, and the key to them"
    )
    test.add_argument("name", choices=PEOPLE)
    test.add_argument("out", type=Path, help="the picture")
    test.add_argument("key", type=Path, help="the file that tells which is which")
    test.add_argument("--seed", help="for the same six again")
    asked = parser.parse_args()
    pygame.display.init()
    pygame.font.init()
    if asked.command == "sheet":
        sheet(asked.out)
        return
    if asked.command == "quiz":
        quiz.draw(ASSETS, asked.name, asked.out, asked.key, Random(asked.seed))
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
