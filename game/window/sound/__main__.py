"""`python -m game.window.sound build` makes every sound anew and writes it to `assets/sounds/`."""

from __future__ import annotations

import sys
from pathlib import Path

from game.window.sound.rooms import CUES, ROOMS, made
from game.window.sound.synth import as_wav

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "sounds"


def build(folder: Path) -> int:
    """Writes every sound; how many bytes they take together."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for name in (*ROOMS, *CUES):
        total += (folder / f"{name}.wav").write_bytes(as_wav(made(name)))
    return total


if __name__ == "__main__":
    if sys.argv[1:] != ["build"]:
        sys.exit("Type: python -m game.window.sound build")
    print(f"{build(FOLDER):,} bytes in {FOLDER}")
