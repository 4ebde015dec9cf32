"""The cast: one module a person, each with a `PERSON`; `PEOPLE` lists them by name, and draws one when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from tools.art.portrait import Person

# The order of the cast. A person's module has the person's name, but for Elif: `elif` is a word of Python's own.
NAMES = (
    "dana", "henrik", "imani", "bao", "ngozi", "linh", "kenji", "peg", "leila", "zohra", "tomasz", "ash", "martin",
    "anjali", "femi", "miriam", "signe", "ulrike", "theo", "tess", "tamsin", "gareth", "elif", "nermin", "marisol",
    "callum", "warren", "ines", "sunny",
)  # fmt: skip
MODULES = {"elif": "elif_aydin"}


class Cast(Mapping[str, Person]):
    """People by name. All of them take seconds to draw, so each is drawn when first asked for."""

    def __getitem__(self, name: str) -> Person:
        if name not in NAMES:
            raise KeyError(name)
        person: Person = import_module(f"{__name__}.{MODULES.get(name, name)}").PERSON
        return person

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


PEOPLE = Cast()
