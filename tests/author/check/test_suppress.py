"""A warning is silenced where its author says why."""

from __future__ import annotations

import pytest

from game.author.check.problems import examine
from game.author.check.suppress import SortedProblems, sort_out
from game.diagnostics import Diagnostic, Severity, SourcePlace
from game.testing import SMALL, a_rubric, loaded

QUIET = SMALL.replace("        sets: [hats-named]\n", "")  # a fact that nothing asks for
LONELY = "  lonely: {place: cafe, frame: social, ending: {kind: mixed, title: Apart, text: Nobody comes here.}}\n"
UNUSED = QUIET.replace("discussion:\n", LONELY + "discussion:\n")
REASON = "# allow unreachable-node: kept for the second evening"


def looked_at(text: str) -> SortedProblems:
    return examine(loaded(text), a_rubric(), smells=False)


def codes(text: str) -> list[str]:
    return [d.code for d in looked_at(text).found]


def test_without_a_comment_the_warning_is_told() -> None:
    assert codes(UNUSED) == ["unreachable-node"]


@pytest.mark.parametrize(
    "written",
    [
        f"  {REASON}\n{LONELY}",
        f"  {REASON}\n\n  # A place of her own.\n{LONELY}",
        f"{REASON}\n{LONELY}",
        LONELY.replace("\n", f"  {REASON}\n"),
        LONELY.replace("\n", f" {REASON.replace('# ', '#', 1)}\n"),
    ],
    ids=["above", "above other comments", "at the left margin", "at the end", "without a space after the sign"],
)
def test_a_comment_above_or_beside_the_line_silences_its_warning(written: str) -> None:
    seen = looked_at(UNUSED.replace(LONELY, written))
    assert seen.found == ()
    assert [(a.diagnostic.code, a.reason) for a in seen.allowed] == [
        ("unreachable-node", "kept for the second evening")
    ]


def test_several_comments_above_a_line_count_each() -> None:
    both = f"  # allow idle-words: for now\n  {REASON}\n"
    seen = looked_at(UNUSED.replace(LONELY, both + LONELY))
    assert [d.code for d in seen.found] == ["idle-allow"]
    assert len(seen.allowed) == 1


def test_a_comment_counts_for_its_own_line_only() -> None:
    text = UNUSED.replace("  vague:\n", f"  {REASON}\n  vague:\n")
    assert sorted(codes(text)) == ["idle-allow", "unreachable-node"]


def test_a_comment_without_a_reason_silences_nothing_and_says_so() -> None:
    for short in ("# allow unreachable-node", "# allow unreachable-node:", "# allow unreachable-node because I can"):
        assert codes(UNUSED.replace(LONELY, f"  {short}\n{LONELY}")) == ["allow-without-reason", "unreachable-node"]


def test_a_code_that_is_not_there_is_met_with_the_nearest() -> None:
    found = looked_at(UNUSED.replace(LONELY, f"  {REASON.replace('node', 'nod')}\n{LONELY}")).found
    assert [d.code for d in found] == ["unknown-allow", "unreachable-node"]
    assert found[0].hint.startswith("Did you mean `unreachable-node`")


def test_an_error_cannot_be_allowed() -> None:
    text = QUIET.replace("        goto: vague\n", "        goto: vaque  # allow unknown-target: later\n")
    found = looked_at(text).found
    assert [d.code for d in found] == ["unknown-target", "idle-allow"]
    assert "cannot be allowed" in found[1].message


def test_idleness_is_not_told_while_errors_keep_checks_from_running() -> None:
    text = QUIET.replace("minutes: 3", "minutes: ten").replace("  vague:\n", f"  {REASON}\n  vague:\n")
    assert codes(text) == ["wrong-number"]


def test_what_looks_like_a_comment_within_text_is_text() -> None:
    quoted = UNUSED.replace("text: Nobody comes here.", f'text: "Nobody. {REASON}"')
    block = QUIET.replace("summary: A friend texts to book.", f"summary: |\n  A friend.\n  {REASON}\n  It goes on.")
    assert codes(quoted) == ["unreachable-node"]
    assert codes(block) == []


def test_a_comment_may_follow_the_sign_of_a_block() -> None:
    text = QUIET.replace("summary: A friend texts to book.", f"summary: |  {REASON}\n  A friend.")
    assert codes(text) == ["idle-allow"]


def test_a_comment_that_begins_with_the_word_allow_is_a_comment() -> None:
    assert codes(QUIET.replace("  vague:\n", "  # allow her to answer first\n  vague:\n")) == []


@pytest.mark.parametrize("key", ["format: 1", "title: Saturday", "start: the-text", "nodes:"])
def test_at_the_top_a_comment_counts_for_what_is_said_about_the_whole_file(key: str) -> None:
    document = loaded(f"# My file.\n# allow idle-words: one evening only\n\n{QUIET}").document
    line = next(n for n, text in enumerate(document.lines, start=1) if text.startswith(key))
    elsewhere = Diagnostic("idle-words", SourcePlace(document.name, 10), "m", "h", Severity.WARNING)
    there = Diagnostic("idle-words", SourcePlace(document.name, line), "m", "h", Severity.WARNING)
    seen = sort_out([there, elsewhere], document)
    assert (seen.found, [a.diagnostic for a in seen.allowed]) == ((elsewhere,), [there])
