"""A person's own sheet: the first play in its own words and what came after, for its owner and not for the group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from game.debrief.figures.items import as_points
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.pages.wording import option_of
from game.debrief.read.first_plays import PersonsPlays
from game.pages.svg import drawing, plain, short, tag
from game.play.closing import Closing, closing
from game.play.journal import Journal
from game.rubric.model import Rubric
from game.rubric.score import ChoiceRecord, EndingReached, Scorecard
from game.rubric.scoring_model import ScoringModel
from game.scenario.model import Scenario
from game.words import N_, _, to_try

MOST_ANSWER = 600
_WIDE, _POINT, _WIDEST_STEP = 96, 2.4, 16.0
_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August")),
    *(N_("September"), N_("October"), N_("November"), N_("December")),
)


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
    """A person's own page: for its owner, and not for the group."""

    heading: str
    title: str
    facts: tuple[str, ...]
    ending: tuple[str, str] | None
    readings: tuple[tuple[str, str, str, str], ...]
    again: tuple[str, ...]
    picture: Markup
    turnings: tuple[TurnToReview, ...]
    breaks: tuple[str, ...]
    limits: tuple[str, ...]
    several_limits: bool
    answers: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def by_owner(everyone: Sequence[PersonsPlays], names: bool) -> list[PersonsPlays]:
    """Returns the people by their names as they are shown: no order of scores."""
    return sorted(everyone, key=lambda p: (_owner(p.first, names).casefold(), p.first.begun, p.first.session))


def _owner(play: ScoredPlay, names: bool) -> str:
    if not names or not play.name:
        return plain(play.pseudonym, 80)
    return plain(f"{play.name} ({play.class_code})" if play.class_code else play.name, 80)


def own_page(
    person: PersonsPlays, figures: ClassFigures | None, exact: ScoringModel | None, names: bool
) -> StudentSheet:
    """Returns what a person gets back: the first play in its own words, and how the latest came out beside it; without
    figures and scenario, what the journal holds."""
    play = person.first
    card = play.card
    found = closing(card, exact.story.scenario) if card and exact else None
    facts = [_("played {day}").format(day=_day(play)), _("complete") if play.complete else _("not finished")]
    if card is not None and card.estimate is not None:
        facts.append(plain(card.estimate.in_words(), 160).rstrip("."))
    if card is None and play.journal.finished is not None:
        facts.append(_("came to the ending {name}").format(name=plain(play.journal.finished.ending, 64)))
    return StudentSheet(
        heading=_owner(play, names),
        title=plain(play.title, 160),
        facts=tuple(facts),
        ending=_ending(card.ending) if card and card.ending else None,
        readings=_readings(card, exact.rubric) if card and exact else _given(play, exact),
        again=tuple(_again(person, exact.rubric)) if exact else (),
        picture=_small_trace(card) if card and card.choices else Markup(""),
        turnings=tuple(_turnings(card, figures, exact.story.scenario)) if card and figures and exact else (),
        breaks=tuple(_breaks(card)) if card else (),
        limits=_limits(found) if found else (),
        several_limits=found is not None and len(found.harms) > 1,
        answers=tuple(answers_of(play.journal)),
        notes=tuple(plain(note, 400) for note in play.notes),
    )


def _limits(found: Closing) -> tuple[str, ...]:
    """Returns the hard limits in sentences, and at their end what nothing later could mend."""
    return (*(harm.told for harm in found.harms), *([found.past_mending] if found.past_mending else []))


def _readings(card: Scorecard, rubric: Rubric) -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for name, axis in rubric.axes.items():
        reading = card.axes[name]
        parts = ", ".join(f"{rubric.components[c].name} {as_points(card.components[c].path)}" for c in axis.components)
        rows.append((axis.name, reading.name or _("no score"), parts, as_points(reading.chance)))
    return tuple(rows)


def _ending(ending: EndingReached) -> tuple[str, str]:
    """Returns the ending's name, and what it came to, for the other person too."""
    return ending.title, " ".join(filter(None, [ending.text, ending.outcome]))


