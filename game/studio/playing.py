"""The page's own player with the scenario of the buffer: as a page for the frame, and as data that keeps it up to date.

Scores over a whole play rest on every play there is. They are there once a text has been checked; until then a play
goes on without them, so that it follows the author's hands.
"""

from __future__ import annotations

from typing import Any

from game.app.library import Library
from game.errors import GameError
from game.locations import ASSETS
from game.rubric.scoring_model import ScoringModel
from game.studio.view import Playable, Viewer
from game.web.pack import no_figures, packed_around, packed_model
from game.web.page import PageChoices, dressed, page_of
from game.web.pictures import OWN, made, own_picture, wanted
from game.words import _


class Player:
    """What plays of this studio's files share: packed once, since it is the same after every key."""

    def __init__(self, library: Library) -> None:
        self._around = packed_around(library, filter(None, [library.language]))

    def data(self, viewer: Viewer, where: dict[str, Any] | None = None) -> dict[str, Any]:
        """Returns what the player needs of the last text that can be played. Raises GameError where there is none."""
        last = _last(viewer)
        exact = ScoringModel(last.scenario, viewer.rubric)
        packed = packed_model(exact, figures=last.figures or no_figures(viewer.rubric))
        data = self._around | {"language": last.scenario.language, "scenarios": [packed]}
        return dressed(data, PageChoices(studio=where or {"scene": None})) | {
            "pictures": wanted([last.scenario]),
            "figures": last.figures is not None,
            "revision": last.revision,
        }

    def page(self, viewer: Viewer, where: dict[str, Any]) -> bytes:
        """Returns the player's page, whose pictures come one by one. Raises GameError where nothing can be played."""
        return page_of(_last(viewer).scenario, self.data(viewer, where), {})


def picture(viewer: Viewer, key: str) -> bytes | None:
    """Returns one of the pictures that the play shows, as a WebP file; None for any other."""
    scenario = viewer.playable.scenario if viewer.playable else None
    if scenario is None or key not in wanted([scenario]):
        return None
    return own_picture(scenario, key) if key.startswith(OWN) else made(key, ASSETS)


def _last(viewer: Viewer) -> Playable:
    if viewer.playable is None:
        raise GameError(_("This cannot be played yet. The list of problems says what is missing."))
    return viewer.playable
