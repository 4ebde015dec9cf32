"""A film of what a player does to a real window, as a list of pictures: `python -m tests.window.film OUTDIR`.

Needs Xvfb, openbox, xdotool, xclip and ImageMagick's `import`. The game runs as its own process on a display with a
window manager. Each scene ends as it should, or the command says what did not and leaves with 1. A full disk and a
folder that cannot be written are small file systems where this user may mount some; elsewhere a limit for the size of
a file, and rights.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

from game.play.journal import read_journal
from game.play.play_list import list_plays
from game.window.preferences import Preferences, save
from tests.support.patience import PATIENCE
from tests.window.display import a_display, the_window, until
from tests.window.drive import HERE, SAMPLE

ROOT = HERE.parent.parent
GAME = """
import resource, sys
from pathlib import Path
from game.window.loop import run
from tests.window.drive import a_context
from tests.window.told import TellingApp
folder, most = Path(sys.argv[1]), int(sys.argv[2])
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
run(a_context(folder, scenarios={"sample": Path(sys.argv[3])}), TellingApp)
"""
TYPED = {"name": "Zoë Нур 🙂", "own words": "Привет, Dana 🙂", "save": "До ответа ✓", "answer": "Ещё раз, slower 🙂"}
PASTED = "Ελένη שלום 李"
PAGE, LONG = 4096, 1600  # bytes of a file's first page, and letters of two bytes that nearly fill it


class Game:
    """A game in a window of its own, what it tells of itself, and a hand at it."""

    def __init__(self, film: Film, home: Path, most: int = 0) -> None:
        self.film, self.last = film, ["", "", "", [], [], [], False]
        command = [sys.executable, "-c", GAME, str(home), str(most), str(film.scenario)]
        there = os.environ | {"PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": "x11", "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(command, env=there, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        Thread(target=self._listen, daemon=True).start()
        self.window = the_window(there, self.process)
        self.tool("windowactivate", "--sync", self.window)
        self.arrive("Title")

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("["):
                self.last = json.loads(line)

    @property
    def screen(self) -> str:
        """The screen on top."""
        return str(self.last[1])

    @property
    def focus(self) -> str:
        """What has the focus."""
        return str(self.last[2])

    def until(self, there: Callable[[], object], otherwise: str) -> None:
        """Waits for something; raises RuntimeError where it never comes."""
        until(lambda: bool(there()) or None, f"{otherwise} (it stands at {self.last})", lambda: self.running)

    @property
    def running(self) -> bool:
        """Whether the game runs."""
        return self.process.poll() is None

    def tool(self, *words: str) -> str:
        """What xdotool answers."""
        return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False).stdout

    def key(self, *keys: str) -> None:
        """Presses keys, each once what the one before did can be seen."""
        for key in keys:
            before = list(self.last)
            self.tool("key", key)
            self._settle(before)

    def _settle(self, before: list[Any]) -> None:
        """Waits a moment for a change: not every key makes one."""
        for _look in range(8):
            self.tool("sleep", "0.06")
            if self.last != before:
                return

    def go(self, key: str, to: str = "") -> None:
        """Goes to a part with Tab and presses Enter, and waits for the screen that this leads to."""
        self.until(lambda: self._reach(key), f"{key} has no focus")
        self.key("Return")
        self.arrive(to)

    def arrive(self, screen: str) -> None:
        """Waits for a screen to stand there."""
        if screen:
            self.until(lambda: self.screen == f"{screen}Screen", f"no {screen}")

    def _reach(self, key: str) -> bool:
        if self.focus != key:
            self.key("Tab")
        return self.focus == key

    def type(self, words: str) -> None:
        """Types words, slowly: xdotool maps a key anew for each letter that the keyboard has not, and the window has to
        see each of these mappings."""
        self.tool("type", "--delay", "400", words)
        self.tool("sleep", "0.8")

    def begin(self) -> None:
        """From the title to the first line of the play."""
        self.go("Play", "Library")
        self.key("Return")
        self.arrive("Briefing")
        self.go("Begin", "Conversation")

    def read_on(self) -> None:
        """Reads to the next choice or question."""
        self.until(self._read, "nothing to choose")

    def _read(self) -> bool:
        if self.screen not in ("ConversationScreen", "FeedbackScreen") or self.last[4]:
            return True
        self.key("space")
        return False

    def choose(self) -> None:
        """Takes the first option, once the guard against mashing is over."""
        self.until(lambda: self.last[4] and self.last[6], "nothing to choose")
        offered = self.last[4]
        self.tool("key", "1")
        self.until(lambda: self.last[4] != offered or self.screen != "ConversationScreen", "the choice was not taken")

    def end(self) -> int:
        """Lets the system end the game; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)


