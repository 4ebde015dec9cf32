"""What an author does on the studio's page, in a real browser: write in the form, see it in the text, play it."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytest.importorskip("starlette")

from game.locations import catalogue_of
from game.serving import listening
from tests.studio.a_page import Author, SharedStudio, a_page, at_the_first_screen
from tests.support.browsing import axe, browser, expect  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_a_scenario_begun_from_a_card_lies_in_the_authors_folder_under_its_title(
    browser: Any,  # noqa: F811
    shared_studio: SharedStudio,
) -> None:
    with at_the_first_screen(browser, shared_studio.first_screen, shared_studio.folder) as somebody:
        somebody.begin("Two roles at once", "Around the Corner")
        somebody.saved()
        assert 'title: "Around the Corner"' in somebody.text("around-the-corner.yaml")
        expect(somebody.page.get_by_label("Title of the scene")).to_have_value("")


def test_what_is_typed_in_the_form_stands_in_the_text_and_all_else_stays(desk: Author) -> None:
    before = desk.text().splitlines()
    desk.page.get_by_label("The words of line 1").fill("Rain: on the fence, and on you.")
    desk.saved()
    after = desk.text().splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.strip() for _old, new in changed] == ['- "Rain: on the fence, and on you."']


def test_one_undo_takes_back_one_edit_of_the_form(desk: Author) -> None:
    desk.page.evaluate("Date.now = () => 0")  # a pause ends a step: a busy machine makes none
    before = desk.text()
    words = desk.page.get_by_label("The words of line 1")
    words.click()
    words.press("End")
    words.press_sequentially(" The gate squeaks, as it always has.")
    desk.saved()
    desk.page.get_by_role("group", name="line 2").get_by_label("Who speaks").select_option("narration")
    desk.saved()
    assert desk.text() != before
    desk.page.keyboard.press("Control+z")
    desk.saved()
    assert "The gate squeaks, as it always has." in desk.text()
    desk.page.keyboard.press("Control+z")
    desk.saved()
    assert desk.text() == before


def test_what_is_typed_in_the_text_stands_in_the_form(desk: Author) -> None:
    desk.page.get_by_role("button", name="Text", exact=True).click()
    desk.page.get_by_label("The scenario as text").click()
    desk.page.keyboard.press("Control+f")
    desk.page.keyboard.type("Can I ask you something?")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.type("May I ask you a thing?")
    desk.page.get_by_role("button", name="Form", exact=True).click()
    line = desk.page.get_by_label("The words of line 2")
    expect(line).to_have_value("May I ask you a thing? You can say no.")


def test_a_reload_keeps_the_file_and_what_was_written(desk: Author) -> None:
    desk.page.get_by_label("The words of line 1").fill("Fog on the fence.")
    desk.saved()
    desk.page.reload()
    expect(desk.page.get_by_label("The words of line 1")).to_have_value("Fog on the fence.")


def test_an_option_gets_its_words_and_what_they_do(desk: Author) -> None:
    page = desk.page
    page.get_by_role("button", name="+ option").click()
    words = page.get_by_label("What you say, option 4")
    words.fill("It is odd, you being my neighbor. Let us find a time on Monday.")
    words.evaluate("element => element.setSelectionRange(0, 32)")
    page.get_by_role("article", name="option 4").get_by_role("button", name="+ what these words do").click()
    page.get_by_label("Search").fill("two relationships")
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^states both hats")).click()
    desk.saved()
    assert 'names_dual_role: "It is odd, you being my neighbor' in desk.text()


def test_a_broken_text_says_which_line_to_mend_and_the_form_waits(desk: Author) -> None:
    page = desk.page
    page.get_by_role("button", name="Text", exact=True).click()
    page.get_by_label("The scenario as text").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("title: [")
    page.get_by_role("heading", name="Mend line 1 first").wait_for()
    page.get_by_role("button", name="Form", exact=True).click()
    page.get_by_role("heading", name="Mend line 1 first").wait_for()
    page.keyboard.press("Control+z")
    page.get_by_role("heading", name="Mend line 1 first").wait_for(state="detached")


@pytest.mark.parametrize("theme", ["calm", "dark", "contrast"])
def test_axe_finds_nothing_serious(desk: Author, axe: str, theme: str) -> None:  # noqa: F811
    page = desk.page
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    found = []
    for tab in ("Map", "Problems", "Figures", "Play"):
        page.get_by_role("tab", name=tab).click()
        found += serious(page, axe)
    assert found == []
    assert [told for told in desk.complaints if "404" not in told] == []


@pytest.mark.parametrize("theme", ["calm", "contrast"])
def test_axe_finds_nothing_serious_wherever_one_writes(desk: Author, axe: str, theme: str) -> None:  # noqa: F811
    page = desk.page
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    opening = {
        "scene:the-fence": page.get_by_role("button", name="+ what these words do").first,
        "people": page.get_by_role("button", name="The portrait of"),
        "bonds": page.get_by_role("button", name="+ break in the bond"),
        "after": page.get_by_role("button", name="Send"),
        "about": page.get_by_role("button", name="+ words that change", include_hidden=True),
    }
    found: list[str] = []
    for place, opens in opening.items():
        page.get_by_label("What is written").select_option(place)
        for fold in page.locator("details.fold > summary").all():
            if fold.is_visible():
                fold.click()
        found += serious(page, axe)
        opens.click()
        found += serious(page, axe)
        page.keyboard.press("Escape")
    for tab in ("Map", "Problems"):
        page.get_by_role("tab", name=tab).click()
        found += serious(page, axe)
    assert found == []


def serious(page: Any, axe: str) -> list[str]:  # noqa: F811
    """Returns what axe finds that hinders somebody."""
    page.evaluate(axe)
    rules = page.evaluate("axe.run(document, {iframes: false}).then(told => told.violations)")
    return [f"{rule['id']}: {node['html'][:120]}" for rule in rules if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"][:3]]  # fmt: skip


def test_the_play_beside_follows_an_edit_and_keeps_its_place(desk: Author) -> None:
    page, play = desk.page, desk.page.frame_locator("iframe")
    desk.choose("let's set a time at my clinic")
    play.get_by_text("So not now.").wait_for()
    page.get_by_role("article", name="option 3").locator("summary").first.click()
    page.get_by_label("The words of answer 1 to option 3").fill("Monday? I can wait till Monday.")
    play.get_by_text("Monday? I can wait till Monday.").wait_for()
    expect(page.get_by_text(re.compile("Choices made: 1"))).to_be_visible()
    page.get_by_role("button", name="Back", exact=True).click()
    play.get_by_role("button", name=re.compile("let's set a time at my clinic")).wait_for()


def test_form_text_and_play_number_the_options_alike(desk: Author) -> None:
    page = desk.page
    expect(page.frame_locator("iframe").locator("button.option")).to_have_count(3)
    played = page.frame_locator("iframe").locator("button.option").all_inner_texts()
    form = [page.get_by_label(f"What you say, option {n}").input_value() for n in (1, 2, 3)]
    desk.saved()
    text = desk.text()
    assert [words in shown for words, shown in zip(form, played, strict=True)] == [True] * 3
    assert sorted(form, key=text.index) == form


def test_an_option_that_is_not_offered_now_takes_no_number_from_the_next(desk: Author) -> None:
    desk.saved()
    mark = "      - id: make-light\n"
    desk.file.write_text(desk.text().replace(mark, f"{mark}        when: {{has: [looked-at-home]}}\n"), "utf-8")
    play = desk.page.frame_locator("iframe")
    expect(play.locator("button.option .number")).to_have_text(["1", "3"])
    while not play.get_by_text("So not now.").count():  # a key that comes too soon after the options does nothing
        play.locator("button.option").evaluate_all("found => found[0]?.focus()")
        desk.page.keyboard.press("3")


def test_what_is_stale_in_a_translation_stands_where_it_is_sent(desk: Author) -> None:
    desk.saved()
    there = catalogue_of(desk.file, "es", ".po")
    there.parent.mkdir(parents=True)
    there.write_text('msgctxt "title"\nmsgid "An Old Title"\nmsgstr "Un título"\n', "utf-8")
    desk.page.get_by_role("button", name="Send", exact=True).click()
    desk.page.get_by_text(re.compile("^Spanish: 0 of")).click()
    expect(desk.page.get_by_text("The original has changed: “Across the Road”")).to_be_visible()


def test_what_a_help_text_is_made_of_runs_nothing(desk: Author) -> None:
    desk.saved()
    bad = "'<img src=x onerror=\"window.ran = 1\"> Ines Duarte'"
    desk.file.write_text(desk.text().replace("name: Ines Duarte", f"name: {bad}"), "utf-8")
    page = desk.page
    desk.open_text()
    page.get_by_text("onerror").first.wait_for()
    page.locator(".cm-line", has_text="client: ines").get_by_text("ines").last.hover()
    help_text = page.locator(".cm-tooltip").filter(has_text="Ines Duarte")
    help_text.wait_for()
    assert (help_text.locator("img").count(), page.evaluate("window.ran")) == (0, None)


def test_a_box_of_the_map_leads_to_its_scene_by_mouse_and_by_keys(desk: Author) -> None:
    page = desk.page
    page.get_by_role("tab", name="Map").click()
    page.get_by_role("button", name=re.compile("^The visit")).click()
    expect(page.get_by_label("What is written")).to_have_value("scene:the-visit")
    page.get_by_role("button", name=re.compile("^The visit")).press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_label("What is written")).to_have_value("scene:the-price")


def test_an_arrow_of_the_map_leads_its_options_elsewhere(desk: Author) -> None:
    page = desk.page
    page.get_by_role("tab", name="Map").click()
    page.get_by_role("button", name=re.compile("^From The fence to The price")).press("Enter")
    page.get_by_role("dialog").get_by_label("then it goes to").first.select_option("the-visit")
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_role("button", name=re.compile("^From The fence to The visit")).wait_for()


def test_a_scene_is_deleted_only_when_it_is_said_where_its_ways_should_lead(desk: Author) -> None:
    page = desk.page
    page.get_by_label("What is written").select_option("scene:the-price")
    page.get_by_text("More of this scene").click()
    page.get_by_role("button", name="Delete this scene …").click()
    expect(page.get_by_role("button", name="Delete it")).to_be_disabled()
    page.get_by_label("They should go to").select_option("the-visit")
    page.get_by_role("button", name="Delete it").click()
    desk.saved()
    text = desk.text()
    assert ("the-price" in text, text.count("goto: the-visit")) == (False, 3)


def test_the_page_opens_at_the_address_of_ipv6_too_and_keeps_its_line(
    browser: Any,  # noqa: F811
    shared_studio: SharedStudio,
) -> None:
    try:
        listening("::1", 0).close()
    except OSError:
        pytest.skip("this system has no address of IPv6")
    with a_page(browser, shared_studio.desk(shared_studio.begun()).replace("127.0.0.1", "[::1]")) as page:
        page.get_by_label("The words of line 1").fill("Fog on the fence.")
        page.get_by_text("Saved", exact=True).wait_for()
        page.frame_locator("iframe").get_by_text("Fog on the fence.").wait_for()


def test_a_warning_is_left_for_a_reason_and_taken_back(desk: Author) -> None:
    page = desk.page
    before = re.sub("(?m)^ +instead: I would like to help.*\n", "", desk.text())
    desk.file.write_text(before, "utf-8")
    page.get_by_role("tab", name=re.compile("^Problems")).click()
    warning = page.get_by_role("listitem").filter(has_text="Another line to try")
    warning.get_by_role("button", name="Leave it, and say why …").click()
    page.get_by_label("Why is it right for your story?").fill("there is no kinder line here")
    page.keyboard.press("Enter")
    left = page.get_by_text("Left as it is, for a reason")
    left.click()
    expect(warning).to_contain_text("there is no kinder line here")
    desk.saved()
    new = [line for line in desk.text().splitlines() if line not in before.splitlines()]
    assert [line.strip() for line in new] == ["# allow missing-instead: there is no kinder line here"]
    warning.get_by_role("button", name="Take this back").click()
    expect(warning.get_by_role("button", name="Leave it, and say why …")).to_be_visible()
    expect(left).to_have_count(0)
    desk.saved()
    assert desk.text() == before
