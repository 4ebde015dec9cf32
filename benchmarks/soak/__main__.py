"""Gives every reader of files 20,000 damaged ones.

    python -m benchmarks.soak [inputs a reader] [--seconds N] [--seed N] [--only READER]
    python -m benchmarks.soak --faults

Prints a row for each reader as a Markdown table: files read (as far as they go) and refused in a sentence, faults, the
slowest file, the most memory. A fault's file is kept in `soak-faults/`, to become a test. `--seconds` ends each
reader's turn by then.
With `--faults` a play is played, saved, collected and exported instead under each fault of a computer; as root, also on
disks in memory that are full or read-only.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.soak.faults import faults
from benchmarks.soak.readers import readers
from benchmarks.soak.run import Soaked, soaked
from benchmarks.soak.under_faults import survived

FAULTS = Path("soak-faults")


def main() -> None:
    """Prints the figures; leaves with 1 when there was a fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", nargs="?", type=int, default=20_000)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], help="a reader; several may be named")
    parser.add_argument("--faults", action="store_true", help="faults of a computer instead of damaged files")
    asked = parser.parse_args()
    if asked.faults:
        raise SystemExit(_faults())
    print("| reader | files | read | refused | faults | slowest, CPU s | memory after a tenth, at the end, MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for reader in readers(Path(folder)):
            if not asked.only or reader.name in asked.only:
                found = soaked(reader, Path(folder), asked.inputs, asked.seed, asked.seconds)
                worst += _tell(found)
    raise SystemExit(1 if worst else 0)


def _faults() -> int:
    """Prints what came of each fault; returns 1 when something was lost or foreign."""
    codes = "exit codes: saved by hand, played by a bot, collected, exported"
    print(f"| fault | what was said | {codes} | choices shown / found | saves told / found | wrong |")
    print("| --- | --- | --- | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as folder:
        wrong = 0
        for one in survived(faults(), Path(folder), "saturday-friend"):
            print(one.row(), flush=True)
            wrong += len(one.wrong)
    return 1 if wrong else 0


def _tell(found: Soaked) -> int:
    faults = found.faults.total()
    files = found.read + found.refused + faults
    memory = f"{found.memory[0]}, {found.memory[1]}"
    cells = (files, found.read, found.refused, faults, f"{found.slowest:.2f}", memory)
    told = " | ".join(f"{cell:,}" if isinstance(cell, int) else cell for cell in cells)
    print(f"| {found.name} | {told} |", flush=True)
    for number, (what, data) in enumerate(found.kept.items()):
        FAULTS.mkdir(exist_ok=True)
        (FAULTS / f"{found.name}-{number}").write_bytes(data)
        print(f"  {what}: {found.faults[what]}", flush=True)
    return faults


if __name__ == "__main__":
    main()
