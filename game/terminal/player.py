"""A whole play as plain lines: works with a screen reader, in a pipe, and with no colour.

Nothing is ever redrawn and nothing waits for a key. A player types the number of an option; a bot or a
list of ids can stand in for the player.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import Protocol

from game.play import report
from game.play.events import Mode
from game.play.learning import Next
from game.play.phases import LIVE, Phase
from game.play.session import Feedback, Scene, Session
from game.rubric.archetypes import profiles
from game.rubric.score import Scorecard
from game.scenario.model import Line
from game.story.engine import Offer

WIDTH = 80
HELP = "Type a number to choose. r reads the scene again, h the whole conversation, q leaves (you can continue later)."

Write = Callable[[str], None]
Suggest = Callable[[Scorecard], Next | None]


class Left(Exception):
    """The player has left."""


class Picker(Protocol):
    """Whoever chooses: a person, a bot, a list of ids."""

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """The id of the option chosen; raises Left when there is no more to choose."""

    def answer(self, question: str) -> str:
        """What is typed to an open question; empty for nothing."""


class Typing:
    """A person who types; `read` gives the next line, or None at the end of input."""

    def __init__(self, read: Callable[[str], str | None], write: Write) -> None:
        self._read, self._write = read, write

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """Asks until a number that can be chosen, or `q`, is typed."""
        while True:
            typed = self._read("Your choice: ")
            if typed is None:
                raise Left
            match typed.strip().lower():
                case "q":
                    raise Left
                case "?" | "help":
                    self._write(HELP)
                case "r":
                    for scene in session.scenes():
                        write_scene(self._write, session, scene)
                    write_offers(self._write, offers)
                case "h":
                    for scene in session.history:
                        write_scene(self._write, session, scene)
                case word if word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= len(offers):
                    offer = offers[int(word[:4]) - 1]
                    if offer.locked is None:
                        return offer.option.id
                    self._write(f"That is not open now: {offer.locked}")
                case _:
                    self._write(f"Please type a number from 1 to {len(offers)}. {HELP}")

    def answer(self, question: str) -> str:
        """One line of free text."""
        return self._read("You (or just Enter): ") or ""


class Scripted:
    """Plays option ids in order; then hands over to `after`, or leaves."""

    def __init__(self, ids: Sequence[str], after: Picker | None = None) -> None:
        self._ids, self._after = list(ids), after

    @property
    def left(self) -> tuple[str, ...]:
        """The ids that have not been played."""
        return tuple(self._ids)

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """The next id of the list."""
        if self._ids:
            return self._ids.pop(0)
        if self._after is None:
            raise Left
        return self._after.pick(session, offers)

    def answer(self, question: str) -> str:
        """Nothing, unless a person has taken over."""
        return self._after.answer(question) if self._after and not self._ids else ""


class Bot:
    """A player that chooses by moves (`game.rubric.archetypes.player`)."""

    def __init__(self, choose: Callable[[Sequence[Offer]], str]) -> None:
        self._choose = choose

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """What the bot prefers."""
        return self._choose(offers)

    def answer(self, question: str) -> str:
        """Bots have nothing to add."""
        return ""


def play(
    session: Session, picker: Picker, write: Write, scenario: str | None = None, suggest: Suggest | None = None
) -> None:
    """Plays a session from where it stands to its debrief, or until the player leaves.

    `scenario` is what the player typed to name it, to be typed again when the library does not hold it; `suggest`
    knows what to play next.
    """
    try:
        _play(session, picker, write)
        if session.phase is Phase.DEBRIEF:
            write_debrief(write, session, suggest(session.card()) if suggest else None)
    except Left:
        _leave(session, write, scenario)
    except KeyboardInterrupt:
        if session.phase in LIVE:
            _leave(session, write, scenario)
        raise


def _leave(session: Session, write: Write, scenario: str | None) -> None:
    """Abandons the play, and says what to type to go on or, after an ending, to see the card."""
    aim, command = ("see your card", "score") if session.phase is Phase.REFLECTION else ("go on", "continue")
    session.abandon()
    write("")
    write("You have left the conversation. There is no penalty.")
    if session.journal_path:
        named = f' --scenario "{scenario}"' if scenario not in (None, session.scenario.id) else ""
        write(f"Your choices are kept in {session.journal_path}")
        write(f'To {aim}, type: python main.py {command} "{session.journal_path}"{named}')


def _play(session: Session, picker: Picker, write: Write) -> None:
    place = ""
    while session.phase is not Phase.DEBRIEF:
        match session.phase:
            case Phase.BRIEFING:
                write_briefing(write, session)
                session.begin()
            case Phase.READING:
                for scene in session.scenes():
                    write_scene(write, session, scene, headed=scene.place != place)
                    place = scene.place
                session.read()
            case Phase.CHOOSING:
                _choose(session, picker, write)
            case Phase.FEEDBACK:
                write_feedback(write, session, session.feedback())
                session.go_on()
            case Phase.REFLECTION:
                _reflect(session, picker, write)
            case _:
                return


def _choose(session: Session, picker: Picker, write: Write) -> None:
    if question := session.own_words:
        write("")
        _wrapped(write, f"{question} Type it in your own words, before you see the options. It is not scored.")
        session.put_in_own_words(picker.answer(question))
    shown = session.offers()
    write_offers(write, shown)
    session.choose(option_id := picker.pick(session, shown))
    chosen = next(o.option for o in shown if o.option.id == option_id)
    write("")
    _wrapped(write, f"You: {chosen.words}" if chosen.say else f"You: {chosen.do}")


def _reflect(session: Session, picker: Picker, write: Write) -> None:
    if ending := session.ending:
        write(f"\nTHE END: {ending.title}")
        _wrapped(write, ending.text)
    answers = []
    write("\nREFLECTION. What you type is kept in your log and is not scored.")
    for question in session.reflection:
        _wrapped(write, question)
        answers.append(picker.answer(question))
    session.reflect(answers)


def write_briefing(write: Write, session: Session) -> None:
    """Who, where, what you know, and the one question to hold."""
    scenario = session.scenario
    write(scenario.title.upper())
    for note in scenario.content_notes:
        _wrapped(write, f"Content note: {note}")
    for paragraph in scenario.briefing.split("\n"):
        _wrapped(write, paragraph)
    client = scenario.cast[scenario.client]
    _wrapped(write, f"Your client: {client.name} ({client.pronouns}), {client.relation}.")
    _wrapped(write, f"The question to hold: {scenario.question}")
    shown = "after each choice" if session.mode is Mode.PRACTICE else "at the end"
    _wrapped(write, f"Mode: {session.mode.value}. Feedback comes {shown}. This is practice, and no legal advice.")
    _wrapped(write, HELP)


def write_scene(write: Write, session: Session, scene: Scene, headed: bool = True) -> None:
    """One scene's lines, headed by its place."""
    if not scene.lines:
        return
    write("")
    if headed:
        write(f"[{scene.place.replace('-', ' ')}]")
    for line in scene.lines:
        _wrapped(write, spoken(session, line))


