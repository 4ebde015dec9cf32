"""The two ways: a Twee file in as the text of a scenario, a scenario out as the text of a Twee file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from game.author.twee.draft import DraftScenario
from game.author.twee.facts import with_facts
from game.author.twee.fit import fitted
from game.author.twee.formats import kind_of
from game.author.twee.header import NAME as HEADER
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


def brought(path: Path, moves: Collection[str], which: str = "") -> ImportedStory:
    """Returns the story in a Twee file, or in a page of Twine's, as a scenario that loads; raises GameError."""
    story, losses = read_file(path, which)
    return made(story, losses, moves, str(path))


def made(story: Twee, losses: list[Loss], moves: Collection[str], name: str = "The story") -> ImportedStory:
    """Returns the story as a scenario that loads; raises GameError."""
    kind = kind_of(story, name)
    draft, text, told = _drafted(story, kind, losses, moves, with_header=True)
    loaded = load_text(text, moves)
    if loaded.scenario is None and draft.header.parts:
        wrong = next(found.message for found in loaded.diagnostics if found.is_error)
        draft, text, told = _drafted(story, kind, losses, moves, with_header=False)
        told.append(Loss(1, HEADER, f"the header: {wrong}"))
        loaded = load_text(text, moves)
    if loaded.scenario is None:
        first = next(found for found in loaded.diagnostics if found.is_error)
        raise GameError(
            f"{name} cannot be made into a scenario: {first.message} ({first.excerpt.strip()[:80]}) {first.hint}"
        )
    found = sorted(dict.fromkeys(told), key=lambda loss: (loss.line, loss.passage))
    return ImportedStory(slug(draft.title) or "from-twine", text, draft, tuple(found))


def _drafted(
    story: Twee, kind: str, losses: list[Loss], moves: Collection[str], *, with_header: bool
) -> tuple[DraftScenario, str, list[Loss]]:
    """Returns the draft, its text, and the losses until now with those on the way."""
    told = list(losses)
    drafted = Importer(story, kind, moves, told, with_header=with_header).draft()
    draft = fitted(without_loops(with_facts(drafted, told), told), told)
    return draft, as_yaml(draft), told


def as_report(path: Path, kept: Path, result: ImportedStory) -> str:
    """Returns what was made and what was not, for the author to read."""
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
