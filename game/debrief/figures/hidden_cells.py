"""What of a class is not shown, what must not be worked out, and how counts are told that are not told exactly."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.debrief.figures.flows import EdgeKey

STEP = 3  # of the counts of a decision that are told as "about"
FEWEST_FOR_ABOUT = 9  # choices at a decision, so that a count may be told so

Cut = tuple[str, ...]  # what hiding one thing more hides: its kind, and which


@dataclass(slots=True)
class HiddenCells:
    """What is not shown: whole nodes; exact counts of nodes that are told as "about"; options in the pool of their
    node; endings; single edges of shown options."""

    nodes: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    pooled: set[tuple[str, str]] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    edges: set[EdgeKey] = field(default_factory=set)

    def include(self, other: HiddenCells) -> None:
        """Hides all that is hidden there too."""
        self.nodes |= other.nodes
        self.about = (self.about | other.about) - self.nodes
        self.pooled |= other.pooled
        self.endings |= other.endings
        self.edges |= other.edges

    def add(self, cut: Cut) -> None:
        """Hides one thing more."""
        match cut:
            case ("node", node):
                self.nodes.add(node)
                self.about.discard(node)
            case ("about", node):
                self.about.add(node)
            case ("option", node, option):
                self.pooled.add((node, option))
            case ("ending", ending):
                self.endings.add(ending)
            case (_, node, option, to):
                self.edges.add((node, option, to))


@dataclass(frozen=True, slots=True)
class Secret:
    """A count that must not be worked out: of all choices that went along some edges, or of an ending."""

    edges: frozenset[EdgeKey]
    ending: str = ""

    def meets(self, way: EdgeKey | str) -> bool:
        """Returns whether who went this way (an edge, or an ending) is counted in it."""
        return way in self.edges or way == self.ending != ""


def about(count: int) -> int:
    """Returns the middle of the step of three that a count lies in."""
    return count // STEP * STEP + 1
