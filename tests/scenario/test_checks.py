"""The rules of structure, one sentence each, on the smallest story that breaks or keeps them."""

from __future__ import annotations

import pytest

from game.author.check.problems import check_loaded
from game.scenario.parts import facts_set
from game.testing import SMALL, a_rubric, a_scenario, loaded

END = "  end: {place: cafe, frame: social, ending: {kind: good, title: T, text: x}}\n"


def codes(heart: str) -> list[str]:
    """The codes of all that structure tells about a story given as the YAML under `nodes:`, and of what breaks play."""
    read = loaded(f"nodes:\n{heart}")
    return [d.code for d in check_loaded(read, a_rubric()) if d.is_error or d in read.diagnostics]


def first(options: str, end: str = END) -> str:
    """A first node with these options, one a line, and an ending called `end`."""
    rows = "".join(f"      - {row.strip()}\n" for row in options.strip().splitlines())
    return f"  first:\n    place: cafe\n    frame: social\n    options:\n{rows}{end}"


def test_a_sound_story_has_no_problems():
    assert codes(first("{id: a, say: x, goto: end}")) == []
    assert loaded(SMALL).diagnostics == ()


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────


def test_start_must_name_a_node():
    assert codes("  other: {place: cafe, frame: social, ending: {kind: good, title: T, text: x}}\n") == [
        "missing-start"
    ]


def test_an_options_goto_must_name_a_node():
    assert codes(first("{id: a, say: x, goto: nowhere}")) == ["unknown-target"]


def test_a_nodes_goto_must_name_a_node():
    assert codes("  first: {place: cafe, frame: social, goto: nowhere}\n") == ["unknown-target"]


def test_every_branch_must_name_a_node():
    branches = "[{when: {has: [f]}, to: nowhere}, {to: nor-here}]"
    assert codes(first(f"{{id: a, say: x, sets: [f], goto: {branches}}}")) == ["unknown-target"] * 2


def test_a_client_must_be_in_the_cast():
    found = loaded(SMALL.replace("client: dana", "client: henrik")).diagnostics
    assert [d.code for d in found] == ["unknown-client"]


@pytest.mark.parametrize("where", ["lines", "reply"])
def test_every_line_must_be_spoken_by_someone_in_the_cast(where: str):
    reply = "reply: ['ok', {zed: Hello.}], " if where == "reply" else ""
    lines = "    lines: [{zed (warm): Hello.}]\n" if where == "lines" else ""
    story = first(f"{{id: a, say: x, {reply}goto: end}}").replace("    options", f"{lines}    options")
    assert codes(story) == ["unknown-speaker"]


def test_you_narration_and_the_cast_may_speak():
    lines = "    lines: [Rain., {you: Hm.}, {narration: Rain.}, {dana (thinks): So., when: {ease: '> 2'}}]\n"
    assert codes(first("{id: a, say: x, goto: end}").replace("    options", f"{lines}    options")) == []


def test_every_move_must_be_one_of_the_rubrics():
    assert codes(first("{id: a, say: x, moves: [sets_frame, sets_fame], goto: end}")) == ["unknown-move"]


@pytest.mark.parametrize("key", ["opens", "repairs"])
def test_a_rupture_must_be_declared(key: str):
    assert codes(first(f"{{id: a, say: x, {key}: quarrel, goto: end}}")) == ["unknown-rupture"]


def test_a_rupture_without_any_declared_says_where_to_declare_it():
    text = SMALL.replace("ruptures:\n", "").replace(SMALL.splitlines()[12] + "\n", "")
    found = loaded(text).diagnostics
    assert {d.code for d in found} == {"unknown-rupture"}
    assert found[0].hint == "Declare it under `ruptures:`."


@pytest.mark.parametrize("key", ["has", "not"])
def test_a_condition_may_only_ask_for_facts_that_some_option_sets(key: str):
    assert codes(first(f"{{id: b, say: x, when: {{{key}: [f]}}, goto: end}}\n{{id: a, say: x, goto: end}}")) == [
        "unknown-fact"
    ]


def test_conditions_of_lines_needs_and_branches_are_held_against_the_facts_too():
    option = "{id: a, say: x, goto: end}\n{id: b, say: x, needs: {has: [f]}, locked: No., goto: "
    branches = "[{when: {has: [g]}, to: end}, {to: end}]}"
    line = "    lines: [{when: {has: [h]}, dana: Hm.}]\n"
    assert codes(first(option + branches).replace("    options", f"{line}    options")) == ["unknown-fact"] * 3


def test_facts_come_from_sets_and_from_ruptures_opened_and_repaired():
    story = a_scenario("nodes:\n" + first("{id: a, say: x, sets: [f, g], opens: gossip, repairs: silence, goto: end}"))
    assert facts_set(story) == {"f", "g", "gossip", "silence-repaired"}


