"""What lies beside a class's figures: plays of scenarios that are gone, and files that were left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from game.debrief.figures.model import FEWEST, ScoredPlay, Unscored
from game.debrief.figures.sums import Sums
from game.debrief.figures.unscored import unscored, unscored_scenarios
from game.debrief.read.sources import Trouble
from game.pages.svg import plain
from game.words import _


@dataclass(frozen=True, slots=True)
class GoneScenario:
    """A scenario that today's library has not: what it was called, and what can be counted of its plays by ids."""

    scenario: str
    title: str
    plays: str
    finished: str
    counts: Unscored


@dataclass(frozen=True, slots=True)
class LeftOut:
    """All that: `left_out` has what and why, `more` how many files there are besides, `copies` those counted once,
    `branches` the plays that go on from an earlier turn, `replays` by scenario those of people who had played before.
    """

    gone: tuple[GoneScenario, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    more: int = 0
    copies: int = 0
    branches: int = 0
    replays: Mapping[str, int] = field(default_factory=dict)


def gone(sums: Sums, here: Collection[str], plays: Sequence[ScoredPlay]) -> tuple[GoneScenario, ...]:
    """Returns the scenarios in the sums that are not among those that are here."""
    found = []
    for name in unscored_scenarios(sums):
        counts = unscored(sums, name) if name not in here else None
        if counts is not None:
            titles = Counter(play.title for play in plays if play.scenario == name).most_common(1)
            title = titles[0][0] if titles else name.replace("-", " ").capitalize()
            found.append(GoneScenario(name, plain(title, 160), *_how_many(counts), counts))
    return tuple(found)


def _how_many(counts: Unscored) -> tuple[str, str]:
    """Returns how many plays there are and how many were finished, in words that single no one out."""
    open_ = counts.plays - counts.complete
    if counts.plays < FEWEST:
        return few(counts.plays), ""
    hidden = min(counts.complete, open_) < FEWEST
    finished = _("all") if not open_ else _("not shown") if hidden else str(counts.complete)
    return few(counts.plays), finished


def few(plays: int) -> str:
    """Returns how many plays, where one or two would point at someone."""
    return _("{n} plays").format(n=plays) if plays >= FEWEST else _("fewer than {n} plays").format(n=FEWEST)


def branches_in_words(count: int) -> str:
    """Returns why plays that go on from an earlier turn are not in the figures."""
    one = _("1 play played on from an earlier turn: left out, being no first try.")
    many = _("{n} plays played on from an earlier turn: left out, being no first try.")
    return one if count == 1 else many.format(n=count)


def replays_in_words(count: int) -> str:
    """Returns why plays of people who had played before are not in the figures."""
    one = _("1 later play of people who had played it before: on their owners' sheets, and in no figure.")
    many = _("{n} later plays of people who had played it before: on their owners' sheets, and in no figure.")
    return one if count == 1 else many.format(n=count)


def copies_in_words(count: int) -> str:
    """Returns that a play was there more than once."""
    one, many = _("1 more copy of the same plays: counted once."), _("{n} more copies of the same plays: counted once.")
    return one if count == 1 else many.format(n=count)


def left_out(troubles: Sequence[Trouble], *, names: bool) -> tuple[tuple[str, str], ...]:
    """Returns what was left out and why. File names stand there only with `names`: learning platforms put people's
    in them."""
    if names:
        return tuple((plain(t.label, 200), plain(t.why, 400)) for t in troubles)
    whys = Counter(plain(t.why, 400) for t in troubles)
    one, many = _("1 file"), _("{count} files")
    return tuple((many.format(count=n) if n > 1 else one, why) for why, n in whys.most_common())
