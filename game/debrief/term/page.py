"""A term's page: what may be shown to everyone first, and each person's way in a closed part at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from game.debrief.figures.items import as_points
from game.debrief.figures.model import FEWEST
from game.debrief.read.left_out import branches_in_words, copies_in_words, left_out
from game.debrief.term.estimates import FEWEST_FOR_MEANS, Estimate
from game.debrief.term.figures import AxisInTerm, GroupInTerm, NextScenarios, TermFigures, weakest_axis
from game.debrief.term.plays import PersonInTerm, TermPlay, TermRead
from game.debrief.term.rows import TOO_FEW, VERDICTS, moved
from game.pages.paper import environment
from game.pages.svg import Chart, drawing, mark, plain, tag, words, wrapped
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.words import _

TEMPLATES = (Path(__file__).parent / "templates", Path(__file__).parent.parent / "pages" / "templates")
MOST_PEOPLE = 500  # more have no row each on a page
_WIDE, _LEFT, _ROW = 720, 190, 26


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A scenario of a person: how many plays, and each axis from first to latest beside chance."""

    title: str
    plays: int
    axes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonPart:
    """A person's way through the term, for the teacher alone."""

    heading: str
    rows: tuple[PersonRow, ...]
    cells: tuple[str, ...]
    next: str


def term_page(
    figures: TermFigures,
    read: TermRead,
    exact: Mapping[str, ScoringModel],
    rubric: Rubric,
    further: NextScenarios,
    *,
    names: bool = False,
    group_only: bool = False,
) -> str:
    """Returns the whole page as HTML; people's rows stand in it unless `group_only`, or where they are too many."""
    shown = [] if group_only or len(read.people) > MOST_PEOPLE else read.people
    html = (
        environment(TEMPLATES[0], TEMPLATES[1])
        .get_template("term.html")
        .render(
            figures=figures,
            stands=[stands(f"stands-{n}", figures, n) for n in range(len(figures.axes))],
            changes=[(s.title, [change_in_words(a, s.groups[0]) for a in s.groups[0].axes]) for s in figures.scenarios],
            short=in_short(figures),
            by_class=_by_class(figures),
            compared=compared(figures),
            people=[person_part(person, exact, rubric, further, names) for person in shown],
            too_many=not group_only and len(read.people) > MOST_PEOPLE,
            scenarios=[model.story.scenario.title for model in exact.values()],
            letters="ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            left_out=left_out(read.troubles, names=names),
            more=read.unread - len(read.troubles),
            read=read,
            copies=copies_in_words(read.copies) if read.copies else "",
            branches=branches_in_words(read.branches) if read.branches else "",
            fewest=FEWEST_FOR_MEANS,
            names=names,
        )
    )
    return html.replace("&#39;", "'")  # escaped for attributes in single quotes, of which there are none


def about_people(people: int | None) -> str:
    """Returns about how many people, as words."""
    few, about = _("fewer than {n} people"), _("about {n} people")
    return few.format(n=FEWEST) if people is None else about.format(n=people)


def interval(found: Estimate) -> str:
    """Returns a mean with the interval that it lies in."""
    return _("about {n} ({low} to {high})").format(n=found.mean, low=found.low, high=found.high)


def change_in_words(axis: AxisInTerm, group: GroupInTerm) -> str:
    """Returns what became of an axis from the first play to the latest."""
    if axis.change is None:
        return _("too few to say ({people} played again)").format(people=about_people(group.again))
    mean, low, high = (_signed(part) for part in (axis.change.mean, axis.change.low, axis.change.high))
    told = _("{verdict}: {mean} ({low} to {high}), {people}")
    verdict = _(moved(axis.change))
    return told.format(verdict=verdict, mean=mean, low=low, high=high, people=about_people(group.again))


def _signed(points: int) -> str:
    return f"{points:+d}".replace("-", "−") if points else "0"


def in_short(figures: TermFigures) -> list[tuple[str, list[str]]]:
    """Returns what moved and what did not: each verdict with the scenarios and axes that it holds for."""
    found: dict[str, list[str]] = {}
    both = _(" and ")
    for scenario in figures.scenarios:
        verdicts: dict[str, list[str]] = {}
        for axis in scenario.groups[0].axes:
            verdicts.setdefault(moved(axis.change), []).append(axis.axis.lower())
        for verdict, names in verdicts.items():
            found.setdefault(verdict, []).append(f"{scenario.title} ({both.join(names)})")
    return [(_(verdict).capitalize(), found[verdict]) for verdict in VERDICTS if verdict in found]


def compared(figures: TermFigures) -> tuple[list[str], int]:
    """Returns in words every two classes that clearly differ, and how many comparisons there were in all."""
    found, total = [], 0
    for scenario in figures.scenarios:
        for one in scenario.differences:
            total += 1
            if one.difference.clear:
                high, low = (one.one, one.other) if one.difference.clear > 0 else (one.other, one.one)
                least, most = sorted((abs(one.difference.low), abs(one.difference.high)))
                by = _("about {n} ({low} to {high})").format(n=abs(one.difference.mean), low=least, high=most)
                told = _("{title}, {axis}: {high} lies above {low} by {by}.")
                found.append(told.format(title=scenario.title, axis=one.axis, high=high, low=low, by=by))
    return found, total


