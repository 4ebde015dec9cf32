"""A room that serves for hours keeps no garbage, though a start of the game puts off looking for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from game.serving import look_for_garbage


@pytest.fixture(autouse=True)
def _garbage_as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_a_server_looks_for_garbage_often_though_a_start_puts_it_off() -> None:
    gc.set_threshold(50_000)
    look_for_garbage()
    assert 0 < gc.get_threshold()[0] <= 1_000
