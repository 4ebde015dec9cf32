"""Every screen of every conversation of the library fits the projector, in letters of a twentieth of its height."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.app.library import Library
from game.classroom.conversation import in_pieces
from game.classroom.question import SaidLine, lettered
from game.classroom.wording import words_script
from game.scenario.model import YOU, Line, Node, Scenario
from tests.support.browsing import browser  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STATIC = Path(__file__).resolve().parents[2] / "game" / "classroom" / "static"
MOST_OFFERED = 4  # at once: where an author wrote more, conditions part them
OVER = """(screens) => screens.map((screen) => {
  draw(screen);
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const small = [...stage.querySelectorAll("*")].some((one) => size(one) < innerHeight / 20 - 0.01);
  return stage.scrollHeight > stage.clientHeight || stage.scrollWidth > stage.clientWidth || small;
})"""


def screens(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """What a projector may show of a conversation."""
    yield {"screen": "notes", "title": scenario.title, "notes": scenario.content_notes}
    briefing = [SaidLine("", part) for part in scenario.briefing.split("\n\n")]
    for name, node in scenario.nodes.items():
        lines = [said(scenario, line) for line in node.lines if not line.private]
        yield from read([*(briefing if name == scenario.start else []), *lines])
        if node.ending:
            end = node.ending
            yield {"screen": "ending", "title": end.title, "text": end.text, "outcome": end.outcome or ""}
        for option in node.options or ():
            reply = [said(scenario, line) for line in option.reply if not line.private]
            yield from read([SaidLine("You", option.words), *reply])
        if node.options:
            yield from asked(node, lines[-1:])


def said(scenario: Scenario, line: Line) -> SaidLine:
    return SaidLine("You" if line.speaker == YOU else scenario.name_of(line.speaker), line.text)


def read(lines: list[SaidLine]) -> Iterator[dict[str, Any]]:
    for piece in in_pieces(lines):
        yield {"screen": "lines", "lines": [[line.who, line.text] for line in piece]}


def asked(node: Node, heard: list[SaidLine]) -> Iterator[dict[str, Any]]:
    """The longest options that can stand there at once: before the vote, in it, and as a split beside an earlier."""
    longest = sorted(node.options or (), key=lambda option: -len(option.words))[:MOST_OFFERED]
    options = [
        {"id": one.id, "letter": one.letter, "words": one.words, "locked": ""}
        for one in lettered((option.id, option.words, "", "") for option in longest)
    ]
    shown = {"options": options, "heard": [[line.who, line.text] for line in heard], "reasons": []}
    counts = {option["id"]: 7 for option in options}
    split = {"leading": ["A"], "votes": 28, "counts": counts, "fewest": 5}
    before = {option["id"]: "12 of 30" for option in options}
    yield shown | {"screen": "options", "stage": "waiting"}
    yield shown | {"screen": "options", "stage": "open"}
    yield shown | {"screen": "split", "stage": "closed", "split": split, "before": {}}
    yield shown | {"screen": "split", "stage": "closed", "split": split, "before": before}


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", [None, "es"])
def test_every_screen_of_the_library_fits(browser: Any, size: tuple[int, int], language: str | None) -> None:  # noqa: F811
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.route("**/*", lambda route: answer(route, language))
    page.goto("http://room.invalid/console-projector.html")
    library = Library.shipped(language)
    found = [(name, screen) for name in library.files for screen in screens(library.scenario(name))]
    over = page.evaluate(OVER, [json.dumps(screen) for _, screen in found])
    assert len(found) > 3_000
    assert [one for one, runs_over in zip(found, over, strict=True) if runs_over] == []
    page.close()


def answer(route: Any, language: str | None) -> None:
    """Serves the projector's page without a server; what it asks for is not there."""
    name = route.request.url.rpartition("/")[2]
    if name == "words.js":
        route.fulfill(body=words_script(language), content_type="text/javascript")
    elif (STATIC / name).is_file():
        route.fulfill(path=STATIC / name)
    else:
        route.fulfill(status=404)
