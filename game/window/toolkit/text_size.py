"""How big words are: they follow the window, are never smaller than can be read, and then times the chosen size."""

from __future__ import annotations

BODY_AT_720 = 21.4
SMALLEST_BODY = 18


def body(unit: float, scale: float) -> int:
    """Returns the pixels of body text, where `unit` is the pixels of one unit of a 1280×720 drawing and `scale` (1.0 to
    2.0) the chosen text size."""
    return round(max(SMALLEST_BODY, BODY_AT_720 * unit) * scale)
