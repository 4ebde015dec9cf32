"""The pages of the room speak their reader's language, and every text of theirs can be translated."""

from __future__ import annotations

import json
import re

import pytest

from game.classroom.serve import STATIC
from game.classroom.wording import TEXTS, words_script

PAGES = {path.name: path.read_text("utf-8") for path in sorted(STATIC.iterdir()) if path.is_file()}
_IN_SCRIPT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_MARKED = re.compile(r"\bdata-text[^>]*>([^<]*)<|aria-label=\"([^\"]*)\" data-label|<title>(.*?) · ")

_MARKUP = re.compile(r"<(title|noscript)>.*?</\1>|<(\w+)[^>]*\bdata-text[^>]*>[^<]*|<[^>]*>|\{\{\w+\}\}", re.DOTALL)


def told(name: str, text: str) -> set[str]:
    """The texts that a page looks up."""
    if name.endswith(".js"):
        return {json.loads(f'"{found}"') for found in re.findall(r'\b_\(\s*"((?:[^"\\]|\\.)*)"', text)}
    return {next(filter(None, found)) for found in _MARKED.findall(text)}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_tells_stands_in_the_catalogue(name: str) -> None:
    assert told(name, PAGES[name]) <= set(TEXTS)


def test_the_catalogue_of_the_room_has_no_text_that_no_page_tells() -> None:
    everything = "\n".join(PAGES.values())
    assert [text for text in TEXTS if text not in everything and json.dumps(text)[1:-1] not in everything] == []


def test_no_words_stand_in_a_page_without_being_marked() -> None:
    for name, text in PAGES.items():
        if name.endswith(".html"):
            bare = _MARKUP.sub(" ", text)
            assert re.findall(r"[A-Za-z]{2,}", bare) == [], name


def test_the_script_has_the_languages_and_the_one_that_the_class_was_opened_in() -> None:
    script = words_script("es").decode()
    assert 'const ROOM_LANGUAGE = "es";' in script
    assert "Cerrar la votaci" in script
    assert "</" not in script
    assert words_script(None).decode().endswith("const ROOM_LANGUAGE = null;\n")


def test_no_page_takes_html_from_what_was_typed() -> None:
    for name, text in PAGES.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text), name
