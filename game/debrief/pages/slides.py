"""The half hour as slides: one idea each, the class as a whole, nothing that could point at a person."""

from __future__ import annotations

from game.debrief.figures.forks import fork_views
from game.debrief.figures.model import ClassFigures
from game.debrief.pages import charts
from game.debrief.pages.flow_chart import label_of, legends, legends_in_parts, river_in_parts
from game.debrief.pages.page import TEMPLATES, own_words, planes
from game.debrief.pages.wording import author_notes, quoted, run_sheet
from game.pages.paper import environment, script
from game.rubric.scoring_model import ScoringModel
from game.words import _


def slides(figures: ClassFigures, exact: ScoringModel, class_code: str | None = None) -> str:
    """Returns the slides as one HTML page; without its script they stand below each other."""
    scenario, rubric = exact.story.scenario, exact.rubric
    figures = quoted(figures, scenario)
    html = (
        environment(TEMPLATES)
        .get_template("slides.html")
        .render(
            figures=figures,
            class_code=class_code,
            scenario=scenario,
            own=own_words(scenario),
            steps=run_sheet(),
            maps=river_in_parts("map", figures, scenario),
            legends=legends_in_parts(legends(figures, scenario)),
            author=author_notes(scenario),
            forks=fork_views(figures, scenario, rubric),
            planes=planes(figures, rubric, points=False),
            estimate=exact.estimate.in_words() if exact.estimate else "",
            trace=charts.trace("trace-c", figures.trace),
            endings=charts.endings("endings-c", figures.endings, figures.endings_others, figures.complete),
            minority=figures.minority,
            minority_place=label_of(figures.minority.node, scenario) if figures.minority else "",
            script=script(TEMPLATES / "slides.js", _told()),
        )
    )
    return html.replace("&#39;", "'")  # escaped for attributes in single quotes, of which there are none


def _told() -> dict[str, str]:
    """Returns what the slides' script says in English, as it is told."""
    return {"Slides": _("Slides"), "Back": _("Back"), "Next": _("Next"), " of ": _("{n} of {all}").format(n="", all="")}
