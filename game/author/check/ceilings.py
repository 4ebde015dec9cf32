"""What a scenario lets players show at all, as warnings: tests of each component, 80 on all four, every pole on offer.

These ask something of whole conversations. A play of seven choices or more counts as one; a draft in which none is so
long yet is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.author.explore.summit import Summit, summit
from game.author.validity.tracks import Run, Tracks
from game.diagnostics import Diagnostic, SourcePlace
from game.rubric.archetypes import player
from game.rubric.model import COMPONENTS, POLES
from game.rubric.scoring_model import ScoringModel
from game.scenario.document import Document
from game.story.play_counts import lengths

FULL = 7
TESTS = 3
HEIGHT = 0.8
Findings = Iterator[Diagnostic]


def run(exact: ScoringModel, document: Document) -> Findings:
    """Finds everything that keeps a scenario from showing what a player can do."""
    if lengths(exact.plays).longest < FULL:
        return
    tracks, place = Tracks(exact), document.place(("nodes",), key=True)
    yield from seldom_tested(tracks, document, place)
    yield from low_ceiling(tracks, document, place)
    yield from pole_missing(exact, document, place)


def seldom_tested(tracks: Tracks, document: Document, place: SourcePlace) -> Findings:
    """Each full play puts each component to the test at least three times."""
    for index, component in enumerate(COMPONENTS):
        run = least_tested(tracks, index, FULL)
        count = times_tested(tracks, index, run)
        if count < TESTS:
            name, ending = tracks.exact.rubric.components[component].name, _end(tracks, run)
            times = "once" if count == 1 else "twice" if count == 2 else "never"
            message = f"“{name}” is put to the test {times} on a play of {len(run)} choices that ends at `{ending}`."
            hint = (
                f"Let the options of more decisions on that way differ on it, {TESTS} at least. "
                "`explain` this code to see the play."
            )
            yield document.warning("seldom-tested", place, message, hint)


def low_ceiling(tracks: Tracks, document: Document, place: SourcePlace) -> Findings:
    """Some play reaches 80 on all four components."""
    found = the_summit(tracks)
    if found is None or found.least >= HEIGHT:
        return
    names = (tracks.exact.rubric.components[c].name for c in COMPONENTS)
    figures = ", ".join(f"{name} {share * 100:.0f}" for name, share in zip(names, found.shares, strict=True))
    known = "No play reaches" if found.most < 1 else "Not proven, but no play was found that reaches"
    message = f"{known} 80 on all four components; the nearest has {figures}."
    hint = (
        "Where one component can only be had at the price of another, add an option that keeps both. "
        "`explain` this code to see the play."
    )
    yield document.warning("low-ceiling", place, message, hint)


def pole_missing(exact: ScoringModel, document: Document, place: SourcePlace) -> Findings:
    """Each way out of balance can be chosen somewhere."""
    chosen = {step.option.id for steps in exact.plays.steps for step in steps}
    offered = {pole for option in chosen for pole in exact.weights[option].poles}
    for pole in POLES:
        if pole not in offered:
            told = exact.rubric.poles[pole]
            moves = ", ".join(f"`{code}`" for code, move in exact.rubric.moves.items() if move.pole == pole)
            message = (
                f"No option that can be chosen is {told.name.lower()}: {told.meaning[:1].lower()}{told.meaning[1:]}"
            )
            hint = f"Offer one of {moves}; or allow this warning, and say why the story has no room for it."
            yield document.warning("pole-missing", place, message, hint)


def the_summit(tracks: Tracks) -> Summit | None:
    """Returns the play whose lowest component is highest; looked for from Partner's."""
    return summit(tracks, [tracks.picks(player(tracks.exact.rubric, "partner"))], HEIGHT)


def times_tested(tracks: Tracks, component: int, run: Run) -> int:
    """Returns how often a play puts a component to the test."""
    return sum(tracks.stakes[here][component] for here, _ in run)


def least_tested(tracks: Tracks, component: int, choices: int = 0) -> Run:
    """Returns the play that tests a component the fewest times, of those with so many choices or more."""
    none = len(tracks.steps) + 1
    # by position and by how many choices must follow: the fewest tests, and the step to take
    fewest = [[none] * (choices + 1) for _ in tracks.steps]
    take = [[-1] * (choices + 1) for _ in tracks.steps]
    for here in reversed(tracks.exact.plays.order):
        if not (steps := tracks.steps[here]):
            fewest[here][0] = 0
        for left in range(choices + 1) if steps else ():
            counts = [fewest[step.to][max(0, left - 1)] for step in steps]
            least = min(counts)
            fewest[here][left], take[here][left] = least + tracks.stakes[here][component], counts.index(least)
    run, here, left = list[tuple[int, int]](), 0, choices
    while tracks.steps[here]:
        run.append((here, take[here][left]))
        here, left = tracks.steps[here][take[here][left]].to, max(0, left - 1)
    return run


def _end(tracks: Tracks, run: Run) -> str:
    here, take = run[-1]
    return tracks.exact.plays.positions[tracks.steps[here][take].to].node
