"""What the best play comes to that does a given harm.

`python -m benchmarks.harm` prints two tables: seven harms of the kinds that the first audit named, and others found
since. Of all plays that do the harm, the one is taken that ends best and, of those, has the most points: whatever else
it does is done as well as it can be. So each row is a proof over every play, not one try. `-v` adds what such a player
reads at the end. It exits with 1 where a play with harm ends too well: best, or good unmended, or with a good name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.usage import given
from game import locations
from game.app.library import Library
from game.play.closing import closing, closing_as_text
from game.rubric.model import COMPONENTS
from game.rubric.score import Scorecard, score
from game.rubric.scoring_model import ScoringModel
from game.story.endings_after_harm import KINDS
from game.story.engine import ending


@dataclass(frozen=True, slots=True)
class HarmfulPlay:
    """A harm in few words, the scenario it can be done in, and the option or options that do it."""

    what: str
    scenario: str
    options: tuple[str, ...]


NAMED = (
    HarmfulPlay("massages a leg that may hold a clot", "doctors-orders", ("only-water",)),
    HarmfulPlay("lets a daughter sign for her father", "a-foggy-afternoon", ("both-lines",)),
    HarmfulPlay("works unasked on a sleeper", "three-kinds-of-good", ("under-the-collarbone",)),
    HarmfulPlay("tells a driver who dozed off to tell nobody", "three-kinds-of-good", ("in-the-car-wash",)),
    HarmfulPlay("holds a frozen classmate in a stretch", "practice-swap", ("not-much-more",)),
    HarmfulPlay("presses on into a held breath", "fine-fine", ("take-it-as-yes",)),
    HarmfulPlay("tells a fence what a client did asleep", "three-kinds-of-good", ("between-you-and-me",)),
)
FOUND = (
    HarmfulPlay("types over a signed note", "four-stars-tagged", ("type-it-fresh",)),
    HarmfulPlay("holds out romance to a client", "bracelet-then-a-dm", ("while-youre-on-my-books",)),
    HarmfulPlay("thrusts a neck without training", "corner-office-shoulders", ("seen-it-done",)),
    HarmfulPlay("waits to be sure about a child's bruises", "sixteen", ("be-sure-first",)),
    HarmfulPlay("takes a coach's name for a boy's yes", "sixteen", ("coach-signs",)),
    HarmfulPlay("lets a drunk bride drive home", "three-drinks-down", ("four-minutes-then",)),
    HarmfulPlay("promises to work out an assault", "what-came-up", ("muscles-keep-it",)),
    HarmfulPlay("writes “no concerns” after a client's demand", "the-usual-extra", ("left-early",)),
    HarmfulPlay("moves a headscarf without asking", "what-the-sheet-is-for", ("two-fingers-up",)),
    HarmfulPlay("treats on with a tablet in the blood", "a-foggy-afternoon", ("two-espressos",)),
)

Key = tuple[int, int]  # how good the ending is, and the points


def best_play(model: ScoringModel, done: Sequence[str]) -> list[str] | None:
    """Returns the option ids of the play that does all these and ends best, then has the most points."""
    bits = {option: 1 << n for n, option in enumerate(done)}
    plays, every = model.plays, (1 << len(done)) - 1
    # for each position and set of harms still to come: how well it ends at best, and the step that leads there
    best: list[dict[int, tuple[Key, tuple[str, int, int] | None]]] = [{} for _ in plays.steps]
    for here in reversed(plays.order):
        if not plays.steps[here] and (end := ending(model.story, plays.positions[here])):
            best[here][0] = ((KINDS.index(end.kind), 0), None)
        for option, to in plays.steps[here]:
            points = sum(model.weights[option.id].vector)
            for left, ((kind, total), _) in best[to].items():
                asks, found = left | bits.get(option.id, 0), (kind, total + points)
                if asks not in best[here] or found > best[here][asks][0]:
                    best[here][asks] = (found, (option.id, to, left))
    return _followed(best, every) if every in best[0] else None


def _followed(best: list[dict[int, tuple[Key, tuple[str, int, int] | None]]], left: int) -> list[str]:
    chosen, here = [], 0
    while step := best[here][left][1]:
        option, here, left = step
        chosen.append(option)
    return chosen


def too_well(card: Scorecard, model: ScoringModel) -> bool:
    """Returns True where a play with harm is told that it went well: by its ending or by a good name."""
    assert card.ending
    unmended = any(not gate.mended for gate in card.gates)
    good = {model.rubric.axes[axis].good for axis in card.axes}
    named = any(reading.name in good for reading in card.axes.values())
    return card.ending.kind == "best" or (card.ending.kind == "good" and unmended) or named or not card.gates


def rows(cards: Sequence[tuple[HarmfulPlay, ScoringModel, Scorecard]]) -> Iterator[str]:
    """Yields a Markdown table, a row a play."""
    yield "| the play | in, by | hard limit | ends | R | A | C | K | names |"
    yield "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | --- |"
    for play, model, card in cards:
        assert card.ending
        gates = "; ".join(f"{g.what}, {'mended' if g.mended else 'not mended'}" for g in card.gates) or "none"
        figures = " | ".join(f"{card.components[name].path or 0:.0f}" for name in COMPONENTS)
        names = ", ".join(reading.name or "–" for reading in card.axes.values())
        where = f"{model.story.scenario.title}, `{'`, `'.join(play.options)}`"
        yield f"| {play.what} | {where} | {gates} | {card.ending.kind}: {card.ending.title} | {figures} | {names} |"


def read_at_the_end(play: HarmfulPlay, model: ScoringModel, card: Scorecard) -> str:
    """Returns what stands on the player's screen at the end of a play."""
    assert card.ending
    told = [f"{card.ending.title}. {card.ending.text}", *closing_as_text(closing(card, model.story.scenario))]
    return "\n".join(
        [f"{play.what}:", *(f"    {line}" for line in told), f"    ({', '.join(c.option for c in card.choices)})"]
    )


def main(*arguments: str) -> None:
    """Prints the tables; exits with 1 where a harm ends well."""
    library = Library(cache=locations.cache())
    failed = False
    for heading, plays in (("Of the kinds that the first audit named", NAMED), ("Found since", FOUND)):
        cards = []
        for play in plays:
            model = library.ready(library.by_id(play.scenario))
            chosen = best_play(model, play.options)
            if chosen is None:
                raise SystemExit(f"{play.scenario}: no play does {', '.join(play.options)}.")
            cards.append((play, model, score(model, chosen)))
        print(f"{heading}:\n")
        print("\n".join(rows(cards)), "\n")
        if "-v" in arguments:
            print("\n\n".join(read_at_the_end(*one) for one in cards), "\n")
        failed |= any(too_well(card, model) for _, model, card in cards)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(*given(__doc__, lambda words: {*words} <= {"-v"}))
