"""Pictures for pages that were drawn before, kept on disk: to draw those of one scenario takes seconds.

One file a picture. Its first bytes are a digest: of the files that it was drawn from, of the code that draws, and of
what follows. A file that is damaged, or of other files or code, is as good as none: the picture is drawn and kept anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import game
from game.errors import GameError
from game.files import read_bounded, write_whole

_SIZE = 16  # bytes of the digest
_MOST = 8 * 1024 * 1024
_DRAWS = ("poses.py", "web/people.py", "web/pictures.py")  # the code that a picture hangs on


class PictureCache:
    """What is kept in a folder; without a folder nothing is."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "pictures" if folder is not None else None

    def picture(self, key: str, files: Iterable[Path], draw: Callable[[], bytes | None]) -> bytes | None:
        """Returns the picture of a key; where it is not kept as these files are now, it is drawn, and kept.

        files: everything that it may be drawn from; they need not be there
        """
        if self._folder is None:
            return draw()
        path, of = self._folder / f"{key.replace('/', '-')}.picture", _digest(_code(), *map(_content, files))
        with suppress(GameError):
            kept = read_bounded(path, _MOST)
            if kept[:_SIZE] == _digest(of, kept[_SIZE:]):
                return kept[_SIZE:]
        drawn = draw()
        if drawn is not None:
            with suppress(OSError):  # a folder that cannot be written to costs time and nothing else
                write_whole(path, _digest(of, drawn) + drawn)
        return drawn


def _content(file: Path) -> bytes:
    """Returns the digest of a file's content; nothing where there is no such file."""
    with suppress(GameError):
        return _digest(read_bounded(file, _MOST))
    return b""


@cache
def _code() -> bytes:
    """Returns the digest of the code that draws, ours and the library's."""
    from PIL import __version__ as pillow

    here = Path(game.__file__).parent
    return _digest(pillow.encode(), *((here / name).read_bytes() for name in _DRAWS))


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()
