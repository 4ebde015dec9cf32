"""Many journals at once: on the processors of this machine, or on a Dask cluster. The sums are the same, byte for byte.

Work goes out in batches and sums come back; a batch is a list of files, or on a cluster the journals themselves, so
that its machines need no common disk. The scenarios and the rubric travel as data with the work.
"""

from __future__ import annotations

import multiprocessing
import os
import pkgutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

import game
from game.debrief.read import sources
from game.debrief.read.classes import ClassRead, ClassReader, RememberedItems, items
from game.debrief.read.first_plays import keep_first_plays
from game.debrief.read.plays import ScoringModels
from game.debrief.read.sources import FoundJournal, Trouble
from game.errors import UsageError
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_file
from game.scenario.model import Scenario

BYTES_A_BATCH = 4 * 1024 * 1024
CONNECT_S = 10.0  # how long a scheduler may take to answer
TRIES = 5
FEWEST_BATCHES = 6  # for fewer, starting processes takes longer than the work
Progress = Callable[[int], None]
Told = Callable[[Scenario, Path], Scenario]


class _Shelf(Mapping[str, Scenario]):
    """The scenarios of these files, each read when first asked for; they travel to other processes as plain data."""

    def __init__(self, rubric: Rubric, files: Mapping[str, Path], told: Told | None = None) -> None:
        self._rubric, self._files, self._told = rubric, files, told
        self._read: dict[str, Scenario | None] = {}

    def __getitem__(self, name: str) -> Scenario:
        if name not in self._read:
            path = self._files.get(name)
            self._read[name] = self._loaded(path) if path else None
        if (scenario := self._read[name]) is None:
            raise KeyError(name)
        return scenario

    def _loaded(self, path: Path) -> Scenario | None:
        scenario = load_file(path, self._rubric.moves).scenario
        return self._told(scenario, path) if scenario and self._told else scenario

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._files if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[type[dict[str, Scenario]], tuple[dict[str, Scenario]]]:
        return dict, (dict(self),)


@dataclass(frozen=True)
class Kit:
    """What a worker needs to fold journals: plain data, equal kits being the same work. `only` is a scenario, and
    `class_code` a class, that the others are left out for; `cache` is a folder of this machine for exact figures, and
    stays here."""

    rubric: Rubric
    scenarios: Mapping[str, Scenario]
    only: str | None = None
    cache: Path | None = None
    class_code: str | None = None

    @classmethod
    def of(cls, rubric: Rubric, files: Mapping[str, Path], cache: Path | None = None, told: Told | None = None) -> Kit:
        """Returns the kit of these scenario files; one that cannot be played is as good as gone.

        told: gives a scenario in the language that is wanted
        """
        return cls(rubric, _Shelf(rubric, files, told), cache=cache)

    def library(self) -> ScoringModels:
        """Returns the scenarios, each made ready to score when first asked for."""
        return ScoringModels(self._exact, self.scenarios)

    def reader(self) -> ClassReader:
        """Returns a reader over these scenarios and no others."""
        return ClassReader(self.library(), self.only, self.class_code)

    def _exact(self, name: str) -> ScoringModel:
        if name not in self.scenarios:
            raise UsageError(f"There is no scenario called `{name[:64]}`.")
        return ScoringModel(self.scenarios[name], self.rubric, self.cache)


def read_here(
    paths: Sequence[Path],
    kit: Kit,
    progress: Progress = lambda _: None,
    reader: ClassReader | None = None,
    everything: RememberedItems | None = None,
) -> tuple[ClassRead, int]:
    """Returns what the files at and under `paths` come to, each person once, and how many copies were left out.

    One process for a class, all processors for a school. A `reader` of the kit that is there already is used, and
    `everything` in the files, so that a class's files are read once.
    """
    reader = reader or kit.reader()
    everything = everything or RememberedItems(lambda: sources.files(paths))
    batches = _file_batches(sources.files(paths))
    first = list(islice(batches, FEWEST_BATCHES))
    processors = _processors()
    if len(first) < FEWEST_BATCHES or processors < 2:
        read = reader.read(_counted(everything, progress))
    else:
        read = _in_pool(chain(first, batches), kit, processors, progress)
    return read, keep_first_plays(read, lambda: everything, reader)


