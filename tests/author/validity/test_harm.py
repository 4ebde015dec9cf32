"""No play of the library that does a harm is told that it went well (`python -m benchmarks.harm`)."""

from __future__ import annotations

import pytest

from benchmarks.harm import FOUND, NAMED, HarmfulPlay, best_play, too_well
from game import locations
from game.app.library import Library
from game.rubric.score import score
from game.testing import an_exact


def test_of_all_plays_with_an_option_the_one_that_ends_best_is_found() -> None:
    model = an_exact()
    assert best_play(model, ["laugh-it-off"]) == ["laugh-it-off", "own-it"]
    assert best_play(model, ["laugh-it-off", "change-subject"]) == ["laugh-it-off", "change-subject"]
    assert best_play(model, ["name-it", "laugh-it-off"]) is None


@pytest.mark.slow
@pytest.mark.parametrize("play", [*NAMED, *FOUND], ids=lambda play: play.options[0])
def test_a_harm_never_ends_well_nor_has_a_good_name(play: HarmfulPlay) -> None:
    library = Library(cache=locations.cache())
    model = library.ready(library.by_id(play.scenario))
    chosen = best_play(model, play.options)
    assert chosen
    assert not too_well(score(model, chosen), model)
