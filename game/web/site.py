"""A site: a first page with the conversations in the guided order, and each as a page by itself; plain files for any
web space. Over https what was opened once opens again without a network, and the site can be installed.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from game import locations
from game.app.library import Library
from game.errors import UsageError
from game.play.learning import guided
from game.scenario.model import Scenario
from game.web.pack import as_json, interface
from game.web.page import BUILT, PageChoices, page
from game.web.pictures import face

FIRST = "index.html"
LEAD = "Conversations to practise in: roles distinct, power shared. Nobody is watching, and nothing is timed."
WORDS = (  # what `player/src/site.ts` tells
    LEAD,
    "About {minutes} minutes",
    "Played once",
    "Played {count} times",
    "Start here",
    "You are in it",
    "Keep them all for offline ({megabytes} MB)",
    "{n} of {all}",
    "All conversations are kept on this device. They open without a network.",
    "The network is gone. Those that came are kept; try again later for the others.",
)
ICONS = (192, 512)
_USUAL = PageChoices()


def site(library: Library, names: Sequence[str] = (), choices: PageChoices = _USUAL) -> Iterator[tuple[str, bytes]]:
    """Returns the files of a site by name, each as soon as it is made, the first page last: so that a site that is only
    half there is not found. A conversation that is not told in the language asked for opens in its own.

    names: ids or paths of scenarios; none for the whole library. Raises GameError as a page does, and UsageError where
    two scenarios have the same id.
    """
    told = library.in_language(None if choices.language in (None, "en") else choices.language)
    scenarios = guided([told.scenario(name) for name in names]) if names else told.shelf()[0]
    found = {told.scenario(name).id: name for name in names} or {one.id: one.id for one in scenarios}
    if names and len(found) < len(names):
        raise UsageError("Two of these scenarios have the same name. A site needs a name for each: rename a file.")
    if "index" in found:
        raise UsageError("A site has its own `index`. Rename the scenario's file index.yaml.")
    if choices.language and all(one.language != choices.language for one in scenarios):
        raise UsageError(
            f"None of these conversations is told in `{choices.language}`. Leave out --lang: each opens in its own."
        )
    files: dict[str, bytes] = {}
    for name, made in _parts(library, scenarios, found, choices):
        files[name] = made
        yield name, made
    index = _index(scenarios, _data(library, scenarios, found, files, choices), files)
    shell = [name for name in files if not name.endswith(".html")]
    yield "offline.js", _worker(files | {FIRST: index}, [FIRST, *shell])
    yield FIRST, index


def _parts(
    library: Library, scenarios: Sequence[Scenario], found: Mapping[str, str], choices: PageChoices
) -> Iterator[tuple[str, bytes]]:
    """Returns every file but the first page and the worker that keeps them all: each conversation with its face, then
    what they share."""
    for scenario in scenarios:
        language = choices.language if scenario.language == choices.language else None
        asked = replace(choices, site=FIRST, language=language)
        yield f"{scenario.id}.html", page(library, [found[scenario.id]], asked)
        if choices.pictures and (picture := face(scenario, locations.ASSETS)):
            yield f"{scenario.id}.webp", picture
    for name in ("first.css", "style.css", "site.js"):
        yield name, (BUILT / name).read_bytes()
    for size in ICONS if choices.pictures else ():
        yield f"icon-{size}.png", _icon(size)
    yield "site.webmanifest", _manifest(choices)


def _data(
    library: Library,
    scenarios: Sequence[Scenario],
    names: Mapping[str, str],
    files: Mapping[str, bytes],
    choices: PageChoices,
) -> dict[str, Any]:
    """Returns what the first page's script knows: each conversation in all languages, and the words it needs."""
    languages = ["en", *locations.languages()]
    return {
        "language": choices.language or "en",
        "megabytes": round(sum(map(len, files.values())) / 1_000_000 + 0.5),
        "words": {
            language: {text: interface(language)[text] for text in WORDS if text in interface(language)}
            for language in languages
            if language != "en"
        },
        "conversations": [
            {
                "id": one.id,
                "file": f"{one.id}.html",
                "minutes": one.minutes,
                "told": {language: _card(library, language, names[one.id]) for language in languages},
            }
            for one in scenarios
        ],
    }


def _card(library: Library, language: str, name: str) -> dict[str, str]:
    told = library.in_language(None if language == "en" else language).scenario(name)
    return {"title": told.title, "summary": told.summary}


def _index(scenarios: Sequence[Scenario], data: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    language = data["language"]
    words = {text: text for text in WORDS} | data["words"].get(language, {})
    policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    icon = '<link rel="icon" href="icon-192.png">' if "icon-192.png" in files else '<link rel="icon" href="data:,">'
    rows = "\n".join(
        _row(one, words["About {minutes} minutes"].format(minutes=one.minutes), f"{one.id}.webp" in files)
        for one in scenarios
    )
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="Content-Security-Policy" content="{policy}; img-src 'self' data:">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#2b685c">
<title>Equal Footing</title>
{icon}
<link rel="manifest" href="site.webmanifest">
<link rel="stylesheet" href="first.css">
<link rel="stylesheet" href="style.css">
</head>
<body data-screen="home">
<div class="home"><main>
<h1>Equal Footing</h1>
<p class="lead">{escape(words[LEAD])}</p>
<ol class="shelf">
{rows}
</ol>
</main></div>
<script type="application/json" id="site">{as_json(data)}</script>
<script src="site.js"></script>
</body>
</html>
""".encode()


def _row(one: Scenario, minutes: str, pictured: bool) -> str:
    name = escape(one.id, quote=True)
    image = f'<img src="{name}.webp" alt="" loading="lazy">' if pictured else ""
    return (
        f'<li><a class="scene" id="{name}" href="{name}.html"><span class="portrait" aria-hidden="true">{image}</span>'
        f'<span class="about"><span class="name">{escape(one.title)}</span>'
        f'<span class="summary">{escape(one.summary)}</span>'
        f'<span class="muted state">{escape(minutes)}</span></span></a></li>'
    )


def _manifest(choices: PageChoices) -> bytes:
    icons = [
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size in ICONS
    ]
    made = {
        "name": "Equal Footing",
        "short_name": "Equal Footing",
        "lang": choices.language or "en",
        "start_url": FIRST,
        "scope": "./",
        "display": "standalone",
        "background_color": "#dfe7e2",
        "theme_color": "#2b685c",
        "icons": icons if choices.pictures else [],
    }
    return json.dumps(made, indent=1).encode("utf-8")


def _worker(files: Mapping[str, bytes], shell: Sequence[str]) -> bytes:
    """Returns the service worker, with every file's digest: a changed file alone is fetched anew."""
    digests = {name: hashlib.sha256(content).hexdigest()[:16] for name, content in files.items()}
    head = f"const FILES={json.dumps(digests)},SHELL={json.dumps(list(shell))};\n"
    return head.encode("utf-8") + (BUILT / "offline.js").read_bytes()


def _icon(size: int) -> bytes:
    """Returns the game's sign: two equal bars, with room for the shapes that systems cut icons to."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (size, size), "#2b685c")
    draw = ImageDraw.Draw(picture)
    for top in (0.36, 0.54):
        box = (0.26 * size, top * size, 0.74 * size, (top + 0.1) * size)
        draw.rounded_rectangle(box, radius=0.05 * size, fill="#fbfaf7")
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
