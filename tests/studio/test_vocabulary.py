"""The words of a form: a move is found by the plain word that somebody looks for."""

from __future__ import annotations

import pytest

from game.app.library import Library
from game.locations import INTERFACE, catalogue_of
from game.scenario.translate import read_catalogue
from game.studio.vocabulary import _ALSO, vocabulary
from game.words import _, speaking


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_search_for_moves_proposes_finds_some(language: str) -> None:
    with speaking(read_catalogue(catalogue_of(INTERFACE, language))):
        moves = vocabulary(Library.shipped(language))["moves"]
        asked = _("fee, sorry, consent, silence …").removesuffix(" …").split(", ")
    told = [" ".join(str(move[part]) for part in ("name", "meaning", "did", "person_effect", "also")) for move in moves]
    assert [word for word in asked if not any(word in words.lower() for words in told)] == []


def test_only_moves_have_plain_words() -> None:
    assert set(_ALSO) <= set(Library.shipped(None).rubric.moves)
