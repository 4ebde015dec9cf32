"""Variables as facts; a variable that no option sets is asked for nowhere, one that only hides its option is `once`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from game.author.twee.draft import DraftNode, DraftOption, DraftScenario, Ways
from game.author.twee.logic import ALWAYS, VariableCondition
from game.author.twee.names import Ids, slug_of_variable
from game.author.twee.story import Loss

Renamed = Callable[[VariableCondition], VariableCondition]


def with_facts(draft: DraftScenario, losses: list[Loss]) -> DraftScenario:
    """Returns the draft with facts in place of variables."""
    draft = _once(draft)
    variables = list(dict.fromkeys(name for scene in draft.scenes for one in scene.choices for name in one.sets))
    ids = Ids()
    facts = {name: ids.new(slug_of_variable(name), "fact") for name in variables}
    told: set[str] = set()

    def renamed(asks: VariableCondition) -> VariableCondition:
        told.update(name for name in asks.true + asks.false if name not in facts)
        true = tuple(facts[name] for name in asks.true if name in facts)
        false = tuple(facts[name] for name in asks.false if name in facts)
        return VariableCondition(true, false, asks.bounds)

    scenes = tuple(_with(scene, renamed, facts) for scene in draft.scenes)
    for name in sorted(told):
        losses.append(Loss(1, "", f"what hangs on `{name}` (no option sets it to true, so it is there always)"))
    return replace(draft, scenes=scenes)


def _with(scene: DraftNode, renamed: Renamed, facts: dict[str, str]) -> DraftNode:
    return replace(
        scene,
        lines=tuple(replace(line, when=renamed(line.when)) for line in scene.lines),
        goto=_ways(scene.goto, renamed),
        choices=tuple(
            replace(
                one,
                ways=_ways(one.ways, renamed),
                when=renamed(one.when),
                needs=renamed(one.needs),
                locked=one.locked if renamed(one.needs) != ALWAYS else "",
                sets=tuple(facts[name] for name in one.sets),
                reply=tuple(replace(line, when=renamed(line.when)) for line in one.reply),
            )
            for one in scene.choices
        ),
    )


def _ways(ways: Ways, renamed: Renamed) -> Ways:
    """Returns the ways up to the first that is always open now."""
    found: list[tuple[VariableCondition, str]] = []
    for asks, target in ways:
        found.append((renamed(asks), target))
        if found[-1][0] == ALWAYS:
            break
    return tuple(found)


def _once(draft: DraftScenario) -> DraftScenario:
    """Returns options that are there only until they were chosen, as `once`: their variable is used nowhere else."""
    asked = Counter(name for scene in draft.scenes for asks in _asked(scene) for name in asks.true + asks.false)
    put = Counter(name for scene in draft.scenes for one in scene.choices for name in one.sets)

    def seen(one: DraftOption) -> DraftOption:
        own = [name for name in one.when.false if name in one.sets and asked[name] == put[name] == 1]
        if not own:
            return one
        when = replace(one.when, false=tuple(name for name in one.when.false if name not in own))
        return replace(one, when=when, sets=tuple(name for name in one.sets if name not in own), once=True)

    scenes = (replace(scene, choices=tuple(map(seen, scene.choices))) for scene in draft.scenes)
    return replace(draft, scenes=tuple(scenes))


def _asked(scene: DraftNode) -> Iterator[VariableCondition]:
    yield from (line.when for line in scene.lines)
    yield from (asks for asks, _ in scene.goto)
    for one in scene.choices:
        yield from (one.when, one.needs)
        yield from (asks for asks, _ in one.ways)
        yield from (line.when for line in one.reply)
