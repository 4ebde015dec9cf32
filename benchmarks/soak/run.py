"""Gives each reader damaged files and counts its answers; whatever is neither read nor refused is a fault."""

from __future__ import annotations

import random
import resource
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.soak.mangle import mangled
from benchmarks.soak.readers import Reader
from game.errors import GameError


@dataclass(slots=True)
class Soaked:
    """What one reader made of its files; `slowest` in seconds of the processor, `memory` the most until a tenth of the
    files was read, and until all were, in MiB."""

    name: str
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    memory: tuple[int, int] = (0, 0)
    faults: Counter[str] = field(default_factory=Counter)
    kept: dict[str, bytes] = field(default_factory=dict)  # a file for each fault


def soaked(reader: Reader, folder: Path, inputs: int, seed: int, seconds: float | None = None) -> Soaked:
    """Returns what came of so many damaged files, or of as many as there was time for."""
    rng = random.Random(f"{reader.name} {seed}")
    path, found = folder / reader.called, Soaked(reader.name)
    began = time.perf_counter()
    for number in range(inputs):
        if seconds is not None and time.perf_counter() - began > seconds:
            break
        data = mangled(rng.choice(reader.good), rng)
        path.write_bytes(data)
        _one(reader, path, data, found)
        if number == inputs // 10:
            found.memory = _most_memory(), 0
    found.memory = found.memory[0], _most_memory()
    return found


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _one(reader: Reader, path: Path, data: bytes, found: Soaked) -> None:
    before = time.process_time()
    try:
        reader.read(path)
        found.read += 1
    except GameError:
        found.refused += 1
    except Exception as error:  # the very thing that is looked for
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}"
        found.faults[what] += 1
        found.kept.setdefault(what, data)
    found.slowest = max(found.slowest, time.process_time() - before)
