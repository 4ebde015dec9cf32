"""A new scenario file from a small, playable template."""

from __future__ import annotations

import re
from pathlib import Path

from game import locations
from game.author.schema import FILE
from game.errors import GameError, UsageError

TEMPLATES = Path(__file__).parent / "templates"
KINDS = ("dual-role", "deference", "boundary-creep", "capacity")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def template(kind: str) -> str:
    """The text of a template."""
    return (TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8")


def new(name: str, kind: str, folder: Path) -> Path:
    """Writes NAME.yaml, and beside it the schema for editors where there is none; raises GameError."""
    if not _NAME.fullmatch(name):
        meant = re.sub(r"[^a-z0-9]+", "-", name.removesuffix(".yaml").lower()).strip("-") or "my-scenario"
        raise UsageError(
            f"`{name[:60]}` cannot be a scenario's name. "
            f"Use small letters, digits and single hyphens, such as `{meant[:60]}`."
        )
    path, schema = folder / f"{name}.yaml", folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template(kind))
        if not schema.exists():
            schema.write_bytes((locations.SCENARIOS / FILE).read_bytes())
    except FileExistsError:
        there = f"{path} is there already" if path.exists() else f"{folder} is not a folder"
        raise GameError(f"{there}. Choose another name, or another folder with -o.") from None
    except OSError as error:
        raise GameError(f"Cannot write {path}: {error.strerror}. Name another folder with -o.") from None
    return path
