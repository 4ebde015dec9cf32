"""Conditions and settings of story formats, as far as facts and the client's state can say them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from game.author.twee.parts import SetVariable
from game.scenario.model import STATE_PARTS, Bound, Condition

TRUE, FALSE = "true", "false"

_NAME = r"[$_]?([A-Za-z_]\w*)"
_ATOM = re.compile(
    rf"(?P<no>(?:not\s+|!\s*)*){_NAME}(?:\s*(?P<sign>is\s+not|isnot|neq|isnt|is|eq|===?|!==?)\s*(?P<value>true|false))?"
)
_COMPARED = re.compile(rf"{_NAME}\s*(?P<sign>gte|lte|gt|lt|is|eq|>=|<=|>|<|===?)\s*(?P<number>\d\d?)")
_PUT = re.compile(rf"{_NAME}\s*(?:\bto\b|=|:)\s*(.+)", re.S)
_CHANGE = re.compile(r"Math\.clamp\(\s*\$(\w+)\s*([+-])\s*([123])\s*,\s*0\s*,\s*10\s*\)")
_AND = re.compile(r"\s+and\s+|\s*&&\s*")


@dataclass(frozen=True, slots=True)
class VariableCondition:
    """A condition on variables: those that are true, those that are not, bounds of the client's state."""

    true: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()

    def and_(self, other: VariableCondition) -> VariableCondition | None:
        """Returns both together; None where no scenario could say it: two bounds of one part."""
        if {b.part for b in self.bounds} & {b.part for b in other.bounds}:
            return self if self == other else None
        true, false = dict.fromkeys(self.true + other.true), dict.fromkeys(self.false + other.false)
        return VariableCondition(tuple(true), tuple(false), self.bounds + other.bounds)

    def but_not(self, others: Iterable[VariableCondition]) -> VariableCondition | None:
        """This, and none of the others; None where no scenario could say it: more than one demand is left of one."""
        known, left, before = self, list(others), -1
        while left and len(left) != before:
            before, waiting = len(left), left
            left = []
            for other in waiting:
                open_ = other._beside(known)
                if open_ is None:
                    continue
                failed = _opposite(open_)
                if failed is None or (both := known.and_(failed)) is None:
                    left.append(other)
                else:
                    known = both
        return None if left else known

    def _beside(self, known: VariableCondition) -> VariableCondition | None:
        """Returns what is still open of this where that is known; None where that excludes it."""
        if {*self.true} & {*known.false} or {*self.false} & {*known.true}:
            return None
        true = tuple(name for name in self.true if name not in known.true)
        false = tuple(name for name in self.false if name not in known.false)
        return VariableCondition(true, false, tuple(bound for bound in self.bounds if bound not in known.bounds))


ALWAYS = VariableCondition()


def _opposite(asks: VariableCondition) -> VariableCondition | None:
    """Returns the opposite of a single demand."""
    if len(asks.true) + len(asks.false) + len(asks.bounds) != 1:
        return None
    if not asks.bounds:
        return VariableCondition(asks.false, asks.true)
    bound = asks.bounds[0]
    if bound.low == 0:
        return VariableCondition(bounds=(Bound(bound.part, bound.high + 1, 10),))
    return VariableCondition(bounds=(Bound(bound.part, 0, bound.low - 1),)) if bound.high == 10 else None


def asked(text: str) -> VariableCondition | None:
    """Returns the condition that a test says; None where it is more than `and` and `not` of true and false."""
    found: VariableCondition | None = ALWAYS
    for part in _AND.split(_bare(text)):
        atom = _atom(_bare(part))
        found = found.and_(atom) if found is not None and atom is not None else None
    return found


def _bare(text: str) -> str:
    """Returns the text without brackets round the whole of it."""
    text = text.strip()
    while text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return text


def _atom(text: str) -> VariableCondition | None:
    if (compared := _COMPARED.fullmatch(text)) and compared[1] in STATE_PARTS:
        return _bound(compared[1], compared["sign"], int(compared["number"]))
    match = _ATOM.fullmatch(text)
    if match is None or match[2] in (TRUE, FALSE, "and", "or", "not", *STATE_PARTS):
        return None
    flips = len(re.findall(r"not|!", match["no"])) + (match["value"] == FALSE)
    flips += (match["sign"] or "").startswith(("!", "neq", "isn")) or "not" in (match["sign"] or "")
    return VariableCondition(false=(match[2],)) if flips % 2 else VariableCondition(true=(match[2],))


def _bound(part: str, sign: str, number: int) -> VariableCondition | None:
    low, high = {"gte": (number, 10), ">=": (number, 10), "gt": (number + 1, 10), ">": (number + 1, 10)}.get(
        sign, (number, number)
    )
    if sign in ("lte", "<=", "lt", "<"):
        low, high = 0, number - (sign in ("lt", "<"))
    return (
        VariableCondition(bounds=(Bound(part, low, high),))
        if 0 <= low <= high <= 10 and (low, high) != (0, 10)
        else None
    )


def puts(text: str, line: int) -> tuple[SetVariable, ...]:
    """Returns the settings in `$a to true, $b to false`; what is none has the name of nothing."""
    found = []
    for part in _parts(text):
        match = _PUT.fullmatch(part)
        found.append(SetVariable(match[1], match[2].strip(), line) if match else SetVariable("", part, line))
    return tuple(found)


def _parts(text: str) -> list[str]:
    """Returns the text between commas and semicolons that stand in no brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign in ",;" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def change(put: SetVariable) -> tuple[str, int] | None:
    """Returns what a setting does to the client's state: the part, and by how much."""
    match = _CHANGE.fullmatch(put.value)
    if match is None or match[1] != put.name or put.name not in STATE_PARTS:
        return None
    return put.name, int(match[3]) if match[2] == "+" else -int(match[3])


def as_test(condition: Condition, variables: dict[str, str]) -> str:
    """Returns a condition as SugarCube asks it."""
    said = [f"${variables[fact]}" for fact in condition.has] + [f"not ${variables[fact]}" for fact in condition.lacks]
    for bound in condition.bounds:
        if bound.low == bound.high:
            said.append(f"${bound.part} eq {bound.low}")
        else:
            said.append(f"${bound.part} gte {bound.low}" if bound.high == 10 else f"${bound.part} lte {bound.high}")
    return " and ".join(said)
