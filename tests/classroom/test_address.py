"""Where a room listens: a port that it can take again, short enough to type."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from game.classroom import address
from game.classroom.address import PORTS, listening_first
from game.serving import LOOPBACK, listening


def port_of(found: socket.socket) -> int:
    """The port that a socket listens on."""
    with closing(found):
        return int(found.getsockname()[1])


def test_a_room_takes_a_short_port_that_no_system_lends_to_who_calls_out() -> None:
    assert port_of(listening_first(LOOPBACK)) in PORTS
    assert max(PORTS) < 32768  # Linux lends from here on, Windows and macOS from 49152


def test_a_port_that_is_taken_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(listening(LOOPBACK, 0)) as taken:
        monkeypatch.setattr(address, "PORTS", [taken.getsockname()[1]] * 20)
        assert port_of(listening_first(LOOPBACK)) != taken.getsockname()[1]


def test_an_address_that_is_none_of_this_computer_s_is_not_tried_again() -> None:
    with pytest.raises(OSError, match="assign"):
        listening_first("192.0.2.77")
