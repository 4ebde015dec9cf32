"""The phases of a session, as one table that is the code, the test and the diagram in the docs.

The machine carries no author data: a scenario's graph is data, walked by `game.story.engine`. This is the
only module that imports `transitions`.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from transitions import Event, Machine, MachineError

from game.errors import WrongPhase


class Phase(Enum):
    """Where a session is."""

    BRIEFING = "briefing"
    READING = "reading"
    CHOOSING = "choosing"
    FEEDBACK = "feedback"
    REFLECTION = "reflection"
    DEBRIEF = "debrief"
    ABANDONED = "abandoned"


LIVE = (Phase.BRIEFING, Phase.READING, Phase.CHOOSING, Phase.FEEDBACK, Phase.REFLECTION)

# trigger, from, to
TABLE: tuple[tuple[str, Phase, Phase], ...] = (
    ("begin", Phase.BRIEFING, Phase.READING),
    ("offer", Phase.READING, Phase.CHOOSING),
    ("end", Phase.READING, Phase.REFLECTION),
    ("choose", Phase.CHOOSING, Phase.READING),
    ("choose_with_feedback", Phase.CHOOSING, Phase.FEEDBACK),
    ("go_on", Phase.FEEDBACK, Phase.READING),
    ("reflect", Phase.REFLECTION, Phase.DEBRIEF),
    *(("abandon", phase, Phase.ABANDONED) for phase in LIVE),
)
TRIGGERS = tuple(dict.fromkeys(trigger for trigger, _, _ in TABLE))


class _PlainEvent(Event):
    """A trigger without callbacks or conditions: our table has none, and asking for them costs twenty times more."""

    def trigger(self, model: Any, *_args: object, **_kwargs: object) -> bool:
        """Moves the model along the table; raises MachineError where the table has no row."""
        for transition in self.transitions[model.state.name]:
            model.state = Phase[str(transition.dest)]
            return True
        raise MachineError(self.name)


class _PlainMachine(Machine):
    event_cls = _PlainEvent


class Phases:
    """The phase a session is in; `to(trigger)` moves it, or raises WrongPhase."""

    def __init__(self) -> None:
        self.state: Phase = Phase.BRIEFING
        self._machine = _PlainMachine(
            model=self,
            states=Phase,
            initial=Phase.BRIEFING,
            transitions=[{"trigger": t, "source": source, "dest": target} for t, source, target in TABLE],
            auto_transitions=False,  # on, they would build a trigger for every pair of states
        )

    def to(self, trigger: str) -> None:
        """Takes the transition called `trigger` from the present phase."""
        try:
            self._machine.events[trigger].trigger(self)
        except MachineError:
            raise self._wrong(trigger) from None

    def check(self, trigger: str) -> None:
        """Raises WrongPhase unless `to(trigger)` is possible now; asked before anything is written."""
        if not self._machine.events[trigger].transitions[self.state.name]:
            raise self._wrong(trigger)

    def _wrong(self, trigger: str) -> WrongPhase:
        possible = ", ".join(t for t, source, _ in TABLE if source is self.state) or "nothing"
        return WrongPhase(f"`{trigger}` is not possible in phase {self.state.value}. Possible: {possible}.")


def diagram() -> str:
    """The table as a Mermaid state diagram, for the docs."""
    rows = ["stateDiagram-v2", f"    [*] --> {Phase.BRIEFING.name}"]
    rows += [f"    {source.name} --> {target.name}: {trigger}" for trigger, source, target in TABLE]
    rows += [f"    {phase.name} --> [*]" for phase in Phase if phase not in LIVE]
    return "\n".join(rows)
