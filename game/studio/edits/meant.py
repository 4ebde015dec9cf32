"""What an edit means for the data: the text is held against it afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from game.scenario.document import Data, Null, Path_
from game.studio.edits.refusal import EditRefused
from game.words import _

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")  # each a line break to the program that the words come from
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]|[\ud800-\udfff]")  # no file may hold them
MOST_DEPTH = 20


def as_data(value: Any, depth: int = 0) -> Data:
    """Returns a form's value as a file holds it: all scalars as text, line breaks of other programs as ours, invisible
    characters left out. Raises EditRefused for what no file holds."""
    if depth > MOST_DEPTH:
        raise EditRefused(_("This is nested too deeply for a scenario."))
    match value:
        case None:
            return Null("null")
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _UNSEEN.sub("", _BREAKS.sub("\n", value))
        case list():
            return [as_data(item, depth + 1) for item in value]
        case dict():
            return {str(as_data(str(key))): as_data(item, depth + 1) for key, item in value.items()}
    raise EditRefused(_("Only whole numbers, words and lists can stand in a scenario."))


def same(one: Data | None, other: Data | None) -> bool:
    """Returns whether two values read alike; an empty one is not the word `null`."""
    if one is other and one is not None:
        return True
    if isinstance(one, Null) or isinstance(other, Null):
        return isinstance(one, Null) and isinstance(other, Null)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) in (str, Null) and type(other) in (str, Null) and one == other


def as_path(told: Any) -> Path_:
    """Returns a path of keys and numbers. Raises EditRefused."""
    if not isinstance(told, list) or not told or not all(type(step) in (str, int) for step in told):
        raise not_there()
    return tuple(told)


def not_there() -> EditRefused:
    """Returns the refusal for a place that the text does not have."""
    return EditRefused(_("The place that this change is for is not there any more."))


def at(data: Data | None, path: Sequence[str | int]) -> Data:
    """Returns what stands at a path. Raises EditRefused where nothing does."""
    for step in path:
        data = _inside(data, step)
    if data is None:
        raise not_there()
    return data


def _inside(data: Data | None, step: str | int) -> Data:
    if isinstance(data, dict):
        if isinstance(step, str) and step in data:
            return data[step]
    elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step]
    raise not_there()


def has(data: Data | None, path: Sequence[str | int]) -> bool:
    """Returns whether anything stands at a path."""
    try:
        at(data, path)
    except EditRefused:
        return False
    return True


def _opened(data: Data, path: Path_) -> tuple[Data, Data]:
    """Returns the data and what it holds at a path, both to be changed: what is on the way there is made anew, all else
    is shared. Raises EditRefused where nothing stands there."""
    whole = holder = _anew(data)
    for step in path:
        inner = _anew(_inside(holder, step))
        holder[step] = inner  # type: ignore[index]
        holder = inner
    return whole, holder


def _anew(data: Data) -> Data:
    return data.copy() if isinstance(data, (dict, list)) else data


def put(data: Data, path: Path_, value: Data) -> Data:
    """Returns the data with a value at a path, in place of what stood there or as a new key."""
    if not path:
        return value
    whole, holder = _opened(data, path[:-1])
    match holder, path[-1]:
        case dict(), str() as name:
            holder[name] = value
        case list(), int() as number if 0 <= number < len(holder):
            holder[number] = value
        case _:
            raise not_there()
    return whole


def without(data: Data, path: Path_) -> Data:
    """Returns the data without what stands at a path."""
    at(data, path)
    whole, holder = _opened(data, path[:-1])
    assert isinstance(holder, (dict, list))
    del holder[path[-1]]  # type: ignore[arg-type]
    return whole


def inserted(data: Data, path: Path_, value: Data) -> Data:
    """Returns the data with a value as a new item of a list."""
    whole, holder = _opened(data, path[:-1])
    last = path[-1]
    if not isinstance(holder, list) or not isinstance(last, int) or not 0 <= last <= len(holder):
        raise not_there()
    holder.insert(last, value)
    return whole


def key_changed(data: Data, path: Path_, key: str) -> Data:
    """Returns the data with another key for what stands at a path, in the same order."""
    whole, holder = _opened(data, path[:-1])
    if not isinstance(holder, dict):
        raise not_there()
    renamed = {key if known == path[-1] else known: value for known, value in holder.items()}
    holder.clear()
    holder.update(renamed)
    return whole


def moved(data: Data, path: Path_, to: int) -> Data:
    """Returns the data with one of several in another place among them."""
    at(data, path)
    whole, holder = _opened(data, path[:-1])
    if isinstance(holder, list):
        if not 0 <= to < len(holder):
            raise not_there()
        holder.insert(to, holder.pop(path[-1]))  # type: ignore[arg-type]
    elif isinstance(holder, dict):
        if not 0 <= to < len(holder):
            raise not_there()
        order = [key for key in holder if key != path[-1]]
        order.insert(to, str(path[-1]))
        renewed = {key: holder[key] for key in order}
        holder.clear()
        holder.update(renewed)
    return whole
