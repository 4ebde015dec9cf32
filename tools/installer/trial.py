"""Tries the folder as a player without Python would: by text, in a real window on a virtual screen, and what it serves.

Needs Xvfb, xdotool and ImageMagick's `import`, as the tests of the real window do.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 120.0  # guards against hanging alone; a busy machine takes ten
WIDE, HIGH = 1280, 720
STARTS = 5


def try_out(made: Path, pictures: Path) -> list[str]:
    """Returns what was seen, a line each. Raises RuntimeError where the game does not do what it should.

    made: the folder that `build` made
    pictures: the folder for pictures of the window
    """
    program = made / "equal-footing"
    pictures.mkdir(parents=True, exist_ok=True)
    home = pictures / "home"
    bare = {"PATH": "/nowhere", "HOME": str(pictures), "EQUAL_FOOTING_HOME": str(home), "LANG": "C.UTF-8"}
    seen = [f"{_size(made) / 1e6:.0f} MB in {sum(1 for p in made.rglob('*') if p.is_file())} files"]
    _told(program, bare, "--version")
    seen.append(f"starts and says its version in {_seconds(program, bare, '--version'):.2f} s on a warm disk")
    _told(program, bare, "--help")
    _told(program, bare, "check")
    seen.append("`check` finds no problem in the library that it carries")
    text = _told(program, bare, "play", "saturday-friend", "--text", "--bot", "partner", "--seed", "7")
    journal = next(line.removeprefix("Journal: ") for line in text.splitlines() if line.startswith("Journal: "))
    if '"components"' not in _told(program, bare, "score", journal, "--format", "json"):
        raise RuntimeError("The journal of a play by text could not be scored.")
    seen.append("plays by text, writes a journal and scores it")
    page = pictures / "page.html"
    _told(program, bare, "export", "page", "saturday-friend", "-o", str(page))
    seen.append(f"writes a page of {page.stat().st_size / 1e3:.0f} kB")
    seen.append(f"opens a class, whose phones get a page of {_by_class(program, bare, pictures) / 1e3:.0f} kB")
    seen.append(f"opens the studio, whose page has {_by_studio(program, bare, pictures) / 1e3:.0f} kB")
    starts, cpu = zip(*_first_pictures(program, bare, pictures), strict=True)
    seen.append(
        f"shows its first picture {min(starts):.2f} s after the start on a warm disk: "
        f"the least of {STARTS}, each with a home of its own; the median is {statistics.median(starts):.2f} s, "
        f"and {statistics.median(cpu):.2f} s of the processor"
    )
    _by_window(program, bare, pictures)
    seen.append("takes a choice in the window, which is in its journal")
    return seen


def _by_class(program: Path, bare: Mapping[str, str], folder: Path) -> int:
    """Returns the size of the page that a phone gets from a class, as the window opens one; ends the class."""
    words = ["class", "fine-fine", "--into", str(folder / "class"), "--bind", "127.0.0.1", "--beside-window"]
    with _started(program, bare, words) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        size = _fetched(json.loads(server.stdout.readline())["address"])
        server.stdin.close()  # the window is gone
        _ends(server)
    return size


def _by_studio(program: Path, bare: Mapping[str, str], folder: Path) -> int:
    """Returns the size of the studio's page, and ends the studio as Ctrl+C does."""
    with _started(program, bare, ["studio", str(folder), "--no-browser"]) as server:
        assert server.stdout is not None
        size = _fetched(re.sub(r"^The studio:\s+", "", server.stdout.readline()).strip())
        server.send_signal(signal.SIGINT)
        _ends(server)
    return size


