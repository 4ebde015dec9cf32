"""A small scenario with its author's own pictures and sound beside it, in colours that a test can tell."""

from __future__ import annotations

import wave
from pathlib import Path

from PIL import Image

from game.testing import SMALL

BLUE, RED, GREEN, NIGHT = (60, 90, 200), (200, 60, 60), (70, 160, 90), (30, 30, 70)
ME, ROOM = "A woman of sixty with grey plaits.", "A small room with two chairs."
STORY = SMALL.replace("portrait: dana", "portrait: me").replace("place: cafe", "place: back-room")


def a_story_with_its_own(folder: Path) -> Path:
    """Writes the scenario `a-story` into a folder, with all that belongs to it; returns its file."""
    path, media = folder / "a-story.yaml", folder / "a-story.media"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{STORY}pictures:\n  me: {ME}\n  back-room: {ROOM}\n", encoding="utf-8")
    picture(media / "portraits/me.png", (300, 360), BLUE)
    picture(media / "portraits/me/hurt.webp", (300, 360), RED)
    picture(media / "places/back-room.png", (640, 360), GREEN)
    picture(media / "places/back-room/night.png", (640, 360), NIGHT)
    sound(media / "sounds/back-room.wav")
    return path


def picture(path: Path, size: tuple[int, int], colour: tuple[int, int, int]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path, lossless=True)


def sound(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 22_050, 0, "NONE", ""))
        file.writeframes(bytes(2 * 2_000))
