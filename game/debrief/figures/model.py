"""What a debrief works with: plays of a class in memory, and the figures of a class that may be shown.

Scores and shares are 0–100. A count that is None is hidden because it is small, or because it would give a
small one away (`game.debrief.figures.hiding`). Nothing in `ClassFigures` names a person, a pseudonym or a gate event;
what is about one person (`ScoredPlay`) goes on the page of its owner and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from game.play.journal import Journal
from game.rubric.score import Scorecard

FEWEST = 3  # a cell under this is pooled (domain brief, section 8)
FEWEST_FOR_ITEMS = 20  # item statistics are hidden below, and provisional below the next
FEWEST_FOR_FIRM = 100


@dataclass(frozen=True, slots=True)
class ScoredPlay:
    """One session, folded anew. `card` is None when today's scenario cannot score it; `notes` say why, and `given` has
    the path scores that its player was shown.

    `actor` is 32 hex digits that stand for the player (keyed, the same over all their plays); `pseudonym` is the
    same as a name to read aloud. `name` is filled in only when names were asked for.
    """

    session: str
    actor: str
    pseudonym: str
    name: str | None
    class_code: str | None
    scenario: str
    title: str
    begun: datetime
    complete: bool
    card: Scorecard | None
    journal: Journal
    notes: tuple[str, ...] = ()

    @property
    def given(self) -> Mapping[str, float | None]:
        """Returns the path scores as the player was shown them, of a finished play that is not scored anew."""
        return self.journal.finished.card if self.card is None and self.journal.finished else {}


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """An option at a node. A pooled one has no figures of its own: it stands in the row `others` of its node.

    `achievable`: what the option earns, as a share of what the node's options could, by component; None where they
    do not differ. `point_biserial`: choosing it against the axis's rest score (−1…1). `tertiles`: its share
    among the lowest, middle and highest third by rest score.
    """

    option: str
    say: str
    count: int | None
    share: float | None
    achievable: dict[str, float | None]
    point_biserial: dict[str, float | None]
    tertiles: dict[str, tuple[float, float, float] | None]
    pooled: bool


@dataclass(frozen=True, slots=True)
class NodeFigures:
    """A decision: `n` choices were made by those who reached it.

    `others` counts the pooled options together. `hidden` nodes show no counts at all; those with `about` no exact
    ones but steps of three, of which `about` is the sum (an exact `n` there would tell a small one elsewhere).
    `lines` stand before it, `thinks` are the client's private thoughts there. `items_hidden` and `provisional` go by
    the number of whole plays behind the item statistics.
    """

    node: str
    place: str
    n: int | None
    options: tuple[OptionFigures, ...]
    others: int | None
    others_share: float | None
    lines: tuple[str, ...]
    thinks: tuple[str, ...]
    items_hidden: bool
    provisional: bool
    hidden: bool
    about: int | None = None


class ForkKind(StrEnum):
    """Why a fork was picked."""

    DIVIDED = "divided"
    ONE_AXIS = "one_axis"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Fork:
    """A decision worth talking about: the node, and why; `axis` for the one that split a single axis.

    `among_shown` says that another would have been picked, had its split been one that can be shown.
    """

    kind: ForkKind
    node: str
    axis: str | None = None
    among_shown: bool = False


@dataclass(frozen=True, slots=True)
class Minority:
    """A choice that few made and that can be argued for: quote it and ask for the reasoning behind it."""

    node: str
    option: str
    say: str
    count: int
    n: int
    did: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TracePoint:
    """Trust, ease and voice after this turn, means rounded to the half; n is how many came so far."""

    turn: int
    n: int
    trust: float
    ease: float
    voice: float


@dataclass(frozen=True, slots=True)
class PoleFigures:
    """Which share of the choices (0–100) leaned to a pole where it was on offer; None where too little can be shown.

    It is counted over the decisions at which what is shown tells how many leaned: `told`, of `decisions` where one
    could. So it tells nothing that the decisions do not.
    """

    share: int | None
    told: int
    decisions: int


@dataclass(frozen=True, slots=True)
class RuptureFigures:
    """In how many plays a rupture opened and was repaired, and how many turns later on the mean."""

    id: str
    kind: str
    what: str
    opened: int | None
    repaired: int | None
    turns_late: float | None


@dataclass(frozen=True, slots=True)
class EndingFigures:
    """How many plays came to an ending."""

    id: str
    kind: str
    title: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A step on the class's map: from a decision by an option to the next decision or ending."""

    node: str
    option: str
    to: str
    count: int | None


@dataclass(frozen=True, slots=True)
class PlanePoint:
    """The middle of a square on an axis's plane (its two components) and about how many plays lie in it."""

    x: int
    y: int
    count: int


@dataclass(frozen=True, slots=True)
class PlaneMark:
    """A marked place on a plane: chance, or an archetype."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Unscored:
    """A group of plays that today's scenario cannot score: choices and endings are counted by their ids.

    `choices` has (node, option, count) and `endings` (ending, count), pooled ones left out.
    """

    plays: int
    complete: int
    choices: tuple[tuple[str, str, int], ...]
    endings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """Everything that a class's page shows of one scenario. `points` and `chance` are by axis, `archetypes` by
    the archetype's code and then by axis; `edges` serve the map; `forks` has none to two, the author's where the class
    names fewer; `complete` is None where fewer than three finished. `estimated` says of planes and chance, where they
    are not exact, from how many plays they are, and how many points of a hundred they may be off."""

    scenario: str
    title: str
    plays: int
    complete: int | None
    unscored: Unscored | None
    nodes: tuple[NodeFigures, ...]
    edges: tuple[Edge, ...]
    endings: tuple[EndingFigures, ...]
    endings_others: int | None
    points: dict[str, tuple[PlanePoint, ...]]
    chance: dict[str, PlaneMark]
    archetypes: dict[str, dict[str, PlaneMark]]
    trace: tuple[TracePoint, ...]
    poles: dict[str, PoleFigures]
    ruptures: tuple[RuptureFigures, ...]
    forks: tuple[Fork, ...]
    minority: Minority | None
    notes: tuple[str, ...] = ()
    estimated: Mapping[str, int] | None = None

    def node(self, name: str) -> NodeFigures:
        """Returns the figures of a node by its id; raises KeyError."""
        return {n.node: n for n in self.nodes}[name]
