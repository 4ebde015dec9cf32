"""After a debrief in the terminal: another path beside this one, in words, and playing on from any turn."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from game.play import compare
from game.play.branch import branch_session
from game.play.family import Trail, beside, trails
from game.play.session import Session
from game.words import N_, _

Ask = Callable[[str], str | None]
Write = Callable[[str], None]

WIDTH = 80
HELP = N_("Type the number of a turn to choose anew there. This path stays as it is. Just Enter ends.")


def next_path(session: Session, ask: Ask, write: Write) -> Session | None:
    """The play that the player goes on with from a turn of this one; None when they have had enough.

    Before that, this path is told beside the one it goes on from, and beside any other that they name.
    """
    path = session.journal_path
    if path is None or not session.turns:
        return None
    found = trails(session.exact, path)
    others = {trail.number: trail for trail in found if trail.path != path}
    first = beside(found, session.begun)
    if first is not None:
        write_pair(write, session, first)
    _list(write, list(others.values()))
    while True:
        typed = ask(_("Play on from which turn? (1–{count}, or just Enter to end): ").format(count=session.turns))
        match (typed or "").strip().lower():
            case "" | "q":
                return None
            case word if (turn := _number(word)) is not None and 1 <= turn <= session.turns:
                write("\n" + _("Back to turn {turn}. Earlier lines are kept; h shows them.").format(turn=turn))
                return branch_session(session.exact, path, turn, session.clock)[0]
            case word if word[:1] == "p" and (trail := others.get(_number(word[1:]) or 0)):
                write_pair(write, session, trail)
            case _:
                _wrapped(write, _(HELP))


def write_pair(write: Write, session: Session, other: Trail) -> None:
    """This path and another, compared."""
    parts = compare.compare(session.card(), other.card, other.name, session.scenario, session.exact.rubric)
    write("")
    for row in compare.as_text(parts, other.name).split("\n"):
        _wrapped(write, row)


def _list(write: Write, others: Sequence[Trail]) -> None:
    """The other paths, where there is more than one to compare with."""
    if len(others) < 2:
        return
    write("\n" + _("Other paths of this conversation. To compare with one, type its letter and number:"))
    for trail in others:
        write(f"  p{trail.number}: {compare.headed(trail.name)}")


def _number(word: str) -> int | None:
    return int(word[:4]) if word.isascii() and word.isdigit() else None


def _wrapped(write: Write, text: str) -> None:
    indent = text[: len(text) - len(text.lstrip())]
    rows = textwrap.wrap(
        text.strip(),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for row in rows or [""]:
        write(row)
