"""A whole play as plain lines: works with a screen reader, in a pipe, and with no colour.

Nothing is ever redrawn, nothing waits for a key. A player types an option's number; a bot or ids can stand in for one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeAlias

from game.errors import JournalError, SaveError
from game.play.events import Mode
from game.play.phases import LIVE, Phase
from game.play.session import Feedback, LinesInPlace, Session
from game.play.summing_up import the_client
from game.scenario.media import people_in_words, picture_text
from game.scenario.model import Line
from game.story.engine import Offer
from game.terminal.wrapping import Write, number_typed, wrapped
from game.words import N_, _, to_try

if TYPE_CHECKING:
    from game.play.learning import Next
    from game.rubric.score import Scorecard

HELP = N_(
    "Type a number to choose. r reads the scene again, h the whole conversation, s and a name save this moment, "
    "q leaves (you can continue later)."
)

Save = Callable[[Session, str], str]  # saves this moment under a name; in words, how to come back to it
Suggest: TypeAlias = "Callable[[Scorecard], Next | None]"


class PlayerLeft(Exception):
    """The player has left."""


class Picker(Protocol):
    """Whoever chooses: a person, a bot, a list of ids."""

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """Returns the id of the option chosen; raises Left when there is no more to choose."""

    def answer(self, question: str) -> str:
        """Returns what is typed to an open question; empty for nothing."""

    def ask(self, prompt: str) -> str | None:
        """Returns what is typed after a play is over; None where there is nobody to type."""

    @property
    def asks(self) -> bool:
        """Returns True where somebody can type after a play is over."""


class Typing:
    """A person who types; `read` gives the next line, or None at the end of input."""

    def __init__(self, read: Callable[[str], str | None], write: Write, save: Save | None = None) -> None:
        self._read, self._write, self._save = read, write, save

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """Asks until a number that can be chosen, or `q`, is typed."""
        while True:
            typed = self._read(_("Your choice: "))
            if typed is None:
                raise PlayerLeft
            match typed.strip().lower():
                case "q":
                    raise PlayerLeft
                case "?" | "help":
                    wrapped(self._write, _(HELP))
                    write_offers(self._write, offers)
                case "r":
                    for scene in session.scenes():
                        write_scene(self._write, session, scene)
                    write_offers(self._write, offers)
                case "h":
                    for scene in session.history:
                        write_scene(self._write, session, scene)
                    write_offers(self._write, offers)
                case word if self._save and (word == "s" or word.startswith("s ")):
                    self._keep(self._save, session, typed.strip()[1:].strip())
                case word if 1 <= (number_typed(word) or 0) <= len(offers):
                    offer = offers[(number_typed(word) or 0) - 1]
                    if offer.locked is None:
                        return offer.option.id
                    wrapped(self._write, _("That is not open now: {locked}").format(locked=offer.locked))
                case _:
                    please = _("Please type a number from 1 to {count}.").format(count=len(offers))
                    wrapped(self._write, f"{please} {_(HELP)}")

    def _keep(self, save: Save, session: Session, name: str) -> None:
        """Saves this moment, and says so, or why not."""
        try:
            self._write(save(session, name))
        except SaveError as problem:
            self._write(str(problem))

    def answer(self, question: str) -> str:
        """Returns one line of free text."""
        return self._read(_("You (or just Enter): ")) or ""

    def ask(self, prompt: str) -> str | None:
        """Returns one line."""
        return self._read(prompt)

    @property
    def asks(self) -> bool:
        """Returns True: a person is there."""
        return True


class Scripted:
    """Plays option ids in order; then hands over to `after`, or leaves."""

    def __init__(self, ids: Sequence[str], after: Picker | None = None) -> None:
        self._ids, self._after = list(ids), after

    @property
    def left(self) -> tuple[str, ...]:
        """Returns the ids that have not been played."""
        return tuple(self._ids)

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """Returns the next id of the list."""
        if self._ids:
            return self._ids.pop(0)
        if self._after is None:
            raise PlayerLeft
        return self._after.pick(session, offers)

    def answer(self, question: str) -> str:
        """Returns nothing, unless a person has taken over."""
        return self._after.answer(question) if self._after and not self._ids else ""

    def ask(self, prompt: str) -> str | None:
        """Returns nothing, unless a person has taken over."""
        return self._after.ask(prompt) if self._after and not self._ids else None

    @property
    def asks(self) -> bool:
        """Returns True where a person has taken over."""
        return bool(self._after and not self._ids and self._after.asks)


class Bot:
    """A player that chooses by moves (`game.rubric.archetypes.player`)."""

    def __init__(self, choose: Callable[[Sequence[Offer]], str]) -> None:
        self._choose = choose

    def pick(self, session: Session, offers: Sequence[Offer]) -> str:
        """Returns what the bot prefers."""
        return self._choose(offers)

    def answer(self, question: str) -> str:
        """Bots have nothing to add."""
        return ""

    def ask(self, prompt: str) -> str | None:
        """Bots have had enough."""
        return None

    @property
    def asks(self) -> bool:
        """Returns False: a bot types nothing."""
        return False


def play(
    session: Session, picker: Picker, write: Write, scenario: str | None = None, suggest: Suggest | None = None
) -> None:
    """Plays a session from where it stands to its debrief, and on from any turn of it, until the player leaves.

    `scenario` is what the player typed to name it, to be typed again when the library does not hold it; `suggest`
    knows what to play next.
    """
    try:
        following: Session | None = session
        while following is not None:
            session = following
            _play(session, picker, write)
            following = _debrief(session, picker, write, suggest)
    except PlayerLeft:
        _leave(session, write, scenario)
    except JournalError:  # nothing can be written: what was chosen before is there
        _tell_the_way_back(session, write, scenario, session.phase)
        raise
    except KeyboardInterrupt:
        if session.phase in LIVE:
            _leave(session, write, scenario)
        raise


def _debrief(session: Session, picker: Picker, write: Write, suggest: Suggest | None) -> Session | None:
    """Returns the play that the player goes on with after the debrief, if any; what this needs is imported now."""
    from game.terminal.again import next_path
    from game.terminal.debrief import write_debrief

    write_debrief(write, session, suggest(session.card()) if suggest else None, asks=picker.asks)
    return next_path(session, picker.ask, write)


def play_minute(session: Session, picker: Picker, write: Write) -> None:
    """Plays the minute that teaches how to play, to its end or until the player has enough of it."""
    with suppress(PlayerLeft):
        _play(session, picker, write, until=Phase.REFLECTION)
    write("\n" + _("To meet someone, type:") + " python main.py")


def _leave(session: Session, write: Write, scenario: str | None) -> None:
    """Abandons the play, and says what to type to come back to it."""
    phase = session.phase
    session.abandon()
    write("")
    wrapped(write, _("You have left the conversation. There is no penalty."))
    _tell_the_way_back(session, write, scenario, phase)


def _tell_the_way_back(session: Session, write: Write, scenario: str | None, phase: Phase) -> None:
    """Says where the choices are kept and what to type to go on or, after an ending, to see the card."""
    aim, command = (_("see your card"), "score") if phase is Phase.REFLECTION else (_("go on"), "continue")
    if journal := session.journal_path:
        named = f' --scenario "{scenario}"' if scenario not in (None, session.scenario.id) else ""
        write(_("Your choices are kept in {journal_path}").format(journal_path=journal))
        write(_("To {aim}, type:").format(aim=aim) + f' python main.py {command} "{journal}"{named}')
        if session.begun.branched_from and command != "score":
            write(_("To {aim}, type:").format(aim=_("see both paths")) + f' python main.py score "{journal}"{named}')


def _play(session: Session, picker: Picker, write: Write, until: Phase = Phase.DEBRIEF) -> None:
    place = ""
    while session.phase is not until:
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
        wrapped(write, question + " " + _("Type it in your own words, before you see the options. It is not scored."))
        session.put_in_own_words(picker.answer(question))
    shown = session.offers()
    write_offers(write, shown)
    session.choose(option_id := picker.pick(session, shown))
    if news := session.news():
        write("")
        wrapped(write, news)
    chosen = next(o.option for o in shown if o.option.id == option_id)
    write("")
    wrapped(write, _("You: {words}").format(words=chosen.words if chosen.say else chosen.do))


def _reflect(session: Session, picker: Picker, write: Write) -> None:
    if ending := session.ending:
        wrapped(write, "\n" + _("THE END: {title}").format(title=ending.title))
        wrapped(write, ending.text)
    answers = []
    kept = (
        _("What you type is kept in your journal and is not scored.") if session.journal_path else _("Nothing is kept.")
    )
    wrapped(write, "\n" + _("REFLECTION.") + " " + kept)
    for question in session.reflection:
        wrapped(write, question)
        answers.append(picker.answer(question))
    session.reflect(answers)


def write_briefing(write: Write, session: Session) -> None:
    """Writes who, where, what you know, and the one question to hold."""
    scenario = session.scenario
    wrapped(write, scenario.title.upper())
    for note in scenario.content_notes:
        wrapped(write, _("Content note: {note}").format(note=note))
    for paragraph in scenario.briefing.split("\n"):
        wrapped(write, paragraph)
    wrapped(write, the_client(scenario))
    for shows in people_in_words(scenario):
        wrapped(write, shows)
    wrapped(write, _("The question to hold: {question}").format(question=scenario.question))
    shown = _("after each choice") if session.mode is Mode.PRACTICE else _("at the end")
    wrapped(
        write,
        _("Feedback: {shown}. This is practice, and no legal advice.").format(mode=_(session.mode.value), shown=shown),
    )
    wrapped(write, _(HELP))


def write_scene(write: Write, session: Session, scene: LinesInPlace, headed: bool = True) -> None:
    """Writes one scene's lines, headed by its place."""
    if not scene.lines:
        return
    write("")
    if headed:
        write(f"[{_(scene.place.replace('-', ' '))}]")
        if shows := picture_text(session.scenario, scene.place):
            wrapped(write, shows)
    for line in scene.lines:
        wrapped(write, spoken(session, line))


def spoken(session: Session, line: Line) -> str:
    """Returns a line as text: the name, how they look when it matters, and the words."""
    name = _(session.scenario.name_of(line.speaker))
    if not name:
        return line.text
    look = "" if line.expression.value == "neutral" else f" ({_(line.expression.value)})"
    return f"{name}{look}: {line.text}"


def write_offers(write: Write, offers: Sequence[Offer]) -> None:
    """Writes the options, numbered, with the reason beside a locked one."""
    write("")
    for number, offer in enumerate(offers, 1):
        locked = " " + _("[not open now: {locked}]").format(locked=offer.locked) if offer.locked else ""
        wrapped(write, f"{number}. {offer.option.words}{locked}")


def write_feedback(write: Write, session: Session, feedback: Feedback) -> None:
    """Writes the answer to a choice, then what was done, what it did, and another line to try."""
    write_scene(write, session, feedback.reply, headed=False)
    write("")
    wrapped(write, _("What you did: {did}").format(did=" ".join(feedback.did) or _("Nothing that is scored.")))
    if feedback.text:
        wrapped(write, feedback.text)
    if feedback.instead:
        wrapped(write, _("Something else to try: {instead}").format(instead=to_try(feedback.instead)))
