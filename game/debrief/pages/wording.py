"""What a teacher may say: the half hour's steps, the stems of a fork, and the warnings that figures carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.debrief.figures.model import FEWEST_FOR_ITEMS, ClassFigures, NodeFigures, OptionFigures
from game.debrief.pages.charts import LETTERS, capitalised, chosen, shown
from game.debrief.read.first_plays import PersonsPlays
from game.debrief.read.left_out import few
from game.debrief.read.pseudonyms import known_by
from game.pages.svg import plain
from game.rubric.model import Rubric
from game.scenario.model import Option, Scenario
from game.words import N_, _

QUOTE = 2000  # an opening is read aloud in full; a longer text is no author's line


@dataclass(frozen=True, slots=True)
class LessonStep:
    """A part of the half hour: minutes, what it is called, what to do, what to say, and where to look."""

    minutes: int
    name: str
    do: str
    say: str
    to: str


RUN_SHEET = (
    LessonStep(
        3,
        N_("Reactions"),
        N_("Everyone says one word or one sentence. No one answers, explains or defends yet."),
        N_("How was that, in a word? What is still with you?"),
        "situation",
    ),
    LessonStep(
        5,
        N_("The map of your paths"),
        N_("Show the map. Let the class find where the stream divides before you point at anything."),
        N_("What do you see? Where did you part, and where did you meet again?"),
        "map",
    ),
    LessonStep(
        14,
        N_("Two forks"),
        N_(
            "Seven minutes each. Read the moment aloud, then ask with one of the three openings. "
            "Keep what the client privately felt for the end of each."
        ),
        N_("I noticed… I thought… What were you weighing?"),
        "fork-1",
    ),
    LessonStep(
        5,
        N_("Saying it anew, aloud"),
        N_("In pairs: one says a line of theirs in new words, the other answers as the client would feel. Then swap."),
        N_("Say it as you would say it. What did you feel when you heard it?"),
        "anew",
    ),
    LessonStep(
        3,
        N_("Commitments"),
        N_("Each writes one sentence and keeps it. Whoever wants to, reads it out."),
        N_("The next time someone I know…, I will…"),
        "commit",
    ),
)


def run_sheet() -> tuple[LessonStep, ...]:
    """Returns the half hour's steps in the language chosen."""
    return tuple(replace(step, name=_(step.name), do=_(step.do), say=_(step.say)) for step in RUN_SHEET)


@dataclass(frozen=True, slots=True)
class Stem:
    """An opening for talk that shows its own thinking and asks for the other's (advocacy and inquiry)."""

    noticed: str
    thought: str
    asks: str


@dataclass(frozen=True, slots=True)
class AuthorNotes:
    """What the author tells a teacher: the two goods, the trap, the decisions to talk about, standards, limits."""

    dilemma: str
    trap: str
    forks: tuple[str, ...]
    standards: tuple[str, ...]
    limits: tuple[str, ...]


def author_notes(scenario: Scenario) -> AuthorNotes | None:
    """Returns the author's notes for teachers; None where there are none."""
    notes = scenario.teaching
    if notes is None:
        return None
    return AuthorNotes(
        plain(notes.dilemma, 600),
        plain(notes.trap, 600),
        tuple(plain(scenario.title_of(node), 60) for node in notes.forks if node in scenario.nodes),
        tuple(plain(text, 600) for text in notes.standards),
        tuple(plain(text, 600) for text in notes.limits),
    )


def option_of(scenario: Scenario, node: str, option: str) -> Option | None:
    """Returns the option as it was written, if it is there still."""
    here = scenario.nodes.get(node)
    return next((o for o in (here.options if here else None) or () if o.id == option), None)


def quoted(figures: ClassFigures, scenario: Scenario) -> ClassFigures:
    """Returns the same figures with each option in the words a player read: speech in quotes, an act as it stands."""
    nodes = tuple(
        replace(node, options=tuple(replace(o, say=_words(scenario, node.node, o)) for o in node.options))
        for node in figures.nodes
    )
    few = figures.minority
    if few is not None and (option := option_of(scenario, few.node, few.option)):
        few = replace(few, say=option.words)
    return replace(figures, nodes=nodes, minority=few)


def _words(scenario: Scenario, node: str, option: OptionFigures) -> str:
    found = option_of(scenario, node, option.option)
    return found.words if found else option.say


def heard_before(scenario: Scenario, node: NodeFigures) -> tuple[tuple[str, str], ...]:
    """Returns who said what before a decision, in every play alike; a name is empty for narration."""
    here = scenario.nodes.get(node.node)
    if here is None:
        return tuple(("", plain(line, QUOTE)) for line in node.lines)
    return tuple(
        (plain(scenario.name_of(line.speaker), 60).split(" ")[0], plain(line.text, 400))
        for line in here.lines
        if not line.private and line.when is None
    )


def thoughts_before(scenario: Scenario, node: NodeFigures) -> tuple[str, ...]:
    """Returns what others privately thought before a decision."""
    here = scenario.nodes.get(node.node)
    return tuple(line.text for line in here.lines if line.private) if here else node.thinks


def thoughts_after(scenario: Scenario, node: str, option: str) -> tuple[str, ...]:
    """Returns what others privately thought in answer to an option."""
    found = option_of(scenario, node, option)
    return tuple(line.text for line in found.reply if line.private) if found else ()


