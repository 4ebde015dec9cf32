"""Every text of a scenario that a person reads, in one place: to list them, to replace them.

Translation and variation both work by this: they change texts and nothing else, so that no id, move,
condition or score can move with them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.scenario.model import Ending, Line, Node, Option, Person, Rupture, Scenario, Teaching

Where = tuple[str, ...]
Change = Callable[[Where, str], str]


def texts(scenario: Scenario) -> list[tuple[Where, str]]:
    """Returns each text with its address (`nodes`, `the-text`, `lines`, `0`), in the order of the file."""
    found: list[tuple[Where, str]] = []

    def keep(where: Where, text: str) -> str:
        found.append((where, text))
        return text

    retold(scenario, keep)
    return found


def authored(where: Where, scenario: Scenario) -> tuple[str | int, ...]:
    """Returns the path in the author's file of a text's address: options by their number, lines by theirs."""
    path: list[str | int] = [*where[:-1], int(where[-1]) if where[-1].isdigit() else where[-1]]
    if where[0] == "nodes" and len(where) > 3 and where[2] == "options":
        path[3] = [o.id for o in scenario.nodes[where[1]].options or ()].index(where[3])
    return tuple(path)


def retold(scenario: Scenario, change: Change) -> Scenario:
    """Returns the scenario with every text passed through `change`."""

    def one(text: str | None, *where: str) -> str | None:
        return None if text is None else change(where, text)

    def many(items: tuple[str, ...], *where: str) -> tuple[str, ...]:
        return tuple(change((*where, str(i)), item) for i, item in enumerate(items))

    def lines(items: tuple[Line, ...], *where: str) -> tuple[Line, ...]:
        return tuple(replace(line, text=change((*where, str(i)), line.text)) for i, line in enumerate(items))

    def person(who: Person, *where: str) -> Person:
        return replace(
            who,
            name=change((*where, "name"), who.name),
            pronouns=change((*where, "pronouns"), who.pronouns),
            relation=change((*where, "relation"), who.relation),
        )

    def option(o: Option, *where: str) -> Option:
        at = (*where, o.id)
        return replace(
            o,
            say=one(o.say, *at, "say"),
            do=one(o.do, *at, "do"),
            locked=one(o.locked, *at, "locked"),
            reply=lines(o.reply, *at, "reply"),
            feedback=one(o.feedback, *at, "feedback"),
            instead=one(o.instead, *at, "instead"),
        )

    def ending(e: Ending | None, *where: str) -> Ending | None:
        if e is None:
            return None
        title, text = change((*where, "title"), e.title), change((*where, "text"), e.text)
        return replace(e, title=title, text=text, outcome=one(e.outcome, *where, "outcome"))

    def node(n: Node, *where: str) -> Node:
        return replace(
            n,
            title=one(n.title, *where, "title"),
            lines=lines(n.lines, *where, "lines"),
            own_words=one(n.own_words, *where, "own_words"),
            options=n.options and tuple(option(o, *where, "options") for o in n.options),
            ending=ending(n.ending, *where, "ending"),
        )

    def teaching(t: Teaching | None) -> Teaching | None:
        if t is None:
            return None
        dilemma, trap = change(("teaching", "dilemma"), t.dilemma), change(("teaching", "trap"), t.trap)
        standards, limits = many(t.standards, "teaching", "standards"), many(t.limits, "teaching", "limits")
        return replace(t, dilemma=dilemma, trap=trap, standards=standards, limits=limits)

    def rupture(r: Rupture, *where: str) -> Rupture:
        return replace(r, what=change((*where, "what"), r.what))

    return replace(
        scenario,
        title=change(("title",), scenario.title),
        summary=change(("summary",), scenario.summary),
        briefing=change(("briefing",), scenario.briefing),
        question=change(("question",), scenario.question),
        content_notes=many(scenario.content_notes, "content_notes"),
        varies={key: many(words, "varies", key) for key, words in scenario.varies.items()},
        cast={id_: person(who, "cast", id_) for id_, who in scenario.cast.items()},
        ruptures={id_: rupture(what, "ruptures", id_) for id_, what in scenario.ruptures.items()},
        nodes={id_: node(n, "nodes", id_) for id_, n in scenario.nodes.items()},
        discussion=many(scenario.discussion, "discussion"),
        reflection=many(scenario.reflection, "reflection"),
        teaching=teaching(scenario.teaching),
        pictures={name: change(("pictures", name), text) for name, text in scenario.pictures.items()},
    )
