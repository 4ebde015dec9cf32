"""Figures of the house: how long files and functions are, how rooms hang together, which class names repeat.

`python -m tools.house` prints them as a Markdown table; `python -m tools.house --names` lists class names that stand
in two files. Only `game/` is read, as text.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WIDE = 90  # characters; longer lines are counted
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def modules(root: Path = ROOT) -> dict[str, str]:
    """Returns the text of every module below `game/` that git tracks, by its path."""
    listed = subprocess.run(["git", "ls-files", "game/*.py"], cwd=root, capture_output=True, text=True, check=True)
    return {name: (root / name).read_text(encoding="utf-8") for name in listed.stdout.split()}


def repeated_classes(texts: dict[str, str]) -> dict[str, list[str]]:
    """Returns the public class names that stand in two modules or more, with those modules."""
    where: dict[str, set[str]] = defaultdict(set)
    for name, node in _nodes(texts):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            where[node.name].add(name)
    return {name: sorted(found) for name, found in sorted(where.items()) if len(found) > 1}


def figures(texts: dict[str, str]) -> dict[str, str]:
    """Returns what `python -m tools.house` prints: the name of each figure and its value."""
    lines = [line for text in texts.values() for line in text.splitlines()]
    nodes = [node for _, node in _nodes(texts)]
    files = [len(text.splitlines()) for text in texts.values()]
    functions = [node.end_lineno - node.lineno + 1 for node in nodes if isinstance(node, FUNCTIONS) and node.end_lineno]
    comprehensions = sum(isinstance(node, COMPREHENSIONS) for node in nodes)
    wide = sum(len(line) > WIDE for line in lines)
    return {
        "modules": str(len(texts)),
        "lines": str(len(lines)),
        "lines a file: median / p90 / most": _spread(files),
        "lines a function: median / p90 / most": _spread(functions),
        "modules over 350 lines": str(sum(length > 350 for length in files)),
        "imports inside `window`": str(_inner_imports(texts, "game/window/")),
        "modules straight in `window`": str(
            sum(name.startswith("game/window/") and name.count("/") == 2 for name in texts)
        ),
        "class names that stand in two modules": str(len(repeated_classes(texts))),
        "comprehensions per 1,000 lines": f"{1000 * comprehensions / len(lines):.0f}",
        f"lines over {WIDE} characters per 1,000": f"{1000 * wide / len(lines):.0f}",
    }


def _nodes(texts: dict[str, str]) -> Iterator[tuple[str, ast.AST]]:
    for name, text in texts.items():
        for node in ast.walk(ast.parse(text)):
            yield name, node


def _inner_imports(texts: dict[str, str], folder: str) -> int:
    """Returns how many imports of one module of `folder` by another there are."""
    package = folder.rstrip("/").replace("/", ".")
    found = 0
    for name, node in _nodes(texts):
        if name.startswith(folder) and isinstance(node, ast.ImportFrom):
            found += (node.module or "").startswith(package)
    return found


def _spread(numbers: Sequence[int]) -> str:
    ordered = sorted(numbers)
    return f"{ordered[len(ordered) // 2]} / {ordered[len(ordered) * 9 // 10]} / {ordered[-1]}"


def main(arguments: Sequence[str]) -> None:
    """Prints the figures, or the repeated class names."""
    texts = modules()
    if "--names" in arguments:
        for name, found in repeated_classes(texts).items():
            print(f"{name}: {', '.join(found)}")
        return
    print("| figure | value |\n| --- | ---: |")
    for name, value in figures(texts).items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main(sys.argv[1:])
