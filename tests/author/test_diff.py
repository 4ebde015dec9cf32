"""What an edit did, said of the edit and of nothing else."""

from __future__ import annotations

import json

from game.author.diff import as_data, as_text, diff
from tests.author.benches import CLOSED, a_bench


def test_a_comment_is_no_edit() -> None:
    old, new = a_bench(CLOSED), a_bench(CLOSED.replace("  second:", "  # a remark\n  second:"))
    found = diff(old, new)
    assert found.none
    assert as_text(old, new, found) == "a-story → a-story\nNothing differs but layout and comments."


def test_options_and_nodes_are_told_apart_by_what_happened_to_them() -> None:
    edited = CLOSED.replace('id: keep-quiet, say: "Keep quiet."', 'id: stay-quiet, say: "Stay."')
    edited = edited.replace('say: "Go on."', 'say: "Do go on."').replace("title: Left,", "title: Gone,")
    found = diff(a_bench(CLOSED), a_bench(edited))
    assert (found.options.added, found.options.removed) == (["stay-quiet"], ["keep-quiet"])
    assert found.options.changed == {"go-on": ["say"]}
    assert (found.nodes.added, found.nodes.removed, found.nodes.changed) == ([], [], {"left": ["ending"]})
    assert found.head == []
    assert found.figures["what chance scores"] == []


def test_a_condition_lifted_shows_in_reach_endings_chance_and_archetypes() -> None:
    old, new = a_bench(CLOSED), a_bench(CLOSED.replace('when: {trust: ">= 9"}, ', ""))
    found = diff(old, new)
    rows = {row.name: (row.before, row.after) for row in found.figures["reach"]}
    assert rows == {
        "never": ("proven impossible", "proven reachable"),
        "too-eager": ("proven impossible", "proven reachable"),
    }
    ends = {row.name: (row.before, row.after) for row in found.figures["endings under random play"]}
    assert ends == {"left": ("75.0 %", "50.0 %"), "over": ("25.0 %", "50.0 %")}
    told = as_text(old, new, found)
    assert "  ~ too-eager: when\n" in told
    assert "\nNodes: as before.\n" in told
    assert "  plays: 3 → 4\n" in told
    data = json.loads(json.dumps(as_data(found)))
    assert data["options"]["changed"] == {"too-eager": ["when"]}


def test_changed_points_show_in_the_archetypes() -> None:
    found = diff(a_bench(CLOSED), a_bench(CLOSED.replace("moves: [sets_frame]", "moves: [hides_behind_policy]")))
    assert {row.name for row in found.figures["archetypes"]} >= {"Wall"}
