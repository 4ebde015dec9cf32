"""The text player: what it prints, what can be typed, and leaving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import OptionUnavailable
from game.play.events import Abandoned, Mode
from game.play.journal import read_journal
from game.play.learning import Next
from game.play.phases import Phase
from game.play.session import Session
from game.terminal.player import HELP, Bot, Scripted, Typing, play
from game.terminal.wrapping import USUAL
from game.testing import SMALL, a_session, made
from tests.support.terminal import number, numbers, reads


def _typed(session: Session, *lines: str) -> list[str]:
    """What is printed while these lines are typed."""
    rows: list[str] = []

    def write(text: str) -> None:
        rows.extend(text.split("\n"))

    play(session, Typing(reads(*lines), write), write)
    return rows


def test_a_whole_play_is_typed_with_numbers() -> None:
    session = a_session()
    rows = _typed(session, *numbers("name-it", "say-how"), "I would wait.")
    assert session.phase is Phase.DEBRIEF
    assert session.chosen == ("name-it", "say-how")
    assert rows[0] == "SATURDAY FRIEND"
    assert "The question to hold: Can you be clear and still be her friend?" in rows
    assert "[phone]" in rows
    assert "Dana Reyes (bright): Would it be weird if I booked with you?" in rows
    assert "You: “Not weird, a bit unusual. Can I say how I keep the two things apart?”" in rows
    assert "What you did: You said out loud that there are two relationships here." in rows
    assert "You: You tell her the fee, the hour and what stays in the room." in rows
    assert "THE END: Clear and close" in rows
    assert "SCORECARD: Saturday Friend" in rows
    assert "- What was real in the awkwardness?" in rows


def test_there_is_nothing_in_a_play_that_a_screen_reader_would_have_to_spell_out() -> None:
    told = "".join(_typed(a_session(), *numbers("name-it", "say-how"), "I would wait."))
    strange = {c for c in told if not c.isalnum() and c not in " .,:;!?()[]'\"“”‘’–…-+/"}
    assert not strange


def test_assess_shows_no_feedback_until_the_end() -> None:
    rows = _typed(a_session(mode=Mode.ASSESS), *numbers("laugh-it-off", "own-it"))
    before = rows[: rows.index("SCORECARD: Saturday Friend")]
    assert not any(row.startswith(("What you did", "Something else to try")) for row in before)
    assert "Dana Reyes (guarded): Ha. Right." in before


def test_thoughts_are_printed_on_the_card_only() -> None:
    rows = _typed(a_session(), *numbers("name-it", "say-how"))
    card = rows.index("SCORECARD: Saturday Friend")
    where = [at for at, row in enumerate(rows) if "Please don't make me feel silly" in row]
    assert len(where) == 1
    assert where[0] > card


def test_the_reason_stands_beside_a_locked_option_and_choosing_it_is_refused_with_it() -> None:
    session = made(a_session(), "laugh-it-off")
    locked, opened = number(session, "say-how"), number(session, "own-it")
    rows = _typed(session, locked, opened)
    text = " ".join(rows)
    assert "[not open now: She has gone quiet; this would not land now.]" in text
    assert "That is not open now: She has gone quiet; this would not land now." in text
    assert session.chosen == ("laugh-it-off", "own-it")


@pytest.mark.parametrize("typed", ["0", "4", "99999999999999999999", "-1", "1.0", "", "yes", "²", "1 2", "\x00"])
def test_what_is_no_number_of_an_option_is_asked_again(typed: str) -> None:
    session = made(a_session(), "laugh-it-off")
    rows = _typed(session, typed, number(session, "own-it"))
    assert f"Please type a number from 1 to 3. {HELP}" in " ".join(rows)
    assert session.chosen == ("laugh-it-off", "own-it")


@pytest.mark.parametrize("typed", ["1 ", "  1", "01", "1.", "1)", "１"])
def test_spaces_and_noughts_around_a_number_do_no_harm(typed: str) -> None:
    session = a_session()
    _typed(session, typed)
    assert session.turns == 1


@pytest.mark.parametrize("typed", [["q"], ["Q "], []])
def test_q_and_the_end_of_input_leave_without_penalty(typed: list[str], tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "name-it")
    rows = _typed(session, *typed)
    assert session.phase is Phase.ABANDONED
    assert "You have left the conversation. There is no penalty." in rows
    assert rows[-1] == f'To go on, type: python main.py continue "{session.journal_path}"'
    assert not any("SCORECARD" in row for row in rows)
    assert session.journal_path is not None
    assert isinstance(read_journal(session.journal_path).events[-1], Abandoned)


def test_the_way_to_go_on_names_a_scenario_that_is_not_in_the_library(tmp_path: Path) -> None:
    rows: list[str] = []
    session = a_session(tmp_path)
    play(session, Scripted([]), rows.append, "folder/my story.yaml")
    assert (
        rows[-1]
        == f'To go on, type: python main.py continue "{session.journal_path}" --scenario "folder/my story.yaml"'
    )


def _interrupting(at: str) -> Callable[[str], str | None]:
    """A person who types 1, until a prompt begins like `at`: then they press Ctrl-C."""

    def read(prompt: str) -> str:
        if prompt.startswith(at):
            raise KeyboardInterrupt
        return "1"

    return read


def test_ctrl_c_leaves_and_says_how_to_go_on(tmp_path: Path) -> None:
    session, rows = a_session(tmp_path), list[str]()
    with pytest.raises(KeyboardInterrupt):
        play(session, Typing(_interrupting("Your choice"), rows.append), rows.append)
    assert session.phase is Phase.ABANDONED
    assert rows[-1] == f'To go on, type: python main.py continue "{session.journal_path}"'


def test_ctrl_c_after_the_end_says_how_to_see_the_card(tmp_path: Path) -> None:
    session, rows = a_session(tmp_path), list[str]()
    with pytest.raises(KeyboardInterrupt):
        play(session, Typing(_interrupting("You (or just Enter)"), rows.append), rows.append)
    assert rows[-1] == f'To see your card, type: python main.py score "{session.journal_path}"'
    assert session.journal_path is not None
    assert read_journal(session.journal_path).finished is not None


def test_ctrl_c_while_the_card_is_printed_is_only_that() -> None:
    session = a_session()

    def write(text: str) -> None:
        if text.startswith("SCORECARD"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play(session, Scripted(["name-it", "say-how"]), write)
    assert session.phase is Phase.DEBRIEF


def test_r_reads_the_scene_again_and_h_the_whole_conversation() -> None:
    session = made(a_session(), "laugh-it-off")
    again = [row for row in _typed(session, "r") if row == "Dana Reyes (hurt): I did mean it, you know."]
    assert len(again) == 1
    session = made(a_session(), "laugh-it-off")
    rows = _typed(session, "h")
    told = rows.index("Dana Reyes (bright): Would it be weird if I booked with you?")
    assert any(row.startswith("1. ") for row in rows[told:])


@pytest.mark.parametrize("typed", ["?", "help"])
def test_help_says_what_can_be_typed(typed: str) -> None:
    rows = _typed(made(a_session()), typed)
    assert " ".join(rows).count(HELP) == 1
    assert len([row for row in rows if row.startswith("1. ")]) == 2  # the options stand there again after it


def test_answers_are_asked_for_one_by_one() -> None:
    session = a_session(text=SMALL + "reflection: [What now?, What else?]\n")
    rows = _typed(session, *numbers("name-it", "say-how"), "First.", "Second.")
    assert rows.index("What now?") < rows.index("What else?") < rows.index("SCORECARD: Saturday Friend")
    answers = session.recorder.events[-1].answers  # type: ignore[attr-defined]
    assert [(a.question, a.text) for a in answers] == [("What now?", "First."), ("What else?", "Second.")]


def test_no_row_of_the_conversation_is_wider_than_a_terminal() -> None:
    long = SMALL.replace("text: She books for Tuesday.", f"text: {'She books for Tuesday. ' * 40}")
    rows = _typed(a_session(text=long), *numbers("name-it", "say-how"))
    conversation = rows[rows.index("[phone]") : rows.index("SCORECARD: Saturday Friend")]
    assert max(map(len, conversation)) <= USUAL


def test_a_list_of_ids_plays_them_in_order_and_then_leaves() -> None:
    session, rows = a_session(), list[str]()
    play(session, Scripted(["name-it"]), rows.append)
    assert session.chosen == ("name-it",)
    assert session.phase is Phase.ABANDONED


def test_a_list_of_ids_may_hand_over_to_a_person() -> None:
    session, rows = a_session(), list[str]()
    person = Typing(reads(numbers("name-it", "say-how")[1], "Mine."), rows.append)
    play(session, Scripted(["name-it"], person), rows.append)
    assert session.chosen == ("name-it", "say-how")
    assert session.recorder.events[-1].answers[0].text == "Mine."  # type: ignore[attr-defined]


def test_an_id_that_is_not_offered_stops_the_list_with_what_is_possible() -> None:
    session = a_session()
    with pytest.raises(OptionUnavailable, match=r"`say-how` is not offered here \(at `the-text`\)\. Possible: name-it"):
        play(session, Scripted(["say-how"]), lambda text: None)
    assert session.turns == 0


def test_a_bot_plays_to_the_end_and_has_nothing_to_add() -> None:
    session = a_session()
    play(session, Bot(lambda offers: next(o.option.id for o in offers if o.locked is None)), lambda text: None)
    assert session.phase is Phase.DEBRIEF
    assert session.card().complete


def test_a_bot_is_not_told_what_it_could_type(tmp_path: Path) -> None:
    asked, unasked = tmp_path / "asked", tmp_path / "unasked"
    bot, person = Bot(lambda offers: offers[0].option.id), Typing(lambda prompt: "", lambda text: None)
    hint = "type its number where this text ends"
    play(a_session(unasked), Scripted(["laugh-it-off"], bot), (rows := list[str]()).append)
    assert not any(hint in row for row in rows)
    play(a_session(asked), Scripted(["laugh-it-off", "own-it"], person), (rows := list[str]()).append)
    assert any(hint in row for row in rows)


def test_content_notes_come_before_anything_happens() -> None:
    rows = _typed(a_session(text=SMALL + "content_notes: [Talks about illness.]\n"))
    assert rows[1] == "Content note: Talks about illness."


def test_words_of_ones_own_are_asked_for_before_the_options_and_stand_on_the_card() -> None:
    asks = SMALL.replace("    frame: social\n", "    frame: social\n    own_words: What would you type back?\n", 1)
    session = a_session(text=asks)
    rows = _typed(session, "Let's do it properly.", *numbers("name-it", "say-how"), "")
    asked = next(i for i, row in enumerate(rows) if row.startswith("What would you type back?"))
    assert asked < next(i for i, row in enumerate(rows) if row.startswith("1. "))
    assert "     in your own words: Let's do it properly." in rows


def test_what_to_play_next_stands_at_the_end_with_its_reason() -> None:
    session, rows = a_session(), []
    next_ = Next(session.scenario, "It asks for what was thin.")
    play(session, Typing(reads(*numbers("name-it", "say-how"), ""), rows.append), rows.append, None, lambda _: next_)
    assert rows[rows.index("\nWhere to go next:") + 1 :][:2] == [
        "It asks for what was thin.",
        f"Type: python main.py play {session.scenario.id} --text",
    ]
