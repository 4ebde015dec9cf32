"""Which keys the model knows where, and what stands in for a part that is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from game.scenario.document import Data, Path_

STAND_IN = "stand-in"
FILLED_IN = ("id", "fingerprint", "written", "media")  # fields of the whole file that the game fills in
EVIDENCE = "evidence"  # the field of an option that is written under its `moves`


class Shapes:
    """The class that each path of an authored file is read into, and stand-ins for what is missing.

    `rows` maps a path pattern (`*` for any one step) to a dataclass; `stand_ins` maps the name of a
    required field, or of a list, to a harmless value for it (or for one of its items).
    """

    def __init__(self, rows: Mapping[tuple[str, ...], type[Any]], stand_ins: Mapping[str, Data]) -> None:
        self.rows, self.stand_ins = rows, stand_ins

    def keys_at(self, path: Path_) -> dict[str, bool]:
        """Returns the keys known at `path`, each with whether it must be there."""
        for pattern, shape in self.rows.items():
            if len(pattern) == len(path) and all(p in ("*", s) for p, s in zip(pattern, path, strict=True)):
                ours = (EVIDENCE,) if path else FILLED_IN
                return {name: must for name, must in _keys(shape).items() if name not in ours}
        return {}

    def home_of(self, name: str, value: object) -> str:
        """Returns a sentence on where a misplaced key belongs, by its name or by the keys of its value; or nothing."""
        for pattern, shape in self.rows.items():
            if isinstance(value, dict) and value and pattern[-1:] == ("*",) and set(value) <= set(_keys(shape)):
                return f"It looks like one of `{pattern[-2]}`; indent it as those are."
        homes = [p for p, shape in self.rows.items() if p and name in _keys(shape)]
        if not homes:
            return ""
        holder = next(step for step in reversed(homes[0]) if step != "*")
        return f"`{name}` belongs to `{holder}`; look how far the line is indented."


def _keys(shape: type[Any]) -> dict[str, bool]:
    return {f.name: f.default is MISSING and f.default_factory is MISSING for f in fields(shape)}
