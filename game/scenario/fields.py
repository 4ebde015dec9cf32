"""What the fields of a scenario may hold, as pydantic checks it: a limit, or a reader of shorthand, for each kind.

Authored shorthand (`dana (bright): Hello`, `goto: next`, `{ease: ">= 3"}`) is read by the functions in
`game.scenario.shorthand`. Only reading a file needs this, so the model does not import it: it is bound there by name,
since pydantic looks the types of a class's fields up in the class's own module.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from game.scenario import model
from game.scenario.binding import bind
from game.scenario.model import Branch, Condition, Line, Option, Scenario
from game.scenario.shorthand import (
    read_branches,
    read_condition,
    read_empty,
    read_language,
    read_line,
    read_moves,
    read_names,
    read_option,
    read_truth,
    read_whole,
)

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Short = Annotated[str, Field(min_length=1, max_length=160)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=64)]
Level = Annotated[int, BeforeValidator(read_whole), Field(ge=0, le=10)]
Delta = Annotated[int, BeforeValidator(read_whole), Field(ge=-3, le=3)]
Truth = Annotated[bool, BeforeValidator(read_truth)]
Concept = Annotated[int, BeforeValidator(read_whole), Field(ge=1, le=27)]
OptionalText = Annotated[Text | None, BeforeValidator(read_empty)]
Names = Annotated[tuple[str, ...], BeforeValidator(read_names)]
Quote = tuple[str, str]  # a move, and the words of the option that make it true
When = Annotated[Condition | None, BeforeValidator(read_condition)]
Lines = tuple[Annotated[Line, BeforeValidator(read_line)], ...]
Goto = Annotated[tuple[Branch, ...], BeforeValidator(read_branches)]
Moves = Annotated[tuple[str, ...], BeforeValidator(read_moves)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(read_names)]
Evidence = Annotated[tuple[Quote, ...], Field(exclude=True)]
OptionalShort = Annotated[Short | None, BeforeValidator(read_empty)]
Options = tuple[Annotated[Option, BeforeValidator(read_option)], ...]
Format = Annotated[int, BeforeValidator(read_whole), Field(ge=1)]
Minutes = Annotated[int, BeforeValidator(read_whole), Field(ge=1, le=240)]
Difficulty = Annotated[int, BeforeValidator(read_whole), Field(ge=1, le=3)]
Variants = Annotated[tuple[Short, ...], Field(min_length=2)]
LanguageCode = Annotated[str, BeforeValidator(read_language)]
Unwritten = Annotated[str, Field(exclude=True)]
UnwrittenScenario = Annotated[Scenario | None, Field(exclude=True)]


bind(model, globals())
