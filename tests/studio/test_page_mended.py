"""What is taken away, gone back to or not yet written on the studio's page: where the focus is, and what is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("starlette")

from PIL import Image

from tests.studio.a_page import Author
from tests.support.browsing import browser, expect  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.mark.parametrize("name", ["Settings", "Versions", "Send", "+ scene", "Where: garden, Day. Change it."])
def test_a_dialog_gives_the_focus_back_to_what_opened_it(desk: Author, name: str) -> None:
    opens = desk.page.get_by_role("button", name=name, exact=True)
    for close in ("Escape", "Enter"):
        opens.focus()
        desk.page.keyboard.press("Enter")
        dialog = desk.page.get_by_role("dialog")
        dialog.get_by_role("button", name="Close", exact=True).focus()
        desk.page.keyboard.press(close)
        expect(dialog).to_have_count(0)
        expect(opens).to_be_focused()


def test_by_keys_one_goes_on_where_something_was_taken_away(desk: Author) -> None:
    page = desk.page
    page.on("dialog", lambda asked: asked.accept())
    for name, then in (("option 2", "option 2"), ("option 2", "+ option"), ("line 4", "+ line")):
        page.get_by_role("button", name=f"Delete: {name}", exact=True).focus()
        page.keyboard.press("Enter")
        if then.startswith("+"):
            expect(page.get_by_role("button", name=then).first).to_be_focused()
        else:
            expect(page.get_by_label(f"Say or do, {then}")).to_be_focused()
    page.get_by_role("button", name="Go to The price").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What is written")).to_have_value("scene:the-price")
    expect(
        page.get_by_role("navigation", name="The scenes around this one").get_by_role("button").first
    ).to_be_focused()
    page.get_by_role("button", name="People").first.click()
    page.get_by_role("button", name="+ person").focus()
    page.get_by_label("What is written").select_option("bonds")
    expect(page.get_by_label("What happened between you")).to_be_focused()  # and not what would delete the break


def test_what_only_holds_a_place_is_written_over(desk: Author) -> None:
    page = desk.page
    page.get_by_role("button", name="+ scene").click()
    page.keyboard.type("The shed")
    page.keyboard.press("Enter")
    page.get_by_label("The words of line 1").click()
    page.keyboard.type("Rakes, and a kettle.")
    page.get_by_label("What is written").select_option("bonds")
    page.get_by_role("button", name="+ break in the bond").click()
    page.keyboard.type("talked over")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name="talked over").get_by_label("What happened between you")).to_be_focused()
    page.keyboard.type("You did not let her end.")
    desk.saved()
    assert "- Rakes, and a kettle.\n" in desk.text().replace('"', "")
    assert "what: You did not let her end." in desk.text().replace('"', "")


A_KEY_AT_ONCE = """async () => {
    [...document.querySelectorAll("dialog button")].find((one) => one.textContent === "Make it").click();
    const field = () => document.activeElement?.closest("article")?.querySelector("textarea");
    while (!field()) await Promise.resolve();  // no frame is drawn, no timer runs
    field().value = "You did not let her end.";
    field().dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""


def test_a_key_that_comes_before_a_new_field_is_drawn_is_not_lost(desk: Author) -> None:
    page = desk.page
    page.get_by_label("What is written").select_option("bonds")
    page.get_by_role("button", name="+ break in the bond").click()
    page.keyboard.type("talked over")
    page.evaluate(A_KEY_AT_ONCE)
    desk.saved()
    assert "what: You did not let her end." in desk.text().replace('"', "")


def test_going_back_to_a_version_is_one_step_to_undo(desk: Author) -> None:
    page, before = desk.page, desk.text()
    page.get_by_label("The words of line 1").fill("Fog on the fence.")
    desk.saved()
    now = desk.text()
    page.get_by_role("button", name="Versions").click()
    version = page.get_by_role("dialog").get_by_role("listitem")
    expect(version).to_have_text(re.compile(r"^\w+ \d+, \d{4}, \d+:\d\d:\d\d.[AP]M · 2 lines changed since"))
    version.get_by_role("button", name="Go back to this").click()
    expect(page.get_by_label("The words of line 1")).not_to_have_value("Fog on the fence.")
    desk.saved()
    assert desk.text() == before
    page.keyboard.press("Control+z")
    expect(page.get_by_label("The words of line 1")).to_have_value("Fog on the fence.")
    desk.saved()
    assert desk.text() == now


def test_a_problem_speaks_as_the_form_does_and_leads_to_what_is_missing(desk: Author) -> None:
    page = desk.page
    text = re.sub(r"(?s)\ndiscussion:.*?(?=\n\w|\Z)", "", desk.text())
    desk.file.write_text(text.replace("sets: looked-at-home", "sets: [looked-at-home, thumbs-on-her-spine]"), "utf-8")
    page.get_by_role("tab", name=re.compile("^Problems")).click()
    problems = page.get_by_role("listitem")
    unread = problems.filter(has_text="and nothing asks for it")
    expect(unread).to_contain_text("sets “thumbs on her spine”, and nothing asks for it. Ask for it in a “only if”")
    problems.filter(has_text="holds no question").get_by_role("button", name="Go there").click()
    expect(page.get_by_label("What is written")).to_have_value("after")
    expect(page.get_by_role("group", name="Questions for the class").get_by_role("button")).to_be_focused()


def test_a_break_that_options_open_is_deleted_only_when_that_is_said(desk: Author) -> None:
    page = desk.page
    asked: list[str] = []
    page.on("dialog", lambda shown: (asked.append(shown.message), shown.dismiss()))
    page.get_by_label("What is written").select_option("bonds")
    page.get_by_role("button", name="Delete: laughed off").click()
    expect(page.get_by_role("article", name="laughed off")).to_be_visible()
    assert [told for told in asked if "You'll live, I'm sure" in told and "That was no help" in told] == asked != []


def test_an_option_leads_to_the_breaks_where_there_is_none_yet(desk: Author) -> None:
    page = desk.page
    desk.file.write_text(
        re.sub("(?m)^.*laughed-off.*\n(?: +ines: Forget.*\n)?|^ruptures:.*\n", "", desk.text()), "utf-8"
    )
    option = page.get_by_role("article", name="option 1")
    option.get_by_text("What it leaves behind").click()
    option.get_by_role("button", name=re.compile("Breaks and repairs")).click()
    expect(page.get_by_label("What is written")).to_have_value("bonds")


def test_a_photo_is_made_into_a_picture_that_the_game_shows(desk: Author, tmp_path: Path) -> None:
    photo = tmp_path / "Mara in May.jpg"
    Image.new("RGB", (3000, 2000), (200, 40, 40)).save(photo)
    page = desk.page
    page.get_by_role("button", name="Where:").click()
    page.get_by_label("Your own picture of a place …").set_input_files(photo)
    expect(page.get_by_label("What your picture shows")).to_be_visible()
    (made,) = desk.file.with_suffix(".media").glob("places/mara-in-may.*")
    with Image.open(made) as shown:
        assert (shown.format, shown.size) == ("WEBP", (1600, 1067))


def test_a_word_on_the_map_is_cut_nowhere(desk: Author) -> None:
    page = desk.page
    page.get_by_role("tab", name="Map").click()
    boxes = page.locator(".map .box.ending")
    for box in boxes.all():
        label = box.get_attribute("aria-label").split(", ", 1)[1]
        shown = " ".join(row.text_content() for row in box.locator(".small").all())
        assert shown in (label, f"{shown.removesuffix(' …')} …")
