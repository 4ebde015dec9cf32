"""A class's report: one page that needs nothing else, from figures that may be shown and plays for their owners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from game.debrief.figures.forks import fork_views
from game.debrief.figures.items import items
from game.debrief.figures.model import FEWEST_FOR_ITEMS, ClassFigures, ScoredPlay
from game.debrief.pages import charts
from game.debrief.pages.flow_chart import label_of, legends, river
from game.debrief.pages.plane import plane
from game.debrief.pages.student_sheet import answers_of, by_owner, own_page
from game.debrief.pages.wording import author_notes, quoted, run_sheet, warnings
from game.debrief.read.first_plays import people
from game.debrief.read.left_out import LeftOut, branches_in_words, copies_in_words, few, replays_in_words
from game.pages.paper import environment
from game.pages.svg import Chart, tag
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.words import language_spoken

TEMPLATES = Path(__file__).parent / "templates"
MOST_QUESTIONS = 12
MOST_ANSWERS = 60
NOTHING = LeftOut()


def report(
    figures: ClassFigures,
    plays: Sequence[ScoredPlay],
    exact: ScoringModel,
    names: bool,
    beside: LeftOut = NOTHING,
    *,
    group_only: bool = False,
    class_code: str | None = None,
) -> str:
    """Returns the whole page as HTML; names of players stand in it only when `names` says so."""
    scenario, rubric = exact.story.scenario, exact.rubric
    figures, everyone = quoted(figures, scenario), people(plays)
    components = tuple(zip("RACK", (rubric.components[name].name for name in COMPONENTS), strict=True))
    html = (
        environment(TEMPLATES)
        .get_template("report.html")
        .render(
            figures=figures,
            scenario=scenario,
            own=own_words(scenario),
            steps=run_sheet(),
            warnings=warnings(figures, everyone),
            again=beside.replays.get(figures.scenario, 0),
            map=river("map-c", figures, scenario),
            legends=legends(figures, scenario),
            forks=fork_views(figures, scenario, rubric),
            author=author_notes(scenario),
            group_only=group_only,
            class_code=class_code,
            planes=planes(figures, rubric),
            estimate=exact.estimate.in_words() if exact.estimate else "",
            trace=charts.trace("trace-c", figures.trace),
            poles=charts.poles("poles-c", rubric, figures.poles),
            endings=charts.endings("endings-c", figures.endings, figures.endings_others, figures.complete),
            ruptures=charts.ruptures("ruptures-c", figures.ruptures, figures.plays),
            minority=figures.minority,
            minority_place=label_of(figures.minority.node, scenario) if figures.minority else "",
            answers=open_answers(plays, scenario.reflection),
            items=items(figures, scenario, rubric),
            components=components,
            achieved=", ".join(f"{letter} {name}" for letter, name in components),
            axes=tuple(axis.name for axis in rubric.axes.values()),
            mine=[own_page(person, figures, exact, names) for person in by_owner(everyone, names)],
            names=names,
            fewest=FEWEST_FOR_ITEMS,
            beside=beside,
            branches_in_words=branches_in_words,
            copies_in_words=copies_in_words,
            replays_in_words=replays_in_words,
            few=few,
        )
    )
    return html.replace("&#39;", "'")  # escaped for attributes in single quotes, of which there are none


def report_on_gone(plays: Sequence[ScoredPlay], names: bool, beside: LeftOut) -> str:
    """Returns the page of a class all of whose scenarios are gone: the half hour, what can be counted, what players
    wrote."""
    html = (
        environment(TEMPLATES)
        .get_template("gone.html")
        .render(
            steps=run_sheet(),
            answers=open_answers(plays),
            mine=[own_page(person, None, None, names) for person in by_owner(people(plays), names)],
            names=names,
            again=sum(beside.replays.values()),
            beside=beside,
            branches_in_words=branches_in_words,
            copies_in_words=copies_in_words,
            replays_in_words=replays_in_words,
        )
    )
    return html.replace("&#39;", "'")


def own_words(scenario: Scenario) -> Callable[[str], str]:
    """Returns what says of a scenario's own words which language they are in, where the page is in another."""
    if scenario.language == language_spoken():
        return lambda words: words
    return lambda words: tag("span", words, lang=scenario.language)


def planes(figures: ClassFigures, rubric: Rubric, *, points: bool = True) -> list[Chart]:
    """Returns both planes; without points they show only the corners, chance and the ways of playing."""
    return [
        plane(
            f"plane-{number}",
            axis,
            rubric,
            figures.points.get(name, ()) if points else (),
            figures.chance.get(name),
            [
                (rubric.archetypes[code].name, spots[name])
                for code, spots in figures.archetypes.items()
                if name in spots
            ],
        )
        for number, (name, axis) in enumerate(rubric.axes.items(), 1)
    ]


def open_answers(plays: Sequence[ScoredPlay], order: Sequence[str] = ()) -> list[tuple[str, list[str], int]]:
    """Returns each open question with its answers in alphabetical order, so that no order tells who wrote what.

    `order` is that of the scenario. The last number says how many answers were left out for room.
    """
    found: dict[str, list[str]] = {}
    for play in plays:
        for question, text in answers_of(play.journal):
            found.setdefault(question, []).append(text)
    asked = sorted(found, key=lambda q: (order.index(q) if q in order else -1, q))
    return [
        (
            question,
            sorted(found[question], key=str.casefold)[:MOST_ANSWERS],
            max(0, len(found[question]) - MOST_ANSWERS),
        )
        for question in asked[:MOST_QUESTIONS]
    ]
