"""What a screen reader is told and asks for, with a stand-in for AccessKit that keeps everything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.window.input.commands import Fill, FocusOn, PressOn
from game.window.voice.screen_reader import SCREEN, Access, attach
from tests.window.conftest import Start
from tests.window.drive import Driver


class Names:
    """Any name is itself, as in an enumeration."""

    def __getattr__(self, name: str) -> str:
        return name


class Node:
    """Keeps what was set."""

    def __init__(self, role: str) -> None:
        self.has: dict[str, Any] = {"role": role, "actions": []}

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name == "add_action":
            return self.has["actions"].append  # type: ignore[no-any-return]
        return lambda *value: self.has.update({name.removeprefix("set_"): value[0] if value else True})


class Adapter:
    """Asks for everything while it is active."""

    def __init__(self, come: Callable[[], None], ask: Callable[[Any], None], go: Callable[[], None]) -> None:
        self.come, self.ask, self.active = come, ask, True
        self.updates: list[Any] = []

    def update_if_active(self, build: Callable[[], Any]) -> None:
        if self.active:
            self.updates.append(build())

    def update_window_focus_state(self, gained: bool) -> None:
        self.updates.append(gained)


KIT = SimpleNamespace(
    Role=Names(), Action=Names(), Live=Names(), Toggled=Names(), Node=Node, Rect=lambda *box: box,
    TreeUpdate=lambda focus: SimpleNamespace(focus=focus, nodes=[], tree=None), Tree=SimpleNamespace,
    unix=SimpleNamespace(Adapter=Adapter),
)  # fmt: skip


@pytest.fixture
def told(start: Start, monkeypatch: pytest.MonkeyPatch) -> tuple[Driver, Adapter]:
    """A window that a screen reader listens to, and what it was told."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(KIT, "Tree", lambda root: SimpleNamespace(root=root))
    driver = start()
    driver.app.access = Access(KIT, "Equal Footing")
    adapter: Adapter = driver.app.access._adapter
    adapter.come()
    driver.wait()
    return driver, adapter


def nodes(adapter: Adapter) -> dict[str, dict[str, Any]]:
    """The newest whole tree by name."""
    update = next(one for one in reversed(adapter.updates) if one.nodes)
    return {str(node.has.get("label") or node.has.get("value")): node.has for _number, node in update.nodes}


def test_each_part_has_a_role_a_name_a_place_and_what_can_be_asked(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    settings = nodes(adapter)["Settings"]
    assert settings["role"] == "BUTTON"
    assert settings["actions"] == ["FOCUS", "CLICK"]
    left, top, right, bottom = settings["bounds"]
    assert right - left >= 44
    assert bottom - top >= 44
    driver.enter("players")
    assert nodes(adapter)["Name or class code"]["actions"] == ["SET_VALUE", "FOCUS", "CLICK"]


def test_the_focus_goes_with_the_keyboard(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    before = adapter.updates[-1].focus
    driver.key(pygame.K_TAB)
    after = adapter.updates[-1]
    assert after.focus not in (before, SCREEN)


def test_while_nothing_changes_nothing_is_told(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    before = len(adapter.updates)
    for _step in range(20):
        driver.wait(0.033)
    assert len(adapter.updates) == before


def test_where_only_the_focus_moved_the_tree_is_not_sent_again(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    driver.key(pygame.K_TAB)
    assert adapter.updates[-1].nodes == []


def test_an_overlay_is_a_modal_dialog_and_what_lies_under_it_is_not_there(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    driver.enter("Settings")
    tree = nodes(adapter)
    assert "Play" not in tree
    everything = [node.has for _number, node in next(one for one in reversed(adapter.updates) if one.nodes).nodes]
    assert [node["label"] for node in everything if node["role"] == "DIALOG" and node["modal"]] == ["Settings"]
    assert tree["Text size: 100%"]["toggled"] == "TRUE"
    assert tree["Text size: 150%"]["toggled"] == "FALSE"


def request(adapter: Adapter, action: str, label: str, words: str = "") -> None:
    """Asks for an action on the part with this name."""
    update = next(one for one in reversed(adapter.updates) if one.nodes)
    number = next(n for n, node in update.nodes if node.has.get("label") == label)
    adapter.ask(SimpleNamespace(action=action, target=number, data=("Value", words) if words else None))


def test_a_request_to_press_is_pressed(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    request(adapter, "CLICK", "Settings")
    driver.wait()
    assert driver.screen == "Settings"


def test_a_request_for_the_focus_gives_it(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    request(adapter, "FOCUS", "Help")
    driver.wait()
    assert driver.focus == "Help"


def test_a_request_to_fill_a_field_fills_it(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    driver.enter("players")
    request(adapter, "SET_VALUE", "Name or class code", "Ada")
    driver.wait()
    assert nodes(adapter)["Name or class code"]["value"] == "Ada"


def test_what_a_reader_asks_of_a_part_that_is_gone_is_left(told: tuple[Driver, Adapter]) -> None:
    driver, adapter = told
    adapter.ask(SimpleNamespace(action="CLICK", target=999, data=None))
    driver.wait()
    assert driver.screen == "Title"


@pytest.mark.parametrize("command", [FocusOn("nothing"), PressOn("nothing"), Fill("nothing", "x")])
def test_a_command_for_a_part_that_is_not_there_does_nothing(start: Start, command: FocusOn | PressOn | Fill) -> None:
    driver = start()
    driver.app.top.process(command)
    assert (driver.screen, driver.focus) == ("Title", "Play")


def test_without_accesskit_the_window_has_no_such_way_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "accesskit", None)
    assert attach("Equal Footing") is None
