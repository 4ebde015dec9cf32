"""A file under its author's hands: when it is read anew, and where the play stands then. The stat is told by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.author.preview import Preview, stamp
from game.play.phases import Phase
from game.play.session import Session
from game.testing import SMALL, a_rubric

TO_ANSWER = ("laugh-it-off",)
TO_END = ("laugh-it-off", "own-it")


class Desk:
    """A preview of a file, the saving of it, and the work that would be done beside the game."""

    def __init__(self, path: Path, text: str = SMALL, choices: tuple[str, ...] | None = None) -> None:
        self.path, self.saved = path, 0
        self.work: list[Callable[[], None]] = []
        path.write_text(text, encoding="utf-8")
        self.preview = Preview(
            path, a_rubric(), choices, stamp=lambda _: (self.saved, 0, 0), later=lambda work: self.work.append(work)
        )
        self.preview.poll()
        while self.work:
            self.work.pop()()
        self.preview.poll()

    def save(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")
        self.saved += 1

    def saved_and_read(self, old: str, new: str) -> None:
        assert old in SMALL
        self.save(SMALL.replace(old, new))
        assert not self.preview.poll()  # it may still be being written
        assert self.preview.poll()

    @property
    def codes(self) -> list[str]:
        """What is wrong with the file, as far as it is known."""
        return [problem.code for problem in self.preview.problems]

    def play(self, *choices: str, phase: Phase = Phase.CHOOSING) -> Session:
        """A play of the version that is shown, taken to a phase."""
        session = Preview(self.path, a_rubric(), choices).opening()
        assert session
        if phase is Phase.CHOOSING or phase in (Phase.REFLECTION, Phase.DEBRIEF):
            session.read()
        if phase is Phase.DEBRIEF:
            session.reflect([])
        return session


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "mine.yaml")


def test_nothing_is_read_while_nothing_is_saved(desk: Desk) -> None:
    assert not any(desk.preview.poll() for _ in range(5))


def test_a_file_is_read_once_it_keeps_still(desk: Desk) -> None:
    desk.save("half a fi")
    assert not desk.preview.poll()
    desk.save(SMALL.replace("The dog", "A cat"))
    before = desk.preview.exact
    assert not desk.preview.poll()
    assert desk.preview.exact is before
    assert desk.preview.poll()
    assert desk.preview.exact is not before
    assert not desk.preview.poll()


def test_a_stamp_tells_one_saving_from_another(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    assert stamp(file) is None
    assert stamp(Path("\0")) is None
    file.write_text("one")
    before = stamp(file)
    assert before == stamp(file)
    file.write_text("three")
    assert stamp(file) != before


def test_the_play_stays_at_the_same_decision(desk: Desk) -> None:
    before = desk.play(*TO_ANSWER)
    desk.saved_and_read("So, how would it work?", "And how would that go?")
    after, word = desk.preview.again(before)
    assert word == "at the same decision"
    assert (after.chosen, after.phase, after.position.node) == (TO_ANSWER, Phase.CHOOSING, "the-answer")
    assert "And how would that go?" in [line.text for scene in after.scenes() for line in scene.lines]
    assert after.journal_path is None


@pytest.mark.parametrize("phase", [Phase.READING, Phase.REFLECTION, Phase.DEBRIEF])
def test_the_play_stays_at_the_same_ending_in_the_same_phase(desk: Desk, phase: Phase) -> None:
    before = desk.play(*TO_END, phase=phase)
    desk.saved_and_read("She books for Tuesday.", "She books for Monday.")
    after, word = desk.preview.again(before)
    assert word == "at the same ending"
    assert after.phase is phase
    assert after.ending
    assert after.ending.text == "She books for Monday."


def test_the_play_stays_in_the_answer_to_a_choice(desk: Desk) -> None:
    before = desk.play()
    before.choose("name-it")
    desk.saved_and_read("You put words to what you both felt.", "You said it aloud.")
    after, _ = desk.preview.again(before)
    assert after.phase is Phase.FEEDBACK
    assert after.feedback().text == "You said it aloud."


def test_a_choice_that_is_gone_leads_back_to_where_it_was_made(desk: Desk) -> None:
    before = desk.play(*TO_END, phase=Phase.READING)
    desk.saved_and_read("id: own-it", "id: own-up")
    after, word = desk.preview.again(before)
    assert word == "`own-it` can no longer be chosen, so you are back at `the-answer`"
    assert (after.chosen, after.phase) == (TO_ANSWER, Phase.CHOOSING)


def test_a_choice_that_comes_back_brings_the_play_back(desk: Desk) -> None:
    before = desk.play(*TO_END, phase=Phase.READING)
    desk.saved_and_read("id: own-it", "id: own-up")
    fallen, _ = desk.preview.again(before)
    desk.saved_and_read("id: own-it", "id: own-it")
    after, word = desk.preview.again(fallen)
    assert word == "at the same ending"
    assert (after.chosen, after.phase) == (TO_END, Phase.READING)


def test_a_player_who_has_moved_on_is_not_brought_back(desk: Desk) -> None:
    before = desk.play(*TO_END, phase=Phase.READING)
    desk.saved_and_read("id: own-it", "id: own-up")
    fallen, _ = desk.preview.again(before)
    fallen.choose("change-subject")
    desk.saved_and_read("id: own-it", "id: own-it")
    after, _ = desk.preview.again(fallen)
    assert after.chosen == ("laugh-it-off", "change-subject")


def test_choices_that_lead_elsewhere_now_are_told(desk: Desk) -> None:
    before = desk.play(*TO_END, phase=Phase.READING)
    desk.saved_and_read("repairs: brushed-off\n        goto: clear", "repairs: brushed-off\n        goto: vague")
    after, word = desk.preview.again(before)
    assert word == "the same choices lead to `vague` now"
    assert after.position.node == "vague"


def test_a_story_that_is_shorter_now_stands_at_its_end(desk: Desk) -> None:
    before = desk.play(*TO_END, phase=Phase.READING)
    desk.saved_and_read("what you both felt.\n        goto: the-answer", "what you both felt.\n        goto: clear")
    assert desk.preview.again(before)[1] == "at the same ending"
    desk.save(SMALL.replace("goto: the-answer", "goto: clear"))
    desk.preview.poll()
    desk.preview.poll()
    after, word = desk.preview.again(before)
    assert word == "`own-it` can no longer be chosen, so you are back at `clear`"
    assert after.phase is Phase.READING


def test_the_options_keep_their_order_and_the_mode_stays(desk: Desk) -> None:
    before = desk.play()
    desk.saved_and_read("minutes: 3", "minutes: 4")
    after, _ = desk.preview.again(before)
    assert [o.option.id for o in after.offers()] == [o.option.id for o in before.offers()]
    assert after.mode is before.mode


def test_the_last_good_version_stays_while_the_file_is_broken(desk: Desk) -> None:
    good = desk.preview.exact
    desk.saved_and_read("goto: the-answer", "goto: the-anser")
    assert desk.preview.exact is good
    assert desk.preview.broken
    assert "unknown-target" in desk.codes
    desk.save(SMALL)
    desk.preview.poll()
    assert desk.preview.poll()
    assert desk.preview.exact is not good
    assert "unknown-target" not in desk.codes


def test_a_file_that_is_gone_is_a_problem_and_no_end(desk: Desk) -> None:
    desk.path.unlink()
    desk.saved += 1
    desk.preview.poll()
    assert desk.preview.poll()
    assert desk.codes == ["unreadable"]
    assert desk.preview.exact is not None


GATE = ("        moves: [names_dual_role]\n", "        moves: [names_dual_role, discloses_client]\n")


def test_the_exact_proofs_come_later(desk: Desk) -> None:
    desk.saved_and_read(*GATE)
    assert "gate-with-best" not in desk.codes
    assert not desk.preview.poll()  # begins them
    desk.work.pop(0)()
    assert desk.preview.poll()
    assert "gate-with-best" in desk.codes


def test_proofs_of_an_older_version_are_not_told(desk: Desk) -> None:
    desk.saved_and_read(*GATE)
    desk.preview.poll()
    (work,) = desk.work
    desk.saved_and_read("minutes: 3", "minutes: 4")
    assert not desk.preview.poll()
    assert desk.work == [work]  # one at a time
    work()
    assert not desk.preview.poll()
    assert "gate-with-best" not in desk.codes
    desk.work.pop()()
    desk.preview.poll()
    assert "gate-with-best" not in desk.codes


def test_one_choice_back_opens_it_again(desk: Desk) -> None:
    after = desk.preview.back(desk.play(*TO_END, phase=Phase.READING))
    assert after
    assert (after.chosen, after.phase) == (TO_ANSWER, Phase.CHOOSING)
    first = desk.preview.back(after)
    assert first
    assert first.position.node == "the-text"
    assert desk.preview.back(first) is None


def test_it_opens_at_the_choices_that_were_asked_for(tmp_path: Path) -> None:
    session = Desk(tmp_path / "a.yaml", choices=TO_ANSWER).preview.opening()
    assert session
    assert (session.chosen, session.phase, session.position.node) == (TO_ANSWER, Phase.READING, "the-answer")
    assert Desk(tmp_path / "b.yaml").preview.opening() is None


def test_a_file_that_never_was_good_has_no_version(tmp_path: Path) -> None:
    preview = Desk(tmp_path / "a.yaml", "title: ").preview
    assert preview.exact is None
    assert preview.problems


def test_a_warning_is_told_at_once_unless_the_author_allows_it(desk: Desk) -> None:
    lonely = "  lonely: {place: cafe, frame: social, ending: {kind: mixed, title: Apart, text: Nobody comes.}}\n"
    desk.saved_and_read("discussion:\n", f"{lonely}discussion:\n")
    assert "unreachable-node" in desk.codes
    assert not desk.preview.broken
    desk.saved_and_read("discussion:\n", f"  # allow unreachable-node: for later\n{lonely}discussion:\n")
    assert "unreachable-node" not in desk.codes
