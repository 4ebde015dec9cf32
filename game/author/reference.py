"""The reference of the format and of the rubric's moves, as a page of Markdown made from the schema and the rubric."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.schema import Schema, scenario_schema
from game.rubric.model import COMPONENTS, Rubric
from game.scenario.media import LOOKS, MOST_FILES, WAYS
from game.scenario.model import Hour
from game.scenario.picture_head import MOST_BYTES, MOST_SIDE

_OPENING = """\
# Reference

What a scenario file may hold, and the moves that the rubric knows. `python main.py schema --reference` makes this
page from the classes that read a scenario; [authoring.md](authoring.md) tells how to write one."""
_HEADINGS = {
    "Person": "Someone in the cast",
    "Casting": "`casting` of someone in the cast",
    "ClientState": "`client_state`",
    "Rupture": "A rupture",
    "Node": "A node",
    "Option": "An option",
    "StateChange": "`client` of an option",
    "Branch": "A way on, in a list under `goto`",
    "Condition": "A condition: `when` and `needs`",
    "Ending": "`ending` of a node",
    "Teaching": "`teaching`",
}


def reference(rubric: Rubric) -> str:
    """Returns the whole page."""
    schema = scenario_schema(rubric)
    return "\n\n".join([_OPENING, *_format(schema), *_moves(rubric)]) + "\n"


def _format(schema: Schema) -> Iterator[str]:
    kinds = schema["$defs"]
    yield "## The file"
    yield _table(schema, kinds)
    for name in [*_HEADINGS, *(k for k in kinds if k not in _HEADINGS and "properties" in kinds[k])]:
        yield f"## {_HEADINGS.get(name, name)}"
        yield _table(kinds[name], kinds)
    yield "## A line"
    yield kinds["Line"]["markdownDescription"]
    yield f"Expressions: {', '.join(kinds['Expression']['enum'])}."
    yield "## Own pictures and sounds"
    yield _media()


def _media() -> str:
    looks, ways, hours = (", ".join(f"`{word}`" for word in words) for words in (LOOKS, WAYS, Hour))
    rows = [
        ("portraits/NAME.png", "somebody with `portrait: NAME`"),
        ("portraits/NAME/EXPRESSION.png", f"the same with an expression: {looks}"),
        ("portraits/NAME/WAY.png", f"the same on the table: {ways}"),
        ("places/NAME.png", "a node with `place: NAME`"),
        ("places/NAME/HOUR.png", f"the same at an hour: {hours}"),
        ("sounds/NAME.wav, .ogg", "what is heard at the place `NAME`"),
    ]
    most = f"{MOST_BYTES // 1024**2} MiB and {MOST_SIDE} × {MOST_SIDE} pixels"
    return "\n".join(
        [
            "They lie in a folder beside `my-scenario.yaml` that is called `my-scenario.media`. PNG or WebP, each of "
            f"at most {most}; sounds are WAV (PCM) or OGG (Vorbis, three minutes at most). "
            f"At most {MOST_FILES} files.\n",
            "| file | shows |",
            "| --- | --- |",
            *(f"| `{file}` | {shows} |" for file, shows in rows),
        ]
    )


def _table(shape: Schema, kinds: Schema) -> str:
    must = set(shape.get("required", ()))
    rows = ["| key | must be there | holds | what it is for |", "| --- | --- | --- | --- |"]
    for key, value in shape["properties"].items():
        meaning = value["markdownDescription"].replace("|", "\\|")
        rows.append(f"| `{key}` | {'yes' if key in must else ''} | {_kind(value, kinds)} | {meaning} |")
    return "\n".join(rows)


def _kind(value: Schema, kinds: Schema) -> str:
    """Returns what stands under a key, in an author's words."""
    match value:
        case {"$ref": ref}:
            name = ref.rsplit("/", 1)[1]
            return _kind(kinds[name], kinds) if "enum" in kinds[name] else _called(name)
        case {"enum": [True, *_]}:
            return "`true` or `false`"
        case {"enum": words}:
            return "a move" if words and "_" in words[0] else ", ".join(f"`{word}`" for word in words)
        case {"type": ["integer", *_]}:
            limits = (value.get("minimum"), value.get("maximum"))
            return "a whole number" + ("" if None in limits else f", {limits[0]} to {limits[1]}")
        case {"anyOf": [first, second]}:
            several = second.get("type") == "array"
            return f"{_kind(first, kinds)}, or {_kind(second, kinds)}" if several else _kind(first, kinds)
        case {"type": "array", "items": item}:
            return f"a list: {_kind(item, kinds)}"
        case {"patternProperties": inner}:
            return f"names, each with {_kind(next(iter(inner.values())), kinds)}"
        case {"pattern": pattern}:
            return 'a comparison such as `">= 3"`' if ">=" in pattern else "a name"
        case _:
            return "text"


def _called(name: str) -> str:
    known = {"Line": "a line", "Branch": "a way on", "Condition": "a condition", "StateChange": "a change of state"}
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return known.get(name, f"{'an' if words[0] in 'aeio' else 'a'} {words}")


def _moves(rubric: Rubric) -> Iterator[str]:
    names = [rubric.components[name].name for name in COMPONENTS]
    yield "## The moves"
    yield (
        f"Points for {', '.join(names[:-1])} and {names[-1]}, in this order. An option's points are the sum of its "
        "moves', held within −2 and +2. A move of a pole leans out of balance; a gate is a hard limit."
    )
    rows = [
        "| move | points | pole or gate | meaning | counterfeit of | concepts |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for code, move in rubric.moves.items():
        points = " ".join(str(v).replace("-", "−") for v in move.vector)
        lean = rubric.poles[move.pole].name if move.pole else ""
        lean += f"; gate: {move.gate}" if move.gate else ""
        other = f"`{move.counterfeit_of}`" if move.counterfeit_of else ""
        concepts = ", ".join(map(str, move.concepts))
        rows.append(f"| `{code}` | {points} | {lean} | {move.meaning} | {other} | {concepts} |")
    yield "\n".join(rows)
