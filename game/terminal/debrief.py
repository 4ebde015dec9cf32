"""A debrief as plain lines: what to do differently first, what you wrote, then the card and what lies around it."""

from __future__ import annotations

from collections.abc import Sequence

from game.play import report
from game.play.closing import closing, closing_as_text
from game.play.learning import Next
from game.play.session import Session
from game.play.summing_up import as_text, own_words_as_text, summing_up
from game.rubric.archetypes import profiles
from game.terminal.wrapping import Write, wrapped
from game.words import _


def write_debrief(write: Write, session: Session, next_: Next | None = None, *, asks: bool = True) -> None:
    """Writes what came of it and what weighed most, the player's own words, the card, how the five bots score here, the
    questions to discuss, what to play next, where the journal lies; `asks` when somebody can type a turn
    to play on from."""
    write("")
    found = summing_up(session)
    _all(write, as_text(found))
    if asks and found.choices and session.journal_path:
        wrapped(write, _("To play on from one of these turns, type its number where this text ends."))
    if own := own_words_as_text(session):
        write("")
        _all(write, own)
    write("")
    wrapped(write, report.as_text(session.card(), session.exact.rubric, session.worded))
    write("")
    _ways_of_playing(write, session)
    if session.scenario.discussion:
        write("\n" + _("To talk about:"))
        _all(write, [f"- {question}" for question in session.scenario.discussion])
    if around := closing_as_text(closing(session.card(), session.scenario)):
        write("")
        _all(write, around)
    if next_:
        write("\n" + _("Where to go next:"))
        wrapped(write, next_.why)
        write(_("Type: {command}").format(command=f"python main.py play {next_.scenario.id} --text"))
    if session.journal_path:
        write("\n" + _("Journal: {path}").format(path=session.journal_path))


def _ways_of_playing(write: Write, session: Session) -> None:
    """Writes the five set ways of playing, each explained beside where it comes out here."""
    rubric = session.exact.rubric
    wrapped(write, _("For comparison, five set ways of playing this conversation:"))
    for code, card in profiles(session.exact).items():
        figures = ", ".join(
            f"{axis.name.lower()} {report.number(card.axes[a].path)}" for a, axis in rubric.axes.items()
        )
        way = rubric.archetypes[code]
        wrapped(write, _("{name}: {figures}. {means}").format(name=way.name, figures=figures, means=way.means or ""))


def _all(write: Write, rows: Sequence[str]) -> None:
    for row in rows:
        wrapped(write, row)