def read_on_dask(
    paths: Sequence[Path], kit: Kit, address: str, progress: Progress = lambda _: None
) -> tuple[ClassRead, int]:
    """Returns the same on the Dask cluster whose scheduler is at `address`; raises UsageError where there is none, or
    where its processes have not this game."""
    client = _client(address)
    try:
        _see_that_all_have_the_game(client, address)
        there = client.scatter(replace(kit, cache=None), broadcast=True)
        read, done = ClassRead(), 0
        waiting: deque[Any] = deque()
        for batch in _batches(items(sources.files(paths))):
            waiting.append(client.submit(_tally_items, batch, there, pure=False))
            done += len(batch)
            progress(done)
            if len(waiting) > 16:
                read.include(waiting.popleft().result())
        while waiting:
            read.include(waiting.popleft().result())
    finally:
        client.close()
    return read, keep_first_plays(read, lambda: items(sources.files(paths)), kit.reader())


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--dask needs the extra `cluster`: pip install 'equal-footing[cluster]'.") from None
    for _ in range(TRIES):
        try:
            return Client(address, timeout=CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call]
        except AssertionError:  # the library gives its own thread ten seconds to start; a busy computer may need more
            continue
        except (OSError, ValueError) as error:
            raise UsageError(
                f"There is no Dask scheduler at {address}: {error}. Start one with `dask scheduler`."
            ) from None
    raise UsageError("This computer is too busy to work with a Dask scheduler now. Try again when less is going on.")


def _see_that_all_have_the_game(client: Any, address: str) -> None:
    """Raises UsageError where no worker has joined, or where a process of the cluster has no game or another one: work
    would wait there for ever, or come out otherwise."""
    asked = pkgutil.resolve_name, "game:__version__"  # of the standard library: it is there where the game is not
    workers = client.run(*asked, on_error="return")
    if not workers:
        raise UsageError(f"No worker has joined the scheduler at {address}. Start one: python -m dask worker {address}")
    try:
        found = {client.run_on_scheduler(*asked), *map(str, workers.values())}
    except ImportError as error:
        found = {str(error)}
    if found != {game.__version__}:
        raise UsageError(
            f"The scheduler at {address} and its workers need this game, {game.__version__}, but one says: "
            f"{min(found - {game.__version__})}. Start all of them in the game's folder: python -m dask scheduler, "
            f"and python -m dask worker {address}"
        )


def _in_pool(batches: Iterable[list[Path | Trouble]], kit: Kit, processors: int, progress: Progress) -> ClassRead:
    """Returns the files in batches over the processors, a few batches ahead and no more, so that memory stays flat."""
    read, done = ClassRead(), 0
    waiting: deque[tuple[int, Future[ClassRead]]] = deque()
    context = multiprocessing.get_context("spawn")  # a fork would copy the threads of a window
    with ProcessPoolExecutor(processors, mp_context=context, initializer=_prepare, initargs=(kit,)) as pool:
        for batch in batches:
            waiting.append((len(batch), pool.submit(_tally_files, batch)))
            if len(waiting) > 2 * processors:
                done += _take(read, waiting)
                progress(done)
        while waiting:
            done += _take(read, waiting)
            progress(done)
    return read


def _take(read: ClassRead, waiting: deque[tuple[int, Future[ClassRead]]]) -> int:
    size, future = waiting.popleft()
    read.include(future.result())
    return size


_READER: list[ClassReader] = []


def _prepare(kit: Kit) -> None:
    """Makes a worker ready, once."""
    _READER[:] = [kit.reader()]


def _tally_files(paths: list[Path | Trouble]) -> ClassRead:
    return _READER[0].read(items(paths))


def _tally_items(batch: list[FoundJournal | Trouble], kit: Kit) -> ClassRead:
    return _reader_of(_Same(kit)).read(batch)


class _Same:
    """A kit as a key: the same where scenarios and rubric mean the same."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self._key = (
            kit.rubric.fingerprint,
            kit.only,
            kit.class_code,
            tuple(sorted((n, s.fingerprint) for n, s in kit.scenarios.items())),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=4)
def _reader_of(same: _Same) -> ClassReader:
    return same.kit.reader()


def _batches(everything: Iterable[sources.Item]) -> Iterator[list[FoundJournal | Trouble]]:
    """Returns the journals in batches of a few megabytes."""
    batch: list[FoundJournal | Trouble] = []
    size = 0
    for item in everything:
        if isinstance(item, FoundJournal | Trouble):
            batch.append(item)
            size += len(item.data) if isinstance(item, FoundJournal) else 0
        if size >= BYTES_A_BATCH or len(batch) >= 2000:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _file_batches(files: Iterable[Path | Trouble]) -> Iterator[list[Path | Trouble]]:
    """Returns the files in batches of a few megabytes."""
    batch: list[Path | Trouble] = []
    size = 0
    for path in files:
        batch.append(path)
        with suppress(OSError):
            size += path.stat().st_size if isinstance(path, Path) else 0
        if size >= BYTES_A_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _counted(found: Iterable[sources.Item], progress: Progress) -> Iterator[sources.Item]:
    """Yields what was found, and tells how many there were so far, every ten."""
    for number, item in enumerate(found, 1):
        yield item
        if number % 10 == 0:
            progress(number)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
