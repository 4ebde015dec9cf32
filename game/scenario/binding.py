"""What all kinds of field share, of a scenario, a journal and a save: how a module of classes gets them, and how long a
list may be. It needs neither pydantic nor a YAML parser, since reading a journal waits for it."""

from __future__ import annotations

from types import ModuleType
from typing import Any

MOST_ITEMS = 500  # in one list


def bind(to: ModuleType, kinds: dict[str, Any]) -> None:
    """Gives a module the names of the kinds of field that its classes use."""
    named = {name: kind for name, kind in kinds.items() if name[0].isupper()}
    vars(to).update({name: kind for name, kind in named.items() if not hasattr(to, name)})