class Film:
    """The pictures, in order, and what each shows."""

    def __init__(self, out: Path, folder: Path) -> None:
        self.out, self.folder, self.taken, self.games = out, folder, list[str](), list[Game]()
        self.scenario = folder / "sample.yaml"
        asks = SAMPLE.read_text("utf-8").replace("    frame: social\n", "    frame: social\n    own_words: Yours?\n", 1)
        self.scenario.write_text(asks, encoding="utf-8")

    def game(self, home: Path, most: int = 0) -> Game:
        """Opens the game with everything kept in a folder."""
        if not (home / "config" / "settings.json").exists():
            with suppress(OSError):  # one that cannot be written
                save(Preferences(reveal="at-once", motion=False), home / "config" / "settings.json")
        self.games.append(Game(self, home, most))
        return self.games[-1]

    def shoot(self, name: str, shows: str) -> None:
        """Keeps a picture of the whole display."""
        subprocess.run(["xdotool", "sleep", "0.5"], check=False)
        file = f"{len(self.taken) + 1:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(self.out / file)], check=True)
        self.taken.append(f"- `{file}`: {shows}")
        print(self.taken[-1], flush=True)


def fields(film: Film) -> None:
    """Letters of three scripts typed into each field, and pasted from another program."""
    home = film.folder / "fields"
    game = film.game(home)
    game.go("players", "Players")
    game.type(TYPED["name"])
    film.shoot("name", "a name typed by xdotool: Latin, Cyrillic, emoji")
    with pasted(PASTED):
        game.key("ctrl+a", "ctrl+v")
    film.shoot("pasted", "all selected and replaced by a paste from xclip: Greek, Hebrew, Chinese")
    game.key("ctrl+z")
    game.tool("sleep", "0.3")
    game.key("Return")
    game.arrive("Title")
    film.shoot("title", "the paste taken back by Ctrl+Z, and the first name in use")
    game.begin()
    game.read_on()
    game.type(TYPED["own words"])
    film.shoot("own-words", "one's own words before the options")
    game.key("Return")
    game.until(lambda: game.last[4], "no options")
    game.key("F6")
    game.arrive("Saves")
    game.type(TYPED["save"])
    film.shoot("save", "a name for a save")
    game.key("Return")
    game.tool("sleep", "0.5")
    film.shoot("saved", "the save in the list")
    game.key("Escape")
    for _turn in range(12):
        game.read_on()
        if game.screen != "ConversationScreen" or not game.last[4]:
            break
        game.choose()
    game.key("space")
    game.arrive("Reflection")
    game.type(TYPED["answer"])
    film.shoot("answer", "an answer to an open question")
    game.go("See the debrief", "Debrief")
    film.shoot("debrief", "the debrief's beginning")
    game.key("Next", "Next")
    film.shoot("debrief-own", "further down in the debrief")
    (play,) = list_plays(home / "logs")
    kept = read_journal(play.path)
    assert (play.player, kept.worded[1]) == (TYPED["name"], TYPED["own words"]), (play.player, kept.worded)
    assert kept.reflected
    assert kept.reflected.answers[0].text == TYPED["answer"]
    assert game.end() == 0


def whole_screen(film: Film) -> None:
    """F11 twice: the size and place from before are back."""
    game = film.game(film.folder / "whole")

    def place() -> str:
        return game.tool("getwindowgeometry", "--shell", game.window)

    game.tool("windowsize", game.window, "900", "640", "windowmove", game.window, "120", "90", "sleep", "0.6")
    game.until(lambda: game.last[0] == [900, 640], "the window keeps its size")
    before = place()
    film.shoot("window", "a window of 900 × 640")
    game.key("F11")
    game.until(lambda: place() != before and game.last[0] != [900, 640], "F11 changed nothing")
    film.shoot("full-screen", "full screen after F11")
    game.key("F11")
    game.until(lambda: place() == before and game.last[0] == [900, 640], f"not back at {before}: {place()}")
    film.shoot("window-again", "the window again after the second F11, at the same place and size")
    assert game.end() == 0


