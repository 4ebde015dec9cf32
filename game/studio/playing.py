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
from game.scenario.model import Scenario
from game.studio.view import Viewer
from game.web.pack import packed_model, packed_whole
from game.web.page import PageChoices, dressed, page_of
from game.web.pictures import OWN, made, own_picture, wanted
from game.words import _


def _ready(viewer: Viewer) -> tuple[Scenario, ScoringModel, bool]:
    """Returns the last scenario that can be played, ready to score, and whether its figures are known."""
    if viewer.checked is not None and viewer.checked.story.scenario is viewer.scenario:
        return viewer.checked.story.scenario, viewer.checked, True
    if viewer.scenario is None:
        raise GameError(_("This cannot be played yet. The list of problems says what is missing."))
    return viewer.scenario, ScoringModel(viewer.scenario, viewer.rubric), False


def play_data(viewer: Viewer, library: Library, where: dict[str, Any] | None = None) -> dict[str, Any]:
    """Returns what the player needs of the last text that can be played. Raises GameError where there is none yet."""
    scenario, exact, known = _ready(viewer)
    data = packed_whole(library, [packed_model(exact, figures=known)], library.language)
    data["language"] = scenario.language
    return dressed(data, PageChoices(studio=where or {"scene": None})) | {
        "pictures": wanted([scenario]),
        "figures": known,
        "revision": viewer.revision,
    }


def play_page(viewer: Viewer, library: Library, where: dict[str, Any]) -> bytes:
    """Returns the player's page, whose pictures come one by one. Raises GameError where nothing can be played yet."""
    data = play_data(viewer, library, where)
    assert viewer.scenario is not None
    return page_of(viewer.scenario, data, {})


def picture(viewer: Viewer, key: str) -> bytes | None:
    """Returns one of the pictures that the play shows, as a WebP file; None for any other."""
    if viewer.scenario is None or key not in wanted([viewer.scenario]):
        return None
    return own_picture(viewer.scenario, key) if key.startswith(OWN) else made(key, ASSETS)
