"""Draws other examples than the tests do: `python -m benchmarks.further [ROUNDS]` (3, unless told otherwise).

Each round runs every test that draws its examples with a seed of its own. A round that fails says how to run it again;
what it found is written down as a test of its own, since the tests themselves always draw the same examples.
"""

from __future__ import annotations

import secrets
import subprocess
import sys

from benchmarks.usage import all_counts, given


def main(rounds: int) -> int:
    """Runs the rounds and returns how many of them failed."""
    failed = []
    for number in range(1, rounds + 1):
        seed = secrets.randbelow(2**32)
        command = [sys.executable, "-m", "pytest", "-q", "-m", "hypothesis"]
        command += ["--hypothesis-profile=further", f"--hypothesis-seed={seed}"]
        print(f"round {number} of {rounds}: {' '.join(command[1:])}", flush=True)
        if subprocess.run(command, check=False).returncode:
            failed.append(seed)
    print(f"{rounds - len(failed)} of {rounds} rounds passed" + (f"; failed: seeds {failed}" if failed else ""))
    return len(failed)


if __name__ == "__main__":
    rounds = given(__doc__, lambda words: len(words) < 2 and all_counts(words))
    sys.exit(main(int(rounds[0]) if rounds else 3))
