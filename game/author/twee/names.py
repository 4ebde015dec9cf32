"""Names for nodes, options, people and facts: small letters, digits and hyphens, each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 56  # characters, with room for a number behind; an id has 64 at most
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


def slug(text: str, words: int = 0) -> str:
    """Returns the text as an id, of so many words at most; nothing when no letter or digit of it can stand in one."""
    letters = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).lower().replace("ß", "ss")
    parts = [part for part in _BETWEEN.split(plain) if part]
    whole = "-".join(parts[:words] if words else parts)
    return whole if len(whole) <= LONGEST else whole[:LONGEST].rpartition("-")[0] or whole[:LONGEST]


def slug_of_variable(name: str) -> str:
    """Returns a variable's name as a fact: `hasKey` and `has_key` are has-key."""
    return slug(_CAMEL.sub("-", name)) or "fact"


_NOT_IN_NAMES = str.maketrans("", "", ":()<>[]\n")


def shown_name(name: str) -> str:
    """Returns a person's name as it can stand before a colon."""
    return " ".join(name.translate(_NOT_IN_NAMES).split())


def says_all(id_: str, name: str) -> bool:
    """Returns whether an id has every letter and digit of the name that it was made of."""
    return sum(map(str.isalnum, name)) <= sum(map(str.isalnum, id_))


class Ids:
    """Gives every name an id of its own."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {"null", *taken}  # which YAML reads as nothing

    def new(self, text: str, otherwise: str, words: int = 0) -> str:
        """Returns an id like the text, not given before."""
        base = slug(text, words) or otherwise
        found, number = base, 2
        while found in self._taken:
            found, number = f"{base}-{number}", number + 1
        self._taken.add(found)
        return found
