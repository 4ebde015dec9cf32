"""The conversation: lines appear at the reader's pace, then the options; nothing is timed but a guard of 0.2 s."""

from __future__ import annotations

from typing_extensions import override

from game.play.phases import Phase
from game.play.seen import as_read
from game.play.session import Session
from game.scenario.model import NARRATION, Line
from game.story.engine import Offer
from game.window.destinations import ToFeedback, ToPlay
from game.window.input.commands import Advance, Choose, Command, MoveFocus, Pause, Scroll, SkipSeen
from game.window.screens.play_screen import PlayScreen
from game.window.screens.screen import Desk
from game.window.sound.cues import cue_of
from game.window.stage.pace import Hold
from game.window.stage.reading import LineProgress, stretches
from game.window.stage.stage import PHONE
from game.window.stage.transcript import Revealed, as_messages, as_speech
from game.window.toolkit.controls import Button, OptionButton
from game.window.toolkit.widgets import Space, Text, Widget
from game.words import _


class ConversationScreen(PlayScreen):
    """Reading and choosing, and the answer to a choice."""

    def __init__(self, desk: Desk, session: Session, skip: bool = False) -> None:
        super().__init__(desk, session)
        self.reading = LineProgress(stretches(session), all_read=session.phase is Phase.CHOOSING)
        self.offers: tuple[Offer, ...] = session.offers() if session.phase is Phase.CHOOSING else ()
        self.last: Revealed | None = None
        desk.pace.stood = 0.0
        if skip:
            self.reading.skip(self._known)
        self._turn_to_speaker()
        if session.phase is not Phase.CHOOSING:
            self._sound()

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        pace, now = self.desk.pace, self.desk.preferences
        if pace.hold is not Hold.PAUSED and self.reading.pass_time(dt, now.speed):
            self._show()
            self.dirty = True
        elif self._may_go_on and pace.due(dt, self.reading.lines[-1].text, now.auto):
            self._next()
        reading = self.session.phase is Phase.READING and self.session.ending is None
        if reading and self.reading.whole and self.reading.at_end:
            self._offer()

    @override
    def handle(self, command: Command) -> None:
        match command:
            case Advance():
                self._advance()
            case Choose(number):
                self._choose(number)
            case SkipSeen() if self.can_skip:
                self._skip()
            case Pause():
                self.desk.pace.toggle()
                self.refresh()
            case _:
                self._stop()
                super().handle(command)

    @override
    def process(self, command: Command) -> None:
        if isinstance(command, MoveFocus | Scroll):
            self._stop()
        super().process(command)

    @property
    def by_itself(self) -> bool:
        """True while lines go on by themselves: never to a choice, nor from the last line that there is to read."""
        going = self.desk.preferences.auto != "off" and self.desk.pace.hold is Hold.NOT
        return going and not self.reading.at_end

    @property
    def _may_go_on(self) -> bool:
        """True when the next line may come by itself once this one was read: it stands there whole, and was heard."""
        return self.by_itself and self.reading.whole and self.desk.quiet

    @property
    def can_skip(self) -> bool:
        """True when the newest line was read in an earlier play and something comes after it."""
        if self.offers or not self.reading.lines or not self._known(self.reading.lines[-1]):
            return False
        return not self.reading.at_end or self.session.phase is Phase.FEEDBACK

    @property
    @override
    def unread(self) -> int:
        return self.reading.unread

    @property
    @override
    def shows_newest(self) -> bool:
        return True

    @override
    def card_parts(self) -> list[Widget]:
        lines = self.reading.lines
        if self.as_phone:
            column, self.last = as_messages(self.scenario, lines)
        else:
            column, self.last = as_speech(self.scenario, lines, fresh=len(lines) - 1)
        self._show()
        parts: list[Widget] = [column]
        if self.offers:
            parts.append(Space(0.15))
            parts += [OptionButton(n, offer.option.words, offer.locked) for n, offer in enumerate(self.offers, 1)]
        return parts

    @override
    def whole_parts(self) -> list[Widget] | None:
        if self.offers:
            return self.card_parts()
        lines = self.reading.now.lines if self.reading.parts else ()
        return [as_speech(self.scenario, lines)[0]]

    @override
    def foot_parts(self) -> list[Widget]:
        if self.offers:
            room = self.look.width / self.look.px if self.look else 0
            keys = Text(_("Keys 1 to {count}").format(count=len(self.offers)), colour="muted")
            roomy = room >= 48 and not self.as_phone and not self.said
            return [*([keys] if roomy else []), *self.back_button(24)]
        way_on = Button(_("Continue"), Advance(), kind="primary", sign="forward", after=True)
        return [*self._pace_button(), *self.skip_button(), *self.back_button(), way_on]

    def _pace_button(self) -> list[Widget]:
        """What a pause or lines that go on by themselves can be told, and plainly that text is held."""
        if self.desk.pace.hold is Hold.PAUSED:
            return [Button(_("Resume"), Pause(), sign="play", key="pause")]
        if self.desk.preferences.auto == "off" or self.reading.at_end:
            return []
        if self.desk.pace.hold is Hold.STOPPED:
            return [Button(_("Resume auto-advance"), Pause(), kind="quiet", sign="play", key="pause")]
        return [Button(_("Pause"), Pause(), kind="quiet", sign="pause", key="pause")]

    def settled(self) -> None:
        """Brings the newest line, or the options under it, into view."""
        pane = self.page.pane("words")
        if self.last is None:
            return
        if not self.offers:
            pane.reveal(self.last.rect)
            return
        bottom = pane.root.rect.bottom + pane.edge - pane.rect.height
        pane.scroll_to(min(bottom, self.last.rect.top - pane.look.em(1.6)))

    def _advance(self) -> None:
        """Stops what moves by itself, else shows the whole line, else the next one, else goes where the story goes."""
        if self._stop() or not self.reading.whole:
            self.reading.finish_line()
            self._show()
            self.dirty = True
        elif not self.reading.at_end:
            self._next()
        elif self.session.phase is Phase.FEEDBACK:
            self._remember()
            self.desk.go(ToFeedback(self.session))
        elif self.session.phase is Phase.READING:
            self._remember()
            self.session.read()
            self.desk.go(ToPlay(self.session))

    def _next(self) -> None:
        """Shows the next line."""
        self._remember()
        self.reading.next_line()
        self.desk.pace.stood = 0.0
        self._turn_to_speaker()
        self._sound()
        self.refresh()

    def _stop(self) -> bool:
        """True when text was moving by itself, or held, and waits for the player from now on."""
        moved = self.by_itself or self.desk.pace.hold is Hold.PAUSED
        if moved:
            self.desk.pace.stop(self.desk.preferences.auto)
            self.refresh()
        return moved

    def _skip(self) -> None:
        """Goes past what is known, a feedback too, to the first new line or the next decision."""
        self.reading.skip(self._known)
        self._turn_to_speaker()
        self.refresh()
        if not self.reading.whole or not self.reading.at_end or self.session.phase is not Phase.FEEDBACK:
            return
        if self.feedback_known:
            self.session.go_on()
            self.desk.go(ToPlay(self.session, skip=True))
        else:
            self.desk.go(ToFeedback(self.session))

    def _known(self, line: Line) -> bool:
        """True for a line that was read before."""
        return as_read(self.scenario.id, line) in self.desk.seen

    def _remember(self) -> None:
        """Keeps that the lines on the card were read."""
        self.desk.seen.add(as_read(self.scenario.id, line) for line in self.reading.lines)

    def take_up(self, before: ConversationScreen) -> None:
        """Shows as much as an older screen of the same moment did."""
        self.reading.take_up(before.reading)
        self.cue = None
        self._turn_to_speaker()

    def _turn_to_speaker(self) -> None:
        """Shows the place, and the face of whoever spoke last."""
        if self.reading.parts:
            self.place = self.reading.now.place
            self.as_phone = self.remote = self.place == PHONE
        lines = list(self.reading.lines)
        self.face_line(lines)
        told = bool(lines) and lines[-1].speaker == NARRATION and not self.offers
        self.glance = "lowered" if told else ""  # eyes rest on the player but while others tell

    def _sound(self) -> None:
        """Lets the newest line be heard, where it tells of something that sounds."""
        if self.reading.lines:
            self.cue = cue_of(self.reading.lines[-1], phone=self.as_phone)

    def _show(self) -> None:
        """Lets the newest line show as much as has been revealed."""
        if self.last is not None:
            self.last.shown = None if self.reading.whole else int(self.reading.shown)

    def _offer(self) -> None:
        """The reading is done, so the options appear (or the question before them) and the guard begins anew."""
        self._remember()
        self.session.read()
        if self.session.own_words:
            self.desk.go(ToPlay(self.session))
            return
        self.offers = self.session.offers()
        self.glance = ""
        self.age = 0.0
        self.page.focus_key = ""
        self.refresh()

    def _choose(self, number: int) -> None:
        """Takes an option that is open; a locked one stays where it is, with its reason."""
        if not 1 <= number <= len(self.offers):
            return
        offer = self.offers[number - 1]
        if offer.locked is None:
            self.session.choose(offer.option.id)
            self.desk.go(ToPlay(self.session))
            return
        self.page.focus(f"choice-{number}")
        self.page.ring = True
        self.dirty = True
