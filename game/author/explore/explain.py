"""The shortest play that shows something: a node, an option, or what a diagnostic code complains of."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.author.bench import Bench
from game.author.check.ceilings import FULL, TESTS, least_tested, the_summit, times_tested
from game.author.check.problems import proven
from game.author.explore.transcript import transcript
from game.author.validity.tracks import Tracks
from game.diagnostics import CODES, Diagnostic
from game.did_you_mean import did_you_mean
from game.errors import GameError, UsageError
from game.rubric.model import COMPONENTS
from game.scenario.model import EndingKind, Line
from game.story.engine import Story, advance, choose, ending, jumps, offers, reply, start, view
from game.story.position import Position
from game.story.reach import Finding, Reach, Verdict
from game.story.too_good import lowered


@dataclass(frozen=True, slots=True)
class Explanation:
    """The choices that show it, in a sentence what they show, and the line of the author's file it stands on."""

    choices: tuple[str, ...]
    what: str
    line: int | None = None


def explain(bench: Bench, name: str) -> Explanation:
    """Returns the shortest play that shows a node, an option or a code; raises GameError with the reason when none
    can."""
    reach = Reach(bench.exact.story)
    if name in reach.options:
        return _found(reach.options[name], f"the option `{name}`", bench.line_of_option(name))
    if name in reach.nodes:
        return _found(reach.nodes[name], f"the node `{name}`", bench.line_of_node(name))
    if name in CODES:
        return _code(bench, reach, name)
    hint = did_you_mean(name, [*reach.options, *reach.nodes, *CODES])
    raise UsageError(f"`{bench.name}` has no node or option `{name[:60]}`, and no code is called so. {hint}")


def _found(finding: Finding, what: str, line: int) -> Explanation:
    if finding.verdict is Verdict.REACHABLE:
        return Explanation(finding.way, f"Shows {what}, as soon as any play can.", line)
    raise GameError(
        f"No play shows {what} (line {line}): {finding.verdict.value}. {finding.why[:1].upper() + finding.why[1:]}"
    )


def _code(bench: Bench, reach: Reach, code: str) -> Explanation:
    """Returns the play behind a problem: exactly so for the proofs, otherwise the one that comes to the line
    complained of."""
    special: dict[str, Callable[[Reach], tuple[str, ...] | None]] = {
        "endless-loop": _loop,
        "dead-end": _dead_end,
        "gate-with-best": lambda reach: _too_good(reach, EndingKind.BEST),
        "gate-with-good": lambda reach: _too_good(reach, EndingKind.GOOD),
    }
    if code in special:
        way = special[code](reach)
        if way is not None:
            return Explanation(way, f"Shows `{code}`: {CODES[code]}.")
    scored = {"seldom-tested": _least_tested, "low-ceiling": _nearest}
    for problem in _problems(bench):
        if problem.code == code:
            if code in scored:
                return Explanation(scored[code](Tracks(bench.exact)), f"Shows `{code}`: {problem.message}")
            return _at(bench, reach, problem)
    raise GameError(f"`{bench.name}` has no problem called `{code}` ({CODES[code]}).")


def _problems(bench: Bench) -> Iterator[Diagnostic]:
    yield from bench.warnings
    yield from proven(bench.exact, bench.document)


def _at(bench: Bench, reach: Reach, problem: Diagnostic) -> Explanation:
    """Returns the play that comes to the option, or else the node, that a line of the file belongs to."""
    starts = [(bench.line_of_node(n), f"the node `{n}`", f) for n, f in reach.nodes.items()]
    starts += [(bench.line_of_option(o), f"the option `{o}`", f) for o, f in reach.options.items()]
    before = [start_ for start_ in starts if start_[0] <= problem.place.line]
    if not before:
        raise GameError(
            f"`{problem.code}` on line {problem.place.line} lies outside of every node, so no play shows it."
        )
    _, what, finding = max(before, key=lambda start_: start_[0])
    return _found(finding, f"`{problem.code}` at {what}", problem.place.line)


