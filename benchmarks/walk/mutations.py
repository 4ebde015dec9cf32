"""Mistakes planted on purpose, one at a time, on either side: the walk has to find each of them.

Those of the player are built into a player of their own (this needs `npm ci --ignore-scripts` in `game/web/player`),
those of Python are made in a copy of the tree. What the player is given as data (points, lowest and highest means) is
written once, so no mistake there could part the two.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from game.web.pack import PLAYER

ROOT = Path(__file__).resolve().parents[2]
SOURCES = PLAYER.parent
QUICK = ("three-drinks-down", "the first minutes", "drawn by Hypothesis", "saturday-friend")  # until one is caught
SIZES = ("--plays", "10", "--drawn", "60")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A mistake: on which side, in which file, what is put in place of what, and what it breaks."""

    side: str
    file: str
    before: str
    after: str
    what: str


PYTHON = (
    (
        "story/engine.py",
        "0 if ease < 0 else 10 if ease > 10 else ease",
        "0 if ease < 0 else 9 if ease > 9 else ease",
        "ease stops at 9",
    ),
    ("story/conditions.py", "or facts & lacks:", "and facts & lacks:", "a fact that must not be is let pass"),
    (
        "story/endings_after_harm.py",
        "self.for_good if self.again & facts else self.does",
        "self.does",
        "harm done again can be mended",
    ),
    (
        "play/shuffle.py",
        'key = seed.to_bytes(8, "big", signed=True)',
        'key = seed.to_bytes(8, "little", signed=True)',
        "another order of options",
    ),
    ("scenario/vary.py", 'digest[:8], "big")', 'digest[:8], "little")', "other words for a seed"),
    (
        "play/session.py",
        "text = text.strip()[:MOST_TYPED]",
        'text = text.strip(" ")[:MOST_TYPED]',
        "own words keep their line ends",
    ),
    ("play/branch.py", "if turns == turn - 1:", "if turns >= turn:", "one choice too many is copied"),
    (
        "rubric/naming.py",
        "rates[most] >= times * rates[least]",
        "rates[most] > times * rates[least]",
        "a lean just at its limit",
    ),
    (
        "rubric/score.py",
        "mended.setdefault(option.repairs, turn)",
        "mended[option.repairs] = turn",
        "the last repair counts",
    ),
    ("rubric/weighed_most.py", "or weight.gates or weight.poles", "or weight.gates", "a leaning option is proposed"),
)
PLAYER_SIDE = (
    (
        "engine.ts",
        "if (way.once & position.facts)",
        "if (way.once & position.facts & 1n)",
        "an option can be chosen twice",
    ),
    ("conditions.ts", "low <= position[part]", "low < position[part]", "a bound leaves out its own edge"),
    (
        "endings_after_harm.ts",
        'ending.kind === "best" ? fit(',
        'ending.kind !== "poor" ? fit(',
        "a good ending turns after a repair",
    ),
    ("blake2b.ts", "63n", "62n", "another order of options"),
    ("python.ts", "\\\\x1c-\\\\x20", "\\\\x20", "own words keep control characters"),
    ("events.ts", "inCard || item !== null", "item !== null", "a score that is none vanishes"),
    (
        "session.ts",
        "Math.max(0, Math.round(now - this.shownAt))",
        "Math.round(this.clock() - this.shownAt)",
        "the clock is asked twice",
    ),
    ("fractions.ts", "share.over * 2000n + share.under", "share.over * 2000n", "scores are cut, not rounded"),
    ("gates.ts", "waiting.delete(option.repairs);", "", "a repair mends twice"),
    ("session.ts", 'if (this.mode === "practice" && acts', "if (acts", "feedback comes again where none is shown"),
)


def every_mutation() -> list[Mutation]:
    """Returns every mistake that is planted."""
    return [
        *(Mutation("Python", f"game/{file}", *rest) for file, *rest in PYTHON),
        *(Mutation("player", f"src/{file}", *rest) for file, *rest in PLAYER_SIDE),
    ]


def caught(mutation: Mutation) -> str | None:
    """Returns the first part of the quick walk that finds a mistake; None where none does."""
    with TemporaryDirectory() as folder:
        tree = _python(mutation, Path(folder)) if mutation.side == "Python" else ROOT
        player = PLAYER / "player.js" if mutation.side == "Python" else _built(mutation, Path(folder))
        return next((name for name in QUICK if _differs(name, tree, player, Path(folder) / "home")), None)


def _differs(name: str, tree: Path, player: Path, home: Path) -> bool:
    """Whether a walk finds a difference; what is found, and what went wrong, is told on standard error."""
    command = [sys.executable, "-m", "benchmarks.walk", name, *SIZES, "--player", str(player)]
    ran = subprocess.run(
        command,
        cwd=tree,
        env=os.environ | {"EQUAL_FOOTING_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    differs = ran.returncode == 1 and "\n  Python: " in ran.stderr
    if ran.returncode and not differs:
        sys.stderr.write(ran.stderr[-2000:])
    return differs


def _python(mutation: Mutation, folder: Path) -> Path:
    """Returns a tree of which one file has the mistake."""
    for name in ("game", "benchmarks", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    for name in ("scenarios", "assets", "docs"):
        (folder / name).symlink_to(ROOT / name)
    _plant(mutation, folder / mutation.file)
    return folder


def _built(mutation: Mutation, folder: Path) -> Path:
    """Returns a player that was built with the mistake."""
    shutil.copytree(SOURCES, folder / "player", ignore=shutil.ignore_patterns("node_modules"))
    (folder / "player" / "node_modules").symlink_to(SOURCES / "node_modules")
    _plant(mutation, folder / "player" / mutation.file)
    subprocess.run(["node", "build.mjs"], cwd=folder / "player", check=True)
    return folder / "player" / "built" / "player.js"


def _plant(mutation: Mutation, file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count(mutation.before) == 1, f"{mutation.file} has changed: it has no single `{mutation.before}`"
    file.write_text(text.replace(mutation.before, mutation.after), "utf-8")