def spoken(session: Session, line: Line) -> str:
    """A line as text: the name, how they look when it matters, and the words."""
    name = session.scenario.name_of(line.speaker)
    if not name:
        return line.text
    look = "" if line.expression.value == "neutral" else f" ({line.expression.value})"
    return f"{name}{look}: {line.text}"


def write_offers(write: Write, offers: Sequence[Offer]) -> None:
    """The options, numbered, with the reason beside a locked one."""
    write("")
    for number, offer in enumerate(offers, 1):
        locked = f" [not open now: {offer.locked}]" if offer.locked else ""
        _wrapped(write, f"{number}. {offer.option.words}{locked}")


def write_feedback(write: Write, session: Session, feedback: Feedback) -> None:
    """The answer to a choice, then what was done, what it did, and another line to try."""
    write_scene(write, session, feedback.reply, headed=False)
    write("")
    _wrapped(write, f"What you did: {' '.join(feedback.did) or 'Nothing that is scored.'}")
    if feedback.text:
        _wrapped(write, feedback.text)
    if feedback.instead:
        _wrapped(write, f"Another line to try: {feedback.instead}")


def write_debrief(write: Write, session: Session, next_: Next | None = None) -> None:
    """The card, how the five bots score here, the questions to discuss, what to play next, where the journal lies."""
    rubric = session.exact.rubric
    write("")
    write(report.as_text(session.card(), rubric, session.worded))
    axes = " and ".join(axis.name.lower() for axis in rubric.axes.values())
    write(f"\nFor comparison, five ways of playing this ({axes}):")
    for code, card in profiles(session.exact).items():
        figures = " and ".join(report.number(card.axes[axis].path) for axis in rubric.axes)
        write(f"  {rubric.archetypes[code].name}: {figures}")
    if session.scenario.discussion:
        write("\nTo talk about:")
        for question in session.scenario.discussion:
            _wrapped(write, f"- {question}")
    if next_:
        write("\nWhere to go next:")
        _wrapped(write, next_.why)
        _wrapped(write, f"Type: python main.py play {next_.scenario.id} --text")
    if session.journal_path:
        write(f"\nJournal: {session.journal_path}")


def _wrapped(write: Write, text: str) -> None:
    for row in textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False):
        write(row)
