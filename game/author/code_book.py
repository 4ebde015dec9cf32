"""The code book of the moves, as a page of Markdown: what each says was done, two lines of the library, a near miss.

Whoever codes options without having seen the tags works from this page. Made from the rubric and the library alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.rubric.model import Rubric
from game.scenario.model import Option, Scenario

EXAMPLES = 2
_OPENING = """\
# The moves: a code book

Made by `python main.py schema --moves > docs/moves.md`. A move stands on an option only where its first sentence here
is literally true of the words on the button; what is meant, or hoped, or comes later does not count. An option may make
several moves, or none. The words in italics are what makes it true. The near miss looks alike, and is another move."""


class _Line(NamedTuple):
    """An option of the library, with the scenario it stands in."""

    option: Option
    title: str

    def told(self, move: str) -> str:
        """Returns its words, those in italics that make the move true, and where they stand."""
        quote = dict(self.option.evidence).get(move)
        words = self.option.words.replace("*", "")
        at = words.casefold().find(quote.casefold()) if quote else -1
        if quote and at >= 0:
            words = f"{words[:at]}*{words[at : at + len(quote)]}*{words[at + len(quote) :]}"
        return f"{words} ({self.title})"


def code_book(rubric: Rubric, scenarios: Iterable[Scenario]) -> str:
    """Returns the whole page, over the scenarios of format 2."""
    lines = [
        _Line(option, scenario.title)
        for scenario in scenarios
        if scenario.format > 1
        for node in scenario.nodes.values()
        for option in node.options or ()
        if option.evidence
    ]
    return "\n\n".join([_OPENING, *(part for code in rubric.moves for part in _entry(rubric, code, lines))]) + "\n"


def _entry(rubric: Rubric, code: str, lines: list[_Line]) -> Iterator[str]:
    move = rubric.moves[code]
    kind = [f"leans to {rubric.poles[move.pole].name.lower()}"] if move.pole else []
    kind += [f"a hard limit: {move.gate}"] if move.gate else []
    yield f"## `{code}`"
    yield f"**{move.did}** In short: {move.meaning}." + (f" ({'; '.join(kind)}.)" if kind else "")
    examples = [f"- Yes: {line.told(code)}" for line in _examples(code, lines)]
    missed = _near_miss(rubric, code, lines)
    examples += [f"- No: {missed[1].told(missed[0])}. That is `{missed[0]}`."] if missed else []
    yield "\n".join(examples) or "No line of the library makes it."


def _examples(code: str, lines: list[_Line]) -> list[_Line]:
    """Returns the plainest lines that make a move, no two of one scenario: with few other moves, then the shortest."""
    found: list[_Line] = []
    for line in sorted((one for one in lines if code in one.option.moves), key=_plainest):
        if len(found) < EXAMPLES and line.title not in {one.title for one in found}:
            found.append(line)
    return found


def _near_miss(rubric: Rubric, code: str, lines: list[_Line]) -> tuple[str, _Line] | None:
    """Returns the plainest line that makes the nearest other move and not this one, with that move."""
    for other in sorted(
        (name for name in rubric.moves if name != code), key=lambda name: _distance(rubric, code, name)
    ):
        there = [one for one in lines if other in one.option.moves and code not in one.option.moves]
        if there:
            return other, min(there, key=_plainest)
    return None


def _distance(rubric: Rubric, code: str, other: str) -> tuple[bool, int]:
    """Returns how far two moves lie apart: a move and its counterfeit are nearest, then those that share most
    concepts."""
    one, two = rubric.moves[code], rubric.moves[other]
    pair = other == one.counterfeit_of or code == two.counterfeit_of
    return not pair, -len(set(one.concepts) & set(two.concepts))


def _plainest(line: _Line) -> tuple[int, int, str]:
    return len(line.option.moves), len(line.option.words), line.option.id
