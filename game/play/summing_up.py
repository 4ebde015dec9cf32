"""What a debrief opens with: what came of a play, the choices that weighed most, the hard limits that it crossed and
what broke; then what the player wrote in words of their own."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.play.closing import HarmfulTurn, closing
from game.play.events import Answer
from game.play.session import Session
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import RuptureEvent, Scorecard
from game.rubric.weighed_most import Improvement, weighed_most
from game.scenario.model import Option, Scenario
from game.words import N_, _, in_quotes, to_try

NO_LIMIT = N_("You crossed no hard limit.")
LIMIT, LIMITS = N_("A hard limit was crossed"), N_("Hard limits were crossed")
LEFT = N_("This play was left before its end, so nothing can be said yet of what came of it.")
WEIGHED, FURTHER = N_("The choices that weighed most"), N_("What could have gone further still")
NONE_BETTER = N_("At no turn was a line open that would have raised your scores.")
NO_BREAK = N_("Nothing broke between you in this play.")
NO_OTHER_BREAK = N_("Nothing else broke between you in this play.")


@dataclass(frozen=True, slots=True)
class WeightyChoice:
    """A choice that weighed most: its turn (from 1), who said what last before it, what was chosen, something else to
    try, all as a player reads them, and in sentences what made the difference, which score that would have raised, and
    what this part of the score asks."""

    turn: int
    heard: str | None
    chosen: str
    better: str
    why: str


@dataclass(frozen=True, slots=True)
class CrossedLimit:
    """A turn in which a hard limit was crossed: what it was and what that does, who said what last before it, what was
    chosen there, and something else to try: the author's, else the open option that would have raised the scores most,
    else nothing."""

    turn: int
    told: str
    heard: str | None
    chosen: str
    instead: str | None


@dataclass(frozen=True, slots=True)
class Break:
    """Something that broke between the two: what, the turn in which it did and the one in which it was repaired, if it
    was, and something else to try, unless that is told with this turn already."""

    turn: int
    told: str
    repaired: int | None
    instead: str | None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the player typed before a choice, beside the line that they then chose; turns count from 1."""

    turn: int
    words: str
    chosen: str


@dataclass(frozen=True, slots=True)
class SummingUp:
    """The beginning of a debrief: `who` names the client, `outcome` is one sentence, `heading` stands over the choices
    that weighed most and `none` in place of them, `crossed` are the hard limits and `past_mending` what nothing later
    could mend of them, `breaks` what broke. A turn is told once among `crossed` and `choices`."""

    who: str
    outcome: str
    crossed: tuple[CrossedLimit, ...]
    past_mending: str | None
    heading: str
    choices: tuple[WeightyChoice, ...]
    none: str | None
    breaks: tuple[Break, ...]


def summing_up(session: Session) -> SummingUp:
    """Returns what the debrief of a play opens with; a play that has not ended has no choices that weighed."""
    card, options, axes = session.card(), _options(session), session.exact.rubric.axes
    weighed = {found.turn: found for found in weighed_most(session.exact, session.chosen)}
    harmed = closing(card, session.scenario)
    heard = _heard_last(session.scenario, card)
    crossed = tuple(_crossed(session, options, heard, harm, weighed.get(harm.turn)) for harm in harmed.harms)
    limits = {one.turn for one in crossed}
    choices = _weighty(session, options, heard, [found for turn, found in weighed.items() if turn not in limits])
    good = all(card.axes[name].name == axis.earned for name, axis in axes.items())
    return SummingUp(
        the_client(session.scenario),
        _outcome(session),
        crossed,
        harmed.past_mending,
        _(FURTHER) if good else _(WEIGHED),
        choices,
        _(NONE_BETTER) if card.complete and not weighed else None,
        tuple(_break(session, options, rupture, told=limits | set(weighed)) for rupture in card.ruptures),
    )


def the_client(scenario: Scenario) -> str:
    """Returns in a sentence who the client is."""
    client = scenario.cast[scenario.client]
    return _("Your client: {name} ({pronouns}), {relation}.").format(
        name=client.name, pronouns=client.pronouns, relation=client.relation
    )


def _heard_last(scenario: Scenario, card: Scorecard) -> Callable[[int], str | None]:
    """Returns what tells of a turn who said what last before its choice; whoever is not the client is told once who
    they are."""
    met = {scenario.client}

    def heard(turn: int) -> str | None:
        said = [line for line in card.choices[turn - 1].heard if line.speaker in scenario.cast]
        if not said:
            return None
        speaker = said[-1].speaker
        person = scenario.cast[speaker]
        name = person.name if speaker in met else f"{person.name} ({person.relation})"
        met.add(speaker)
        return f"{name}: {in_quotes(said[-1].text)}"

    return heard


def _crossed(
    session: Session,
    options: Mapping[str, Option],
    heard: Callable[[int], str | None],
    harm: HarmfulTurn,
    weighed: Improvement | None,
) -> CrossedLimit:
    option = options[session.chosen[harm.turn - 1]]
    instead = to_try(option.instead) if option.instead else options[weighed.better].words if weighed else None
    return CrossedLimit(harm.turn, harm.told, heard(harm.turn), option.words, instead)


def _weighty(
    session: Session,
    options: Mapping[str, Option],
    heard: Callable[[int], str | None],
    weighed: Sequence[Improvement],
) -> tuple[WeightyChoice, ...]:
    """Returns the choices that weighed most; what a part of a score asks is told once, and after that by its turn."""
    rubric, told, choices = session.exact.rubric, dict[str, int](), list[WeightyChoice]()
    for found in weighed:
        first = told.setdefault(found.component, found.turn)
        raises = _(
            "That would raise your score “{axis}”. This part of it asks how far this was so: “{meaning}”"
        ).format(axis=rubric.axes[found.axis].name, meaning=rubric.components[found.component].meaning)
        again = _("That would raise the same part of the score as in turn {turn}.").format(turn=first)
        chosen, better = options[found.chosen], options[found.better]
        parts = [*_difference(rubric, chosen, better, found.component), raises if first == found.turn else again]
        choices.append(WeightyChoice(found.turn, heard(found.turn), chosen.words, better.words, " ".join(parts)))
    return tuple(choices)


