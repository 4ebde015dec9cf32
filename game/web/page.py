"""A page that plays: one HTML file with the texts, the player, the type and the pictures in it, and nothing outside.

The briefing stands in the page itself and is read while the rest comes: the player, what is read before a play begins,
the scenes in the language that opens, the type, other languages, the pictures, and the sounds last. The larger parts
are packed (raw deflate in Ascii85); the first script makes each whole while the next one comes. What may run and style
is named by its hash; nothing may be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Any, Literal

from game.app.library import Library
from game.errors import UsageError
from game.locations import ASSETS
from game.play.credits import pieces
from game.play.events import Mode
from game.scenario.model import Scenario
from game.web.pack import packed, plain
from game.web.pictures import pictures
from game.web.sounds import sounds

HERE = Path(__file__).parent
BUILT = HERE / "player" / "built"
FONTS = HERE / "fonts"
_PLAYERS = {"platforms": "platform", "studio": "studio"}  # the player of a page whose data has this key
NO_SOUNDS: Mapping[str, bytes] = {}
_RULES = ("nodes", "language")  # of a scenario, not told anew by the language that opens
_WHERE = ("place", "frame", "time", "lying")  # of a scene, without its words
_SHOWN = ("Pictures", "The typeface Atkinson")  # the rows of the list of licences that a page has part in


@dataclass(frozen=True, slots=True)
class Platform:
    """By which standard a page talks with a learning platform, and whether it tells points; `version` is SCORM's
    (`1.2` or `2004`)."""

    kind: Literal["scorm", "cmi5"]
    version: str | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class PageChoices:
    """What whoever makes a page decides.

    language: the one that opens; None for the first scenario's own
    mode: fixed for everybody; None lets each player choose
    class_code: stands in every journal
    pictures: whether people and places are shown, and places heard
    own_words: whether the page asks what the player would say before some options are shown
    room: the address (`ws://…`) of the class that the page hands in to as it is played; None for a page by itself
    platform: the learning platform that the page is made for; None for a page by itself
    site: the address of the first page of the site that the page belongs to; None for a page by itself
    studio: where the author's studio opens the play (`scene`, `choices`, `theme`, `size`); None for any other page
    """

    language: str | None = None
    mode: Mode | None = None
    class_code: str | None = None
    pictures: bool = True
    own_words: bool = True
    room: str | None = None
    platform: Platform | None = None
    site: str | None = None
    studio: Mapping[str, Any] | None = None


def page(library: Library, names: Sequence[str], choices: PageChoices = PageChoices()) -> bytes:
    """Returns the HTML of a page with these scenarios (ids or paths). Raises GameError where one cannot be played, or
    where none of them is told in the language asked for."""
    data = page_data(library, names, choices)
    told = library.in_language(None if data["language"] == "en" else data["language"])
    scenarios = [told.scenario(name) for name in names]
    drawn = pictures(scenarios, ASSETS, library.cache) if choices.pictures else {}
    heard = sounds(scenarios) if choices.pictures and not choices.room else {}  # thirty phones would hum in a room
    return _html(data, scenarios, drawn, heard, choices.room).encode("utf-8")


def page_data(library: Library, names: Sequence[str], choices: PageChoices) -> dict[str, Any]:
    """Returns the data of a page: the core's, and what its maker decided."""
    return dressed(packed(library, names, choices.language), choices)


def page_of(scenario: Scenario, data: Mapping[str, Any], drawn: Mapping[str, bytes]) -> bytes:
    """Returns the HTML of a page with one scenario, from its data and its pictures."""
    return _html(data, [scenario], drawn).encode("utf-8")


def dressed(data: dict[str, Any], choices: PageChoices) -> dict[str, Any]:
    """Returns the core's data with what the page's maker decided. Raises UsageError."""
    told = {one["scenario"].get("language", "en") for one in data["scenarios"]}
    told |= {language for one in data["scenarios"] for language in one["texts"]}
    if choices.language and choices.language not in told:
        raise UsageError(
            f"No scenario of this page is told in `{choices.language}`. It can open in: {', '.join(sorted(told))}."
        )
    if not choices.own_words:
        for one in data["scenarios"]:
            for node in one["scenario"]["nodes"].values():
                node.pop("own_words", None)
    data["languages"] = sorted(told, key=lambda language: (language != data["language"], language))
    data["credits"] = [[one.what, one.by, one.licence] for one in pieces(ASSETS) if one.what.startswith(_SHOWN)]
    given = {
        "mode": choices.mode.value if choices.mode else None,
        "class_code": choices.class_code,
        "site": choices.site,
        "studio": choices.studio,
    }
    if choices.platform:
        data["platform"] = {key: value for key, value in asdict(choices.platform).items() if value is not None}
    return data | {key: value for key, value in given.items() if value} | ({"room": True} if choices.room else {})


