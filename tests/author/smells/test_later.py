"""What must come back later: a rupture in time, an answer that counts."""

from __future__ import annotations

from tests.author.smells.drafts import a_draft, decision, option, smell


def story(*, second: str, third: str, ask: str = "") -> tuple[str, ...]:
    return (
        decision("first", option("break-it", "second", opens="gossip"), option("ask", "second", moves=f"[{ask}]")),
        decision("second", second, option("on", "third")),
        decision("third", third, option("end", "over")),
    )


def test_a_rupture_that_no_play_repairs_is_told_where_it_opens() -> None:
    draft = a_draft(*story(second=option("a", "third"), third=option("b")))
    [found] = smell("unmended-rupture", draft)
    assert (found.place, found.message[:10]) == (draft.at_option(draft.options["break-it"], "opens"), "`break-it`")


def test_a_rupture_that_one_play_repairs_is_left_in_peace() -> None:
    draft = a_draft(*story(second=option("a", "third"), third=option("b", repairs="gossip")))
    assert smell("unmended-rupture", draft) == []


def test_a_repair_before_the_rupture_does_not_count() -> None:
    early = decision("first", option("mend", "second", repairs="gossip"), option("go", "second"))
    late = decision("second", option("break-it", opens="gossip"), option("keep-it"))
    assert len(smell("unmended-rupture", a_draft(early, late))) == 1


def test_a_repair_by_the_last_choice_of_every_play_is_late() -> None:
    last = option("b", repairs="gossip")
    [found] = smell("late-repair", a_draft(*story(second=option("a", "third"), third=last)))
    assert "`gossip` can only be repaired by the last choice of a play: `b`." in found.message
    sooner = option("a", "third", repairs="gossip")
    assert smell("late-repair", a_draft(*story(second=sooner, third=last))) == []


def test_a_question_wants_a_later_option_that_acts_on_the_answer() -> None:
    nothing = story(second=option("a", "third"), third=option("b"), ask="elicits_goal")
    [found] = smell("unused-answer", a_draft(*nothing))
    assert found.message == "`ask` asks (`elicits_goal`), and no later option can act on the answer."
    for move in ("acts_on_report", "drops_answer"):
        acted = story(second=option("a", "third"), third=option("b", moves=f"[{move}]"), ask="elicits_goal")
        frame = [node.replace("social", "therapeutic") for node in acted]
        assert smell("unused-answer", a_draft(*frame)) == []


def test_a_question_within_a_weaker_option_may_be_the_last_word() -> None:
    weak = story(second=option("a", "third"), third=option("b"), ask="bounces_decision, invites_experience")
    assert smell("unused-answer", a_draft(*weak)) == []
