"""A whole play for somebody who listens, in a real window: `python -m tests.window.voiced OUTDIR`.

Needs Xvfb, xdotool and espeak-ng. *Saturday Friend* is played with the keyboard at 200 % text in high contrast, with
the voice on: espeak-ng speaks every sentence into a file, the game writes down what is spoken, and that is held against
what was on the screen: every line and every option of the play was spoken, and nothing that did not stand there.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import wave
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pygame
from typing_extensions import override

from game import locations
from game.play.session import Session
from game.scenario.model import NARRATION, YOU, Line
from game.window import loop as window
from game.window.context import AppContext
from game.window.preferences import Preferences, save
from game.window.screens.conversation import ConversationScreen
from game.window.stage.reading import bare
from game.window.voice.engines import LINUX
from game.window.voice.sentences import SentenceKind, parts
from game.window.voice.speech import ProcessPerLine, start
from tests.window.display import a_display
from tests.window.drive import ROOT, a_context
from tests.window.hands import SCENARIO, Played

SIZE = (1280, 720)
FRAMES = (  # what is said around the words of a screen
    r"(?P<words>.*), button", r"(?P<words>.*), (not )?chosen", r"(?P<words>.*) Text field(, .*)?",
    r"\d+ of \d+: (?P<words>.*)", r"\d+: (?P<words>.*)", r"Turn (?P<words>\d+), (not )?chosen",
    r"\d+ things you could say or do", r"One thing you could say or do", r"The voice is on",
    r"R says it again, F4 turns it off",
)  # fmt: skip


@dataclass
class Heard:
    """What was spoken, each with everything that stood on the screen then; and every option that was offered."""

    spoken: list[tuple[str, str]] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    session: Session | None = None


class Watched(ProcessPerLine):
    """espeak-ng, speaking into files, while somebody notes what stands on the screen."""

    def __init__(self, out: Path, player: Listening, language: str, rate: str) -> None:
        self.out, self.player = out, player
        super().__init__(LINUX[0], LINUX[0].command(language, rate), self._into_a_file)

    def _into_a_file(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        return start([*command, "-w", str(self.out / f"{len(self.player.heard.spoken):04}.wav")])

    @override
    def say(self, text: str, *, after: bool = False) -> None:
        self.player.heard.spoken.append((text, self.player.on_screen()))
        super().say(text, after=after)


class Listening(Played):
    """The app with somebody at the keyboard who hears everything out."""

    heard: Heard

    def on_screen(self) -> str:
        """Every word that stands on the screen, and what its plots show."""
        page = self.top.page
        rows = [line for pane in page.panes for part in pane.root.walk() for line, _box in part.written()]
        plots = [part.name for _pane, _widget, part in parts(page) if part.kind is SentenceKind.PLOT]
        return plain(" ".join([*rows, *plots]))

    @override
    def update(self, dt: float) -> None:
        if isinstance(self.top, ConversationScreen):
            self.heard.session = self.top.session
            told = [f"{n}: {offer.option.words}" for n, offer in enumerate(self.top.offers, 1)]
            if told and self.heard.offered[-len(told) :] != told:
                self.heard.offered += told
        if self.aloud.narrator.quiet:
            super().update(dt)
        else:
            window.App.update(self, dt)


def plain(words: str) -> str:
    """Words without the full stop that a voice adds and the line breaks of a screen."""
    return " ".join(words.split()).rstrip(".")


def stands(words: str, screen: str) -> bool:
    """True when the words stand on the screen, wherever a line is broken there."""
    return "".join(plain(words).split()) in "".join(screen.split())


def in_words(session: Session, line: Line) -> str:
    """A line as it is to be spoken."""
    line = bare(line)
    if line.speaker == NARRATION:
        return line.text
    return f"{'You' if line.speaker == YOU else session.scenario.name_of(line.speaker)}: {line.text}"


def missing(heard: Heard) -> list[str]:
    """The lines and the options of the play that were not spoken, in their order."""
    assert heard.session is not None
    lines = [in_words(heard.session, line) for scene in heard.session.history for line in scene.lines]
    lost = []
    for wanted in (lines, heard.offered):
        said = iter(plain(text) for text, _screen in heard.spoken)
        lost += [words for words in wanted if not any(plain(words) in one for one in said)]
    return lost


def foreign(heard: Heard) -> list[str]:
    """What was spoken and did not stand on the screen."""
    assert heard.session is not None
    names = "|".join(map(re.escape, ["You", *(who.name for who in heard.session.scenario.cast.values())]))
    frames = [re.compile(frame) for frame in (*FRAMES, rf"({names}): (?P<words>.*)")]
    return [text for text, screen in heard.spoken if not _stood(plain(text), screen, frames)]


def _stood(text: str, screen: str, frames: Sequence[re.Pattern[str]]) -> bool:
    if stands(text, screen):
        return True
    matches = [match for frame in frames if (match := frame.fullmatch(text))]
    return any(
        all(stands(part, screen) for part in re.split(r"(?<=[.?!])\s|: ", plain(match.groupdict().get("words") or "")))
        for match in matches
    )


def main(out: Path) -> None:
    """Plays, listens and compares; says what came of it."""
    (out / "wav").mkdir(parents=True, exist_ok=True)
    log = out / "spoken.txt"
    log.unlink(missing_ok=True)
    heard, seats = Heard(), []

    def sit_down(context: AppContext, surface: pygame.Surface) -> Listening:
        player = Listening(context, surface)
        player.heard = heard
        seats.append(player)
        return player

    with tempfile.TemporaryDirectory() as folder, a_display(SIZE):
        files = {SCENARIO: locations.scenario_files()[SCENARIO]}
        context = a_context(
            Path(folder), scenarios=files, assets=ROOT / "assets", voice_log=log,
            voice=lambda language, rate: Watched(out / "wav", seats[0], language, rate),
        )  # fmt: skip
        save(Preferences(text_scale=2.0, theme="contrast", voice=True), context.config)
        Listening.name, Listening.out = "keyboard", out
        assert window.run(context, sit_down) == 0
    seconds = 0.0
    recorded = sorted((out / "wav").glob("*.wav"))
    for path in recorded:
        with closing(wave.open(str(path))) as sound:
            seconds += sound.getnframes() / sound.getframerate()
    lost, strange = missing(heard), foreign(heard)
    assert log.read_text(encoding="utf-8").splitlines() == [" ".join(text.split()) for text, _screen in heard.spoken]
    assert heard.session is not None
    lines = sum(len(scene.lines) for scene in heard.session.history)
    print(
        f"{SCENARIO} at 200 % in high contrast: {heard.session.turns} choices, {lines} lines, "
        f"{len(heard.offered)} options."
    )
    print(f"Spoken: {len(heard.spoken)} sentences; {len(recorded)} recordings, {seconds:.0f} seconds.")
    print(f"Not spoken: {len(lost)}. Spoken, but not on the screen: {len(strange)}.")
    for words in (*lost, *strange):
        print(f"  {words}")
    sys.exit(1 if lost or strange or len(recorded) < len(heard.spoken) else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
