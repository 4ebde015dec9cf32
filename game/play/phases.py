"""The phases of a session, as one table that is the code, the test and the diagram in the docs.

The machine carries no author data: a scenario's graph is data, walked by `game.story.engine`. Its triggers have no
callbacks, so a play looks its phases up in the table; `transitions`, which only this module imports, reads the same
table as a machine of its own, and a test plays both side by side.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from game.errors import WrongPhase

if TYPE_CHECKING:
    from transitions import Machine


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


_TO = {(source, trigger): target for trigger, source, target in TABLE}


class Phases:
    """The phase a session is in; `to(trigger)` moves it, or raises WrongPhase."""

    def __init__(self) -> None:
        self.state: Phase = Phase.BRIEFING

    def to(self, trigger: str) -> None:
        """Takes the transition called `trigger` from the present phase."""
        self.check(trigger)
        self.state = _TO[self.state, trigger]

    def check(self, trigger: str) -> None:
        """Raises WrongPhase unless `to(trigger)` is possible now; asked before anything is written."""
        if (self.state, trigger) not in _TO:
            raise self._wrong(trigger)

    def _wrong(self, trigger: str) -> WrongPhase:
        possible = ", ".join(t for t, source, _ in TABLE if source is self.state) or "nothing"
        return WrongPhase(f"`{trigger}` is not possible in phase {self.state.value}. Possible: {possible}.")


def machine() -> Machine:
    """Returns the table as a state machine of `transitions`, which refuses a table that is none."""
    from transitions import Machine

    rows = [{"trigger": trigger, "source": source, "dest": target} for trigger, source, target in TABLE]
    # auto_transitions on would build a trigger for every pair of states
    return Machine(states=Phase, initial=Phase.BRIEFING, transitions=rows, auto_transitions=False)


def diagram() -> str:
    """Returns the table as a Mermaid state diagram, for the docs."""
    rows = ["stateDiagram-v2", f"    [*] --> {Phase.BRIEFING.name}"]
    rows += [f"    {source.name} --> {target.name}: {trigger}" for trigger, source, target in TABLE]
    rows += [f"    {phase.name} --> [*]" for phase in Phase if phase not in LIVE]
    return "\n".join(rows)
