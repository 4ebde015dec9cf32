"""Places and portraits that are a slip away from a picture that there is: without one, nothing is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from game import locations
from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic, Slip
from game.did_you_mean import nearest
from game.scenario.document import Path_
from game.scenario.media import Media

Named = Mapping[Path_, str]


@cache
def pictures(kind: str) -> frozenset[str]:
    """Returns the names of the pictures of a kind (`places`, `portraits`) that come with the game."""
    found = (locations.ASSETS / kind).iterdir()
    return frozenset(path.stem for path in found if path.is_dir() == (kind == "portraits") and path.name[0] != ".")


def unknown_place(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """A place is one that there is a picture of, or a name of the author's own that is near none of them."""
    named: Named = {("nodes", name, "place"): node.place for name, node in draft.scenario.nodes.items() if node.place}
    yield from _misspelt(draft, "unknown-place", "places", named)


def unknown_portrait(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """A portrait is one that there is, or a name of the author's own that is near none of them."""
    cast = draft.scenario.cast.items()
    named: Named = {("cast", who, "portrait"): person.portrait for who, person in cast if person.portrait}
    yield from _misspelt(draft, "unknown-portrait", "portraits", named)


def _misspelt(draft: ScenarioUnderTest, code: str, kind: str, named: Named) -> Iterator[Diagnostic]:
    own = Media.of(draft.scenario)
    for path, name in named.items():
        known = pictures(kind) | own.names(kind)
        if name not in known and (near := nearest(name, sorted(known))):
            message = f"There is no picture called `{name}` among the {kind}."
            hint = f"Did you mean {' or '.join(f'`{one}`' for one in near)}?"
            yield draft.warning(code, draft.document.place(path), message, hint, Slip(name, frozenset(known)))
