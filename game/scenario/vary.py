"""Small words that differ from play to play: `{drink}` is tea on one screen and coffee on the next.

`varies:` lists the words for each place, the first being the usual one. Which one a play shows hangs on
its seed alone, so a journal tells it again; moves, conditions and scores never see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import blake2b

from game.scenario.model import Scenario
from game.scenario.texts import Where, retold

PLACE = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")


def usual(scenario: Scenario) -> Scenario:
    """Returns the scenario as it is told where no play is meant: reports, maps, checks. Keeps `written` for
    `varied`."""
    if not scenario.varies:
        return scenario
    return _told(scenario, lambda _: 0)


def varied(scenario: Scenario, seed: int) -> Scenario:
    """Returns the scenario as the play with this seed (64 bits, signed) tells it."""
    written = scenario.written
    if written is None:
        return scenario
    words = dict(zip(written.varies, words_shown(scenario, seed), strict=True))
    varying = {name: node for name, node in written.nodes.items() if node is not scenario.nodes[name]}
    told = _told(replace(written, nodes=varying), words.__getitem__)
    return replace(told, written=written, nodes={**scenario.nodes, **told.nodes})


def words_shown(scenario: Scenario, seed: int) -> tuple[int, ...]:
    """Returns which of the words for each place the play with this seed shows; plays with equal ones are told alike."""
    written = scenario.written
    if written is None:
        return ()
    key = seed.to_bytes(8, "big", signed=True)

    def pick(name: str) -> int:
        digest = blake2b(f"varies {name}".encode(), key=key).digest()
        return int.from_bytes(digest[:8], "big") % len(written.varies[name])

    return tuple(map(pick, written.varies))


def filled(scenario: Scenario, words: Mapping[str, str]) -> Scenario:
    """Returns the scenario with these words, by the names of their places, in every play."""
    written = scenario.written
    if written is None:
        return scenario
    kept = {name: (words[name],) if name in words else had for name, had in written.varies.items()}
    return _told(replace(written, varies=kept), lambda _: 0)


def _told(written: Scenario, pick: Callable[[str], int]) -> Scenario:
    """Returns a scenario with words in its places; a node without any is the written one, by which it is known."""
    shown = {name: words[pick(name)] for name, words in written.varies.items()}
    varying = set()

    def fill(where: Where, text: str) -> str:
        if "{" not in text or where[0] == "varies":
            return text
        if where[0] == "nodes":
            varying.add(where[1])
        return PLACE.sub(lambda found: shown.get(found[1], found[0]), text)

    told = retold(written, fill)
    nodes = {name: told.nodes[name] if name in varying else node for name, node in written.nodes.items()}
    return replace(told, written=written, nodes=nodes)
