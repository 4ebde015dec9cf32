"""What Twine has no place for (the header, who people are, ruptures, what a class is asked), as a comment in a passage.

`written` puts it there when a scenario goes out, `read` takes it when a story comes in, `rows` is it as YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Any, TypeAlias

from game.author.twee.markup import from_note, in_note
from game.scenario.model import Scenario

TAG, NAME = "scenario-header", "Scenario header"
BEFORE = ("summary", "briefing", "question", "concepts", "content_notes", "minutes", "level", "language", "pictures")
BEHIND = ("discussion", "reflection", "teaching")
_PERSON = ("pronouns", "relation", "portrait", "casting")

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain]"


@dataclass(frozen=True, slots=True)
class Header:
    """The parts by their names in a scenario file; `people` has the cast by their ids."""

    parts: Mapping[str, Plain] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, Plain]] = field(default_factory=dict)
    client: str = ""


def written(scenario: Scenario) -> str:
    """Returns the text of the passage that holds a scenario's header."""
    parts = {name: _plain(getattr(scenario, name)) for name in (*BEFORE, "ruptures", *BEHIND)}
    people = {id_: _plain(person) for id_, person in scenario.cast.items()}
    data = {name: part for name, part in parts.items() if part not in (None, [], {})}
    text = json.dumps(data | {"cast": people, "client": scenario.client}, ensure_ascii=False)
    return f"/* {in_note(text)} */"


def _plain(value: Any) -> Any:
    """Returns a part of a scenario as JSON has it, without what is empty or as it would be anyway."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {key: _plain(one) for key, one in asdict(value).items() if one not in (None, (), False)}
    return value


def read(text: str) -> Header | None:
    """Returns the header that a passage holds; None where its text is none, or not in the shape of one."""
    inside = text.strip().removeprefix("/*").removesuffix("*/").strip()
    try:
        data = json.loads(from_note(inside))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not _is_plain(data, 6):
        return None
    cast, client = data.get("cast", {}), data.get("client", "")
    if not isinstance(cast, dict) or not all(isinstance(one, dict) and _named(one) for one in cast.values()):
        return None
    parts = {name: data[name] for name in (*BEFORE, "ruptures", *BEHIND) if name in data}
    return Header(parts, cast, client if isinstance(client, str) and client in cast else "")


def _named(person: Mapping[str, Plain]) -> bool:
    return isinstance(person.get("name"), str) and person["name"] != ""


def _is_plain(value: object, depth: int) -> bool:
    """Returns whether a value is of texts, whole numbers, lists and mappings alone, no deeper than that."""
    if isinstance(value, dict):
        return depth > 0 and all(isinstance(key, str) and _is_plain(one, depth - 1) for key, one in value.items())
    if isinstance(value, list):
        return depth > 0 and all(_is_plain(one, depth - 1) for one in value)
    return isinstance(value, str | int)


def person(known: Mapping[str, Plain]) -> dict[str, Plain]:
    """Returns what is known of someone beside the name."""
    return {key: known[key] for key in _PERSON if key in known}


def rupture_names(header: Header) -> tuple[str, ...]:
    """Returns the ruptures that a header names."""
    found = header.parts.get("ruptures")
    return tuple(found) if isinstance(found, dict) else ()


def flow(value: Plain, quoted: Any) -> str:
    """Returns a value as YAML on one line; `quoted` writes a text."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {flow(one, quoted)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one, quoted) for one in value) + "]"
    return quoted(value) if isinstance(value, str) else str(value).lower()


def rows(name: str, value: Plain, quoted: Any) -> Iterator[str]:
    """Yields a part of the header as rows of YAML."""
    whole = value.split("\n") if isinstance(value, str) else []
    if len(whole) > 1 and not any(row[:1].isspace() for row in whole):
        yield f"{name}: |"
        yield from (f"  {row}".rstrip() for row in whole)
    elif isinstance(value, list) and value and not any(isinstance(one, int) for one in value):
        yield f"{name}:"
        yield from (f"  - {flow(one, quoted)}" for one in value)
    elif isinstance(value, dict) and value:
        yield f"{name}:"
        yield from (f"  {quoted(key)}: {flow(one, quoted)}" for key, one in value.items())
    else:
        yield f"{name}: {flow(value, quoted)}"
