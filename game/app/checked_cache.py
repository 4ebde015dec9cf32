"""Scenarios and rubrics that were checked before, kept on disk as plain JSON from one start to the next.

One small file each. Its first line tells what it is of: this game's version and code, the content of the author's file
and of what it was held against, and a digest of the rest. A file that is damaged, of other content or of another game
is as good as none: the author's file is read and checked anew, and what comes of it is kept. Only what can be played
is. Reading a kept scenario needs neither pydantic nor a YAML parser, and its nodes are read when they are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import game
from game.errors import GameError
from game.files import read_bounded, write_whole
from game.rubric import model as rubric_model
from game.rubric.model import Rubric
from game.scenario import model as scenario_model
from game.scenario.media import folder_beside
from game.scenario.model import Node, Scenario
from game.scenario.plain import FromPlain, as_plain

VERSION = 2  # of the file's shape
_MOST = 8 * 1024 * 1024
T = TypeVar("T")
_UNUSABLE = (GameError, KeyError, ValueError, TypeError, AttributeError, RecursionError)


class CheckedCache:
    """What is kept in a folder; without a folder nothing is."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def scenario(self, file: Path, moves: Collection[str]) -> Scenario | None:
        """Returns the scenario made of a file with this content under these moves; None where it is not kept."""
        parts = self._read(file, ",".join(sorted(moves)))
        with suppress(*_UNUSABLE):
            if parts:
                own = str(folder_beside(file))
                nodes = Later(parts[1])
                made = replace(_joined(parts[0], nodes), media=own)
                if not parts[2:]:
                    return made
                return replace(made, written=replace(_joined(parts[2], Later(parts[3], nodes)), media=own))
        return None

    def keep_scenario(self, file: Path, moves: Collection[str], scenario: Scenario) -> None:
        """Keeps a scenario that was made of a file under these moves."""
        written = scenario.written
        parts = _apart(replace(scenario, written=None))
        if written:  # only those of its nodes that are told otherwise in other plays
            own = {name: node for name, node in written.nodes.items() if node is not scenario.nodes[name]}
            parts += _apart(replace(written, nodes=own))
        self._write(file, ",".join(sorted(moves)), parts)

    def rubric(self, file: Path) -> Rubric | None:
        """Returns the rubric that was made of a file with this content; None where it is not kept."""
        parts = self._read(file, "")
        with suppress(*_UNUSABLE):
            return _checked(json.loads(parts[0], object_hook=_rubric_reader().made), Rubric) if parts else None
        return None

    def keep_rubric(self, file: Path, rubric: Rubric) -> None:
        """Keeps a rubric that was made of a file."""
        self._write(file, "", [as_plain(rubric)])

    def small(self, name: str, of: str, make: Callable[[], Any]) -> Any:
        """Returns what was made of something once, as plain data; where that is not kept it is made now, and kept."""
        if self._folder is None:
            return make()
        path, head = self._folder / f"{name}.checked", blake2b(f"{VERSION} {_code()} {of}".encode()).hexdigest()
        with suppress(*_UNUSABLE):
            found = json.loads(read_bounded(path, _MOST))
            if found[0] == head:
                return found[1]
        made = make()
        with suppress(OSError, GameError):
            write_whole(path, json.dumps([head, made], ensure_ascii=False).encode())
        return made

    def _read(self, file: Path, held_against: str) -> list[bytes]:
        """Returns the lines kept of a file as it is now, or none."""
        if self._folder is None:
            return []
        with suppress(*_UNUSABLE):
            head, _, body = read_bounded(self._path(file), _MOST).partition(b"\n")
            return body.split(b"\n") if head == self._head(file, held_against, body) else []
        return []

    def _write(self, file: Path, held_against: str, parts: list[Any]) -> None:
        if self._folder is None:
            return
        body = "\n".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in parts).encode()
        with suppress(OSError, GameError):  # a folder that cannot be written to costs time and nothing else
            write_whole(self._path(file), self._head(file, held_against, body) + b"\n" + body)

    def _path(self, file: Path) -> Path:
        assert self._folder is not None
        return self._folder / f"{file.stem}.checked"

    def _head(self, file: Path, held_against: str, body: bytes) -> bytes:
        """Returns the first line; raises GameError for a file that cannot be read."""
        digest = blake2b(digest_size=16)
        for part in (file.stem.encode(), read_bounded(file, _MOST), held_against.encode(), body):
            digest.update(len(part).to_bytes(8, "big") + part)
        return f"{VERSION} {game.__version__} {_code()} {digest.hexdigest()}".encode()


class Later(Mapping[str, Node]):
    """Nodes that are read from their JSON text when the first of them is asked for, in place of others so called."""

    def __init__(self, text: bytes, others: Mapping[str, Node] | None = None) -> None:
        self._text, self._others = text, {} if others is None else others

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        nodes: dict[str, Node] = json.loads(self._text, object_hook=_scenario_reader().made)
        return {**self._others, **nodes}

    def __getitem__(self, name: str) -> Node:
        return self._nodes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


def _apart(scenario: Scenario) -> list[Any]:
    """Returns a scenario without its nodes and its folder, and its nodes, as plain data."""
    return [as_plain(replace(scenario, nodes={}, media="")), as_plain(scenario.nodes)]


def _joined(card: bytes, nodes: Mapping[str, Node]) -> Scenario:
    """Returns a scenario from its line and its nodes. Raises whatever a line that is not one comes to."""
    return replace(_checked(json.loads(card, object_hook=_scenario_reader().made), Scenario), nodes=nodes)


def _checked(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"not a {kind.__name__}")
    return value


@cache
def _scenario_reader() -> FromPlain:
    return _reader(scenario_model)


@cache
def _rubric_reader() -> FromPlain:
    return _reader(rubric_model)


def _reader(module: Any) -> FromPlain:
    """Returns what makes the classes of a module again."""
    own = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
    data = [one for one in own if hasattr(one, "__dataclass_fields__")]
    return FromPlain(data, [one for one in own if hasattr(one, "__members__")])


@cache
def _code() -> str:
    """Returns a mark of the code that reads and checks: who changes a rule must not play what an older one let by."""
    here = Path(game.__file__).parent
    files = sorted(path for room in ("scenario", "rubric") for path in (here / room).glob("*.py"))
    stats = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return blake2b(repr(stats).encode(), digest_size=8).hexdigest()
