"""The form's edits as small changes of the text: comments, layout and all other lines stay as they are.

The law: after each edit the data that is read back is the data that was meant. Where it would not be, nothing is
changed, and one sentence says why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from game.author.lsp.names import SymbolKind
from game.rubric.model import Rubric
from game.scenario.document import Data, Path_
from game.studio import reading
from game.studio.edits import meant, names, steps
from game.studio.edits.place import comments
from game.studio.edits.refusal import EditRefused
from game.words import _

__all__ = ["EditRefused", "edited"]

_Step = Callable[[str, bool], str]  # the text, and whether to write as simply as can be


def edited(text: str, edits: Sequence[Any], rubric: Rubric) -> str:
    """Returns the text with the edits made, one after another. Raises EditRefused, and then none is made."""
    for edit in edits:
        if not isinstance(edit, dict):
            raise _unknown()
        text = _one(text, edit, rubric)
    return text


def _unknown() -> EditRefused:
    return EditRefused(_("This change was not understood. Load the page again."))


def _one(text: str, edit: dict[str, Any], rubric: Rubric) -> str:
    match edit.get("op"):
        case "set":
            return put(text, meant.as_path(edit.get("path")), meant.as_data(edit.get("value")))
        case "insert":
            return _insert(text, edit)
        case "delete":
            return _delete(text, meant.as_path(edit.get("path")))
        case "move":
            return _move(text, meant.as_path(edit.get("path")), edit.get("to"))
        case "rename_scene" | "rename_fact" | "rename_person" as kind:
            return _rename(text, names.KINDS[kind], str(edit.get("from")), str(edit.get("to")), rubric)
        case "delete_scene":
            return _delete_scene(text, str(edit.get("scene")), edit.get("goto"))
    raise _unknown()


def data_of(text: str) -> Data:
    """Returns a text's data, not to be changed. Raises EditRefused where it cannot be read as it stands."""
    found = reading.document(text)
    if found.data is None or any(problem.code == "syntax" for problem in found.problems):
        raise EditRefused(_("The text cannot be read just now. Mend its first problem, then change this."))
    return found.data


def _made(text: str, wanted: Data, step: _Step, losing: bool = False, ordered: bool = False) -> str:
    """Returns the text after a step that leads to the data wanted, written as the library has it or else simply.

    losing: comments within what is deleted may go with it. ordered: the order of keys is meant too.
    """
    before = comments(text)
    reason = EditRefused(_("This cannot be changed here without harm to the text. Change it in the text."))
    for careful in (False, True):
        try:
            after = step(text, careful)
            found = reading.document(after)
            kept = losing or comments(after) == before
        except EditRefused as why:
            reason = why
            continue
        if found.data is None or not meant.same(found.data, wanted):
            continue
        if ordered and json.dumps(found.data) != json.dumps(wanted):
            continue
        if not kept:
            reason = EditRefused(_("A note of yours within this part would be lost. Change it in the text."))
            continue
        return after
    raise reason


# ── set ──────────────────────────────────────────────────────────────────────────────────────────────


def put(text: str, path: Path_, value: Data) -> str:
    """Returns the text with a value at a place: only what differs is written. Raises EditRefused."""
    data = data_of(text)
    there = len(path)
    while not meant.has(data, path[:there]):
        there -= 1
    for step in reversed(path[there + 1 :]):  # what is to hold it is not there yet either
        if not isinstance(step, str):
            raise meant.not_there()
        value = {step: value}
    path = path[: there + 1]
    old = meant.at(data, path) if meant.has(data, path) else None
    if old is None:
        return _put_whole(text, data, path, value)
    wanted = meant.put(data, path, value)
    for change in _differences(old, value, path):
        text = change(text)
    if not meant.same(data_of(text), wanted):
        raise EditRefused(_("This cannot be changed here without harm to the text. Change it in the text."))
    return text


def _put_whole(text: str, data: Data, path: Path_, value: Data) -> str:
    holder = meant.at(data, path[:-1])
    if not isinstance(holder, (dict, list)) or not holder:  # nothing to stand beside: the holder is written anew
        if len(path) < 2 or not isinstance(path[-1], str):
            raise meant.not_there()
        return _put_whole(text, data, path[:-1], {path[-1]: value})
    wanted = meant.put(data, path, value)
    return _made(text, wanted, lambda now, careful: steps.put(now, path, value, careful))


def _differences(old: Data, new: Data, path: Path_) -> Iterator[Callable[[str], str]]:
    """Yields what leads from one value at a place to another, in steps that keep what stays."""
    if meant.same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _of_mappings(old, new, path)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_lists(old, new, path)
    else:
        yield lambda text: _put_whole(text, data_of(text), path, new)


