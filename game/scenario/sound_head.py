"""What the head of a sound file states, read before any decoder sees the file.

A file may come with a scenario from outside, and 4 MiB of packed silence can grow to days of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.picture_head import NotUsable, see_that_it_is_whole

MOST_SECONDS = 180
"""How long a packed sound may be: its samples take 8 MB in the window, and 32 MB while it is read."""
_PLAIN = 1
"""The number of WAV's kind that is nothing but samples, so that it cannot grow when it is read."""
_PAGE, _BEGINS = 27, 0x02
"""How long the head of an Ogg page is without its table, and the bit that says that a stream begins there."""
_VORBIS = b"\x01vorbis"
_SAVE_IT = "save it as OGG (Vorbis) or as a WAV file of 16-bit samples (PCM)"
_OTHERS = (
    (0, b"ID3", "an MP3 file"), (0, b"\xff\xfb", "an MP3 file"), (0, b"\xff\xf3", "an MP3 file"),
    (0, b"\xff\xf2", "an MP3 file"), (4, b"ftyp", "an M4A or MP4 file"), (0, b"fLaC", "a FLAC file"),
    (8, b"AIFF", "an AIFF file"),
)  # fmt: skip


def see_that_it_sounds(data: bytes) -> None:
    """Raises NotUsable for what is neither a whole WAV file of plain samples nor a short Ogg file of Vorbis."""
    if data[:4] == b"OggS":
        _see_that_it_is_short(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        _see_that_it_is_plain(data)
    else:
        named = next((name for at, mark, name in _OTHERS if data[at : at + len(mark)] == mark), None)
        raise NotUsable(f"it is {named}; {_SAVE_IT}" if named else "it is neither a WAV nor an OGG file")


def _see_that_it_is_plain(data: bytes) -> None:
    see_that_it_is_whole(data)
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"fmt ":
            if int.from_bytes(data[at + 8 : at + 10], "little") != _PLAIN:
                raise NotUsable(f"its sound is packed; {_SAVE_IT}")
            return
        at += 8 + size + size % 2
    raise NotUsable("it is no WAV file that can be heard")


def _see_that_it_is_short(data: bytes) -> None:
    """Counts the packets, each of which can become one block of samples at most: what a file says of its own length
    need not be true."""
    rate, block = _stated(data)
    packets = sum(ends for ends in _pages(data))
    if packets * block // 2 > MOST_SECONDS * rate:
        raise NotUsable(f"it may last longer than {MOST_SECONDS // 60} minutes")


def _stated(data: bytes) -> tuple[int, int]:
    """Returns how many samples a second has, and how many the longest block, as the first page states them."""
    head = data[_PAGE + (data[26] if len(data) > _PAGE else 0) :][:30]
    if not head.startswith(_VORBIS) or len(head) < 30:
        raise NotUsable(f"its sound is not Vorbis; {_SAVE_IT}")
    channels, rate, block = head[11], int.from_bytes(head[12:16], "little"), 1 << (head[28] >> 4)
    if not 1 <= channels <= 2 or not 8_000 <= rate <= 96_000 or not 64 <= block <= 8192:
        raise NotUsable(f"its sound is of an unusual kind; {_SAVE_IT}")
    return rate, block


def _pages(data: bytes) -> Iterator[int]:
    """Yields how many packets end on each page. Raises NotUsable where the file is cut short or has two streams."""
    at, begun = 0, 0
    while at < len(data):
        table = data[at + _PAGE : at + _PAGE + (data[at + 26] if at + 26 < len(data) else 0)]
        end = at + _PAGE + len(table) + sum(table)
        if data[at : at + 4] != b"OggS" or end > len(data):
            raise NotUsable("the file is cut short")
        begun += bool(data[at + 5] & _BEGINS)
        if begun > 1:
            raise NotUsable("it holds more than one sound")
        yield sum(length < 255 for length in table)
        at = end
