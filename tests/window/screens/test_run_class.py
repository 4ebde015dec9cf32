"""A class from the window: what it plays and where is chosen, the room opened and stopped, the debrief reached."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.window.class_server import ClassServer
from game.window.screens.run_class import RunClassScreen
from tests.window.conftest import Start
from tests.window.drive import Driver
from tests.window.screens.test_class_debrief import Browser, said
from tests.window.shots import until

OPENS = """
import json, sys
words = sys.argv[1:]
folder = words[words.index("--into") + 1]
at = words[words.index("--bind") + 1]
told = {"address": f"http://{at}:8000/", "code": "KTRBP", "console": "http://127.0.0.1:9/#s", "folder": folder}
print(json.dumps(told), flush=True)
sys.stdin.read()
"""
REFUSES = 'import sys; sys.exit("The class cannot be opened at 10.0.0.1:0: taken. Name another with --bind.")'
NEVER_OPENS = "import sys; sys.stdin.read()"
DIES = OPENS.replace("sys.stdin.read()", "")


def a_server(program: str = OPENS, missing: str = "", files: dict[str, str] | None = None) -> ClassServer:
    """A server whose command is a small program in the place of the game's."""
    return ClassServer([sys.executable, "-c", program], lambda: "10.0.0.5", lambda: missing, files or {})


@pytest.fixture
def servers() -> Iterator[list[ClassServer]]:
    """Servers to be stopped at the end, whatever a test does."""
    made: list[ClassServer] = []
    yield made
    for server in made:
        server.stop()


def at_class(start: Start, folder: Path, server: ClassServer, **wished: object) -> Driver:
    driver = start(class_server=server, **wished)
    driver.enter("Run a class")
    driver.at(RunClassScreen).folder.fill(str(folder / "class-4b"))
    return driver


def test_a_class_is_opened_with_its_code_and_the_teacher_s_page(
    start: Start, tmp_path: Path, servers: list[ClassServer]
) -> None:
    servers.append(a_server())
    browser = Browser()
    driver = at_class(start, tmp_path, servers[0], browse=browser)
    assert "Only phones in the same network reach the address." in said(driver)
    driver.enter("open")
    until(driver, "Phones open http://10.0.0.5:8000/ and type KTRBP.")
    assert browser.opened == ["http://127.0.0.1:9/#s"]
    driver.enter("debrief")
    assert driver.screen == "ClassDebrief"


def test_the_class_goes_on_while_its_teacher_is_elsewhere_and_stops_when_told(
    start: Start, tmp_path: Path, servers: list[ClassServer]
) -> None:
    servers.append(a_server())
    driver = at_class(start, tmp_path, servers[0], browse=Browser())
    driver.enter("open")
    until(driver, "The class is open.")
    driver.key(pygame.K_ESCAPE)
    assert driver.screen == "Title"
    driver.enter("Run a class")
    assert "The class is open." in said(driver)
    driver.enter("stop")
    assert servers[0].open is None
    assert driver.focus == "open"


def test_without_a_browser_the_address_of_the_teacher_s_page_is_told(
    start: Start, tmp_path: Path, servers: list[ClassServer]
) -> None:
    servers.append(a_server())
    driver = at_class(start, tmp_path, servers[0], browse=Browser(works=False))
    driver.enter("open")
    until(driver, "Open this address yourself, on this computer: http://127.0.0.1:9/#s")


def test_missing_packages_are_told_before_anything_is_asked(start: Start) -> None:
    driver = start(class_server=a_server(missing="Type: pip install -r requirements/class.lock"))
    driver.enter("Run a class")
    assert "requirements/class.lock" in said(driver)
    assert driver.keys == ["back"]


def test_why_a_room_does_not_open_is_told_without_what_nobody_types_here(
    start: Start, tmp_path: Path, servers: list[ClassServer]
) -> None:
    servers.append(a_server(REFUSES))
    driver = at_class(start, tmp_path, servers[0])
    driver.enter("open")
    until(driver, "The class cannot be opened at 10.0.0.1:0: taken.")
    assert "--bind" not in said(driver)
    assert driver.focus == "open"


def test_opening_can_be_given_up(start: Start, tmp_path: Path, servers: list[ClassServer]) -> None:
    servers.append(a_server(NEVER_OPENS))
    driver = at_class(start, tmp_path, servers[0])
    driver.enter("open")
    until(driver, "Opening the class")
    driver.key(pygame.K_ESCAPE)
    assert (driver.screen, driver.focus, servers[0].open) == ("RunClass", "open", None)


def test_a_server_that_ended_by_itself_is_told(start: Start, tmp_path: Path, servers: list[ClassServer]) -> None:
    servers.append(a_server(DIES))
    driver = at_class(start, tmp_path, servers[0], browse=Browser())
    driver.enter("open")
    until(driver, "Open it again with the same folder: phones go on.")


def test_nothing_opens_without_a_conversation_a_place_and_an_address(
    start: Start, tmp_path: Path, servers: list[ClassServer]
) -> None:
    servers.append(a_server())
    driver = at_class(start, tmp_path, servers[0])
    screen = driver.at(RunClassScreen)
    screen.folder.fill(str(tmp_path / "nowhere" / "class"))
    driver.enter("open")
    assert "There is no folder to put it in." in said(driver)
    screen.folder.fill(str(tmp_path / "class"))
    screen.address.fill(" ")
    driver.enter("open")
    assert "Type this computer’s address." in said(driver)
    driver.enter("in-sample")
    assert "open" not in driver.keys


def test_an_address_that_only_this_computer_has_is_told(start: Start, tmp_path: Path) -> None:
    server = a_server()
    server.own_address = lambda: "127.0.0.1"
    driver = at_class(start, tmp_path, server)
    assert "Only this computer reaches that address." in said(driver)


def test_a_scenario_from_a_file_is_asked_for_by_its_file(tmp_path: Path, servers: list[ClassServer]) -> None:
    told_back = OPENS.replace('"folder": folder', '"folder": words[1]')
    servers.append(a_server(told_back, files={"own": "/somewhere/own.yaml"}))
    room = servers[0].start(["own"], tmp_path, "10.0.0.5", None)
    assert room.folder == Path("/somewhere/own.yaml")
