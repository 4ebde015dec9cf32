"""Small faces for lists: cut from a portrait once, then kept, in memory and in the folder of what can be made anew.

A portrait takes long to read (20 ms) and a list shows many, so a face that is not kept is drawn one at a time, while
the list is there already.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import pygame

from game.files import write_whole
from game.scenario.media import Media
from game.window.stage.gallery import Gallery, own_face
from game.window.stage.picture_files import PictureError, read_picture

_NAME = re.compile(r"[a-z0-9-]{1,64}")
Key = tuple[Path | None, str, int]  # the own picture of somebody, if there is one, who they are, and how wide


@dataclass(slots=True)
class FacesInMemory:
    """Faces by person and width; of an author's own picture, by its file too."""

    pictures: dict[Key, pygame.Surface] = field(default_factory=dict)


class Faces:
    """Faces of a gallery's people, premultiplied; `folder` keeps them from start to start, None only while it runs."""

    def __init__(self, gallery: Gallery, memory: FacesInMemory, folder: Path | None) -> None:
        self._gallery, self._memory, self._folder = gallery, memory.pictures, folder

    def kept(self, person: str, side: int, media: Media) -> pygame.Surface | None:
        """Returns a face, `side` pixels wide, where it is at hand."""
        own = media.portrait(person, "neutral")
        key = own, person, side
        if key not in self._memory and (path := self._path(*key)) and path.exists():
            with suppress(PictureError):
                loaded = read_picture(path)
                if loaded.get_size() == (side, side):
                    self._memory[key] = loaded
        return self._memory.get(key)

    def drawn(self, person: str, side: int, media: Media) -> pygame.Surface:
        """Returns a face, drawn anew and kept."""
        own = media.portrait(person, "neutral")
        face = own_face(own, side) if own else self._gallery.face(person, "neutral", side)
        self._memory[own, person, side] = face
        if path := self._path(own, person, side):
            file = io.BytesIO()
            pygame.image.save(face, file, "face.png")
            with suppress(OSError):  # a folder that cannot be written to costs time and nothing else
                write_whole(path, file.getvalue())
        return face

    def _path(self, own: Path | None, person: str, side: int) -> Path | None:
        """Returns where a face is kept: the name tells which portrait it was cut from; None where it is not."""
        if self._folder is None or not _NAME.fullmatch(person):
            return None
        portrait = self._gallery.assets / "portraits" / person
        files = [own] if own else sorted(portrait.glob("*.*"))
        stats = [(str(p) if own else p.name, p.stat().st_mtime_ns, p.stat().st_size) for p in files if p.exists()]
        return self._folder / f"{person}-{side}-{blake2b(repr(stats).encode(), digest_size=6).hexdigest()}.face.png"
