"""From one place to the next: the old picture goes as the new one comes; at once where pictures keep still."""

from __future__ import annotations

import pygame

LASTS = 0.18  # seconds


class Fade:
    """The picture that goes."""

    def __init__(self) -> None:
        self._old: pygame.Surface | None = None
        self._scene: object = None
        self._left = 0.0

    @property
    def on(self) -> bool:
        """Returns True while the old picture can still be seen."""
        return self._old is not None

    def come_to(self, scene: object, picture: pygame.Surface, moving: bool) -> None:
        """Begins when the scene is another than the one that `picture` still shows.

        None is a scene that is only waited at: it comes at once, and so does what comes after it.
        """
        if scene is None:
            self._old = None
        elif moving and self._scene is not None and scene != self._scene:
            self._old, self._left = picture.copy(), LASTS
        self._scene = scene

    def pass_time(self, dt: float) -> None:
        """Times passes, `dt` in seconds."""
        self._left -= dt
        if self._left <= 0:
            self._old = None

    def draw(self, onto: pygame.Surface) -> None:
        """Lays what is left of the old picture over the new one, where both are of one size."""
        if self._old is not None and self._old.get_size() == onto.get_size():
            self._old.set_alpha(round(255 * max(0.0, self._left) / LASTS))
            onto.blit(self._old, (0, 0))
