"""Pages that were made before, so that two of them side by side tell of no one who came or went in between.

Of each page it is kept, in the teacher's own folder, which plays it rests on (as hashes) and their sums. A class that
differs from an earlier page by a few plays keeps the figures of that page; one that differs by more is hidden so that
the difference can be shown as well. Pages by class code beside a page for all are held to the same: what is left when
the classes are taken out of the whole must be ten plays or more, or the last of these pages is not made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.debrief.figures.figures import figures
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.figures.sums import Sums, SumsError
from game.debrief.read.first_plays import people
from game.errors import GameError
from game.files import FileProblem, read_bounded, write_whole
from game.rubric.scoring_model import ScoringModel
from game.words import N_, _

FILE = "pages-made.json"
FEWEST_APART = 10  # plays in which two pages must differ, or else the later one keeps the figures of the earlier
MOST_KEPT = 40
_MOST_BYTES = 16 * 1024 * 1024
KEPT = N_(
    "These are the figures of the page that was made before: since then fewer than {few} plays came or went, or some "
    "came while others went, and two pages side by side would tell what they chose. When no earlier page is shown any "
    "more, --afresh counts anew."
)


OF_OTHERS = N_(
    "No page of {who}: beside the pages that were made before, it would tell what fewer than {few} others chose. "
    "When those pages are not shown any more, --afresh counts anew."
)


OF_THEN = N_(
    "No page: the one that was made before shows the scenario as it was then, and fewer than {few} plays came or went "
    "since. When no earlier page is shown any more, --afresh counts anew."
)


@dataclass(frozen=True, slots=True)
class PageMade:
    """A page that was made: its scenario, the plays behind it, their sums, and the class it is of (empty for all)."""

    scenario: str
    plays: frozenset[str]
    sums: Sums
    class_code: str = ""


class TellsOfOthersError(GameError):
    """A page would, beside the pages that were made before, tell of a few who are not on it."""


def plays_behind(plays: Iterable[ScoredPlay], scenario: str) -> frozenset[str]:
    """Returns a hash of each first play of a scenario, as far as it had come."""
    firsts = (person.first for person in people([play for play in plays if play.scenario == scenario]))
    texts = (f"{play.session} {len(play.journal.events)}" for play in firsts)
    return frozenset(hashlib.sha256(text.encode()).hexdigest()[:16] for text in texts)


def figures_beside(
    sums: Sums, exact: ScoringModel, plays: frozenset[str], made: Sequence[PageMade], class_code: str = ""
) -> tuple[ClassFigures, Sums, bool]:
    """Returns the figures of a class as they may be shown beside pages that were made before, the sums that they rest
    on, and whether those are of an earlier page; raises TellsOfOthersError where there is no way to show them."""
    now = PageMade(exact.story.scenario.id, plays, sums, class_code)
    near = [page for page in made if page.scenario == now.scenario and page.plays & plays and page.plays != plays]
    apart = []
    for page in near:
        came, went = plays - page.plays, page.plays - plays
        if (came and went) or len(came | went) < FEWEST_APART:
            if page.class_code != class_code:
                raise _tells_of_others(now)
            kept = figures(page.sums, exact)
            if not kept.plays and figures(sums, exact).plays:  # they were counted for the scenario as it was then
                raise TellsOfOthersError(_(OF_THEN).format(few=FEWEST_APART))
            return kept, page.sums, True
        apart.append(_difference(now, [page]) if came else _difference(page, [now]))
    pages = [page for page in made if page.scenario == now.scenario and page.plays != plays]
    for whole, parts in _divisions(now, pages):
        left = len(whole.plays) - sum(len(part.plays) for part in parts)
        if 0 < left < FEWEST_APART:
            raise _tells_of_others(now)
        apart += [_difference(whole, parts)] if left else []
    return figures(sums, exact, apart=apart), sums, False


def _divisions(now: PageMade, pages: Sequence[PageMade]) -> Iterator[tuple[PageMade, list[PageMade]]]:
    """Returns each page that holds this one, or this one itself, with the pages of two or more parts of it (this one
    among them) that share no play."""
    for whole in (now, *(page for page in pages if page.plays > now.plays)):
        parts = [] if whole is now else [now]
        for page in sorted(pages, key=lambda page: -len(page.plays)):
            if page.plays < whole.plays and not any(page.plays & part.plays for part in parts):
                parts.append(page)
        if len(parts) > 1:
            yield whole, parts


def _difference(whole: PageMade, parts: Iterable[PageMade]) -> Sums:
    left = Sums()
    left.include(whole.sums)
    for part in parts:
        left.include(part.sums, -1)
    return left


def _tells_of_others(now: PageMade) -> TellsOfOthersError:
    who = _("the class {code}").format(code=now.class_code) if now.class_code else _("all")
    return TellsOfOthersError(_(OF_OTHERS).format(who=who, few=FEWEST_APART))


def load(path: Path) -> list[PageMade]:
    """Returns the pages that are remembered in a file, the latest first; none where it is missing or broken."""
    with suppress(FileProblem, ValueError, KeyError, TypeError, SumsError):
        rows = json.loads(read_bounded(path, _MOST_BYTES))
        return [
            PageMade(
                row["scenario"],
                frozenset(row["plays"]),
                Sums.from_json(json.dumps(row["sums"]).encode()),
                row.get("class_code", ""),
            )
            for row in rows
        ]
    return []


def save(path: Path, made: Sequence[PageMade]) -> None:
    """Remembers pages, the latest first and no more than forty; a folder that cannot be written to remembers none."""
    rows = [
        {
            "scenario": page.scenario,
            "class_code": page.class_code,
            "plays": sorted(page.plays),
            "sums": json.loads(page.sums.as_json()),
        }
        for page in made[:MOST_KEPT]
    ]
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(rows).encode())
