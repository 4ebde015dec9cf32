"""Whether anything can be kept here, and where else: found out by writing, since folders do not tell the truth."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from game.app.plays import Plays
from game.window.context import AppContext

ENOUGH = 4096  # bytes that must fit, as in the first lines of a play


def why_not_kept(plays: Plays) -> str | None:
    """Returns in the system's words why nothing can be kept where these plays lie; None where all is well, or where
    nothing is to be kept."""
    if plays.logs is None:
        return None
    return why_unwritable(plays.home) or why_unwritable(plays.logs)


def why_unwritable(folder: Path) -> str | None:
    """Returns why nothing can be written into a folder, or into the nearest one above it that is there; None where it
    can."""
    try:
        near = next((place for place in (folder, *folder.absolute().parents) if os.path.lexists(place)), folder)
        with tempfile.TemporaryFile(dir=near, buffering=0) as file:
            if file.write(b"\0" * ENOUGH) != ENOUGH:
                return "No space left on device"
    except (OSError, ValueError) as problem:
        return getattr(problem, "strerror", None) or str(problem)
    return None


def kept_in(context: AppContext, folder: Path | None) -> AppContext:
    """Returns the same window with everything kept in another folder; without one, nothing is kept."""
    if folder is None:
        return replace(context, plays=replace(context.plays, logs=None), unkept=True)
    plays = replace(context.plays, home=folder, logs=folder / "logs")
    return replace(context, plays=plays, config=folder / context.config.name, unkept=False)
