"""The same story written as ink, and the defects that have a counterpart there, planted in its text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks.defects.original import near_miss
from game.scenario.model import Branch, Condition, Line, Option, Scenario, repaired

_SIGNS = re.compile(r"[{}|\[\]~#<>\\]|//|->")


class Ink(NamedTuple):
    """An ink text with a defect in it, and the lines (from 1) on which that may honestly be told."""

    lines: list[str]
    true: frozenset[int]


Plant = Callable[[list[str], random.Random], Ink | None]


def as_ink(scenario: Scenario) -> list[str]:
    """A scenario as ink: a knot for each node, a variable for each fact and each part of the client's state."""
    options = [option for node in scenario.nodes.values() for option in node.options or ()]
    facts = {fact for option in options for fact in _facts(option)}
    state = scenario.client_state
    rows = [f"VAR {part} = {getattr(state, part)}" for part in ("trust", "ease", "voice")]
    rows += [f"VAR {_name(fact, 'f')} = false" for fact in sorted(facts)] + [f"-> {_name(scenario.start)}"]
    for name, node in scenario.nodes.items():
        rows += ["", f"=== {_name(name)} ===", *_said(node.lines)]
        for option in node.options or ():
            rows += _choice(option)
        rows += _ways(node.goto)
        if node.ending:
            rows += [plain(node.ending.text), "-> END"]
    return rows


def _facts(option: Option) -> list[str]:
    opened = [option.opens] if option.opens else []
    return [*option.sets, *opened, *([repaired(option.repairs)] if option.repairs else [])]


def _choice(option: Option) -> list[str]:
    demands = [c for c in (option.when, option.needs) if c]
    asked = "".join(f" {{{_condition(c)}}}" for c in demands)
    rows = [f"*{asked} [{plain(option.words)}]"]
    rows += [f"    ~ {_name(fact, 'f')} = true" for fact in _facts(option)]
    changes = [(part, getattr(option.client, part)) for part in ("trust", "ease", "voice")]
    rows += [f"    ~ {part} = {part} + {by}" for part, by in changes if by]
    return rows + [f"    {row}" for row in [*_said(option.reply), *_ways(option.goto)]]


def _said(lines: Iterable[Line]) -> list[str]:
    spoken = ((line.when, f"{line.speaker}, {line.expression}: {plain(line.text)}") for line in lines)
    return [f"{{{_condition(when)}: {text}}}" if when else text for when, text in spoken]


def _ways(branches: Iterable[Branch]) -> list[str]:
    return [f"{{{_condition(b.when)}: -> {_name(b.to)}}}" if b.when else f"-> {_name(b.to)}" for b in branches]


def _condition(condition: Condition) -> str:
    parts = [_name(fact, "f") for fact in condition.has] + [f"not {_name(fact, 'f')}" for fact in condition.lacks]
    parts += [f"{b.part} >= {b.low} and {b.part} <= {b.high}" for b in condition.bounds]
    return " and ".join(parts)


def _name(name: str, of: str = "n") -> str:
    return f"{of}_" + name.replace("-", "_")  # a knot and a fact may have the same name


def plain(text: str) -> str:
    """Returns a text without the signs that mean something in ink."""
    return _SIGNS.sub("", " ".join(text.split()))


def _like(pattern: str, change: Callable[[re.Match[str], random.Random], str]) -> Plant:
    def plant(lines: list[str], draw: random.Random) -> Ink | None:
        found = [(n, m) for n, line in enumerate(lines) if (m := re.search(pattern, line))]
        if not found:
            return None
        number, match = draw.choice(found)
        line = lines[number]
        changed = line[: match.start()] + change(match, draw) + line[match.end() :]
        return Ink([*lines[:number], changed, *lines[number + 1 :]], frozenset({number + 1}))

    return plant


def _same_knot(lines: list[str], draw: random.Random) -> Ink:
    knots = [n for n, line in enumerate(lines) if line.startswith("=== ")]
    one, other = sorted(draw.sample(knots, 2))
    copied = [*lines[one : one + 1], "Once more.", "-> END"]
    return Ink([*lines[:other], *copied, *lines[other:]], frozenset({one + 1, other + 1}))


def _no_way_on(lines: list[str], draw: random.Random) -> Ink:
    number = draw.choice([n for n, line in enumerate(lines) if re.match(r"    -> n_", line)])
    return Ink([*lines[:number], *lines[number + 1 :]], frozenset({number, number + 1}))


def _unreachable(lines: list[str], _: random.Random) -> Ink:
    return Ink([*lines, "=== n_left_over ===", "So it goes on.", "-> END"], frozenset({len(lines) + 1}))


def _wrong(match: re.Match[str], draw: random.Random) -> str:
    return match[0][:2] + near_miss(match[0][2:].replace("_", "-"), draw).replace("-", "_")


def _impossible(_match: re.Match[str], _draw: random.Random) -> str:
    return "* {ease < 0} ["


# by the name of the kind in a scenario that each is the counterpart of
PLANTS: dict[str, Plant] = {
    "target dangling": _like(r"(?<=-> )n_\w+", lambda _m, _d: "no_such_thing_as_this"),
    "target misspelt": _like(r"(?<=-> )n_\w+", _wrong),
    "duplicate node": _same_knot,
    "orphan node": _unreachable,
    "option without its goto": _no_way_on,
    "fact misspelt where asked": _like(r"(?<=\{)f_\w+", _wrong),
    "fact misspelt where set": _like(r"(?<=~ )f_\w+", _wrong),
    "bracket never closed": _like(r"(?<=[^\]])\]$", lambda _m, _d: ""),
    "bracket never opened": _like(r"^\* \[", lambda _m, _d: "* "),
    "brace never closed": _like(r"^(\s*)\{([^{}]+)\}$", lambda m, _: f"{m[1]}{{{m[2]}"),
    "quote never closed": _like("”", lambda _m, _d: ""),
    "lost dash": _like(r"^\* ", lambda _m, _d: "  "),
    "tab for spaces": _like(r"^    (?=\S)", lambda _m, _d: "\t"),
    "indent, one line": _like(r"^    (?=\S)", lambda _m, d: d.choice(["  ", "   ", "     "])),
    "speaker misspelt": _like(r"^(\s*)([a-z]+)(?=, [a-z]+: )", lambda m, d: m[1] + near_miss(m[2], d)),
    "option never open": _like(r"^\* \[", _impossible),
}
