"""Pages that were made before, so that no two or more of them side by side tell of a few.

Of each page it is kept, in the teacher's own folder, which plays it rests on (as hashes), their sums, and what it hid.
A page of the same plays, or of a class that differs from an earlier page by a few, keeps the figures of that page. Any
other hides so much more that nothing follows from all of these pages taken together (`game.debrief.figures.together`).
Pages by class code beside a page for all are held to the same; what is left when the classes are taken out of the whole
must be ten plays or more, or the last of these pages is not made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from game.debrief.figures.figures import figures, flows_in
from game.debrief.figures.hidden_cells import HiddenCells
from game.debrief.figures.hiding import hide
from game.debrief.figures.model import ClassFigures, ScoredPlay
from game.debrief.figures.sums import Sums, SumsError
from game.debrief.figures.together import ShownPage, together
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
    "These are the figures of the page that was made before. Since then fewer than {few} plays came or went, or others "
    "whose choices both pages side by side would tell. When no earlier page is shown any more, --afresh counts anew."
)


OF_OTHERS = N_(
    "No page of {who}: beside the pages that were made before, it would tell what a few others chose. Make the pages "
    "of single classes first, and the page for all last. When the earlier pages are not shown any more, --afresh "
    "counts anew."
)


OF_THEN = N_(
    "No page: the one that was made before shows the scenario as it was then, and fewer than {few} plays came or went "
    "since. When no earlier page is shown any more, --afresh counts anew."
)


@dataclass(frozen=True, slots=True)
class PageMade:
    """A page that was made: its scenario, the plays behind it, their sums, the class it is of (empty for all), and what
    it hides (None where an older version remembered it)."""

    scenario: str
    plays: frozenset[str]
    sums: Sums
    class_code: str = ""
    hidden: HiddenCells | None = None


class TellsOfOthersError(GameError):
    """A page would, beside the pages that were made before, tell of a few who are not on it."""


def plays_behind(plays: Iterable[ScoredPlay], scenario: str) -> frozenset[str]:
    """Returns a hash of each first play of a scenario, as far as it had come."""
    firsts = (person.first for person in people([play for play in plays if play.scenario == scenario]))
    texts = (f"{play.session} {len(play.journal.events)}" for play in firsts)
    return frozenset(hashlib.sha256(text.encode()).hexdigest()[:16] for text in texts)


def figures_beside(
    sums: Sums, exact: ScoringModel, plays: frozenset[str], made: Sequence[PageMade], class_code: str = ""
) -> tuple[ClassFigures, PageMade]:
    """Returns the figures of a class as they may be shown beside pages that were made before, and the page to remember
    of them, which is an earlier one where its figures are kept; raises TellsOfOthersError where there is no way to show
    them."""
    now = PageMade(exact.story.scenario.id, plays, sums, class_code)
    pages = [page for page in made if page.scenario == now.scenario]
    for page in pages:
        came, went = plays - page.plays, page.plays - plays
        if page.plays & plays and ((came and went) or len(came | went) < FEWEST_APART):
            if (came or went) and page.class_code != class_code:
                raise _tells_of_others(now)
            kept = figures(page.sums, exact, page.hidden)
            if kept.plays or not figures(sums, exact).plays:
                return kept, page
            if came or went:  # it was counted for the scenario as it was then
                raise TellsOfOthersError(_(OF_THEN).format(few=FEWEST_APART))
    pages = [page for page in pages if page.plays != plays]
    for whole, parts in _divisions(now, pages):
        if 0 < len(whole.plays) - sum(len(part.plays) for part in parts) < FEWEST_APART:
            raise _tells_of_others(now)
    hidden = _hidden(now, pages, exact)
    if hidden is not None:
        return figures(sums, exact, hidden), replace(now, hidden=hidden)
    for page in pages:
        if page.plays & plays and page.class_code == class_code:
            return figures(page.sums, exact, page.hidden), page
    raise _tells_of_others(now)


def _hidden(now: PageMade, pages: Sequence[PageMade], exact: ScoringModel) -> HiddenCells | None:
    """Returns what a page hides beside others; None where nothing would be enough."""
    near = [page for page in pages if page.plays & now.plays]
    near += [page for page in pages if page not in near and any(page.plays <= other.plays for other in near)]
    *others, flows = flows_in([*(page.sums for page in near), now.sums], exact)
    hidden = hide(flows)
    told = [
        ShownPage(page.plays, theirs, page.hidden or hide(theirs))
        for page, theirs in zip(near, others, strict=True)
        if theirs.plays and theirs.followed  # else it shows no count
    ]
    beside = together([*told, ShownPage(now.plays, flows, hidden)])
    return hidden if not told or not flows.followed or beside.hide() else None


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


def _tells_of_others(now: PageMade) -> TellsOfOthersError:
    who = _("the class {code}").format(code=now.class_code) if now.class_code else _("all")
    return TellsOfOthersError(_(OF_OTHERS).format(who=who))


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
                _cells(row["hidden"]) if row.get("hidden") else None,
            )
            for row in rows
        ]
    return []


def _cells(row: Mapping[str, list[Any]]) -> HiddenCells:
    """Returns what a page hid, as it is remembered."""
    return HiddenCells(
        nodes=set(row["nodes"]),
        about=set(row["about"]),
        pooled={(node, option) for node, option in row["pooled"]},
        endings=set(row["endings"]),
        edges={(node, option, to) for node, option, to in row["edges"]},
    )


def save(path: Path, made: Sequence[PageMade]) -> None:
    """Remembers pages, the latest first and no more than forty; a folder that cannot be written to remembers none."""
    rows = [
        {
            "scenario": page.scenario,
            "class_code": page.class_code,
            "plays": sorted(page.plays),
            "sums": json.loads(page.sums.as_json()),
            "hidden": {kind: sorted(cells) for kind, cells in asdict(page.hidden).items()} if page.hidden else None,
        }
        for page in made[:MOST_KEPT]
    ]
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(rows).encode())
