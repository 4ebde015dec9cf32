"""An author's own pictures in the studio: which there are beside a file, each of them, and a new one put there."""

from __future__ import annotations

from typing import Any

from game.errors import GameError
from game.files import write_shared
from game.scenario.media import LOOKS, MOST_FILES, NAMED, PLACES, PORTRAITS, Media, read, see_that_it_is_usable
from game.scenario.model import Hour
from game.scenario.picture_head import NotUsable, stated
from game.studio.sheet import Sheet
from game.words import _


def listed(sheet: Sheet) -> dict[str, Any]:
    """Returns the names of people and places that there are own pictures of, with the faces and hours of each."""
    media = Media(sheet.viewer.media)
    return {kind: _named(media, kind, ways) for kind, ways in ((PORTRAITS, LOOKS), (PLACES, tuple(Hour)))}


def _named(media: Media, kind: str, ways: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {"id": name, "ways": [way for way in ways if f"{kind}/{name}/{way}" in media.files]}
        for name in sorted(media.names(kind))
    ]


def picture(sheet: Sheet, stem: str, way: str) -> tuple[str, bytes] | None:
    """Returns an own picture of `portraits/NAME` or `places/NAME` and what it is; None where none can be shown."""
    media, (kind, _slash, name) = Media(sheet.viewer.media), stem.partition("/")
    path = media.portrait(name, way) if kind == PORTRAITS else media.place(name, way) if kind == PLACES else None
    if path is None:
        return None
    try:
        data = read(path)
        return f"image/{stated(data)[0]}", data
    except NotUsable:
        return None


def add(sheet: Sheet, stem: str, data: bytes) -> None:
    """Puts a picture into the folder beside the file, called `portraits/NAME` or `places/NAME`, or one of their ways
    (`portraits/NAME/hurt`); it takes the place of one that is called so. Raises GameError or OSError."""
    media = Media(sheet.viewer.media)
    try:
        see_that_it_is_usable(stem, data)
        kind = stated(data)[0]
    except NotUsable as why:
        raise GameError(_("This picture cannot be used: {why}.").format(why=why)) from None
    name = f"{stem}.{kind}"
    if not NAMED.fullmatch(name):
        raise GameError(_("A picture cannot be called so. Use small letters, digits and single hyphens."))
    before = media.files.get(stem)
    if before is None and len(media.files) >= MOST_FILES:
        raise GameError(_("There are too many pictures beside this scenario already."))
    path = sheet.viewer.media / name
    if not path.parent.resolve().is_relative_to(sheet.file.path.parent.resolve()):
        raise GameError(_("The folder of pictures lies elsewhere; put the picture there yourself."))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_shared(path, data)
    if before is not None and before != path:
        before.unlink()
