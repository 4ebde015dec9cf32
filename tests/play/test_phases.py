"""The phases: the table is the machine, and the diagram is the table."""

from __future__ import annotations

import re

import pytest
from transitions import MachineError

from game.errors import WrongPhase
from game.play.phases import LIVE, TABLE, TRIGGERS, Phase, Phases, diagram, machine

BY_PAIR = {(source, trigger): target for trigger, source, target in TABLE}
PAIRS = [(phase, trigger) for phase in Phase for trigger in TRIGGERS]


def _in(phase: Phase) -> Phases:
    phases = Phases()
    phases.state = phase
    return phases


@pytest.mark.parametrize(("phase", "trigger"), PAIRS)
def test_every_phase_takes_a_trigger_as_the_table_says_or_refuses_it(phase: Phase, trigger: str) -> None:
    phases = _in(phase)
    if (phase, trigger) in BY_PAIR:
        phases.check(trigger)
        phases.to(trigger)
        assert phases.state is BY_PAIR[phase, trigger]
    else:
        with pytest.raises(WrongPhase, match=f"`{trigger}` is not possible in phase {phase.value}"):
            phases.check(trigger)
        with pytest.raises(WrongPhase, match=f"`{trigger}` is not possible in phase {phase.value}"):
            phases.to(trigger)
        assert phases.state is phase


def test_transitions_makes_the_same_machine_of_the_table() -> None:
    for phase, trigger in PAIRS:
        theirs, ours = machine(), _in(phase)
        theirs.set_state(phase)
        if (phase, trigger) in BY_PAIR:
            theirs.trigger(trigger)
            ours.to(trigger)
            assert theirs.state is ours.state
        else:
            with pytest.raises(MachineError):
                theirs.trigger(trigger)


def test_a_session_starts_at_the_briefing() -> None:
    assert Phases().state is Phase.BRIEFING


def test_checking_moves_nothing() -> None:
    phases = Phases()
    phases.check("begin")
    assert phases.state is Phase.BRIEFING


def test_a_refusal_says_what_is_possible() -> None:
    with pytest.raises(WrongPhase, match=r"Possible: offer, end, abandon\.$"):
        _in(Phase.READING).to("begin")
    with pytest.raises(WrongPhase, match=r"Possible: nothing\.$"):
        _in(Phase.ABANDONED).to("begin")


def test_no_row_of_the_table_contradicts_another() -> None:
    assert len(BY_PAIR) == len(TABLE)


def test_every_live_phase_can_be_left_and_no_other() -> None:
    assert {source for trigger, source, _ in TABLE if trigger == "abandon"} == set(LIVE)
    assert {source for _, source, _ in TABLE} == set(LIVE)


def test_every_phase_can_be_reached_from_the_briefing() -> None:
    reached = {Phase.BRIEFING}
    for _ in Phase:
        reached |= {target for _, source, target in TABLE if source in reached}
    assert reached == set(Phase)


def test_two_sessions_do_not_share_their_phase() -> None:
    one, two = Phases(), Phases()
    one.to("begin")
    assert (one.state, two.state) == (Phase.READING, Phase.BRIEFING)


def test_the_diagram_is_the_table() -> None:
    rows = re.findall(r"^ +([A-Z]+) --> ([A-Z]+): (\w+)$", diagram(), re.MULTILINE)
    assert rows == [(source.name, target.name, trigger) for trigger, source, target in TABLE]
    assert "[*] --> BRIEFING" in diagram()
    assert set(re.findall(r"([A-Z]+) --> \[\*\]", diagram())) == {"DEBRIEF", "ABANDONED"}
