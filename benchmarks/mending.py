"""How long `check --fix` takes on files of 100 KB that are broken in one way all through, or in many by chance.

    python -m benchmarks.mending [--only KIND]

Prints CPU seconds of the whole command for each kind of breakage, and what it mended.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import long_walk
from benchmarks.soak.mangle import mangled
from game import locations

MAIN = Path(__file__).parents[1] / "main.py"
SIZE = 100_000
_TEXT = re.compile(r"^( *(?:- +)?[\w-]+(?: \([\w-]+\))?: +)(.*)$", re.M)  # a key or speaker, and what follows


def _each(pattern: str, instead: str) -> Callable[[str], str]:
    """Returns a breakage that puts something else in place of everything that a pattern finds."""
    found = re.compile(pattern, re.M)
    return lambda text: found.sub(instead, text)


def _filled(row: str) -> Callable[[str], str]:
    """Returns a breakage of which nothing is left of the file: the same row again and again."""
    return lambda _: row * (SIZE // len(row))


def _by_chance(seed: int) -> Callable[[str], str]:
    """Returns a breakage by two hundred mishaps."""

    def broken(text: str) -> str:
        rng, data = random.Random(seed), text.encode()
        for _ in range(200):
            changed = mangled(data, rng)
            data = changed if SIZE * 0.8 < len(changed) < SIZE * 1.1 else data
        return data.decode("utf-8", "replace")

    return broken


def _no_nodes(text: str) -> str:
    """Takes away everything before the nodes."""
    return text[text.index("\nnodes:") + 1 :]


KINDS: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "bullets for dashes": _each(r"^( *)- ", r"\1• "),
    "no-break spaces after dashes": _each(r"^( *)- ", "\\1-\u00a0"),
    "no-break spaces for indents": lambda text: re.sub("^ +", lambda m: "\u00a0" * len(m[0]), text, flags=re.M),
    "invisible letters in keys": _each(r"^( *)(\w+):", "\\1\\2\u200b:"),
    "wide colons": _each(r"^( *(?:- )?[a-z]+): ", "\\1\uff1a"),
    "tabs for indents": _each(r"^ {2,}", "\t"),
    "a tab before each line": _each(r"^", "\t"),
    "dashes without a space": _each(r"^( *)- (?=\S)", r"\1-"),
    "colons without a space": _each(r"^( *(?:- )?[a-z]+): ", r"\1:"),
    "no colons after keys": _each(r"^( *(?:- )?[a-z]+): (?=\w)", r"\1 "),
    "a colon in each text": lambda text: _TEXT.sub(r"\1Well: \2", text),
    "quotes never closed": lambda text: _TEXT.sub(r'\1"\2', text),
    "text after closing quotes": lambda text: _TEXT.sub(r'\1"So" \2', text),
    "a # before each text": lambda text: _TEXT.sub(r"\1#\2", text),
    "a bracket before each text": lambda text: _TEXT.sub(r"\1[\2", text),
    "brackets never closed": _each(r"[\]}]", ""),
    "brackets closed twice": _each(r"([\]}])", r"\1\1"),
    "lists without brackets": _each(r"\[([^\]\n]*)\]", r"\1, and"),
    "misspelt ways": _each(r"goto: ([\w-]+)$", r"goto: \1x"),
    "misspelt keys": _each(r"^( +(?:- )?)say:", r"\1sya:"),
    "misspelt moves": _each(r"moves: \[(\w)", r"moves: [\1\1"),
    "misspelt speakers": _each(r"^( +- )([a-z]+)( \(\w+\))?: ", r"\1\2x\3: "),
    "speakers in capitals": lambda text: re.sub(
        r"^( +- )([a-z])(\w* \(\w+\)?: )", lambda m: m[1] + m[2].upper() + m[3], text, flags=re.M
    ),
    "expressions after colons": _each(r"^( +- \w+) \((\w+)\): ", r"\1: (\2) "),
    "words for numbers": _each(r"(ease|trust|voice): [+-]?\d", r"\1: much"),
    "every line further right": _each(r"^(?=.)", "   "),
    "each third line further right": lambda text: "\n".join(
        f" {row}" if n % 3 == 0 else row for n, row in enumerate(text.split("\n"))
    ),
    "each dash lost": _each(r"^( +)- ", r"\1"),
    "all indents lost": _each(r"^ +", ""),
    "no head": _no_nodes,
    "each line twice": lambda text: "\n".join(row for row in text[: SIZE // 2].split("\n") for _ in (0, 1)),
    "all in one line": lambda text: text.replace("\n", " "),
    **{f"mishaps by chance, {seed}": _by_chance(seed) for seed in (1, 2, 3)},
    "8,000 words": _filled("some words\n"),
    "8,000 keys": _filled("key: value\n"),
    "8,000 keys of keys": _filled("a: b: c\n"),
    "8,000 dashes": _filled("- - - x\n"),
    "8,000 bullets": _filled("• some\n"),
    "8,000 open quotes": _filled('key: "x\n'),
    "8,000 open brackets": _filled("key: [x\n"),
    "brackets alone": _filled("["),
    "braces alone": _filled("{"),
    "quotes alone": _filled('"'),
    "colons alone": _filled(": "),
    "words in long rows": _filled("a b-c: " * 280 + "\n"),
    "spaces alone": _filled(" " * 1900 + "x\n"),
    "dashes in long rows": _filled("- " * 900 + "x\n"),
    "tabs in long rows": _filled("a\t" * 900 + "\n"),
}  # fmt: skip


def _measured(path: Path) -> tuple[float, int]:
    """Returns the CPU seconds of the command, and how many lines it would mend; raises where it ends in a traceback."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = [sys.executable, str(MAIN), "check", str(path), "--fix", "--dry-run"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(f"{path}: {done.returncode}: {done.stderr}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, sum(row.startswith(("  - ", "  + ")) for row in done.stdout.splitlines()) // 2


def main() -> None:
    """Prints a row for each kind of breakage, for a scenario of the library and for a generated one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", action="append", default=[])
    asked = parser.parse_args()
    good = {"a scenario of the library": locations.find("three-kinds-of-good").read_text("utf-8")}
    good["a generated one"] = long_walk(80)
    print(
        "| what is wrong, in a file of 100 KB | " + " | ".join(f"{name}, CPU s | lines mended" for name in good) + " |"
    )
    print("| --- |" + " ---: | ---: |" * len(good))
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "broken.yaml"
        for name, broken in KINDS.items():
            if asked.only and name not in asked.only:
                continue
            cells = []
            for text in good.values():
                path.write_text(broken(text)[:SIZE], encoding="utf-8")
                seconds, lines = _measured(path)
                worst = max(worst, seconds)
                cells += [f"{seconds:.2f}", f"{lines:,}"]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
    print(f"\nThe slowest: {worst:.2f} s.")


if __name__ == "__main__":
    main()
