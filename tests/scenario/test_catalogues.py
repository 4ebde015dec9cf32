"""A translation that cannot be read is one sentence, whatever the decoder makes of it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from game.errors import GameError
from game.scenario.translate import read_catalogue


def compiled(header: bytes) -> bytes:
    """A catalogue as gettext compiles it, with one text: its header."""
    return (
        struct.pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 0) + struct.pack("<4I", 0, 44, len(header), 45) + b"\0" + header
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no catalogue",
        compiled(b"Content-Type: text/plain; charset=\n"),
        compiled(b"Content-Type: text/plain; charset=klingon\n"),
        compiled(b"Plural-Forms: nplurals=2; plural=n//0**9;\n"),
        compiled(b"Content-Type: text/plain\n")[:40],
    ],
)
def test_a_broken_catalogue_is_told_in_one_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "towel.mo"
    path.write_bytes(data)
    with pytest.raises(GameError, match=r"The translation .*towel\.mo cannot be read: it is damaged\. Make it anew"):
        read_catalogue(path)


def test_where_there_is_no_catalogue_texts_stay_as_they_are(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "none.mo").gettext("Yes") == "Yes"
