"""What a key costs in a text field: 370 and 2,000 characters without a space, and 2,000 of ordinary words.

    python -m benchmarks.fields

Types at the end of the field before the options of a real conversation, in a window of 1280×720 that nobody sees.
Beside it, the same window with the field empty: what any change of a screen costs. CPU milliseconds, medians: the key
answered and laid out, and that with its picture.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from benchmarks.pages import begin, context_in, in_a_room, press, show
from benchmarks.usage import given
from game.window.app import App
from game.window.preferences import Preferences
from game.window.screens.own_words import OwnWordsScreen

KEYS = 40
WORDS = "I would tell her that I care about both of us and that I need to think first. "
TEXTS = {
    "an empty field": "",
    "370 characters without a space": "ab" * 185,
    "2,000 characters without a space": "ab" * 1000,
    "2,000 characters of words": (WORDS * 30)[:2000],
}


def main() -> None:
    """Prints the figures as a Markdown table."""
    pygame.display.init()
    pygame.font.init()
    print("| a key in a text field, CPU milliseconds | answered | with its picture |\n| --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        surface = pygame.display.set_mode((1280, 720))
        app = App(context_in(Path(folder), Preferences(reveal="at-once", motion=False)), surface)
        app.start()
        begin(app, in_a_room(app.context))
        while not getattr(app.top, "offers", ()):
            press(pygame.K_SPACE)
            show(app, 1.0)
        for what, words in TEXTS.items():
            answered, drawn = _costs(app, words)
            print(f"| {what} | {answered:.2f} | {drawn:.2f} |")


def _costs(app: App, words: str) -> tuple[float, float]:
    """Medians of a key answered and laid out, and of that with its picture, where these words stand already."""
    screen = OwnWordsScreen(app, app.top.session)  # type: ignore[attr-defined]
    screen.page.focus_key = "own-words"
    app.open(screen)
    show(app)
    field, times = screen.draft, []
    for n in range(KEYS):
        field.words, field.caret = words[: 1960 + n], len(words[: 1960 + n])
        start = time.process_time()
        app.process(pygame.event.Event(pygame.TEXTINPUT, text=chr(ord("A") + n)))
        answered = time.process_time()
        app.update(0.016)
        app.draw()
        times.append((answered - start, time.process_time() - start))
    assert len(field.words) > len(words) - 41, "the keys have arrived"
    return statistics.median(t[0] for t in times) * 1000, statistics.median(t[1] for t in times) * 1000


if __name__ == "__main__":
    given(__doc__)
    main()