def _loop(reach: Reach) -> tuple[str, ...] | None:
    """Returns the way to a position, and round and back to it."""
    graph = reach.graph
    if graph.loop is None:
        return None
    first = graph.positions.index(graph.loop)
    back: dict[int, tuple[str, ...]] = {}
    waiting = deque([(first, ())])  # type: deque[tuple[int, tuple[str, ...]]]
    while waiting and first not in back:
        here, ids = waiting.popleft()
        for step in graph.steps[here]:
            if step.to not in back:
                back[step.to] = (*ids, step.option.id)
                waiting.append((step.to, back[step.to]))
    return (*reach.way_to(first), *back[first])


def _dead_end(reach: Reach) -> tuple[str, ...] | None:
    ends = reach.graph.dead_ends if reach.graph.complete else []
    return reach.way_to(min(ends)) if ends else None


def _too_good(reach: Reach, kind: EndingKind) -> tuple[str, ...] | None:
    """Returns the shortest play that comes to an ending of that kind, which is too good for what it has done."""
    found = next((found.at for found in lowered(reach.graph) if found.written is kind), None)
    return None if found is None else reach.way_to(found)


def _least_tested(tracks: Tracks) -> tuple[str, ...]:
    """Returns the full play that puts some component to the test too seldom."""
    runs = ((component, least_tested(tracks, component, FULL)) for component in range(len(COMPONENTS)))
    return next(tracks.ids(run) for component, run in runs if times_tested(tracks, component, run) < TESTS)


def _nearest(tracks: Tracks) -> tuple[str, ...]:
    """Returns the play that comes nearest to 80 on all four components."""
    found = the_summit(tracks)
    assert found is not None  # it was complained of
    return tracks.ids(found.run)


# ── as text ───────────────────────────────────────────────────────────────────────────────────────────


def as_text(bench: Bench, shown: Explanation) -> str:
    """Returns the play as a transcript to read, and the command that replays it."""
    story = bench.exact.story
    rows = [shown.what + (f" (line {shown.line})" if shown.line else ""), "", f"== {bench.scenario.title}"]
    position, lines = _onward(story, start(story))
    rows += _said(bench, lines)
    for turn, option_id in enumerate(shown.choices, 1):
        rows += ["", f"[{position.node}]", *_offered(story, position, option_id, turn)]
        option = next(o.option for o in offers(story, position) if o.option.id == option_id)
        after = choose(story, position, option_id)
        position, rest = _onward(story, after)
        rows += _said(bench, (*reply(story, option, after), *rest))
    ended = ending(story, position)
    rows += ["", f"== {ended.title} ({ended.kind.value})" if ended else f"[{position.node}] and so on."]
    return "\n".join([*rows, "", "To play it:", f"  {command(bench, shown)}"])


def command(bench: Bench, shown: Explanation) -> str:
    """Returns what to type to replay the choices; without any, the play itself."""
    choices = f" --choices {','.join(shown.choices)}" if shown.choices else ""
    return f"python main.py play {bench.name} --text{choices}"


def as_kept(bench: Bench, shown: Explanation) -> str:
    """Returns the play as a transcript file."""
    return transcript(bench.exact.story, shown.choices, shown.what).text


def _onward(story: Story, position: Position) -> tuple[Position, tuple[Line, ...]]:
    lines = view(story, position).lines
    while jumps(story, position):
        position = advance(story, position)
        lines += view(story, position).lines
    return position, lines


def _said(bench: Bench, lines: tuple[Line, ...]) -> list[str]:
    names = [(bench.scenario.name_of(line.speaker), line) for line in lines]
    return [
        f"  {name}{' (thinks)' if line.private else ''}: {line.text}" if name else f"  {line.text}"
        for name, line in names
    ]


def _offered(story: Story, position: Position, chosen: str, turn: int) -> list[str]:
    rows = []
    for offer in offers(story, position):
        mark = f"{turn}>" if offer.option.id == chosen else " -"
        locked = f" [locked: {offer.locked}]" if offer.locked else ""
        rows.append(f" {mark:>3} {offer.option.id}: {offer.option.words}{locked}")
    return rows