def _by_class(figures: TermFigures) -> list[tuple[str, str, list[str]]]:
    """Returns a row for each scenario and class: the mean of each axis."""
    rows = []
    for scenario in figures.scenarios if figures.classes else ():
        for group in scenario.groups[1:]:
            means = [interval(axis.first) if axis.first else _(TOO_FEW) for axis in group.axes]
            rows.append((scenario.title, f"{group.class_code}, {about_people(group.people)}", means))
    return rows


def stands(key: str, figures: TermFigures, index: int) -> Chart:
    """Returns where people stood on an axis in their first plays: by scenario, by class, beside chance."""
    name = figures.axes[index]
    title = _("{name}: first plays, beside chance").format(name=name)
    head = (_("Scenario"), _("Who"), _("Mean of first plays (0–100)"), _("Chance"))
    parts: list[Markup] = []
    rows: list[tuple[str, ...]] = []
    y = 4.0
    for scenario in figures.scenarios:
        lines = wrapped(scenario.title, 80, 2)
        parts += [words(line, 0, y + 14 + 18 * n, "name") for n, line in enumerate(lines)]
        y += 18 * len(lines) + 6
        for group in scenario.groups:
            axis = group.axes[index]
            parts += _stand(group, axis, y)
            mean = interval(axis.first) if axis.first else _(TOO_FEW)
            rows.append((scenario.title, _who(group), mean, as_points(axis.chance)))
            y += _ROW
        y += 10
    says = _(
        "The dot is the mean, the bar how sure it is, the diamond what choosing by chance would score. Dashed: too few "
        "to say."
    )
    return Chart(key, title, says, drawing(key, title, says, _WIDE, y, parts), head, tuple(rows))


def _who(group: GroupInTerm) -> str:
    everyone = _("all")
    return f"{group.class_code or everyone}, {about_people(group.people)}"


def _stand(group: GroupInTerm, axis: AxisInTerm, y: float) -> list[Markup]:
    reach = _WIDE - _LEFT - 10

    def at(score: float) -> float:
        return _LEFT + reach * max(0.0, min(100.0, score)) / 100

    middle = y + 9
    rail = "rail" if axis.first else "unseen"
    parts = [
        words(plain(_who(group), 30), 0, y + 14, "small"),
        tag("rect", x=_LEFT, y=y, width=reach, height=18, rx=3, cls=rail),
    ]
    if axis.chance is not None:
        parts.append(mark("diamond", at(axis.chance), middle, 6, "chance"))
    if axis.first is None:
        return [*parts, words(_(TOO_FEW), _LEFT + 10, y + 14, "small")]
    low, high = at(axis.first.low), at(axis.first.high)
    bar = tag("rect", x=low, y=y + 5, width=max(3.0, high - low), height=8, rx=3, cls="p0")
    return [*parts[:2], bar, *parts[2:], mark("disc", at(axis.first.mean), middle, 6, "play")]


def person_part(
    person: PersonInTerm, exact: Mapping[str, ScoringModel], rubric: Rubric, further: NextScenarios, names: bool
) -> PersonPart:
    """Returns a person's way: what was played and what came of it, and what could be next."""
    rows = [
        PersonRow(_title(scenario, exact), len(plays), tuple(_ways(person, scenario, exact, rubric)))
        for scenario, plays in sorted(person.played.items(), key=lambda item: item[1][0].begun)
    ]
    coming = further.after(person.played, weakest_axis([person], exact, rubric))
    heading = person.name if names and person.name else person.pseudonym
    code = f" ({person.class_code})" if names and person.class_code else ""
    cells = tuple(_cell(person.played.get(scenario)) for scenario in exact)
    return PersonPart(plain(heading + code, 80), tuple(rows), cells, coming.title if coming else "")


def _title(scenario: str, exact: Mapping[str, ScoringModel]) -> str:
    return plain(exact[scenario].story.scenario.title if scenario in exact else scenario, 80)


def _cell(plays: Sequence[TermPlay] | None) -> str:
    """Returns how often a person played a scenario, with … where none of the plays came to an ending."""
    if not plays:
        return "·"
    return f"{len(plays)}" if any(play.complete for play in plays) else f"{len(plays)} …"


def _ways(person: PersonInTerm, scenario: str, exact: Mapping[str, ScoringModel], rubric: Rubric) -> list[str]:
    """Returns for each axis the first play's score, the latest's where there is one, and chance's."""
    first, latest = person.first(scenario), person.latest(scenario)
    found = []
    for index, axis in enumerate(rubric.axes):
        if scenario not in exact or not first.scored:
            found.append(_("not scored"))
            continue
        steps = [_score(play, index) for play in (first, latest) if play]
        told = _("{scores} (chance {chance})")
        chance = as_points(_chance(exact[scenario], axis))
        found.append(told.format(scores=" → ".join(steps), chance=chance))
    return found


def _score(play: TermPlay, axis: int) -> str:
    if not play.complete:
        return _("not finished")
    return as_points(play.axes[axis]) if play.axes else _("not scored")


def _chance(exact: ScoringModel, axis: str) -> float | None:
    chance = exact.chance_levels[axis]
    return None if chance is None else float(100 * chance)
