"""Publishing a scenario: a shape and a folder to choose, the file made in the background, then the ways to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from typing_extensions import override

from game.errors import GameError
from game.scenario.model import Scenario
from game.web.shapes import Shape
from game.window.beside import Beside
from game.window.charts.gauge import Gauge
from game.window.context import Publish
from game.window.input.commands import Back, Command
from game.window.screens.folder_contents import typed_folder
from game.window.screens.screen import Desk
from game.window.screens.sheet import SheetScreen
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import N_, _

SHAPES = {
    Shape.PAGE: N_("A page"),
    Shape.SITE: N_("A web site"),
    Shape.SCORM_1_2: N_("SCORM 1.2"),
    Shape.SCORM_2004: N_("SCORM 2004"),
    Shape.CMI5: N_("cmi5"),
}
NOTES = {
    Shape.PAGE: N_("One file that plays in any browser, on a phone too, with nothing installed and no network."),
    Shape.SITE: N_("All conversations, as a folder for your school’s web space. It takes a minute or two to make."),
    Shape.SCORM_1_2: N_("A package for Moodle and most learning platforms. They see who finished, and no points."),
    Shape.SCORM_2004: N_(
        "A package for platforms that ask for the newer SCORM, 4th edition. They see who finished, and no points."
    ),
    Shape.CMI5: N_("A package for a platform with a record store, which keeps every play whole."),
}
WHAT_NEXT = {
    Shape.PAGE: N_("Send it, put it on a web space, or open it here to try it out."),
    Shape.SITE: N_("Copy all files of the folder to your web space. What you hand out is the folder’s address."),
    Shape.SCORM_1_2: N_("Add it to your course as it is, without unpacking it."),
    Shape.SCORM_2004: N_("Add it to your course as it is, without unpacking it."),
    Shape.CMI5: N_("Add it to your course as it is, without unpacking it."),
}
OPENED_HERE = (Shape.PAGE, Shape.SITE)  # a package plays on a platform only


@dataclass(frozen=True, slots=True)
class UseShape(Command):
    """Choose what to make."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class MakeShape(Command):
    """Make it in the folder that was typed."""


@dataclass(frozen=True, slots=True)
class ChooseAgain(Command):
    """Go back to choosing what to make."""


@dataclass(frozen=True, slots=True)
class OpenMade(Command):
    """Show what was made, or its folder, outside the game."""

    path: Path


class _Stopped(GameError):
    """Nobody waits for it any more."""


class Making:
    """The making of one shape in a thread: how far it is, then where it lies, or what went wrong."""

    def __init__(self, make: Callable[[Callable[[int, int], None]], Path]) -> None:
        """make: makes it, telling (done, of how many)"""
        self.done, self.total = 0, 0
        self.stopped = False
        self.work = Beside(lambda: make(self._tell))

    def _tell(self, done: int, total: int) -> None:
        """Keeps how far it is; raises where nobody waits any more, which ends the work."""
        if self.stopped:
            raise _Stopped
        self.done, self.total = done, total


