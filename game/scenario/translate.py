"""A scenario in another language: its texts through a gettext catalogue, line by line, and nothing else of it.

A text's context in the catalogue is its address (`nodes/the-text/lines/0`), so two equal lines may be told
differently; what has no translation, or whose original has changed since, stands in the original.
"""

from __future__ import annotations

from dataclasses import replace
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from game.errors import GameError
from game.locations import INTERFACE, catalogue_of
from game.scenario.model import Scenario
from game.scenario.texts import Where, retold
from game.scenario.vary import usual


def context(where: Where) -> str:
    """Returns the context that a text at this address has in a catalogue."""
    return "/".join(where)


def told_in(scenario: Scenario, catalogue: NullTranslations) -> Scenario:
    """Returns the scenario in the catalogue's language; ids, fingerprint and everything that play hangs on stay."""
    written = scenario.written or scenario
    translated = retold(written, lambda where, text: catalogue.pgettext(context(where), text))
    language = catalogue.info().get("language") or scenario.language
    return usual(replace(translated, written=None, language=language))


def interface_in(language: str | None) -> NullTranslations:
    """Returns what the game itself says in a language; the English originals for None."""
    return read_catalogue(catalogue_of(INTERFACE, language)) if language else NullTranslations()


def read_catalogue(path: Path) -> NullTranslations:
    """Returns the compiled catalogue at `path`, or an empty one where there is none; raises GameError when it is
    broken."""
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except FileNotFoundError:
        return NullTranslations()
    except Exception as error:  # gettext raises whatever its decoding comes upon
        refused = error.strerror if isinstance(error, OSError) and error.errno else None
        raise GameError(
            f"The translation {path} cannot be read: {refused or 'it is damaged'}. "
            "Make it anew with `python main.py translate compile`, or play without --lang."
        ) from None
