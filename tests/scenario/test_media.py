"""An author's own pictures and sounds lie beside the scenario, and are looked at before anything decodes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.app import library
from game.scenario.load import load_file, playable
from game.scenario.media import MOST_FILES, Media, folder_beside, portrait_size, read
from game.scenario.model import Scenario
from game.scenario.picture_head import MOST_BYTES, NotUsable
from game.scenario.texts import texts
from game.testing import a_rubric, a_scenario
from tests.support.own_media import ME, a_story_with_its_own, picture, sound


@pytest.fixture
def story(tmp_path: Path) -> Scenario:
    return playable(load_file(a_story_with_its_own(tmp_path), a_rubric().moves))


def named(path: Path | None, story: Scenario) -> str | None:
    return path and path.relative_to(story.media).as_posix()


def test_the_more_exact_picture_is_taken(story: Scenario) -> None:
    own = Media.of(story)
    people = [named(own.portrait(*of), story) for of in (("me", "hurt"), ("me", "warm"), ("dana", "warm"))]
    assert people == ["portraits/me/hurt.webp", "portraits/me.png", None]
    places = [named(own.place(*of), story) for of in (("back-room", "night"), ("back-room", "day"), ("cafe", "day"))]
    assert places == ["places/back-room/night.png", "places/back-room.png", None]
    assert named(own.sound("back-room"), story) == "sounds/back-room.wav"
    assert own.lying("me", "face_up") is None


def test_a_scenario_without_a_folder_has_nothing_of_its_own() -> None:
    assert Media.of(a_scenario()).files == {}


def test_what_lies_outside_or_is_hidden_is_not_seen(story: Scenario, tmp_path: Path) -> None:
    folder = folder_beside(tmp_path / "a-story.yaml")
    (folder / "portraits" / "out.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "secret.png").write_bytes(b"x")
    (folder / ".hidden.png").write_bytes(b"x")
    assert len(list(Media.of(story).every())) == 5


def test_a_folder_is_read_no_further_than_its_bound(story: Scenario) -> None:
    for number in range(MOST_FILES + 5):
        (Path(story.media) / f"{number}.png").write_bytes(b"x")
    assert len(list(Media.of(story).every())) == MOST_FILES


def test_words_for_pictures_are_texts_as_all_others(story: Scenario) -> None:
    assert (("pictures", "me"), ME) in texts(story)


def test_a_scenario_that_was_kept_finds_its_pictures_where_its_file_is_now(tmp_path: Path) -> None:
    before = a_story_with_its_own(tmp_path / "one")
    first = library.Library(files={}, cache=tmp_path / "cache").read(before)
    after = a_story_with_its_own(tmp_path / "two")
    again = library.Library(files={}, cache=tmp_path / "cache").read(after)
    assert again == replace(first, media=str(folder_beside(after)))


def an_ogg(rate: int, channels: int = 1, pages: int = 1) -> bytes:
    """Pages of an Ogg file of Vorbis: the one that states its kind, and others of 255 packets each."""

    def page(begins: bool, table: bytes, body: bytes) -> bytes:
        return b"OggS\0" + bytes([2 * begins]) + bytes(20) + bytes([len(table)]) + table + body

    head = b"\x01vorbis" + bytes(4) + bytes([channels]) + rate.to_bytes(4, "little") + bytes(12) + b"\xb8\x01"
    return page(True, bytes([len(head)]), head) + page(False, b"\x01" * 255, bytes(255)) * pages


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.png", b"GIF89a" + bytes(60), "neither a WebP nor a PNG"),
        ("a.png", bytes(MOST_BYTES + 1), "larger than 4,096 KiB"),
        ("a.ogg", b"OggS" + bytes(60), "its sound is not Vorbis"),
        ("a.ogg", b"OggS", "its sound is not Vorbis"),
        ("a.ogg", an_ogg(44_100)[:-1], "cut short"),
        ("a.ogg", an_ogg(44_100) + b"more", "cut short"),
        ("a.ogg", an_ogg(1), "of an unusual kind"),
        ("a.ogg", an_ogg(44_100, channels=8), "of an unusual kind"),
        ("a.ogg", an_ogg(44_100) + an_ogg(44_100), "more than one sound"),
        ("a.ogg", an_ogg(44_100, pages=40), "may last longer than 3 minutes"),
        ("a.wav", b"ID3" + bytes(60), "an MP3 file; save it as OGG"),
        ("a.ogg", b"\0\0\0\x20ftypM4A " + bytes(60), "an M4A or MP4 file"),
        ("a.wav", bytes(60), "neither a WAV nor an OGG file"),
        ("a.wav", b"RIFF\x1c\0\0\0WAVEfmt \x10\0\0\0\x11\0" + bytes(14), "its sound is packed"),
        ("a.wav", b"RIFF\x04\0\0\0WAVE", "no WAV file that can be heard"),
        ("a.wav", b"RIFF\xff\0\0\0WAVE", "cut short"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(name: str, data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NotUsable, match=why):
        read(tmp_path / name)


def test_a_picture_and_a_sound_are_read_whole(tmp_path: Path) -> None:
    picture(tmp_path / "a.webp", (30, 36), (1, 2, 3))
    sound(tmp_path / "a.wav")
    (tmp_path / "a.ogg").write_bytes(an_ogg(44_100, pages=3))
    assert all(read(tmp_path / name) == (tmp_path / name).read_bytes() for name in ("a.webp", "a.wav", "a.ogg"))
    with pytest.raises(NotUsable, match="cannot be read"):
        read(tmp_path / "none.png")


@pytest.mark.parametrize(("size", "shown"), [((300, 360), (450, 540)), ((4096, 1), (675, 1)), ((1, 4096), (1, 540))])
def test_somebody_is_as_high_as_there_is_room_but_never_a_strip(size: tuple[int, int], shown: tuple[int, int]) -> None:
    assert portrait_size(size, 540) == shown
