"""Pages that Twine publishes, and its archives, are read as Twee text is."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.twee.published import published
from game.author.twee.read import MOST_PAGE, read_file, read_text
from game.errors import GameError

STORY = """\
<tw-storydata name="{name}" startnode="2" creator="Twine" ifid="AB" format="Harlowe" options="" hidden>
<style role="stylesheet" id="twine-user-stylesheet" type="text/twine-css"></style>
<script role="script" id="twine-user-script" type="text/twine-javascript">let a = "</p>";</script>
<tw-passagedata pid="1" name="Hall &amp; yard" tags="place-cafe late" position="12.5,30" size="100,100">It rains.
[[On-&gt;Desk]]</tw-passagedata>
<tw-passagedata pid="2" name="Desk" tags="" position="1,2">(if: $a)[A &lt;b&gt;lamp&lt;/b&gt;.]</tw-passagedata>
</tw-storydata>
"""
PAGE = "<!DOCTYPE html>\n<html><head><title>x</title><script>var engine = '<b>';</script></head>\n<body>\n"


def test_a_published_page_gives_its_passages_with_tags_places_and_lines() -> None:
    story, losses = read_text(PAGE + STORY.format(name="Rain") + "</body></html>", "rain.html")
    assert (story.title, story.format, story.start, losses) == ("Rain", "harlowe", "Desk", [])
    script, hall, desk = story.passages
    assert script.tags == ("script",)
    assert (hall.name, hall.tags, hall.position) == ("Hall & yard", ("place-cafe", "late"), (12, 30))
    assert (hall.text, hall.line) == ("It rains.\n[[On->Desk]]", 7)
    assert (desk.text, desk.line) == ("(if: $a)[A <b>lamp</b>.]", 9)


def test_of_an_archive_one_story_is_taken_by_its_title() -> None:
    archive = STORY.format(name="One") + STORY.format(name="Two")
    assert read_text(archive, which="Two")[0].title == "Two"
    with pytest.raises(GameError, match=r"holds these stories: “One”, “Two”\. Say which one with --story"):
        read_text(archive)


def test_a_page_of_twine_1_is_read_too() -> None:
    page = (
        '<html><body><div id="storeArea" data-size="2" hidden><div tiddler="StoryTitle" tags="">Old</div>'
        '<div tiddler="Start" tags="" twine-position="10,10">Rain.\\n[[On|End]] a\\sb</div>'
        '<div tiddler="End" tags="">Over.</div></div></body></html>'
    )
    story, _ = read_text(page)
    assert (story.title, [passage.name for passage in story.passages]) == ("Old", ["Start", "End"])
    assert story.passages[0].text == "Rain.\n[[On|End]] a\\b"


def test_invisible_characters_and_double_names_of_a_page_are_told() -> None:
    page = STORY.format(name="Rain").replace("Hall &amp; yard", "Desk").replace("It rains", "It\u2028rains")
    story, losses = read_text(page)
    assert [loss.what for loss in losses] == [
        "invisible characters, on 1 lines (first here)",
        "a second passage of this name (the first one stands)",
    ]
    assert story.passages[-1].text.startswith("Itrains.")


@pytest.mark.parametrize(
    "sign", ["<tw-storydata>", "<tw-passagedata name=a>", "<!--", "<![CDATA[", "<script>", "<div ", "&#"]
)
def test_a_hostile_page_ends_soon(sign: str) -> None:
    assert published(("<tw-storydata name=x>" + sign * 20_000)[:200_000]) is not None


def test_a_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    path.write_bytes(b"<html>" + b" " * MOST_PAGE)
    with pytest.raises(GameError, match=r"huge\.html is larger than 8,192 KiB"):
        read_file(path)
