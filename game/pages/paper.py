"""What every page is printed on: templates that escape all they print, the type, and one script by its hash."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from game.pages.svg import plain
from game.words import _, language_spoken, within_quotes

SHARED = Path(__file__).parent / "templates"
MORE_LETTERS = Path(__file__).parent.parent / "web" / "fonts"  # Latin Extended-A, for languages beside English


@dataclass(frozen=True, slots=True)
class Script:
    """The one script of a page, and the hash that lets a browser run it and no other."""

    text: Markup
    source: str


def script(path: Path, told: Mapping[str, str] | None = None) -> Script:
    """Returns the script in a file, ready for a page.

    told: what stands there in quotes, by the original, in the language of the page
    """
    text = path.read_text(encoding="utf-8")
    for original, words in (told or {}).items():
        text = text.replace(f'"{original}"', json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))
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
    found.filters["fill"] = _filled
    found.globals["_"] = _
    found.globals["language_spoken"] = language_spoken
    found.globals["fonts"] = _fonts
    return found


def _filled(text: str, **given: object) -> Markup:
    """Returns a text of ours with what stands in braces put in, all of it escaped."""
    return escape(text).format(**given)


@cache
def _fonts(language: str) -> Markup:
    """Returns the two cuts of the type as style rules that need no other file, with the letters of the language."""
    rules = []
    for file, weight in (("regular", 400), ("bold", 700)):
        data = base64.b64encode(((SHARED if language == "en" else MORE_LETTERS) / f"{file}.woff2").read_bytes()).decode(
            "ascii"
        )
        rules.append(
            f"@font-face{{font-family:Footing;font-weight:{weight};"
            f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
        )
    return Markup("".join(rules))
