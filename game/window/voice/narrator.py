"""What to say when: what is new on the screen, the thing that has the focus, and all of it again when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from game.window.screens.screen import Screen
from game.window.voice.engines import how_to_get_one
from game.window.voice.sentences import READ, SentenceKind, SpokenPart, announced, ended, focused, parts, reading
from game.window.voice.speech import NoVoice, Voice
from game.words import _


@dataclass(slots=True)
class ScreenSnapshot:
    """What a screen had when it was last looked at: its sentences, its lines, and how it stood with the focus."""

    sentences: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    focus: str = ""
    key: str = ""
    group: str = ""
    draft: str = ""
    said: list[str] = field(default_factory=list)  # what was new, when something last was


class Narrator:
    """Speaks for the screen on top. Something new silences what is being said; longer things are said sentence by
    sentence, so that the caption keeps step. What is under an overlay is silent until it is on top again."""

    def __init__(self, find: Callable[[], Voice | None]) -> None:
        self._find = find
        self.voice: Voice | None = None  # None: switched off
        self._gone: Voice | None = None  # the one that says the last word
        self.caption = ""
        self.since = 0.0  # seconds for which the caption has stood there
        self._greeting: list[str] = []  # what is said before the screen, once
        self._queue: list[str] = []
        self._last: list[str] = []  # the whole of what was said last, to be said again
        self._memories: WeakKeyDictionary[Screen, ScreenSnapshot] = WeakKeyDictionary()
        self._top: Screen | None = None
        self._heard: list[str] = []  # the lines of the play that were said, in order
        self._warned = False

    @property
    def on(self) -> bool:
        """Returns True while the game speaks."""
        return self.voice is not None

    @property
    def mute(self) -> bool:
        """Returns True while only the captions speak."""
        return isinstance(self.voice, NoVoice) and self._warned

    @property
    def quiet(self) -> bool:
        """Returns True when there is nothing left to say and nothing is being said."""
        return self.voice is None or (not self._queue and not self.voice.busy(self.caption, self.since))

    def switch_on(self, greeting: Sequence[str] = ()) -> None:
        """Begins to speak; everything on the screen counts as new."""
        self.close()
        self.voice, self._warned = self._find(), False
        self._memories.clear()
        self._top = None
        self._heard.clear()
        self._greeting = list(greeting)
        if self.voice is None:
            self.voice, self._warned = NoVoice(), True
            self._greeting += [_(how_to_get_one()), _("Captions stay on.")]

    def switch_off(self, farewell: str) -> None:
        """Falls silent, after a last word."""
        self._gone, self.voice = self.voice, None
        self._queue, self._last, self.caption = [], [], ""
        if self._gone is not None:
            self._gone.say(farewell)

    def close(self) -> None:
        """Falls silent at once and for good."""
        for voice in (self.voice, self._gone):
            if voice is not None:
                voice.close()
        self.voice = self._gone = None

    def replace_voice(self) -> None:
        """Takes the voice that is right for new settings, without a word."""
        if self.voice is not None:
            self.voice.close()
            self.voice = self._find() or NoVoice()

    def repeat(self) -> None:
        """Says again what was said last."""
        self._say(self._last)

    def look(self, screen: Screen) -> None:
        """Says what is new on the screen that is on top."""
        if self.voice is None:
            return
        before = self._memories.get(screen)
        told = [part for _pane, _widget, part in parts(screen.page)]
        read = [part for part in told if part.kind in READ]
        memory = ScreenSnapshot(
            Counter(map(reading, read)), [reading(part) for part in read if part.kind is SentenceKind.LINE]
        )
        said = announced(self._new(screen, read, before or ScreenSnapshot(), first=before is None))
        memory.said = said or (before.said if before else [])
        moved = screen is not self._top
        said += self._focus(
            told, screen.page.focus_key, memory, ScreenSnapshot() if moved or before is None else before
        )
        if moved and not said and before is not None:
            said = memory.said
        self._top, self._memories[screen] = screen, memory
        if said:
            self._say([*self._greeting, *said])
            self._greeting = []

    def _new(
        self, screen: Screen, read: Sequence[SpokenPart], before: ScreenSnapshot, *, first: bool
    ) -> list[SpokenPart]:
        """Returns the parts that were not there before; how lines count is the screen's own."""
        known = Counter(before.sentences)
        lines = [reading(part) for part in read if part.kind is SentenceKind.LINE]
        skipped = 0
        if screen.lines_told == "new":
            skipped = self._known(lines, before.lines)
            self._heard += lines[skipped:]
        elif screen.lines_told == "last":
            skipped = len(lines) - (first or lines[-1:] != before.lines[-1:])
        new: list[SpokenPart] = []
        for part in read:
            words = reading(part)
            if part.kind is SentenceKind.LINE and screen.lines_told != "all":
                if skipped <= 0:
                    new.append(part)
                skipped -= 1
            elif known[words] > 0:
                known[words] -= 1
            else:
                new.append(part)
        return new

    def _known(self, lines: Sequence[str], before: Sequence[str]) -> int:
        """Returns how many of the first lines were said: those that the play's last lines begin with, or all that
        stood on the screen before this one."""
        if lines == before:
            return len(lines)
        for count in range(min(len(lines), len(self._heard)), 0, -1):
            if self._heard[-count:] == lines[:count]:
                return count
        shown = self._memories[self._top].lines if self._top and self._top in self._memories else []
        return len(lines) if shown[: len(lines)] == lines else 0

    def _focus(self, told: Sequence[SpokenPart], key: str, memory: ScreenSnapshot, before: ScreenSnapshot) -> list[str]:
        """Returns what is said of the focus when it, or how it stands, is new."""
        part = next((part for part in told if part.key == key), None) if key else None
        if part is None:
            return []
        memory.key, memory.group = key, part.name.split(":")[0] if part.kind is SentenceKind.CHIP else ""
        memory.focus, memory.draft = focused(part), part.value
        if part.kind is SentenceKind.FIELD and before.key == key:
            return _typed(before.draft, part.value)
        if memory.focus == before.focus:
            return []
        known = memory.group and memory.group == before.group
        return [memory.focus, *([ended(part.about)] if part.about and not known else [])]

    def _say(self, said: Sequence[str]) -> None:
        """Says this in place of what is being said."""
        if self.voice is None or not said:
            return
        self._last = list(said)
        self._queue = list(said)
        self._next(after=False)

    def _next(self, *, after: bool) -> None:
        assert self.voice is not None
        self.caption, self.since = self._queue.pop(0), 0.0
        self.voice.say(self.caption, after=after)

    def pass_time(self, dt: float) -> None:
        """Goes on to the next sentence when one has been said."""
        if self.voice is None:
            return
        self.since += dt
        if self.voice.failed and not self._warned:
            self._warned = True
            self._queue.append(_("The voice of this computer does not work now. Captions stay on."))
        if self._queue and not self.voice.busy(self.caption, self.since):
            self._next(after=True)


def _typed(before: str, now: str) -> list[str]:
    """Returns what is heard while typing: the word that was ended, or what was taken away."""
    if len(now) == len(before) + 1 and now.startswith(before):
        return before.split()[-1:] if now[-1].isspace() and not before[-1:].isspace() else []
    return [now.split()[-1] if now.split() else _("empty")] if len(now) < len(before) else []