def stems(node: NodeFigures, scenario: Scenario, rubric: Rubric, axis: str | None) -> tuple[Stem, ...]:
    """Returns three openings for one fork, from its two most chosen answers and from what could not be seen."""
    top = shown(node.options)
    found = []
    for option, asks in zip(top[:2], (_("What were you weighing?"), _("What did you hope it would do?")), strict=False):
        found.append(Stem(_noticed(option, node), _thought(option, node, scenario, rubric), asks))
    while len(found) < 2:
        found.append(
            Stem(
                _("I noticed that your answers here went several ways."),
                _("I thought that each of them has a decent reason."),
                _("What were you weighing?"),
            )
        )
    found.append(_last(node, scenario, rubric, axis))
    return tuple(found)


def _noticed(option: OptionFigures, node: NodeFigures) -> str:
    letter = LETTERS[[o.option for o in node.options].index(option.option) % 26]
    told = _("I noticed that {many} chose {letter}, {words}")
    return told.format(many=chosen(option, node), letter=letter, words=plain(option.say, QUOTE))


def _thought(option: OptionFigures, node: NodeFigures, scenario: Scenario, rubric: Rubric) -> str:
    """Returns a reading of the answer in the author's words; what stayed unsaid is not given away here."""
    written = option_of(scenario, node.node, option.option)
    if written and written.feedback:
        return _("I thought: {reading}").format(reading=plain(written.feedback, QUOTE))
    if written and written.moves:
        return _("I thought: here is someone who {does}.").format(does=rubric.moves[written.moves[0]].meaning)
    return _("I thought that there is a decent reason behind it.")


def _last(node: NodeFigures, scenario: Scenario, rubric: Rubric, axis: str | None) -> Stem:
    if axis is not None and axis in rubric.axes:
        one, two = (rubric.components[c].name for c in rubric.axes[axis].components)
        return Stem(
            _("I noticed that your answers were close in one way and far apart in another."),
            _("I thought that the difference lies in “{axis}”: {one} and {other}.").format(
                axis=rubric.axes[axis].name, one=one, other=two
            ),
            _("Which of the two were you looking after, and what became of the other?"),
        )
    client = scenario.name_of(scenario.client).split(" ")[0]
    said = [text for who, text in heard_before(scenario, node) if who == client]
    silent, aloud = (
        _("I noticed how {name} came to this point."),
        _("I noticed how {name} came to this point: “{words}”"),
    )
    return Stem(
        aloud.format(name=client, words=plain(said[-1], QUOTE)) if said else silent.format(name=client),
        _("I thought that there was more in it than the words."),
        _("What did you go by, and what could you have asked?"),
    )


def warnings(figures: ClassFigures, everyone: Sequence[PersonsPlays]) -> list[str]:
    """Returns what a reader should know before trusting a figure: small numbers, and plays scored anew."""
    found = []
    if figures.complete is None:
        found.append(_("Fewer than 3 complete plays: figures of a group would name people."))
    elif figures.complete < 10:
        found.append(
            _(
                "{n} complete plays are few: one person more or less moves every figure. Use the page to ask, and not "
                "to conclude."
            ).format(n=figures.complete)
        )
    if figures.plays < FEWEST_FOR_ITEMS:
        found.append(
            _("Statistics of single options need {n} plays that reached them; they are left out.").format(
                n=FEWEST_FOR_ITEMS
            )
        )
    if figures.complete is not None and figures.plays > figures.complete:
        found.append(
            _(
                "Not finished: {count} of {n} plays. They count at the decisions they reached, and have no place on "
                "the planes."
            ).format(count=figures.plays - figures.complete, n=figures.plays)
        )
    if any(node.hidden or any(o.pooled for o in node.options) for node in figures.nodes):
        found.append(
            _("“Together” and “not shown” stand where a number is under three, or where it would give such a one away.")
        )
    if any(node.about is not None for node in figures.nodes):
        found.append(
            _(
                "“About” stands where fewer than three were on a branch nearby: an exact number would tell how many. "
                "It goes in steps of three: about 13 is 12, 13 or 14."
            )
        )
    if figures.unscored is not None:
        apart = few(figures.unscored.plays)
        told = _("{plays} cannot be scored with today's scenario; they are counted apart.")
        found.append(capitalised(told.format(plays=apart)))
    found += [plain(note, 400) for note in figures.notes]
    found += _who_counts(everyone)
    one, many = _("1 play"), _("{n} plays")
    notes = Counter(note for person in everyone for play in person.plays for note in play.notes)
    found += [f"{one if n == 1 else many.format(n=n)}: {plain(note, 400)}" for note, n in notes.most_common(8)]
    return found


def _who_counts(everyone: Sequence[PersonsPlays]) -> list[str]:
    """Returns what a reader should know of who counts as a person."""
    found = []
    if any(len(person.plays) > 1 for person in everyone):
        found.append(_("Figures rest on each person's first play. Later plays stand on their owners' sheets only."))
    known = Counter(known_by(person.first.journal.begun) for person in everyone)
    if known["device"]:
        told = _("{n} gave no name and count as one person for each device that they played on.")
        found.append(told.format(n=known["device"]))
    if known["session"]:
        told = _("{n} gave neither a name nor a device mark: each such play counts as a person.")
        found.append(told.format(n=known["session"]))
    return found
