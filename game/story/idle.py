"""What is written and makes no difference: facts that nothing asks for, and options alike in all they do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from game.diagnostics import Diagnostic
from game.scenario.document import Document
from game.scenario.model import Option
from game.scenario.parts import conditions
from game.story.engine import open_options
from game.story.reach import Reach

Findings = Iterator[Diagnostic]


def fact_unread(reach: Reach, document: Document) -> Findings:
    """Finds facts that an option sets and no condition asks for; facts of ruptures are told in the debrief anyway."""
    scenario = reach.story.scenario
    read = {fact for _, condition in conditions(scenario) for fact in (*condition.has, *condition.lacks)}
    read |= {option.opens for node in scenario.nodes.values() for option in node.options or () if option.opens}
    for name, node in scenario.nodes.items():
        for index, option in enumerate(node.options or ()):
            for number, fact in enumerate(option.sets):
                if fact not in read:
                    read.add(fact)  # told once
                    place = document.place(("nodes", name, "options", index, "sets", number))
                    message = f"`{option.id}` sets `{fact}`, and nothing asks for it."
                    hint = "Ask for it in a `when` or `needs` further on, or delete it."
                    yield document.warning("fact-unread", place, message, hint)


def same_effect(reach: Reach, document: Document) -> Findings:
    """Finds two options that are offered together and do the same: whichever is chosen, the story is the same."""
    for name, node in reach.story.scenario.nodes.items():
        told = set[str]()
        for first, second in combinations(node.options or (), 2):
            if _effect(first) == _effect(second) and second.id not in told and _together(reach, name, first, second):
                told.add(second.id)
                index = (node.options or ()).index(second)
                message = f"`{second.id}` does the same as `{first.id}`: the choice between them decides nothing."
                hint = "Give one of them other moves, another way on or another change of the client."
                place = document.place(("nodes", name, "options", index, "id"))
                yield document.warning("same-effect", place, message, hint)


def _effect(option: Option) -> object:
    """Returns all that an option changes; one that can be chosen once also uses itself up, so it is like no other."""
    facts = frozenset(option.sets), option.opens, option.repairs
    return sorted(option.moves), option.client, facts, option.goto, option.once and option.id


def _together(reach: Reach, node: str, first: Option, second: Option) -> bool:
    both = {first.id, second.id}
    return any(both <= {option.id for option in open_options(reach.story, p)} for p in reach.stands(node))
