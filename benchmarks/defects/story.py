"""Defects of the story: ways that nothing takes, plays that never end, facts of no use, comments that allow nothing."""

from __future__ import annotations

import random

from benchmarks.defects.original import Edit, Kind, Original, kind, line_like
from benchmarks.defects.shapes import before
from game.story.engine import Story, advance, choose, jumps, open_options, start

_WAY = r"^ +- \{when: (?P<when>\{.*\}), to: [a-z-]+\}$"
NEVER = "{{has: [{0}], not: [{0}]}}"


def _impossible(original: Original, draw: random.Random) -> str:
    return NEVER.format(draw.choice(original.facts()))


def option_never_open(original: Original, draw: random.Random) -> Edit:
    """An option that asks for a fact and for its contrary."""
    path, _ = draw.choice([(p, o) for p, o in original.options() if not o.when])
    number, begin = original.key(*path, "moves"), original.key(*path)
    return original.with_new(number, f"        when: {_impossible(original, draw)}", true=(number, begin))


def branch_never_taken(original: Original, draw: random.Random) -> Edit:
    """The same of a branch: told there, or at the node that nobody comes to any more."""
    number, match = draw.choice(list(original.matches(_WAY)))
    target = match[0].rsplit("to: ", 1)[1].rstrip("}")
    line = match[0].replace(match["when"], _impossible(original, draw))
    return original.with_line(number, line, number, original.key("nodes", target))


def line_never_shown(original: Original, draw: random.Random) -> Edit:
    """The same of a line."""
    number, match = draw.choice(list(original.matches(r"^ +- when: (\{.*\})$")))
    return original.with_line(number, match[0].replace(match[1], _impossible(original, draw)))


def dead_end(original: Original, draw: random.Random) -> Edit:
    """All options of a node shut: told at the node, or at what shuts them."""
    name = draw.choice([n for n, node in original.scenario.nodes.items() if node.options])
    begin, end = original.key("nodes", name), original.end("nodes", name)
    shut, lines, true = f"        when: {_impossible(original, draw)}", list(original.lines[:begin]), {begin + 1}
    for line in original.lines[begin:end]:
        if line.startswith("        when: "):
            continue
        lines.append(line)
        if line.startswith("      - id: "):
            lines.append(shut)
            true.add(len(lines))
    return Edit([*lines, *original.lines[end:]], frozenset(true))


def endless_loop(original: Original, draw: random.Random) -> Edit:
    """An option that changes nothing and leads back to its own node."""
    plain = [(p, o) for p, o in original.options() if not (o.sets or o.opens or o.repairs or o.when)]
    path, _ = draw.choice([(p, o) for p, o in plain if len(o.goto) == 1 and original.holds(*p, "client")])
    lines = list(original.lines)
    way, client = original.key(*path, "goto"), original.key(*path, "client")
    lines[way] = f"        goto: {path[1]}"
    begins = original.key("nodes", path[1]), original.key(*path), way
    del lines[client]
    return Edit(lines, frozenset(n + 1 - (n > client) for n in begins))


def branches_swapped(original: Original, draw: random.Random) -> Edit:
    """The last branch before another: told at either."""
    number = draw.choice([n for n, _ in original.matches(r"^ +- to: ") if "{when" in original.lines[n - 1]])
    lines = list(original.lines)
    lines[number - 1], lines[number] = lines[number], lines[number - 1]
    return Edit(lines, frozenset({number, number + 1}))


def _new_nodes(original: Original, *rows: str) -> tuple[list[str], int]:
    """The lines with nodes put in after the last, and the line (from 0) on which they begin."""
    last = list(original.scenario.nodes)[-1]
    at = original.end("nodes", last)
    while not original.lines[at - 1].strip():
        at -= 1
    return [*original.lines[:at], *rows, *original.lines[at:]], at


_SCENE = ("    place: cafe", "    frame: social", "    lines: [So it goes on.]")


def orphan(original: Original, draw: random.Random) -> Edit:
    """A node that nothing leads to."""
    target = draw.choice(list(original.scenario.nodes))
    lines, at = _new_nodes(original, "  left-over:", *_SCENE, f"    goto: {target}")
    return Edit(lines, frozenset({at + 1}))


def _ring(once: str) -> list[str]:
    rows: list[str] = []
    for here, there in (("lost-a", "lost-b"), ("lost-b", "lost-a")):
        rows += [f"  {here}:", *_SCENE, "    options:"]
        rows += [f"      - id: from-{here}", "        say: Yes.", f"        goto: {there}", *([once] if once else [])]
    return rows


