"""Dataclasses whose methods for comparing and showing are not compiled one by one, since that is half of what it costs
to define one, and every start of the game defines some fifty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Does what `dataclass` does; equality, hash and `repr` are the same."""
        made = dataclass(frozen=frozen, slots=slots, eq=False, repr=False)
        return lambda cls: _with_methods(made(cls))


def _with_methods(cls: Any) -> Any:
    """Returns a dataclass that compares, hashes and shows itself by its fields."""
    names = [field.name for field in fields(cls)]
    values: Any = attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, name) for name in names)

    def __eq__(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    def __repr__(self: Any) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({told})"

    cls.__eq__, cls.__hash__, cls.__repr__ = __eq__, __hash__, __repr__
    return cls
