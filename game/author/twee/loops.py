"""Ways round in a circle, which no play may take twice: options that lead on within a circle can be chosen once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.author.twee.draft import DraftEnding, DraftNode, DraftOption, DraftScenario
from game.author.twee.logic import ALWAYS
from game.author.twee.names import Ids
from game.author.twee.story import Loss

_OPEN = "TODO: a way out of the circle."


def without_loops(draft: DraftScenario, losses: list[Loss]) -> DraftScenario:
    """Returns the draft in which every play ends.

    In each circle, a scene with a way out that is always open keeps that way, and its options that stay in the circle
    become `once`; so the circle is cut and no dead end comes of it. A circle without a way out gets one to fill in.
    """
    draft = _no_circling_jumps(draft)
    scenes = {scene.id: scene for scene in draft.scenes}
    while circle := next((part for part in parts(_ways(scenes)) if _is_circle(part, scenes)), None):
        leaver = next((scenes[name] for name in scenes if name in circle and _way_out(scenes[name], circle)), None)
        if leaver is None:
            leaver = _with_way_out(scenes, circle, losses)
        kept = tuple(replace(one, once=True) if _stays(one, circle) else one for one in leaver.choices)
        scenes[leaver.id] = replace(leaver, choices=kept)
        made = [one.id for one, old in zip(kept, leaver.choices, strict=True) if one.once and not old.once]
        what = f"the way round: {', '.join(f'`{id_}`' for id_ in made)} can be chosen once only, so that a play ends"
        losses.append(Loss(leaver.line, leaver.passage, what))
    return replace(draft, scenes=tuple(scenes.values()))


def _no_circling_jumps(draft: DraftScenario) -> DraftScenario:
    """Scenes that go on by themselves, made into ones with an option where they alone lead round."""
    jumps = {scene.id: {to for _, to in scene.goto} for scene in draft.scenes}
    circling = {name for part in parts(jumps) for name in part if len(part) > 1 or name in jumps[name]}
    ids = Ids(one.id for scene in draft.scenes for one in scene.choices)

    def turned(scene: DraftNode) -> DraftNode:
        if scene.id not in circling:
            return scene
        return replace(scene, goto=(), choices=(DraftOption(ids.new("go-on", "go-on"), "Go on.", False, scene.goto),))

    return replace(draft, scenes=tuple(map(turned, draft.scenes)))


def _ways(scenes: Mapping[str, DraftNode]) -> dict[str, set[str]]:
    """Returns where each scene leads, again and again."""
    return {
        scene.id: {to for _, to in scene.goto} | {to for one in scene.choices if not one.once for _, to in one.ways}
        for scene in scenes.values()
    }


def _is_circle(part: frozenset[str], scenes: Mapping[str, DraftNode]) -> bool:
    return len(part) > 1 or any(name in _ways({name: scenes[name]})[name] for name in part)


def _stays(one: DraftOption, circle: frozenset[str]) -> bool:
    return any(to in circle for _, to in one.ways)


def _way_out(scene: DraftNode, circle: frozenset[str]) -> bool:
    always = (one for one in scene.choices if one.when == one.needs == ALWAYS and not one.once)
    return any(not _stays(one, circle) for one in always)


def _with_way_out(scenes: dict[str, DraftNode], circle: frozenset[str], losses: list[Loss]) -> DraftNode:
    """Returns the first scene of the circle that has options, with one more, which leads to an ending."""
    leaver = next(scene for scene in scenes.values() if scene.id in circle and scene.choices)
    names, options = Ids(scenes), Ids(one.id for scene in scenes.values() for one in scene.choices)
    end = names.new("todo-way-out", "todo-way-out")
    scenes[end] = DraftNode(end, "", leaver.place, leaver.frame, ending=DraftEnding("mixed", "TODO", _OPEN))
    losses.append(Loss(leaver.line, leaver.passage, "a circle without a way out that is always open (one was added)"))
    added = DraftOption(options.new("todo-leave", "todo-leave"), "TODO: leave the circle here", False, ((ALWAYS, end),))
    return replace(leaver, choices=(*leaver.choices, added))


def parts(ways: Mapping[str, Iterable[str]]) -> list[frozenset[str]]:
    """Returns the strongly connected parts of a graph (Tarjan's algorithm, with a stack of its own in place of
    recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: dict[str, None] = {}
    found: list[frozenset[str]] = []
    for root in ways:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        waiting[root] = None
        stack = [(root, iter(ways[root]))]
        while stack:
            name, others = stack[-1]
            other = next(others, None)
            if other is None:
                stack.pop()
                if stack:
                    low[stack[-1][0]] = min(low[stack[-1][0]], low[name])
                if low[name] == number[name]:
                    part = {name}
                    while (last := waiting.popitem()[0]) != name:
                        part.add(last)
                    found.append(frozenset(part))
            elif other not in number:
                number[other] = low[other] = len(number)
                waiting[other] = None
                stack.append((other, iter(ways[other])))
            elif other in waiting:
                low[name] = min(low[name], number[other])
    return found
