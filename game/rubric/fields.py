"""What the fields of the rubric may hold, as pydantic checks it; bound in the rubric's model by name, as those of a
scenario are (`game.scenario.fields`)."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from game.rubric import model
from game.rubric.model import COMPONENTS, POLES, Expects
from game.scenario.binding import bind
from game.scenario.fields import (
    Code,
    Concept,
    Format,
    Names,
    OptionalText,
    Short,
    Text,
    Truth,
    Unwritten,
)
from game.scenario.shorthand import read_whole, refuse

__all__ = ["Code", "Concept", "Format", "Names", "OptionalText", "Short", "Text", "Truth", "Unwritten"]

_BOUND = re.compile(r"(>=|<=) *(\d{1,3})")

_DECIMAL = re.compile(r"\d{1,3}(\.\d{1,4})?")


def _read_decimal(value: Any) -> Any:
    """Returns a number from its digits, with or without a point."""
    if isinstance(value, str):
        if not _DECIMAL.fullmatch(value.strip()):
            refuse("wrong-number", f"`{value[:40]}` is not a number.", "Write digits, such as 65 or 0.45.")
        return float(value)
    return value


def read_expects(value: Any) -> Any:
    """Ranges by component from texts such as `>= 40 <= 85`, and the dominant pole."""
    if not isinstance(value, dict):
        return value
    ranges = {}
    if value.get("pole", POLES[0]) not in POLES:
        refuse("wrong-value", "This is not a pole.", f"Possible here: {', '.join(POLES)}.", "pole")
    for key, text in value.items():
        if key == "pole":
            continue
        found = _BOUND.findall(text) if isinstance(text, str) else []
        if key not in COMPONENTS or not found:
            hint = 'Write a component and a range, such as client_power: ">= 40 <= 85".'
            refuse("wrong-value", f"`{key}` is not an expectation.", hint, key)
        bounds = {sign: int(number) for sign, number in found}
        ranges[key] = {"low": bounds.get(">=", 0), "high": bounds.get("<=", 100)}
    return {"ranges": ranges} | ({"pole": value["pole"]} if "pole" in value else {})


Points = Annotated[int, BeforeValidator(read_whole), Field(ge=-3, le=3)]
Points4 = tuple[Points, Points, Points, Points]
Share = Annotated[float, BeforeValidator(_read_decimal), Field(ge=0, le=100)]
Pole = Literal["blurred", "walled_off", "paternalism", "abdication"]
Expected = Annotated[Expects, BeforeValidator(read_expects)]
UnwrittenText = Annotated[OptionalText, Field(exclude=True)]
UnwrittenShort = Annotated[Short, Field(exclude=True)]
UnwrittenNames = Annotated[Names, Field(exclude=True)]

bind(model, globals())
