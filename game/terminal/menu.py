"""The title and the library as plain lines: what to play, under what name, in which mode."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.play.events import Mode
from game.play.players import tidy
from game.scenario.model import Scenario
from game.terminal.wrapping import Write, number_typed, wrapped
from game.words import _


@dataclass(frozen=True, slots=True)
class PlayRequest:
    """What a player wants to play, and how."""

    scenario: Scenario
    mode: Mode
    player: str | None


def pick(
    scenarios: Sequence[Scenario],
    read: Callable[[str], str | None],
    write: Write,
    names: Sequence[str] = (),
    player: str | None = None,
) -> PlayRequest | None:
    """Returns what the player picks from the library; None when they leave. Who plays is asked where `player` does
    not tell, with the `names` used before."""
    write(_("EQUAL FOOTING"))
    wrapped(write, _("Keep the roles distinct and the power shared.\n"))
    for number, scenario in enumerate(scenarios, 1):
        wrapped(
            write,
            _("{number}. {title} (about {minutes} minutes)").format(
                number=number, title=scenario.title, minutes=scenario.minutes
            ),
        )
        wrapped(write, f"   {scenario.summary}")
        for note in scenario.content_notes:
            wrapped(write, "   " + _("Content note: {note}").format(note=note))
    chosen = _number(
        read, write, _("Which one? (1–{count}, q to leave): ").format(count=len(scenarios)), len(scenarios)
    )
    if chosen is None:
        return None
    if names and player is None:
        wrapped(write, _("Players here: {names}").format(names=", ".join(names)))
    asked = _("Your name or class code, kept in your journal (or just Enter): ")
    name = read(asked) if player is None else player
    if name is None:
        return None
    mode = _number(read, write, _("Feedback: 1 after each choice, 2 at the end: "), 2)
    if mode is None:
        return None
    return PlayRequest(scenarios[chosen - 1], (Mode.PRACTICE, Mode.ASSESS)[mode - 1], tidy(name) or None)


def _number(read: Callable[[str], str | None], write: Write, prompt: str, most: int) -> int | None:
    while True:
        typed = read(prompt)
        if typed is None or typed.strip().lower() == "q":
            return None
        number = number_typed(typed)
        if number is not None and 1 <= number <= most:
            return number
        wrapped(write, _("Please type a number from 1 to {most}, or q.").format(most=most))
