"""The sounds that a page carries: what its authors put beside their scenarios, and only of places that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from game.scenario.media import Media, read
from game.scenario.model import Scenario
from game.scenario.picture_head import NotUsable
from game.web.pictures import OWN
from game.words import _

LARGE = 1_000_000  # bytes: what a phone waits for


def sounds(scenarios: Iterable[Scenario]) -> dict[str, bytes]:
    """Returns the sound files by key, such as `own:my-story/back-room`; what cannot be played is left out."""
    found = {}
    for key, path in _files(scenarios):
        try:
            found[key] = read(path)
        except NotUsable:
            continue
    return found


def told_of_sounds(scenarios: Iterable[Scenario]) -> list[str]:
    """Returns what somebody who publishes these scenarios should know of their sounds, a sentence or two each."""
    told, size, vorbis = [], 0, []
    for _key, path in _files(scenarios):
        try:
            size += len(read(path))
        except NotUsable as problem:
            told.append(_("{file} is left out: {reason}.").format(file=path.name, reason=problem))
            continue
        vorbis += [path.name] if path.suffix == ".ogg" else []
    if vorbis:
        words = _(
            "Safari on iPhones, iPads and Macs plays no OGG before 2025: {files}. There it is silent; WAV is heard."
        )
        told.append(words.format(files=", ".join(vorbis)))
    if size > LARGE:
        words = _("Your sounds are {size} MB, which phones wait for. Shorter ones, or OGG, are smaller.")
        told.append(words.format(size=f"{size / 1_000_000:.1f}"))
    return told


def _files(scenarios: Iterable[Scenario]) -> Iterator[tuple[str, Path]]:
    """Yields every sound of a place that a scenario shows, once, by its key."""
    for scenario in scenarios:
        own = Media.of(scenario)
        for place in dict.fromkeys(node.place for node in scenario.nodes.values()):
            if path := own.sound(place):
                yield f"{OWN}{scenario.id}/{place}", path