class PublishScreen(SheetScreen):
    """What can be made of a scenario, where it shall lie, and once it is made, the ways to it."""

    ems: ClassVar[float] = 36.0

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        super().__init__(desk)
        self.scenario, self.shape = scenario, Shape.PAGE
        self.making: Making | None = None
        self.made: Path | None = None
        self.seen = 0  # how many were done when last looked at
        self.problem = ""
        words = str(_usual_folder())
        self.draft = TypedText(words, len(words), limit=1000)
        self.page.focus_key = Shape.PAGE.value

    @override
    def parts(self) -> list[Widget]:
        title = Text(_("Publish “{title}”").format(title=self.scenario.title), "title")
        problem = [Sign("note", self.problem, "warm")] if self.problem else []
        if self.made:
            return [
                title,
                Sign("tick", _("It is ready: {path}").format(path=self._lies()), "accent"),
                Text(_(WHAT_NEXT[self.shape]), colour="muted"),
                *(Sign("note", words) for words in self._of_sounds()),
                *problem,
            ]
        if self.making:
            return [title, self._progress(self.making)]
        field = TextField("folder", _("Folder"), self.draft, hint=_("Type a folder"), then=MakeShape())
        return [title, self._shapes(), field, *problem]

    def _shapes(self) -> Widget:
        """Returns what can be made, to be chosen, and what the chosen one is for."""
        chips = [
            Button(_(word), UseShape(shape), kind="chip", chosen=shape is self.shape, key=shape.value)
            for shape, word in SHAPES.items()
        ]
        return Column([Flow(chips, 0.4), Text(_(NOTES[self.shape]))], 0.4)

    @staticmethod
    def _progress(making: Making) -> Widget:
        """Returns how far it is, where that can be said."""
        if not making.total:
            return Sign("clock", _("Making it …"))
        words = _("{done} of {total} conversations").format(done=making.done, total=making.total)
        return Gauge(words, 100 * making.done / making.total, None)

    @override
    def foot(self) -> list[Widget]:
        leave = Button(_("Back"), Back(), kind="quiet", sign="back", key="back")
        if self.made is None:
            make = Button(_("Make it"), MakeShape(), kind="primary", sign="forward", after=True, key="make")
            return [leave] if self.making else [make, leave]
        show = Button(_("Show in folder"), OpenMade(self._folder()), sign="open", after=True, key="show")
        again = Button(_("Make something else"), ChooseAgain(), kind="quiet", sign="again", key="again")
        if self.shape not in OPENED_HERE:
            return [show, again, leave]
        words = _("Open the page") if self.shape is Shape.PAGE else _("Open the site")
        return [
            Button(words, OpenMade(self.made), kind="primary", sign="open", after=True, key="open"),
            show,
            again,
            leave,
        ]

    def _of_sounds(self) -> list[str]:
        """Returns what not every browser plays of the author's own sounds."""
        from game.web.sounds import told_of_sounds  # with what makes pages, which the window does not need before

        return told_of_sounds([self.scenario])

    def _lies(self) -> Path:
        """Returns what was made: a file, or a site's folder."""
        assert self.made, "asked for once it is made"
        return self.made.parent if self.shape is Shape.SITE else self.made

    def _folder(self) -> Path:
        """Returns the folder to show: the one that the file lies in, or the site's own."""
        assert self.made, "asked for once it is made"
        return self.made.parent

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        making = self.making
        if making is None:
            return
        if making.work.over:
            self.making = None
            self._end(making.work)
            self.refresh()
        elif making.done != self.seen:
            self.seen = making.done
            self.refresh()

    def _end(self, work: Beside[Path]) -> None:
        """Takes what was made, or tells why it was not."""
        try:
            self.made = work.result()
        except OSError as error:
            self.problem = _("It cannot be written there: {reason}.").format(reason=error.strerror or error)
        except GameError as error:
            self.problem = str(error)
        opens = "open" if self.shape in OPENED_HERE else "show"
        self.page.focus_key = opens if self.made else "folder"

    @override
    def handle(self, command: Command) -> None:
        match command:
            case UseShape(shape):
                self.shape = shape
            case MakeShape() if self.desk.context.publish and self.making is None:
                self._begin(self.desk.context.publish)
            case OpenMade(path):
                opened = self.desk.context.browse(path.as_uri())
                self.problem = "" if opened else _("It could not be opened from here. Open it yourself.")
            case ChooseAgain():
                self.made, self.problem = None, ""
                self.page.focus_key = self.shape.value
            case Back():
                if self.making:
                    self.making.stopped = True
                self.desk.close()
        self.refresh()

    def _begin(self, publish: Publish) -> None:
        """Starts to make it, or says why it cannot."""
        folder = typed_folder(self.draft.words)
        if folder is None:
            self.problem = _("There is no folder of this name.")
            return
        library, scenario, shape = self.desk.context.plays.library, self.scenario, self.shape
        self.making = Making(lambda tell: publish(library, scenario, shape, folder, tell))
        self.problem, self.seen = "", 0
        self.page.focus_key = ""  # so that a second Enter does not stop it


def _usual_folder() -> Path:
    """Returns where downloads lie, where there is such a folder, else one's own."""
    downloads = Path.home() / "Downloads"
    return downloads if downloads.is_dir() else Path.home()
