"""One play: what is shown when, what is written first, and taking a play up again."""

from __future__ import annotations

import re
from dataclasses import replace
from gettext import NullTranslations
from itertools import product
from pathlib import Path

import pytest

from game.errors import JournalError, OptionUnavailable, WrongPhase
from game.play.events import Abandoned, Begun, Chosen, Event, Finished, Mode, Reflected, Resumed
from game.play.journal import MemoryRecorder, read_journal
from game.play.phases import Phase
from game.play.session import DEFAULT_REFLECTION, Session, new_session, resume_session
from game.rubric.scoring_model import ScoringModel
from game.testing import SMALL, Clock, a_rubric, a_scenario, a_session, an_exact, made, on
from game.words import speaking

PLAYS = [
    ("name-it", "say-how"),
    ("name-it", "change-subject"),
    ("laugh-it-off", "own-it"),
    ("laugh-it-off", "change-subject"),
]


def _events(session: Session) -> list[Event]:
    assert isinstance(session.recorder, MemoryRecorder)
    return session.recorder.events


def _heard(session: Session) -> list[str]:
    return [line.text for scene in session.scenes() for line in scene.lines]


# ── what is shown ─────────────────────────────────────────────────────────────────────────────────────


def test_a_play_goes_from_briefing_to_debrief_by_way_of_feedback() -> None:
    session = a_session()
    assert session.phase is Phase.BRIEFING
    session.begin()
    assert session.phase is Phase.READING
    session.read()
    assert session.phase is Phase.CHOOSING
    session.choose("name-it")
    assert session.phase is Phase.FEEDBACK
    session.go_on()
    session.read()
    session.choose("say-how")
    session.go_on()
    session.read()
    assert session.phase is Phase.REFLECTION
    session.reflect([])
    assert session.phase is Phase.DEBRIEF


def test_practice_shows_the_answer_and_what_was_done_after_each_choice() -> None:
    session = on(a_session())
    session.choose("laugh-it-off")
    feedback = session.feedback()
    assert [line.text for line in feedback.reply.lines] == ["Ha. Right."]
    assert feedback.did == ("You waved the awkwardness away.",)
    assert feedback.text == "The question stayed in the room."
    assert feedback.instead == "It is a fair question. Shall we talk about how it would work?"
    session.go_on()
    assert "Ha. Right." not in _heard(session)


def test_assess_goes_straight_on_and_begins_with_the_answer() -> None:
    session = on(a_session(mode=Mode.ASSESS))
    session.choose("laugh-it-off")
    assert session.phase is Phase.READING
    assert _heard(session) == ["Ha. Right.", "I did mean it, you know.", "So, how would it work?"]
    with pytest.raises(WrongPhase):
        session.go_on()


def test_there_is_no_feedback_before_the_first_choice() -> None:
    with pytest.raises(OptionUnavailable, match="no feedback before the first choice"):
        on(a_session()).feedback()


THOUGHTS = SMALL.replace(
    "          - dana (relieved): Oh good.", "          - dana (thinks): Phew.\n          - dana (relieved): Oh good."
).replace("      - dana: So, how", "      - dana (thinks): She means it.\n      - dana: So, how")


@pytest.mark.parametrize("mode", list(Mode))
def test_thoughts_are_never_shown_in_play_and_stand_on_the_card(mode: Mode) -> None:
    session = on(a_session(mode=mode, text=THOUGHTS))
    shown = _heard(session)
    session.choose("name-it")
    shown += [line.text for line in session.feedback().reply.lines]
    made(session, "say-how")
    shown += [line.text for scene in session.history for line in scene.lines]
    thoughts = {"Please don't make me feel silly for asking.", "Phew.", "She means it."}
    assert not thoughts & set(shown)
    assert {thought.words for choice in session.card().choices for thought in choice.thinks} == thoughts


