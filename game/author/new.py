"""A new scenario file from a small, playable template."""

from __future__ import annotations

import re
from pathlib import Path

from game import locations
from game.author.schema import FILE
from game.errors import GameError, UsageError
from game.files import create_shared, write_shared

TEMPLATES = Path(__file__).parent / "templates"
KINDS = ("dual-role", "deference", "boundary-creep", "capacity")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def template(kind: str) -> str:
    """Returns the text of a template."""
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
        create_shared(path, template(kind).encode("utf-8"))
        if not schema.exists():
            write_shared(schema, (locations.SCENARIOS / FILE).read_bytes())
    except FileExistsError:
        there = f"{path} is there already" if path.exists() else f"{folder} is not a folder"
        raise GameError(f"{there}. Choose another name, or another folder with -o.") from None
    except OSError as error:
        raise GameError(f"Cannot write {path}: {error.strerror}. Name another folder with -o.") from None
    return path