def test_option_ids_are_unique_in_the_whole_file():
    story = first("{id: a, say: x, goto: second}") + first("{id: a, say: x, goto: end}", "").replace("first", "second")
    assert codes(story) == ["duplicate-id"]


# ── what belongs together ────────────────────────────────────────────────────────────────────────────────


def test_a_node_must_have_a_way_on():
    assert codes("  first: {place: cafe, frame: social}\n") == ["one-way-on"]


def test_a_node_may_not_have_two_ways_on():
    assert codes(first("{id: a, say: x, goto: end}").replace("    options", "    goto: end\n    options")) == [
        "one-way-on"
    ]


def test_a_node_with_an_empty_list_of_options_is_told_so():
    assert codes("  first: {place: cafe, frame: social, options: []}\n") == ["empty-options"]


def test_an_option_is_said_or_done_and_not_both():
    assert codes(first("{id: a, goto: end}")) == ["say-or-do"]
    assert codes(first("{id: a, say: x, do: y, goto: end}")) == ["say-or-do"]


def test_what_can_lock_says_why_and_nothing_else_does():
    assert codes(first("{id: a, say: x, goto: end}\n{id: b, say: x, needs: {ease: '> 2'}, goto: end}")) == [
        "lock-reason"
    ]
    assert codes(first("{id: a, say: x, locked: No., goto: end}")) == ["lock-reason"]


def test_a_last_branch_with_a_condition_could_leave_no_way_on():
    assert codes(first("{id: a, say: x, goto: [{when: {ease: '> 2'}, to: end}]}")) == ["branch-order"]


def test_a_branch_after_one_without_condition_is_never_tried():
    assert codes(first("{id: a, say: x, goto: [{to: end}, {to: end}]}")) == ["branch-order"]


# ── the graph of nodes ───────────────────────────────────────────────────────────────────────────────────


def test_jumps_may_not_lead_round_in_a_circle():
    assert codes(
        first("{id: a, say: x, goto: end}\n{id: b, say: y, goto: one}")
        + "  one: {place: cafe, frame: social, goto: two}\n  two: {place: cafe, frame: social, goto: one}\n"
    ) == ["jump-loop"]


def test_jumps_that_meet_again_are_no_circle():
    branches = "[{when: {ease: '> 2'}, to: left}, {to: right}]"
    assert (
        codes(
            f"  first: {{place: cafe, frame: social, goto: {branches}}}\n"
            "  left: {place: cafe, frame: social, goto: end}\n  right: {place: cafe, frame: social, goto: end}\n" + END
        )
        == []
    )


def test_some_ending_must_be_reachable():
    assert codes(first("{id: a, say: x, once: true, goto: first}")) == ["no-ending"]


def test_a_node_that_nothing_leads_to_is_a_warning_and_the_story_can_be_played():
    story = first("{id: a, say: x, goto: end}") + END.replace("end:", "lost:")
    read = loaded(f"nodes:\n{story}")
    assert [(d.code, d.severity.value) for d in read.diagnostics] == [("unreachable-node", "warning")]
    assert read.scenario is not None


def test_a_comment_that_may_be_text_is_a_warning_and_the_story_can_be_played():
    for number in ("#1", "# 1"):
        read = loaded(SMALL.replace("how is the dog?", f"is she my {number} dog?"))
        assert [(d.code, d.severity.value) for d in read.diagnostics] == [("comment-in-text", "warning")]
        assert read.scenario is not None


def test_a_comment_of_two_spaces_may_begin_with_a_number():
    read = loaded(SMALL.replace("how is the dog?", "how is the dog?  # 2 lines below"))
    assert read.diagnostics == ()


@pytest.mark.parametrize("code", ["<b>", "</I>", "<br/>", '<span class="x">', "&amp;"])
def test_a_code_of_web_pages_is_a_warning(code):
    read = loaded(SMALL.replace("how is the dog?", f"'how is {code} the dog?'"))
    assert [(d.code, d.severity.value) for d in read.diagnostics] == [("web-entity", "warning")]


@pytest.mark.parametrize("text", ["I <3 the dog", "is a < b > c?", "<Dana>"])
def test_angles_that_are_no_code_of_web_pages_may_stand(text):
    assert loaded(SMALL.replace("how is the dog?", f"'{text}'")).diagnostics == ()


def test_a_comment_after_a_space_or_on_its_own_line_is_no_problem():
    text = SMALL.replace("how is the dog?", "how is the dog?   # small talk").replace("nodes:", "#nodes follow\nnodes:")
    assert loaded(text).diagnostics == ()


def test_the_graph_is_not_judged_while_a_name_is_astray():
    assert codes(first("{id: a, say: x, goto: edn}")) == ["unknown-target"]  # and not: nothing leads to `end`


# ── what only following every play can show ──────────────────────────────────────────────────────────────


def test_a_play_may_not_come_back_to_the_very_same_position():
    assert codes(first("{id: a, say: x, goto: first}\n{id: b, say: y, goto: end}")) == ["endless-loop"]


