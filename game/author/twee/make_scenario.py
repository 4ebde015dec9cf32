"""The two ways: a Twee file in as the text of a scenario, a scenario out as the text of a Twee file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from game.author.twee.draft import DraftScenario
from game.author.twee.facts import with_facts
from game.author.twee.importer import Importer
from game.author.twee.loops import without_loops
from game.author.twee.names import slug
from game.author.twee.read import read_file
from game.author.twee.sheet import as_yaml
from game.author.twee.story import Loss, Twee
from game.errors import GameError
from game.scenario.load import load_text

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ImportedStory:
    """A scenario file's text, a name for it, and what could not be carried over, in the order of the file."""

    name: str
    text: str
    draft: DraftScenario
    losses: tuple[Loss, ...]


def brought(path: Path, moves: Collection[str]) -> ImportedStory:
    """The story in a Twee file as a scenario that loads; raises GameError."""
    story, losses = read_file(path)
    return made(story, losses, moves, str(path))


def made(story: Twee, losses: list[Loss], moves: Collection[str], name: str = "The story") -> ImportedStory:
    """The story as a scenario that loads; raises GameError."""
    draft = without_loops(with_facts(Importer(story, moves, losses).draft(), losses), losses)
    text = as_yaml(draft)
    loaded = load_text(text, moves)
    if loaded.scenario is None:
        first = next(found for found in loaded.diagnostics if found.is_error)
        raise GameError(
            f"{name} cannot be made into a scenario: {first.message} ({first.excerpt.strip()[:80]}) {first.hint}"
        )
    found = sorted(dict.fromkeys(losses), key=lambda loss: (loss.line, loss.passage))
    return ImportedStory(slug(draft.title) or "from-twine", text, draft, tuple(found))


def as_report(path: Path, kept: Path, result: ImportedStory) -> str:
    """What was made and what was not, for the author to read."""
    scenes = result.draft.scenes
    options, ends = sum(len(scene.choices) for scene in scenes), sum(scene.ending is not None for scene in scenes)
    counts = (
        f"{len(scenes)} nodes, {options} options, {ends} endings; speaking: {', '.join(result.draft.cast.values())}"
    )
    rows = [f"Kept as {kept}: {counts}."]
    if result.losses:
        rows += ["", "Not carried over, or not as it was:"]
        rows += [f"  {_where(path, loss)}{loss.what}" for loss in result.losses[:MOST_SHOWN]]
        rows += [f"  … and {len(result.losses) - MOST_SHOWN} more."] if len(result.losses) > MOST_SHOWN else []
    return "\n".join([*rows, "", "Next: fill in what says TODO, then check it.", f"  python main.py check {kept}"])


def _where(path: Path, loss: Loss) -> str:
    return f"{path}:{loss.line}: " + (f"{loss.passage}: " if loss.passage else "")