def _difference(rubric: Rubric, chosen: Option, better: Option, component: str) -> Iterator[str]:
    """Returns what made the difference for a component: of the choice what cost most, of the other what earns most;
    what both do made none."""
    at = COMPONENTS.index(component)

    def points(move: str) -> int:
        return rubric.moves[move].vector[at]

    lost = [move for move in chosen.moves if move not in better.moves]
    won = [move for move in better.moves if move not in chosen.moves]
    cost, earns = min(lost, key=points, default=None), max(won, key=points, default=None)
    if cost and points(cost) < 0:
        yield _("In your choice: {did}").format(did=in_quotes(rubric.moves[cost].did))
    if earns and points(earns) > 0:
        yield _("In the one to try: {did}").format(did=in_quotes(rubric.moves[earns].did))


def _break(session: Session, options: Mapping[str, Option], rupture: RuptureEvent, told: Container[int]) -> Break:
    option = options[session.chosen[rupture.opened - 1]]
    instead = to_try(option.instead) if option.instead and rupture.opened not in told else None
    return Break(rupture.opened, rupture.what, rupture.repaired, instead)


def typed(session: Session) -> tuple[OwnWords, ...]:
    """Returns what the player put in their own words, turn by turn, each beside the line that they chose."""
    options, chosen = _options(session), session.chosen
    written = [(turn, words) for turn, words in sorted(session.worded.items()) if words and turn <= len(chosen)]
    return tuple(OwnWords(turn, words, options[chosen[turn - 1]].words) for turn, words in written)


def answered(session: Session) -> tuple[Answer, ...]:
    """Returns what the player answered to the open questions, empty answers left out."""
    return tuple(answer for answer in session.answered if answer.text.strip())


def _outcome(session: Session) -> str:
    """Returns what came of it for the other person, or how it ended where the author has no sentence for that."""
    ending = session.card().ending
    if ending is None:
        return _(LEFT)
    return ending.outcome or ending.text


def _options(session: Session) -> dict[str, Option]:
    return {option.id: option for node in session.scenario.nodes.values() for option in node.options or ()}


def as_text(found: SummingUp) -> list[str]:
    """Returns it all as lines for a terminal: what came of it, a hard limit that was crossed, what weighed most, what
    broke."""
    rows = [found.who, _("What came of it: {outcome}").format(outcome=found.outcome), *_limits_as_text(found)]
    rows += [found.none] if found.none else []
    rows += [f"{found.heading}:"] if found.choices else []
    for choice in found.choices:
        rows.append("  " + _("Turn {turn}").format(turn=choice.turn))
        rows += _chosen_as_text(choice)
        rows += ["    " + else_to_try(choice.better), "    " + choice.why]
    rows += [] if found.crossed else [_(NO_LIMIT)]
    return rows + _breaks_as_text(found)


def limits_heading(found: SummingUp) -> str:
    """Returns what stands over the hard limits that a play crossed."""
    return _(LIMITS) if len(found.crossed) > 1 else _(LIMIT)


def _limits_as_text(found: SummingUp) -> list[str]:
    rows = [f"{limits_heading(found)}:"] if found.crossed else []
    for one in found.crossed:
        rows += [f"  {one.told}", *_chosen_as_text(one)]
        rows += ["    " + else_to_try(one.instead)] if one.instead else []
    return [*rows, f"  {found.past_mending}"] if found.past_mending else rows


def _chosen_as_text(one: WeightyChoice | CrossedLimit) -> list[str]:
    chosen = "    " + _("You chose: {words}").format(words=one.chosen)
    return [f"    {one.heard}", chosen] if one.heard else [chosen]


def _breaks_as_text(found: SummingUp) -> list[str]:
    if not found.breaks:
        return [no_break(found)]
    rows = [_("What broke between you:")]
    for one in found.breaks:
        rows.append("  " + _("Turn {opened}: {what}").format(opened=one.turn, what=one.told) + " " + repair(one))
        rows += ["    " + else_to_try(one.instead)] if one.instead else []
    return rows


def no_break(found: SummingUp) -> str:
    """Returns what stands where nothing broke that has a turn of its own to mend it; after a limit it says "else"."""
    return _(NO_OTHER_BREAK) if found.crossed else _(NO_BREAK)


def repair(broke: Break) -> str:
    """Returns whether what broke was repaired, and in which turn."""
    if broke.repaired is None:
        return _("It was not repaired in this play.")
    return _("You repaired it in turn {repaired}.").format(repaired=broke.repaired)


def else_to_try(words: str) -> str:
    """Returns another line or act to try, said so that it may be either."""
    return _("Something else to try: {instead}").format(instead=words)


def own_words_as_text(session: Session) -> list[str]:
    """Returns what the player wrote, as lines for a terminal; nothing where they wrote nothing."""
    rows = [
        "  "
        + _("Turn {turn}. You wrote: {words} You chose: {chosen}").format(
            turn=one.turn, words=_in_quotes(one.words), chosen=one.chosen
        )
        for one in typed(session)
    ]
    rows += [f"  {answer.question} {_in_quotes(answer.text)}" for answer in answered(session)]
    return [_("What you wrote yourself:"), *rows] if rows else []


def _in_quotes(words: str) -> str:
    """Returns what was typed in quotes, in one row."""
    return in_quotes(" ".join(words.split()))