def test_a_way_round_that_is_taken_once_is_no_endless_loop():
    assert codes(first("{id: a, say: x, once: true, goto: first}\n{id: b, say: y, goto: end}")) == []


def test_a_way_round_that_changes_something_asked_for_is_no_endless_loop():
    assert codes(first("{id: a, say: x, sets: [f], when: {not: [f]}, goto: first}\n{id: b, say: y, goto: end}")) == []


def test_a_way_round_that_changes_only_what_nobody_asks_for_is_endless():
    assert codes(first("{id: a, say: x, sets: [f], client: {ease: +1}, goto: first}\n{id: b, say: y, goto: end}")) == [
        "endless-loop"
    ]


def test_a_play_may_not_come_to_a_node_where_nothing_can_be_chosen():
    stuck = first("{id: b, say: x, when: {ease: '>= 9'}, goto: end}", "").replace("first", "stuck")
    assert codes(first("{id: a, say: x, goto: stuck}") + stuck) == ["dead-end"]


def test_a_node_where_only_a_locked_option_is_left_is_a_dead_end_too():
    stuck = first("{id: b, say: x, needs: {ease: '>= 9'}, locked: No., goto: end}", "").replace("first", "stuck")
    assert codes(first("{id: a, say: x, goto: stuck}") + stuck) == ["dead-end"]


def test_a_loop_whose_options_are_used_up_ends_in_a_dead_end():
    second = "  second: {place: cafe, frame: social, goto: [{when: {ease: '>= 9'}, to: end}, {to: first}]}\n"
    assert codes(first("{id: a, say: x, once: true, goto: second}") + second) == ["dead-end"]


BEST = END.replace("good", "best")
GATE = "{id: a, say: x, moves: [discloses_client], goto: end}\n{id: b, say: y, goto: end}"


def test_a_play_that_crosses_a_hard_limit_may_not_reach_a_best_ending():
    assert codes(first(GATE, BEST)) == ["gate-with-best"]


def test_a_play_that_crosses_a_hard_limit_may_reach_any_other_ending():
    assert codes(first(GATE, END)) == []


def test_a_hard_limit_that_sets_a_fact_can_be_branched_on():
    limit = "{id: a, say: x, moves: [discloses_client], sets: [crossed], goto: fork}\n{id: b, say: y, goto: fork}"
    fork = (
        "  fork: {place: cafe, frame: social, goto: [{when: {has: [crossed]}, to: poor}, {to: end}]}\n"
        "  poor: {place: cafe, frame: social, ending: {kind: poor, title: T, text: x}}\n"
    )
    assert codes(first(limit, BEST) + fork) == []


# ── conditions and numbers ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "wrong", ["3", "'>= three'", "'=> 3'", "'>= 11'", "'< 0'", "'>= 0'", "'<= 10'", "[3]", "'>= 3 <= 5'"]
)
def test_a_comparison_that_cannot_be_read_or_decides_nothing_is_refused(wrong: str):
    assert codes(first(f"{{id: b, say: x, when: {{ease: {wrong}}}, goto: end}}\n{{id: a, say: y, goto: end}}")) == [
        "bad-condition"
    ]


@pytest.mark.parametrize("right", ["'>= 3'", "'<= 4'", "'> 2'", "'< 5'", "'== 6'", "'>=3'"])
def test_each_comparison_of_the_format_is_read(right: str):
    assert codes(first(f"{{id: b, say: x, when: {{ease: {right}}}, goto: end}}\n{{id: a, say: y, goto: end}}")) == []


@pytest.mark.parametrize("wrong", ["{}", "hurt", "[hurt]", "null", "{has: {a: b}}", "{had: [f]}", "{has: ['']}"])
def test_a_condition_that_is_none_is_refused(wrong: str):
    assert codes(first(f"{{id: b, say: x, when: {wrong}, goto: end}}\n{{id: a, say: y, goto: end}}")) == [
        "bad-condition"
    ]


@pytest.mark.parametrize("wrong", ["four", "1.5", "'+ 1'", "4", "-4", "1e1", "''", "[1]"])
def test_a_change_must_be_a_small_whole_number(wrong: str):
    assert len(codes(first(f"{{id: a, say: x, client: {{ease: {wrong}}}, goto: end}}"))) == 1


@pytest.mark.parametrize(("written", "change"), [("+2", 2), ("2", 2), ("-3", -3), ("−1", -1), ("0", 0)])
def test_a_change_may_be_signed_in_every_usual_way(written: str, change: int):
    node = a_scenario("nodes:\n" + first(f"{{id: a, say: x, client: {{ease: {written}}}, goto: end}}")).nodes["first"]
    assert node.options is not None
    assert node.options[0].client.ease == change


@pytest.mark.parametrize("wrong", ["yes", "True", "1", "on"])
def test_truth_is_written_true_or_false(wrong: str):
    assert codes(first(f"{{id: a, say: x, once: {wrong}, goto: end}}")) == ["wrong-value"]
