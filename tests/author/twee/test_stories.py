"""Five stories in the style of public ones become scenarios that load, have no errors and are played to an ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.check.problems import check_scenario
from game.testing import a_rubric
from tests.author.twee.builders import STORIES, a_story_of, endings_by_chance, scenario_of, told

NAMES = sorted(path.stem for path in STORIES.glob("*.twee"))


@pytest.mark.parametrize("name", NAMES)
def test_every_story_checks_without_errors_and_ends_in_every_play_of_the_random_player(
    name: str, tmp_path: Path
) -> None:
    brought = a_story_of(name)
    path = tmp_path / f"{name}.yaml"
    path.write_text(brought.text, encoding="utf-8")
    assert [d.code for d in check_scenario(path, a_rubric()) if d.is_error] == []
    assert endings_by_chance(scenario_of(brought), range(20))


def test_a_sugarcube_story_keeps_variables_as_facts_and_branches_of_links() -> None:
    brought = a_story_of("late-key")
    scenario = scenario_of(brought)
    lobby, desk = scenario.nodes["lobby"], scenario.nodes["desk"]
    assert (scenario.start, lobby.place, lobby.frame) == ("lobby", "waiting-room", "workplace")
    assert [o.say or o.do for o in lobby.options or ()] == [
        "I came for the key, Ines.",
        "Reach over the desk",
        "Leave without a word",
        "Wait",
    ]
    assert [o.sets for o in lobby.options or ()] == [("asked-kindly",), ("has-key",), (), ()]
    assert [(line.speaker, line.text) for line in desk.lines] == [
        ("ines", "Since you ask."),
        ("ines", "I saw that."),
        ("ines", "Well?"),
    ]
    assert [line.when and (line.when.has, line.when.lacks) for line in desk.lines] == [
        (("asked-kindly",), ("has-key",)),
        (("has-key",), ()),
        ((), ("has-key", "asked-kindly")),
    ]
    stairs = (desk.options or ())[0]
    assert [branch.to for branch in stairs.goto] == ["room", "street"]
    assert endings_by_chance(scenario, range(40)) == {"Room", "Street"}


def test_what_a_sugarcube_story_has_beyond_that_is_told_with_its_passage() -> None:
    found = told(a_story_of("late-key"))
    for what in (
        "UserScript: a script",
        "Looks: a stylesheet",
        "PassageHeader: a part of the page round the story",
        "StoryInit: `patience` is 3 from the beginning",
        "Lobby: a picture",
        "Lobby: the value of `$patience` in the text (left as it stands)",
        "Lobby: a condition that is more than facts (what hangs on it is always there)",
        "Desk: the setting of `patience` to $patience - 1",
        "Room: <<timed 2s>> (what it holds was kept)",
    ):
        assert what in found
    lines = {loss.what: loss.line for loss in a_story_of("late-key").losses}
    text = (STORIES / "late-key.twee").read_text(encoding="utf-8").split("\n")
    assert "[img[" in text[lines["a picture"] - 1]
    assert "<<timed" in text[lines["<<timed 2s>> (what it holds was kept)"] - 1]


def test_a_harlowe_story_keeps_hooks_links_and_what_is_set_in_passing() -> None:
    brought = a_story_of("the-kettle")
    scenario = scenario_of(brought)
    kitchen, truth, quiet = (scenario.nodes[name] for name in ("kitchen", "truth", "quiet"))
    assert [line.text for line in kitchen.lines][:3] == [
        "The kettle ticks. It is almost morning.",
        "Ruth has not asked yet.",
        "You are up early.",
    ]
    assert kitchen.lines[1].when is not None
    assert kitchen.lines[1].when.lacks == ("told-her",)
    assert [(o.do, o.goto[0].to, o.sets) for o in kitchen.options or ()] == [
        ("Say that you never slept", "truth", ()),
        ("Say “I like the quiet.”", "quiet", ("quiet",)),
        ("Pour the water", "quiet", ()),
    ]
    assert [o.sets for o in truth.options or ()] == [("told-her",), ("left", "told-her")]
    assert [line.text for line in quiet.lines][1:4] == ["I like it too.", "You said so.", "Ruth says nothing."]
    assert "Quiet: (print: 3)" in told(brought)
    assert endings_by_chance(scenario, range(40)) == {"Table", "Bed"}


def test_a_chapbook_story_keeps_vars_modifiers_and_inserted_links() -> None:
    brought = a_story_of("the-garden")
    scenario = scenario_of(brought)
    gate, hank, wall = (scenario.nodes[name] for name in ("gate", "hank", "wall"))
    assert [(o.do, o.goto[0].to) for o in gate.options or ()] == [("Ask Hank", "hank"), ("Climb the wall", "wall")]
    assert [line.text for line in gate.lines] == ["The gate is shut.", "Lost something?"]
    assert [(o.say, o.sets) for o in hank.options or ()] == [("Thank you, Hank.", ("asked",))]
    assert [line.when and (line.when.has, line.when.lacks) for line in wall.lines] == [
        (("asked",), ()),
        ((), ("asked",)),
    ]
    for what in ("Hank: [JavaScript]", "Pot: the setting of `size` to 4", "Gate: {embed passage: 'Weather'}"):
        assert what in told(brought)
    assert endings_by_chance(scenario, range(40)) == {"Inside", "Go home"}


def test_a_hub_can_be_left_and_each_of_its_doors_be_taken_once() -> None:
    brought = a_story_of("the-hub")
    start = scenario_of(brought).nodes["start"]
    assert [o.id for o in start.options or () if not o.once] == ["leave-the-house"]
    assert "Pit: a circle without a way out that is always open (one was added)" in told(brought)
    assert endings_by_chance(scenario_of(brought), range(60)) == {"Out", "TODO"}


def test_odd_names_and_signs_come_through_as_they_are_shown() -> None:
    brought = a_story_of("odd-names")
    scenario = scenario_of(brought)
    assert scenario.title == 'Odd: "names" # and [signs]'
    assert list(scenario.nodes) == ["start-draft-1-back-slash", "unicode", "no-yes", "null-2", "node", "todo-ending"]
    first = scenario.nodes[scenario.start]
    assert scenario.start == "start-draft-1-back-slash"
    texts = [line.text for line in first.lines]
    assert "dana: a colon, first thing" in texts
    assert "<<literal>> [[not a link]]" in texts
    assert "<not a tag> and & a sign" in " ".join(texts)
    assert (first.options or ())[0].say == "Is it: you?"
    assert scenario.nodes["unicode"].lines[0].text == "Straße, naïveté, 你好."
    for what in (
        "text before the first passage",
        "a passage without a name",
        "null: a second passage of this name (the first one stands)",
        "ünïcödé: what follows the passage's name cannot be read (no JSON)",
        "what hangs on `never` (no option sets it to true, so it is there always)",
    ):
        assert what in told(brought)
