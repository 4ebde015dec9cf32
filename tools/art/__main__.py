"""`python -m tools.art build` writes every picture to `assets/`, `contact OUT.png` draws a contact sheet of what
lies there, `sheet OUT.png` paints everyone with every expression anew, and `quiz NAME OUT.png KEY.txt` six nameless
faces."""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path
from random import Random

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.window.toolkit import text
from tools.art import backdrop, contact, eyes, hours, lying, portrait, quiz, webp
from tools.art.expression import EXPRESSIONS
from tools.art.looks import LOOKS
from tools.art.parts import person as part
from tools.art.people import PEOPLE
from tools.art.places import PLACES
from tools.art.roles import used

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PADDING = 4
SAME = 2
"""Colours that differ by no more than this count as equal: nobody sees it, and the boxes get smaller."""
TABLE = "table"
"""What the builder calls the pictures that are alike for everyone who lies on it."""
PART_SCALE = 2 / 3
"""How large smaller parts are drawn, beside the others."""
FIRST_PLACE = "treatment-room"
"""The place that the window opens with, which is drawn small as well."""
SOFT_SIZE = (320, 180)
"""How large a place is kept for showing it blurred."""
BASE = "neutral"
"""The expression that the base picture has; it needs no patch."""


def changed(picture: pygame.Surface, base: pygame.Surface, same: int = SAME) -> pygame.Mask:
    """Returns the pixels in which two pictures of one size differ by more than `same` in any colour."""
    more, less = picture.copy(), base.copy()
    more.blit(base, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    less.blit(picture, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    more.blit(less, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    limit = same + 1
    mask = pygame.mask.from_threshold(more, (0, 0, 0, 0), (limit, limit, limit, 255))
    mask.invert()
    return mask


def differing(pictures: Iterable[pygame.Surface], base: pygame.Surface) -> pygame.Rect:
    """Returns the smallest box, a little padded, outside which all the pictures are equal to the base."""
    rects = [rect for picture in pictures for rect in changed(picture, base).get_bounding_rects()]
    box = rects[0].unionall(rects[1:]) if rects else pygame.Rect(base.get_rect().center, (1, 1))
    return box.inflate(2 * PADDING, 2 * PADDING).clip(base.get_rect())


def straight(picture: pygame.Surface) -> pygame.Surface:
    """Returns a premultiplied picture with its colours divided by their alpha again, as picture files have them."""
    data = bytearray(pygame.image.tobytes(picture, "RGBA"))
    for i in range(3, len(data), 4):
        alpha = data[i]
        if 0 < alpha < 255:
            for k in (i - 3, i - 2, i - 1):
                data[k] = min(255, (data[k] * 255 + alpha // 2) // alpha)
    return pygame.image.frombytes(bytes(data), picture.get_size(), "RGBA")


def build_person(name: str, assets: Path) -> None:
    """Writes one person: the base, a patch for each other expression and look, and where the patches lie."""
    folder = assets / "portraits" / name
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {expression: portrait.paint(PEOPLE[name], expression) for expression in EXPRESSIONS}
    base = pictures.pop(BASE)
    box = differing(pictures.values(), base)
    webp.save(straight(base), folder / "base.webp")
    for expression, picture in pictures.items():
        webp.save(straight(picture.subsurface(box)), folder / f"{expression}.webp")
    where = {**_sides(box), "eyes": _sides(build_eyes(name, folder))}
    (folder / "face.json").write_text(json.dumps(where) + "\n", encoding="utf-8")


def build_eyes(name: str, folder: Path) -> pygame.Rect:
    """Writes what the eyes of a person do beside each expression; returns the box that all of it lies in."""
    whole, patches = eyes.box_of(PEOPLE[name]), [*eyes.patches(PEOPLE[name])]
    boxes = [differing([other], plain) for _, plain, other in patches]
    box = boxes[0].unionall(boxes)
    for patch, _, other in patches:
        webp.save(straight(other.subsurface(box)), folder / f"{patch}.webp")
    return box.move(whole.topleft)


def _sides(box: pygame.Rect) -> dict[str, int]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def build_part(name: str, assets: Path) -> None:
    """Writes one smaller part, two thirds as large, with the expressions that the library gives them."""
    folder = assets / "portraits" / name
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [BASE, *sorted(used(name) - {BASE})]
    pictures = {expression: portrait.paint(part(name), expression, PART_SCALE) for expression in wanted}
    base = pictures.pop(BASE)
    box = differing(pictures.values(), base)
    webp.save(straight(base), folder / "base.webp")
    for expression, picture in pictures.items():
        webp.save(straight(picture.subsurface(box)), folder / f"{expression}.webp")
    (folder / "face.json").write_text(json.dumps(_sides(box)) + "\n", encoding="utf-8")


def build_lying(name: str, assets: Path) -> None:
    """Writes one person face down."""
    webp.save(straight(lying.face_down(PEOPLE[name])), assets / "portraits" / name / "face-down.webp")


def build_table(assets: Path) -> None:
    """Writes what is alike for everyone who lies on the table."""
    folder = assets / "lying"
    folder.mkdir(parents=True, exist_ok=True)
    webp.save(straight(lying.nobody()), folder / "face-down.webp")
    for way in lying.WAYS:
        webp.save(straight(lying.under(way)), folder / f"{way}-under.webp")
        webp.save(straight(lying.over(way)), folder / f"{way}-over.webp")


def smaller(picture: pygame.Surface) -> pygame.Surface:
    """Returns a picture of a place as large as a window first is."""
    return pygame.transform.smoothscale(picture, hours.SIZE)


def soft(picture: pygame.Surface) -> pygame.Surface:
    """Returns a picture of a place as large as it needs to be where it is shown blurred."""
    return pygame.transform.smoothscale(picture, SOFT_SIZE)


def build_place(name: str, assets: Path) -> None:
    """Writes one place as it is drawn, and at each other hour in a folder of that hour; beside each, a small one to
    show blurred."""
    (assets / "places").mkdir(parents=True, exist_ok=True)
    webp.save(backdrop.paint(PLACES[name]), assets / "places" / f"{name}.webp")
    if name == FIRST_PLACE:
        (assets / "places" / "small").mkdir(exist_ok=True)
        webp.save(smaller(backdrop.paint(PLACES[name])), assets / "places" / "small" / f"{name}.webp")
    for hour in hours.others(name):
        (assets / "places" / hour).mkdir(exist_ok=True)
        webp.save(hours.paint(PLACES[name], hour), assets / "places" / hour / f"{name}.webp")
    for whole in (assets / "places" / hour / f"{name}.webp" for hour in ("", *hours.others(name))):
        (whole.parent / "soft").mkdir(exist_ok=True)
        webp.save(soft(pygame.image.load(whole)), whole.parent / "soft" / whole.name)


def sheet(out: Path) -> None:
    """Draws a row for each person, a column for each expression, and below them every place at its hour."""
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
    """Runs the command that was typed."""
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="write all the pictures, or those named, to assets/")
    build.add_argument("names", nargs="*", help="people or places; all of them when none is named")
    build.add_argument("--assets", type=Path, default=ASSETS)
    drawn = commands.add_parser("sheet", help="paint everyone with every expression, and every place")
    drawn.add_argument("out", type=Path)
    shipped = commands.add_parser("contact", help="draw what is shipped: people standing and lying, places by the hour")
    shipped.add_argument("out", type=Path)
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
    if asked.command == "contact":
        contact.draw(ASSETS, asked.out)
        return
    if asked.command == "quiz":
        quiz.draw(ASSETS, asked.name, asked.out, asked.key, Random(asked.seed))
        return
    for name in asked.names or [*PEOPLE, *LOOKS, *PLACES, TABLE]:
        if name in PEOPLE:
            build_person(name, asked.assets)
            build_lying(name, asked.assets)
        elif name in LOOKS:
            build_part(name, asked.assets)
        elif name in PLACES:
            build_place(name, asked.assets)
        elif name == TABLE:
            build_table(asked.assets)
        else:
            parser.error(f"there is no person or place called {name!r}")
        print(name)


if __name__ == "__main__":
    main()