def _of_mappings(old: dict[str, Data], new: dict[str, Data], path: Path_) -> Iterator[Callable[[str], str]]:
    gone = [key for key in old if key not in new]
    come = [key for key in new if key not in old]
    for one, other in zip(gone, come, strict=False):  # a line's speaker, most likely

        def rekeyed(text: str, one: str = one, other: str = other) -> str:
            wanted = meant.key_changed(data_of(text), (*path, one), other)
            return _made(text, wanted, lambda now, _careful: steps.key(now, (*path, one), other), ordered=True)

        yield rekeyed
        yield from _differences(old[one], new[other], (*path, other))
    for key in gone[len(come) :]:
        yield lambda text, key=key: _delete(text, (*path, key), losing=False)  # type: ignore[misc]
    for key in old:
        if key in new:
            yield from _differences(old[key], new[key], (*path, key))
    for key in come[len(gone) :]:
        yield lambda text, key=key: _put_whole(text, data_of(text), (*path, key), new[key])  # type: ignore[misc]


def _of_lists(old: list[Data], new: list[Data], path: Path_) -> Iterator[Callable[[str], str]]:
    before, after = ([json.dumps(one, sort_keys=True) for one in items] for items in (old, new))
    for _kind, a, b, c, d in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        both = min(b - a, d - c)
        for number in range(c + both, d):
            at = a + both + number - c - both
            yield lambda text, at=at, number=number: _insert_item(text, (*path, at), new[number])  # type: ignore[misc]
        for number in reversed(range(a + both, b)):
            yield lambda text, number=number: _delete(text, (*path, number), losing=False)  # type: ignore[misc]
        for number in range(both):
            yield from _differences(old[a + number], new[c + number], (*path, a + number))


# ── insert, delete, move ─────────────────────────────────────────────────────────────────────────────


def _insert(text: str, edit: dict[str, Any]) -> str:
    path, value, before = meant.as_path(edit.get("path")), meant.as_data(edit.get("value")), edit.get("before")
    data = data_of(text)
    holder = meant.at(data, path[:-1]) if meant.has(data, path[:-1]) else None
    if isinstance(path[-1], int):
        return _insert_item(text, path, value)
    if isinstance(holder, dict) and holder:
        if path[-1] in holder:
            raise EditRefused(_("There is one of that name already. Choose another name."))
        if before is None:
            return put(text, path, value)
        wanted = meant.put(data, path, value)
        step = steps.insert_key
        return _made(text, wanted, lambda now, careful: step(now, path, value, str(before), careful))
    return put(text, path, value)


def _insert_item(text: str, path: Path_, value: Data) -> str:
    data = data_of(text)
    holder = meant.at(data, path[:-1]) if meant.has(data, path[:-1]) else None
    if isinstance(holder, list) and holder:
        wanted = meant.inserted(data, path, value)
        return _made(text, wanted, lambda now, careful: steps.insert(now, path, value, careful))
    if isinstance(holder, str) and holder and path[-1] in (0, 1):  # one name, written without brackets
        both = [value, holder] if path[-1] == 0 else [holder, value]
        return put(text, path[:-1], both)
    if path[-1] != 0 or isinstance(holder, dict):
        raise meant.not_there()
    return put(text, path[:-1], [value])


def _delete(text: str, path: Path_, losing: bool = True) -> str:
    """Returns the text without what stands at a path; `losing`: notes within it go with it."""
    data = data_of(text)
    wanted = meant.without(data, path)
    holder = meant.at(data, path[:-1])
    if len(holder) == 1:
        if len(path) < 2:
            raise EditRefused(_("A scenario cannot be empty."))
        empty: Data = [] if isinstance(holder, list) else {}
        return _made(text, wanted, lambda now, careful: steps.put(now, path[:-1], empty, careful), losing=losing)
    return _made(text, wanted, lambda now, _careful: steps.delete(now, path), losing=losing)


def _move(text: str, path: Path_, to: Any) -> str:
    data = data_of(text)
    if isinstance(to, list) and to[:-1] == list(path[:-1]):
        to = to[-1]
    if isinstance(to, str):
        holder = meant.at(data, path[:-1])
        to = list(holder).index(to) if isinstance(holder, dict) and to in holder else None
    if type(to) is not int:
        raise meant.not_there()
    number: int = to
    wanted = meant.moved(data, path, number)
    return _made(text, wanted, lambda now, _careful: steps.move(now, path, number), ordered=True)


# ── names ────────────────────────────────────────────────────────────────────────────────────────────


def _rename(text: str, kind: SymbolKind, old: str, new: str, rubric: Rubric) -> str:
    before = data_of(text)
    after = names.renamed(text, kind, old, new, rubric)
    found = reading.document(after)
    if found.data is None or found.problems or not names.name_changed(before, found.data, old, new):
        raise EditRefused(_("This name cannot be changed everywhere for certain. Change it in the text."))
    return after


def _delete_scene(text: str, scene: str, goto: Any) -> str:
    """Returns the text without a scene; what led to it leads to another then."""
    data = data_of(text)
    nodes = meant.at(data, ("nodes",))
    meant.at(data, ("nodes", scene))
    ways = list(names.ways_to(data, scene))
    if ways and (not isinstance(nodes, dict) or goto not in nodes or goto == scene):
        raise EditRefused(_("Other scenes lead here. Say where they should lead instead."))
    for path in ways:
        text = put(text, path, str(goto))
    for path in reversed(list(names.forks_to(data, scene))):
        text = _delete(text, path)
    return _delete(text, ("nodes", scene))
