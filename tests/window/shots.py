"""Pictures of every screen at four sizes, at 200 % text, in every theme and in Spanish.

Type `python -m tests.window.shots OUTDIR`, and names such as `720-200-calm` for some of them.

The pictures are drawn by the same code that draws the window; nothing else is needed to look at a change.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from game.play.phases import Phase
from game.window.preferences import Preferences
from game.words import _
from tests.support.patience import PATIENCE
from tests.window.drive import SIZES, Driver, FakeDebrief, a_context

Shoot = Callable[[str], None]


def tour(driver: Driver, shoot: Shoot) -> None:
    """Goes through every screen once, with pictures on the way."""
    shoot("01-title")
    driver.enter("players")
    shoot("01-players")
    driver.key(pygame.K_ESCAPE)
    driver.enter("Help")
    shoot("02-help")
    driver.key(pygame.K_ESCAPE)
    driver.enter("Settings")
    shoot("03-settings")
    driver.enter("Keys and buttons")
    driver.enter("bind-history")
    shoot("03-settings-keys")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    about(driver, shoot)
    driver.key(pygame.K_ESCAPE)
    teach(driver, shoot)
    driver.enter("Play")
    for _look in range(10):  # the faces come while the library stands there already
        driver.wait(0.1)
        pygame.time.wait(50)
    shoot("04-library")
    driver.key(pygame.K_RETURN)
    shoot("05-briefing")
    driver.enter("Begin")
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_SPACE)
    driver.app.update(0.6)
    driver.wait(0.0)
    shoot("06-phone-reading")
    read_on(driver)
    driver.key(pygame.K_DOWN)
    shoot("07-phone-choosing")
    choose(driver, "name-it")
    shoot("08-feedback-good")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    choose(driver, "frame-it")
    driver.key(pygame.K_SPACE)
    driver.key(pygame.K_SPACE)
    driver.wait(3)
    shoot("09-desk-reading")
    read_on(driver)
    shoot("10-desk-choosing")
    driver.key(pygame.K_h)
    shoot("11-history")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_l)
    shoot("12-leave")
    driver.key(pygame.K_ESCAPE)
    keep(driver, shoot)
    choose(driver, "tell")
    shoot("13-feedback-weak")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    shoot("14-table-choosing")
    choose(driver, "mend-gossip")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    driver.key(pygame.K_DOWN)
    shoot("15-locked")
    choose(driver, "scale")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    choose(driver, "recommend")
    driver.key(pygame.K_SPACE)
    read_on(driver)
    shoot("16-ending")
    driver.key(pygame.K_SPACE)
    shoot("17-reflection")
    driver.go_to("answer-0")
    driver.type("I would have kept Priya out of it")
    shoot("18-reflection-typed")
    driver.enter("See the debrief")
    shoot("19-debrief")
    page_down(driver, shoot, "20-debrief")
    driver.enter("Glossary")
    shoot("28-glossary")
    driver.key(pygame.K_ESCAPE)
    play_on(driver, shoot)


def about(driver: Driver, shoot: Shoot) -> None:
    """From the settings to what is kept, to erasing it, to the credits, and back."""
    driver.enter("Where my data is")
    shoot("30-data")
    driver.enter("Make the zip")
    shoot("30-data-zipped")
    driver.enter("erase-all")
    shoot("31-erase")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    driver.enter("Credits and licences")
    shoot("32-credits")
    driver.key(pygame.K_ESCAPE)


def page_down(driver: Driver, shoot: Shoot, name: str) -> None:
    """Reads a debrief to its end, with a picture of each page."""
    for n in range(1, 12):
        pane = driver.app.top.page.pane("debrief")
        before = pane.scroll
        driver.key(pygame.K_PAGEDOWN)
        if pane.scroll == before:
            break
        shoot(f"{name}-{n}")


def play_on(driver: Driver, shoot: Shoot) -> None:
    """Goes back to the third turn of a finished play and plays on from there, to a debrief with two paths."""
    driver.enter("turn-3")
    shoot("26-turn-to-play-on-from")
    driver.enter("play-on")
    read_on(driver)
    shoot("27-playing-on")
    for option in ("keep", "ask-goal", "scale", "recommend"):
        choose(driver, option)
        driver.key(pygame.K_SPACE)
        read_on(driver)
    driver.key(pygame.K_SPACE)
    driver.enter("See the debrief")
    shoot("28-two-paths")
    page_down(driver, shoot, "28-two-paths")
    driver.enter("open-other")
    shoot("29-first-path")


def keep(driver: Driver, shoot: Shoot) -> None:
    """Looks back, pauses and saves, with pictures on the way."""
    driver.key(pygame.K_COMMA)
    driver.key(pygame.K_COMMA)
    shoot("41-looking-back")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_F5)
    shoot("42-saved")
    driver.key(pygame.K_F6)
    driver.go_to("save-name")
    driver.type("Before I answer her question about work")
    driver.enter("Save this moment")
    shoot("43-saves")
    driver.enter("save-quick")
    shoot("44-save")
    driver.enter("ask-remove")
    shoot("45-remove")
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)


def teach(driver: Driver, shoot: Shoot) -> None:
    """Makes a class's page, with pictures on the way."""
    debrief, logs = driver.app.context.debrief, driver.app.context.plays.logs
    assert isinstance(debrief, FakeDebrief)
    assert logs
    for name in ("Autumn class, Tuesday evenings", "class-4a", "class-4b", "a-very-long-name" * 8):
        (logs / name).mkdir(parents=True, exist_ok=True)
    (logs / "class-4b" / "one.jsonl").touch()
    driver.enter("Debrief a class")
    shoot("21-classroom")
    driver.enter("in-class-4b")
    shoot("22-classroom-folder")
    driver.enter("make")
    assert debrief.reached.wait(PATIENCE)
    driver.wait()
    shoot("23-classroom-working")
    debrief.let_on.set()
    until(driver, _("The page is ready: {page}").split(":")[0])
    shoot("24-classroom-ready")
    driver.key(pygame.K_RETURN)
    shoot("25-classroom-no-browser")
    driver.key(pygame.K_ESCAPE)


