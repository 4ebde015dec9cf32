"""Figures of the house: how long files and functions are, how rooms hang together, which class names repeat.

`python -m tools.house` prints them as a Markdown table; `--names` lists class names that stand in two files, `--long`
modules that are long without a line that says why (`# Long: …`), and `--docstrings` functions whose docstring names a
thing where it should say what comes back. Figures are of `game/`, read as text; the lists are of `tools/` too.
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
LONG = 350  # lines of a module; a longer one says why
WHY_LONG = "# Long: "
# how a docstring begins that names a thing, or tells a condition, where it should say what a function does or returns
NAMING = ("What", "Whether", "How", "Where", "Who", "Which", "Why", "True", "The", "A", "An", "Each", "Every", "All")
RULES = ("Findings", "Found", "Iterator[Diagnostic]")  # what checks return: their docstrings state the rule itself
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def modules(*folders: str, root: Path = ROOT) -> dict[str, str]:
    """Returns the text of every module below these folders (`game`) that git tracks, by its path."""
    patterns = [f"{folder}/*.py" for folder in folders or ("game",)]
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=root, capture_output=True, text=True, check=True)
    return {name: (root / name).read_text(encoding="utf-8") for name in listed.stdout.split()}


def repeated_classes(texts: dict[str, str]) -> dict[str, list[str]]:
    """Returns the public class names that stand in two modules or more, with those modules."""
    where: dict[str, set[str]] = defaultdict(set)
    for name, node in _nodes(texts):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            where[node.name].add(name)
    return {name: sorted(found) for name, found in sorted(where.items()) if len(found) > 1}


def long_without_reason(texts: dict[str, str]) -> list[str]:
    """Returns the modules of more than 350 lines in which no line says why."""
    return [name for name, text in texts.items() if len(text.splitlines()) > LONG and WHY_LONG not in text]


def naming_docstrings(texts: dict[str, str]) -> list[str]:
    """Returns each function whose docstring names a thing, as `path:line`; the texts of commands and rules are left."""
    found = []
    for name, node in _nodes(texts):
        if not isinstance(node, FUNCTIONS) or (told := ast.get_docstring(node)) is None:
            continue
        is_command = any("command" in ast.unparse(decorator) for decorator in node.decorator_list)
        states_a_rule = node.returns is not None and ast.unparse(node.returns) in RULES
        if told.split()[0] in NAMING and not is_command and not states_a_rule:
            found.append(f"{name}:{node.lineno}")
    return found


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
        f"modules over {LONG} lines": str(sum(length > LONG for length in files)),
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
    """Prints the figures, or one of the lists."""
    texts = modules()
    if "--long" in arguments:
        print(*long_without_reason(modules("game", "tools")), sep="\n")
        return
    if "--docstrings" in arguments:
        print(*naming_docstrings(modules("game", "tools")), sep="\n")
        return
    if "--names" in arguments:
        for name, found in repeated_classes(texts).items():
            print(f"{name}: {', '.join(found)}")
        return
    print("| figure | value |\n| --- | ---: |")
    for name, value in figures(texts).items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main(sys.argv[1:])