def test_the_history_holds_everything_heard_and_said_in_order() -> None:
    session = made(a_session(), "laugh-it-off", "own-it")
    told = [(session.scenario.name_of(line.speaker), line.text) for scene in session.history for line in scene.lines]
    assert told == [
        ("", "Saturday, 9:14. Your phone buzzes on the counter."),
        ("Dana Reyes", "Would it be weird if I booked with you?"),
        ("You", "“Don't be silly, it's only me.”"),
        ("Dana Reyes", "Ha. Right."),
        ("Dana Reyes", "I did mean it, you know."),
        ("Dana Reyes", "So, how would it work?"),
        ("You", "“I laughed because I felt awkward. I am sorry.”"),
    ]


def test_an_act_is_told_and_not_spoken() -> None:
    session = made(a_session(), "name-it", "say-how")
    act = session.history[-2].lines[0]
    assert (act.speaker, act.text) == ("narration", "You tell her the fee, the hour and what stays in the room.")


def test_scenes_passed_by_jumps_are_all_shown_with_their_places() -> None:
    session = a_session(
        text="""
        nodes:
          first: {place: phone, frame: social, lines: [A buzz.], goto: second}
          second: {place: cafe, frame: social, lines: [A cup.], goto: third}
          third:
            place: clinic-desk
            frame: workplace
            lines: [A desk.]
            options:
              - {id: stop, say: "Stop.", goto: over}
          over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
        """
    )
    session.begin()
    places = [(s.place, s.frame, s.lines[0].text) for s in session.scenes()]
    assert places == [
        ("phone", "social", "A buzz."),
        ("cafe", "social", "A cup."),
        ("clinic-desk", "workplace", "A desk."),
    ]


# ── the order of options ──────────────────────────────────────────────────────────────────────────────


def _order(seed: int) -> tuple[str, ...]:
    return tuple(o.option.id for o in made(a_session(seed=seed), "laugh-it-off").offers())


@pytest.mark.parametrize("seed", [0, 7, -1, 2**63 - 1, -(2**63)])
def test_the_order_of_options_is_the_same_for_the_same_seed(seed: int) -> None:
    assert _order(seed) == _order(seed)
    assert sorted(_order(seed)) == ["change-subject", "own-it", "say-how"]


def test_every_order_of_three_options_comes_up_about_as_often() -> None:
    orders = [_order(seed) for seed in range(120)]
    counts = [orders.count(order) for order in set(orders)]
    assert len(counts) == 6
    assert min(counts) >= 8  # 20 expected; 8 lies three standard deviations below


def test_the_order_shown_is_in_the_journal() -> None:
    session = made(a_session(), "laugh-it-off")
    shown = tuple(o.option.id for o in session.offers())
    session.choose("own-it")
    event = _events(session)[-1]
    assert isinstance(event, Chosen)
    assert event.offered == shown
    assert (event.node, event.option) == ("the-answer", "own-it")


def test_a_locked_option_stays_in_its_place_with_its_reason() -> None:
    offers = made(a_session(), "laugh-it-off").offers()
    assert {o.option.id: o.locked for o in offers}["say-how"] == "She has gone quiet; this would not land now."


# ── what is written ───────────────────────────────────────────────────────────────────────────────────


def test_events_are_numbered_from_nought_without_a_gap() -> None:
    session = made(a_session(), "name-it", "say-how")
    session.reflect(["Mine."])
    kinds = [type(event) for event in _events(session)]
    assert kinds == [Begun, Chosen, Chosen, Finished, Reflected]
    assert [event.n for event in _events(session)] == [0, 1, 2, 3, 4]


def test_the_first_event_tells_what_the_scores_rest_on() -> None:
    session = a_session(player="  Ada  ")
    begun = _events(session)[0]
    assert isinstance(begun, Begun)
    assert (begun.scenario, begun.title, begun.seed, begun.mode) == ("scenario", "Saturday Friend", 7, "practice")
    assert begun.scenario_fingerprint == session.scenario.fingerprint
    assert begun.rubric_fingerprint == session.exact.rubric.fingerprint
    assert begun.player == "Ada"


