"""Drafts from Word, Excel, Twine and shared files: what becomes of them, and what is said of what was not certain."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("docx")
pytest.importorskip("openpyxl")

import docx
import openpyxl

from game import locations
from game.app.library import Library
from game.author.parcel import packed
from game.author.translate import brought_up_to_date, of_scenario
from game.errors import GameError
from game.locations import catalogue_of
from game.rubric.load import load_file, usable
from game.rubric.model import Rubric
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.studio.bring.anything import bring
from tests.studio.a_studio import AStudio, until

LINES = [("Who", "How", "Words"), ("", "", "Rain on the window."), ("Ines", "worried", "Could you look at my back?")]
OPTIONS = [
    ("You say", "Moves", "Answer", "Feedback", "Goes to"),
    ("I'm your neighbor too. Come on Monday.", 'names dual role: "your neighbor too"; sets frame', "Oh. Monday, then.",
     "You named both.", "Monday"),
    ("Sure, lie down here.", "skips frame, juggles ducks", "Ines (relieved): Great.\nYou're kind.", "",
     "END poor: On the lawn"),
]  # fmt: skip


@cache
def the_rubric() -> Rubric:
    return usable(load_file(locations.RUBRIC))


def a_word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Over the Fence", 0)
    document.add_paragraph("You are a massage therapist.")
    document.add_heading("At the fence", 1)
    document.add_paragraph("Place: café. Rules: social")
    for rows in (LINES, OPTIONS):
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    document.add_heading("Monday", 1)
    document.add_paragraph("She is on time.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def an_excel_file(*rows: tuple[str, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def played(data: bytes) -> Scenario:
    loaded = load_text(data.decode("utf-8"), the_rubric().moves)
    assert loaded.scenario is not None, loaded.diagnostics
    return loaded.scenario


def test_a_word_draft_becomes_scenes_people_options_and_endings() -> None:
    found = bring("draft.docx", a_word_file(), the_rubric())
    scenario = played(found.data)
    assert scenario.title == "Over the Fence"
    assert scenario.briefing == "You are a massage therapist."
    assert list(scenario.nodes) == ["at-the-fence", "monday", "on-the-lawn", "the-end"]
    first = scenario.nodes["at-the-fence"]
    assert (first.place, first.frame.value) == ("cafe", "social")
    assert [(line.speaker, line.expression.value) for line in first.lines] == [
        ("narration", "neutral"),
        ("ines", "worried"),
    ]
    assert first.options is not None
    one, two = first.options
    assert one.moves == ("names_dual_role", "sets_frame")
    assert dict(one.evidence)["names_dual_role"] == "your neighbor too"
    assert one.goto[0].to == "monday"
    assert [line.speaker for line in two.reply] == ["ines", "ines"]
    assert two.moves == ("skips_frame",)
    assert two.goto[0].to == "on-the-lawn"
    ending = scenario.nodes["on-the-lawn"].ending
    assert ending is not None
    assert ending.kind.value == "poor"


def test_a_move_that_nobody_knows_stays_as_a_note_and_is_told() -> None:
    found = bring("draft.docx", a_word_file(), the_rubric())
    assert "      # not known as a move: juggles ducks\n      - id: " in found.data.decode("utf-8")
    assert any("juggles ducks" in words for words in found.told)


def test_an_excel_draft_goes_on_with_the_scene_above_and_has_evidence_in_a_column() -> None:
    head = ("Scene", "Place", "Rules", "Who", "How", "Words", "You say", "Moves", "Evidence", "Answer", "Goes to")
    data = an_excel_file(
        head,
        ("One", "clinic desk", "theraputic", "Ben", "hopeful", "Hi.", "", "", "", "", ""),
        ("", "", "", "", "", "", "It is forty. Is that all right?", "sets frame", "It is forty", "Fine.", "Tow"),
        ("Two", "", "", "", "", "Later.", "", "", "", "", ""),
    )
    found = bring("my draft.xlsx", data, the_rubric())
    scenario = played(found.data)
    assert scenario.title == "my draft"
    one = scenario.nodes["one"]
    assert (one.place, one.frame.value) == ("clinic-desk", "therapeutic")
    assert one.options is not None
    assert one.options[0].evidence == (("sets_frame", "It is forty"),)
    assert one.options[0].goto[0].to == "two"
    assert any("Tow" in words for words in found.told)


def test_a_shared_file_and_a_twine_story_come_too() -> None:
    shared = bring("x.zip", packed(locations.scenario_files()["fine-fine"], the_rubric().moves), the_rubric())
    assert played(shared.data).title == "Fine, Fine."
    twee = ":: StoryTitle\nA Story\n\n:: Start\nRain.\n[[Go->End]]\n\n:: End\nIt ends.\n"
    assert played(bring("a.twee", twee.encode(), the_rubric()).data).title == "A Story"


def a_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"\0" * (80 * 1024 * 1024))
    return out.getvalue()


def with_entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_word_file())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                data = data.replace(
                    b"<w:document", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document', 1
                )
            new.writestr(entry, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b""),
        ("a.docx", b"no zip"),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.docx", a_bomb()),
        ("a.docx", with_entities()),
        ("a.xlsx", an_excel_file(("Name", "Age"), ("Ana", "7"))),
        ("a.xlsx", a_word_file()),
        ("a.zip", a_word_file()),
        ("a.html", b"<p>no story"),
        ("a.yaml", b"\xff\xfe"),
        ("a.exe", b"MZ"),
        ("", b""),
        ("../../x", b""),
    ],
)
def test_what_cannot_be_brought_is_told_in_a_sentence(name: str, data: bytes) -> None:
    with pytest.raises(GameError) as told:
        bring(name, data, the_rubric())
    assert str(told.value).rstrip().endswith(".")
    assert "/tmp" not in str(told.value)


@pytest.fixture
def studio(tmp_path: Path) -> AStudio:
    folder = tmp_path / "mine"
    folder.mkdir()
    return AStudio(folder)


def test_what_is_brought_opens_in_the_form(studio: AStudio) -> None:
    with studio.browser() as client:
        headers = {"x-file-name": "Mi%20borrador.docx"}
        told: dict[str, Any] = client.post("/bring", content=a_word_file(), headers=headers).json()
        with studio.tab(client, told["file"]) as tab:
            assert until(tab, "hello")["name"] == "over-the-fence.yaml"
            assert until(tab, "view")["broken"] is None


@pytest.mark.parametrize("how", ["share", "page", "scorm12", "scorm2004", "cmi5", "script"])
def test_what_is_sent_holds_what_was_typed_last(studio: AStudio, how: str) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        until(tab, "hello")
        edit = {"op": "set", "path": ["title"], "value": "Typed Last"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        until(tab, "changes")
        answer = client.post("/send", json={"file": "f1", "as": how})
        assert answer.status_code == 200, answer.text
        assert "mine." in answer.headers["content-disposition"]
        data = answer.content
        if how == "script":
            document = docx.Document(io.BytesIO(data))
            words = [paragraph.text for paragraph in document.paragraphs]
            assert words[0] == "Typed Last"
            numbered = [int(row.split("\t")[0]) for row in words if "\t" in row]
            assert numbered == list(range(1, len(numbered) + 1))
        elif how == "page":
            assert b"<title>Typed Last</title>" in data
        else:
            with zipfile.ZipFile(io.BytesIO(data)) as file:
                assert any(b"Typed Last" in file.read(name) for name in file.namelist())


def test_what_cannot_be_played_is_not_sent(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        until(tab, "hello")
        tab.send_json({"type": "edit", "base": 0, "edits": [{"op": "set", "path": ["start"], "value": "x"}], "id": 1})
        until(tab, "changes")
        for how in ("share", "page", "nothing"):
            answer = client.post("/send", json={"file": "f1", "as": how})
            assert answer.status_code == 409
            assert answer.json()["why"]


def test_a_translation_tells_what_no_longer_fits_its_original(studio: AStudio) -> None:
    with studio.browser() as client:
        asked = {"file": "f1"}
        assert client.get("/translations", params=asked).json() == {"translations": []}
        original = of_scenario(Library().scenario(str(studio.file)))
        there = catalogue_of(studio.file, "es", ".po")
        there.parent.mkdir(parents=True)
        brought_up_to_date(original, there, "es")
        text = there.read_text("utf-8")
        there.write_text(
            text.replace('"Over the Fence"\nmsgstr ""', '"By the Fence"\nmsgstr "Junto a la valla"'), "utf-8"
        )
        (found,) = client.get("/translations", params=asked).json()["translations"]
        assert (found["language"], found["stale"]) == ("es", ["“Over the Fence”"])
        assert len(found["missing"]) == found["texts"] - 1


def test_the_meaning_of_a_move_may_have_commas_and_a_part_that_only_it_has_is_enough() -> None:
    head = ("Scene", "You say", "Moves", "Evidence", "Another line", "Goes to")
    row = (
        "At the fence", "Seventy, and tea.", "says fee, time, privacy and form, simply a friend", "Seventy; tea",
        "Seventy, please.", "END good: Tea",
    )  # fmt: skip
    found = bring("draft.xlsx", an_excel_file(head, row), the_rubric())
    scenario = played(found.data)
    (made,) = scenario.nodes["at-the-fence"].options or ()
    assert dict(made.evidence) == {"sets_frame": "Seventy", "inhabits_friend_role": "tea"}
    assert made.instead == "Seventy, please."
    assert list(scenario.nodes) == ["at-the-fence", "tea"]  # and no ending that nothing leads to
