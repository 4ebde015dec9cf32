"""Words of ten scripts as a player types and reads them: in the fields, in what is said, in the saves, the history and
the debrief. The fonts themselves are asked: no letter is a box, and what stands left is what is seen left."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pygame
import pytest
from bidi.algorithm import get_display

from game.letters import missing, unseen
from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.play.players import tidy
from game.window.toolkit import text
from game.window.toolkit.fonts import NO_LETTER
from game.window.toolkit.shaping import Run, runs
from tests.support.playing import GOOD, offered, to_options
from tests.window.conftest import Start
from tests.window.drive import SAMPLE, Driver

pytestmark = pytest.mark.slow

SCRIPTS = {
    "Latin with marks": "Zoe\u0308 q\u0303",
    "Vietnamese": "Được rồi, Thảo",
    "Cyrillic": "Нур Ёлкина",
    "Greek": "Ελένη Ρώτα",
    "Arabic": "ليلى سالم",
    "Hebrew": "רות כהן",
    "Chinese": "你好李梅",
    "Japanese": "こんにちは田中",
    "Devanagari": "नमस्ते",
    "Thai": "สวัสดี",
    "emoji": "Ok ✓ 🙂",
}
OURS = [script for script in SCRIPTS if not missing(SCRIPTS[script])]
OF_THE_SYSTEM = [script for script in SCRIPTS if missing(SCRIPTS[script])]
SIZE = 40


@pytest.fixture(autouse=True)
def _fonts() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    text.forget()
    yield
    text.forget()


@dataclass(slots=True)
class Seat:
    """A player who types and reads words of one script."""

    driver: Driver
    words: str

    def type(self, into: str) -> None:
        """Types the words into a field, as an input method sends them."""
        self.driver.go_to(into)
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=self.words))
        self.driver.pump()
        self.driver.wait()
        self.reads()

    def reads(self) -> None:
        """The words stand whole in a line on the screen, and every letter of that line is drawn as itself."""
        shown = tidy(self.words)
        lines = [line for line in self.driver.words().split("\n") if shown in tidy(line)]
        assert lines, f"{shown} is not on the {self.driver.screen} screen:\n{self.driver.words()}"
        for line in lines:
            assert boxes(line) == ""
            assert seen(line) == get_display(text.clean(line))


def boxes(line: str) -> str:
    """The letters of a line that the fonts it is drawn in have not, or draw as the box of a letter that is missing."""
    return "".join(one for run in runs(text.clean(line), "atkinson") for one in _boxes(run))


def _boxes(run: Run) -> Iterator[str]:
    font = text._run_font(run, SIZE, "body")
    box = pygame.image.tobytes(font.render(NO_LETTER, True, "#000000"), "RGBA")
    for letter in unicodedata.normalize("NFC", run.words):
        if unseen(letter):
            continue
        drawn = pygame.image.tobytes(font.render(letter, True, "#000000"), "RGBA")
        if font.metrics(letter) == [None] or drawn == box:
            yield letter


def seen(line: str) -> str:
    """The letters of a line from left to right as they are drawn."""
    return "".join(run.words[::-1] if run.leftward else run.words for run in runs(text.clean(line), "atkinson"))


def a_scenario(folder: Path, words: str) -> Path:
    """The sample, in which a client says these words, and which asks for the player's own before the first choice."""
    asks = SAMPLE.read_text("utf-8").replace("    frame: social\n", "    frame: social\n    own_words: Yours?\n", 1)
    said = asks.replace("Would it be weird if I booked with you?", words)
    path = folder / "sample.yaml"
    path.write_text(said, encoding="utf-8")
    return path


@pytest.mark.parametrize("script", OURS)
def test_words_of_a_script_arrive_and_are_read_wherever_they_stand(script: str, start: Start, tmp_path: Path) -> None:
    words = SCRIPTS[script]
    driver = start(scenarios={"sample": a_scenario(tmp_path, words)})
    driver.app.prefer(replace(driver.app.preferences, reveal="at-once"))
    seat = Seat(driver, words)
    driver.enter("players")
    seat.type("name")
    driver.enter("Play under this name")
    seat.reads()

    driver.enter("Play")
    driver.key(pygame.K_RETURN)
    driver.enter("Begin")
    while driver.screen == "Conversation":
        driver.key(pygame.K_SPACE)
    seat.type("own-words")
    driver.enter("See the options")
    driver.wait()
    driver.key(pygame.K_h)
    assert driver.screen == "History"
    seat.reads()
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_F6)
    seat.type("save-name")
    driver.enter("Save this moment")
    seat.reads()
    driver.key(pygame.K_ESCAPE)

    for option in GOOD:
        to_options(driver)
        driver.key(pygame.K_0 + offered(driver)[option])
    to_options(driver)
    assert driver.screen == "Reflection"
    seat.type("answer-0")
    driver.enter("See the debrief")
    seat.reads()
    driver.go_to("turn-1")
    driver.key(pygame.K_RETURN)
    seat.reads()

    (play,) = list_plays(tmp_path / "logs")
    journal = read_journal(play.path)
    assert (play.player, journal.worded[1]) == (tidy(words), words)
    assert journal.reflected
    assert [answer.text for answer in journal.reflected.answers if answer.text] == [words]


@pytest.mark.parametrize("script", OF_THE_SYSTEM)
def test_letters_that_no_shipped_font_has_are_named_beside_the_name(script: str, start: Start) -> None:
    driver = start()
    driver.enter("players")
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=SCRIPTS[script]))
    driver.pump()
    driver.wait()
    told = driver.words()
    assert "On another computer these letters may show as boxes" in told
    assert all(letter in told for letter in missing(SCRIPTS[script]))


@pytest.mark.parametrize("script", OF_THE_SYSTEM)
def test_letters_that_a_font_of_the_system_has_are_drawn_in_it(script: str) -> None:
    if any(run.file is None for run in runs(SCRIPTS[script], "atkinson")):
        pytest.skip(f"this system has no font for {script}")
    assert boxes(SCRIPTS[script]) == ""


def test_a_letter_that_no_font_has_is_found_to_be_a_box() -> None:
    assert boxes("a\U00010c00b") == "\U00010c00"  # Old Turkic


def test_the_first_letter_of_a_leftward_word_is_drawn_at_its_right() -> None:
    (run,) = runs("רות", "atkinson")
    font = text._run_font(run, SIZE, "body")
    whole, rest = (pygame.mask.from_surface(font.render(part, True, "#000000")) for part in (run.words, run.words[1:]))
    assert whole.get_size()[0] > rest.get_size()[0]
    assert rest.overlap_area(whole, (0, 0)) > 0.9 * rest.count()


def test_arabic_letters_are_joined() -> None:
    (run,) = runs("ليلى", "atkinson")
    font = text._run_font(run, SIZE, "body")
    assert font.size("ليلى")[0] < sum(font.size(letter)[0] for letter in "ليلى")
