"""What an author brings through the studio's page in a real browser: a draft from Word, a portrait of their own."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")
pytest.importorskip("docx")

from tests.studio.a_page import Author, SharedStudio, at_the_desk, at_the_first_screen
from tests.studio.test_bring import a_word_file
from tests.support.browsing import browser, expect  # noqa: F401
from tests.support.own_media import RED, picture

pytestmark = [pytest.mark.slow, pytest.mark.browser]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def begins(browser: Any, shared: SharedStudio) -> AbstractContextManager[Author]:  # noqa: F811
    """An author at the first screen."""
    return at_the_first_screen(browser, shared.first_screen, shared.folder)


def brought(somebody: Author, name: str, data: bytes) -> None:
    """Chooses a file on the first screen."""
    chosen = {"name": name, "mimeType": WORD, "buffer": data}
    somebody.page.get_by_label("Choose a file …").set_input_files(chosen)


def test_a_word_draft_is_told_of_opened_in_the_form_and_played(browser: Any, shared_studio: SharedStudio) -> None:  # noqa: F811
    with begins(browser, shared_studio) as somebody:
        page = somebody.page
        brought(somebody, "my draft.docx", a_word_file())
        expect(page.get_by_role("heading", name="Your draft is here; some of it needs a look")).to_be_visible()
        expect(page.get_by_role("listitem").filter(has_text="juggles ducks")).to_be_visible()
        page.get_by_role("button", name="Open it").click()
        expect(page.get_by_label("Title of the scene")).to_have_value("At the fence")
        expect(page.get_by_label("The words of line 2")).to_have_value("Could you look at my back?")
        expect(page.get_by_label("What you say, option 1")).to_have_value("I'm your neighbor too. Come on Monday.")
        first = page.get_by_role("article", name="option 1", exact=True)
        expect(first.get_by_text("“your neighbor too”")).to_be_visible()
        somebody.choose("Come on Monday")
        expect(page.frame_locator("iframe").get_by_text("Oh. Monday, then.")).to_be_visible()
        page.get_by_role("tab", name="Map").click()
        expect(page.locator(".map").get_by_role("button", name=re.compile("^On the lawn"))).to_be_visible()
        somebody.saved()
        assert "# not known as a move: juggles ducks" in somebody.text("over-the-fence.yaml")


def test_what_only_has_the_name_of_a_word_file_is_refused_with_a_sentence(
    browser: Any,  # noqa: F811
    shared_studio: SharedStudio,
) -> None:
    with begins(browser, shared_studio) as somebody:
        brought(somebody, "my draft.docx", b"no draft at all")
        expect(somebody.page.get_by_role("alert").first).to_contain_text("my draft.docx")
        expect(somebody.page.get_by_role("heading", name="Write a scenario")).to_be_visible()


def test_a_portrait_of_ones_own_is_put_beside_the_file_described_and_played(
    browser: Any,  # noqa: F811
    shared_studio: SharedStudio,
    tmp_path: Path,
) -> None:
    mara = tmp_path / "Aunt Mara.png"
    picture(mara, (300, 360), RED)
    with at_the_desk(browser, shared_studio) as somebody:
        page = somebody.page
        page.get_by_role("button", name="People").first.click()
        page.get_by_role("button", name="The portrait of Ines Duarte").click()
        page.get_by_label("Your own picture of somebody …").set_input_files(mara)
        expect(page.get_by_role("button", name="The portrait of Ines Duarte: aunt-mara. Change it.")).to_be_visible()
        expect(page.locator("button.portrait img")).to_be_visible()
        page.get_by_label("What your picture shows").fill("A woman of sixty with grey plaits.")
        somebody.saved()
        text = somebody.text()
        assert "portrait: aunt-mara" in text
        assert "aunt-mara: A woman of sixty with grey plaits." in text
        assert somebody.file.with_suffix(".media").joinpath("portraits/aunt-mara.png").exists()
        expect(page.frame_locator("iframe").locator("img").first).to_be_attached()
        page.get_by_role("button", name="The portrait of Ines Duarte").click()
        page.get_by_label("Your own picture of somebody …").set_input_files(Path("pyproject.toml"))
        expect(page.get_by_text("This picture cannot be used")).to_be_attached()
