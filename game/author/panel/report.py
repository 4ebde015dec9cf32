"""Agreement as one page: figures for each component, then the options on which raters and rubric part."""

from __future__ import annotations

from collections.abc import Sequence

from game.author.panel.agree import PARTING, Agreement
from game.author.panel.ratings import Ratings
from game.author.panel.sheet import TEMPLATES
from game.pages.paper import environment
from game.rubric.model import Rubric

ENOUGH_ALPHA = 0.667  # Krippendorff's own lower bound for tentative conclusions


def report(rubric: Rubric, raters: Sequence[Ratings], found: Sequence[Agreement]) -> str:
    """Returns the page as HTML."""
    return (
        environment(TEMPLATES)
        .get_template("agree.html")
        .render(rubric=rubric, raters=raters, found=found, enough=ENOUGH_ALPHA, parting=f"{PARTING:g}")
    )
