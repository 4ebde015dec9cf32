"""After a debrief in the terminal: another path beside this one, in words, and playing on from any turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.play import compare
from game.play.branch import branch_session
from game.play.family import Trail, beside, found_trails, told_not_scored
from game.play.session import Session
from game.terminal.wrapping import Write, number_typed, wrapped
from game.words import N_, _

Ask = Callable[[str], str | None]

HELP = N_("Type the number of a turn to choose anew there. This path stays as it is. Just Enter ends.")


def next_path(session: Session, ask: Ask, write: Write) -> Session | None:
    """Returns the play that the player goes on with from a turn of this one; None when they have had enough.

    Before that, this path is told beside the one it goes on from, and beside any other that they name.
    """
    path = session.journal_path
    if path is None or not session.turns:
        return None
    found, not_scored = found_trails(session.exact, path)
    others = {trail.number: trail for trail in found if trail.path != path}
    first = beside(found, session.begun)
    if first is not None:
        write_pair(write, session, first)
    _list(write, list(others.values()), not_scored)
    while True:
        typed = ask(_("Play on from which turn? (1–{count}, or just Enter to end): ").format(count=session.turns))
        match (typed or "").strip().lower():
            case "" | "q":
                return None
            case word if (turn := number_typed(word)) is not None and 1 <= turn <= session.turns:
                wrapped(write, "\n" + _("Back to turn {turn}. Earlier lines are kept; h shows them.").format(turn=turn))
                return branch_session(session.exact, path, turn, session.clock)[0]
            case word if word[:1] == "p" and (trail := others.get(number_typed(word[1:]) or 0)):
                write_pair(write, session, trail)
            case _:
                wrapped(write, _(HELP))


def write_pair(write: Write, session: Session, other: Trail) -> None:
    """Writes this path and another, compared."""
    parts = compare.compare(session.card(), other.card, other.name, session.scenario, session.exact.rubric)
    write("")
    wrapped(write, compare.as_text(parts, other.name))


def _list(write: Write, others: Sequence[Trail], not_scored: int) -> None:
    """Lists the other paths, where there is more than one to compare with, and says how many are left out."""
    if not_scored:
        wrapped(write, told_not_scored(not_scored))
    if len(others) < 2:
        return
    wrapped(write, "\n" + _("Other paths of this conversation. To compare with one, type its letter and number:"))
    for trail in others:
        write(f"  p{trail.number}: {compare.headed(trail.name)}")
