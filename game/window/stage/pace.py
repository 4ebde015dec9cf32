"""Whether text moves by itself now: the player's wish for it, a pause, and the stop that any key is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from game.words import N_

PAUSE = 1.5  # seconds that even the shortest line stands
AUTOS: dict[str, tuple[str, float | None]] = {
    "off": (N_("Off"), None),
    "slow": (N_("Slow"), 9.0),
    "middle": (N_("Medium"), 14.0),
    "quick": (N_("Fast"), 22.0),
}
"""How lines go on by themselves: what that is called, and how many characters are read in a second."""


class Hold(Enum):
    """How far text is held back."""

    NOT = "not"
    STOPPED = "stopped"  # a key was pressed: lines appear, but wait for the player
    PAUSED = "paused"  # nothing moves


@dataclass(slots=True)
class Pace:
    """One for the whole window, so that a stop lasts from screen to screen until it is lifted."""

    hold: Hold = Hold.NOT
    stood: float = 0.0  # seconds that the newest line has stood there whole

    def toggle(self) -> None:
        """Pauses, or lets everything go on."""
        self.hold = Hold.PAUSED if self.hold is Hold.NOT else Hold.NOT

    def stop(self, auto: str) -> None:
        """Stops what moves by itself, as any key does: lines wait for the player from now on."""
        self.hold = Hold.NOT if auto == "off" else Hold.STOPPED

    def due(self, dt: float, words: str, auto: str) -> bool:
        """Returns True when a line that is whole has stood long enough to be read at this pace."""
        speed = AUTOS[auto][1]
        if speed is None or self.hold is not Hold.NOT:
            return False
        self.stood += dt
        return self.stood >= PAUSE + len(words) / speed