def _html(
    data: Mapping[str, Any],
    scenarios: Sequence[Scenario],
    drawn: Mapping[str, bytes],
    heard: Mapping[str, bytes] = NO_SOUNDS,
    room: str | None = None,
) -> str:
    made_for = next((f"{name}.js" for name, key in _PLAYERS.items() if key in data), "player.js")
    loader, player, first_style, style = (
        _text(BUILT / name) for name in ("loader.js", made_for, "first.css", "style.css")
    )
    fonts = _fonts()
    first, others = _by_language(data)
    parts = {"style": style, "player": player}
    if made_for == "studio.js":  # the studio sends each story whole
        parts["data"] = _json(first)
    else:
        before, scenes = _scenes(first, scenarios)
        parts |= {"data": _json(before), "scenes": _json(scenes)}
    title = scenarios[0].title if len(scenarios) == 1 else "Equal Footing"
    keeps = ["kept=keep()"] if made_for == "player.js" else []  # a page by itself begins to read what the device keeps
    first_scripts = [loader, *keeps]
    scripts = [*first_scripts, player, *map(_whole, parts)]
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(first_style)} {_hash(style)} {_hash(fonts)}",
            "img-src data: blob:",
            "font-src data:",
            *([f"connect-src {room}"] if room else []),
            *(["connect-src http: https:"] if data.get("platform", {}).get("kind") == "cmi5" else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    language = escape(str(data["language"]), quote=True)
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            f'<meta name="generator" content="Equal Footing {escape(str(data["game"]))}">',
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">',
            f'<title>{escape(title)}</title>\n<link rel="icon" href="data:,">',
            f"<style>{first_style}</style>\n</head>\n<body>",
            f"<noscript><div><h1>{escape(title)}</h1>{_without_script()}</div></noscript>",
            _opening(scenarios),
            *(f"<script>{script}</script>" for script in first_scripts),
            *(f"{_block(name, text)}\n<script>{_whole(name)}</script>" for name, text in parts.items()),
            f"<style>{fonts}</style>",
            *(_block(f"texts-{language}", _json(telling)) for language, telling in others.items()),
            *(_file("picture", key, image) for key, image in drawn.items()),
            *(_file("sound", key, file) for key, file in heard.items()),
            "</body>\n</html>\n",
        ]
    )


def _by_language(data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Returns the data with the texts of the language that opens, and what each other language adds."""
    opens = data["language"]
    others = {
        language: {
            "scenarios": [one["texts"].get(language, []) for one in data["scenarios"]],
            "rubric": data["rubric_texts"].get(language, {}),
            "words": data["words"].get(language, {}),
        }
        for language in data["languages"]
        if language != opens and any(language in one["texts"] for one in data["scenarios"])
    }
    first = dict(data)
    first["scenarios"] = [one | {"texts": _only(one["texts"], opens)} for one in data["scenarios"]]
    first |= {key: _only(data[key], opens) for key in ("rubric_texts", "words")}
    return first, others


def _scenes(data: Mapping[str, Any], told: Sequence[Scenario]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Returns the data with what is read of each scenario before it is played, in the language that opens; and what the
    player puts in its place once the scenes have come."""
    before, scenes = [], []
    for one, opens in zip(data["scenarios"], told, strict=True):
        whole = one["scenario"]
        own = {key: value for key, value in plain(opens).items() if key in whole and key not in _RULES}
        first = _first_room(whole | own)
        later = {key: value for key, value in whole.items() if first.get(key) != value}
        before.append(one | {"scenario": first, "texts": {}})
        scenes.append({"scenario": later, "texts": one["texts"]})
    return dict(data) | {"scenarios": before}, scenes


def _first_room(scenario: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a scenario with nothing of its scenes but where the first one is."""
    start = scenario["start"]
    shown = {key: value for key, value in scenario["nodes"][start].items() if key in _WHERE}
    return dict(scenario) | {"nodes": {start: shown}}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _only(by_language: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {key: value for key, value in by_language.items() if key == language}


def _opening(scenarios: Sequence[Scenario]) -> str:
    """Returns the first words, read while the rest comes; the player puts its screen in their place."""
    if len(scenarios) > 1:
        rows = "".join(f"<p>{escape(one.title)}</p>" for one in scenarios)
        return f'<div id="place"><main class="first"><h1>Equal Footing</h1>{rows}</main></div>'
    (one,) = scenarios
    told = "".join(f"<p>{escape(part)}</p>" for part in one.briefing.split("\n\n"))
    return f'<div id="place"><main class="first"><h1>{escape(one.title)}</h1>{told}</main></div>'


def _block(name: str, text: str) -> str:
    """Returns a part of the page, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    data = packer.compress(text.encode("utf-8")) + packer.flush()
    letters = base64.a85encode(data).decode("ascii").replace("<", "v")  # `<` could end the element; Ascii85 has no `v`
    return f'<script type="text/plain" id="{escape(name)}">{letters}</script>'


def _whole(name: str) -> str:
    """Returns the script that follows a packed part: the loader makes it whole while the next one comes."""
    return f'whole("{name}")'


def _without_script() -> str:
    """Returns what stands where no script runs: a mail's preview, most likely. In both languages of the interface."""
    return (
        '<p lang="en">This page is a conversation to play, and here it cannot run: a preview in a mail or chat program '
        "only shows it. Save the file on your device, and open it in a browser such as Chrome, Firefox or Safari.</p>"
        '<p lang="es">Esta página es una conversación para jugar, y aquí no puede funcionar: la vista previa de un '
        "correo o un chat solo la muestra. Guarda el archivo en tu dispositivo y ábrelo en un navegador como Chrome, "
        "Firefox o Safari.</p>"
    )


def _file(kind: Literal["picture", "sound"], key: str, content: bytes) -> str:
    text = base64.b64encode(content).decode("ascii")
    return f'<script type="text/plain" id="{kind}:{escape(key, quote=True)}">{text}</script>'


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("</script", "<\\/script").strip()


def _fonts() -> str:
    """Returns the two cuts of the type as style rules; the licence goes with them."""
    rules = [
        "/* Atkinson Hyperlegible, Copyright 2020 Braille Institute of America, Inc., SIL Open Font License 1.1 */"
    ]
    for name, weight in (("regular", 400), ("bold", 700)):
        data = base64.b64encode((FONTS / f"{name}.woff2").read_bytes()).decode("ascii")
        rules.append(
            f"@font-face{{font-family:Footing;font-weight:{weight};font-display:swap;"
            f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
        )
    return "".join(rules)


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
