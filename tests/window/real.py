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
from tests.support.patience import PATIENCE
from tests.window.display import a_display, the_window
from tests.window.drive import HERE, Driver, a_context
from tests.window.shots import read_on
from tests.window.told import GAME, Listener, standing

ROOT = HERE.parent.parent
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
        self.game = subprocess.Popen(command, env=self.there, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.listener = Listener(self.game)
        window = the_window(self.there, self.game)
        self.tool("windowsize", window, *map(str, size))
        self.tool("windowmove", window, "0", "0")
        self.tool("windowfocus", "--sync", window)
        self.shadow = Driver(a_context(folder / "shadow"), size)
        self.agree()

    def agree(self) -> None:
        """Waits until the real window stands where its shadow does, or both are gone."""
        self.shadow.wait()
        if not self.shadow.app.running:
            return
        self.listener.wait_for(standing(self.shadow.app))

    def tool(self, *words: str) -> str:
        """What xdotool answers."""
        return subprocess.run(["xdotool", *words], env=self.there, capture_output=True, text=True, check=False).stdout

    def shoot(self, name: str) -> None:
        """Keeps a picture of the real screen."""
        time.sleep(0.35)  # nothing hangs on it: the picture is for people, and may show a fade
        self.taken += 1
        target = self.out / f"{self.size[1]}-{self.taken:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(target)], env=self.there, check=True)

    def key(self, key: int) -> None:
        """Presses a key here and there."""
        self.tool("key", KEYS[key])
        self.shadow.key(key)
        self.agree()

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
            self.agree()
        self.tool("mousemove", str(shown.centerx), str(shown.centery), "click", "1")
        self.shadow.click(shown.center)
        self.agree()


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
        offers = player.shadow.offers
        number = next(n for n, offer in enumerate(offers, 1) if offer.option.id == option)
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
    code = player.game.wait(timeout=PATIENCE)
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
    with a_display(size) as display, tempfile.TemporaryDirectory() as folder:
        os.environ["SDL_VIDEODRIVER"] = "dummy"  # the shadow is not to be seen
        player = Player(Path(folder), out, size, display)
        try:
            play(player, by_mouse)
        finally:
            player.game.terminate()


if __name__ == "__main__":
    across, down = sys.argv[2].split("x")
    main(Path(sys.argv[1]), (int(across), int(down)), sys.argv[3] == "mouse")
