"""Where a new key stands among those of a scenario, a scene, an option: as the library has it."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.document import Path_

_WHOLE = (
    "format", "title", "summary", "briefing", "question", "concepts", "content_notes", "minutes", "level", "language",
    "varies", "cast", "client", "client_state", "ruptures", "start", "nodes", "discussion", "reflection", "teaching",
    "pictures",
)  # fmt: skip
_SCENE = (
    "title", "own_words", "place", "time", "lying", "frame", "capacity", "concepts", "lines", "options", "goto",
    "ending",
)  # fmt: skip
_OPTION = (
    "id", "when", "needs", "locked", "once", "say", "do", "moves", "client", "sets", "opens", "repairs", "reply",
    "feedback", "instead", "goto",
)  # fmt: skip
_ENDING = ("kind", "title", "outcome", "mended", "unmended", "text")
_PERSON = ("name", "pronouns", "portrait", "relation", "casting")


def after_which(path: Path_, keys: Sequence[str]) -> int:
    """Returns the number of the key before which a new one stands; the number of keys where that is the end."""
    order = _order(path[:-1])
    name = str(path[-1])
    if name not in order:
        return len(keys)
    earlier = order[: order.index(name)]
    return max((number + 1 for number, key in enumerate(keys) if key in earlier), default=0)


def _order(path: Path_) -> Sequence[str]:
    match path:
        case ():
            return _WHOLE
        case ("nodes", _):
            return _SCENE
        case ("nodes", _, "options", _):
            return _OPTION
        case ("nodes", _, "ending"):
            return _ENDING
        case ("cast", _):
            return _PERSON
    return ()
