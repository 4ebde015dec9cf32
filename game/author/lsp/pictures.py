"""The pictures and sounds that a scenario can show, the author's own among them, and what each shows in words."""

from __future__ import annotations

from game.author.lsp.reading import OpenText
from game.author.smells.pictures import pictures
from game.scenario.media import LOOKS, PLACES, PORTRAITS, SOUNDS

OWN = {PLACES: "Your own picture", PORTRAITS: "Your own picture", SOUNDS: "Your own sound"}


def known(reading: OpenText, kind: str) -> dict[str, str]:
    """Returns each name that a place or a portrait can have, the author's own first, with what is known of it.

    kind: `places` or `portraits`; a sound of one's own belongs to a place
    """
    own = reading.media.names(kind) | (reading.media.names(SOUNDS) if kind == PLACES else frozenset())
    return {name: meaning(reading, name) for name in sorted(own)} | dict.fromkeys(sorted(pictures(kind) - own), "")


def meaning(reading: OpenText, name: str) -> str:
    """Returns what is known of a place or portrait: whether there is a picture or sound of the author's own, and the
    words that say what it shows."""
    kinds = [OWN[kind] for kind in (PLACES, PORTRAITS, SOUNDS) if name in reading.media.names(kind)]
    said = reading.part("pictures", name)
    words = said if isinstance(said, str) else ""
    told = " and ".join(dict.fromkeys(kinds)).replace(" and Your own", " and")
    looks = _looks(reading, name)
    told += f", with {', '.join(looks)}" if looks else ""
    return f"{told}: {words}" if told and words else told or words


def undescribed(reading: OpenText) -> list[str]:
    """Returns the pictures of the author's own that nothing describes in words yet."""
    said = reading.part("pictures")
    own = reading.media.names(PORTRAITS) | reading.media.names(PLACES)
    return sorted(own - set(said if isinstance(said, dict) else ()))


def drawn(reading: OpenText, person: str) -> list[str]:
    """Returns the expressions that there are pictures of the author's own of, for somebody in the cast."""
    portrait = reading.part("cast", person, "portrait")
    return _looks(reading, portrait) if isinstance(portrait, str) else []


def _looks(reading: OpenText, portrait: str) -> list[str]:
    return [look for look in LOOKS if f"{PORTRAITS}/{portrait}/{look}" in reading.media.files]
