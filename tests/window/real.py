"""Plays the real window on a real X display with xdotool: `python -m tests.window.real OUTDIR 1280x720 keyboard`.

Needs Xvfb, xdotool and ImageMagick's `import`. The game runs as its own process; this one only presses keys, or only
moves and clicks the mouse, and looks at pictures of the root window. Where things are to be clicked is asked of a
second, invisible copy of the app that is driven in step (`Driver`), so a click lands where a player would see it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pygame

from game.window.preferences import Preferences, save
from tests.window.drive import HERE, Driver, a_context
from tests.window.shots import read_on

ROOT = HERE.parent.parent
GAME = """
import sys
from pathlib import Path
from tests.window.drive import a_context
from game.window.loop import run
run(a_context(Path(sys.argv[1])))
"""
KEYS = {pygame.K_RETURN: "Return", pygame.K_TAB: "Tab", pygame.K_SPACE: "space", pygame.K_ESCAPE: "Escape"}
KEYS |= {pygame.K_PAGEDOWN: "Next", pygame.K_h: "h", pygame.K_l: "l"}
KEYS |= {pygame.K_0 + n: str(n) for n in range(10)}
GOOD = ("name-it", "frame-it", "tell", "mend-gossip", "scale", "recommend")


class Player:
    """A hand at the real window, and a shadow that knows what stands where."""

    def __init__(self, folder: Path, out: Path, size: tuple[int, int], display: str) -> None:
        self.out, self.size, self.taken = out, size, 0
        self.there = os.environ | {"DISPLAY": display, "PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": "x11"}
        at_once = Preferences(reveal="at-once")
        for place in ("real", "shadow"):
            save(at_once, folder / place / "config" / "settings.json")
        command = [sys.executable, "-c", GAME, str(folder / "real")]
        self.game = subprocess.Popen(command, env=self.there, cwd=ROOT, stdout=subprocess.DEVNULL)
        windows: list[str] = []
        for _ in range(60):  # a busy machine takes its time
            time.sleep(0.5)
            windows = self.tool("search", "--onlyvisible", ".").split()
            if windows:
                break
        else:
            self.game.terminate()
            raise RuntimeError("The game opened no window within half a minute.")
        time.sleep(1)
        window = windows[-1]
        self.tool("windowsize", window, str(size[0]), str(size[1]))
        self.tool("windowmove", window, "0", "0")
        self.tool("windowfocus", window)
        self.shadow = Driver(a_context(folder / "shadow"), size)
        time.sleep(0.6)

    def tool(self, *words: str) -> str:
        """What xdotool answers."""
        return subprocess.run(["xdotool", *words], env=self.there, capture_output=True, text=True, check=False).stdout

    def shoot(self, name: str) -> None:
        """Keeps a picture of the real screen."""
        time.sleep(0.35)
        self.taken += 1
        target = self.out / f"{self.size[1]}-{self.taken:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(target)], env=self.there, check=True)

    def key(self, key: int) -> None:
        """Presses a key here and there."""
        self.tool("key", KEYS[key])
        time.sleep(0.3)
        self.shadow.key(key)

    def go(self, key: str) -> None:
        """Goes to a part with Tab and presses Enter."""
        while self.shadow.focus != key:
            self.key(pygame.K_TAB)
        self.key(pygame.K_RETURN)

    def click(self, key: str) -> None:
        """Moves the pointer to a part, turning the wheel where it is out of sight, and clicks."""
        for _ in range(40):
            pane, widget = self.shadow.find(key)
            at = widget.rect.move(pane.rect.x, pane.rect.y - round(pane.scroll))
            shown = at.clip(pane.rect)
            if shown.height >= min(at.height, 30):
                break
            down = at.centery > pane.rect.centery
            self.tool("mousemove", str(pane.rect.centerx), str(pane.rect.centery), "click", "5" if down else "4")
            pygame.mouse.set_pos(pane.rect.center)
            self.shadow.wheel(1 if down else -1)
            time.sleep(0.1)
        self.tool("mousemove", str(shown.centerx), str(shown.centery), "click", "1")
        time.sleep(0.35)
        self.shadow.click(shown.center)


def play(player: Player, by_mouse: bool) -> None:
    """A whole play by one hand, with a picture of every screen."""
    press = player.click if by_mouse else player.go
    player.shoot("title")
    for overlay, back in (("Help", "Back"), ("Settings", "Done")):
        press(overlay)
        player.shoot(overlay.lower())
        press(back)
    press("Play")
    player.shoot("library")
    press("sample")
    player.shoot("briefing")
    press("Begin")
    for turn, option in enumerate(GOOD, 1):
        _read(player, by_mouse)
        offers = player.shadow.app.top.offers  # type: ignore[attr-defined]
        number = next(n for n, offer in enumerate(offers, 1) if offer.option.id == option)
        time.sleep(0.3)
        player.shadow.wait()
        if turn == 3:
            press("History")
            player.shoot("history")
            press("Back")
            press("Leave")
            player.shoot("leave")
            press("Stay")
        player.shoot(f"turn-{turn}")
        if by_mouse:
            player.click(f"choice-{number}")
        else:
            player.key(pygame.K_0 + number)
        player.shoot(f"answer-{turn}")
    _read(player, by_mouse)
    player.shoot("reflection")
    press("See the debrief")
    player.shoot("debrief")
    press("turn-3")
    player.shoot("debrief-turn-3")
    press("Next turn")
    player.shoot("debrief-turn-4")
    press("All scenarios")
    player.shoot("library-again")
    press("Title")
    press("Quit")
    code = player.game.wait(timeout=5)
    print(f"{player.size[0]}x{player.size[1]} by {'mouse' if by_mouse else 'keyboard'}: the game ended with {code}")


def _read(player: Player, by_mouse: bool) -> None:
    """Reads on in the real window until there is something to choose or to write."""
    seen = False
    while player.shadow.screen in ("Conversation", "Feedback") and not getattr(player.shadow.app.top, "offers", ()):
        if player.shadow.screen == "Feedback" and not seen:
            player.shoot("feedback")
            seen = True
        if by_mouse:
            player.click("Continue")
        else:
            player.key(pygame.K_SPACE)
    read_on(player.shadow)


def main(out: Path, size: tuple[int, int], by_mouse: bool) -> None:
    """Starts a display, plays on it, and ends both."""
    out.mkdir(parents=True, exist_ok=True)
    display = f":{90 + os.getpid() % 100}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size[0]}x{size[1]}x24"], stderr=subprocess.DEVNULL)
    socket = Path("/tmp/.X11-unix") / f"X{display[1:]}"
    for _ in range(60):  # a busy machine takes its time
        time.sleep(0.5)
        if socket.exists():
            break
    try:
        with tempfile.TemporaryDirectory() as folder:
            player = Player(Path(folder), out, size, display)
            try:
                play(player, by_mouse)
            finally:
                player.game.terminate()
    finally:
        server.terminate()


if __name__ == "__main__":
    across, down = sys.argv[2].split("x")
    main(Path(sys.argv[1]), (int(across), int(down)), sys.argv[3] == "mouse")
