"""What stands on a screen in words: each kind of part, when it is read and when the focus comes to it."""

from __future__ import annotations

import pytest

from game.window.charts.gauge import Gauge
from game.window.input.commands import Back
from game.window.toolkit.boxes import Column
from game.window.toolkit.controls import Button, Card, OptionButton
from game.window.toolkit.field import TextField, TypedText
from game.window.toolkit.widgets import Divider, Space, Text, Widget
from game.window.voice.sentences import announced, ended, focused, label, reading, spoken


def both(widget: Widget, count: int = 0) -> tuple[str, str]:
    part = spoken(widget, count)
    assert part is not None
    return reading(part), focused(part)


def chip(chosen: bool) -> Button:
    button = Button("150 %", Back(), kind="chip", chosen=chosen)
    button.group = "Text size"
    return button


def line(words: str, speaker: str) -> Text:
    text = Text(words)
    text.says = speaker
    return text


@pytest.mark.parametrize(
    ("widget", "told"),
    [
        (Button("Continue", Back()), "Continue, button."),
        (chip(True), "Text size: 150 %, chosen."),
        (chip(False), "Text size: 150 %, not chosen."),
        (OptionButton(2, "“Let us talk.”"), "2 of 4: “Let us talk.”"),
        (
            OptionButton(3, "Hug her", "You would have to ask first"),
            "3 of 4: Hug her. Closed: You would have to ask first.",
        ),
        (Card([Text("A title", "heading"), Text("Two words")], Back(), "a"), "A title. Two words, button."),
        (TextField("own", "What would you say?", TypedText()), "What would you say? Text field, empty."),
        (TextField("own", "Your name", TypedText("Ada")), "Your name. Text field, Ada."),
    ],
)
def test_the_focus_says_what_a_thing_is_and_how_it_stands(widget: Widget, told: str) -> None:
    assert both(widget, 4)[1] == told


@pytest.mark.parametrize(
    ("widget", "told"),
    [
        (Text("Settings", "title"), "Settings."),
        (line("Hi, it is me!", "Dana"), "Dana: Hi, it is me!"),
        (line("Rain on the window", ""), "Rain on the window."),
        (OptionButton(1, "Say nothing"), "1: Say nothing."),
        (OptionButton(3, "Hug her", "You would have to ask first"), "3: Hug her. Closed: You would have to ask first."),
        (TextField("own", "What would you say?", TypedText("Hm")), "What would you say? Text field."),
        (Gauge("Shared power", 77.4, 50.0), "Shared power: 77 of 100; chance: 50."),
        (Gauge("Role held", None, None), "Role held: not tested."),
        (
            Gauge("Role held", 80.0, None, other=("the first path", 40.0)),
            "Role held: 80 of 100. The first path: 40 of 100.",
        ),
    ],
)
def test_what_is_read_is_read_as_a_sentence(widget: Widget, told: str) -> None:
    assert both(widget)[0] == told


@pytest.mark.parametrize("widget", [Space(), Divider(), Column([]), Button("Closed for now", None), Text("")])
def test_what_says_nothing_is_not_told(widget: Widget) -> None:
    assert spoken(widget) is None


def test_a_line_is_told_when_all_of_it_stands_there() -> None:
    growing = line("Hi, it is me!", "Dana")
    growing.shown = 4
    assert spoken(growing) is None
    growing.shown = None
    assert spoken(growing) is not None


def test_a_decision_begins_with_how_many_things_there_are() -> None:
    parts = [spoken(widget, 2) for widget in (line("Well?", "Dana"), OptionButton(1, "Yes"), OptionButton(2, "No"))]
    assert announced([part for part in parts if part]) == [
        "Dana: Well?", "2 things you could say or do.", "1: Yes.", "2: No.",
    ]  # fmt: skip


def test_a_screen_reader_has_the_same_names() -> None:
    part = spoken(OptionButton(2, "No"), 2)
    assert part
    assert label(part) == "2: No"
    assert reading(part) == ended(label(part))


@pytest.mark.parametrize(
    ("words", "told"), [("Yes", "Yes."), ("Yes.", "Yes."), ("“Yes?”", "“Yes?”"), ("“Yes”", "“Yes”."), ("", "")]
)
def test_a_sentence_ends_once(words: str, told: str) -> None:
    assert ended(words) == told
