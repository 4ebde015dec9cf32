"""Which screen stands at a destination."""

from __future__ import annotations

from game.play.phases import Phase
from game.play.session import Session
from game.window.destinations import (
    Destination,
    ToBriefing,
    ToClassDebrief,
    ToContinue,
    ToCredits,
    ToData,
    ToDebrief,
    ToErase,
    ToFeedback,
    ToFirstMinute,
    ToGlossary,
    ToHelp,
    ToHistory,
    ToKeys,
    ToLeave,
    ToLibrary,
    ToLookAgain,
    ToLookBack,
    ToMessage,
    ToPlay,
    ToPlayers,
    ToSave,
    ToSaves,
    ToSettings,
    ToTitle,
)
from game.window.input.key_names import own_keys
from game.window.screens.briefing import BriefingScreen
from game.window.screens.class_debrief import ClassDebriefScreen
from game.window.screens.conversation import ConversationScreen
from game.window.screens.credits import CreditsScreen
from game.window.screens.data import DataScreen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.erasing import EraseScreen
from game.window.screens.feedback import FeedbackScreen
from game.window.screens.glossary import GlossaryScreen
from game.window.screens.help import HelpScreen
from game.window.screens.history import HistoryScreen
from game.window.screens.leave import LeaveScreen
from game.window.screens.library import LibraryScreen
from game.window.screens.looking_back import LookingBackScreen
from game.window.screens.message import MessageScreen
from game.window.screens.own_words import OwnWordsScreen
from game.window.screens.players import PlayersScreen
from game.window.screens.rebind import RebindScreen
from game.window.screens.reflection import ReflectionScreen
from game.window.screens.saves import SaveScreen, SavesScreen
from game.window.screens.screen import Desk, Screen
from game.window.screens.settings import SettingsScreen
from game.window.screens.title import TitleScreen
from game.window.stage.reading import exchange


def screen_at(desk: Desk, destination: Destination) -> Screen:  # noqa: C901 (a table, one line a destination)
    """A fresh screen for a destination; an overlay goes on top, any other takes the whole window."""
    match destination:
        case ToTitle():
            return TitleScreen(desk)
        case ToPlayers():
            return PlayersScreen(desk)
        case ToLibrary():
            return LibraryScreen(desk)
        case ToBriefing(scenario, mode):
            return BriefingScreen(desk, scenario, mode)
        case ToFirstMinute():
            keys = own_keys(desk.preferences.keys, desk.preferences.buttons)
            return ConversationScreen(desk, desk.context.begin_first_minute(keys))
        case ToPlay(session, skip):
            return _playing(desk, session, skip)
        case ToFeedback(session):
            return FeedbackScreen(desk, session)
        case ToDebrief(session):
            return DebriefScreen(desk, session)
        case ToLookAgain(journal):
            return DebriefScreen(desk, desk.context.plays.look_again(journal))
        case ToContinue(journal):
            session, _ = desk.context.plays.resume(journal)
            return _playing(desk, session)
        case ToHistory(session, unread):
            return HistoryScreen(desk, session, unread)
        case ToLookBack(session, unread, ago):
            return LookingBackScreen(desk, session, unread, ago)
        case ToSaves(saved_from):
            return SavesScreen(desk, saved_from)
        case ToSave(save, saved_from):
            return SaveScreen(desk, save, saved_from)
        case ToLeave(session, closing):
            return LeaveScreen(desk, session, closing)
        case ToSettings():
            return SettingsScreen(desk)
        case ToKeys():
            return RebindScreen(desk)
        case ToData():
            return DataScreen(desk)
        case ToErase(player, settings):
            return EraseScreen(desk, player, settings)
        case ToCredits():
            return CreditsScreen(desk)
        case ToGlossary():
            return GlossaryScreen(desk)
        case ToHelp():
            return HelpScreen(desk)
        case ToClassDebrief():
            return ClassDebriefScreen(desk)
        case ToMessage(title, words):
            return MessageScreen(desk, title, words)
    raise TypeError(f"no screen for {destination}")


def _playing(desk: Desk, session: Session, skip: bool = False) -> Screen:
    """The screen for the phase that a session is in."""
    match session.phase:
        case Phase.BRIEFING:
            session.begin()
            return ConversationScreen(desk, session, skip)
        case Phase.FEEDBACK if not exchange(session)[1]:
            return FeedbackScreen(desk, session)
        case Phase.CHOOSING if session.own_words:
            return OwnWordsScreen(desk, session)
        case Phase.READING | Phase.CHOOSING | Phase.FEEDBACK:
            return ConversationScreen(desk, session, skip)
        case Phase.REFLECTION if desk.context.is_first_minute(session):
            return LibraryScreen(desk)
        case Phase.REFLECTION:
            return ReflectionScreen(desk, session)
        case Phase.DEBRIEF:
            return DebriefScreen(desk, session)
        case Phase.ABANDONED:
            return TitleScreen(desk)


def first_destination(desk: Desk) -> Destination:
    """Where the window opens: at the title, or at the briefing of the scenario that was asked for."""
    context = desk.context
    if context.scenario is None:
        return ToTitle()
    return ToBriefing(context.scenario, context.mode.value if context.mode else None)
