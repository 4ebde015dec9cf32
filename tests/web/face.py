"""Plays a page by what is really on its screen, beside the engine: what is shown, what is locked, what a click does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.scenario.model import Option
from game.scenario.vary import varied
from game.story.engine import Offer, Story, advance, choose, ending, jumps, offers, start
from game.story.plays import Step, all_plays
from game.story.position import Position

MOST_STEPS = 600  # clicks from one choice to the next; an early one is made again
MOST_CLICKS = 100  # on one option
MIDDLE = """what => {
    const one = [...document.querySelectorAll(what)].pop();
    one?.scrollIntoView({ block: "center", behavior: "instant" });
    const box = one?.getBoundingClientRect();
    return box && [box.x + box.width / 2, box.y + box.height / 2];
}"""
FIRST_LINE = """new Promise((done, fail) => {
    const asked = indexedDB.open("equal-footing");
    asked.onerror = fail;
    asked.onsuccess = () => {
        const all = asked.result.transaction("lines").objectStore("lines").getAll();
        all.onsuccess = () => { asked.result.close(); done(all.result[0].line); };
    };
})"""
LOOKS = """() => {
    const hit = one => {
        one.scrollIntoView({ block: "center", behavior: "instant" });
        const box = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
    };
    const told = one => one.querySelector(".label").firstChild.textContent;
    return {
        screen: document.body.dataset.screen,
        turns: Number(document.querySelector("[data-turns]")?.dataset.turns ?? 0),
        options: [...document.querySelectorAll(".option")].map(one => ({
            text: told(one),
            locked: one.getAttribute("aria-disabled") === "true" ? one.querySelector(".why").textContent : null,
            hit: hit(one),
        })),
    };
}"""


@dataclass(slots=True)
class Faced:
    """What plays of one scenario showed: the options that were clicked and taken, and what was not as it should be."""

    chosen: set[str] = field(default_factory=set)
    plays: int = 0
    decisions: int = 0
    faults: list[str] = field(default_factory=list)


def covering(story: Story) -> Iterator[list[str]]:
    """Plays, each the ids of its choices to an ending, that together choose every option that can be chosen: each next
    one is the play with the most options that none before it chose."""
    plays = all_plays(story)
    chosen: set[str] = set()
    while True:
        best = [0] * len(plays.positions)
        onward: dict[int, Step] = {}
        for at in reversed(plays.order):
            for step in plays.steps[at]:
                new = best[step.to] + (step.option.id not in chosen)
                if at not in onward or new > best[at]:
                    best[at], onward[at] = new, step
        if not best[0]:
            return
        play, at = list[str](), 0
        while step := onward.get(at):
            play.append(step.option.id)
            at = step.to
        chosen |= set(play)
        yield play


def to_options(story: Story, position: Position) -> Position:
    """Where a play stands once everything is read."""
    while jumps(story, position):
        position = advance(story, position)
    return position


def played(tab: Any, story: Story, play: Sequence[str], faced: Faced) -> None:
    """Plays once to an ending, by clicks where things stand; ends early where an option cannot be chosen."""
    tab.wait_for_selector("body[data-screen=conversation]")
    position, told = to_options(story, start(story)), _told(tab, story)
    faced.plays += 1
    for turn, choice in enumerate(play):
        shown = _arrive(tab, turn)
        offered = offers(story, position)
        where = f"{story.scenario.id}, {position.node}, turn {turn + 1}"
        faced.decisions += 1
        faced.faults += [f"{where}: {fault}" for fault in _differences(shown, offered, told)]
        if not _clicked(tab, shown, told[choice], turn):
            faced.faults.append(f"{where}: `{choice}` cannot be chosen")
            return
        faced.chosen.add(choice)
        position = to_options(story, choose(story, position, choice))
    while (screen := tab.evaluate(LOOKS)["screen"]) == "conversation":
        _point(tab, ".foot .primary")
    if not ending(story, position) or screen != "reflection":
        faced.faults.append(f"{story.scenario.id}: after the last choice, at {position.node}, comes {screen}")


def _arrive(tab: Any, turn: int) -> Any:
    """What is shown once the options of a turn are there."""
    for _ in range(MOST_STEPS):
        looks = tab.evaluate(LOOKS)
        if looks["screen"] != "conversation" or (looks["options"] and looks["turns"] == turn):
            return looks
        _point(tab, ".foot .primary")
    raise AssertionError(f"the options of turn {turn + 1} never come")


def _point(tab: Any, what: str) -> None:
    """Clicks in the middle of the last thing of this kind, where it stands now; nothing where there is none."""
    if at := tab.evaluate(MIDDLE, what):
        tab.mouse.click(*at)


def _told(tab: Any, story: Story) -> dict[str, Option]:
    """The options by id, in the words that this play's seed gave them."""
    seed = json.loads(tab.evaluate(FIRST_LINE))["seed"]
    return {option.id: option for node in varied(story.scenario, seed).nodes.values() for option in node.options or ()}


def _differences(shown: Any, offered: Sequence[Offer], told: Mapping[str, Option]) -> Iterator[str]:
    """How the options on the screen differ from those that the engine offers; none may hide another."""
    there = {one["text"].strip(): one for one in shown["options"]}
    for offer in offered:
        mine = told[offer.option.id]
        one = there.pop(mine.words, None)
        locked = (mine.locked if offer.locked == offer.option.locked else offer.locked) or ""
        if one is None:
            yield f"`{offer.option.id}` is not shown"
        elif (one["locked"] or "") != locked:
            yield f"`{offer.option.id}` is locked by {one['locked']!r}, and should be by {locked!r}"
        elif not one["hit"]:
            yield f"`{offer.option.id}` lies under something else"
    yield from (f"{text!r} is shown and not offered" for text in there)


def _clicked(tab: Any, shown: Any, option: Option, turn: int) -> bool:
    """Whether clicks on an option were taken as the choice; one within 0.2 s of the options is not, and is repeated."""
    number = next((n for n, one in enumerate(shown["options"], 1) if one["text"].strip() == option.words), None)
    for _ in range(MOST_CLICKS if number else 0):
        _point(tab, f"#option-{number}")
        looks = tab.evaluate(LOOKS)
        if looks["turns"] > turn or looks["screen"] != "conversation":
            return True
        tab.wait_for_timeout(40)
    return False
