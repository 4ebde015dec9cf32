"""The groups that a term's means are of: each scenario's people, all of them and class by class.

Of groups whose means were shown before it is kept, in the teacher's own folder, which plays they rest on and what these
scored. A group that differs by a few plays keeps what it showed, so that two pages tell of no one who came in between.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from game.debrief.pages_made import FEWEST_APART
from game.debrief.term.plays import PersonInTerm
from game.files import FileProblem, read_bounded, write_whole

FILE = "terms-made.json"
ALL = ""  # the class code of the group of all
MOST_KEPT = 400
MOST_PEOPLE_KEPT = 500  # among more, a few that came or went tell nothing
_MOST_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """The people of one class (or all) in one scenario: how many played, and for each axis the scores of first plays
    and the changes to the latest, of those who have them. `plays` are hashes of the plays behind it; `among` names the
    classes that were asked for, where it is all people of these."""

    scenario: str
    class_code: str
    people: int
    again: int
    first: tuple[tuple[float, ...], ...]
    change: tuple[tuple[float, ...], ...]
    plays: frozenset[str]
    among: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Returns which group it is, whoever is in it by now."""
        return self.scenario, self.class_code, self.among


def groups_of(people: Sequence[PersonInTerm], scenario: str, axes: int, among: str = "") -> list[ScoreGroup]:
    """Returns the group of all who played a scenario, and one for each class code among them."""
    played = [person for person in people if scenario in person.played]
    codes = sorted({person.class_code for person in played} - {ALL})
    found = [replace(_group(played, scenario, ALL, axes), among=among)]
    return found + [_group([p for p in played if p.class_code == code], scenario, code, axes) for code in codes]


def _group(people: Sequence[PersonInTerm], scenario: str, code: str, axes: int) -> ScoreGroup:
    first: list[list[float]] = [[] for _ in range(axes)]
    change: list[list[float]] = [[] for _ in range(axes)]
    plays, again = set(), 0
    for person in people:
        one, two = person.first(scenario), person.latest(scenario)
        again += two is not None
        plays |= {_mark(play.session, play.turns) for play in (one, two) if play}
        for axis in range(axes):
            before = one.axes[axis] if one.axes else None
            after = two.axes[axis] if two and two.axes else None
            if before is not None:
                first[axis].append(before)
                if after is not None:
                    change[axis].append(after - before)
    return ScoreGroup(
        scenario,
        code,
        len(people),
        again,
        tuple(tuple(sorted(scores)) for scores in first),
        tuple(tuple(sorted(scores)) for scores in change),
        frozenset(plays),
    )


def _mark(session: str, turns: int) -> str:
    return hashlib.sha256(f"{session} {turns}".encode()).hexdigest()[:16]


def beside_earlier(group: ScoreGroup, made: Iterable[ScoreGroup]) -> ScoreGroup:
    """Returns the group as it may stand beside what was shown before: itself, or the earlier one that differs from it
    by fewer than ten plays, or by some that came while others went."""
    for earlier in made:
        if earlier.key != group.key:
            continue
        came, went = group.plays - earlier.plays, earlier.plays - group.plays
        if group.plays & earlier.plays:
            few = len(came | went) < FEWEST_APART
            return earlier if (came or went) and (few or (came and went)) else group
    return group


def load(path: Path) -> list[ScoreGroup]:
    """Returns the groups that are remembered in a file, the latest first; none where it is missing or broken."""
    with suppress(FileProblem, ValueError, KeyError, TypeError):
        return [_read(row) for row in json.loads(read_bounded(path, _MOST_BYTES))]
    return []


def _read(row: dict[str, object]) -> ScoreGroup:
    def scores(name: str) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(float(score) for score in axis) for axis in row[name])  # type: ignore[attr-defined]

    scenario, code, plays = row["scenario"], row["class_code"], row["plays"]
    if not (isinstance(scenario, str) and isinstance(code, str) and isinstance(plays, list)):
        raise ValueError("not a group")
    people, again = int(str(row["people"])), int(str(row["again"]))
    first, change, behind = scores("first"), scores("change"), frozenset(map(str, plays))
    return ScoreGroup(scenario, code, people, again, first, change, behind, str(row["among"]))


def save(path: Path, shown: Sequence[ScoreGroup], made: Sequence[ScoreGroup]) -> None:
    """Remembers the groups that are shown now, before those of earlier; a folder that cannot be written to remembers
    none."""
    now = [group for group in shown if len(group.plays) <= 2 * MOST_PEOPLE_KEPT]
    names = {(group.key, group.plays) for group in now}
    kept = [*now, *(group for group in made if (group.key, group.plays) not in names)][:MOST_KEPT]
    rows = [asdict(group) | {"plays": sorted(group.plays)} for group in kept]
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(rows).encode())
