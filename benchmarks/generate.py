"""Scenarios of any size, as YAML text: for benchmarks and for tests that need a long play."""

from __future__ import annotations

import random

_HEAD = """\
format: 1
title: A long walk
summary: Generated.
briefing: Generated.
question: How far can it go?
cast:
  ada: {name: Ada, pronouns: she/her, relation: client, portrait: dana}
client: ada
client_state: {trust: 5, ease: 5, voice: 5}
start: n-0
nodes:
"""
_MOVES = ("names_dual_role", "takes_over", "menu_dump", "recommends_with_reason", "sets_frame", "skips_frame")


def long_walk(decisions: int, options: int = 4, conditions: bool = True) -> str:
    """A scenario with this many decisions in a row; every fifth has a line and an option that depend on the past."""
    rows = [_HEAD]
    for i in range(decisions):
        rows.append(f"  n-{i}:\n    place: clinic-desk\n    frame: therapeutic\n    lines:\n")
        rows.append(f"      - Room {i}. The clock moves on, and someone laughs next door.\n")
        rows.append(f"      - ada (warm): That is the {i}th thing I wanted to say, and I have said it.\n")
        conditional = conditions and i % 5 == 4
        if conditional:
            rows.append(f"      - {{when: {{has: [seen-{i - 1}]}}, ada (thinks): You went for the first one.}}\n")
        rows.append("    options:\n")
        for j in range(options):
            rows.append(f"      - id: o-{i}-{j}\n        say: This is what I would say here, number {j} of them.\n")
            rows.append(f"        moves: [{_MOVES[(i + j) % len(_MOVES)]}]\n        client: {{ease: {(j % 3) - 1}}}\n")
            if conditions and i % 5 == 3 and j == 0:
                rows.append(f"        sets: [seen-{i}]\n")
            if conditional and j == 1:
                rows.append(f"        when: {{has: [seen-{i - 1}]}}\n")
            rows.append("        reply:\n          - ada: Good to know.\n        feedback: You said it.\n")
            rows.append(f"        goto: {f'n-{i + 1}' if i + 1 < decisions else 'end'}\n")
    rows.append(
        "  end:\n    place: cafe\n    frame: social\n    ending: {kind: best, title: There, text: You are there.}\n"
    )
    return "".join(rows)


def braid(layers: int, across: int, seed: int = 1) -> str:
    """A scenario of layers × across decisions and four endings, whose ways part and meet again."""
    rng = random.Random(seed)
    kinds = ("best", "good", "mixed", "poor")
    rows = [_HEAD.replace("start: n-0", "start: start"), _scene("start", [f"n-0-{k}" for k in range(across)])]
    for layer in range(layers):
        for place in range(across):
            if layer + 1 == layers:
                ways = [f"end-{kinds[(place + j) % 4]}" for j in range(3)]
            else:
                near = [f"n-{layer + 1}-{k}" for k in range(max(0, place - 1), min(across, place + 2))]
                ways = [rng.choice(near) for _ in range(rng.randint(2, 4))] + [f"n-{layer + 1}-{place}"]
            if layer + 4 < layers and rng.random() < 0.06:
                ways[0] = f"n-{layer + 4}-{place}"
            rows.append(_scene(f"n-{layer}-{place}", ways))
    for kind in kinds:
        ending = f"{{kind: {kind}, title: A {kind} end, text: You are there.}}"
        rows.append(f"  end-{kind}: {{place: cafe, frame: social, ending: {ending}}}\n")
    return "".join(rows)


def _scene(name: str, ways: list[str]) -> str:
    rows = [f"  {name}:\n    place: clinic-desk\n    frame: therapeutic\n    lines:\n      - The clock moves on.\n"]
    rows.append("    options:\n")
    for j, way in enumerate(ways):
        rows.append(f"      - id: o{name.removeprefix('n')}-{j}\n        say: This is what I would say, number {j}.\n")
        rows.append(f"        moves: [{_MOVES[(len(name) + j) % len(_MOVES)]}]\n        goto: {way}\n")
    return "".join(rows)
