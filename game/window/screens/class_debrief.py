"""The page for a class's half hour: a folder of journals is chosen, read in the background, and the page opened."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import ClassVar

from typing_extensions import override

from game.debrief.wanted import PageKind, Wanted
from game.errors import GameError
from game.window.charts.gauge import Gauge
from game.window.context import Debrief
from game.window.input.commands import Back, Command
from game.window.screens.folder_contents import FolderContents
from game.window.screens.page_wanted import MAKE, ListScenarios, PageWanted, UseKind, UseScenario
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Divider, Sign, Text, Widget
from game.words import _

MOST_NOTES = 30
MOST_FOLDERS = 60  # buttons; more are no help, and a name can be typed


@dataclass(frozen=True, slots=True)
class GoInto(Command):
    """Choose this folder."""

    folder: Path


@dataclass(frozen=True, slots=True)
class MakePage(Command):
    """Read the journals and make the page."""


@dataclass(frozen=True, slots=True)
class OpenPage(Command):
    """Show a page in the browser."""

    page: Path


@dataclass(frozen=True, slots=True)
class ChooseAnother(Command):
    """Go back to choosing a folder."""


class _Stopped(GameError):
    """Nobody waits for the page any more."""


@dataclass(slots=True)
class PageMaking:
    """The making of a page in a thread: how far it is, then the pages or what went wrong."""

    done: int = 0
    total: int = 0
    pages: tuple[Path, ...] = ()
    notes: list[str] = field(default_factory=list)
    problem: Exception | None = None
    stopped: Event = field(default_factory=Event)
    over: Event = field(default_factory=Event)

    def start(self, debrief: Debrief, folder: Path, wanted: Wanted) -> None:
        """Begins; the thread dies with the window."""
        Thread(target=self._make, args=(debrief, folder, wanted), daemon=True).start()

    def _make(self, debrief: Debrief, folder: Path, wanted: Wanted) -> None:
        try:
            self.pages = debrief(folder, wanted, self._tell, self.notes.append)
        except OSError as error:
            self.problem = GameError(
                _("The folder cannot be read to its end: {problem}.").format(problem=error.strerror or error)
            )
        except Exception as error:  # raised again where the window's loop can see it
            self.problem = error
        self.over.set()

    def _tell(self, done: int, total: int) -> None:
        """Keeps how far it is; raises where nobody waits any more, which ends the work."""
        if self.stopped.is_set():
            raise _Stopped
        self.done, self.total = done, total


class ClassDebriefScreen(SheetScreen):
    """A folder to choose; while its journals are read, how far that is; then the page to open."""

    ems: ClassVar[float] = 36.0

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        super().__init__(desk)
        self.work: PageMaking | None = None
        self.problem = ""
        self.notes: list[str] = []  # what was left out when the work failed
        self.seen = (0, 0, False)  # how far the work was when last looked at: done, of how many, over
        self.wanted = PageWanted(desk)
        self._next_focus = ""
        words = str(_nearest(folder or desk.context.plays.logs or Path.home()))
        self.draft = TypedText(words, len(words), limit=1000)
        self.place = FolderContents.of(words)
        self._focus("make" if folder else "folder")

    # ── what stands there ────────────────────────────────────────────────────────────────────────────

    @override
    def parts(self) -> list[Widget]:
        title = Text(_("Debrief a class"), "title")
        if self.wanted.shelf:
            return [Text(_("Which conversation?"), "title"), *self.wanted.list()]
        if self.work is None:
            return [title, *self._chooser()]
        told = Text(str(self.place.path), colour="muted")
        if not self.seen[2]:
            return [title, told, self._progress(*self.seen[:2])]
        return [title, *self._ready(self.work.pages), *self._notes(self.work.notes)]

    def _chooser(self) -> list[Widget]:
        """Returns the folder, what lies there, and the ways to other folders."""
        parts: list[Widget] = [
            Text(_("Choose the folder with your class’s journals. The page is put there too."), colour="muted"),
            TextField("folder", _("Folder"), self.draft, hint=_("Type a folder, or choose one below"), then=MakePage()),
            self._count(),
        ]
        if self.problem:
            parts += [Sign("note", self.problem, "warm"), *self._notes(self.notes)]
        path, folders = self.place.path, self.place.folders
        if path is None:
            return parts
        parts += [*self.wanted.widgets(MakePage()), Divider()]
        if path.parent != path:
            parts.append(Button(_("Up one folder"), GoInto(path.parent), sign="back", wide=True, key="up"))
        for folder in folders[:MOST_FOLDERS]:
            parts.append(
                Button(folder.name, GoInto(folder), sign="open", after=True, wide=True, key=f"in-{folder.name}")
            )
        if len(folders) > MOST_FOLDERS:
            parts.append(
                Text(
                    _("And {number} more folders: type the name above.").format(number=len(folders) - MOST_FOLDERS),
                    colour="muted",
                )
            )
        return parts

    def _count(self) -> Widget:
        """Returns how many journals lie in the folder, in words."""
        if self.place.path is None:
            return Sign("note", _("There is no folder of this name."), "warm")
        many, below = self.place.journals, _(" Folders inside are read too.") if self.place.folders else ""
        if not many:
            return Sign("note", _("No journals lie right here.") + below)
        return Sign(
            "tick",
            (_("1 journal lies here.") if many == 1 else _("{many:,} journals lie here.").format(many=many)) + below,
            "accent",
        )

    @staticmethod
    def _progress(done: int, total: int) -> Widget:
        """Returns how far the work is; before the first file is read, that it is being looked for."""
        if not done or not total:
            return Sign(
                "clock",
                _("Looking for journals: {total:,} files so far").format(total=total) if total else _("Looking …"),
            )
        return Gauge(_("{done:,} of {total:,} files read").format(done=done, total=total), 100 * done / total, None)

    def _ready(self, pages: tuple[Path, ...]) -> list[Widget]:
        """Returns where the pages are; several are opened one by one."""
        parts: list[Widget] = []
        if len(pages) == 1:
            ready = (
                _("The slides are ready: {page}")
                if self.wanted.kind is PageKind.SLIDES
                else _("The page is ready: {page}")
            )
            parts.append(Sign("tick", ready.format(page=pages[0]), "accent"))
        else:
            parts.append(
                Sign(
                    "tick",
                    _("{count} pages are ready, one a scenario: {parent}").format(
                        count=len(pages), parent=pages[0].parent
                    ),
                    "accent",
                )
            )
            parts += [
                Button(
                    _("Open {name}").format(name=page.name),
                    OpenPage(page),
                    sign="open",
                    after=True,
                    wide=True,
                    key=f"open-{n}",
                )
                for n, page in enumerate(pages)
            ]
        if self.problem:
            parts.append(Sign("note", self.problem, "warm"))
        return parts

    @staticmethod
    def _notes(notes: list[str]) -> list[Widget]:
        """Returns what the teacher should know of the making: files left out, copies, a key that was made."""
        if not notes:
            return []
        more = (
            [_("And {number} more notes: the page counts them.").format(number=len(notes) - MOST_NOTES)]
            if len(notes) > MOST_NOTES
            else []
        )
        return [Divider(), *(Text(note, colour="muted") for note in [*notes[:MOST_NOTES], *more])]

    @override
    def foot(self) -> list[Widget]:
        leave = Button(_("Back"), Back(), kind="quiet", sign="back")
        if self.wanted.shelf:
            return [leave]
        if self.work is None:
            make, word = MakePage() if self.place.path else None, _(MAKE[self.wanted.kind])
            return [Button(word, make, kind="primary", sign="forward", after=True, key="make"), leave]
        if not self.seen[2]:
            return [Button(_("Stop"), ChooseAnother(), sign="cross")]
        another = Button(_("Another folder"), ChooseAnother(), kind="plain", sign="again")
        pages = self.work.pages
        word = _("Open the slides") if self.wanted.kind is PageKind.SLIDES else _("Open the page")
        first = Button(word, OpenPage(pages[0]), kind="primary", sign="open", after=True, key="open-0")
        return [*([first] if len(pages) == 1 else []), another, leave]

    # ── what happens ─────────────────────────────────────────────────────────────────────────────────

    @override
    def written(self, field: TextField) -> None:
        self.problem = ""
        if field.key == "folder":
            self.place = FolderContents.of(field.draft.words)
        self.refresh()

    @override
    def settled(self) -> None:
        if self._next_focus:
            for pane in self.page.panes:
                pane.scroll_to(0)
            self.page.focus(self._next_focus)
            self._next_focus = ""

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        if self.wanted.come():
            self._focus("use-")
            self.refresh()
        work = self.work
        if work is None:
            return
        seen = (work.done, work.total, work.over.is_set())
        if seen == self.seen:
            return
        self.seen = seen
        if seen[2] and work.problem:
            self.work, self.notes = None, work.notes
            if not isinstance(work.problem, GameError):
                raise work.problem
            self.problem = str(work.problem)
            self._focus("make")
        elif seen[2]:
            self._focus("open-0")
        self.refresh()

    @override
    def handle(self, command: Command) -> None:
        match command:
            case GoInto(folder):
                self.draft.fill(str(folder))
                self.place, self.problem = FolderContents.of(self.draft.words), ""
                inside = self.place.folders
                self._focus("make" if self.place.journals or not inside else f"in-{inside[0].name}")
            case MakePage() if self.place.path and self.desk.context.debrief:
                self._begin(self.desk.context.debrief, self.place.path)
            case UseKind(kind):
                self.wanted.kind, self.problem = kind, ""
            case ListScenarios():
                self.wanted.choose()
                self._focus("use-")
            case UseScenario(scenario):
                self.wanted.take(scenario)
                self._focus("scenario")
            case Back() if self.wanted.shelf:
                self.wanted.take(self.wanted.scenario)
                self._focus("scenario")
            case OpenPage(page):
                self.problem = ""
                if not self.desk.context.browse(page.as_uri()):
                    self.problem = _("No browser could be started. Open the file yourself.")
            case ChooseAnother():
                self._choose_again()
            case Back() if self.work and not self.seen[2]:
                self._choose_again()
            case Back():
                self.desk.close()
        self.refresh()

    def _begin(self, debrief: Debrief, folder: Path) -> None:
        """Starts to read; nothing has the focus, so that a second Enter does not stop it."""
        self.problem, self.seen, self.work = "", (0, 0, False), PageMaking()
        self.page.focus_key = ""
        self.work.start(debrief, folder, self.wanted.wanted)

    def _choose_again(self) -> None:
        """Ends the work and shows the folder as it is now."""
        if self.work:
            self.work.stopped.set()
        self.work, self.problem = None, ""
        self.place = FolderContents.of(self.draft.words)
        self._focus("make")

    def _focus(self, key: str) -> None:
        """Gives the focus to a part that stands there once the parts are laid out anew."""
        self._next_focus = key


def _nearest(folder: Path) -> Path:
    """Returns the folder, or the first above it that is there."""
    folder = folder.absolute()
    return next((path for path in (folder, *folder.parents) if os.path.isdir(path)), folder)
