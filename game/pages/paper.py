"""What every page is printed on: templates that escape all they print, the type, and one script by its hash."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.pages.svg import plain
from game.words import within_quotes

SHARED = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Script:
    """The one script of a page, and the hash that lets a browser run it and no other."""

    text: Markup
    source: str


def script(path: Path) -> Script:
    """Returns the script in a file, ready for a page."""
    text = path.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Script(Markup(text), f"'sha256-{digest}'")


@cache
def environment(*templates: Path) -> Environment:
    """Returns the templates of some folders, and below them those that all pages share; all they print is escaped."""
    found = Environment(
        loader=FileSystemLoader([*templates, SHARED], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["plain"] = plain
    found.filters["within_quotes"] = within_quotes
    found.globals["fonts"] = _fonts()
    return found


@cache
def _fonts() -> Markup:
    """Returns the two cuts of the type as style rules that need no other file."""
    rules = []
    for file, weight in (("regular", 400), ("bold", 700)):
        data = base64.b64encode((SHARED / f"{file}.woff2").read_bytes()).decode("ascii")
        rules.append(
            f"@font-face{{font-family:Footing;font-weight:{weight};"
            f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
        )
    return Markup("".join(rules))
