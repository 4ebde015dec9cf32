"""A page is opened in a browser, and the window goes on whatever that browser does."""

from __future__ import annotations

import webbrowser
from threading import Event

import pytest

from game.window import context
from game.window.context import open_in_browser


@pytest.mark.parametrize("started", [True, False])
def test_it_is_told_whether_a_browser_was_started(monkeypatch: pytest.MonkeyPatch, started: bool) -> None:
    monkeypatch.setattr(context, "_STARTS_S", 600.0)
    monkeypatch.setattr(webbrowser, "open", lambda address: started)
    assert open_in_browser("http://127.0.0.1/") is started


def test_a_browser_that_stays_in_front_until_it_is_closed_does_not_hold_the_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed, opened = Event(), list[str]()

    def stays(address: str) -> bool:
        opened.append(address)
        return closed.wait()

    monkeypatch.setattr(context, "_STARTS_S", 0.01)
    monkeypatch.setattr(webbrowser, "open", stays)
    try:
        assert open_in_browser("http://127.0.0.1/")
    finally:
        closed.set()
