"""The pictures that a page carries: only those that its scenarios show, whole people and softened places, as WebP.

A place lies behind everything and is softened here once, as the window softens it. An author's own pictures have keys
that begin with their scenario's: `own:my-story/mara/hurt`.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import UsageError
from game.poses import FACE_DOWN, POSES
from game.scenario.media import NOTHING, PLACES, PORTRAITS, Media, portrait_size, read
from game.scenario.model import Line, Node, Scenario
from game.scenario.picture_head import NotUsable
from game.web.people import BASE, at_height, lying, opened, portrait
from game.web.picture_cache import PictureCache

if TYPE_CHECKING:
    from PIL import Image

HEIGHT = 720  # of a person, in pixels
PLACE = (1280, 720)
SOFT = 5  # pixels that a place is softened by
QUALITY = 70
GROUND = (214, 221, 216)  # behind a place with clear parts
OWN = "own:"


def wanted(scenarios: Iterable[Scenario]) -> list[str]:
    """Returns the keys of what these scenarios show, such as `dana/warm` and `place/cafe-night`, in order of need."""
    return list(dict.fromkeys(key for scenario in scenarios for key in _keys(scenario)))


def _keys(scenario: Scenario) -> Iterator[str]:
    """Returns the keys of what a scenario shows: of each picture of the author's own once, and of the game's."""
    own = Media.of(scenario)
    for key in _asked(scenario):
        if mine := _own_file(own, key):
            yield f"{OWN}{scenario.id}/{mine[0]}"
        elif key.startswith("place/") or not own.portrait(key.partition("/")[0], BASE):
            yield key


def _asked(scenario: Scenario) -> Iterator[str]:
    client = scenario.cast[scenario.client]
    if client.portrait:
        yield f"{client.portrait}/{BASE}"
    for node in (scenario.nodes[scenario.start], *scenario.nodes.values()):
        yield from _of_node(scenario, node)


def _own_file(own: Media, key: str) -> tuple[str, Path] | None:
    """Returns the author's own picture that is shown for a key, under the key that says what it is a picture of; None
    where there is none."""
    kind, _, name = key.partition("/")
    if kind == "place":
        place, _, hour = name.rpartition("-")
        path, exact = own.place(place, hour), f"{PLACES}/{place}/{hour}" in own.files
        return (key if exact else f"place/{place}", path) if path else None
    way = name.partition("-")[0]
    if way in (*POSES, FACE_DOWN):
        path = own.lying(kind, way)
        return (f"{kind}/{way}", path) if path else None
    path, exact = own.portrait(kind, name), f"{PORTRAITS}/{kind}/{name}" in own.files
    return (key if exact else f"{kind}/{BASE}", path) if path else None


def _of_node(scenario: Scenario, node: Node) -> Iterator[str]:
    yield f"place/{node.place}-{node.time}"
    spoken = [line for line in _lines(node) if not line.private]
    for line in spoken:
        person = scenario.cast.get(line.speaker)
        if person is not None and person.portrait:
            yield f"{person.portrait}/{line.expression}"
    portrait = scenario.cast[scenario.client].portrait
    if node.lying is not None and portrait:
        if node.lying is FACE_DOWN:
            yield f"{portrait}/{node.lying}"
            return
        shown = [BASE, *(str(line.expression) for line in spoken if line.speaker == scenario.client)]
        yield from (f"{portrait}/{node.lying}-{expression}" for expression in shown)


def _lines(node: Node) -> Iterator[Line]:
    yield from node.lines
    for option in node.options or ():
        yield from option.reply


def pictures(scenarios: Iterable[Scenario], assets: Path, cache: Path | None = None) -> dict[str, bytes]:
    """Returns what these scenarios show as WebP files by key; what there is no picture of is left out.

    cache: the folder that keeps the game's own pictures from run to run; None keeps none

    Raises UsageError where the library that writes WebP is not installed.
    """
    try:
        import PIL.Image
    except ImportError:
        raise UsageError(
            "Pictures need the package pillow. Install it (pip install pillow), or leave them out with --no-pictures."
        ) from None
    del PIL
    told = list(scenarios)
    own = {f"{OWN}{one.id}/": one for one in told}
    kept, keys = PictureCache(cache), wanted(told)

    def image(key: str) -> bytes | None:
        of = next((one for begins, one in own.items() if key.startswith(begins)), None)
        if of is None:
            return kept.picture(key, drawn_from(key, assets), partial(made, key, assets))
        return own_picture(of, key)

    with ThreadPoolExecutor(os.cpu_count()) as painters:  # the library draws and packs without Python's lock
        images = painters.map(image, keys)
        return {key: found for key, found in zip(keys, images, strict=True) if found is not None}


def own_picture(scenario: Scenario, key: str) -> bytes | None:
    """Returns an author's own picture by a key that `wanted` gave of this scenario; None where it cannot be shown."""
    own = Media.of(scenario)
    files = dict(mine for asked in _asked(scenario) if (mine := _own_file(own, asked)))
    name = key.removeprefix(f"{OWN}{scenario.id}/")
    return _own_made(files[name], name.startswith("place/"), _changed(files[name])) if name in files else None