def test_the_last_event_holds_the_path_scores_as_shown() -> None:
    session = made(a_session(), "name-it", "say-how")
    finished = _events(session)[-1]
    assert isinstance(finished, Finished)
    assert finished.ending == "clear"
    assert finished.card == {
        "role_held": 100.0,
        "relationship_acknowledged": 75.0,
        "client_power": None,
        "clinical_responsibility": None,
        "distinct_roles": 86.6,
        "shared_power": None,
    }


def test_time_is_counted_from_when_the_options_were_shown() -> None:
    clock = Clock()
    session = a_session(clock=clock)
    session.begin()
    clock.pass_ms(60_000)  # reading does not count
    session.read()
    clock.pass_ms(1234.4)
    session.choose("name-it")
    event = _events(session)[-1]
    assert isinstance(event, Chosen)
    assert event.elapsed_ms == 1234
    assert event.at == clock.now


def test_a_clock_that_is_put_back_gives_no_time_below_nought() -> None:
    clock = Clock()
    session = on(a_session(clock=clock))
    clock.pass_ms(-3_600_000)
    session.choose("name-it")
    event = _events(session)[-1]
    assert isinstance(event, Chosen)
    assert event.elapsed_ms == 0


def test_answers_are_kept_and_empty_ones_are_not() -> None:
    session = made(a_session(text=SMALL + "reflection: [First?, Second?, Third?]\n"), "name-it", "say-how")
    session.reflect(["  ", "I would wait.  ", ""])
    event = _events(session)[-1]
    assert isinstance(event, Reflected)
    assert [(a.question, a.text) for a in event.answers] == [("Second?", "I would wait.")]


def test_no_answer_at_all_writes_nothing() -> None:
    session = made(a_session(), "name-it", "say-how")
    session.reflect(["", " "])
    assert isinstance(_events(session)[-1], Finished)
    assert session.phase is Phase.DEBRIEF


def test_a_story_without_questions_asks_the_usual_one() -> None:
    assert a_session().reflection == DEFAULT_REFLECTION


@pytest.mark.parametrize("given", ["", "   ", None])
def test_a_name_of_nothing_is_no_name(given: str | None) -> None:
    begun = _events(a_session(player=given))[0]
    assert isinstance(begun, Begun)
    assert begun.player is None


# ── a failing recorder ────────────────────────────────────────────────────────────────────────────────


class Failing(MemoryRecorder):
    """A recorder whose disk is full until room is made."""

    full = False

    def write(self, event: Event) -> None:
        if self.full:
            raise JournalError("The disk is full.")
        super().write(event)


def _failing(mode: Mode = Mode.PRACTICE) -> tuple[Session, Failing]:
    session = a_session(mode=mode)
    recorder = Failing()
    recorder.events = _events(session)
    session.recorder = recorder
    return session, recorder


def _whole(session: Session) -> tuple[object, ...]:
    return session.phase, session.position, session.chosen, session.turns, list(session.history), session.scenes()


@pytest.mark.parametrize("mode", list(Mode))
def test_a_choice_that_cannot_be_written_is_not_made(mode: Mode) -> None:
    session, recorder = _failing(mode)
    on(session)
    before = _whole(session)
    recorder.full = True
    with pytest.raises(JournalError):
        session.choose("name-it")
    assert _whole(session) == before
    assert session.phase is Phase.CHOOSING
    recorder.full = False
    session.choose("laugh-it-off")
    assert [event.n for event in recorder.events] == [0, 1]
    assert session.chosen == ("laugh-it-off",)


def test_an_end_that_cannot_be_written_is_not_reached() -> None:
    session, recorder = _failing()
    made(session, "name-it").choose("say-how")
    session.go_on()
    recorder.full = True
    with pytest.raises(JournalError):
        session.read()
    assert session.phase is Phase.READING
    recorder.full = False
    session.read()
    assert session.phase is Phase.REFLECTION
    assert [type(event) for event in recorder.events] == [Begun, Chosen, Chosen, Finished]


