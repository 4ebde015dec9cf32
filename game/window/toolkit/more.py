"""How many things of a column are out of sight, and the way to them."""

from __future__ import annotations

from typing_extensions import override

from game.window.input.commands import Scroll
from game.window.toolkit.controls import Button, OptionButton
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.words import _

SIGNED = 16.0  # text heights: in a narrower window the words go without a sign


class MoreOptions(Button):
    """Says how many options a column holds that are not wholly in sight; pressed, it scrolls on to them."""

    def __init__(self, look: Look) -> None:
        super().__init__(self._words(9, below=True), Scroll(pages=0.8), kind="quiet", key="more", snug=True)
        self.signed = look.width >= look.em(SIGNED)
        self.sign = "down" if self.signed else ""

    def count(self, pane: Pane, look: Look) -> bool:
        """Returns True when what it says has changed, now that the column stands as it does."""
        options = [part.rect for part in pane.root.walk() if isinstance(part, OptionButton)]
        bottom = pane.scroll + pane.rect.height
        below, above = sum(box.bottom > bottom for box in options), sum(box.top < pane.scroll for box in options)
        words = self._words(below or above, below=bool(below))
        if words == self.label:
            return False
        self.label = words
        if self.signed:
            self.sign = "down" if below else "up"
        self.command = Scroll(pages=0.8 if below else -0.8)
        self.layout(look, self.rect.x, self.rect.y, self.rect.width)
        return True

    @override
    def layout(self, look: Look, x: int, y: int, wide: int) -> int:
        width = self.rect.width
        high = super().layout(look, x, y, wide)
        self.rect.width = max(width, self.rect.width)  # what it says next has room too
        return high

    @staticmethod
    def _words(count: int, *, below: bool) -> str:
        return (_("{count} more below") if below else _("{count} more above")).format(count=count)
