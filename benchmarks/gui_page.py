"""The same words on a page of pygame_gui, in a Python of its own: nothing of it is needed to play."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass

PAGE = """
import json, statistics, sys, time
import pygame, pygame_gui
from pygame_gui.elements import UIButton, UITextBox
words = json.load(sys.stdin)
SIZE, HIGH = (1280, 720), 64
pygame.init()
surface = pygame.display.set_mode(SIZE, pygame.RESIZABLE)
ground = pygame.Surface(SIZE)
ground.fill("#d3dbd5")
clock = lambda: time.perf_counter() * 1000
def page(manager):
    box = UITextBox(words[0], pygame.Rect(560, 40, 680, 640 - HIGH * len(words[1:])), manager)
    for n, option in enumerate(words[1:]):
        UIButton(pygame.Rect(560, 680 - HIGH * (len(words) - 1 - n), 680, HIGH - 8), option, manager)
    return box
def frame(manager):
    for event in pygame.event.get():
        manager.process_events(event)
    manager.update(1 / 60)
    surface.blit(ground, (0, 0))
    manager.draw_ui(surface)
    pygame.display.flip()
def took(work):
    start = clock()
    work()
    return clock() - start
manager = pygame_gui.UIManager(SIZE)
def build():
    manager.clear_and_reset()
    page(manager)
    frame(manager)
build()
built = statistics.median(took(build) for _ in range(10))
manager.clear_and_reset()
box = page(manager)
box.set_active_effect(pygame_gui.TEXT_EFFECT_TYPING_APPEAR, params={"time_per_letter": 1 / 45})
shown = statistics.median(took(lambda: frame(manager)) for _ in range(240))
box.set_active_effect(None)
start, until = time.process_time(), time.monotonic() + 6
while time.monotonic() < until:
    frame(manager)
    pygame.time.wait(33)
print(json.dumps([built, shown, (time.process_time() - start) / 6 * 100]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds to lay out and draw a page anew, and for a frame while its text reveals."""

    page: float
    frame: float


def compared(python: str, words: list[str], ours: Cost) -> str:
    """The costs of both as a Markdown table, and what pygame_gui's loop costs while nothing happens."""
    answer = subprocess.run(
        [python, "-c", PAGE],
        input=json.dumps(words),
        env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_FRAMEBUFFER_ACCELERATION": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    page, frame, idle = json.loads(answer.stdout.splitlines()[-1])
    return "\n".join(
        (
            "\n| the same words, 1280×720, milliseconds | ours | pygame_gui | ratio |\n| --- | ---: | ---: | ---: |",
            f"| a choice laid out and drawn anew | {ours.page:.1f} | {page:.1f} | {ours.page / page:.2f} |",
            f"| a frame while text reveals | {ours.frame:.1f} | {frame:.1f} | {ours.frame / frame:.2f} |",
            f"\nIdle, pygame_gui's page takes {idle:.1f} % of a core in a loop of 30 frames a second.",
        )
    )
