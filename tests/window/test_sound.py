"""Sounds are quiet, optional and never needed: whatever sounds is told in words that stand on the screen."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game import locations
from game.scenario.load import load_file, playable
from game.scenario.model import NARRATION, Line, Scenario
from game.scenario.translate import read_catalogue, told_in
from game.testing import a_rubric
from game.window.sound.__main__ import build
from game.window.sound.cues import cue_of
from game.window.sound.player import Sounds
from game.window.sound.rooms import CUES, ROOMS, made
from game.window.sound.synth import RATE, as_wav
from tests.support.patience import PATIENCE
from tests.window.conftest import Start
from tests.window.drive import ROOT, Driver
from tests.window.shots import read_on

SOUNDS = ROOT / "assets" / "sounds"
SCENARIOS = locations.scenario_files()


@pytest.fixture(autouse=True)
def _no_mixer_left() -> Iterator[None]:
    yield
    pygame.mixer.quit()


def scenario(name: str, language: str = "") -> Scenario:
    path = SCENARIOS[name]
    found = playable(load_file(path, a_rubric().moves))
    return told_in(found, read_catalogue(locations.catalogue_of(path, language))) if language else found


def lines(one: Scenario) -> Iterator[tuple[Line, bool]]:
    """Every line, and whether it comes on a phone."""
    for node in one.nodes.values():
        for line in (*node.lines, *(line for option in node.options or () for line in option.reply)):
            yield line, node.place == "phone"


# ── what is heard is told ────────────────────────────────────────────────────────────────────────────


def test_a_buzz_or_a_door_sounds_only_where_a_stage_direction_tells_of_it() -> None:
    def heard(text: str, speaker: str = NARRATION, phone: bool = False) -> str | None:
        return cue_of(Line(speaker, text), phone=phone)

    assert heard("Your phone buzzes on the counter.") == "buzz"
    assert heard("She shuts the door.") == "door"
    assert heard("You open the door to the waiting room.") == "door"
    assert heard("El teléfono vibra en la encimera.") == "buzz"
    assert heard("Cierra la puerta.") == "door"
    assert heard("The phone does not buzz.") is None
    assert heard("She looks at the door.") is None
    assert heard("Linh is close behind him, at the door.") is None
    assert heard("I shut the door on his fingers.", speaker="dana") is None
    assert heard("Are you there?", speaker="dana", phone=True) == "buzz"
    assert heard("Yes.", speaker="you", phone=True) is None


@pytest.mark.parametrize("language", ["", "es"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_no_line_of_the_library_sounds_without_saying_so(name: str, language: str) -> None:
    said = {"buzz": r"buzz|vibra|zumba", "door": r"door|puerta"}
    for line, phone in lines(scenario(name, language)):
        cue = cue_of(line, phone=phone)
        if cue and not phone:
            assert re.search(said[cue], line.text, re.I), line.text


def test_every_place_of_the_library_has_a_tone_and_a_name_in_words() -> None:
    from game.words import _IN_DATA

    places = {node.place for name in SCENARIOS for node in scenario(name).nodes.values()}
    assert places <= set(ROOMS)
    assert {name.replace("-", " ") for name in ROOMS} <= set(_IN_DATA)


# ── the files ────────────────────────────────────────────────────────────────────────────────────────


def test_the_files_are_all_there_and_small() -> None:
    assert {path.stem for path in SOUNDS.iterdir()} == {*ROOMS, *CUES}
    assert sum(path.stat().st_size for path in SOUNDS.iterdir()) <= 1_500_000


@pytest.mark.parametrize("name", CUES)
def test_a_file_is_what_the_command_makes(name: str) -> None:
    fresh = as_wav(made(name))
    kept = (SOUNDS / f"{name}.wav").read_bytes()
    assert len(fresh) == len(kept)
    assert sum(a != b for a, b in zip(fresh, kept, strict=True)) <= len(kept) // 100  # sines differ by machine


def test_the_command_writes_every_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.window.sound.__main__.made", lambda name: [0.0, 0.5, -0.5])
    assert build(tmp_path / "new") == sum(path.stat().st_size for path in (tmp_path / "new").iterdir())
    assert len(list((tmp_path / "new").iterdir())) == len(ROOMS) + len(CUES)


@pytest.mark.parametrize("name", [*ROOMS, *CUES])
def test_a_sound_is_quiet_whole_and_goes_round_without_a_click(name: str) -> None:
    pygame.mixer.init(RATE, -16, 1)
    raw = pygame.mixer.Sound(SOUNDS / f"{name}.wav").get_raw()
    wave = [int.from_bytes(raw[n : n + 2], sys.byteorder, signed=True) for n in range(0, len(raw), 2)]
    loudest = max(map(abs, wave)) / 32768
    steps = [abs(b - a) for a, b in pairwise(wave)]
    if name in ROOMS:
        assert 0.2 < loudest < 0.4
        assert abs(wave[0] - wave[-1]) <= max(steps)
    else:
        assert 0.3 < loudest <= 0.55
        assert abs(wave[0]) + abs(wave[-1]) < 0.05 * 32768


# ── playing them ─────────────────────────────────────────────────────────────────────────────────────


def sounding(driver: Driver, **wished: object) -> Sounds:
    driver.app.prefer(replace(driver.app.preferences, **{"sound": True, **wished}))  # type: ignore[arg-type]
    driver.wait()
    return driver.app.sounds


def test_the_mixer_runs_only_while_sounds_are_on(start: Start) -> None:
    driver = start()
    assert pygame.mixer.get_init() is None
    assert sounding(driver).on
    assert pygame.mixer.get_init()
    driver.app.prefer(replace(driver.app.preferences, sound=False))
    assert pygame.mixer.get_init() is None


def test_a_place_has_its_tone_and_the_title_is_silent(start: Start) -> None:
    driver = start()
    sounds = sounding(driver)
    assert sounds.room is None
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    assert sounds.room == "phone"
    driver.key(pygame.K_F2)
    assert sounds.room == "phone"
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_l)
    driver.enter("Leave for now")
    driver.wait()
    assert sounds.room is None


def test_an_old_tone_fades_while_the_new_one_comes_in(start: Start) -> None:
    sounds = sounding(start())
    sounds.hear("cafe", None)
    assert pygame.mixer.get_busy()
    sounds.hear("street", None)
    assert sum(pygame.mixer.Channel(n).get_busy() for n in range(pygame.mixer.get_num_channels())) == 2


def test_a_cue_is_heard_once_when_its_line_comes(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    driver = start()
    sounds = sounding(driver)
    usual = sounds.hear

    def listen(room: str | None, cue: str | None) -> None:
        heard.extend([cue] if cue else [])
        usual(room, cue)

    monkeypatch.setattr(sounds, "hear", listen)
    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    read_on(driver)
    told = list(driver.reading.lines)
    expected = [cue for line in told if (cue := cue_of(line, phone=True))]
    assert heard == expected
    assert heard
    driver.key(pygame.K_F2)
    driver.key(pygame.K_ESCAPE)
    assert heard == expected


@pytest.mark.parametrize(
    ("volume", "voice", "loud"), [("faint", False, 0.15), ("full", False, 0.8), ("full", True, 0.32)]
)
def test_loudness_follows_the_setting_and_gives_way_to_the_voice(
    start: Start, volume: str, voice: bool, loud: float
) -> None:
    driver = start(voice=lambda language, rate: None)
    sounds = sounding(driver, volume=volume, voice=voice)
    sounds.hear("cafe", None)
    playing = [pygame.mixer.Channel(n) for n in range(pygame.mixer.get_num_channels())]
    assert [round(one.get_volume(), 1) for one in playing if one.get_busy()] == [round(loud, 1)]


def no_device() -> None:
    raise pygame.error("no such device")


def test_without_a_device_there_is_silence_and_one_calm_message(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.window.sound.player._start_mixer", no_device)
    driver = start()
    driver.key(pygame.K_F2)
    driver.enter("sound-on")
    assert "No sound can be played here (no such device)" in driver.words().replace("\n", " ")
    assert driver.app.preferences.sound
    driver.enter("volume-full")
    assert "No sound can be played here" not in driver.words().replace("\n", " ")
    assert not driver.app.sounds.on


def test_a_file_that_is_missing_or_broken_is_silence(start: Start, tmp_path: Path) -> None:
    (tmp_path / "cafe.wav").write_bytes(b"RIFF no sound")
    sounds = Sounds(tmp_path)
    sounds.follow(replace(start().app.preferences, sound=True))
    sounds.hear("cafe", "buzz")
    sounds.hear("street", "door")
    assert not pygame.mixer.get_busy()
    sounds.close()


def test_an_authors_own_ogg_file_is_heard_as_long_as_it_is(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "back-room.ogg"
    path.write_bytes((Path(pygame.__file__).parent / "examples" / "data" / "house_lo.ogg").read_bytes())
    sounds = Sounds(tmp_path)
    sounds.follow(replace(start().app.preferences, sound=True))
    sounds.hear(path, None)
    assert pygame.mixer.get_busy()
    assert pygame.mixer.Sound(path).get_length() > 5
    sounds.close()


def test_nothing_outside_the_window_needs_the_sounds() -> None:
    code = "import game.cli.main, game.terminal.player, sys; print('game.window.sound.player' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert told.stdout.strip() == "False", told.stderr
