"""Typing commands in a library of two small scenarios, in a home of its own, without a display."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from game import locations
from game.cli import main as cli
from game.testing import SMALL

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")


class Told:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def journal(self) -> Path:
        """The journal that the output names."""
        match = re.search(r"(?:Journal: |kept in )(.+\.jsonl)", self.out)
        assert match is not None, self.out
        return Path(match[1])


class Shell:
    """Types commands at a library of two small scenarios, in a home of its own, without a display."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.folder, self._patch, self._capture = folder, patch, capture
        self.scenarios, self.home = folder / "scenarios", folder / "home"
        self.scenarios.mkdir()
        (self.scenarios / "saturday-friend.yaml").write_text(SMALL, encoding="utf-8")
        other = SMALL.replace("title: Saturday Friend", "title: Monday Client")
        (self.scenarios / "monday-client.yaml").write_text(other, encoding="utf-8")
        patch.setattr(locations, "SCENARIOS", self.scenarios)
        patch.setenv("EQUAL_FOOTING_HOME", str(self.home))
        for name in DISPLAYS:
            patch.delenv(name, raising=False)

    def __call__(self, *arguments: str | Path, typed: str = "") -> Told:
        self._patch.setattr(sys, "argv", ["main.py", *map(str, arguments)])
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        self._capture.readouterr()
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        code = exit_.value.code
        out, err = self._capture.readouterr()
        assert "Traceback" not in out + err
        assert not (self.home / "crash.txt").exists(), (self.home / "crash.txt").read_text()
        return Told(code if isinstance(code, int) else 0, out, err)

    def play(self, *more: str | Path, typed: str = "") -> Told:
        return self("play", "saturday-friend", "--text", "--seed", "7", *more, typed=typed)
