"""What a debrief opens with, and what the player wrote themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.play.events import Answer, Mode
from game.play.family import look_again
from game.play.journal import read_journal
from game.play.session import new_session
from game.play.summing_up import (
    FURTHER,
    LEFT,
    NO_BREAK,
    NO_LIMIT,
    NONE_BETTER,
    WEIGHED,
    OwnWords,
    WeightyChoice,
    answered,
    as_text,
    own_words_as_text,
    summing_up,
    typed,
)
from game.rubric.weighed_most import weighed_most
from game.testing import SMALL, a_session, an_exact, made
from tests.rubric.test_weighed_most import IN_A_ROW
from tests.support.stories import the_hour

TOLD = SMALL.replace("title: Left open,", "title: Left open, outcome: She will not ask again.,")
HEARD = "Dana Reyes: “Would it be weird if I booked with you?”"
ASKING = SMALL.replace(
    "    frame: social\n    lines:\n      - when",
    "    frame: social\n    own_words: Try it first.\n    lines:\n      - when",
)


def test_it_opens_with_what_came_of_it_for_the_other_person() -> None:
    assert summing_up(made(a_session(text=TOLD), "name-it", "change-subject")).outcome == "She will not ask again."


def test_where_the_author_has_no_sentence_for_that_it_is_how_the_play_ended() -> None:
    assert summing_up(made(a_session(), "name-it", "say-how")).outcome == "She books for Tuesday."


def test_a_play_that_was_left_says_so() -> None:
    found = summing_up(made(a_session(), "name-it"))
    assert (found.outcome, found.choices) == (LEFT, ())


def test_the_choices_that_weighed_most_stand_with_a_line_that_was_open_there() -> None:
    (first, *_) = summing_up(made(a_session(), "laugh-it-off", "own-it")).choices
    assert first == WeightyChoice(
        1,
        HEARD,
        "“Don't be silly, it's only me.”",
        "“Not weird, a bit unusual. Can I say how I keep the two things apart?”",
        "In your choice: “You waved the awkwardness away.” "
        "In the one to try: “You said out loud that there are two relationships here.” "
        "That would raise your score “Distinct roles”. This part of it asks how far this was so: "
        "“You spoke openly of what you are to each other, and stayed warm.”",
    )


def test_a_hard_limit_is_told_at_once_and_that_there_was_none() -> None:
    harmed = summing_up(made(a_session(text=the_hour()), "press-on", "on", "rest"))
    (limit,) = harmed.crossed
    assert limit.told.startswith("Turn 1: working on against a warning sign.")
    assert (limit.turn, limit.chosen[:1], limit.instead) == (1, "“", "“What do you feel?”")  # it weighed most, too
    asked = the_hour().replace("id: tell,", "id: tell, instead: I cannot say who comes here.,")
    (told,) = summing_up(made(a_session(text=asked), "tell", "undo", "rest")).crossed
    assert told.instead == "“I cannot say who comes here.”"
    act = the_hour().replace("id: tell,", "id: tell, instead: (Say nothing.),")
    assert summing_up(made(a_session(text=act), "tell", "undo", "rest")).crossed[0].instead == "Say nothing."
    assert summing_up(made(a_session(), "name-it", "say-how")).crossed == ()


def test_in_words_a_hard_limit_comes_before_the_choices() -> None:
    rows = as_text(summing_up(made(a_session(text=the_hour()), "press-on", "on", "rest")))
    assert rows[2] == "A hard limit was crossed:"
    assert rows[3].startswith("  Turn 1: working on against a warning sign.")
    assert [row.startswith("    You chose: “") for row in rows[4:6]].count(True) == 1
    assert NO_LIMIT not in rows


def test_two_hard_limits_are_told_as_two() -> None:
    found = summing_up(made(a_session(text=the_hour()), "press-on", "on", "rest"))
    assert as_text(replace(found, crossed=found.crossed * 2))[2] == "Hard limits were crossed:"


def test_in_words_it_is_the_outcome_the_choices_and_that_no_limit_was_crossed() -> None:
    rows = as_text(summing_up(made(a_session(), "laugh-it-off", "own-it")))
    assert rows[0] == "Your client: Dana Reyes (she/her), friend for nine years."
    assert rows[1] == "What came of it: She books for Tuesday."
    assert rows[2] == "The choices that weighed most:"
    assert rows[3:6] == ["  Turn 1", f"    {HEARD}", "    You chose: “Don't be silly, it's only me.”"]
    assert rows[6].startswith("    Something else to try: “Not weird")
    assert rows[7].startswith("    In your choice: “You waved the awkwardness away.” In the one to try: “")
    assert "asks how far this was so: “You spoke openly" in rows[7]
    assert rows[8] == NO_LIMIT


def test_whoever_spoke_last_before_a_choice_is_told_once_who_they_are_unless_they_are_the_client() -> None:
    parts = IN_A_ROW.split("    options:\n")
    asks = [f"    lines:\n      - {line}\n" for line in ("henrik: Well?\n      - A door.", "henrik: So?", "dana: Now?")]
    text = parts[0] + "".join(f"{lines}    options:\n{part}" for lines, part in zip(asks, parts[1:], strict=True))
    session = made(new_session(an_exact(text), mode=Mode.ASSESS, seed=1), "leak", "wave", "menu")
    heard = ["Dana: “Now?”", "Henrik (client): “So?”", "Henrik: “Well?”"]
    assert [choice.heard for choice in summing_up(session).choices] == heard


def test_what_a_part_of_a_score_asks_is_told_once() -> None:
    text = IN_A_ROW.replace("names_dual_role", "sets_frame").replace("brushes_off_awkwardness", "skips_frame")
    session = made(new_session(an_exact(text), mode=Mode.ASSESS, seed=1), "leak", "wave", "plan")
    first, second = summing_up(session).choices
    assert "This part of it asks how far this was so: “You kept to the rules" in first.why
    assert second.why.endswith(f"That would raise the same part of the score as in turn {first.turn}.")
    assert "In the one to try: “" in second.why


def test_what_the_choice_and_the_one_to_try_both_do_is_not_told_as_the_difference() -> None:
    text = IN_A_ROW.replace("moves: [brushes_off_awkwardness]", "moves: [brushes_off_awkwardness, owns_part]")
    text = text.replace("moves: [names_dual_role]", "moves: [owns_part, names_dual_role]")
    session = made(new_session(an_exact(text), mode=Mode.ASSESS, seed=1), "frame", "wave", "plan")
    (only,) = [choice.why for choice in summing_up(session).choices if choice.turn == 2]
    assert "In the one to try: “You said out loud that there are two relationships here.”" in only


def test_a_turn_that_crossed_a_limit_and_weighed_most_is_told_once() -> None:
    session = made(a_session(text=the_hour()), "press-on", "on", "rest")
    found = summing_up(session)
    assert {one.turn for one in weighed_most(session.exact, session.chosen)} & {1} == {1}
    assert not {one.turn for one in found.crossed} & {one.turn for one in found.choices}
    assert found.none is None


def test_what_broke_stands_with_something_else_to_try_and_a_turn_has_one_such_line() -> None:
    (weighed,) = summing_up(made(a_session(), "laugh-it-off", "own-it")).breaks
    assert (weighed.turn, weighed.repaired, weighed.instead) == (1, 2, None)  # told with the choices that weighed most
    left = summing_up(made(a_session(), "laugh-it-off"))
    assert left.breaks[0].instead == "“It is a fair question. Shall we talk about how it would work?”"
    rows = as_text(left)
    assert "  Turn 1: You laughed her question away. It was not repaired in this play." in rows
    assert rows[-1] == "    Something else to try: “It is a fair question. Shall we talk about how it would work?”"
    assert as_text(summing_up(made(a_session(), "name-it", "say-how")))[-1] == NO_BREAK


def test_what_the_player_wrote_stands_beside_the_line_that_they_chose(tmp_path: Path) -> None:
    session = made(a_session(tmp_path, text=ASKING), "name-it")
    session.put_in_own_words("It is forty, and I keep it to myself.")
    made(session, "say-how")
    session.reflect(["I would wait."])
    found = [
        OwnWords(
            2, "It is forty, and I keep it to myself.", "You tell her the fee, the hour and what stays in the room."
        )
    ]
    again = look_again(an_exact(ASKING), read_journal(next(tmp_path.glob("*.jsonl"))))
    for play in (session, again):
        assert list(typed(play)) == found
        assert answered(play) == (Answer(play.reflection[0], "I would wait."),)
    assert own_words_as_text(session)[0] == "What you wrote yourself:"
    assert own_words_as_text(made(a_session(), "name-it", "say-how")) == []


def test_a_good_play_is_not_told_that_its_choices_weighed_on_it() -> None:
    exact = an_exact(IN_A_ROW)
    good, mixed = (
        summing_up(made(new_session(exact, mode=Mode.ASSESS, seed=1), *chosen))
        for chosen in (("frame", "name", "plan"), ("frame", "wave", "boss"))
    )
    assert (good.heading, good.none) == (FURTHER, NONE_BETTER)
    assert mixed.heading == WEIGHED
