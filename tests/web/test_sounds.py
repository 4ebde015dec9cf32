"""An author's own sounds: a page carries them, plays them once somebody turned them on, and says what it cannot."""

from __future__ import annotations

import math
import re
import struct
import time
import wave
from base64 import b64decode
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app.library import Library
from game.web.page import PageChoices, page
from game.web.sounds import LARGE, told_of_sounds
from tests.support.browsing import browser, expect, opened
from tests.support.own_media import ROOM, a_story_with_its_own
from tests.support.patience import PATIENCE
from tests.support.shell import Shell

pytestmark = pytest.mark.slow

__all__ = ["browser"]
WHOLE = PageChoices()
SOUND = "a-story.media/sounds/back-room"
LISTEN = """
const made = [];
const AudioContextOfTheBrowser = AudioContext;
globalThis.AudioContext = class extends AudioContextOfTheBrowser {
    constructor(...asked) { super(...asked); made.push(this); }
};
const connect = GainNode.prototype.connect;
const ears = [];
GainNode.prototype.connect = function (to, ...more) {
    const ear = new AnalyserNode(this.context);
    ears.push(ear);
    connect.call(this, ear);
    return connect.call(this, to, ...more);
};
globalThis.contexts = () => made.length;
globalThis.loudest = () => {
    let most = 0;
    for (const ear of ears) {
        const wave = new Float32Array(ear.fftSize);
        ear.getFloatTimeDomainData(wave);
        for (const one of wave) most = Math.max(most, Math.abs(one));
    }
    return made.some(one => one.state === "running") ? most : 0;
};
"""


def a_tone(path: Path, seconds: float = 2.0) -> None:
    """Writes a low tone, as loud as a file can be."""
    rate = 22_050
    wave_of = (int(32_000 * math.sin(math.tau * 220 * n / rate)) for n in range(int(rate * seconds)))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(b"".join(struct.pack("<h", one) for one in wave_of))


def vorbis(path: Path) -> None:
    path.write_bytes((Path(pygame.__file__).parent / "examples" / "data" / "house_lo.ogg").read_bytes())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = a_story_with_its_own(tmp_path / "mine")
    a_tone(made.parent / f"{SOUND}.wav")
    return made


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(files={}, cache=tmp_path)


def carried(library: Library, source: Path, choices: PageChoices = WHOLE) -> dict[str, bytes]:
    html = page(library, [str(source)], choices).decode("utf-8")
    return {key: b64decode(data) for key, data in re.findall(r'id="sound:([^"]*)">([^<]*)<', html)}


def test_a_page_carries_the_sounds_of_places_that_are_shown(source: Path, library: Library) -> None:
    file = source.parent / f"{SOUND}.wav"
    a_tone(file.with_name("cellar.wav"))  # of a place that no node has
    assert carried(library, source) == {"own:a-story/back-room": file.read_bytes()}


@pytest.mark.parametrize("choices", [PageChoices(pictures=False), PageChoices(room="ws://192.0.2.7:8000")])
def test_a_small_page_and_a_room_full_of_phones_have_none(source: Path, library: Library, choices: PageChoices) -> None:
    assert carried(library, source, choices) == {}


def at_the_back_room(browser: Any, library: Library, source: Path, sounds: str) -> Any:
    """A page that was played, with sounds `on` or `off`, to where the author's own place is seen."""
    file = source.with_name("a-story.html")
    file.write_bytes(page(library, [str(source)]))
    tab = browser.new_context(reduced_motion="reduce").new_page()
    tab.add_init_script(LISTEN)
    tab.goto(file.as_uri())
    expect(tab.locator("#begin")).to_be_visible()
    assert tab.evaluate("contexts()") == 0
    if sounds == "on":
        the_settings(tab)
        tab.click("#sound-on")
        tab.click("#back")
    tab.click("#begin")
    on_to_the_room(tab)
    return tab


def on_to_the_room(tab: Any) -> None:
    ways = tab.locator("[data-screen=conversation] :is(.option:not([aria-disabled]), .foot .primary)")
    while not tab.locator(f'.backdrop img[alt="{ROOM}"]').count():
        ways.last.evaluate("one => one.click()")


