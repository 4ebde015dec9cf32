"""Previews a file on a real X display: `python -m tests.window.real_preview OUTDIR 1280x720 [TEXT SIZE]`.

Needs Xvfb, xdotool and ImageMagick's `import`. Runs the command that an author types; saves the file changed, broken
and mended, as one editor or another would (written over, or put in place of the old one); keeps a picture of each,
and closes the window by keyboard.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from game.window.preferences import Preferences, save
from tests.support.patience import PATIENCE
from tests.window.display import a_display, the_window, until
from tests.window.drive import ROOT, SAMPLE

TEXT = SAMPLE.read_text(encoding="utf-8")
CHANGED = TEXT.replace("Don't be silly, of course", "Silly you, of course")
BROKEN = TEXT.replace("moves: [takes_over]", "moves: [take_over]")


class Author:
    """A hand at the editor and at the real window."""

    def __init__(self, folder: Path, out: Path, size: str, display: str, scale: float) -> None:
        self.file, self.out, self.size, self.taken = folder / "my-scenario.yaml", out, size, 0
        self.there = {k: v for k, v in os.environ.items() if not k.startswith("SDL_")}
        self.there |= {"DISPLAY": display, "EQUAL_FOOTING_HOME": str(folder)}
        save(Preferences(reveal="at-once", text_scale=scale), folder / "settings.json")
        self.file.write_text(TEXT, encoding="utf-8")
        command = [sys.executable, "main.py", "preview", str(self.file), "--at", "the-text"]
        self.game = subprocess.Popen(command, env=self.there, cwd=ROOT)
        window = the_window(self.there, self.game)
        self.tool("windowsize", window, *size.split("x"))
        self.tool("windowmove", window, "0", "0")
        self.tool("windowfocus", "--sync", window)
        self.last = b""

    def tool(self, *words: str) -> str:
        """What xdotool answers."""
        return subprocess.run(["xdotool", *words], env=self.there, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str) -> None:
        """Presses keys, one after another."""
        for key in keys:
            self.tool("key", key)
            time.sleep(0.4)

    def shoot(self, name: str) -> bytes:
        """Keeps a picture of the real screen as soon as it is another than the last, and gives what is in it."""
        self.taken += 1
        target = self.out / f"preview-{self.size}-{self.taken}-{name}.png"

        def another() -> bytes | None:
            time.sleep(0.8)  # the picture is for people, and should not show a fade
            subprocess.run(["import", "-window", "root", str(target)], env=self.there, check=True)
            seen = target.read_bytes()
            return seen if seen != self.last else None

        self.last = until(another, f"The picture did not change to `{name}`")
        return self.last

    def put(self, text: str) -> None:
        """Saves by putting a new file in place of the old one."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self.file)


def work(author: Author) -> None:
    """Saves and looks, then closes the preview."""
    author.press("space", "space", "space")
    pictures = [author.shoot("opened")]
    author.file.write_text(CHANGED, encoding="utf-8")
    pictures.append(author.shoot("changed"))
    author.put(BROKEN)
    pictures.append(author.shoot("broken"))
    author.press("F6")
    pictures.append(author.shoot("sheet"))
    author.press("F6")
    author.put(TEXT)
    pictures.append(author.shoot("mended"))
    if len(set(pictures)) < len(pictures):
        raise RuntimeError("A saving did not change the picture.")
    author.press("F6", "shift+Tab", "Return")  # the last button closes the preview
    code = author.game.wait(timeout=PATIENCE)
    left = sorted(path.name for path in author.file.parent.iterdir())
    print(f"preview at {author.size}: ended with {code}; in its folder there are {', '.join(left)}")


def main(out: Path, size: str, scale: float) -> None:
    """Starts a display, works on it, and ends both."""
    out.mkdir(parents=True, exist_ok=True)
    across, down = map(int, size.split("x"))
    with a_display((across, down)) as display, tempfile.TemporaryDirectory() as folder:
        author = Author(Path(folder), out, size, display, scale)
        try:
            work(author)
        finally:
            author.game.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 1.0)