def test_answers_that_cannot_be_written_can_be_given_again() -> None:
    session, recorder = _failing()
    made(session, "name-it", "say-how")
    recorder.full = True
    with pytest.raises(JournalError):
        session.reflect(["Mine."])
    assert session.phase is Phase.REFLECTION
    recorder.full = False
    session.reflect(["Mine."])
    assert isinstance(recorder.events[-1], Reflected)


def test_leaving_that_cannot_be_written_keeps_nobody_in_and_the_play_stands_as_one_that_was_cut_off() -> None:
    session, recorder = _failing()
    made(session, "name-it")
    recorder.full = True
    session.abandon()
    assert session.phase is Phase.ABANDONED
    assert [type(event) for event in recorder.events] == [Begun, Chosen]


# ── what a phase does not allow ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("act", "phase"),
    [
        ("choose", Phase.BRIEFING),
        ("choose", Phase.READING),
        ("choose", Phase.FEEDBACK),
        ("begin", Phase.READING),
        ("read", Phase.CHOOSING),
        ("read", Phase.FEEDBACK),
        ("go_on", Phase.CHOOSING),
        ("reflect", Phase.CHOOSING),
        ("reflect", Phase.BRIEFING),
    ],
)
def test_what_a_phase_does_not_allow_is_refused_and_nothing_is_written(act: str, phase: Phase) -> None:
    session = a_session()
    if phase is Phase.FEEDBACK:
        on(session).choose("name-it")
    else:
        on(session, until=(phase,))
    before, written = _whole(session), len(_events(session))
    with pytest.raises(WrongPhase):
        getattr(session, act)(*{"choose": ["name-it"], "reflect": [["Mine."]]}.get(act, []))
    assert _whole(session) == before
    assert len(_events(session)) == written


@pytest.mark.parametrize("act", ["begin", "read", "go_on", "abandon"])
def test_a_finished_play_stays_finished(act: str) -> None:
    session = made(a_session(), "name-it", "say-how")
    session.reflect([])
    written = len(_events(session))
    with pytest.raises(WrongPhase):
        getattr(session, act)()
    assert len(_events(session)) == written


def test_the_end_is_written_once_however_often_it_is_read() -> None:
    session = made(a_session(), "name-it", "say-how")
    with pytest.raises(WrongPhase):
        session.read()
    assert [type(e) for e in _events(session)].count(Finished) == 1


def test_a_locked_or_unknown_option_is_refused_and_nothing_is_written() -> None:
    session = made(a_session(), "laugh-it-off")
    written = len(_events(session))
    for option_id in ("say-how", "name-it", "nonsense", ""):
        with pytest.raises(OptionUnavailable):
            session.choose(option_id)
    assert len(_events(session)) == written
    assert session.phase is Phase.CHOOSING


# ── leaving, and taking up again ──────────────────────────────────────────────────────────────────────


def _resumed(path: Path, text: str = SMALL) -> Session:
    return resume_session(an_exact(text), path, Clock())[0]


def _path(session: Session) -> Path:
    assert session.journal_path is not None
    return session.journal_path


LEAVING = [Phase.BRIEFING, Phase.READING, Phase.CHOOSING, Phase.FEEDBACK]


@pytest.mark.parametrize("phase", LEAVING)
def test_a_play_can_be_left_in_any_phase_and_taken_up_again(phase: Phase, tmp_path: Path) -> None:
    session = a_session(tmp_path)
    if phase is Phase.FEEDBACK:
        on(session).choose("name-it")
    else:
        on(session, until=(phase,))
    session.abandon()
    assert session.phase is Phase.ABANDONED
    again = _resumed(_path(session))
    assert again.phase is (Phase.FEEDBACK if phase is Phase.FEEDBACK else Phase.READING)
    assert again.chosen == session.chosen
    assert again.position == session.position
    events = read_journal(_path(session)).events
    assert isinstance(events[-2], Abandoned)
    assert isinstance(events[-1], Resumed)


