"""What a teacher wants made of a class's folder; nothing is read or made here, so that a window can ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PageKind(Enum):
    """What can be made: the page for the half hour, its slides, or the page of a term."""

    PAGE = "debrief"
    SLIDES = "slides"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make, of which scenario and which class (None for all that lie there), and in which language; None for
    English, with each scenario in its own."""

    kind: PageKind = PageKind.PAGE
    scenario: str | None = None
    class_code: str | None = None
    language: str | None = None
