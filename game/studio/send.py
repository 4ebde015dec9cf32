"""What goes out of the studio by one button: a shared file, a page, a package for a platform, the script to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from glob import escape as glob_escape
from pathlib import Path
from textwrap import shorten
from typing import Any

from game.app.library import Library
from game.author.parcel import packed
from game.author.translate import held_against, of_scenario
from game.errors import GameError
from game.scenario.model import Scenario
from game.scenario.texts import texts
from game.scenario.translate import context
from game.web.package import cmi5_package, scorm_package
from game.web.page import page
from game.words import _

_ZIP, _HTML = "application/zip", "text/html; charset=utf-8"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_QUOTED = 70  # characters of a text that is named by its words
Sent = tuple[str, str, bytes]  # a file's name, what it is, and what is in it


def send(path: Path, how: object, library: Library) -> Sent:
    """Returns a file to hand out of the scenario at `path`. Raises GameError where it cannot be played, or there is no
    such way."""
    lasting = replace(library, cache=None)
    name = str(path)

    def script() -> bytes:
        from game.studio.script import script as written

        return written(lasting.in_language(None).scenario(name), library.rubric)

    ways: Mapping[str, tuple[str, str, Callable[[], bytes]]] = {
        "share": (".zip", _ZIP, lambda: packed(path, library.rubric.moves)),
        "page": (".html", _HTML, lambda: page(lasting, [name])),
        "scorm12": (".scorm.zip", _ZIP, lambda: scorm_package(lasting, name, "1.2")),
        "scorm2004": (".scorm.zip", _ZIP, lambda: scorm_package(lasting, name, "2004")),
        "cmi5": (".cmi5.zip", _ZIP, lambda: cmi5_package(lasting, name)),
        "script": (".docx", _WORD, script),
    }
    if how not in ways:
        raise GameError(_("There is no such way to send it."))
    ending, kind, make = ways[str(how)]
    return f"{path.stem}{ending}", kind, make()


def translations(path: Path, library: Library) -> list[dict[str, Any]]:
    """Returns how far each translation has come that lies beside a scenario. Raises GameError."""
    there = sorted(path.parent.glob(f"locale/*/LC_MESSAGES/{glob_escape(path.stem)}.po"))
    if not there:
        return []
    scenario = library.in_language(None).scenario(str(path))
    original, named = of_scenario(scenario), _named_texts(scenario)
    found = [(one.parts[-3], held_against(original, one, one.parts[-3])) for one in there]
    return [
        {"language": language, "texts": held.texts}
        | {kind: [named.get(one, one) for one in getattr(held, kind)] for kind in ("missing", "stale", "places")}
        for language, held in found
    ]


def _named_texts(scenario: Scenario) -> dict[str, str]:
    """Returns what each text of a catalogue is called before people: the title of its scene, and its first words."""
    written = scenario.written or scenario
    found = {}
    for where, text in texts(written):
        words = f"“{shorten(text, MOST_QUOTED, placeholder=' …')}”"
        found[context(where)] = f"{written.title_of(where[1])}: {words}" if where[0] == "nodes" else words
    return found
