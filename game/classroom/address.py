"""Which address the room is at: the laptop's own in the school's network, and no other."""

from __future__ import annotations

import errno
import random
import socket
from contextlib import suppress

from game.serving import LOOPBACK, listening

PORTS = range(8100, 9000)
_ANYWHERE = "192.0.2.1"  # of RFC 5737, nobody's: nothing is sent, the system only says which way it would go


def own_address() -> str:
    """Returns this computer's address in the network that it is in; loopback where it is in none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((_ANYWHERE, 9))
        return str(probe.getsockname()[0])
    return LOOPBACK


def listening_first(address: str) -> socket.socket:
    """Returns a socket that listens at an address for the first time, on a port that can be kept: short to type, and
    none that a system lends to a program that calls out. Where all of those are taken, on any. Raises OSError."""
    for port in random.sample(PORTS, k=20):
        try:
            return listening(address, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    return listening(address, 0)
