"""The rubric in another language: the names and sentences that a player reads, and nothing that is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from gettext import NullTranslations

from game.rubric.model import Axis, Move, Quadrants, Rubric

Change = Callable[[str, str], str]


def texts(rubric: Rubric) -> list[tuple[str, str]]:
    """Returns each text that a player reads, with its address (`moves/sets_frame/did`)."""
    found: list[tuple[str, str]] = []

    def keep(where: str, text: str) -> str:
        found.append((where, text))
        return text

    _retold(rubric, keep)
    return found


def told_in(rubric: Rubric, catalogue: NullTranslations) -> Rubric:
    """Returns the rubric in the catalogue's language; points and fingerprint stay."""
    return _retold(rubric, lambda where, text: catalogue.pgettext(where, text))


def in_words(code: str) -> str:
    """Returns a move's code as words; a screen reader would say each underscore."""
    return code.replace("_", " ")


def _retold(rubric: Rubric, change: Change) -> Rubric:
    def each(group: str, of: Mapping[str, object], *fields: str) -> dict[str, object]:
        told = {}
        for code, one in of.items():
            words = {name: getattr(one, name) for name in fields if getattr(one, name)}
            if isinstance(one, Move):
                words.setdefault("name", in_words(code))
            new = {name: change(f"{group}/{code}/{name}", text) for name, text in words.items()}
            told[code] = replace(one, **new)  # type: ignore[type-var]
        return told

    def axis(code: str, one: Axis) -> Axis:
        corners = {
            name: change(f"axes/{code}/quadrants/{name}", getattr(one.quadrants, name))
            for name in ("both", "first_only", "second_only", "neither")
        }
        name = change(f"axes/{code}/name", one.name)
        good = change(f"axes/{code}/good", one.earned)
        return replace(one, name=name, good=good, quadrants=Quadrants(**corners))

    groups = {
        "components": each("components", rubric.components, "name", "meaning"),
        "axes": {code: axis(code, one) for code, one in rubric.axes.items()},
        "poles": each("poles", rubric.poles, "name", "leans", "meaning"),
        "naming": each("naming", {"names": rubric.naming}, "both_ways", "no_lean")["names"],
        "moves": each("moves", rubric.moves, "name", "meaning", "did", "gate", "does"),
        "archetypes": each("archetypes", rubric.archetypes, "name", "means"),
        "ideas": {number: change(f"ideas/{number}", idea) for number, idea in rubric.ideas.items()},
    }
    return replace(rubric, **groups)  # type: ignore[arg-type]
