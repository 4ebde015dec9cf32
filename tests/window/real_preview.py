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
        for _ in range(60):  # a busy machine takes its time
            time.sleep(0.5)
            windows = self.tool("search", "--onlyvisible", ".").split()
            if windows:
                break
        else:
            self.game.terminate()
            raise RuntimeError("The preview opened no window within half a minute.")
        time.sleep(1)
        self.tool("windowsize", windows[-1], *size.split("x"))
        self.tool("windowmove", windows[-1], "0", "0")
        self.tool("windowfocus", windows[-1])
        time.sleep(1)

    def tool(self, *words: str) -> str:
        """What xdotool answers."""
        return subprocess.run(["xdotool", *words], env=self.there, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str) -> None:
        """Presses keys, one after another."""
        for key in keys:
            self.tool("key", key)
            time.sleep(0.4)

    def shoot(self, name: str) -> bytes:
        """Keeps a picture of the real screen, and gives what is in it."""
        time.sleep(0.8)
        self.taken += 1
        target = self.out / f"preview-{self.size}-{self.taken}-{name}.png"
        subprocess.run(["import", "-window", "root", str(target)], env=self.there, check=True)
        return target.read_bytes()

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
    code = author.game.wait(timeout=5)
    left = sorted(path.name for path in author.file.parent.iterdir())
    print(f"preview at {author.size}: ended with {code}; in its folder there are {', '.join(left)}")


def main(out: Path, size: str, scale: float) -> None:
    """Starts a display, works on it, and ends both."""
    out.mkdir(parents=True, exist_ok=True)
    display = f":{190 + os.getpid() % 100}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size}x24"], stderr=subprocess.DEVNULL)
    socket = Path("/tmp/.X11-unix") / f"X{display[1:]}"
    for _ in range(60):
        time.sleep(0.5)
        if socket.exists():
            break
    try:
        with tempfile.TemporaryDirectory() as folder:
            author = Author(Path(folder), out, size, display, scale)
            try:
                work(author)
            finally:
                author.game.terminate()
    finally:
        server.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 1.0)
