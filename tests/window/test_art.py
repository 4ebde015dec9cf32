"""The pictures that the game draws of itself: complete, drawable, and plainly different from one another."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pygame
import pytest

from game.window.stage import pictures
from tools.art import backdrop, eyes, figure, lint, png, portrait, quiz, svg
from tools.art.__main__ import changed, coarse, difference, differing, straight
from tools.art.expression import EXPRESSIONS, Mouth
from tools.art.people import PEOPLE
from tools.art.places import PLACES

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TEN = {
    "neutral", "warm", "bright", "amused", "relieved", "worried", "hurt", "guarded", "pained", "thoughtful",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _display() -> None:
    pygame.display.init()


def _all_layers() -> Iterator[tuple[str, svg.Layer]]:
    for person in PEOPLE.values():
        for layer in (*person.behind, *person.skin, *person.beard, *person.glasses, *person.over):
            yield person.name, layer
        for expression, face in EXPRESSIONS.items():
            for layer in portrait.face_layers(person, face):
                yield f"{person.name} {expression}", layer
    for place in PLACES.values():
        for layer in place.layers:
            yield place.name, layer


def test_every_person_has_every_expression() -> None:
    assert set(EXPRESSIONS) == TEN
    for person in PEOPLE.values():
        for expression in EXPRESSIONS:
            assert portrait.paint(person, expression, 0.1).get_size() == (90, 108)


def test_none_of_our_svg_uses_what_nanosvg_drops_silently() -> None:
    found = {
        (of, note) for of, layer in _all_layers() for body in (layer.body, layer.inside) for note in lint.findings(body)
    }
    assert found == set()


@pytest.mark.parametrize(
    "body",
    [
        "<text x='1'>hello</text>", '<use href="#a"/>', '<clipPath id="c"/>', '<g mask="url(#m)"/>',
        '<rect filter="url(#f)"/>', "<pattern/>", '<rect fill="rgba(0,0,0,.5)"/>', '<rect fill="hsl(1,2%,3%)"/>',
        '<rect fill="currentColor"/>', '<rect fill="#11223344"/>', '<rect fill="url(#gone)"/>',
        '<path d="M1e-7 0L1 1Z"/>', '<path d="Mnan 0L1 1Z"/>',
    ],
)  # fmt: skip
def test_lint_names_each_thing_that_would_vanish(body: str) -> None:
    assert lint.findings(body)


def test_lint_has_nothing_against_paths_and_gradients() -> None:
    body = svg.linear("g", 0, 0, 1, 1, (0, "#112233", 1), (1, "#ffffff", 0)) + svg.shape("M0 0L9 0L9 9Z", "url(#g)")
    assert lint.findings(body) == []


def test_two_expressions_of_a_person_are_never_alike() -> None:
    for person in PEOPLE.values():
        faces = {e: pygame.image.tobytes(portrait.paint(person, e, 0.1), "RGBA") for e in EXPRESSIONS}
        assert len(set(faces.values())) == len(EXPRESSIONS), person.name


def test_a_shipped_picture_exists_for_each_person_and_expression() -> None:
    for person in PEOPLE:
        folder = ASSETS / "portraits" / person
        base = pygame.image.load(str(folder / "base.png"))
        box = json.loads((folder / "face.json").read_text(encoding="utf-8"))
        assert base.get_rect().contains((box["x"], box["y"], box["width"], box["height"]))
        for expression in EXPRESSIONS:
            assert pygame.image.load(str(folder / f"{expression}.png")).get_size() == (
                box["width"],
                box["height"],
            )


def test_a_mouth_that_rests_in_a_smile_keeps_nothing_of_it_when_hurt() -> None:
    head, hurt = portrait.Head(corners=(5.0, 7.0)), EXPRESSIONS["hurt"].mouth
    rested = portrait._rested(head, Mouth(near=0.0, far=-2.0))
    assert (rested.near, rested.far) == (-5.0, -9.0)
    assert portrait._rested(head, hurt).near == hurt.near
    assert hurt.far - 2 < portrait._rested(head, hurt).far < hurt.far


@pytest.mark.parametrize("body", [figure.bust(figure.Build()), figure.garment(figure.Build(), 100, 60)])
def test_a_body_lies_alike_on_both_sides_of_its_middle(body: str) -> None:
    numbers = [float(number) for number in re.findall(r"-?[0-9.]+", body)]
    sides = [abs(x - figure.Build().x) for x in numbers[::2]]
    assert sides == pytest.approx(sides[::-1])
    assert numbers[1::2] == numbers[1::2][::-1]


def test_an_outline_is_the_mirror_of_its_one_half() -> None:
    square = figure.outline(((0, 10), (30, 40), (0, 70)), 100)
    assert square == svg.smooth([(100, 10), (130, 40), (100, 70), (70, 40)], closed=True)


def test_eyes_have_other_looks_where_an_expression_leaves_room_for_them() -> None:
    looks = {expression: {name for name, _ in eyes.looks(face)} for expression, face in EXPRESSIONS.items()}
    both = {"shut", "lowered"}
    assert {expression for expression in looks if looks[expression] == both} == {"neutral", "warm", "amused", "worried"}
    assert {expression for expression in looks if not looks[expression]} == {"relieved", "pained"}


def test_a_shipped_picture_exists_for_each_other_look_inside_the_face() -> None:
    for person in PEOPLE:
        folder = ASSETS / "portraits" / person
        box = json.loads((folder / "face.json").read_text(encoding="utf-8"))["eyes"]
        for expression, face in EXPRESSIONS.items():
            for look, _ in eyes.looks(face):
                patch = pygame.image.load(str(folder / f"{expression}-{look}.png"))
                assert patch.get_size() == (box["width"], box["height"])
                assert patch.get_bounding_rect().width > 60, (person, expression, look)


def test_the_eyes_of_a_person_take_less_than_sixty_kilobytes_and_commonly_less_than_forty_five() -> None:
    taken = {person: _bytes(ASSETS / "portraits" / person, "*-*.png") for person in PEOPLE}
    assert {person for person in taken if taken[person] > 60_000} == set()
    assert sum(taken.values()) < 45_000 * len(PEOPLE)


def test_a_picture_of_few_tones_is_written_as_it_is(tmp_path: Path) -> None:
    picture = pygame.Surface((5, 3), pygame.SRCALPHA)
    picture.fill((200, 100, 50, 255), (1, 0, 3, 2))
    picture.fill((0, 0, 0, 1), (4, 2, 1, 1))
    png.save(picture, tmp_path / "few.png")
    again = pygame.image.load(str(tmp_path / "few.png"))
    assert pygame.image.tobytes(again, "RGBA") == pygame.image.tobytes(picture, "RGBA")
    assert pictures.read_png(tmp_path / "few.png").get_size() == (5, 3)


def test_a_part_of_a_portrait_is_what_the_whole_has_there() -> None:
    folder, person = ASSETS / "portraits" / "henrik", PEOPLE["henrik"]
    stated = json.loads((folder / "face.json").read_text(encoding="utf-8"))["eyes"]
    lies, box = eyes.box_of(person), pygame.Rect(stated["x"], stated["y"], stated["width"], stated["height"])
    part = portrait.part(person, EXPRESSIONS["neutral"], lies).subsurface(box.move(-lies.x, -lies.y))
    whole = pygame.image.load(str(folder / "base.png")).premul_alpha().subsurface(box)
    assert changed(part, whole).count() < box.width * box.height / 50


def test_what_was_opaque_stays_so_with_fewer_tones() -> None:
    picture = pygame.Surface((2, 1), pygame.SRCALPHA)
    picture.fill((201, 99, 50, 255), (0, 0, 1, 1))
    assert coarse(picture).get_at((0, 0)) == (200, 100, 50, 255)
    assert coarse(picture).get_at((1, 0)).a == 0


def test_a_shipped_picture_exists_for_each_place() -> None:
    for place in PLACES:
        assert pygame.image.load(str(ASSETS / "places" / f"{place}.png")).get_size() == backdrop.SIZE


def _bytes(folder: Path, pattern: str) -> int:
    return sum(file.stat().st_size for file in folder.glob(pattern))


def test_every_shipped_place_and_person_stays_small() -> None:
    for place in PLACES:
        assert _bytes(ASSETS / "places", f"{place}.png") < 600_000, place
    for person in PEOPLE:
        assert _bytes(ASSETS / "portraits" / person, "*.png") < 2_000_000, person


def test_a_person_stands_on_nothing_but_their_own_outline() -> None:
    for person in PEOPLE:
        base = pygame.image.load(str(ASSETS / "portraits" / person / "base.png"))
        assert base.get_at((0, 0)).a == 0
        assert base.get_at((base.get_width() // 2, base.get_height() - 1)).a == 255


def test_the_face_box_holds_all_that_an_expression_changes() -> None:
    base = pygame.Surface((60, 50), pygame.SRCALPHA)
    changed = base.copy()
    changed.fill("#ff0000", (20, 18, 6, 9))
    assert differing([base, changed], base) == pygame.Rect(16, 14, 14, 17)


def test_straight_colours_come_back_from_premultiplied_ones() -> None:
    picture = pygame.Surface((1, 1), pygame.SRCALPHA)
    picture.fill((200, 100, 50, 128))
    red, green, blue, alpha = straight(picture.premul_alpha()).get_at((0, 0))
    assert alpha == 128
    assert max(abs(red - 200), abs(green - 100), abs(blue - 50)) <= 2


def test_a_moved_body_moves_every_point_of_its_paths_and_nothing_else() -> None:
    body = svg.shape("M1 2C3 4 5 6 7 8Z", "#0a0b0c", 0.5)
    assert svg.moved(body, lambda x, y: (x + 10, y - 1)) == svg.shape("M11 1C13 3 15 5 17 7Z", "#0a0b0c", 0.5)


def test_a_face_put_back_on_the_base_is_the_picture_it_was_cut_from() -> None:
    base = pygame.Surface((40, 30), pygame.SRCALPHA)
    base.fill((90, 60, 30, 255), (5, 5, 20, 20))
    picture = base.copy()
    picture.fill((0, 0, 0, 0), (5, 5, 3, 3))
    picture.fill((30, 60, 90, 255), (20, 20, 10, 10))
    box = differing([picture], base)
    face = difference(picture.subsurface(box), base.subsurface(box))
    again = pictures._replaced(base, face, box.topleft)
    assert changed(again, picture).count() == 0
    assert face.get_at((10, 10)).a == 0


def test_a_quiz_shows_six_faces_and_only_its_key_names_them(tmp_path: Path) -> None:
    pygame.font.init()
    out, key = tmp_path / "quiz.png", tmp_path / "key.txt"
    quiz.draw(ASSETS, "dana", out, key, Random("a"))
    lines = [line.split() for line in key.read_text(encoding="utf-8").splitlines()]
    assert [number for number, _ in lines] == ["1", "2", "3", "4", "5", "6"]
    assert len({name for _, name in lines}) == 6
    assert {name for _, name in lines} <= TEN
    assert pygame.image.load(str(out)).get_size() == (3 * quiz.WIDE, 2 * (quiz.TALL + quiz.STRIP))
    quiz.draw(ASSETS, "dana", out, tmp_path / "again.txt", Random("b"))
    assert (tmp_path / "again.txt").read_text(encoding="utf-8") != key.read_text(encoding="utf-8")