def test_in_practice_the_last_feedback_is_shown_again(tmp_path: Path) -> None:
    session = on(a_session(tmp_path))
    session.choose("name-it")
    told = session.feedback()
    again = _resumed(_path(session))
    assert again.phase is Phase.FEEDBACK
    assert again.feedback() == told
    assert on(again).offers() == on(session).offers()


def test_in_assess_mode_there_is_none_to_show_again(tmp_path: Path) -> None:
    session = made(a_session(tmp_path, Mode.ASSESS), "name-it")
    assert _resumed(_path(session)).phase is Phase.READING


def test_the_whole_history_is_there_after_taking_up_a_play(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "name-it")
    assert any(scene.lines for scene in session.history)
    assert _resumed(_path(session)).history == session.history


@pytest.mark.parametrize(("choices", "stop", "mode"), list(product(PLAYS, range(3), Mode)))
def test_a_resumed_play_comes_out_like_one_played_through(
    choices: tuple[str, ...], stop: int, mode: Mode, tmp_path: Path
) -> None:
    through = made(a_session(tmp_path / "through", mode=mode), *choices)
    first = on(a_session(tmp_path / "stopped", mode=mode))
    for option_id in choices[:stop]:
        on(first).choose(option_id)
    again = _resumed(_path(first))
    assert again.chosen == choices[:stop]
    assert (again.mode, again.seed) == (first.mode, first.seed)
    made(again, *choices[stop:])
    assert again.position == through.position
    assert again.card() == through.card()
    assert again.history == through.history
    assert [o.option.id for o in again.offers()] == [o.option.id for o in through.offers()]
    journal = read_journal(_path(again))
    assert journal.lost == ()
    assert [c.option for c in journal.choices] == list(choices)
    assert journal.finished is not None
    assert journal.finished.card == read_journal(_path(through)).finished.card  # type: ignore[union-attr]


def test_a_play_can_be_taken_up_again_and_again(tmp_path: Path) -> None:
    path = _path(on(a_session(tmp_path)))
    for choice in ("laugh-it-off", "own-it"):
        for _ in range(3):
            _resumed(path).abandon()
        made(_resumed(path), choice)
    journal = read_journal(path)
    assert [c.option for c in journal.choices] == ["laugh-it-off", "own-it"]
    assert journal.lost == ()
    assert journal.finished is not None


def test_a_finished_play_is_not_taken_up_again(tmp_path: Path) -> None:
    path = _path(made(a_session(tmp_path), "name-it", "say-how"))
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"finished play. Use `score`"):
        _resumed(path)
    assert path.read_bytes() == before


def test_a_damaged_play_is_not_taken_up_again_and_not_touched(tmp_path: Path) -> None:
    path = _path(made(a_session(tmp_path), "name-it"))
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([lines[0], b"garbage", *lines[1:]]))
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"damaged and cannot be continued. Line 2 cannot be read"):
        _resumed(path)
    assert path.read_bytes() == before


def test_a_scenario_that_no_longer_has_the_option_is_said_and_the_journal_not_touched(tmp_path: Path) -> None:
    path = _path(made(a_session(tmp_path), "name-it"))
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"choice 1 cannot be made again, because the scenario has changed.*Play it"):
        _resumed(path, SMALL.replace("id: name-it", "id: name-both"))
    assert path.read_bytes() == before


def test_a_scenario_that_has_changed_harmlessly_is_said(tmp_path: Path) -> None:
    path = _path(made(a_session(tmp_path), "name-it"))
    exact = an_exact(SMALL.replace("how is the dog", "how is your dog"))
    session, notes = resume_session(exact, path, Clock())
    assert session.chosen == ("name-it",)
    assert notes == ("The scenario has changed since this play began.",)
    assert resume_session(an_exact(), path, Clock())[1] == ()


def test_a_torn_last_line_is_said_when_a_play_is_taken_up_again(tmp_path: Path) -> None:
    path = _path(made(a_session(tmp_path), "name-it"))
    path.write_bytes(path.read_bytes()[:-5])
    session, notes = resume_session(an_exact(), path, Clock())
    assert session.chosen == ()
    assert len(notes) == 1
    assert re.match(r"The last line is torn \(\d+ bytes\)", notes[0])


