"""Which screen stands at a destination."""

from __future__ import annotations

from collections.abc import Callable

from game.play.phases import Phase
from game.play.session import Session
from game.window.beside import Beside
from game.window.destinations import (
    Destination,
    ToBriefing,
    ToBring,
    ToClassDebrief,
    ToContinue,
    ToCredits,
    ToData,
    ToDebrief,
    ToErase,
    ToFeedback,
    ToFirstMinute,
    ToFolder,
    ToGlossary,
    ToHelp,
    ToHistory,
    ToKeys,
    ToLeave,
    ToLibrary,
    ToLookAgain,
    ToLookBack,
    ToMenu,
    ToMessage,
    ToMyPlays,
    ToPlay,
    ToPlayers,
    ToPublish,
    ToRunClass,
    ToSave,
    ToSaveAs,
    ToSaves,
    ToSettings,
    ToTitle,
)
from game.window.input.key_names import own_keys
from game.window.memory import give_back
from game.window.screens.briefing import BriefingScreen
from game.window.screens.bring import BringScreen
from game.window.screens.class_debrief import ClassDebriefScreen
from game.window.screens.conversation import ConversationScreen
from game.window.screens.credits import CreditsScreen
from game.window.screens.data import DataScreen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.erasing import EraseScreen
from game.window.screens.feedback import FeedbackScreen
from game.window.screens.folder import FolderScreen
from game.window.screens.glossary import GlossaryScreen
from game.window.screens.help import HelpScreen
from game.window.screens.history import HistoryScreen
from game.window.screens.leave import LeaveScreen
from game.window.screens.library import LibraryScreen
from game.window.screens.looking_back import LookingBackScreen
from game.window.screens.menu import MenuScreen
from game.window.screens.message import MessageScreen
from game.window.screens.my_plays import MyPlaysScreen
from game.window.screens.own_words import OwnWordsScreen
from game.window.screens.players import PlayersScreen
from game.window.screens.publish import PublishScreen
from game.window.screens.rebind import RebindScreen
from game.window.screens.reflection import ReflectionScreen
from game.window.screens.run_class import RunClassScreen
from game.window.screens.save_as import SaveAsScreen
from game.window.screens.saves import SaveScreen, SavesScreen
from game.window.screens.screen import Desk, Screen
from game.window.screens.settings import SettingsScreen
from game.window.screens.title import TitleScreen
from game.window.screens.waiting import WaitingScreen
from game.window.stage.reading import exchange


def screen_at(desk: Desk, destination: Destination) -> Screen:  # noqa: C901 (a table, one line a destination)
    """Returns a fresh screen for a destination; an overlay goes on top, any other takes the whole window."""
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
        case ToDebrief(session, ready):
            return DebriefScreen(desk, session) if ready else _debrief(desk, lambda: session)
        case ToLookAgain(journal):
            return _debrief(desk, lambda: desk.context.plays.look_again(journal))
        case ToMyPlays():
            return MyPlaysScreen(desk)
        case ToContinue(journal):
            session, _lost = desk.context.plays.resume(journal)
            return _playing(desk, session)
        case ToHistory(session, unread):
            return HistoryScreen(desk, session, unread)
        case ToLookBack(session, unread, ago):
            return LookingBackScreen(desk, session, unread, ago)
        case ToMenu(items):
            return MenuScreen(desk, items)
        case ToSaves(saved_from):
            return SavesScreen(desk, saved_from)
        case ToSave(save, saved_from):
            return SaveScreen(desk, save, saved_from)
        case ToLeave(session, closing):
            return LeaveScreen(desk, session, closing)
        case ToBring():
            return BringScreen(desk)
        case ToFolder():
            return FolderScreen(desk)
        case ToSaveAs(session):
            return SaveAsScreen(desk, session)
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
        case ToClassDebrief(folder):
            return ClassDebriefScreen(desk, folder)
        case ToRunClass():
            return RunClassScreen(desk)
        case ToPublish(scenario):
            return PublishScreen(desk, scenario)
        case ToMessage(title, words):
            return MessageScreen(desk, title, words)
    raise TypeError(f"no screen for {destination}")


def _playing(desk: Desk, session: Session, skip: bool = False) -> Screen:
    """Returns the screen for the phase that a session is in."""
    if not session.chosen:
        give_back()  # what the play before this one held
    match session.phase:
        case Phase.BRIEFING:
            session.begin()
            return ConversationScreen(desk, session, skip)
        case Phase.FEEDBACK if not exchange(session)[1].lines:
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
            return _debrief(desk, lambda: session)
        case Phase.ABANDONED:
            return TitleScreen(desk)


def _debrief(desk: Desk, find: Callable[[], Session]) -> Screen:
    """Returns the debrief of a play, or the screen to wait at until it is found and its figures are worked out."""
    plays = desk.context.plays

    def prepared() -> Session:
        session = find()
        plays.prepare_debrief(session)
        return session

    work = Beside(prepared)
    if work.soon(desk.context.patience):
        return DebriefScreen(desk, work.result())
    return WaitingScreen(desk, work)
