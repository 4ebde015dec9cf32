"""The page's own screen walked in a real Chromium: what stands there can be chosen, and leads to an ending.

`python -m benchmarks.face` does the same with every option of every scenario of the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from game.app.library import Library
from game.play.events import Mode
from game.story.engine import Story
from game.testing import HEADER, SMALL
from game.web.page import PageChoices
from game.web.page import page as a_page_of
from tests.support.browsing import browser
from tests.web.a_page import a_page
from tests.web.face import Faced, covering, played

pytestmark = pytest.mark.browser
__all__ = ["browser"]
BARE = PageChoices(pictures=False)
SPARE = (
    HEADER
    + """
nodes:
  first:
    place: cafe
    frame: social
    lines: [dana: So.]
    options:
      - {id: wait, do: Wait., client: {ease: -3}, goto: second}
      - {id: ask, say: What is it?, goto: second}
  second:
    place: clinic-desk
    frame: therapeutic
    options:
      - {id: sit, do: Sit down., needs: {ease: ">= 4"}, locked: She has turned away., goto: third}
      - {id: stand, do: Stand., goto: third}
  third:
    place: clinic-desk
    frame: therapeutic
    lines: [henrik: Well?]
    options:
      - {id: ask-again, say: Say that again., goto: over}
      - {id: go, do: Go., goto: over}
  over:
    place: clinic-desk
    frame: therapeutic
    ending: {kind: good, title: Over, text: You go.}
"""
)
SPARE_PLAYS = (("wait", "stand", "go"), ("ask", "sit", "ask-again"))


def walked(browser: Any, file: Path, story: Story, plays: Sequence[Sequence[str]], style: str = "") -> Faced:
    """What plays of a page showed, every second one with its feedback at the end, on a phone's screen."""
    faced = Faced()
    for number, play in enumerate(plays):
        context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
        tab = context.new_page()
        tab.goto(file.as_uri())
        tab.wait_for_selector("#begin")
        if style:
            tab.add_style_tag(content=style)
        if number % 2:
            tab.click(f"#mode-{Mode.ASSESS.value}")
        tab.click("#begin")
        played(tab, story, play, faced)
        context.close()
    return faced


def the_story(file: Path) -> Story:
    """The story that lies beside a page."""
    return Library(files={}).exact(str(file.with_suffix(".yaml"))).story


def options_of(story: Story) -> set[str]:
    return {option.id for node in story.scenario.nodes.values() for option in node.options or ()}


@pytest.mark.parametrize("name", ["fine-fine", "saturday-friend", "sixteen"])
def test_what_the_library_shows_can_be_chosen_and_comes_to_an_ending(browser: Any, tmp_path: Path, name: str) -> None:
    library, file = Library.shipped(), tmp_path / f"{name}.html"
    file.write_bytes(a_page_of(library, [name], BARE))
    story = library.exact(name).story
    plays = list(covering(story))
    faced = walked(browser, file, story, [plays[0], plays[-1]])
    assert faced.faults == []
    assert faced.chosen == {*plays[0], *plays[-1]}


def test_every_option_of_scenes_with_one_line_or_none_can_be_chosen(browser: Any, tmp_path: Path) -> None:
    file = a_page(tmp_path, BARE, SPARE)
    story = the_story(file)
    faced = walked(browser, file, story, SPARE_PLAYS)
    assert faced.faults == []
    assert faced.chosen == options_of(story)


def test_every_option_of_a_small_story_can_be_chosen(browser: Any, tmp_path: Path) -> None:
    file = a_page(tmp_path, BARE)
    story = the_story(file)
    faced = walked(browser, file, story, list(covering(story)))
    assert faced.faults == []
    assert faced.chosen == options_of(story)


@pytest.mark.parametrize(
    "style",
    [
        "body[data-screen=conversation]:has(.option)::after { content: ''; position: fixed; inset: 0; z-index: 99 }",
        ".options li:last-child { display: none }",
    ],
    ids=["covered", "not there"],
)
def test_an_option_that_nobody_could_press_is_found(browser: Any, tmp_path: Path, style: str) -> None:
    file = a_page(tmp_path, BARE, SMALL)
    faced = walked(browser, file, the_story(file), [("name-it", "say-how")], style)
    assert any("lies under something else" in told for told in faced.faults)
