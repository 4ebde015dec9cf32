"""The same scenario with other names and pronouns, to show that no score hangs on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.scenario.model import Scenario

_TOLD = {
    "text", "say", "do", "locked", "feedback", "instead", "title", "summary", "briefing", "question", "what",
    "discussion", "reflection", "relation",
}  # fmt: skip
_PRONOUNS = {
    "she": "he", "he": "she", "her": "his", "his": "her", "him": "her", "hers": "his", "herself": "himself",
    "himself": "herself", "she/her": "he/him", "he/him": "she/her", "they/them": "she/her",
}  # fmt: skip


def retold(scenario: Scenario) -> Scenario:
    """Returns the scenario with everyone's name handed to the next in the cast, and `she` and `he` exchanged
    throughout."""
    people = list(scenario.cast.values())
    others = [*people[1:], replace(people[0], name="Robin Okafor")] if people else []
    words = dict(_PRONOUNS)
    for person, other in zip(people, others, strict=True):
        words |= dict(zip(person.name.lower().split(), other.name.lower().split() * 3, strict=False))
    pattern = re.compile(
        r"\b(" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b", re.IGNORECASE
    )

    def word(match: re.Match[str]) -> str:
        new = words[match[0].lower()]
        return new.capitalize() if match[0][0].isupper() else new

    def told(value: Any, key: str) -> Any:
        if isinstance(value, str):
            return pattern.sub(word, value) if key in _TOLD or key in ("name", "pronouns") else value
        if isinstance(value, tuple):
            return tuple(told(item, key) for item in value)
        if isinstance(value, Mapping):
            return {name: told(item, "") for name, item in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: told(getattr(value, f.name), f.name) for f in fields(value)})
        return value

    result = told(scenario, "")
    assert isinstance(result, Scenario)
    return result
