"""The pictures that the game draws of itself: complete, drawable, and plainly different from one another."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import json
import re
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pygame
import pytest

from game.window.stage import picture_files, pictures
from tools.art import backdrop, eyes, figure, hours, lint, people, portrait, quiz, roles, svg, webp
from tools.art.__main__ import BASE, SOFT_SIZE, changed, differing, soft, straight
from tools.art.expression import EXPRESSIONS, Mouth
from tools.art.looks import LOOKS
from tools.art.parts import person as person_of
from tools.art.people import PEOPLE
from tools.art.places import PLACES

pytestmark = pytest.mark.slow

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TEN = {
    "neutral", "warm", "bright", "amused", "relieved", "worried", "hurt", "guarded", "pained", "thoughtful",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _display() -> None:
    pygame.display.init()


def _dropped(of: str, layers: Iterable[svg.Layer]) -> set[tuple[str, str]]:
    """What nanosvg would drop of these layers, each with the name of what it belongs to."""
    return {(of, note) for layer in layers for body in (layer.body, layer.inside) for note in lint.findings(body)}


def _still(person: portrait.Person) -> set[tuple[str, str]]:
    """What would be dropped of all that an expression leaves as it is."""
    layers = (*person.behind, *person.skin, *person.beard, *person.glasses, *person.over)
    return _dropped(person.name, layers)


@pytest.mark.slow
@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_can_be_painted_and_nothing_in_any_of_their_faces_is_dropped(name: str) -> None:
    person = PEOPLE[name]
    assert portrait.paint(person, BASE, 0.1).get_size() == (90, 108)
    faces = [portrait.face_layers(person, face) for face in EXPRESSIONS.values()]
    assert set().union(*(_dropped(name, layers) for layers in faces)) | _still(person) == set()


def test_no_two_expressions_are_painted_alike() -> None:
    painted = [portrait.paint(PEOPLE["theo"], expression, 0.1) for expression in EXPRESSIONS]
    assert len({pygame.image.tobytes(picture, "RGBA") for picture in painted}) == len(TEN)


def test_whoever_has_a_module_is_in_the_cast_under_their_own_name() -> None:
    modules = {file.stem for file in Path(people.__file__).parent.glob("[a-z]*.py")}
    assert {people.MODULES.get(name, name) for name in PEOPLE} == modules
    assert [person.name for person in PEOPLE.values()] == [*PEOPLE]
    assert "nobody" not in PEOPLE


def test_there_are_ten_expressions() -> None:
    assert set(EXPRESSIONS) == TEN


def test_nothing_in_a_place_is_dropped() -> None:
    assert set().union(*(_dropped(name, place.layers) for name, place in PLACES.items())) == set()


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


def test_a_shipped_picture_exists_for_each_person_and_expression_and_none_of_a_person_is_there_twice() -> None:
    for person in PEOPLE:
        folder = ASSETS / "portraits" / person
        base = picture_files.read_named(folder, "base")
        stated = json.loads((folder / "face.json").read_text(encoding="utf-8"))
        box = pygame.Rect(stated["x"], stated["y"], stated["width"], stated["height"])
        assert base.get_rect().contains(box)
        # a person stands on nothing but their own outline
        assert base.get_at((0, 0)).a == 0
        assert base.get_at((base.get_width() // 2, base.get_height() - 1)).a == 255
        faces = [picture_files.read_named(folder, expression) for expression in sorted(TEN - {BASE})]
        assert {face.get_size() for face in faces} == {box.size}
        assert len({pygame.image.tobytes(face, "RGBA") for face in (base.subsurface(box), *faces)}) == len(TEN), person


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
                patch = picture_files.read_named(folder, f"{expression}-{look}")
                assert patch.get_size() == (box["width"], box["height"])


def test_a_picture_comes_back_from_its_file_as_good_as_it_was(tmp_path: Path) -> None:
    picture = pygame.Surface((64, 48), pygame.SRCALPHA)
    picture.fill((200, 100, 50, 255), (8, 0, 48, 40))
    picture.fill((20, 60, 90, 120), (8, 40, 48, 8))
    webp.save(picture, tmp_path / "few.webp")
    again = picture_files.read_picture(tmp_path / "few.webp")
    for at in ((0, 0), (20, 20), (20, 45)):
        assert again.get_at(at).a == picture.get_at(at).a
    assert max(abs(one - other) for one, other in zip(again.get_at((20, 20)), (200, 100, 50, 255), strict=True)) < 8


def test_a_picture_without_alpha_is_written_without(tmp_path: Path) -> None:
    webp.save(pygame.Surface((32, 16), 0, 24), tmp_path / "flat.webp")
    again = picture_files.read_picture(tmp_path / "flat.webp")
    assert again.get_size() == (32, 16)
    assert not again.get_flags() & pygame.SRCALPHA


@pytest.mark.slow
def test_a_part_of_a_portrait_is_what_the_whole_has_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portrait, "SHARP", 1.0)  # a quarter of the work, and one pixel aside is still far too much
    folder, person = ASSETS / "portraits" / "linh", PEOPLE["linh"]
    stated = json.loads((folder / "face.json").read_text(encoding="utf-8"))["eyes"]
    lies, box = eyes.box_of(person), pygame.Rect(stated["x"], stated["y"], stated["width"], stated["height"])
    part = portrait.part(person, EXPRESSIONS["neutral"], lies)
    there = box.move(-lies.x, -lies.y)
    whole = picture_files.read_named(folder, "base").premul_alpha().subsurface(box)
    assert changed(part.subsurface(there), whole, same=24).count() < box.width * box.height / 50
    aside = whole.copy()
    aside.blit(whole, (1, 0))
    assert changed(part.subsurface(there), aside, same=24).count() > box.width * box.height / 50


def test_a_shipped_picture_exists_for_each_place() -> None:
    for place in PLACES:
        assert picture_files.read_named(ASSETS / "places", place).get_size() == backdrop.SIZE


def _bytes(folder: Path, pattern: str) -> int:
    return sum(file.stat().st_size for file in folder.glob(pattern))


def test_every_shipped_place_and_person_stays_small() -> None:
    for place in PLACES:
        assert _bytes(ASSETS / "places", f"{place}.webp") < 150_000, place
    for person in PEOPLE:
        assert _bytes(ASSETS / "portraits" / person, "*.webp") < 500_000, person


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
    again = pictures._replaced(base, straight(picture.subsurface(box)), box.topleft)
    assert changed(again, picture).count() == 0


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


def test_every_place_has_a_picture_of_each_hour_and_only_the_rink_is_alike_at_all() -> None:
    for place in PLACES:
        for hour in hours.others(place):
            assert picture_files.read_named(ASSETS / "places" / hour, place).get_size() == hours.SIZE
    assert {place for place in PLACES if len(hours.others(place)) != 2} == {"rink"}


@pytest.mark.parametrize("place", sorted(PLACES))
def test_what_is_shown_blurred_is_kept_small_and_looks_like_the_whole(place: str) -> None:
    for hour in ("", *hours.others(place)):
        whole = picture_files.read_named(ASSETS / "places" / hour, place)
        small = picture_files.read_named(ASSETS / "places" / hour / "soft", place)
        assert small.get_size() == SOFT_SIZE
        assert changed(soft(whole), small, same=24).count() < 0.01 * small.get_width() * small.get_height()


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"rink"}))
def test_a_place_gets_darker_from_day_to_night(place: str) -> None:
    shades = []
    for hour in hours.HOURS:
        picture = pictures.place(ASSETS, place, (64, 36), blurred=False, hour=hour)
        shades.append(sum(pygame.transform.average_color(picture)[:3]))
    assert shades == sorted(shades, reverse=True)


def test_another_hour_changes_colours_puts_out_the_sun_and_lights_windows() -> None:
    sun = backdrop.sunlight([(0, 0), (900, 0), (900, 700)], "#ff0000", 1.0)
    place = backdrop.Place("checkout", "noon", (svg.Layer(svg.rect(0, 0, 1280, 720, "#ffffff")), sun))
    night = hours.paint(place, "night")
    red, _, blue, _ = night.get_at((700, 600))
    assert red < 235
    assert red - blue < 90
    sky = night.get_at((300, 110))
    assert sky.b > sky.r


def test_whoever_says_more_than_a_few_lines_has_a_face() -> None:
    assert {scenario.id: roles.faceless(scenario) for scenario in roles._scenarios() if roles.faceless(scenario)} == {}


def test_a_smaller_part_has_a_picture_of_each_expression_that_the_library_gives_them() -> None:
    for part in LOOKS:
        folder = ASSETS / "portraits" / part
        box = json.loads((folder / "face.json").read_text(encoding="utf-8"))
        assert picture_files.read_named(folder, "base").get_size() == (600, 720)
        for expression in roles.used(part) - {BASE}:
            assert picture_files.read_named(folder, expression).get_size() == (box["width"], box["height"])
        assert _bytes(folder, "*.webp") < 160_000, part


def test_smaller_parts_are_painted_with_every_way_of_wearing_hair() -> None:
    worn = {look.worn: name for name, look in LOOKS.items()}
    assert len(worn) == 8
    pictures_of = [pygame.image.tobytes(portrait.paint(person_of(name), BASE, 0.05), "RGBA") for name in worn.values()]
    assert len(set(pictures_of)) == len(worn)


def test_none_of_the_smaller_parts_uses_what_nanosvg_drops_silently() -> None:
    assert set().union(*(_still(person_of(name)) for name in LOOKS)) == set()
