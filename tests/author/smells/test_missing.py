"""What a reader would miss."""

from __future__ import annotations

from tests.author.smells.drafts import a_draft, decision, option, smell


def test_options_without_feedback_are_told_together_at_the_first_of_them() -> None:
    draft = a_draft(decision("first", option("a", feedback="You did."), option("b"), option("c")))
    [found] = smell("missing-feedback", draft)
    assert (found.message, found.place) == (
        "At `first` there is no `feedback` on `b`, `c`.",
        draft.at_option(draft.options["b"]),
    )


def test_only_an_option_that_costs_something_needs_another_line_to_try() -> None:
    good, poor = option("a", moves="[sets_frame]"), option("b", moves="[skips_frame]")
    mended = option("c", moves="[skips_frame]", instead="It is eighty.")
    [found] = smell("missing-instead", a_draft(decision("first", good, poor, mended)))
    assert found.message == "At `first` there is no `instead` on `b`."


def test_a_thought_before_the_choice_or_in_a_reply_will_do() -> None:
    thinks = "[{dana (thinks): Hm.}]"
    assert len(smell("missing-thought", a_draft(decision("first", option("a"), lines="[{dana: Hm.}]")))) == 1
    assert smell("missing-thought", a_draft(decision("first", option("a"), lines=thinks))) == []
    assert smell("missing-thought", a_draft(decision("first", option("a", reply=thinks)))) == []


def test_questions_for_the_class_and_for_the_player_are_asked_for() -> None:
    node = decision("first", option("a"))
    assert [found.message for found in smell("missing-questions", a_draft(node))] == [
        "`discussion` holds no question; a whole scenario has 3 or more.",
        "`reflection` holds no question; a whole scenario has 1 or more.",
    ]
    draft = a_draft(node, more="discussion: [Why?, Who?]\nreflection: [You?]\n")
    [found] = smell("missing-questions", draft)
    assert found.place == draft.document.place(("discussion",), key=True)