def ended(film: Film) -> None:
    """SIGTERM in mid-play: ends quietly, and everything is kept."""
    home = film.folder / "ended"
    game = film.game(home)
    a_choice(game)
    film.shoot("before-sigterm", "a play after its first choice")
    assert game.end() == 0
    (play,) = list_plays(home / "logs")
    assert len(read_journal(play.path).choices) == 1
    again = film.game(home)
    assert again.focus == "continue"
    film.shoot("after-sigterm", "the next start after SIGTERM: Continue has the focus")
    assert again.end() == 0


def unwritable(film: Film) -> None:
    """A home that cannot be written: told at the title, and what to do there."""
    with a_folder(film.folder / "unwritable", "ro") as home:
        game = film.game(home)
        assert game.focus == "choose-folder"
        film.shoot("unwritable", "a home that cannot be written: told at the title, with what to do")
        game.go("unkept")
        game.until(lambda: game.focus != "choose-folder", "the title stays")
        a_choice(game)
        film.shoot("unkept", "a play without keeping says so all the while")
        assert game.end() == 0


def deleted(film: Film) -> None:
    """The home deleted in mid-play: noticed at the next choice, and written whole from memory."""
    home = film.folder / "deleted"
    game = film.game(home)
    a_choice(game)
    shutil.rmtree(home)
    game.read_on()
    game.choose()
    film.shoot("deleted", "the home was deleted in play: told after the next choice")
    (play,) = list_plays(home / "logs")
    assert len(read_journal(play.path).choices) == 2
    assert game.end() == 0


def full(film: Film) -> None:
    """A disk that fills up in mid-play: told, and nothing that was shown as chosen is lost."""
    with a_folder(film.folder / "full", "size=64k") as home:
        game = film.game(home, 0 if os.path.ismount(home) else PAGE)
        game.begin()
        game.read_on()
        with pasted("щ" * LONG):
            game.key("ctrl+v")
        game.go("See the options")
        game.choose()
        with suppress(OSError), (home / "ballast").open("wb", buffering=0) as ballast:  # the journal's page is the last
            for _page in range(64):
                ballast.write(b"\0" * PAGE)
        game.until(lambda: not _goes_on(game), "the disk never was full")
        film.shoot("full", "the disk is full: told, with what to do")
        (play,) = list_plays(home / "logs")
        assert read_journal(play.path).choices
        (home / "ballast").unlink(missing_ok=True)
        assert game.end() == 0


def _goes_on(game: Game) -> bool:
    """Reads on and chooses once; False where something is told in place of the next line."""
    game.read_on()
    if game.last[4]:
        game.tool("key", "1", "sleep", "1.5")
    return game.screen in ("ConversationScreen", "FeedbackScreen")


def a_choice(game: Game) -> None:
    """Begins the play, passes the question by, and takes the first option."""
    game.begin()
    game.read_on()
    game.go("See the options")
    game.choose()


@contextmanager
def pasted(words: str) -> Iterator[None]:
    """Another program that holds words in the clipboard."""
    holder = subprocess.Popen(["xclip", "-quiet", "-selection", "clipboard"], stdin=subprocess.PIPE)
    assert holder.stdin is not None
    holder.stdin.write(words.encode())
    holder.stdin.close()
    subprocess.run(["xdotool", "sleep", "0.5"], check=False)
    try:
        yield
        subprocess.run(["xdotool", "sleep", "0.5"], check=False)
    finally:
        holder.terminate()
        holder.wait()


@contextmanager
def a_folder(folder: Path, how: str) -> Iterator[Path]:
    """A folder that is a small file system of its own, where this user may make one; else one without the right to
    write."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode and how == "ro":
        folder.chmod(0o500)
    try:
        yield folder
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.chmod(0o700)


SCENES = (fields, whole_screen, ended, unwritable, deleted, full)


def main(out: Path, wanted: list[str]) -> int:
    """Starts a display with a window manager and plays the scenes; the number that did not end as they should."""
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    with a_display((1280, 800)) as _display, tempfile.TemporaryDirectory() as folder:
        manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        film = Film(out, Path(folder))
        try:
            for scene in SCENES:
                if wanted and scene.__name__ not in wanted:
                    continue
                try:
                    scene(film)
                except (AssertionError, RuntimeError, OSError) as problem:
                    failed += 1
                    film.shoot(f"{scene.__name__}-failed", f"{scene.__name__} did not end as it should: {problem}")
                for game in film.games:  # none stands over the next scene
                    game.process.kill()
        finally:
            manager.terminate()
            manager.wait()
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]), sys.argv[2:])))
