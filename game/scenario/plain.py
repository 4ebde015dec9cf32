"""Frozen data as plain data and back, for files that only this game writes and reads: no shape is checked.

A dataclass is an object with its class's name under `=` and the fields that differ from their defaults, a tuple a list,
a mapping an object, an enumeration its value. What a field is to be again is read from its class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import Any

CLASS, PAIRS = "=", "pairs"


def as_plain(value: Any) -> Any:
    """Returns frozen data as what JSON can hold."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    if isinstance(value, Mapping):
        if all(isinstance(key, str) and key != CLASS for key in value):
            return {key: as_plain(item) for key, item in value.items()}
        return {CLASS: PAIRS, PAIRS: [[key, as_plain(item)] for key, item in value.items()]}
    if hasattr(value, "__dataclass_fields__"):
        given = ((f.name, getattr(value, f.name)) for f in fields(value) if getattr(value, f.name) != _default(f))
        return {CLASS: type(value).__name__} | {name: as_plain(item) for name, item in given}
    return value


class FromPlain:
    """Makes plain data frozen again; `made` is the hook for `json.loads`."""

    def __init__(self, classes: Iterable[type], enums: Iterable[type[Enum]]) -> None:
        self._classes = {one.__name__: one for one in classes}
        by_name = {one.__name__: one for one in enums}
        self._enums = {
            name: {f.name: by_name[kind] for f in fields(one) if (kind := str(f.type).partition(" ")[0]) in by_name}
            for name, one in self._classes.items()
        }

    def made(self, plain: dict[str, Any]) -> Any:
        """Returns what an object stands for, all within it being made. Raises KeyError, TypeError, ValueError."""
        name = plain.pop(CLASS, None)
        if name is None:
            return {key: _frozen(item) for key, item in plain.items()}
        if name == PAIRS:
            return {key: _frozen(item) for key, item in plain[PAIRS]}
        given = {key: _frozen(item) if type(item) is list else item for key, item in plain.items()}
        for field, enum in self._enums[name].items():
            if given.get(field) is not None:
                given[field] = enum(given[field])
        return self._classes[name](**given)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if type(value) is list else value


def _default(field: Field[Any]) -> Any:
    """Returns the default of a field, or something that nothing equals."""
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING
