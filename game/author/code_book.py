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
several moves, or none. "Where it ends" draws the line where coders have parted. The words in italics are what makes it
true. The near miss looks alike, and is another move."""

# Where coders parted though they had the sentence. They stand here and not in the rubric, since they weigh nothing: a
# journal is folded by the rubric's fingerprint, and a clearer page must not make old plays unreadable.
BOUNDARIES = {
    "names_dual_role": (
        "Both relationships must be heard in the words: the one of friends, kin, neighbours or staff, and the one "
        "of the work (its room, its table, its fee). To name one of them alone, or to say that it is odd, is not "
        "enough."
    ),
    "stays_on_client": (
        "Only where something pulls the talk away from the client (somebody else, another subject, yourself) and "
        "the words refuse it or turn it back. To listen, to ask, to stay or to be kind is not enough."
    ),
    "owns_part": (
        "That you were at fault. Where the words also say how it was for the other, code `names_rupture` as well, "
        "and do not stop here."
    ),
    "names_rupture": (
        "What went wrong *between* takes two: what was done and how it was for the other (went quiet, drew back, "
        "had asked for something else), or that something is wrong between you. Your fault alone is `owns_part`. "
        "Where both are said, code both."
    ),
    "bounces_decision": (
        "Yours are the plan and the method, how often, what is safe, who is fit, the fee and the paper. To leave "
        "the client what is theirs (whether, where, what for, when to stop, whom to tell) is not this; where it "
        "is also made easier to choose, it is `supports_choice`."
    ),
    "supports_choice": (
        "A choice that is the client's. To hand them one that is yours is `bounces_decision`, however kindly it is put."
    ),
}


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
    if code in BOUNDARIES:
        yield f"Where it ends: {BOUNDARIES[code]}"
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