@contextmanager
def _started(program: Path, bare: Mapping[str, str], words: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Starts what serves, and leaves nothing of it running."""
    pipe = subprocess.PIPE
    server = subprocess.Popen([program, *words], env=dict(bare), stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    try:
        yield server
    except Exception as error:
        server.kill()
        raise RuntimeError(f"{words[0]} did not do what it should: {error}. {server.communicate()[1]}") from error
    finally:
        server.kill()
        server.wait()


def _fetched(address: str) -> int:
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
        return len(answer.read())


def _ends(server: subprocess.Popen[str]) -> None:
    if code := server.wait(PATIENCE_S):
        raise RuntimeError(f"it ended with {code}")


def _first_pictures(program: Path, bare: Mapping[str, str], folder: Path) -> list[tuple[float, float]]:
    """Returns after how many seconds, and how many of the processor, the title could be seen: start by start, each in a
    home where nothing is kept."""
    took = []
    with _display() as (name, screen):
        for _ in range(STARTS):
            home = folder / "first"
            shutil.rmtree(home, ignore_errors=True)
            there = {**bare, "DISPLAY": name, "SDL_VIDEODRIVER": "x11", "EQUAL_FOOTING_HOME": str(home)}
            begun, before = time.monotonic(), _cpu()
            game = subprocess.Popen([program], env=there, stderr=subprocess.DEVNULL)
            try:
                _wait(lambda: _colours(screen) > 8, "The game showed no picture", 0.005)
                seconds = time.monotonic() - begun
            finally:
                game.kill()
                game.wait()
            took.append((seconds, _cpu() - before))
            _wait(lambda: _colours(screen) == 1, "The window did not go")
    return took


def _cpu() -> float:
    """Returns the processor's seconds that all programs took which were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _colours(screen: Path) -> int:
    """Returns how many colours there are on the screen, looked at here and there, in its memory."""
    pixels = memoryview(screen.read_bytes())[-WIDE * HIGH * 4 :].cast("I")
    return len(set(pixels[::997]))


def _by_window(program: Path, bare: Mapping[str, str], pictures: Path) -> None:
    """Makes a choice in a window with keys; raises RuntimeError where no journal tells of it."""
    with _display() as (name, _):
        there = {**bare, "DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        tools = {**os.environ, "DISPLAY": name}
        journals = Path(bare["EQUAL_FOOTING_HOME"]) / "logs"
        before = set(journals.glob("*.jsonl"))
        game = subprocess.Popen([program, "play", "saturday-friend"], env=there, stderr=subprocess.DEVNULL)
        try:
            windows = _wait(lambda: _tool(tools, "search", "--onlyvisible", "."), "The game opened no window")
            _tool(tools, "windowfocus", "--sync", windows.split()[-1])
            _shoot(tools, pictures / "window-1.png")
            for _ in range(400):
                _tool(tools, "key", "Return")  # begins, reads on, leaves a field
                _tool(tools, "key", "1")
                time.sleep(0.25)
                if any(
                    '"event":"chosen"' in path.read_text("utf-8") for path in set(journals.glob("*.jsonl")) - before
                ):
                    break
            else:
                raise RuntimeError("No choice came into a journal.")
            _shoot(tools, pictures / "window-2.png")
        finally:
            game.kill()
            game.wait()


def _told(program: Path, bare: Mapping[str, str], *words: str) -> str:
    done = subprocess.run([program, *words], env=dict(bare), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    if "main.py" in done.stdout + done.stderr:
        raise RuntimeError(f"{' '.join(words)} says to type what works in a checkout only: {done.stdout}")
    return done.stdout


def _seconds(program: Path, bare: Mapping[str, str], *words: str) -> float:
    begun = time.monotonic()
    _told(program, bare, *words)
    return time.monotonic() - begun


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _tool(tools: Mapping[str, str], *words: str) -> str:
    return subprocess.run(["xdotool", *words], env=dict(tools), capture_output=True, text=True, check=False).stdout


def _shoot(tools: Mapping[str, str], target: Path) -> None:
    time.sleep(0.5)  # the picture is for people, and may show a fade
    subprocess.run(["import", "-window", "root", str(target)], env=dict(tools), check=True)


def _wait(there: Callable[[], object], otherwise: str, between: float = 0.05) -> str:
    late = time.monotonic() + PATIENCE_S
    while not (found := there()):
        if time.monotonic() > late:
            raise RuntimeError(otherwise)
        time.sleep(between)
    return str(found)


@contextmanager
def _display() -> Iterator[tuple[str, Path]]:
    """Starts a virtual screen; its name, and the file that is its memory."""
    name = f":{90 + os.getpid() % 800}"
    with tempfile.TemporaryDirectory() as folder:
        words = ["Xvfb", name, "-screen", "0", f"{WIDE}x{HIGH}x24", "-fbdir", folder]
        server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        try:
            _wait((Path("/tmp/.X11-unix") / f"X{name[1:]}").exists, "Xvfb made no display")
            yield name, Path(folder) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()