def _given(play: ScoredPlay, exact: ScoringModel | None) -> tuple[tuple[str, str, str, str], ...]:
    """Returns the scores that the player was shown, of a play that is not scored anew."""
    if exact is None or not play.given:
        return ()
    rubric = exact.rubric
    return tuple(
        (
            axis.name,
            _("as it was given then"),
            ", ".join(f"{rubric.components[c].name} {as_points(play.given.get(c))}" for c in axis.components),
            as_points(None),
        )
        for axis in rubric.axes.values()
    )


def _again(person: PersonsPlays, rubric: Rubric) -> Iterator[str]:
    """Returns what a person's latest play came to beside the first, where there is one."""
    first, latest = person.first, person.latest
    if first is latest:
        return
    more = len(person.plays) - 1
    ended = _("complete") if latest.complete else _("not finished")
    once, often = _("1 later play; the latest on {day}, {ended}."), _("{n} later plays; the latest on {day}, {ended}.")
    yield (once if more == 1 else often).format(n=more, day=_day(latest), ended=ended)
    if first.card is None or latest.card is None:
        return
    for name, axis in rubric.axes.items():
        one, two = first.card.axes[name], latest.card.axes[name]
        chance = as_points(one.chance)
        told = _("{axis}: {first} → {latest} (of 100; chance {chance}).")
        yield told.format(axis=axis.name, first=as_points(one.path), latest=as_points(two.path), chance=chance)


def _day(play: ScoredPlay) -> str:
    day = play.begun
    return _("{day} {month} {year}").format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def _small_trace(card: Scorecard) -> Markup:
    """Returns trust, ease and voice of one play as three small lines, in a frame of the same shape for a play of one
    turn and of forty.

    Widths, dashes and the marks at the ends are in `report.css`, once for all sheets.
    """
    turns = len(card.choices)
    step = min(_WIDEST_STEP, _WIDE / max(1, turns - 1))
    lines, said = [], []
    many, once = _("{name} from {first} to {last}"), _("{name} {first}")
    for name, told in (("trust", _("trust")), ("ease", _("ease")), ("voice", _("voice"))):
        values = [getattr(c.state, name) for c in card.choices]
        way = "".join(f"l{short(step)} {short((before - value) * _POINT)}" for before, value in pairwise(values))
        lines.append(tag("path", d=f"M0 {short((10 - values[0]) * _POINT)}{way or 'h.01'}", cls=f"line {name}"))
        said.append((many if turns > 1 else once).format(name=told, first=values[0], last=values[-1]))
    each, one = _("After each choice, 0 to 10: {values}."), _("After the one choice, 0 to 10: {values}.")
    says = (each if turns > 1 else one).format(values=", ".join(said))
    return drawing("", _("Trust, ease and voice"), says, _WIDE, 10 * _POINT, lines)


def _turnings(card: Scorecard, figures: ClassFigures, scenario: Scenario) -> list[TurnToReview]:
    """Returns the two forks where this play met them, and the turns where the other person moved the most: four at
    most."""
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
            why = _("the two of you came closer") if change > 1 else _("something closed") if change < -1 else ""
            if choice.node in forks:
                why = ", ".join(filter(None, [_("fork {n}").format(n=forks[choice.node]), why]))
            thinks = choice.thinks[-1].words if choice.thinks else ""
            option = option_of(scenario, choice.node, choice.option)
            said = option.words if option else choice.say
            instead = to_try(choice.instead) if choice.instead else ""
            found.append(TurnToReview(choice.turn, why, plain(said, 300), thinks, instead))
    return found


def _moved(before: ChoiceRecord, after: ChoiceRecord) -> int:
    one, two = before.state, after.state
    return two.trust + two.ease + two.voice - one.trust - one.ease - one.voice


def _breaks(card: Scorecard) -> list[str]:
    told = _("Turn {turn}: {what}")
    mended, not_mended = _("Mended at turn {turn}."), _("It was not mended.")
    return [
        f"{told.format(turn=r.opened, what=r.what)} {mended.format(turn=r.repaired) if r.repaired else not_mended}"
        for r in card.ruptures
    ]


def answers_of(journal: Journal) -> list[tuple[str, str]]:
    """Returns the questions and what was typed, within bounds; empty answers left out."""
    if journal.reflected is None:
        return []
    return [(plain(a.question, 300), plain(a.text, MOST_ANSWER)) for a in journal.reflected.answers if a.text.strip()]
