"""The interface in the player's language: `_` tells a text, `N_` marks one that is told later.

The language is chosen once, before anything is shown, as gettext has it; without one, or for a text without a
translation, the English original is told.
"""

from __future__ import annotations

from gettext import NullTranslations

_catalogue = NullTranslations()


def speak(catalogue: NullTranslations) -> None:
    """From now on everything is told from this catalogue."""
    global _catalogue
    _catalogue = catalogue


def _(text: str) -> str:
    """The text in the language chosen."""
    return _catalogue.gettext(text) if text else text


def N_(text: str) -> str:
    """The text itself, marked to be found by a translator; `_` tells it where it is shown."""
    return text


# Words that stand in files and data, and are shown to a player as they are.
_IN_DATA = (
    N_("phone"), N_("cafe"), N_("clinic desk"), N_("waiting room"), N_("treatment room"), N_("night kitchen"),
    N_("party"), N_("spa office"), N_("school room"), N_("checkout"), N_("sports hall"), N_("street"),
    N_("tailor shop"), N_("rink"),
    N_("neutral"), N_("warm"), N_("bright"), N_("amused"), N_("relieved"), N_("worried"), N_("hurt"), N_("guarded"),
    N_("pained"), N_("thoughtful"), N_("best"), N_("good"), N_("mixed"), N_("poor"), N_("withdrawal"),
    N_("confrontation"), N_("practice"), N_("assess"), N_("You"),
)  # fmt: skip
