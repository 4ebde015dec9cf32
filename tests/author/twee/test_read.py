"""Twee 3 notation: headers, escapes, StoryData; and what is none gives one clear message."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.author.twee.read import MOST_BYTES, MOST_PASSAGES, read_file, read_text
from game.author.twee.story import Passage, Twee
from game.author.twee.write import as_text
from game.errors import GameError


def test_a_header_gives_name_tags_and_position() -> None:
    story, losses = read_text(':: The Hall [dark  cold] {"position":"600,400","size":"100,200"}\nIt echoes.\n\n\n')
    assert story.passages == (Passage("The Hall", "It echoes.", ("dark", "cold"), (600, 400), 2),)
    assert losses == []


def test_story_title_and_story_data_are_no_passages() -> None:
    text = ':: StoryTitle\nA  Tale\n\n:: StoryData\n{"ifid": "X", "format": "Harlowe", "start": "B"}\n\n:: A\n\n:: B\n'
    story, _ = read_text(text)
    assert (story.title, story.ifid, story.format, story.start) == ("A Tale", "X", "harlowe", "B")
    assert [passage.name for passage in story.passages] == ["A", "B"]


@pytest.mark.parametrize("data", ["{not json", "[1, 2]", '"text"', "", "[" * 30_000])
def test_story_data_that_cannot_be_read_is_told_and_the_story_stands(data: str) -> None:
    story, losses = read_text(f":: StoryData\n{data}\n\n:: Start\nHello.")
    assert [loss.what for loss in losses] == ["StoryData cannot be read (no JSON object)"]
    assert [passage.name for passage in story.passages] == ["Start"]


def test_of_two_passages_of_one_name_the_first_stands() -> None:
    story, losses = read_text(":: A\none\n:: A\ntwo")
    assert [passage.text for passage in story.passages] == ["one"]
    assert [(loss.line, loss.what) for loss in losses] == [(3, "a second passage of this name (the first one stands)")]


def test_invisible_characters_are_left_out_and_told() -> None:
    story, losses = read_text(":: A\nzero\x00width\u2028and\ufeffmore")
    assert story.passages[0].text == "zerowidthandmore"
    assert losses[0].line == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no passage"),
        ("Just a text.\n", "holds no passage"),
        ("<!DOCTYPE html><html></html>", r"a page \(HTML\) without a Twine story in it"),
        ('\n<tw-storydata name="x"></tw-storydata>', "a story without a passage"),
        (":: a\n" + "".join(f":: p{n}\n" for n in range(MOST_PASSAGES)), "passages. Split the story"),
    ],
)
def test_what_is_no_story_gives_one_message_that_names_the_file(text: str, message: str) -> None:
    with pytest.raises(GameError, match=rf"^my\.twee .*{message}"):
        read_text(text, "my.twee")


def test_a_file_in_another_encoding_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "old.twee"
    path.write_bytes(":: Start\nfine\nStraße".encode("latin-1"))
    with pytest.raises(GameError, match=r"old\.twee:3 is not UTF-8 text\. Save the file again"):
        read_file(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.twee"
    path.write_bytes(b":: Start\n" + b"a" * MOST_BYTES)
    with pytest.raises(GameError, match=r"huge\.twee is larger than 1,024 KiB"):
        read_file(path)


SIGNS = st.text(st.sampled_from("ab:\\[]{}\" \n'<>|é-"), max_size=30)
NAMES = SIGNS.map(lambda text: " ".join(text.split())).filter(
    lambda name: bool(name) and name not in ("StoryTitle", "StoryData")
)
TAGS = NAMES.map(lambda name: name.replace(" ", ""))
PASSAGES = st.builds(
    Passage,
    NAMES,
    SIGNS.map(str.rstrip),
    st.lists(TAGS, max_size=3).map(tuple),
    st.none() | st.tuples(st.integers(-999, 99_999), st.integers(-999, 99_999)),
)


@given(title=NAMES, passages=st.lists(PASSAGES, min_size=1, max_size=5, unique_by=lambda passage: passage.name))
def test_whatever_signs_names_tags_and_text_hold_they_come_back(title: str, passages: list[Passage]) -> None:
    written = Twee(title, tuple(passages), passages[0].name, "sugarcube", "ID")
    found, losses = read_text(as_text(written))
    assert losses == []
    assert [(p.name, p.text, p.tags, p.position) for p in found.passages] == [
        (p.name, p.text, p.tags, p.position) for p in passages
    ]
    assert (found.start, found.format, found.ifid) == (passages[0].name, "sugarcube", "ID")
    assert found.title == title
