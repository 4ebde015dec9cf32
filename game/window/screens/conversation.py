"""The conversation: lines appear at the reader's pace, then the options; nothing is timed but a guard of 0.2 s."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from game.play.phases import Phase
from game.play.seen import as_read
from game.play.session import Session
from game.scenario.model import NARRATION, Line
from game.story.engine import Offer
from game.window.destinations import ToFeedback, ToPlay
from game.window.input.commands import Advance, Choose, Command, MoveFocus, Pause, Scroll, SkipSeen
from game.window.screens.arranging import BREATH, arranged, option_buttons, show_next
from game.window.screens.play_screen import PlayScreen
from game.window.screens.screen import Desk
from game.window.sound.cues import cue_of
from game.window.stage.pace import Hold
from game.window.stage.presence import PHONE
from game.window.stage.reading import LineProgress, stretches
from game.window.stage.transcript import Revealed, as_messages, as_speech
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button, OptionButton
from game.window.toolkit.layout import Room, inner
from game.window.toolkit.look import Look
from game.window.toolkit.more import MoreOptions
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Space, Text, Widget
from game.words import _


class ConversationScreen(PlayScreen):
    """Reading and choosing, and the answer to a choice."""

    def __init__(self, desk: Desk, session: Session, skip: bool = False) -> None:
        super().__init__(desk, session)
        self.reading = LineProgress(stretches(session), all_read=session.phase is Phase.CHOOSING)
        self.offers: tuple[Offer, ...] = session.offers() if session.phase is Phase.CHOOSING else ()
        self.last: Revealed | None = None
        self.kept = 0  # how many of the newest lines stand above the options
        self.more: MoreOptions | None = None  # where not all options are in sight
        self.read_on = False  # the options may come in place of the newest line
        self._stays: tuple[Look, bool] | None = None  # whether they need not, and in which look
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
        if reading and self.reading.whole and self.reading.at_end and self._line_stays:
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
            case Scroll():
                self._scroll(command)
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
        """Returns True while lines go on by themselves: never to a choice, nor from the last line that there is to
        read."""
        going = self.desk.preferences.auto != "off" and self.desk.pace.hold is Hold.NOT
        return going and not self.reading.at_end

    @property
    def _may_go_on(self) -> bool:
        """Returns True when the next line may come by itself once this one was read: it stands there whole, and was
        heard."""
        return self.by_itself and self.reading.whole and self.desk.quiet

    @property
    def can_skip(self) -> bool:
        """Returns True when the newest line was read in an earlier play and something comes after it."""
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
        return self.kept > 0 or not self.offers

    @override
    def build(self, look: Look) -> list[Pane]:
        self.room, self.more = Room.USUAL, None
        if self.offers:
            self._arrange(look)
        panes = super().build(look)
        if self.more:
            words = next(pane for pane in panes if pane.name == "words")
            show_next(words, [part.rect for part in words.root.walk() if isinstance(part, OptionButton)], look)
        return panes

    @property
    def _line_stays(self) -> bool:
        """Returns True where the options may come by themselves, since the newest line stays in sight above them."""
        if self.read_on or not self.reading.lines or self.session.own_words:
            return True
        look = self.desk.look
        if self._stays is None or self._stays[0] != look:
            self.offers = self.session.offers()
            self._stays = look, arranged(self, look, self.reading.lines[-1:], self.offers).kept > 0
            self.offers = ()
            self.refresh()
        return self._stays[1]

    def _arrange(self, look: Look) -> None:
        """Gives the options as much of the window as they need, and keeps as many lines above them as then fit."""
        self.room, self.kept, fits = arranged(self, look, self.reading.lines, self.offers)
        self.more = None if fits else MoreOptions(look)

    @override
    def settle(self, look: Look) -> None:
        super().settle(look)
        if self.more:
            self.dirty |= self.more.count(self.page.pane("words"), look)

    @override
    def card_parts(self) -> list[Widget]:
        lines = self.reading.lines
        if self.offers:
            lines = lines[len(lines) - self.kept :]
        column, self.last = self.column_of(lines)
        self._show()
        if not self.offers:
            return [column]
        options = option_buttons(self.offers, self.room)
        return [column, Space(BREATH), *options] if lines else list(options)

    def column_of(self, lines: Sequence[Line]) -> tuple[Column, Revealed | None]:
        """Returns the lines as this place shows them, and the part that shows the last one."""
        if self.as_phone:
            return as_messages(self.scenario, lines)
        return as_speech(self.scenario, lines, fresh=len(lines) - 1)

    @override
    def whole_parts(self) -> list[Widget] | None:
        if self.offers:
            return self.card_parts()
        lines = self.reading.now.lines if self.reading.parts else ()
        return [as_speech(self.scenario, lines)[0]]

    @override
    def bar_parts(self) -> list[Widget]:
        return [*(self.line_back() if self.offers else []), *super().bar_parts()]

    @override
    def foot_parts(self) -> list[Widget]:
        if self.offers:
            return [*self.said_parts(), *([self.more] if self.more else self._keys_hint())]
        way_on = Button(_("Continue"), Advance(), kind="primary", sign="forward", after=True)
        return [*self._pace_button(), *self.skip_button(), *self.back_button(), way_on]

    def _keys_hint(self) -> list[Widget]:
        """Returns which keys choose, where there is room to say so beside the quiet buttons."""
        keys = Text(_("Keys 1 to {count}").format(count=len(self.offers)), colour="muted")
        if self.room is not Room.USUAL or self.as_phone or self.said or not self.scene.wide or not self.look:
            return []
        need = Flow([*self.bar_parts(), keys], 0.2).natural(self.look) + self.look.em(2)
        return [keys] if need <= inner(self.scene.card, self.look).width else []

    def _pace_button(self) -> list[Widget]:
        """Returns what a pause or lines that go on by themselves can be told, and plainly that text is held."""
        if self.desk.pace.hold is Hold.PAUSED:
            return [Button(_("Resume"), Pause(), sign="play", key="pause")]
        if self.desk.preferences.auto == "off" or self.reading.at_end:
            return []
        if self.desk.pace.hold is Hold.STOPPED:
            return [Button(_("Resume auto-advance"), Pause(), kind="quiet", sign="play", key="pause")]
        return [Button(_("Pause"), Pause(), kind="quiet", sign="pause", key="pause")]

    def settled(self) -> None:
        """Brings the newest line into view, or the option that has the focus."""
        pane = self.page.pane("words")
        if self.offers:
            self.page.focus(self.page.focus_key)
        elif self.last is not None:
            pane.reveal(self.last.rect)

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
        elif self.session.phase is Phase.READING and self.session.ending is None:
            self.read_on = True
            self._offer()
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
        """Returns True when text was moving by itself, or held, and waits for the player from now on."""
        moved = self.by_itself or self.desk.pace.hold is Hold.PAUSED
        if moved:
            self.desk.pace.stop(self.desk.preferences.auto)
            self.refresh()
        return moved

    def _skip(self) -> None:
        """Goes past what is known, a feedback too, to the first new line or the next decision."""
        self.reading.skip(self._known)
        self.read_on = self.reading.at_end
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
        """Returns True for a line that was read before."""
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
            here, read = self.reading.here, self.reading.lines
            self.set_scene(self.reading.node, read[here:], read[:here])
            self.as_phone = self.place == PHONE
        lines = self.reading.lines
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
        """Shows the options once the reading is done (or the question before them), and begins the guard anew."""
        self._remember()
        self.session.read()
        if self.session.own_words:
            self.desk.go(ToPlay(self.session))
            return
        self.offers = self.session.offers()
        self.glance = ""
        self.age = 0.0
        self.page.focus_key = ""
        for pane in self.page.panes:
            pane.scroll = 0.0
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
