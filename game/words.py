"""The interface in the player's language: `_` tells a text, `N_` marks one that is told later.

The language is chosen once, before anything is shown, as gettext has it; without one, or for a text without a
translation, the English original is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

_WITHIN = re.compile(r'[“"]([^“”"]*)[”"]')  # what speech quotes
_catalogue = NullTranslations()
_for_now: ContextVar[NullTranslations | None] = ContextVar("catalogue", default=None)


def speak(catalogue: NullTranslations) -> None:
    """Tells everything from this catalogue from now on."""
    global _catalogue
    _catalogue = catalogue


@contextmanager
def speaking(catalogue: NullTranslations) -> Iterator[None]:
    """Tells everything from this catalogue for a while, in this thread or task alone."""
    before = _for_now.set(catalogue)
    try:
        yield
    finally:
        _for_now.reset(before)


def _(text: str) -> str:
    """Returns the text in the language chosen."""
    return (_for_now.get() or _catalogue).gettext(text) if text else text


def language_spoken() -> str:
    """Returns the code of the language chosen."""
    return (_for_now.get() or _catalogue).info().get("language", "en")


def N_(text: str) -> str:
    """Returns the text itself, marked to be found by a translator; `_` tells it where it is shown."""
    return text


def within_quotes(speech: str) -> str:
    """Returns speech as it stands inside quotes: what it quotes itself is in single ones."""
    return _WITHIN.sub(r"‘\1’", speech)


def in_quotes(speech: str) -> str:
    """Returns speech in quotes, also where it begins with a quotation of its own."""
    return f"“{within_quotes(speech.strip())}”"


def to_try(instead: str) -> str:
    """Returns something else to try as a player reads it: speech in quotes, and an act, which its author put in
    parentheses, as it stands."""
    words = instead.strip()
    return words[1:-1] if words[:1] == "(" and words.find(")") == len(words) - 1 else in_quotes(words)


def quoted(words: str) -> str:
    """Returns words in quotes, once: those that stand in quotes already are left as they are, and an end that was cut
    off is closed."""
    if words[:1] == words[-1:] == '"' and '"' not in words[1:-1]:
        words = words[1:-1]
    if not words.startswith("“") or "”" in words[1:-1]:
        return in_quotes(words)
    return words if words.endswith("”") else f"{words}”"


# Words that stand in files and data, and are shown to a player as they are.
_IN_DATA = (
    N_("phone"), N_("cafe"), N_("clinic desk"), N_("waiting room"), N_("treatment room"), N_("night kitchen"),
    N_("party"), N_("spa office"), N_("school room"), N_("checkout"), N_("sports hall"), N_("street"),
    N_("tailor shop"), N_("rink"),
    N_("neutral"), N_("warm"), N_("bright"), N_("amused"), N_("relieved"), N_("worried"), N_("hurt"), N_("guarded"),
    N_("pained"), N_("thoughtful"), N_("best"), N_("good"), N_("mixed"), N_("poor"), N_("withdrawal"),
    N_("confrontation"), N_("practice"), N_("assess"), N_("You"),
)  # fmt: skip
