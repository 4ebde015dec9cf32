"""How a debrief opens: what came of it, the choices that weighed most, hard limits; then what the player wrote."""

from __future__ import annotations

from game.play.session import Session
from game.play.summing_up import (
    NO_LIMIT,
    CrossedLimit,
    SummingUp,
    WeightyChoice,
    answered,
    limits_heading,
    no_break,
    repair,
    typed,
)
from game.window.charts.strip import OpenTurn
from game.window.screens.turns import PlayOn
from game.window.toolkit.boxes import Box, Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import _, quoted

NARROW = 17  # ems below which two columns stand one under the other


def summary(found: SummingUp, *, anew: bool) -> list[Widget]:
    """Returns the three things that a debrief opens with; `anew` when a choice can be made anew."""
    parts: list[Widget] = [Text(found.who, colour="muted"), Text(found.outcome, "heading")]
    if found.crossed:  # said at once, and calmly
        limits = [_crossed(one, anew=anew) for one in found.crossed]
        limits += [Text(found.past_mending)] if found.past_mending else []
        parts.append(Box([Text(limits_heading(found), "strong"), *limits], bar="warm", pad=0.6))
    parts += [Text(found.none)] if found.none else []
    if found.choices:
        choices = [_weighed(choice, anew=anew) for choice in found.choices]
        parts.append(Column([Text(found.heading, "heading", "accent"), *choices], 0.4))
    return parts if found.crossed else [*parts, Sign("tick", _(NO_LIMIT), "text")]


def _crossed(one: CrossedLimit, *, anew: bool) -> Widget:
    """Returns a hard limit that was crossed: what it was, what was chosen, another line, and the way back there."""
    told: list[Widget] = [
        Sign("warning", one.told, "warm"),
        *_chosen(one),
    ]
    if one.instead:
        told += [Sign("pencil", _("Something else to try"), "accent", "strong"), Text(one.instead)]
    return Column([*told, _ways_back(one.turn, "limit", anew=anew)], 0.2)


def _chosen(one: WeightyChoice | CrossedLimit) -> list[Widget]:
    """Returns what was said last before a choice, and what was chosen."""
    chosen = Text(_("You chose: {words}").format(words=one.chosen))
    return [Text(one.heard, colour="muted"), chosen] if one.heard else [chosen]


def _ways_back(turn: int, why: str, *, anew: bool) -> Widget:
    """Returns the ways back to a turn: to play on from there, where that is possible, and to look at it."""
    buttons: list[Widget] = []
    if anew:
        buttons.append(Button(_("Play on from here"), PlayOn(turn), sign="fork", key=f"{why}-on-{turn}"))
    label = _("See turn {turn}").format(turn=turn)
    buttons.append(Button(label, OpenTurn(turn), kind="quiet", key=f"{why}-see-{turn}"))
    return Flow(buttons, 0.4)


def _weighed(choice: WeightyChoice, *, anew: bool) -> Widget:
    """Returns one of the choices that weighed most, beside another line to try."""
    where = _("Turn {turn}").format(turn=choice.turn)
    chosen = Column([Text(where, "strong"), *_chosen(choice)], 0.15)
    better = Column([Sign("pencil", _("Something else to try"), "accent", "strong"), Text(choice.better)], 0.15)
    why = Text(choice.why, colour="muted")
    parts = [Row([chosen, better], gap=1.4, least=NARROW), why, _ways_back(choice.turn, "play", anew=anew)]
    return Box(parts, bar="accent", gap=0.3, pad=0.6)


def breaks(found: SummingUp) -> list[Widget]:
    """Returns what broke between the two, how late it was repaired, and something else to try there."""
    parts: list[Widget] = [Text(_("Breaks and repairs"), "heading")]
    for one in found.breaks:
        sign, colour = ("mend", "accent") if one.repaired else ("split", "warm")
        told: list[Widget] = [Text(_("Turn {opened}: {what}").format(opened=one.turn, what=one.told))]
        told.append(Sign(sign, repair(one), colour))
        if one.instead:
            told += [Sign("pencil", _("Something else to try"), "accent", "strong"), Text(one.instead)]
        parts.append(Box(told))
    return parts if found.breaks else [*parts, Text(no_break(found), colour="muted")]


def own_words(session: Session) -> list[Widget]:
    """Returns what the player wrote: before their choices, each beside the line that they chose, and at the end."""
    rows: list[Widget] = []
    for one in typed(session):
        head = _("Turn {turn}: you wrote").format(turn=one.turn)
        mine = Column([Sign("pencil", head, "accent", "strong"), Text(quoted(one.words))], 0.15)
        chosen = Column([Text(_("The line that you chose"), "strong"), Text(one.chosen)], 0.15)
        rows.append(Row([mine, chosen], gap=1.4, least=NARROW))
    rows += [Column([Text(a.question, "strong"), Text(quoted(a.text))], 0.15) for a in answered(session)]
    return [Text(_("What you wrote yourself"), "heading"), *rows] if rows else []
