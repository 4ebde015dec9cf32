"""An author's own pictures and sounds, in the folder `NAME.media` beside the scenario file `NAME.yaml`.

`portraits/mara.png` is Mara in whatever mood, `portraits/mara/hurt.png` Mara hurt; `places/back-room.webp` is a place
at any hour, `places/back-room/night.webp` at night; `sounds/back-room.wav` or `.ogg` is what it sounds like. The
more exact file is taken, and what there is none of is looked for among the game's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from game.files import FileProblem, read_bounded
from game.scenario.model import Expression, Hour, Lying, Scenario
from game.scenario.picture_head import MOST_BYTES, NotUsable, stated
from game.scenario.sound_head import see_that_it_sounds

MOST_FILES = 200
WIDEST = 1.25  # times its height: how wide a portrait may be before it is shown lower
PORTRAITS, PLACES, SOUNDS = "portraits", "places", "sounds"
SOUND_ENDINGS = (".wav", ".ogg")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LOOKS = tuple(one.value for one in Expression if one is not Expression.THINKS)
WAYS = tuple(one.value.replace("_", "-") for one in Lying)
_OF_PORTRAIT = "|".join((*LOOKS, *WAYS))
_OF_PLACE = "|".join(Hour)
NAMED = re.compile(
    rf"portraits/(?P<person>{_ID})(?:/(?P<look>{_OF_PORTRAIT}))?\.(?:png|webp)"
    rf"|places/(?P<place>{_ID})(?:/(?P<hour>{_OF_PLACE}))?\.(?:png|webp)"
    rf"|sounds/(?P<sound>{_ID})\.(?:wav|ogg)"
)
"""The names that files of the folder may have, as seen from it."""


def folder_beside(scenario: Path) -> Path:
    """Returns the folder of a scenario file's own pictures and sounds, whether there is one or not."""
    return scenario.with_name(f"{scenario.stem}.media")


def see_that_it_is_usable(name: str, data: bytes) -> None:
    """Raises NotUsable for a file of the folder that cannot be shown or heard, before any decoder sees it."""
    if len(data) > MOST_BYTES:
        raise NotUsable(f"it is larger than {MOST_BYTES // 1024:,} KiB")
    see_that_it_sounds(data) if name.startswith(f"{SOUNDS}/") else stated(data)


@dataclass(frozen=True)
class Media:
    """What the folder of one scenario holds; nothing where there is no such folder."""

    folder: Path | None

    @classmethod
    def of(cls, scenario: Scenario) -> Media:
        """Returns the own pictures and sounds of a scenario."""
        return cls(Path(scenario.media) if scenario.media else None)

    @cached_property
    def files(self) -> dict[str, Path]:
        """Returns the files with a name that can be meant, by what they are without their ending."""
        found: dict[str, Path] = {}
        for name, path in self.every():
            if NAMED.fullmatch(name):
                found.setdefault(name.rpartition(".")[0], path)
        return found

    def every(self) -> Iterator[tuple[str, Path]]:
        """Returns every file by its name as seen from the folder, in order and bounded; links are not followed out."""
        if self.folder is None or not self.folder.is_dir():
            return
        shown = (path for pattern in ("*", "*/*", "*/*/*") for path in self.folder.glob(pattern))
        kept = [path for path in shown if path.name[0] != "." and path.is_file() and not path.is_symlink()]
        for path in sorted(kept)[:MOST_FILES]:
            yield path.relative_to(self.folder).as_posix(), path

    def portrait(self, person: str, expression: str) -> Path | None:
        """Returns the picture of somebody with an expression, or as they are; None where there is none of them."""
        return self._first(
            f"{PORTRAITS}/{person}/{expression}", f"{PORTRAITS}/{person}/neutral", f"{PORTRAITS}/{person}"
        )

    def lying(self, person: str, way: str) -> Path | None:
        """Returns the picture of somebody who lies one way on the table; None where there is none."""
        return self._first(f"{PORTRAITS}/{person}/{way.replace('_', '-')}")

    def place(self, place: str, hour: str) -> Path | None:
        """Returns the picture of a place at an hour, or at any; None where there is none of it."""
        return self._first(f"{PLACES}/{place}/{hour}", f"{PLACES}/{place}", f"{PLACES}/{place}/day")

    def sound(self, place: str) -> Path | None:
        """Returns what a place sounds like; None where there is no such file."""
        return self._first(f"{SOUNDS}/{place}")

    def names(self, kind: str) -> frozenset[str]:
        """Returns the names of all that there are pictures or sounds of: `portraits`, `places` or `sounds`."""
        return frozenset(name.split("/")[1] for name in self.files if name.startswith(f"{kind}/"))

    def _first(self, *names: str) -> Path | None:
        return next((self.files[name] for name in names if name in self.files), None)


NOTHING = Media(None)


def read(path: Path) -> bytes:
    """Returns a picture or sound of the folder, looked at and found fit to be shown or heard. Raises NotUsable."""
    try:
        data = read_bounded(path, MOST_BYTES)
    except FileProblem as problem:
        reason = {"too-large": f"it is larger than {MOST_BYTES // 1024:,} KiB"}.get(problem.code, "it cannot be read")
        raise NotUsable(reason) from None
    see_that_it_is_usable(f"{SOUNDS}/" if path.suffix in SOUND_ENDINGS else PLACES, data)
    return data


def portrait_size(size: tuple[int, int], height: int) -> tuple[int, int]:
    """Returns how large somebody's picture is shown where `height` pixels are free: lower where it is wide."""
    scale = min(height / size[1], height * WIDEST / size[0])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def picture_text(scenario: Scenario, name: str | None) -> str:
    """Returns what an own picture shows, in words; "" where nobody has said so."""
    return scenario.pictures.get(name or "", "")


def people_in_words(scenario: Scenario) -> list[str]:
    """Returns what the own pictures of people show, a line each, for whoever does not see them."""
    pictured = ((who.name, picture_text(scenario, who.portrait)) for who in scenario.cast.values())
    return [f"{name}: {text}" for name, text in pictured if text]
