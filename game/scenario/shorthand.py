"""Reading the shorthand that authors write: lines, branches, conditions, numbers, truth.

Each function takes plain data from `game.scenario.source` and returns what the model's field expects,
or raises a PydanticCustomError whose type is a diagnostic code, with a hint and the place inside
(`at`) in its context. What is of another kind altogether is passed on for pydantic to refuse.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

from game.did_you_mean import nearest
from game.scenario.document import Null
from game.scenario.model import STATE_PARTS

_SPEAKER = re.compile(r"^(?P<who>[\w-]+)(?: *\((?P<how>[^()]*)\))?$")
NO_SPACE = re.compile(r"^[A-Za-z][\w-]*(?: *\([\w -]+\))?:(?=[^\s:/])")
COMPARISON = re.compile(r"^(?P<sign>>=|<=|==|>|<) *(?P<number>-?\d{1,3})$")
_SEVERAL = re.compile(r"^[\w-]+(?: *[,;] *[\w-]+)+[,;]?$")  # names in a row
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_FACT = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_WHOLE = re.compile(r"^[+-]?\d{1,6}$")


def refuse(code: str, message: str, hint: str, *at: str | int, key: bool = False) -> NoReturn:
    """Raises the error that becomes a Diagnostic at this value (or at `at` inside it, or at its key)."""
    # braces would be read as places for the context's values
    shown = message.replace("{", "(").replace("}", ")")
    raise PydanticCustomError(code, "{message}", {"message": shown, "hint": hint, "at": at, "key": key})


def read_whole(value: Any) -> Any:
    """Returns a whole number from its digits, signed or not; U+2212 counts as a minus."""
    if isinstance(value, str):
        text = value.strip().replace("−", "-")
        if not _WHOLE.match(text):
            digits = re.findall(r"[+-]?\d{1,6}", text)
            hint = f"Write digits only: {digits[0]}" if len(digits) == 1 else "Write digits only, such as 3 or -1."
            refuse("wrong-number", f"`{value[:40]}` is not a whole number.", hint)
        return int(text)
    return value


def read_truth(value: Any) -> Any:
    """Returns True or False for the words `true` and `false`; anything else as it is."""
    if isinstance(value, str):
        if value not in ("true", "false"):
            refuse("wrong-value", f"`{value[:40]}` is neither true nor false.", "Write `true`, or leave the line out.")
        return value == "true"
    return value


def read_empty(value: Any) -> Any:
    """Returns None for a plain `null` or nothing at all; any other text as it is."""
    return None if isinstance(value, Null) else value


def read_names(value: Any) -> Any:
    """Returns a list of names; a single name counts as a list of one, and several need brackets."""
    if isinstance(value, str) and _SEVERAL.match(value):
        names = ", ".join(re.findall(r"[\w-]+", value))
        refuse("wrong-kind", "Several names stand here without brackets.", f"Write it like this: [{names}]")
    return [value] if isinstance(value, str) and not isinstance(value, Null) else value


def read_language(value: Any) -> Any:
    """Returns the code of a language, such as `en` or `pt-BR`."""
    if isinstance(value, str) and not _LANGUAGE.match(value):
        hint = "Write its code, such as en, es or pt-BR."
        refuse("wrong-value", f"`{value[:40]}` is not the code of a language.", hint)
    return value


def read_moves(value: Any) -> Any:
    """Returns a list of moves: from a list, from a single one, or from a mapping of each move to its evidence."""
    if not isinstance(value, dict):
        return read_names(value)
    for move, quote in value.items():
        if not isinstance(quote, str) or not quote.strip() or isinstance(quote, Null):
            hint = f'Quote the words of this option that make it true: {move[:40]}: "…".'
            refuse("wrong-kind", f"`{move[:40]}` wants the words that make it true.", hint, move)
    return list(value)


def read_option(value: Any) -> Any:
    """Returns an option's fields, with the evidence for its moves beside them where the moves are a mapping."""
    if not isinstance(value, dict):
        return value
    if "evidence" in value:
        hint = 'Write it under `moves`, each move with its words: moves: {sets_frame: "It is forty"}.'
        refuse("unknown-key", "`evidence` is not known here.", hint, "evidence", key=True)
    moves = value.get("moves")
    if not isinstance(moves, dict):
        return value
    return value | {"evidence": [(move, quote) for move, quote in moves.items() if isinstance(quote, str)]}


