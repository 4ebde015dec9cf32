"""What the head of a picture file states, read before any decoder sees the file.

A file may come with a scenario from outside, and a 261 kB PNG can ask for two thousand million pixels.
"""

from __future__ import annotations

import struct

MOST_BYTES = 4 * 1024 * 1024
MOST_SIDE = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_MOVES = 0x02
"""The bit of a WebP file's flags that says it holds more than one picture."""


class NotUsable(Exception):
    """A picture or sound cannot be used; the message says why, in the middle of a sentence."""


def stated(data: bytes) -> tuple[str, tuple[int, int]]:
    """Returns what kind of picture the data hold (`png`, `webp`), and the size in pixels that their head states.

    Raises NotUsable for any other kind, one that moves, is cut short or is larger than can be shown.
    """
    kind, size = _stated(data)
    if not all(0 < side <= MOST_SIDE for side in size):
        raise NotUsable(f"it is {size[0]} × {size[1]} pixels; at most {MOST_SIDE} × {MOST_SIDE} can be shown")
    return kind, size


def _stated(data: bytes) -> tuple[str, tuple[int, int]]:
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 33:
        if b"IEND" not in data[-12:]:
            raise NotUsable("the file is cut short")
        width, height = struct.unpack(">II", data[16:24])
        return "png", (width, height)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        see_that_it_is_whole(data)
        return "webp", _webp_size(data)
    raise NotUsable("it is neither a WebP nor a PNG file")


def _webp_size(data: bytes) -> tuple[int, int]:
    """Returns the size that a WebP file states: in its first chunk, which is one of three kinds."""
    chunk = data[12:16]
    if chunk == b"VP8X":
        if data[20] & _MOVES:
            raise NotUsable("it holds more than one picture")
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if chunk == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise NotUsable("it is not a WebP file that can be shown")


def see_that_it_is_whole(data: bytes) -> None:
    """Raises NotUsable for a RIFF file that is shorter than it says."""
    if struct.unpack("<I", data[4:8])[0] + 8 > len(data):
        raise NotUsable("the file is cut short")
