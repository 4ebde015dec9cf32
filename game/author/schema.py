"""The scenario format as a JSON Schema for editors, from the model's classes, their docstrings and the rubric.

An editor reads plain YAML, where `2024` is a number and, to older readers, `no` is false. Our dialect takes every
scalar for the text it is, so wherever text may stand the schema lets a number and a truth value stand too, and
wherever a number may stand its digits in quotes. What authors write in short (lines, ways on, conditions) is
described as they write it, not as the model keeps it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from game.rubric.model import COMPONENTS, Move, Rubric
from game.scenario import shorthand
from game.scenario.model import STATE_PARTS, Expression, Node, Option, Scenario
from game.scenario.shapes import EVIDENCE, FILLED_IN

Schema = dict[str, Any]

HEADER = "# yaml-language-server: $schema=scenario.schema.json"
FILE = "scenario.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LIMITS = {"ge": "minimum", "le": "maximum"}
_ROW = re.compile(r"^(\w+): (.+)$")
_SCALAR = ["string", "number", "boolean"]

# what no single field says: which keys belong together; `game.scenario.checks` says it to authors
_TOGETHER: dict[type[Any], Schema] = {
    Node: {"oneOf": [{"required": [key]} for key in ("options", "goto", "ending")]},
    Option: {
        "oneOf": [{"required": [key]} for key in ("say", "do")],
        "dependentRequired": {"needs": ["locked"], "locked": ["needs"]},
    },
}


def as_json(schema: Schema) -> str:
    """Returns the schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def scenario_schema(rubric: Rubric) -> Schema:
    """Returns the JSON Schema of a scenario file, with the moves that the rubric knows."""
    made = _spelled(TypeAdapter(Scenario).json_schema(schema_generator=_Authored))
    kinds: Schema = made.pop("$defs")
    whole: Schema = made if "properties" in made else kinds.pop("Scenario")
    for name in FILLED_IN:
        del whole["properties"][name]
    del kinds["Option"]["properties"][EVIDENCE]
    kinds["Option"]["properties"]["moves"] |= _evidenced()
    kinds |= {"Expression": _enum(Expression), "Move": _moves(rubric), "Line": _line(), "Condition": _condition()}
    head = {"$schema": _DIALECT, "title": "An Equal Footing scenario"}
    return (
        head | {key: value for key, value in whole.items() if key != "title"} | {"$defs": dict(sorted(kinds.items()))}
    )


def descriptions(shape: type[Any]) -> dict[str, str]:
    """Returns what each field of a model's class is for, from the rows `name: …` of the class's docstring."""
    rows = (_ROW.match(row.strip()) for row in (shape.__doc__ or "").splitlines()[1:])
    return {row[1]: row[2] for row in rows if row}


class _Authored(GenerateJsonSchema):
    """Writes down what authors may write, where pydantic would write down what the model keeps."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """Returns a field that reads shorthand, as it is written."""
        inner = self.generate_inner(schema["schema"])
        authored = _AUTHORED.get(schema["function"]["function"].__name__)
        return authored(inner) if authored else inner

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Returns the schema of a text: whatever scalar an editor takes it for."""
        return super().str_schema(schema) | {"type": _SCALAR}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Returns a mapping whose keys are names: no others."""
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def enum_schema(self, schema: core_schema.EnumSchema) -> Schema:
        """Returns a closed set of words."""
        return _enum(schema["cls"])

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> Schema:
        """Returns a mapping, each key with what it is for."""
        shape = schema["cls"]
        made = super().dataclass_schema(schema) | _TOGETHER.get(shape, {})
        made["description"] = (shape.__doc__ or "").splitlines()[0].split(". ")[0]
        for name, meaning in descriptions(shape).items():
            made["properties"][name] |= _described(meaning)
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Defaults only where they are a word or a number; the rest is simply left out."""
        made = super().default_schema(schema)
        if not isinstance(made.get("default"), str | int):
            made.pop("default", None)
        return made


def _described(meaning: str) -> Schema:
    return {"description": meaning.replace("`", ""), "markdownDescription": meaning}


def _enum(kind: type[StrEnum]) -> Schema:
    return {"description": (kind.__doc__ or "").splitlines()[0], "type": "string", "enum": [m.value for m in kind]}


def _moves(rubric: Rubric) -> Schema:
    notes = [move_in_words(rubric, code) for code in rubric.moves]
    return {
        "description": "a behaviour that the rubric knows",
        "enum": list(rubric.moves),
        "enumDescriptions": [move.meaning for move in rubric.moves.values()],
        "markdownEnumDescriptions": notes,
    }