def until(tab: Any, so: str) -> None:
    """Waits for something to be so; the page's policy lets no test wait within it."""
    end = time.monotonic() + PATIENCE
    while not tab.evaluate(so):
        assert time.monotonic() < end, f"never: {so}"
        tab.wait_for_timeout(50)


def the_settings(tab: Any) -> None:
    tab.get_by_role("button", name="Settings").click()
    expect(tab.locator("body[data-screen=settings]")).to_be_visible()


def test_a_place_is_heard_once_sounds_are_on_and_as_loud_as_was_set(
    browser: Any, source: Path, library: Library
) -> None:
    tab = at_the_back_room(browser, library, source, "on")
    until(tab, "loudest() > 0.3")
    assert tab.evaluate("loudest()") < 0.4
    the_settings(tab)
    assert tab.locator("#sound-on").get_attribute("aria-pressed") == "true"
    tab.click("#volume-faint")
    until(tab, "loudest() > 0.1 && loudest() < 0.2")
    tab.click("#sound-off")
    until(tab, "loudest() === 0")
    tab.context.close()


def test_nothing_is_heard_or_even_begun_until_somebody_asks(browser: Any, source: Path, library: Library) -> None:
    tab = at_the_back_room(browser, library, source, "off")
    assert tab.evaluate("contexts()") == 0
    the_settings(tab)
    assert tab.locator("#sound-off").get_attribute("aria-pressed") == "true"
    tab.context.close()


def test_what_was_set_before_waits_for_a_touch(browser: Any, source: Path, library: Library) -> None:
    tab = at_the_back_room(browser, library, source, "on")
    tab.reload()
    expect(tab.locator(".offer #continue")).to_be_visible()
    assert tab.evaluate("contexts()") == 0
    tab.locator(".offer #continue").click()
    on_to_the_room(tab)
    until(tab, "loudest() > 0.3")
    tab.context.close()


def test_an_ogg_file_is_heard_too(browser: Any, source: Path, library: Library) -> None:
    (source.parent / f"{SOUND}.wav").unlink()
    vorbis(source.parent / f"{SOUND}.ogg")
    tab = at_the_back_room(browser, library, source, "on")
    until(tab, "loudest() > 0.01")
    tab.context.close()


def test_what_a_browser_cannot_play_is_silence_and_one_sentence(browser: Any, source: Path, library: Library) -> None:
    file = source.parent / f"{SOUND}.wav"
    data = bytearray(file.read_bytes())
    data[22:24] = bytes(2)  # it says that it has no channel
    file.write_bytes(data)
    tab = at_the_back_room(browser, library, source, "on")
    expect(tab.locator(".notice")).to_contain_text("cannot play this conversation’s sounds")
    tab.context.close()


def test_a_page_without_sounds_has_no_setting_for_them(browser: Any, source: Path, library: Library) -> None:
    file = source.with_name("a-story.html")
    file.write_bytes(page(library, [str(source)], PageChoices(pictures=False)))
    tab = opened(browser, file)
    the_settings(tab)
    assert tab.locator("#sound-on").count() == 0
    tab.close()


def test_export_says_what_not_every_browser_plays(shell: Shell, source: Path, tmp_path: Path) -> None:
    asked = ("export", "page", str(source), "-o", str(tmp_path / "p.html"))
    assert "sound" not in shell(*asked).err
    (source.parent / f"{SOUND}.wav").unlink()
    vorbis(source.parent / f"{SOUND}.ogg")
    told = shell(*asked)
    assert (told.code, "plays no OGG before 2025: back-room.ogg" in told.err) == (0, True)
    assert "OGG" not in shell(*asked, "--no-pictures").err


def test_a_sound_that_cannot_be_used_is_named_and_left_out(source: Path, library: Library) -> None:
    (source.parent / f"{SOUND}.wav").write_bytes(b"ID3" + bytes(60))
    (told,) = told_of_sounds([library.scenario(str(source))])
    assert "back-room.wav is left out: it is an MP3 file" in told
    assert carried(library, source) == {}


def test_large_sounds_are_told(source: Path, library: Library) -> None:
    a_tone(source.parent / f"{SOUND}.wav", LARGE / 2 / 22_050 + 1)
    (told,) = told_of_sounds([library.scenario(str(source))])
    assert "1.0 MB" in told
