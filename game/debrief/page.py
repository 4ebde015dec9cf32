"""A class's report: one page that needs nothing else, from figures that may be shown and plays for their owners."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.debrief import charts
from game.debrief.charts import LETTERS
from game.debrief.model import FEWEST_FOR_ITEMS, Figures, Fork, ForkKind, NodeFigures, Play
from game.debrief.river import label_of, river
from game.debrief.svg import Chart, drawing, mark, plain, tag
from game.debrief.wording import (
    RUN_SHEET,
    Stem,
    heard_before,
    option_of,
    quoted,
    stems,
    thoughts_after,
    thoughts_before,
    warnings,
)
from game.play.journal import Journal
from game.rubric.exact import Exact
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import ChoiceRecord, Scorecard
from game.scenario.model import Scenario

TEMPLATES = Path(__file__).parent / "templates"
MOST_ANSWER = 600
MOST_QUESTIONS = 12
MOST_ANSWERS = 60


@dataclass(frozen=True, slots=True)
class ForkView:
    """A fork as it is read: why it was picked, the moment, the split, what stayed unsaid, three openings."""

    number: int
    place: str
    why: str
    lines: tuple[tuple[str, str], ...]
    split: Chart
    thinks: tuple[str, ...]
    after: tuple[tuple[str, str], ...]
    stems: tuple[Stem, ...]
    reached: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An option in the table of item figures, every cell as it is printed."""

    letter: str
    say: str
    count: str
    share: str
    achievable: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A decision in the table of item figures."""

    name: str
    reached: str
    hidden: bool
    provisional: bool
    items_hidden: bool
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """A turn that a player may want to look at again."""

    turn: int
    why: str
    say: str
    thinks: str
    instead: str


@dataclass(frozen=True, slots=True)
class Mine:
    """A play's own page: for its owner, and not for the group."""

    heading: str
    facts: tuple[str, ...]
    ending: tuple[str, str] | None
    readings: tuple[tuple[str, str, str, str], ...]
    picture: Markup
    turnings: tuple[Turning, ...]
    breaks: tuple[str, ...]
    limits: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def report(figures: Figures, plays: Sequence[Play], exact: Exact, names: bool) -> str:
    """The whole page as HTML; names of players stand in it only when `names` says so."""
    scenario, rubric = exact.story.scenario, exact.rubric
    figures = quoted(figures, scenario)
    html = (
        environment()
        .get_template("report.html")
        .render(
            figures=figures,
            scenario=scenario,
            steps=RUN_SHEET,
            warnings=warnings(figures, plays),
            map=river("map-c", figures, scenario),
            forks=fork_views(figures, scenario, rubric),
            planes=planes(figures, rubric),
            trace=charts.trace("trace-c", figures.trace),
            poles=charts.poles("poles-c", rubric, figures.poles, charts.coverage(figures.nodes)),
            endings=charts.endings("endings-c", figures.endings, figures.endings_others, figures.complete),
            ruptures=charts.ruptures("ruptures-c", figures.ruptures, figures.complete),
            minority=figures.minority,
            minority_place=label_of(figures.minority.node, scenario) if figures.minority else "",
            answers=open_answers(plays, scenario),
            items=items(figures, scenario, rubric),
            components=tuple(zip("RACK", (rubric.components[name].name for name in COMPONENTS), strict=True)),
            axes=tuple(axis.name for axis in rubric.axes.values()),
            mine=[own_page(play, figures, exact, names) for play in _by_owner(plays, names)],
            names=names,
            fewest=FEWEST_FOR_ITEMS,
        )
    )
    return html.replace("&#39;", "'")  # escaped for attributes in single quotes, of which there are none


