"""A class's plays, choices, answers and options as rows: which columns there are, and what stands in them.

`docs/debrief.md` says of each column what it means and who may see it. Crossed hard limits stay out of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import zip_longest

from game.debrief.export.xapi import played_ms
from game.debrief.figures.model import ClassFigures, NodeFigures, OptionFigures, ScoredPlay
from game.debrief.read.pseudonyms import known_by
from game.play.events import Chosen
from game.rubric.model import AXES, COMPONENTS, POLES
from game.rubric.sample import HowGood
from game.rubric.score import ChoiceRecord, Score

Cell = str | int | float | bool | datetime | None
Row = dict[str, Cell]


def columns(names: Sequence[str], parts: Sequence[str]) -> tuple[str, ...]:
    """Returns a column for each name and part."""
    return tuple(f"{name}_{part}" for name in names for part in parts)


ESTIMATED = ("estimated_from", "estimated_within")
_READING = ("path", "moment", "chance")
_POINTS = ("points", "lowest", "highest")
PLAYS = (
    *("session", "actor", "pseudonym", "known_by", "name", "class_code", "scenario", "title", "begun_utc", "mode"),
    *("branched_from", "branched_at", "turns", "played_s", "complete", "ending", "ending_kind", "scored"),
    *ESTIMATED,
    *columns(COMPONENTS, _READING),
    *columns(AXES, (*_READING, "name")),
    *columns(POLES, ("chosen", "offered")),
    *("ruptures", "repaired", "scenario_fingerprint", "rubric_fingerprint", "notes"),
)
WHOSE = ("session", "pseudonym", "scenario")
CHOICE = ("turn", "node", "place", "option", "said")
CAME_TO = ("moves", *columns(COMPONENTS, _POINTS), "poles", "trust", "ease", "voice")
CHOICES = (*WHOSE, *CHOICE, "shown", "elapsed_s", "copied", *CAME_TO)
ITEMS = (
    *("scenario", "node", "place", "reached_this_node", "option", "said", "pooled", "chosen", "share", "statistics"),
    *(f"{name}_achievable" for name in COMPONENTS),
    *columns(AXES, ("point_biserial", "low_third", "middle_third", "high_third")),
)
NAMES = ("name", "class_code", "pseudonym", "known_by", "plays")
ANSWERS = ("session", "pseudonym", "scenario", "question", "answer")


def add_plays(
    plays: Iterable[ScoredPlay],
    to_plays: Callable[[Row], None],
    to_choices: Callable[[ScoredPlay], None],
    to_answers: Callable[[Row], None],
) -> None:
    """Gives each play's rows to the three tables that tell of plays, one play after another.

    to_choices: takes the whole play, a table of choices being the longest by far
    """
    for play in plays:
        to_plays(play_row(play))
        to_choices(play)
        for row in answer_rows(play):
            to_answers(row)


def play_row(play: ScoredPlay) -> Row:
    """Returns the row of a play, with its scores where it could be scored."""
    begun, card, end = play.journal.begun, play.card, play.journal.finished
    row: dict[str, Cell] = {
        "session": play.session,
        "actor": play.actor,
        "pseudonym": play.pseudonym,
        "known_by": known_by(begun),
        "name": play.name,
        "class_code": play.class_code,
        "scenario": play.scenario,
        "title": play.title,
        "begun_utc": _utc(play),
        "mode": begun.mode.value,
        "branched_from": begun.branched_from,
        "branched_at": begun.branched_at,
        "turns": len(play.journal.choices),
        "played_s": played_ms(play.journal.lived) / 1000,
        "complete": play.complete,
        "ending": end.ending if end else None,
        "scenario_fingerprint": begun.scenario_fingerprint,
        "rubric_fingerprint": begun.rubric_fingerprint,
        "scored": "anew",
        "notes": " ".join(play.notes),
    }
    if card is None:
        return row | {"scored": "as given" if play.given else "no"} | {f"{n}_path": v for n, v in play.given.items()}
    for name, reading in {**card.components, **card.axes}.items():
        row |= _reading(name, reading)
    row |= {f"{name}_name": axis.name for name, axis in card.axes.items()}
    for name, pole in card.poles.items():
        row |= {f"{name}_chosen": pole.chosen, f"{name}_offered": pole.offered}
    return row | {
        **estimated(card.estimate),
        "ending_kind": card.ending.kind if card.ending else None,
        "ruptures": len(card.ruptures),
        "repaired": sum(r.repaired is not None for r in card.ruptures),
    }


def estimated(how_good: HowGood | None) -> Row:
    """Returns the columns that mark scores as estimates: from how many plays, and by how much they may be off; none
    where scores are exact."""
    if how_good is None:
        return {}
    return dict(zip(ESTIMATED, (how_good.plays, how_good.points), strict=True))


def _utc(play: ScoredPlay) -> datetime:
    """Returns when the play began, in the time of Greenwich, which spreadsheets know no zone for."""
    moment = play.begun
    with suppress(OverflowError):  # the edge of the calendar
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None, microsecond=0)


def _reading(name: str, reading: Score) -> Row:
    return {f"{name}_path": reading.path, f"{name}_moment": reading.moment, f"{name}_chance": reading.chance}


def choice_rows(play: ScoredPlay) -> Iterator[Row]:
    """Returns a row for each choice of a play."""
    mine, copied = whose(play), play.journal.copied
    for turn, choice, record in choices_made(play):
        seen: Row = {
            "shown": " ".join(choice.offered),
            "elapsed_s": choice.elapsed_ms / 1000,
            "copied": turn <= copied,
        }
        yield mine | choice_row(turn, choice.node, choice.option, record) | seen | came_to(record)


def whose(play: ScoredPlay) -> Row:
    """Returns the columns that tell of which play a row is."""
    return {"session": play.session, "pseudonym": play.pseudonym, "scenario": play.scenario}


def choice_row(turn: int, node: str, option: str, record: ChoiceRecord | None) -> Row:
    """Returns the columns that tell what was chosen, and where."""
    row: Row = {"turn": turn, "node": node, "option": option}
    return row | {"place": record.place, "said": record.say} if record else row


def choices_made(play: ScoredPlay) -> Iterator[tuple[int, Chosen, ChoiceRecord | None]]:
    """Returns each choice as journalled, with its turn and, where it could be scored, what it came to."""
    records = play.card.choices if play.card else ()
    for turn, (choice, record) in enumerate(zip_longest(play.journal.choices, records), 1):
        if choice is not None:
            yield turn, choice, record


def came_to(record: ChoiceRecord | None) -> Row:
    """Returns the columns that tell what a choice came to; none where it could not be scored."""
    if record is None:
        return {}
    row: dict[str, Cell] = {
        "moves": " ".join(record.moves),
        "poles": " ".join(record.poles),
        "trust": record.state.trust,
        "ease": record.state.ease,
        "voice": record.state.voice,
    }
    for name, *points in zip(COMPONENTS, record.vector, record.low, record.high, strict=True):
        row |= {f"{name}_{part}": value for part, value in zip(_POINTS, points, strict=True)}
    return row


def answer_rows(play: ScoredPlay) -> Iterator[Row]:
    """Returns a row for each open question that was answered."""
    given = play.journal.reflected
    for answer in given.answers if given else ():
        yield whose(play) | {"question": answer.question, "answer": answer.text}


def item_rows(figures: ClassFigures) -> Iterator[Row]:
    """Returns a row an option, as far as small numbers may be told; those pooled stand together in a row `others`."""
    for node in figures.nodes:
        about: dict[str, Cell] = {
            "scenario": figures.scenario,
            "node": node.node,
            "place": node.place,
            "reached_this_node": node.n,
            "statistics": _standing(node),
        }
        for option in node.options:
            yield about | _option(option)
        if node.others is not None:
            yield about | {"option": "others", "pooled": True, "chosen": node.others, "share": node.others_share}


def _standing(node: NodeFigures) -> str:
    if node.items_hidden:
        return "hidden: too few plays"
    return "provisional" if node.provisional else "firm"


def _option(option: OptionFigures) -> Row:
    row: dict[str, Cell] = {
        "option": option.option,
        "said": option.say,
        "pooled": option.pooled,
        "chosen": option.count,
        "share": option.share,
    }
    row |= {f"{name}_achievable": share for name, share in option.achievable.items()}
    row |= {f"{axis}_point_biserial": value for axis, value in option.point_biserial.items()}
    for axis, thirds in option.tertiles.items():
        names = (f"{axis}_{part}_third" for part in ("low", "middle", "high"))
        row |= dict(zip(names, thirds or (None, None, None), strict=True))
    return row
