"""The contributor's one entry point: it lists its commands, runs their steps, and stops at the first that fails."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import dev


class Steps:
    """Stands in for running: keeps what would be run, and fails at a step whose words hold `failing`."""

    def __init__(self, failing: str = "nothing") -> None:
        self.run: list[str] = []
        self._failing = failing

    def __call__(self, step: list[str], **_more: object) -> subprocess.CompletedProcess[bytes]:
        self.run.append(" ".join(step))
        return subprocess.CompletedProcess(step, 3 if self._failing in self.run[-1] else 0)


@pytest.mark.parametrize("words", [[], ["--help"], ["nonsense"]])
def test_without_a_command_it_lists_those_there_are(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(words) == (2 if words == ["nonsense"] else 0)
    told = capsys.readouterr().out
    assert all(name in told for name in ("format", "lint", "test-fast", "ci"))


def test_it_stops_at_the_first_step_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps(failing="mypy")
    monkeypatch.setattr(subprocess, "run", steps)
    assert dev.main(["lint"]) == 3
    assert [step.rsplit(" -m ", 1)[-1] for step in steps.run] == ["ruff format --check .", "ruff check .", "mypy"]


def test_tests_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps()
    monkeypatch.setattr(subprocess, "run", steps)
    assert dev.main(["test-fast", "tests/play"]) == 0
    assert steps.run[0].endswith("-m pytest -m not slow tests/play")
    assert dev.main(["format", "tests/play"]) == 2
    assert len(steps.run) == 1


def test_every_command_is_told_to_contributors() -> None:
    told = (Path(dev.__file__).parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"dev.py {name}" in told for name in dev.COMMANDS if name != "test")
