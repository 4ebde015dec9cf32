"""A player's own sheet: one play in its own words, for its owner and not for the group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from game.debrief.figures.items import as_points
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.pages.wording import option_of
from game.pages.svg import drawing, plain, tag
from game.play.closing import closing
from game.play.journal import Journal
from game.rubric.model import Rubric
from game.rubric.score import ChoiceRecord, EndingReached, Scorecard
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario

MOST_ANSWER = 600
_STEP = 4


@dataclass(frozen=True, slots=True)
class TurnToReview:
    """A turn that a player may want to look at again."""

    turn: int
    why: str
    say: str
    thinks: str
    instead: str


@dataclass(frozen=True, slots=True)
class StudentSheet:
    """A play's own page: for its owner, and not for the group."""

    heading: str
    title: str
    facts: tuple[str, ...]
    ending: tuple[str, str] | None
    readings: tuple[tuple[str, str, str, str], ...]
    picture: Markup
    turnings: tuple[TurnToReview, ...]
    breaks: tuple[str, ...]
    limits: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def by_owner(plays: Sequence[ScoredPlay], names: bool) -> list[ScoredPlay]:
    """By the owner's name as it is shown: no order of scores, and a person's plays together."""
    return sorted(plays, key=lambda p: (_owner(p, names).casefold(), p.begun, p.session))


def _owner(play: ScoredPlay, names: bool) -> str:
    return plain((play.name if names else None) or play.pseudonym, 80)


def own_page(play: ScoredPlay, figures: ClassFigures | None, exact: ScoringModel | None, names: bool) -> StudentSheet:
    """What a player gets back: this play, in its own words; without figures and scenario, what the journal holds."""
    card = play.card
    facts = [f"played {play.begun:%d %B %Y}".replace(" 0", " "), "complete" if play.complete else "not finished"]
    if card is None and play.journal.finished is not None:
        facts.append(f"came to the ending {plain(play.journal.finished.ending, 64)}")
    return StudentSheet(
        heading=_owner(play, names),
        title=plain(play.title, 160),
        facts=tuple(facts),
        ending=_ending(card.ending) if card and card.ending else None,
        readings=_readings(card, exact.rubric) if card and exact else _given(play, exact),
        picture=_small_trace(card) if card and len(card.choices) > 1 else Markup(""),
        turnings=tuple(_turnings(card, figures, exact.story.scenario)) if card and figures and exact else (),
        breaks=tuple(_breaks(card)) if card else (),
        limits=closing(card, exact.story.scenario).harms if card and exact else (),
        answers=tuple(answers_of(play.journal)),
        notes=tuple(plain(note, 400) for note in play.notes),
    )


def _readings(card: Scorecard, rubric: Rubric) -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for name, axis in rubric.axes.items():
        reading = card.axes[name]
        parts = ", ".join(f"{rubric.components[c].name} {as_points(card.components[c].path)}" for c in axis.components)
        rows.append((axis.name, reading.name or "no score", parts, as_points(reading.chance)))
    return tuple(rows)


def _ending(ending: EndingReached) -> tuple[str, str]:
    """The ending's name, and what it came to, for the other person too."""
    return ending.title, " ".join(filter(None, [ending.text, ending.outcome]))


def _given(play: ScoredPlay, exact: ScoringModel | None) -> tuple[tuple[str, str, str, str], ...]:
    """The scores that the player was shown, of a play that is not scored anew."""
    if exact is None or not play.given:
        return ()
    rubric = exact.rubric
    return tuple(
        (
            axis.name,
            "as it was given then",
            ", ".join(f"{rubric.components[c].name} {as_points(play.given.get(c))}" for c in axis.components),
            as_points(None),
        )
        for axis in rubric.axes.values()
    )


def _small_trace(card: Scorecard) -> Markup:
    """Trust, ease and voice of one play as three small lines: four units a turn across, one a point up.

    Widths, dashes and the marks at the ends are in `report.css`, once for all sheets.
    """
    lines, said = [], []
    for name in ("trust", "ease", "voice"):
        values = [getattr(c.state, name) for c in card.choices]
        way = "".join(_drawn(value - before) for before, value in pairwise(values))
        lines.append(tag("path", d=f"M0 {10 - values[0]}{way}", cls=f"line {name}"))
        said.append(f"{name} from {values[0]} to {values[-1]}")
    says = f"After each choice, 0 to 10: {', '.join(said)}."
    return drawing("", "Trust, ease and voice", says, _STEP * (len(card.choices) - 1), 10, lines)


def _drawn(change: int) -> str:
    return f"l{_STEP}-{change}" if change > 0 else f"l{_STEP} {-change}" if change else f"h{_STEP}"


def _turnings(card: Scorecard, figures: ClassFigures, scenario: Scenario) -> list[TurnToReview]:
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
            found.append(TurnToReview(choice.turn, why, plain(said, 300), thinks, choice.instead or ""))
    return found


def _moved(before: ChoiceRecord, after: ChoiceRecord) -> int:
    one, two = before.state, after.state
    return two.trust + two.ease + two.voice - one.trust - one.ease - one.voice


def _breaks(card: Scorecard) -> list[str]:
    return [
        f"Turn {r.opened}: {r.what} " + (f"Mended at turn {r.repaired}." if r.repaired else "It was not mended.")
        for r in card.ruptures
    ]


def answers_of(journal: Journal) -> list[tuple[str, str]]:
    """The questions and what was typed, within bounds; empty answers left out."""
    if journal.reflected is None:
        return []
    return [(plain(a.question, 300), plain(a.text, MOST_ANSWER)) for a in journal.reflected.answers if a.text.strip()]