def move_in_words(rubric: Rubric, code: str) -> str:
    """Returns a move's meaning, points, pole and gate, as a line of Markdown."""
    move: Move = rubric.moves[code]
    points = ", ".join(
        f"{rubric.components[name].name} {_signed(value)}"
        for name, value in zip(COMPONENTS, move.vector, strict=True)
        if value
    )
    rows = [f"**{code}**: {move.meaning}.", f"{points or 'No points'}."]
    rows += [f"Leans to {rubric.poles[move.pole].name.lower()}."] if move.pole else []
    rows += [f"A hard limit: {move.gate}."] if move.gate else []
    rows += [f"The counterfeit of `{move.counterfeit_of}`."] if move.counterfeit_of else []
    return " ".join(rows)


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else f"−{-value}"


def _whole(inner: Schema) -> Schema:
    return inner | {"type": ["integer", "string"], "pattern": r"^[+−-]?\d{1,6}$"}


def _truth(_: Schema) -> Schema:
    return {"enum": [True, False, "true", "false"]}


def _names(item: Schema) -> Schema:
    """Returns a list, or a single one in its place."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _evidenced() -> Schema:
    """Returns a mapping of moves to their evidence; for drafts a list of moves, or a single one in its place."""
    move: Schema = {"$ref": "#/$defs/Move"}
    quoted = {"type": "object", "propertyNames": move, "additionalProperties": _TEXT}
    return {"anyOf": [quoted, *_names(move)["anyOf"]]}


def _branches(inner: Schema) -> Schema:
    return {"anyOf": [_ID, inner]}


def _spelled(schema: Any) -> Any:
    """Returns the schema with our own definitions referred to, and with limits in the words of JSON Schema.

    Pydantic looks up what is referred to while it works, and leaves limits behind a reader of shorthand as they are.
    """
    match schema:
        case {"definition": name, **rest}:
            return {"$ref": f"#/$defs/{name}", **rest}
        case dict():
            return {_LIMITS.get(key, key): _spelled(value) for key, value in schema.items()}
        case list():
            return [_spelled(item) for item in schema]
        case _:
            return schema


_ID: Schema = {"type": _SCALAR, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}
_TEXT: Schema = {"type": _SCALAR, "minLength": 1, "maxLength": 2000}

_AUTHORED: dict[str, Callable[[Schema], Schema]] = {
    shorthand.read_whole.__name__: _whole,
    shorthand.read_truth.__name__: _truth,
    shorthand.read_names.__name__: lambda inner: _names(inner["items"]),
    shorthand.read_moves.__name__: lambda inner: _names(inner["items"]),
    shorthand.read_branches.__name__: _branches,
    shorthand.read_line.__name__: lambda _: {"definition": "Line"},
    shorthand.read_condition.__name__: lambda _: {"definition": "Condition"},
}


def _line() -> Schema:
    """Returns the schema of a line: narration as bare text, or one speaker with what they say, and perhaps a `when`."""
    how = "|".join(member.value for member in Expression)
    spoken = {
        "type": "object",
        "properties": {"when": {"$ref": "#/$defs/Condition"} | _described("the line stands only then")},
        "patternProperties": {rf"^(?!when$)[\w-]+(?: *\((?:{how})\))?$": _TEXT},
        "additionalProperties": False,
        "if": {"required": ["when"]},
        "then": {"minProperties": 2, "maxProperties": 2},
        "else": {"minProperties": 1, "maxProperties": 1},
    }
    narrated = _TEXT | {"not": {"type": "string", "pattern": shorthand.NO_SPACE.pattern}}
    meaning = "`Narration.`, or `dana (bright): What she says.`; `(thinks)` is private. `when:` may stand beside it."
    return _described(meaning) | {"anyOf": [narrated, spoken]}


def _condition() -> Schema:
    """Returns what must hold: facts, facts that must not, comparisons of the client's state."""
    facts = _names({"type": _SCALAR, "minLength": 1})
    compared = {"type": "string", "pattern": re.sub(r"\?P<\w+>", "", shorthand.COMPARISON.pattern)}
    parts = {part: compared | _described(f'the client\'s {part}, such as `">= 3"`') for part in STATE_PARTS}
    return _described('What must hold: `{has: [a-fact], not: [another], ease: ">= 3"}`') | {
        "type": "object",
        "minProperties": 1,
        "properties": {
            "has": facts | _described("all these facts have happened"),
            "not": facts | _described("none of these facts has happened"),
            **parts,
        },
        "additionalProperties": False,
    }
