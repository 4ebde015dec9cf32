"""How big things are: every length on a screen follows from the window's size and the chosen text size."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.window.toolkit import text_size
from game.window.toolkit.theme import Theme
from game.window.toolkit.typefaces import USUAL, Setting

SMALLEST_TARGET = 44  # pixels of anything that can be pressed


@dataclass(frozen=True, slots=True)
class Look:
    """The theme, the size in pixels and the text size (1.0 to 2.0) that a screen is laid out for; `below` it the window
    has that many pixels more. `setting` is how its words are set, so that another setting is another look.

    `unit` is the pixels of one unit of a 1280×720 drawing, `px` those of body text: 21 at 720p, 32 at 1080p, times the
    chosen text size. Both follow from the rest, and are asked for thousands of times a screen."""

    theme: Theme
    width: int
    height: int
    text_scale: float = 1.0
    below: int = 0
    setting: Setting = USUAL
    unit: float = field(init=False, repr=False, compare=False)
    px: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        unit = max(0.8, min((self.height + self.below) / 720, self.width / 960))
        object.__setattr__(self, "unit", unit)
        object.__setattr__(self, "px", text_size.body(unit, self.text_scale))

    @property
    def target(self) -> int:
        """Returns the least height of anything that can be pressed, in pixels."""
        return max(SMALLEST_TARGET, self.dp(46))

    @property
    def ring(self) -> int:
        """Returns how thick the focus ring and its gap are, in pixels."""
        return max(3, self.dp(3))

    def dp(self, units: float) -> int:
        """Pixels for a length that follows the window."""
        return round(units * self.unit)

    def em(self, share: float) -> int:
        """Pixels for a length that follows the text."""
        return round(share * self.px)