def _changed(path: Path) -> int:
    """Returns when a file was last written."""
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=64)
def _own_made(path: Path, place: bool, _written: int) -> bytes | None:
    image = own_opened(path)
    if image is None:
        return None
    return _webp(_soft(image)) if place else _webp(image.resize(portrait_size(image.size, HEIGHT)))


def own_opened(path: Path) -> Image.Image | None:
    """Returns an author's own picture, looked at before it is decoded; None where it cannot be shown."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(read(path)), formats=("PNG", "WEBP")) as picture:
            return picture.convert("RGBA")
    except (NotUsable, OSError, ValueError, SyntaxError, MemoryError):
        return None


@lru_cache(maxsize=256)  # an author's page is made anew after each edit, with the same pictures
def made(key: str, assets: Path) -> bytes | None:
    """Returns the picture of a key that `wanted` gave, as a WebP file; None where there is none."""
    image = _drawn(key, assets)
    return None if image is None else _webp(image)


def face(scenario: Scenario, assets: Path, height: int = 260) -> bytes | None:
    """Returns the usual portrait of a scenario's client as a small WebP file; None where there is none."""
    person = scenario.cast[scenario.client].portrait
    return None if not person else portrait_of(person, BASE, assets, height, Media.of(scenario))


def portrait_of(person: str, expression: str, assets: Path, height: int, own: Media = NOTHING) -> bytes | None:
    """Returns a person's portrait with an expression as a WebP file; None where there is none."""
    if path := own.portrait(person, expression):
        image = own_opened(path)
        return None if image is None else _webp(image.resize(portrait_size(image.size, height)))
    whole = _drawn(f"{person}/{expression}", assets)
    return None if whole is None else _webp(at_height(whole, height))


def place_at(name: str, hour: str, assets: Path, size: tuple[int, int], own: Media = NOTHING) -> bytes | None:
    """Returns a place at an hour, not softened, as a WebP file; None where there is none."""
    from PIL import Image, ImageOps

    folder, path = assets / "places", own.place(name, hour)
    picture = own_opened(path) if path else opened(folder / hour / f"{name}.webp") or opened(folder / f"{name}.webp")
    return None if picture is None else _webp(ImageOps.fit(on_ground(picture), size, Image.Resampling.LANCZOS))


def drawn_from(key: str, assets: Path) -> list[Path]:
    """Returns every file that the picture of a key may be drawn from, there or not."""
    kind, _, name = key.partition("/")
    if kind == "place":
        place, _, hour = name.rpartition("-")
        return [assets / "places" / hour / f"{place}.webp", assets / "places" / f"{place}.webp"]
    folder = assets / "portraits" / kind
    way, _, expression = name.partition("-")
    if way == FACE_DOWN:
        return [folder / "face-down.webp"]
    if way not in POSES:
        return [folder / "base.webp", folder / f"{name}.webp", folder / "face.json"]
    parts = [assets / "lying" / f"{way.replace('_', '-')}-{part}.webp" for part in ("under", "over")]
    return [folder / "base.webp", folder / f"{expression}.webp", folder / "face.json", *parts]


def _drawn(key: str, assets: Path) -> Image.Image | None:
    """Returns the picture of a key, as large as a page shows it; None where there is none."""
    kind, _, name = key.partition("/")
    if kind == "place":
        return _place(assets / "places", *name.rsplit("-", 1))
    folder = assets / "portraits" / kind
    way, _, expression = name.partition("-")
    if way in POSES:
        return lying(folder, assets / "lying", way, expression)
    whole = opened(folder / "face-down.webp") if way == FACE_DOWN else portrait(folder, name)
    return None if whole is None else at_height(whole, HEIGHT)


def _place(folder: Path, name: str, hour: str) -> Image.Image | None:
    picture = opened(folder / hour / f"{name}.webp") or opened(folder / f"{name}.webp")
    return None if picture is None else _soft(picture)


def _soft(picture: Image.Image) -> Image.Image:
    from PIL import Image, ImageFilter, ImageOps

    fitted = ImageOps.fit(on_ground(picture), PLACE, Image.Resampling.LANCZOS)
    return fitted.filter(ImageFilter.GaussianBlur(SOFT))


def on_ground(picture: Image.Image) -> Image.Image:
    """Returns a picture without its clear parts, which show a quiet ground."""
    from PIL import Image

    ground = Image.new("RGBA", picture.size, GROUND)
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _webp(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, alpha_quality=70, method=6)
    return file.getvalue()