def until(driver: Driver, words: str) -> None:
    """Lets real time pass until the words stand on the screen."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        driver.wait(0.05)
        if words in driver.words().replace("\n", " "):
            return
        pygame.time.wait(20)
    raise AssertionError(f"{words!r} never comes; there is:\n{driver.words()}")


def read_on(driver: Driver) -> None:
    """Reads to the end of what there is to read."""
    for _line in range(60):
        screen = driver.app.top
        if driver.screen != "Conversation" or getattr(screen, "offers", ()):
            return
        if (
            screen.session.phase is Phase.READING
            and screen.session.ending
            and screen.reading.at_end
            and screen.reading.whole
        ):  # type: ignore[attr-defined]
            return
        driver.key(pygame.K_SPACE)


def choose(driver: Driver, option: str) -> None:
    """Takes an option by its number key, and reads the answer to it."""
    driver.wait()  # the guard against picking while mashing
    offers = driver.offers
    number = next(n for n, offer in enumerate(offers, 1) if offer.option.id == option)
    driver.key(pygame.K_0 + number)
    read_on(driver)


def main(folder: Path) -> None:
    """Writes the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    looks = [(size, 1.0, "calm", "") for size in (*SIZES, (430, 900))] + [
        (SIZES[0], 2.0, "calm", ""),
        (SIZES[1], 2.0, "calm", ""),
    ]
    looks += [(SIZES[1], 1.0, "dark", ""), (SIZES[1], 1.0, "contrast", "")]
    looks += [(SIZES[0], 1.0, "calm", "es"), (SIZES[1], 2.0, "calm", "es")]
    wanted = sys.argv[2:]
    for size, scale, theme, language in looks:
        name = f"{size[1]}-{round(scale * 100)}-{theme}{'-' * bool(language)}{language}"
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as place:
            driver = Driver(a_context(Path(place), languages=("es",), language=language or None), size)
            driver.app.prefer(replace(Preferences(), motion=False, text_scale=scale, theme=theme))
            driver.wait()

            def shoot(what: str, name: str = name, driver: Driver = driver) -> None:
                pygame.image.save(driver.app.surface, str(folder / f"{name}-{what}.png"))

            tour(driver, shoot)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
