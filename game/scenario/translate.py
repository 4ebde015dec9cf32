"""A scenario in another language: its texts through a gettext catalogue, line by line, and nothing else of it.

A text's context in the catalogue is its address (`nodes/the-text/lines/0`), so two equal lines may be told
differently; what has no translation, or whose original has changed since, stands in the original.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from game.errors import GameError
from game.scenario.model import Scenario
from game.scenario.texts import Where, retold
from game.scenario.vary import usual


def context(where: Where) -> str:
    """The context that a text at this address has in a catalogue."""
    return "/".join(where)


def told_in(scenario: Scenario, catalogue: NullTranslations) -> Scenario:
    """The scenario in the catalogue's language; ids, fingerprint and everything that play hangs on stay."""
    written = scenario.written or scenario
    translated = retold(written, lambda where, text: catalogue.pgettext(context(where), text))
    return usual(replace(translated, written=None))


def read_catalogue(path: Path) -> NullTranslations:
    """The compiled catalogue at `path`, or an empty one where there is none; raises GameError when it is broken."""
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except FileNotFoundError:
        return NullTranslations()
    except (OSError, ValueError, struct.error) as error:
        raise GameError(
            f"The translation {path} cannot be read: {error}. Make it anew with `python main.py translate compile`, "
            "or play without --lang."
        ) from None