def read_line(value: Any) -> Any:
    """Returns a line's fields from bare narration, or from `speaker (expression): text` with an optional `when`."""
    hint = "Write `- Narration.` or `- dana (bright): What she says.`; `when:` may stand beside it."
    if isinstance(value, str):
        if glued := NO_SPACE.match(value):
            refuse("bad-line", "The colon after a speaker needs a space.", f"Write `{glued[0][:60]} …`. {hint}")
        return {"speaker": "narration", "text": value}
    if not isinstance(value, dict):
        twice = "Two dashes begin this line: write one, or put the text in double quotes. "
        more = twice if isinstance(value, list) else ""
        refuse("bad-line", "A line of dialogue is text, or a speaker and text.", more + hint)
    spoken = [key for key in value if key != "when"]
    if len(spoken) != 1:
        found = ", ".join(f"`{k[:40]}`" for k in spoken[:4]) or "none"
        odd = nearest("when", spoken)[:1] if len(spoken) > 1 else []
        lost = "Perhaps a dash is missing before the second. " if len(spoken) > 1 and not odd else ""
        at = odd or spoken[1:2]
        refuse("bad-line", f"A line has exactly one speaker; here: {found}.", lost + hint, *at, key=True)
    key = spoken[0]
    match = _SPEAKER.match(key)
    if match is None:
        quotes = f"{hint} Narration that holds a colon goes in double quotes."
        refuse("bad-line", f"`{key[:60]}` is not a speaker.", quotes, key, key=True)
    if not isinstance(value[key], str):
        refuse("bad-line", f"What {match['who']} says must be text.", "Put it in double quotes.", key)
    fields = {"speaker": match["who"], "text": value[key], "expression": match["how"] or "neutral"}
    return fields | ({"when": value["when"]} if "when" in value else {})


def read_branches(value: Any) -> Any:
    """Returns a list of branches; a single node id counts as the one way on."""
    return [{"to": value}] if isinstance(value, str) else value


def read_condition(value: Any) -> Any:
    """Returns a condition's fields from `has`, `not` and comparisons such as `ease: ">= 3"`."""
    if not isinstance(value, dict):
        fact = value if isinstance(value, str) and _FACT.match(value) else "a-fact"
        also = "" if fact == value else ', not: [another], ease: ">= 3"'
        hint = f"Write it like this: {{has: [{fact}]{also}}}"
        refuse("bad-condition", "A condition is a mapping of what must hold.", hint)
    if not value:
        refuse("bad-condition", "This condition is empty.", "Say what must hold, or leave the whole line out.")
    bounds = [_read_bound(part, value[part]) for part in value if part in STATE_PARTS]
    for key in value:
        if key not in ("has", "not", *STATE_PARTS):
            hint = "Possible here: has, not, trust, ease, voice."
            refuse("bad-condition", f"A condition does not know `{key[:40]}`.", hint, key, key=True)
    return {"has": _facts("has", value), "lacks": _facts("not", value), "bounds": bounds}


def _facts(key: str, value: dict[str, Any]) -> list[str]:
    names = read_names(value.get(key, []))
    if not isinstance(names, list) or not all(isinstance(n, str) and n for n in names):
        refuse("bad-condition", f"`{key}` wants a list of facts.", f"Write `{key}: [a-fact, another-fact]`.", key)
    return names


def _read_bound(part: str, value: Any) -> dict[str, Any]:
    match = COMPARISON.match(value) if isinstance(value, str) else None
    if match is None:
        hint = f'Write a comparison in double quotes, such as {part}: ">= 3" (also <=, >, <, ==).'
        refuse("bad-condition", f"`{part}` wants a comparison.", hint, part)
    number = int(match["number"])
    low, high = {
        ">=": (number, 10),
        ">": (number + 1, 10),
        "<=": (0, number),
        "<": (0, number - 1),
        "==": (number, number),
    }[match["sign"]]
    if low > 10 or high < 0 or (low <= 0 and high >= 10):
        hint = "Client state goes from 0 to 10; ask for something between."
        refuse(
            "bad-condition", f"`{part}: {value}` is {'always' if low <= 0 <= 10 <= high else 'never'} true.", hint, part
        )
    return {"part": part, "low": max(low, 0), "high": min(high, 10)}
