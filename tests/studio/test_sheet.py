"""Tabs, the form and the disk around one open file."""

from __future__ import annotations

import itertools
from pathlib import Path
from threading import Event
from typing import Any

import pytest

pytest.importorskip("starlette")

from game.scenario.spans import parts
from game.studio import reading
from game.studio.sheet import Tab
from game.studio.view import _Places
from tests.studio.a_studio import AStudio, until
from tests.support.patience import PATIENCE


@pytest.fixture
def studio(tmp_path: Path) -> AStudio:
    folder = tmp_path / "mine"
    folder.mkdir()
    return AStudio(folder)


def test_what_is_typed_is_told_to_the_other_tab_and_saved(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as one, studio.tab(client) as two:
        text = until(one, "hello")["text"]
        until(two, "hello")
        at = text.index("Over the Fence")
        one.send_json({"type": "text", "base": 0, "changes": [{"from": at, "to": at + 4, "insert": "At 😀"}]})
        assert until(one, "ack")["revision"] == 1
        told = until(two, "changes")
        assert told["changes"] == [{"from": at, "to": at + 4, "insert": "At 😀"}]
        until(one, "saved", state="saved")
        assert studio.file.read_text("utf-8") == text[:at] + "At 😀" + text[at + 4 :]


def test_two_tabs_that_type_at_once_at_different_places_both_keep_it(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as one, studio.tab(client) as two:
        text = until(one, "hello")["text"]
        until(two, "hello")
        one.send_json({"type": "text", "base": 0, "changes": [{"from": 0, "to": 0, "insert": "# one 😀\n"}]})
        until(one, "ack")
        end = len(text)
        two.send_json({"type": "text", "base": 0, "changes": [{"from": end, "to": end, "insert": "# two\n"}]})
        assert until(one, "changes")["changes"] == [{"from": end + 9, "to": end + 9, "insert": "# two\n"}]
        until(one, "saved", state="saved")
        assert studio.file.read_text("utf-8") == f"# one 😀\n{text}# two\n"


def test_two_tabs_that_type_at_the_same_place_begin_again_from_one_text(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as one, studio.tab(client) as two:
        until(one, "hello")
        until(two, "hello")
        one.send_json({"type": "text", "base": 0, "changes": [{"from": 5, "to": 9, "insert": "x"}]})
        until(one, "ack")
        two.send_json({"type": "text", "base": 0, "changes": [{"from": 7, "to": 7, "insert": "y"}]})
        assert until(two, "hello")["revision"] == 1


@pytest.mark.parametrize(
    "changes",
    [None, [7], [{}], [{"from": 5, "to": 2, "insert": ""}], [{"from": 0, "to": 10**9, "insert": ""}]],
)
def test_what_is_no_change_changes_nothing(studio: AStudio, changes: object) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        tab.send_json({"type": "text", "base": 0, "changes": changes})
        assert until(tab, "hello")["text"] == text


def test_a_view_tells_the_data_the_places_and_the_problems(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        at = text.index("goto: ") + 6
        end = text.index("\n", at)
        tab.send_json({"type": "text", "base": 0, "changes": [{"from": at, "to": end, "insert": "nowhere"}]})
        view = until(tab, "view", revision=1)
        (problem,) = [one for one in view["problems"] if one["code"] == "unknown-target"]
        assert (problem["from"], problem["to"]) == (at, at + 7)
        assert problem["pointer"].endswith("/options/0/goto")
        assert problem["scene"] == "the-fence"
        begin, end = view["spots"]["/nodes/the-fence/options/0"]
        assert begin < at < end


def test_a_broken_text_keeps_the_last_good_data_and_offers_the_mend(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        until(tab, "view")
        at = text.index("title: ")
        tab.send_json({"type": "text", "base": 0, "changes": [{"from": at + 5, "to": at + 7, "insert": " "}]})
        view = until(tab, "view", revision=1)
        assert view["broken"]["line"] == text[:at].count("\n") + 1
        assert view["data"]["title"] == "Over the Fence"
        (fix,) = view["broken"]["fixes"]
        tab.send_json({"type": "text", "base": 1, "changes": fix["changes"]})
        assert until(tab, "view", revision=2)["broken"] is None


def test_a_forms_edit_changes_the_text_in_every_tab_and_says_which_edit_it_was(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as one, studio.tab(client) as two:
        text = until(one, "hello")["text"]
        until(two, "hello")
        at = text.index("Over the Fence")
        edit = {"op": "set", "path": ["title"], "value": "Over the Wall"}
        one.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 7})
        told = until(one, "changes", by="form")
        assert told["id"] == 7
        assert told["changes"] == [{"from": at + 9, "to": at + 14, "insert": "Wall"}]
        assert until(two, "changes", by="tab")["revision"] == 1
        one.send_json({"type": "edit", "base": 1, "edits": [{"op": "delete", "path": ["nowhere"]}], "id": 8})
        refused = until(one, "refused")
        assert refused["id"] == 8
        assert refused["why"].endswith(".")


def test_an_edit_that_comes_late_counts_where_its_place_was_left_alone(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as one, studio.tab(client) as two:
        until(one, "hello")
        until(two, "hello")
        first = {"op": "set", "path": ["title"], "value": "Over the Wall"}
        one.send_json({"type": "edit", "base": 0, "edits": [first], "id": 1})
        until(one, "changes", id=1)
        two.send_json({"type": "edit", "base": 0, "edits": [first | {"path": ["question"]}], "id": 2})
        assert until(two, "changes", id=2)["revision"] == 2
        two.send_json({"type": "edit", "base": 0, "edits": [first | {"value": "Mine"}], "id": 3})
        assert "changed elsewhere" in until(two, "refused", id=3)["why"]


def test_a_file_changed_outside_is_loaded_again_in_every_tab(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        studio.file.write_text(text.replace("Over the Fence", "Under it"), "utf-8")
        client.portal.call(studio.look)
        assert until(tab, "changes")["by"] == "outside"
        until(tab, "saved", state="saved")
        assert studio.sheet.buffer.text == studio.file.read_text("utf-8")


def test_what_is_typed_just_after_an_outside_change_is_said_to_be_saved(studio: AStudio) -> None:
    async def told() -> list[dict[str, Any]]:
        tab, sheet = Tab(), studio.sheet
        sheet.enter(tab)
        sheet.meet_outside()
        sheet.meet_outside()  # from here on a saving is on its way, though all is saved
        sheet.replace(sheet.buffer.text + "# typed\n", "form")
        await sheet.save()
        return [tab.waiting.get_nowait() or {} for _each in range(tab.waiting.qsize())]

    with studio.browser() as client, studio.tab(client) as tab:
        studio.file.write_text(until(tab, "hello")["text"].replace("Over the Fence", "Under it"), "utf-8")
        messages = client.portal.call(told)
    typed = next(n for n, message in enumerate(messages) if message.get("by") == "form")
    assert [message["state"] for message in messages[typed:] if message["type"] == "saved"] == ["saving", "saved"]
    assert studio.file.read_text("utf-8").endswith("# typed\n")


def test_changes_of_different_lines_here_and_outside_are_put_together(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        studio.file.write_text(text.replace("Over the Fence", "Under it"), "utf-8")
        tab.send_json({"type": "text", "base": 0, "changes": [{"from": len(text), "to": len(text), "insert": "# x\n"}]})
        until(tab, "changes", by="outside")
        until(tab, "saved", state="saved")
        assert studio.file.read_text("utf-8") == text.replace("Over the Fence", "Under it") + "# x\n"


@pytest.mark.parametrize("answer", ["mine", "theirs", "both"])
def test_where_both_changed_a_line_the_author_is_asked_and_nothing_is_lost(studio: AStudio, answer: str) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        theirs = text.replace("Over the Fence", "Under it")
        studio.file.write_text(theirs, "utf-8")
        edit = {"op": "set", "path": ["title"], "value": "Mine"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        assert until(tab, "outside")["name"] == "mine.yaml"
        assert "Decide" in until(tab, "saved", state="unsaved")["why"]
        assert studio.file.read_text("utf-8") == theirs
        mine = studio.sheet.buffer.text
        client.portal.call(studio.sheet.save)
        aside = studio.folder / "mine-not-saved.yaml"
        assert aside.read_text("utf-8") == mine  # so that a kill takes nothing while the author thinks
        tab.send_json({"type": answer})
        until(tab, "saved", state="saved")
        assert studio.file.read_text("utf-8") == (theirs if answer == "theirs" else mine)
        beside = studio.folder / "mine-theirs.yaml"
        assert (beside.read_text("utf-8") if beside.exists() else None) == (theirs if answer == "both" else None)
        copies = [studio.sheet.file.version(name) for name in studio.sheet.file.versions()]
        assert {text, theirs, mine if answer == "theirs" else theirs} <= set(copies)
        assert not aside.exists()


def test_a_disk_that_takes_nothing_is_told_and_tried_again(studio: AStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        until(tab, "hello")
        save, full = studio.sheet.file.save, [OSError(28, "No space left on device")]

        def sometimes(text: str) -> object:
            if full:
                raise full.pop()
            return save(text)

        monkeypatch.setattr(studio.sheet.file, "save", sometimes)
        tab.send_json({"type": "text", "base": 0, "changes": [{"from": 0, "to": 0, "insert": "# x\n"}]})
        assert "No space" in until(tab, "saved", state="unsaved")["why"]
        until(tab, "saved", state="saved")
        assert studio.file.read_text("utf-8").startswith("# x\n")


def test_two_lines_of_one_scene_changed_in_two_tabs_at_one_moment_both_count(studio: AStudio) -> None:
    lines = ["nodes", "the-fence", "lines"]
    with studio.browser() as client, studio.tab(client) as one, studio.tab(client) as two:
        until(one, "hello")
        until(two, "hello")
        for tab, at, words in ((one, 0, "Rain on the fence."), (two, 1, {"ines": "Can you spare a minute?"})):
            edit = {"op": "set", "path": [*lines, at], "value": words}
            tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": at})
            until(tab, "changes", id=at)
        shorter = {"op": "delete", "path": [*lines, 2]}
        two.send_json({"type": "edit", "base": 0, "edits": [shorter], "id": 5})
        assert "changed elsewhere" in until(two, "refused", id=5)["why"]
    assert "Rain on the fence." in studio.sheet.buffer.text
    assert "Can you spare a minute?" in studio.sheet.buffer.text


def putting_aside_slowly(studio: AStudio, monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Lets what is put aside wait; returns what is set once it waits, and what lets it go on."""
    put_aside, waits, goes_on = studio.sheet.file.put_aside, Event(), Event()

    def slowly(text: str) -> None:
        waits.set()
        assert goes_on.wait(PATIENCE)
        put_aside(text)

    monkeypatch.setattr(studio.sheet.file, "put_aside", slowly)
    return waits, goes_on


def changed_by_two(studio: AStudio, tab: Any, text: str) -> dict[str, Any]:
    """Lets another program and the author change the title; returns the author's edit once they are asked."""
    studio.file.write_text(text.replace("Over the Fence", "Theirs"), "utf-8")
    edit = {"op": "set", "path": ["title"], "value": "Mine"}
    tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
    until(tab, "outside")
    return edit


def test_an_answer_that_comes_while_ours_is_put_aside_counts(studio: AStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answered = putting_aside_slowly(studio, monkeypatch)
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        changed_by_two(studio, tab, text)
        assert asked.wait(PATIENCE)
        tab.send_json({"type": "mine"})
        until(tab, "saved", state="saving")
        answered.set()
        until(tab, "saved", state="saved")
    assert studio.file.read_text("utf-8") == text.replace("Over the Fence", "Mine")
    assert not (studio.folder / "mine-not-saved.yaml").exists()


def test_what_is_typed_while_ours_is_put_aside_is_put_aside_too(
    studio: AStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, typed = putting_aside_slowly(studio, monkeypatch)

    async def saving_is_over() -> None:
        assert studio.sheet._saving is not None
        await studio.sheet._saving

    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        edit = changed_by_two(studio, tab, text)
        assert asked.wait(PATIENCE)
        tab.send_json({"type": "edit", "base": 1, "edits": [edit | {"value": "Mine, and more"}], "id": 2})
        until(tab, "changes", id=2)
        typed.set()
        client.portal.call(saving_is_over)
        aside = (studio.folder / "mine-not-saved.yaml").read_text("utf-8")
        assert aside == text.replace("Over the Fence", "Mine, and more")


def test_what_asked_no_longer_stands_in_the_way_is_saved(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        studio.file.write_text(text.replace("Over the Fence", "Theirs"), "utf-8")
        edit = {"op": "set", "path": ["title"], "value": "Mine"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        until(tab, "outside")
        client.portal.call(studio.sheet.save)
        studio.file.write_text(text + "# theirs\n", "utf-8")  # they took it back, and wrote elsewhere
        client.portal.call(studio.look)
        until(tab, "saved", state="saved")
    assert studio.file.read_text("utf-8") == text.replace("Over the Fence", "Mine") + "# theirs\n"


def test_a_file_that_is_no_text_any_more_is_not_written_over(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        studio.file.write_bytes(b"\xff\xfe not ours")
        edit = {"op": "set", "path": ["title"], "value": "Mine"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        assert "UTF-8" in until(tab, "saved", state="unsaved")["why"]
        client.portal.call(studio.sheet.save)
        assert studio.file.read_bytes() == b"\xff\xfe not ours"
        aside = studio.folder / "mine-not-saved.yaml"
        assert aside.read_text("utf-8") == studio.sheet.buffer.text
        studio.file.write_text(text, "utf-8")
        until(tab, "saved", state="saved")
        assert studio.file.read_text("utf-8") == studio.sheet.buffer.text
        assert not aside.exists()


def test_a_program_that_never_stops_writing_is_told_and_nothing_is_lost(
    studio: AStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = itertools.count()
    usual = studio.sheet.file._looks
    with studio.browser() as client, studio.tab(client) as tab:
        until(tab, "hello")
        monkeypatch.setattr(studio.sheet.file, "_looks", lambda: next(looks))
        edit = {"op": "set", "path": ["title"], "value": "Mine"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        assert "keeps writing" in until(tab, "saved", state="unsaved")["why"]
        monkeypatch.setattr(studio.sheet.file, "_looks", usual)
        until(tab, "saved", state="saved")
        assert studio.file.read_text("utf-8") == studio.sheet.buffer.text


def test_a_comment_above_a_line_is_offered_only_where_it_is_none_of_the_words() -> None:
    text = """
nodes:
  a:
    lines:
    - |
      words
      more
    - plain
      goes on
    options: [
      one,
      'two
      three']
"""
    whole = parts(text)
    assert whole is not None
    places, lines = _Places(text, whole), text.splitlines(keepends=True)
    refused = [number for number in range(1, len(lines) + 1) if not places.takes_a_comment(number)]
    assert [lines[number - 1].strip() for number in refused] == ["words", "more", "goes on", "three']"]
    for number in set(range(1, len(lines) + 1)) - set(refused):
        line = lines[number - 1]
        indent = " " * (len(line) - len(line.lstrip(" ")))
        commented = "".join([*lines[: number - 1], f"{indent}# allow this: reason\n", *lines[number - 1 :]])
        assert reading.document(commented).data == reading.document(text).data, number
