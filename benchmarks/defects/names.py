"""Defects of names: one slip of the fingers, a name that there is not, a name there twice."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection

from benchmarks.defects.original import Edit, Kind, Make, Original, kind, line_like, near_miss
from game.scenario.model import Capacity, EndingKind, Expression, Frame

KnownNames = Callable[[Original], Collection[str]]


def _nodes(original: Original) -> Collection[str]:
    return original.scenario.nodes


def _cast(original: Original) -> Collection[str]:
    return {*original.scenario.cast, "you"}


def slip(pattern: str, known: KnownNames, group: str = "name") -> Make:
    """One slip in a name that stands in a line like this."""

    def make(original: Original, draw: random.Random) -> Edit | None:
        found = list(original.matches(pattern))
        if not found:
            return None
        number, match = draw.choice(found)
        line, begin, end = original.lines[number], match.start(group), match.end(group)
        wrong = near_miss(match[group], draw, known(original))
        return original.with_line(number, line[:begin] + wrong + line[end:])

    return make


def dangling(pattern: str) -> Make:
    """A name that is nowhere."""
    return line_like(pattern, lambda _m, _d: "no-such-thing-as-this")


def fact_misspelt_where_set(original: Original, draw: random.Random) -> Edit | None:
    """A fact misspelt where an option sets it: told there, or where it is asked for."""
    found = [(path, fact) for path, o in original.options() for fact in o.sets]
    path, fact = draw.choice(found)
    number = original.key(*path, "sets")
    wrong = near_miss(fact, draw, original.facts())
    line = re.sub(rf"(?<![\w-]){re.escape(fact)}(?![\w-])", wrong, original.lines[number])
    asked = [n for n, _ in original.matches(rf"(has|not): [^}}]*(?<![\w-]){re.escape(fact)}(?![\w-])")]
    return original.with_line(number, line, number, *asked)


def node_misspelt(original: Original, draw: random.Random) -> Edit:
    """A node misspelt where it begins: told there, or where it is named."""
    name = draw.choice(sorted(set(original.scenario.nodes) - {original.scenario.start}))
    number = original.key("nodes", name)
    named = [n for n, _ in original.matches(rf"(goto|to|start): {re.escape(name)}(?![\w-])|forks: .*\b{name}\b")]
    return original.with_line(number, f"  {near_miss(name, draw, original.scenario.nodes)}:", number, *named)


def node_deleted(original: Original, draw: random.Random) -> Edit:
    """A node taken out: told where it is named."""
    ends = [name for name, node in original.scenario.nodes.items() if node.ending]
    name = draw.choice(ends)
    begin, end = original.key("nodes", name), original.end("nodes", name)
    left = [*original.lines[:begin], *original.lines[end:]]
    named = [n for n, line in enumerate(left) if re.search(rf"(goto|to): {re.escape(name)}(?![\w-])", line)]
    return Edit(left, frozenset(n + 1 for n in named))


def speaker_misspelt_in_cast(original: Original, draw: random.Random) -> Edit:
    """Someone misspelt in the cast: told there, or at each line they speak."""
    name = draw.choice(sorted(original.scenario.cast))
    number = original.key("cast", name)
    wrong = near_miss(name, draw, original.scenario.cast)
    spoken = [n for n, _ in original.matches(rf"(?:- |^ +){name}( \(\w+\))?: |^client: {name}$")]
    return original.with_line(number, original.lines[number].replace(name, wrong, 1), number, *spoken)


def same_id(original: Original, draw: random.Random) -> Edit:
    """An option with another's id: told at either."""
    (one, first), (other, second) = draw.sample(original.options(), 2)
    number = original.key(*other, "id")
    line = original.lines[number].replace(second.id, first.id)
    return original.with_line(number, line, number, original.key(*one, "id"))


def same_node(original: Original, draw: random.Random) -> Edit:
    """A node there twice, as after copying it: told at either."""
    one, other = draw.sample(sorted(original.scenario.nodes), 2)
    begin, at = original.key("nodes", one), original.key("nodes", other)
    copied = original.lines[begin : original.end("nodes", one)]
    first = begin + (len(copied) if at < begin else 0)
    return original.with_new(at, *copied, true=(at, first))


