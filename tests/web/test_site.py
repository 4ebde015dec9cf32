"""A site is a folder of plain files: a first page, each conversation by itself, and what keeps them for offline."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.app.library import Library
from game.errors import UsageError
from game.testing import SMALL
from game.web.pack import PLAYER
from game.web.page import PageChoices
from game.web.site import FIRST, WORDS, site
from tests.support.browsing import browser
from tests.support.patience import PATIENCE
from tests.support.serving import serving
from tests.support.shell import Shell
from tests.web.test_page import data_of

__all__ = ["browser"]
OTHER = SMALL.replace("Saturday Friend", "Monday Client", 1)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    return dict(a_site(tmp_path, "a-story", "b-story"))


def a_site(folder: Path, *names: str) -> list[tuple[str, bytes]]:
    """A site of small stories; the first is called Saturday Friend, the others are not."""
    sources = [folder / f"{name}.yaml" for name in names]
    for n, source in enumerate(sources):
        source.write_text(OTHER if n else SMALL, encoding="utf-8")
    return list(site(Library(files={}, cache=folder), [str(source) for source in sources]))


def test_a_site_has_a_page_for_each_conversation_and_a_first_page_that_leads_to_them(files: dict[str, bytes]) -> None:
    first = files[FIRST].decode("utf-8")
    assert sorted(re.findall(r'href="([^"]+\.html)"', first)) == ["a-story.html", "b-story.html"]
    assert "Saturday Friend" in first
    assert data_of(files["a-story.html"].decode("utf-8"))["site"] == FIRST
    named = re.findall(r'(?:src|href)="([^"]+)"', first)
    assert [name for name in named if name not in files] == []


def test_the_first_page_comes_last_so_that_no_half_site_is_found(tmp_path: Path) -> None:
    assert a_site(tmp_path, "a-story")[-1][0] == FIRST


def test_the_first_conversations_texts_come_within_200_kb() -> None:
    made = dict(site(Library.shipped(), ["saturday-friend"], PageChoices()))
    page = made["saturday-friend.html"]
    before = sum(len(made[name]) for name in (FIRST, "site.js", "first.css", "style.css", "saturday-friend.webp"))
    assert before + page.index(b"</script>", page.index(b'id="scenes"')) <= 200_000


def test_every_file_of_a_site_can_be_kept_for_offline(files: dict[str, bytes]) -> None:
    digests = json.loads(re.match(rb"const FILES=(\{.*?\})", files["offline.js"])[1])  # type: ignore[index]
    assert set(digests) == set(files) - {"offline.js"}


def test_a_site_can_be_installed(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["site.webmanifest"])
    assert manifest["start_url"] == FIRST
    assert {icon["src"] for icon in manifest["icons"]} <= set(files)


def test_a_conversation_that_is_not_told_in_the_site_s_language_opens_in_its_own(tmp_path: Path) -> None:
    own = tmp_path / "own-story.yaml"
    own.write_text(SMALL, encoding="utf-8")
    library = Library(cache=tmp_path / "cache")
    made = dict(site(library, ["saturday-friend", str(own)], PageChoices(language="es", pictures=False)))
    opens = {name: data_of(made[name].decode("utf-8"))["language"] for name in made if "-" in name and "html" in name}
    assert opens == {"saturday-friend.html": "es", "own-story.html": "en"}
    with pytest.raises(UsageError, match="told in `es`"):
        dict(site(library, [str(own)], PageChoices(language="es", pictures=False)))


def test_two_scenarios_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for folder in (tmp_path, tmp_path / "other"):
        (folder / "a-story.yaml").write_text(SMALL, encoding="utf-8")
    names = [str(tmp_path / "a-story.yaml"), str(tmp_path / "other/a-story.yaml")]
    with pytest.raises(UsageError, match="same name"):
        dict(site(Library(files={}, cache=tmp_path), names, PageChoices(pictures=False)))


def test_what_the_first_page_tells_is_handed_to_it_in_every_language() -> None:
    told = json.loads((PLAYER / "texts.json").read_text("utf-8"))
    assert set(WORDS) <= set(told)
    marked = (PLAYER.parent / "src/site.ts").read_text("utf-8")
    assert {json.loads(text) for text in re.findall(r'\b_\(("(?:[^"\\]|\\.)*")', marked)} == set(WORDS)


def test_the_command_writes_the_library_into_a_folder_that_a_web_server_may_read(shell: Shell, tmp_path: Path) -> None:
    told = shell("export", "site", "--no-pictures", "-o", str(tmp_path / "site"))
    assert (told.code, "index.html" in told.out) == (0, True)
    assert (tmp_path / "site/monday-client.html").stat().st_mode & 0o044


@pytest.mark.browser
def test_a_site_shows_what_was_played_here_and_opens_without_its_server(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    for name, content in a_site(tmp_path, "a-story", "b-story"):
        (folder / name).write_bytes(content)
    tab = browser.new_context().new_page()
    tab.set_default_timeout(PATIENCE * 1000)
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text))
    with serving(folder) as address:
        tab.goto(address)
        tab.click("text=Keep them all")
        tab.wait_for_selector("text=They open without a network")
        tab.click("#a-story")
        tab.click("#begin")
        tab.wait_for_selector("body[data-screen=conversation]")
    tab.goto(address)  # the server is gone
    tab.wait_for_selector("#a-story:has-text('You are in it')")
    tab.click("#b-story")
    tab.wait_for_selector("#begin")
    tab.click("text=All scenarios")
    tab.wait_for_selector("#b-story:has-text('About')")
    assert complaints == []
    tab.context.close()
