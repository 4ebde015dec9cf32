"""One open file under the hands of one or more tabs: every change goes through here, and is told to all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any

from game.errors import GameError
from game.studio.buffer import Buffer, OutOfStep
from game.studio.edits import EditRefused, edited
from game.studio.edits.same_place import same_place
from game.studio.keeping import ChangedMeanwhile, DiskFile, DiskText
from game.studio.merge import merged
from game.studio.proving import Prover
from game.studio.view import Viewer, prove
from game.studio.waits import Waits
from game.words import _

MOST_WAITING = 2_000  # messages for a tab that takes none
MOST_LOOKS = 20  # at a file that another program writes without a pause, before the author is told

Message = dict[str, Any]
Proving = Callable[[], Prover]  # whatever proves when it is asked
READING = ThreadPoolExecutor(1, "reading")  # one, whatever is open


class Tab:
    """One page that shows a file; what it is told waits here until it goes out."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[Message | None] = asyncio.Queue(MOST_WAITING)

    def tell(self, message: Message) -> None:
        """Puts a message in line; a page that takes none any more is let go."""
        try:
            self.waiting.put_nowait(message)
        except asyncio.QueueFull:
            while not self.waiting.empty():
                self.waiting.get_nowait()
            self.waiting.put_nowait(None)


class Sheet:
    """One open file: its text, its tabs, and whether it is saved."""

    def __init__(
        self, name: str, file: DiskFile, viewer: Viewer, proving: Proving, waits: Waits, more: Message
    ) -> None:
        """name: how the page asks for it. more: what else a tab is told at the beginning."""
        self.name, self.file, self.proving, self.waits = name, file, proving, waits
        self.buffer = Buffer(file.disk.text)
        self.tabs: list[Tab] = []
        self.more = more
        self.asking: DiskText | None = None  # what stands on disk and cannot be merged
        self.unread = False  # whether what stands on disk is no text
        self.state: Message = {"type": "saved", "state": "saved"}
        self.viewer = viewer
        self._proving: asyncio.Task[None] | None = None
        self._saving: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self._last_view: Message | None = None
        self._writing = asyncio.Lock()

    # ── tabs ─────────────────────────────────────────────────────────────────────────────────────────

    def hello(self) -> Message:
        """Returns what a tab begins with, or begins again with."""
        return {
            "type": "hello", "file": self.name, "id": self.file.path.stem, "name": self.file.path.name,
            "text": self.buffer.text, "revision": self.buffer.revision, "newline": self.file.disk.usual,
            "saved": {key: value for key, value in self.state.items() if key != "type"}, **self.more,
        }  # fmt: skip

    def enter(self, tab: Tab) -> None:
        """Lets a tab follow."""
        self.tabs.append(tab)
        tab.tell(self.hello())
        if self._last_view is not None and self._last_view["revision"] == self.buffer.revision:
            tab.tell(self._last_view)
        else:
            self.look()
        if self.asking is not None:
            tab.tell({"type": "outside", "name": self.file.path.name})

    def leave(self, tab: Tab) -> None:
        """Lets a tab go."""
        with suppress(ValueError):
            self.tabs.remove(tab)

    def tell(self, message: Message, but: Tab | None = None) -> None:
        """Tells every tab, but perhaps one."""
        for tab in list(self.tabs):
            if tab is not but:
                tab.tell(message)

    # ── changes ──────────────────────────────────────────────────────────────────────────────────────

    def take(self, tab: Tab, message: Mapping[str, Any]) -> None:
        """Does what a tab asks; answers it and tells the others."""
        match message.get("type"):
            case "text":
                self._text(tab, message)
            case "edit":
                self._edit(tab, message)
            case "save":
                self.save_soon(0)
            case "mine" | "theirs" | "both" as answer:
                self._decided(answer)

    def _text(self, tab: Tab, message: Mapping[str, Any]) -> None:
        base, changes = message.get("base"), message.get("changes")
        try:
            if type(base) is not int or not isinstance(changes, list):
                raise OutOfStep
            told = self.buffer.take(base, changes)
        except OutOfStep:
            tab.tell(self.hello())
            return
        tab.tell({"type": "ack", "revision": self.buffer.revision})
        self.tell({"type": "changes", "revision": self.buffer.revision, "changes": told, "by": "tab"}, but=tab)
        self._changed()

    def _edit(self, tab: Tab, message: Mapping[str, Any]) -> None:
        number, base, edits = message.get("id"), message.get("base"), message.get("edits")
        try:
            if type(base) is not int or not isinstance(edits, list):
                raise EditRefused(_("This change was not understood. Load the page again."))
            before = self.buffer.at(base)
            if before is None or not same_place(before, self.buffer.text, edits):
                raise EditRefused(_("This part was changed elsewhere at the same moment. Look at it, and try again."))
            text = edited(self.buffer.text, edits, self.viewer.rubric)
        except EditRefused as refused:
            tab.tell({"type": "refused", "id": number, "why": str(refused)})
            return
        self._told_changes(self.buffer.replace(text), "form", tab, number)

    def replace(self, text: str, by: str) -> None:
        """Makes another text of it, and tells all tabs."""
        self._told_changes(self.buffer.replace(text), by, None, None)

    def _told_changes(self, told: list[Message], by: str, tab: Tab | None, number: object) -> None:
        message = {"type": "changes", "revision": self.buffer.revision, "changes": told, "by": by}
        if tab is not None:
            tab.tell(message | {"id": number})
            message["by"] = "tab"
        self.tell(message, but=tab)
        self._changed()

    def _changed(self) -> None:
        self.look()
        self.save_soon(self.waits.save_s)

    # ── what a view says ─────────────────────────────────────────────────────────────────────────────

    def look(self) -> None:
        """Reads the text anew, soon."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        """Reads the text until it is the one that stands, and has it proven when nobody has typed for a moment."""
        read = None
        while read != self.buffer.revision:
            read, text = self.buffer.revision, self.buffer.text
            loop = asyncio.get_running_loop()
            self._view(await loop.run_in_executor(READING, self.viewer.read, text, read))
            await asyncio.sleep(self.waits.look_s)
        if self._proving is None or self._proving.done():
            self._proving = asyncio.create_task(self._prove())

    async def _prove(self) -> None:
        proven = None
        while proven != self.buffer.revision:
            proven, text = self.buffer.revision, self.buffer.text
            await asyncio.sleep(self.waits.prove_s)
            if proven != self.buffer.revision or not self.viewer.can_be_proven:
                continue
            with suppress(GameError):
                proof = await self.proving().run(prove, text, self.viewer.stem, self.viewer.media)
                if message := self.viewer.proven(proof, proven):
                    self._view(message)

    def _view(self, message: Message) -> None:
        if self._last_view is None or message["revision"] >= self._last_view["revision"]:
            self._last_view = message
            self.tell(message)

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────

    @property
    def saved(self) -> bool:
        """Returns whether the file holds what the editor holds."""
        return self.asking is None and self.buffer.text == self.file.disk.text

    @property
    def saving(self) -> bool:
        """Returns whether the file is being written just now."""
        return self._writing.locked()

    def _say(self, state: str, why: str | None = None) -> None:
        message = {"type": "saved", "state": state} | ({"why": why} if why else {})
        if message != self.state:
            self.state = message
            self.tell(message)

    def save_soon(self, after_s: float) -> None:
        """Saves after a while; what is under way already stays so."""
        begins = self._saving is None or self._saving.done()
        # A saving may be under way for what was saved by then: what stands now is not.
        if self.asking is None and (begins or self.state["state"] == "saved"):
            self._say("saving")
        if begins:
            self._saving = asyncio.create_task(self._save_in(after_s))

    async def _save_in(self, after_s: float) -> None:
        await asyncio.sleep(after_s)
        while not await self.save():
            await asyncio.sleep(self.waits.again_s)

    async def save(self) -> bool:
        """Saves now; returns False where that has to be tried again."""
        async with self._writing:
            while not self.saved:
                text = self.buffer.text
                if not await self._free():
                    await asyncio.to_thread(self.file.put_aside, text)
                    # More may have been typed meanwhile, and the author may have answered.
                    if text == self.buffer.text and self.state["state"] == "unsaved":
                        return self.asking is not None
                    continue
                try:
                    await asyncio.to_thread(self.file.save, self.buffer.text)
                except ChangedMeanwhile:
                    continue
                except OSError as error:
                    self._say("unsaved", _("The disk does not take it: {why}.").format(why=error.strerror or error))
                    return False
            if self.file.lies_aside:
                self.file.forget_aside()
            self._say("saved")
            return True

    async def _free(self) -> bool:
        """Waits while another program writes into the file; returns whether ours may go in."""
        for _look in range(MOST_LOOKS):
            self.meet_outside()
            if not self.file.settling:
                return self.asking is None and not self.unread
            await asyncio.sleep(self.waits.settle_s)
        self._say("unsaved", _("Another program keeps writing into the file."))
        return False

    # ── what others do to the file ───────────────────────────────────────────────────────────────────

    def meet_outside(self) -> None:
        """Takes in what somebody else put into the file: as it is, merged, or by asking."""
        try:
            theirs = self.file.changed_outside()
        except GameError as why:
            self.unread = True
            self._say("unsaved", str(why))
            return
        if theirs is None:
            if self.unread and self.file.as_known:
                self.unread = False
                self._go_on()
            return
        self.unread = False
        base = self.file.disk.text
        self.file.keep_copy(self.file.disk)
        both = merged(base, self.buffer.text, theirs.text)
        if both is None:
            self.asking = theirs
            self.tell({"type": "outside", "name": self.file.path.name})
            self._say("unsaved", _("The file was changed elsewhere too. Decide which to keep."))
            return
        self.asking, self.file.disk = None, theirs
        if both != self.buffer.text:
            self.replace(both, "outside")
        self._go_on()

    def _go_on(self) -> None:
        """Says how it stands with the file, and saves what is not saved."""
        self._say("saved" if self.saved else "saving")
        if not self.saved:
            self.save_soon(0)

    def _decided(self, answer: str) -> None:
        """Keeps ours, takes theirs, or keeps ours and puts theirs beside it."""
        theirs = self.asking
        if theirs is None:
            return
        self.file.keep_copy(theirs)
        if answer == "theirs":
            self.file.keep_copy(replace(theirs, text=self.buffer.text))
        elif answer == "both" and not self.file.put_beside(theirs, "theirs"):
            return
        self.asking, self.file.disk = None, theirs
        if answer == "theirs":
            self.replace(theirs.text, "outside")
        self.file.forget_aside()
        self._say("saving")
        self.save_soon(0)