@cache
def environment() -> Environment:
    """Where templates come from; everything they print is escaped."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["plain"] = plain
    found.globals["fonts"] = _fonts()
    return found


def _fonts() -> Markup:
    """The two cuts of the type as style rules that need no other file."""
    rules = []
    for file, weight in (("regular", 400), ("bold", 700)):
        data = base64.b64encode((TEMPLATES / f"{file}.woff2").read_bytes()).decode("ascii")
        rules.append(
            f"@font-face{{font-family:Footing;font-weight:{weight};"
            f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
        )
    return Markup("".join(rules))


def fork_views(figures: Figures, scenario: Scenario, rubric: Rubric) -> list[ForkView]:
    """The forks to talk about, each with all that is read at it."""
    return [
        _fork(number, fork, figures.node(fork.node), scenario, rubric) for number, fork in enumerate(figures.forks, 1)
    ]


def _fork(number: int, fork: Fork, node: NodeFigures, scenario: Scenario, rubric: Rubric) -> ForkView:
    axis = rubric.axes[fork.axis].name if fork.axis is not None and fork.axis in rubric.axes else None
    why = (
        "The class was most divided here."
        if fork.kind is ForkKind.DIVIDED
        else f"The answers parted on one thing only: {axis or 'one of the two axes'}."
    )
    after = [
        (LETTERS[i % 26], thoughts[-1])
        for i, option in enumerate(node.options)
        if option.share and (thoughts := thoughts_after(scenario, node.node, option.option))
    ]
    return ForkView(
        number=number,
        place=label_of(node.node, scenario),
        why=why,
        lines=heard_before(scenario, node),
        split=charts.option_split(f"split-{number}", f"Fork {number}: what the class chose", node),
        thinks=thoughts_before(scenario, node),
        after=tuple(after),
        stems=stems(node, scenario, rubric, fork.axis),
        reached=charts.reached(node),
    )


def planes(figures: Figures, rubric: Rubric, *, points: bool = True) -> list[Chart]:
    """Both planes; without points they show only the corners, chance and the ways of playing."""
    return [
        charts.plane(
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


def open_answers(plays: Sequence[Play], scenario: Scenario) -> list[tuple[str, list[str], int]]:
    """Each open question with its answers in alphabetical order, so that no order tells who wrote what.

    The last number says how many answers were left out for room.
    """
    found: dict[str, list[str]] = {}
    for play in plays:
        for question, text in answers_of(play.journal):
            found.setdefault(question, []).append(text)
    order = list(scenario.reflection)
    asked = sorted(found, key=lambda q: (order.index(q) if q in order else -1, q))
    return [
        (
            question,
            sorted(found[question], key=str.casefold)[:MOST_ANSWERS],
            max(0, len(found[question]) - MOST_ANSWERS),
        )
        for question in asked[:MOST_QUESTIONS]
    ]


def answers_of(journal: Journal) -> list[tuple[str, str]]:
    """The questions and what was typed, within bounds; empty answers left out."""
    if journal.reflected is None:
        return []
    return [(plain(a.question, 300), plain(a.text, MOST_ANSWER)) for a in journal.reflected.answers if a.text.strip()]


def items(figures: Figures, scenario: Scenario, rubric: Rubric) -> list[Item]:
    """The item figures as they are printed."""
    return [
        Item(
            name=label_of(node.node, scenario),
            reached=charts.reached(node),
            hidden=node.hidden,
            provisional=node.provisional,
            items_hidden=node.items_hidden,
            rows=tuple(_item_rows(node, rubric)),
        )
        for node in figures.nodes
    ]


def _item_rows(node: NodeFigures, rubric: Rubric) -> list[ItemRow]:
    rows = []
    for number, option in enumerate(node.options):
        letter, own = LETTERS[number % 26], not (option.pooled or node.hidden)
        figured = own and not node.items_hidden
        rows.append(
            ItemRow(
                letter,
                plain(option.say, 400),
                ("about" if option.count is None else str(option.count)) if own else "pooled",
                _points(option.share) if own else "",
                tuple(_points(option.achievable.get(name)) for name in COMPONENTS),
                tuple(
                    (_signed(option.point_biserial.get(name)), _thirds(option.tertiles.get(name)))
                    if figured
                    else ("", "")
                    for name in rubric.axes
                ),
            )
        )
    if not node.hidden and any(o.pooled for o in node.options):
        blank = (("", ""),) * len(rubric.axes)
        others = "about" if node.others is None else str(node.others)
        share = _points(node.others_share)
        rows.append(ItemRow("", "others together", others, share, ("",) * len(rubric.components), blank))
    return rows


def _points(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}".replace("-", "−")


def _thirds(value: tuple[float, float, float] | None) -> str:
    return "–" if value is None else " · ".join(f"{part:.0f}" for part in value)


def _by_owner(plays: Sequence[Play], names: bool) -> list[Play]:
    """By the owner's name as it is shown: no order of scores, and a person's plays together."""
    return sorted(plays, key=lambda p: (_owner(p, names).casefold(), p.begun, p.session))


def _owner(play: Play, names: bool) -> str:
    return plain((play.name if names else None) or play.pseudonym, 80)


def own_page(play: Play, figures: Figures, exact: Exact, names: bool) -> Mine:
    """What a player gets back: this play, in its own words."""
    card = play.card
    facts = [f"played {play.begun:%d %B %Y}".replace(" 0", " "), "complete" if play.complete else "not finished"]
    return Mine(
        heading=_owner(play, names),
        facts=tuple(facts),
        ending=(card.ending.title, card.ending.text) if card and card.ending else None,
        readings=_readings(card, exact.rubric) if card else (),
        picture=_small_trace(card) if card and len(card.choices) > 1 else Markup(""),
        turnings=tuple(_turnings(card, figures, exact.story.scenario)) if card else (),
        breaks=tuple(_breaks(card)) if card else (),
        limits=tuple(f"Turn {g.turn}: {g.what}." for g in card.gates) if card else (),
        answers=tuple(answers_of(play.journal)),
        notes=tuple(plain(note, 400) for note in play.notes),
    )


def _readings(card: Scorecard, rubric: Rubric) -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for name, axis in rubric.axes.items():
        reading = card.axes[name]
        parts = ", ".join(f"{rubric.components[c].name} {_points(card.components[c].path)}" for c in axis.components)
        rows.append((axis.name, reading.quadrant or "no score", parts, _points(reading.chance)))
    return tuple(rows)


def _small_trace(card: Scorecard) -> Markup:
    """Trust, ease and voice of one play as three small lines."""
    wide, high = 300.0, 70.0
    step = (wide - 12) / (len(card.choices) - 1)
    parts = []
    said = []
    for name, dash in (("trust", None), ("ease", "7 4"), ("voice", "2 3")):
        values = [getattr(c.state, name) for c in card.choices]
        way = " ".join(f"{6 + n * step:.0f},{6 + (high - 12) * (1 - v / 10):.0f}" for n, v in enumerate(values))
        parts.append(tag("polyline", points=way, cls=f"line {name}", stroke_dasharray=dash))
        said.append(f"{name} from {values[0]} to {values[-1]}")
    shapes = zip(("disc", "square", "up"), ("trust", "ease", "voice"), strict=True)
    for shape, name in shapes:
        last = getattr(card.choices[-1].state, name)
        parts.append(mark(shape, wide - 6, 6 + (high - 12) * (1 - last / 10), 4, f"dot {name}"))
    return drawing("", "Trust, ease and voice", f"After each choice, 0 to 10: {', '.join(said)}.", wide, high, parts)


def _turnings(card: Scorecard, figures: Figures, scenario: Scenario) -> list[Turning]:
    """The two forks where this play met them, and the turns where the other person moved the most: four at most."""
    forks = {fork.node: number for number, fork in enumerate(figures.forks, 1)}
    moved = {b.turn: _moved(a, b) for a, b in pairwise(card.choices)}
    picked = {c.turn for c in card.choices if c.node in forks}
    for turn in sorted(moved, key=lambda t: (-abs(moved[t]), t)):
        if len(picked) < 3 and moved[turn]:
            picked.add(turn)
    found = []
    for choice in card.choices:
        if choice.turn in picked:
            change = moved.get(choice.turn, 0)
            why = "the two of you came closer" if change > 1 else "something closed" if change < -1 else ""
            if choice.node in forks:
                why = f"fork {forks[choice.node]}" + (f", {why}" if why else "")
            thinks = choice.thinks[-1] if choice.thinks else ""
            option = option_of(scenario, choice.node, choice.option)
            said = option.words if option else choice.say
            found.append(Turning(choice.turn, why, plain(said, 300), thinks, choice.instead or ""))
    return found


def _moved(before: ChoiceRecord, after: ChoiceRecord) -> int:
    one, two = before.state, after.state
    return two.trust + two.ease + two.voice - one.trust - one.ease - one.voice


def _breaks(card: Scorecard) -> list[str]:
    return [
        f"Turn {r.opened}: {r.what} " + (f"Mended at turn {r.repaired}." if r.repaired else "It was not mended.")
        for r in card.ruptures
    ]