def key_twice(original: Original, draw: random.Random) -> Edit:
    """A line there twice."""
    number, _ = draw.choice(list(original.matches(r"^ +(say|feedback|goto|moves|place|frame): \S")))
    return original.with_new(number, original.lines[number], true=(number, number + 1))


KEYS = "say|moves|client|sets|reply|feedback|instead|goto|place|frame|lines|options|ending|concepts|kind|text|to|when"


def _keys(_: Original) -> Collection[str]:
    return KEYS.split("|")


def _rubric(original: Original) -> Collection[str]:
    return original.rubric.moves


def _words(*kinds: type[Frame] | type[Capacity] | type[EndingKind] | type[Expression]) -> KnownNames:
    return lambda _: [str(word) for kind_ in kinds for word in kind_]


KINDS: dict[str, Kind] = {
    "key misspelt": kind(
        slip(rf"^ +(?:- |- \{{)?(?P<name>{KEYS}):(?= |$)", _keys),
        "unknown-key bad-line unknown-speaker bad-condition",
    ),
    "top key misspelt": kind(slip(r"^(?P<name>[a-z_]+):(?= |$)", _nodes), "unknown-key"),
    "move misspelt": kind(slip(r"moves: \{(?P<name>[a-z_]+): ", _rubric), "unknown-move"),
    "speaker misspelt": kind(slip(r"- (?P<name>[a-z-]+) \([a-z]+\): ", _cast), "unknown-speaker"),
    "speaker misspelt in the cast": kind(speaker_misspelt_in_cast, "unknown-speaker unknown-client"),
    "expression misspelt": kind(slip(r"- [a-z-]+ \((?P<name>[a-z]+)\): ", _words(Expression)), "wrong-value"),
    "target misspelt": kind(slip(r"(?:goto|to): (?P<name>[a-z-]+)", _nodes), "unknown-target"),
    "node misspelt where it begins": kind(node_misspelt, "unknown-target unreachable-node unknown-fork missing-start"),
    "node deleted": kind(node_deleted, "unknown-target"),
    "target dangling": kind(dangling(r"(?<=goto: )[a-z-]+|(?<=to: )[a-z-]+"), "unknown-target"),
    "start misspelt": kind(slip(r"^start: (?P<name>.+)$", _nodes), "missing-start"),
    "client misspelt": kind(slip(r"^client: (?P<name>.+)$", _cast), "unknown-client"),
    "fork misspelt": kind(slip(r"^  forks: \[(?:[a-z-]+, )*?(?P<name>[a-z-]+)[,\]]", _nodes), "unknown-fork"),
    "fact misspelt where asked": kind(
        slip(r"(?:has|not): \[(?P<name>[a-z-]+)", lambda o: [*o.facts(), *o.scenario.ruptures]), "unknown-fact"
    ),
    "fact misspelt where set": kind(
        fact_misspelt_where_set, "unknown-fact fact-unread", also="never-chosen never-shown gate-with-best"
    ),
    "rupture misspelt": kind(
        slip(r"(?:opens|repairs): (?P<name>[a-z-]+)", lambda o: o.scenario.ruptures), "unknown-rupture"
    ),
    "place word misspelt": kind(
        slip(r"\{(?P<name>[a-z]{3,})\}", lambda o: o.scenario.varies), "unknown-word", "idle-words"
    ),
    "frame misspelt": kind(slip(r"^ +frame: (?P<name>[a-z]+)$", _words(Frame)), "wrong-value"),
    "ending's kind misspelt": kind(slip(r"^ +kind: (?P<name>[a-z]+)$", _words(EndingKind)), "wrong-value"),
    "id in capitals": kind(line_like(r"(?<=- id: )[a-z-]+$", lambda m, _: m[0].title()), "bad-id"),
    "id with a space": kind(line_like(r"(?<=- id: )[a-z]+-[a-z-]+$", lambda m, _: m[0].replace("-", " ")), "bad-id"),
    "duplicate id": kind(same_id, "duplicate-id"),
    "duplicate node": kind(same_node, "duplicate-key", by_meaning=False),
    "duplicate key": kind(key_twice, "duplicate-key", by_meaning=False),
}
