"""A term from whatever a teacher names: journals read once, figures that may be shown, and the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from game import locations
from game.app.library import Library
from game.debrief.class_pages import kit, pseudonyms_of, see_that_there_are
from game.debrief.read.classes import items
from game.debrief.read.keys import other_keys
from game.debrief.read.pseudonyms import normalised
from game.debrief.read.sources import files, show
from game.debrief.term import groups
from game.debrief.term.figures import NextScenarios, TermFigures, term_figures
from game.debrief.term.page import term_page
from game.debrief.term.plays import Progress, TermRead, read_term
from game.errors import GameError, UsageError
from game.files import write_shared, write_whole
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.words import _

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Term:
    """What was named, read: people and plays, the figures that may be shown, and the scenarios that they rest on."""

    read: TermRead
    figures: TermFigures
    exact: Mapping[str, ScoringModel]
    rubric: Rubric
    further: NextScenarios


def open_term(
    logs: tuple[Path, ...],
    say: Say,
    scenario: str | None = None,
    codes: Collection[str] = (),
    key: Path | None = None,
    *,
    names: bool = False,
    afresh: bool = False,
    progress: Progress = lambda _: None,
    language: str | None = None,
) -> Term:
    """Returns a term read from files, folders or zips; raises UsageError when nothing there could be used.

    say: is told what was left out, one line at a time
    scenario: only this scenario, by id or file
    codes: only classes with these codes; none for all
    key: the file behind the pseudonyms
    afresh: forgets what was shown of these plays before
    progress: is told how many journals are read
    language: the one that scenarios and rubric are told in, where they are; None for their own
    """
    see_that_there_are(logs)
    scenarios, pseudonyms = kit(scenario, language=language), pseudonyms_of(key, say)
    for warning in other_keys(logs, pseudonyms):
        say(warning)
    reader = scenarios.reader()
    read = read_term(items(files(logs)), reader, pseudonyms, codes, names=names, progress=progress)
    _tell(read, say)
    if not read.people:
        wanted = _(" with the class code {code}").format(code=_(" or ").join(codes)) if codes else ""
        none = _("No play of a term was found there{of_class}. `collect` says what each file is.")
        raise UsageError(none.format(of_class=wanted))
    names_there = sorted({name for person in read.people for name in person.played})
    models = {name: model for name in names_there if (model := reader.exact(name)) is not None}
    further = NextScenarios(Library.shipped(language).shelf()[0], scenarios.rubric)
    path = locations.home() / groups.FILE
    made = groups.load(path)
    if afresh:
        made = [group for group in made if group.scenario not in models]
    figures, shown = term_figures(read.people, models, scenarios.rubric, further, made, _among(codes))
    for title in figures.kept:
        told = _(
            "{title}: these are the figures of the page that was made before, since fewer than ten plays came or went."
        )
        say(told.format(title=title))
    groups.save(path, shown, made)
    ordered = {one.id: models[one.id] for one in figures.scenarios}
    return Term(read, figures, ordered, scenarios.rubric, further)


def write_term_page(term: Term, out: Path, *, names: bool = False, group_only: bool = False) -> None:
    """Writes the page of a term, with its people for one's own account alone; raises GameError where it cannot."""
    page = term_page(term.figures, term.read, term.exact, term.rubric, term.further, names=names, group_only=group_only)
    try:
        (write_shared if group_only else write_whole)(out, page.encode("utf-8"))
    except OSError as error:
        raise GameError(f"{show(out)} cannot be written: {error.strerror or error}.") from None


def _among(codes: Collection[str]) -> str:
    return "\n".join(sorted({normalised(code) for code in codes}))


def _tell(read: TermRead, say: Say) -> None:
    for trouble in read.troubles[:20]:
        say(_("Left out: {what}: {why}").format(what=trouble.label, why=trouble.why))
    if read.unread > 20:
        say(_("… and {n} more. `collect` sorts them.").format(n=read.unread - 20))
