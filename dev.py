"""What a contributor types: `python dev.py COMMAND`. Without one it lists them.

A file of Python and no Makefile: whoever works here has Python, on every system, and needs nothing else to begin.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")

COMMANDS: dict[str, tuple[str, list[list[str]]]] = {
    "setup": (
        "make .venv with everything that the other commands need",
        [[sys.executable, "-m", "venv", str(ENVIRONMENT)], ["pip", "install", "-r", "requirements/test.lock"]],
    ),
    "format": (
        "lay out the code, and mend what can be mended",
        [["ruff", "check", "--fix", "."], ["ruff", "format", "."]],
    ),
    "lint": (
        "style, types and the direction of imports",
        [["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy"], ["lint-imports"]],
    ),
    "test-fast": ("the tests of the quick loop; add a path for some of them", [["pytest", "-m", "not slow"]]),
    "test": ("every test; add a path for some of them", [["pytest"]]),
    "further": ("draw other examples than the tests do, three rounds", [["benchmarks.further"]]),
    "ci": ("all that a change must pass, on the last commit, in a fresh clone", [["bash", ".ci/run"]]),
}
TAKES_MORE = ("test-fast", "test", "further")
AS_MODULES = ("pip", "pytest", "mypy", "ruff", "benchmarks.further")


def python() -> str:
    """Returns the interpreter of .venv, or this one where there is no .venv."""
    there = shutil.which("python", path=str(BIN))
    return there or sys.executable


def ready(step: list[str]) -> list[str]:
    """Returns a step as it is run: a tool by the environment's Python, anything else as it stands."""
    if step[0] in AS_MODULES:
        return [python(), "-m", *step]
    if step[0] == "lint-imports":
        return [python(), "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    return step


def main(words: list[str]) -> int:
    """Runs a command's steps until one fails, and returns its exit code."""
    if not words or words[0] not in COMMANDS:
        print("python dev.py COMMAND\n")
        print("\n".join(f"  {name:<10} {about}" for name, (about, _) in COMMANDS.items()))
        return 0 if words in ([], ["-h"], ["--help"]) else 2
    name, *more = words
    if more and name not in TAKES_MORE:
        print(f"`{name}` takes nothing more.")
        return 2
    for step in COMMANDS[name][1]:
        print("$", " ".join([*step, *more]), flush=True)
        if code := subprocess.run(ready([*step, *more]), cwd=ROOT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