def orphan_cycle(original: Original, _: random.Random) -> Edit:
    """Two nodes that lead to each other, and nothing to them."""
    lines, at = _new_nodes(original, *_ring(""))
    return Edit(lines, frozenset({at + 1, at + 1 + len(_ring("")) // 2}))


def no_ending(original: Original, _: random.Random) -> Edit:
    """A start from which no ending can be come to."""
    lines, _at = _new_nodes(original, *_ring("        once: true"))
    begin = original.key("start")
    lines[begin] = "start: lost-a"
    return Edit(lines, frozenset({begin + 1}))


def jump_loop(original: Original, draw: random.Random) -> Edit:
    """Two nodes that jump to each other, where an option leads to them."""
    lines, at = _new_nodes(original, "  ring-a:", *_SCENE, "    goto: ring-b", "  ring-b:", *_SCENE, "    goto: ring-a")
    number, _ = draw.choice(list(original.matches(r"^        goto: [a-z-]+$")))
    lines[number] = "        goto: ring-a"
    return Edit(lines, frozenset({at + 1, at + 6}))


def gate_with_best(original: Original, draw: random.Random) -> Edit | None:
    """A hard limit crossed on a way to a best ending; a play that does both is the witness, or it is none."""
    path, option = draw.choice(original.options())
    number = original.key(*path, "moves")
    edit = original.with_line(number, "        moves: [exceeds_scope]", number, original.key(*path))
    return edit if _ends_best_after(original.story, option.id, draw) else None


def _ends_best_after(story: Story, chosen: str, draw: random.Random, plays: int = 3_000) -> bool:
    for _ in range(plays):
        position, crossed = start(story), False
        while True:
            while jumps(story, position):
                position = advance(story, position)
            if not (options := open_options(story, position)):
                break
            option = next((o for o in options if o.id == chosen), None) or draw.choice(options)
            crossed = crossed or option.id == chosen
            position = choose(story, position, option.id)
        ending = story.scenario.nodes[position.node].ending
        if crossed and ending and ending.kind == "best":
            return True
    return False


def alike(original: Original, draw: random.Random) -> Edit | None:
    """An option made to do what its neighbour does: told at either."""
    keys = ("moves", "client", "goto")
    plain = [(p, o) for p, o in original.options() if not (o.sets or o.opens or o.repairs or o.when or o.once)]
    plain = [(p, o) for p, o in plain if len(o.goto) == 1 and all(original.holds(*p, key) for key in keys)]
    pairs = [(p, q) for p, _ in plain for q, _ in plain if p[1] == q[1] and p != q]
    one, other = draw.choice(pairs)
    lines = list(original.lines)
    for key in keys:
        lines[original.key(*other, key)] = lines[original.key(*one, key)]
    return Edit(lines, frozenset({original.key(*one) + 1, original.key(*other) + 1}))


def never_locked(original: Original, draw: random.Random) -> Edit:
    """A lock at the start that the client's first state opens."""
    path, _ = draw.choice([(p, o) for p, o in original.options() if p[1] == original.scenario.start])
    state, number = original.scenario.client_state, original.key(*path, "moves")
    part = draw.choice(["trust", "ease", "voice"])
    needs = f'        needs: {{{part}: "== {getattr(state, part)}"}}'
    return original.with_new(number, needs, "        locked: Not now.", true=(number, original.key(*path)))


_OPTION = r"^      - id: "
KINDS: dict[str, Kind] = {
    "option never open": kind(
        option_never_open, "never-chosen dead-end", "option-count one-sided never-shown never-reached"
    ),
    "branch never taken": kind(branch_never_taken, "never-taken never-reached", "fact-unread"),
    "line never shown": kind(line_never_shown, "never-shown"),
    "dead end": kind(dead_end, "dead-end"),
    "endless loop": kind(endless_loop, "endless-loop"),
    "branches out of order": kind(branches_swapped, "branch-order"),
    "last branch asks": kind(
        line_like(r"(?<=- )(?=to: )", lambda _m, _d: "when: {trust: '>= 3'}\n            "), "branch-order"
    ),
    "branch asks nothing": kind(line_like(r"(?<=- \{)when: \{.*\}, ", lambda _m, _d: ""), "branch-order"),
    "orphan node": kind(orphan, "unreachable-node"),
    "orphan cycle": kind(orphan_cycle, "unreachable-node"),
    "no ending": kind(no_ending, "no-ending"),
    "jumps in a circle": kind(jump_loop, "jump-loop"),
    "hard limit and best ending": kind(gate_with_best, "gate-with-best"),
    "fact never read": kind(
        line_like(r"(?<= sets: )\[?([a-z-]+)\]?$", lambda m, _: f"[{m[1]}, asked-nowhere]"), "fact-unread"
    ),
    "two options alike": kind(alike, "same-effect", "one-sided unused-answer"),
    "lock that never closes": kind(never_locked, "never-locked"),
    "speaker within the quotes": kind(
        line_like(r"(?<=- )([a-z]+ \([a-z]+\): )([A-Z][^\"]+)$", lambda m, _: f'"{m[1]}{m[2]}"'), "speaker-in-quotes"
    ),
    "varying words in no text": kind(before(r"^cast:$", "varies: {nowhere: [one, two]}"), "idle-words duplicate-key"),
    "allowed without a reason": kind(
        before(_OPTION, "      # allow same-effect"), "allow-without-reason", by_meaning=False
    ),
    "allowed by a wrong code": kind(before(_OPTION, "      # allow same-effct: so"), "unknown-allow", by_meaning=False),
    "allowed for nothing": kind(before(_OPTION, "      # allow same-effect: so"), "idle-allow", by_meaning=False),
}