def test_a_torn_play_is_taken_up_again_in_every_language_and_a_damaged_one_in_none(tmp_path: Path) -> None:
    path = _path(made(a_session(tmp_path), "name-it"))
    whole = path.read_bytes()
    for catalogue in (NullTranslations(), _Loud()):
        path.write_bytes(whole[:-5])
        with speaking(catalogue):
            assert resume_session(an_exact(), path, Clock())[0].chosen == ()
        first, second, *after = whole.splitlines(keepends=True)
        path.write_bytes(b"".join((first, b'{"n": 9' + second[6:], *after)))
        with speaking(catalogue), pytest.raises(JournalError):
            resume_session(an_exact(), path, Clock())


class _Loud(NullTranslations):
    """A language in which everything is told in capitals."""

    def gettext(self, message: str) -> str:
        return re.sub(r"(\{\w+\})|.", lambda found: found[1] or found[0].upper(), message)


def test_a_node_may_offer_as_many_options_as_a_scenario_may_hold(tmp_path: Path) -> None:
    options = "\n".join(f"              - {{id: o-{i}, say: Line {i}., goto: over}}" for i in range(500))
    text = f"""
        nodes:
          first:
            place: phone
            frame: social
            options:
{options}
          over: {{place: cafe, frame: social, ending: {{kind: good, title: Over, text: It is over.}}}}
        """
    session = made(a_session(tmp_path, text=text), "o-499")
    assert len(read_journal(_path(session)).choices[0].offered) == 500


@pytest.mark.parametrize("name", ["x" * 250, "caf\udcc3\udca9", ""])
def test_a_file_of_any_name_begins_a_journal_that_can_be_read(name: str, tmp_path: Path) -> None:
    exact = ScoringModel(replace(a_scenario(), id=name), a_rubric())
    session = made(new_session(exact, mode=Mode.PRACTICE, seed=1, logs=tmp_path, clock=Clock()), "name-it")
    assert len(read_journal(_path(session)).choices) == 1


def test_bytes_that_a_posix_locale_could_not_read_become_the_name_they_are(tmp_path: Path) -> None:
    name = "Zoë".encode().decode("ascii", "surrogateescape")  # what argv holds under LC_ALL=POSIX
    session = new_session(
        an_exact(), mode=Mode.PRACTICE, seed=1, logs=tmp_path, player=name, class_code="\udcff", clock=Clock()
    )
    begun = read_journal(_path(session)).begun
    assert (begun.player, begun.class_code) == ("Zoë", "�")


IN_OWN_WORDS = SMALL.replace("    frame: social\n", "    frame: social\n    own_words: What would you say?\n", 1)


def test_a_player_is_asked_once_for_words_of_their_own_and_finds_them_kept(tmp_path: Path) -> None:
    session = a_session(tmp_path, text=IN_OWN_WORDS)
    session.begin()
    session.read()
    assert session.own_words == "What would you say?"
    session.put_in_own_words("  Let's do it properly. ")
    assert session.own_words is None
    assert read_journal(_path(session)).worded == {1: "Let's do it properly."}


def test_words_of_ones_own_outlive_a_crash(tmp_path: Path) -> None:
    session = a_session(tmp_path, text=IN_OWN_WORDS)
    session.begin()
    session.read()
    session.put_in_own_words("Let's do it properly.")
    again, notes = resume_session(an_exact(IN_OWN_WORDS), _path(session), Clock())
    assert notes == ()
    assert again.worded == {1: "Let's do it properly."}
    assert again.own_words is None


def test_passing_the_question_by_leaves_no_trace(tmp_path: Path) -> None:
    session = a_session(tmp_path, text=IN_OWN_WORDS)
    session.begin()
    session.read()
    session.put_in_own_words(" ")
    assert session.own_words is None
    assert read_journal(_path(session)).worded == {}
