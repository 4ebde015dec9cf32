"""Two paths through one conversation, compared in words: pure, from two cards, for both faces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from game.play.report import number
from game.rubric.model import Rubric
from game.rubric.score import Scorecard
from game.scenario.model import ClientState, Scenario
from game.words import N_, _

THIS = N_("this path")
STATE = (("trust", N_("Trust")), ("ease", N_("Ease")), ("voice", N_("Voice")))


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """One thing compared: its heading, what is told line by line, and whether the paths differ in it."""

    title: str
    rows: tuple[str, ...]
    differs: bool


def parting(mine: Scorecard, other: Scorecard) -> int | None:
    """Returns the first turn (from 1) at which two paths differ, or at which one of them is over; None where none
    is."""
    pairs = zip_longest((c.option for c in mine.choices), (c.option for c in other.choices))
    return next((turn for turn, (one, two) in enumerate(pairs, 1) if one != two), None)


def compare(
    mine: Scorecard, other: Scorecard, name: str, scenario: Scenario, rubric: Rubric
) -> tuple[ComparedPart, ...]:
    """Returns this path beside another, which is called `name` (as it stands within a sentence)."""
    pair = _Pair(mine, other, name, scenario, rubric)
    return (pair.choices(), pair.client(), pair.breaks(), pair.ending(), pair.figures())


def as_text(parts: Sequence[ComparedPart], name: str) -> str:
    """Returns the comparison as a person reads it, line by line."""
    rows = [_("COMPARED WITH {path}").format(path=name.upper())]
    for part in parts:
        rows += ["", part.title, *(f"  {row}" for row in part.rows)]
    return "\n".join(rows)


def headed(name: str) -> str:
    """Returns a path's name as it begins a line."""
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class _Pair:
    mine: Scorecard
    other: Scorecard
    name: str
    scenario: Scenario
    rubric: Rubric

    def choices(self) -> ComparedPart:
        """Returns where they part, and what was said there on each."""
        title, turn = _("Where the paths split"), parting(self.mine, self.other)
        if turn is None:
            return ComparedPart(title, (_("Every choice is the same, from the first to the last."),), False)
        before = (
            _("The paths split at the first choice.")
            if turn == 1
            else _("The choices are the same up to turn {before}. The paths split at turn {turn}.").format(
                before=turn - 1, turn=turn
            )
        )
        said = [card.choices[turn - 1].say if turn <= len(card.choices) else None for card in (self.other, self.mine)]
        none = _("no choice, for here it is over")
        return ComparedPart(title, (before, *self._each(*(words or none for words in said))), True)

    def client(self) -> ComparedPart:
        """Returns how the client was at the end of each."""
        first = self.scenario.client_state
        one, two = _state(self.mine, first), _state(self.other, first)
        who = self.scenario.cast[self.scenario.client].name.split()[0]
        rows = [self._beside(_(word), str(getattr(one, part)), str(getattr(two, part))) for part, word in STATE]
        return ComparedPart(_("How {who} was at the end, of 10").format(who=who), tuple(rows), one != two)

    def breaks(self) -> ComparedPart:
        """Returns what broke and was repaired, and hard limits that were crossed."""
        rows = [*self._ruptures(), *self._gates()]
        if not rows:
            rows = [_("Nothing broke between you on either path.")]
        same = (self.mine.ruptures, self.mine.gates) == (self.other.ruptures, self.other.gates)
        return ComparedPart(_("Breaks and repairs"), tuple(rows), not same)

    def _ruptures(self) -> Iterator[str]:
        mine, other = ({r.id: r for r in card.ruptures} for card in (self.mine, self.other))
        for name, found in (other | mine).items():
            fates = []
            for there in (mine.get(name), other.get(name)):
                if there is None:
                    fates.append(_("it did not happen"))
                elif there.repaired:
                    told = _("turn {opened}, repaired in turn {repaired}")
                    fates.append(told.format(opened=there.opened, repaired=there.repaired))
                else:
                    fates.append(_("turn {opened}, not repaired").format(opened=there.opened))
            yield self._told(found.what, *fates)

    def _gates(self) -> Iterator[str]:
        mine, other = ({(g.turn, g.what): g for g in card.gates} for card in (self.mine, self.other))
        for (turn, what), _gate in (other | mine).items():
            told = _("Hard limit, turn {turn}: {what}.").format(turn=turn, what=what)
            yield self._told(
                told, *(_("crossed") if (turn, what) in card else _("not crossed") for card in (mine, other))
            )

    def ending(self) -> ComparedPart:
        """Returns the endings."""
        one, two = (card.ending.title if card.ending else _("left before its end") for card in (self.mine, self.other))
        rows = (_("Both: {what}").format(what=one),) if one == two else self._each(two, one)
        return ComparedPart(_("Ending"), rows, one != two)

    def figures(self) -> ComparedPart:
        """Returns the path scores, axes first."""
        rows, differs = [], False
        for code, axis in self.rubric.axes.items():
            figures = [(axis.name, self.mine.axes[code].path, self.other.axes[code].path)]
            figures += [
                (self.rubric.components[c].name, self.mine.components[c].path, self.other.components[c].path)
                for c in axis.components
            ]
            rows += [self._beside(name, number(one), number(two)) for name, one, two in figures]
            differs |= any(one != two for _name, one, two in figures)
        return ComparedPart(_("Figures, 0 to 100"), tuple(rows), differs)

    def _beside(self, what: str, mine: str, other: str) -> str:
        """Returns one line about both: what it is, and how it is on each."""
        if mine == other:
            return _("{what}: {same} on both").format(what=what, same=mine)
        return _("{what}: {mine} on {this}, {other} on {that}").format(
            what=what, mine=mine, other=other, this=_(THIS), that=self.name
        )

    def _told(self, what: str, mine: str, other: str) -> str:
        """Returns a sentence, and how it came out on each."""
        if mine == other:
            return _("{what} Both: {same}.").format(what=what, same=mine)
        return _("{what} {this}: {mine}. {that}: {other}.").format(
            what=what, mine=mine, other=other, this=headed(_(THIS)), that=headed(self.name)
        )

    def _each(self, other: str, mine: str) -> tuple[str, str]:
        """Returns two lines, the other path's first."""
        return f"{headed(self.name)}: {other}", f"{headed(_(THIS))}: {mine}"


def _state(card: Scorecard, first: ClientState) -> ClientState:
    """Returns the client's state at the end of a path, which may have no choice yet."""
    return card.choices[-1].state if card.choices else first
