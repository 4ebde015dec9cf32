"""A page is one file that needs nothing else; it holds what its scenarios show, and no more."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest

from game.app.library import Library
from game.errors import UsageError
from game.locations import ASSETS
from game.play.events import Mode
from game.testing import SMALL
from game.web.page import PageChoices, page, page_data
from game.web.pictures import pictures, wanted
from tests.support.shell import Shell
from tests.web.a_page import a_page


def packed(html: str, name: str) -> str:
    """A part of the page, made whole."""
    found = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', html)
    assert found is not None
    return zlib.decompress(base64.a85decode(found[1].replace("v", "<")), -15).decode("utf-8")


def data_of(html: str) -> dict[str, Any]:
    """The page's data once its scenes have come."""
    found = json.loads(packed(html, "data"))
    assert isinstance(found, dict)
    for one, later in zip(found["scenarios"], json.loads(packed(html, "scenes")), strict=True):
        one["scenario"] |= later["scenario"]
        one["texts"] |= later["texts"]
    return found


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return a_page(tmp_path_factory.mktemp("page")).read_text(encoding="utf-8")


def test_nothing_outside_the_file_is_asked_for(html: str) -> None:
    policy = re.search('Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    assert not re.search(r'(src|href)="(?!data:)', html)


def test_what_may_run_is_named_by_its_hash(html: str) -> None:
    plain = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", html, re.DOTALL)
    for text in [*(script or style for script, style in plain), packed(html, "player"), packed(html, "style")]:
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"'sha256-{digest}'" in html


def test_texts_cannot_leave_the_block_that_they_stand_in(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script> <!--"
    told = a_page(tmp_path, story=SMALL.replace("Saturday Friend", f'"{hostile}"', 1)).read_text("utf-8")
    assert "<script>alert" not in told
    assert data_of(told)["scenarios"][0]["scenario"]["title"] == hostile


@pytest.mark.parametrize("language", [None, "es"])
def test_what_is_read_before_a_play_comes_before_the_scenes_in_the_language_that_opens(language: str | None) -> None:
    library, choices = Library.shipped(), PageChoices(language, pictures=False)
    html = page(library, ["saturday-friend"], choices).decode("utf-8")
    told = library.in_language(language).scenario("saturday-friend")
    (before,) = (one["scenario"] for one in json.loads(packed(html, "data"))["scenarios"])
    assert (before["title"], before["question"], before["briefing"]) == (told.title, told.question, told.briefing)
    assert before["cast"][told.client]["relation"] == told.cast[told.client].relation
    assert set(before["nodes"]) == {told.start}
    assert not before["nodes"][told.start].keys() & {"lines", "options"}
    whole, ours = page_data(library, ["saturday-friend"], choices), data_of(html)
    (first,), (own,) = whole["scenarios"], ours["scenarios"]
    assert own["scenario"] == first["scenario"]
    assert own["texts"] == {code: texts for code, texts in first["texts"].items() if code == language}


def test_a_preview_that_runs_no_script_says_what_to_do(html: str) -> None:
    assert "open it in a browser" in html[html.index("<noscript>") : html.index("</noscript>")]


def test_a_page_carries_what_its_maker_decided(tmp_path: Path) -> None:
    chosen = PageChoices(mode=Mode.ASSESS, class_code="MT-2", pictures=False, own_words=False)
    made = a_page(tmp_path, chosen, SMALL.replace("    place: phone", "    own_words: And you?\n    place: phone", 1))
    data = data_of(made.read_text(encoding="utf-8"))
    assert (data["mode"], data["class_code"]) == ("assess", "MT-2")
    assert not any("own_words" in node for node in data["scenarios"][0]["scenario"]["nodes"].values())
    assert 'id="picture:' not in made.read_text(encoding="utf-8")


def test_the_credits_name_makers_and_licences_and_no_place_in_the_sources(html: str) -> None:
    told = data_of(html)["credits"]
    assert [what for what, _, _ in told] == ["Pictures of people and places", "The typeface Atkinson Hyperlegible"]
    assert "SIL Open Font License" in str(told)
    assert not re.search("[/`]|tools|PyPI|python", str(told))


def test_only_what_a_scenario_shows_is_drawn(tmp_path: Path) -> None:
    source = tmp_path / "a-story.yaml"
    source.write_text(SMALL, encoding="utf-8")
    scenario = Library(files={}, cache=tmp_path).scenario(str(source))
    asked = wanted([scenario])
    assert {"place/phone-day", "dana/neutral", "dana/bright"} <= set(asked)
    assert not any(key.endswith("/thinks") for key in asked)
    drawn = pictures([scenario], ASSETS)
    assert set(drawn) <= set(asked)
    assert all(image[:4] == b"RIFF" and image[8:12] == b"WEBP" for image in drawn.values())


def test_a_page_tells_all_languages_and_opens_in_the_one_that_is_named() -> None:
    told = page(Library.shipped(), ["saturday-friend"], PageChoices("es", pictures=False)).decode("utf-8")
    data = data_of(told)
    assert data["languages"] == ["es", "en"]
    assert "La amiga" in told[: told.index('id="player"')]
    assert len(told.encode("utf-8")) <= 180_000


def test_a_language_that_nothing_is_told_in_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"told in `eo`.*: en"):
        a_page(tmp_path, PageChoices("eo"))


def test_export_page_says_where_it_is_and_how_large(shell: Shell, tmp_path: Path) -> None:
    told = shell("export", "page", "saturday-friend", "--no-pictures", "-o", str(tmp_path / "p.html"))
    assert (told.code, "p.html" in told.out, "kB" in told.out) == (0, True, True)
    assert (tmp_path / "p.html").stat().st_size < 180_000


def test_a_file_that_cannot_be_written_is_told_in_one_sentence(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    told = shell("export", "page", "saturday-friend", "--no-pictures", "-o", str(tmp_path / "a-file" / "p.html"))
    assert told.code == 1
    assert "Name another file with -o" in told.err
