"""What an editor may ask of a scenario file: the functions behind the language server."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.author.lsp.complete import complete
from game.author.lsp.find import definitions, references, rename
from game.author.lsp.hover import hover
from game.author.lsp.outline import outline
from game.author.lsp.reading import OpenText, is_a_scenario, problems, read, standing
from game.author.lsp.spans import Cursor, Span, to_characters, to_units
from game.diagnostics import Diagnostic, Severity, SourcePlace
from game.errors import GameError
from game.scenario.media import Media, folder_beside
from game.scenario.model import Expression, Role
from game.testing import SMALL, a_rubric, loaded
from tests.support.own_media import ME, ROOM, a_story_with_its_own, sound


def a_reading(marked: str, before: OpenText | None = None) -> tuple[OpenText, Cursor]:
    """The text read, and the cursor where `‸` stands in it."""
    above, _, _ = marked.partition("‸")
    lines = above.split("\n")
    return read(marked.replace("‸", ""), a_rubric(), before), Cursor(len(lines) - 1, len(lines[-1]))


def proposed(old: str, new: str) -> list[str]:
    """What is proposed at the cursor in the small scenario with one passage changed."""
    assert old in SMALL
    return [p.text for p in complete(*a_reading(SMALL.replace(old, new, 1)))]


def words_at(reading: OpenText, spans: list) -> list[str]:
    return [f"{s.line + 1}: {reading.lines[s.line].strip()[:22]}" for s in spans]


NODES = ["the-text", "the-answer", "clear", "vague"]
FACTS = ["hats-named", "brushed-off", "brushed-off-repaired"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("        goto: the-answer", "        goto: ‸", NODES),
        ("        goto: the-answer", "        goto: the-‸", NODES),
        ("goto: the-answer", "goto:\n          - {when: {has: [a]}, to: cl‸}\n          - to: vague", NODES),
        ("start: the-text", "start: ‸", NODES),
        ("[hats-named]", "[hats-named, ‸]", FACTS),
        ("{has: [brushed-off]}", "{not: [b‸]}", FACTS),
        ("opens: brushed-off", "opens: ‸", ["brushed-off"]),
        ("client: dana", "client: ‸", ["dana"]),
        ("client: {ease: +2}", "client: ‸", []),
        ("- Saturday, 9:14. Your phone buzzes on the counter.", "- ‸", ["dana", "you", "narration"]),
        ("say: Don't be silly, it's only me.", "say: ‸", []),
        ("title: Saturday Friend", "title: ‸", []),
        ("frame: social", "frame: ‸", ["therapeutic", "social", "workplace", "school"]),
        ("relation: friend for", "role: ‸, relation: friend for", [role.value for role in Role]),
    ],
)  # fmt: skip
def test_names_are_proposed_where_they_fit(old: str, new: str, expected: list[str]) -> None:
    assert proposed(old, new) == expected


@pytest.mark.parametrize(
    "moves",
    [
        "moves: {‸}",
        'moves: {sets_frame: "It is forty", na‸}',
        "moves:\n          na‸",
        "moves: [‸]",
        "moves: [sets_frame, na‸]",
        "moves:\n          - ‸",
        "moves:\n        - na‸",
        "moves: ‸",
    ],
)
def test_moves_are_proposed_with_what_they_are_worth(moves: str) -> None:
    reading, spot = a_reading(SMALL.replace("moves: [names_dual_role]", moves, 1))
    first = complete(reading, spot)[0]
    assert (first.text, first.note.startswith("**names_dual_role**: states both hats.")) == ("names_dual_role", True)


def test_expressions_are_proposed_after_a_speaker_and_its_bracket() -> None:
    assert proposed("- dana (bright): Would", "- dana (‸): Would")[:2] == ["neutral", "warm"]
    assert "thinks" in proposed("- dana (relieved): Oh good. I wondered if only I felt that.", "- dana (re‸")


def test_while_nothing_can_be_read_the_names_of_the_text_before_it_stand() -> None:
    before = read(SMALL, a_rubric())
    reading, spot = a_reading(SMALL.replace("start: the-text", "start: ‸") + "---\n", before)
    assert reading.document.data is None
    assert [p.text for p in complete(reading, spot)] == NODES


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("goto: the-answer", "goto: the-‸answer", ["43: the-answer:"]),
        ("start: the-text", "start: ‸the-text", ["16: the-text:"]),
        ("opens: brushed-off", "opens: brushed-off‸", ["13: brushed-off: {kind: wi", "37: opens: brushed-off"]),
        ("has: [brushed-off]", "has: [brushed‸-off]", ["13: brushed-off: {kind: wi", "37: opens: brushed-off"]),
        ("- dana (bright)", "- da‸na (bright)", ["9: dana: {name: Dana Reye"]),
        ("Your phone", "Your ‸phone", []),
    ],
)  # fmt: skip
def test_a_name_leads_to_where_it_is_given(old: str, new: str, expected: list[str]) -> None:
    reading, spot = a_reading(SMALL.replace(old, new, 1))
    assert words_at(reading, definitions(reading, spot)) == expected


def test_a_repaired_rupture_leads_to_the_option_that_repairs_it() -> None:
    marked = SMALL.replace("has: [brushed-off]}\n        dana", "has: [brushed-off-‸repaired]}\n        dana")
    reading, spot = a_reading(marked)
    assert words_at(reading, definitions(reading, spot)) == ["56: repairs: brushed-off"]


def test_every_place_of_a_name_is_found() -> None:
    reading, spot = a_reading(SMALL.replace("has: [brushed-off]", "has: [brushed‸-off]", 1))
    assert [s.line + 1 for s in references(reading, spot)] == [37, 47, 53]


def with_its_own(folder: Path, old: str, new: str) -> tuple[OpenText, Cursor]:
    """A scenario with its author's own pictures, one passage changed, and the cursor in it."""
    path = a_story_with_its_own(folder)
    sound(folder / "a-story.media/sounds/cellar.wav")
    text = path.read_text("utf-8")
    assert old in text
    reading, spot = a_reading(text.replace(old, new, 1))
    return replace(reading, media=Media(folder_beside(path))), spot


def test_own_places_come_first_with_what_they_show_and_places_that_only_sound_are_among_them(tmp_path: Path) -> None:
    found = complete(*with_its_own(tmp_path, "place: back-room", "place: ‸"))
    assert [(one.text, one.note) for one in found[:2]] == [
        ("back-room", f"Your own picture and sound: {ROOM}"), ("cellar", "Your own sound"),
    ]  # fmt: skip
    assert "cafe" in [one.text for one in found]


def test_own_portraits_come_first_with_their_expressions_and_what_they_show(tmp_path: Path) -> None:
    found = complete(*with_its_own(tmp_path, "portrait: me", "portrait: ‸"))
    assert (found[0].text, found[0].note) == ("me", f"Your own picture, with hurt: {ME}")
    assert "dana" in [one.text for one in found]


def test_of_the_expressions_those_are_marked_that_the_speaker_has_an_own_picture_of(tmp_path: Path) -> None:
    found = complete(*with_its_own(tmp_path, "- dana (bright)", "- dana (‸)"))
    assert [one.text for one in found if one.note == "Your own picture"] == ["hurt"]
    assert len(found) == len(Expression)


def test_under_pictures_the_own_pictures_are_proposed_that_nothing_describes_yet(tmp_path: Path) -> None:
    found = complete(*with_its_own(tmp_path, f"  me: {ME}", "  ‸"))
    assert [(one.text, one.ending) for one in found] == [("me", ": ")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("place: back-room", "place: back‸-room", f"**back-room**: Your own picture and sound: {ROOM}"),
        ("portrait: me", "portrait: m‸e", f"**me**: Your own picture, with hurt: {ME}"),
        ("\n  me: A", "\n  m‸e: A", f"**me**: Your own picture, with hurt: {ME}"),
        ("place: phone", "place: ph‸one", ""),
    ],
)
def test_a_picture_under_the_cursor_says_what_it_shows(old: str, new: str, told: str, tmp_path: Path) -> None:
    reading, spot = with_its_own(tmp_path, old, new)
    assert hover(reading, [], spot) == told


def test_a_picture_leads_to_its_words_and_is_found_wherever_it_is_shown(tmp_path: Path) -> None:
    reading, spot = with_its_own(tmp_path, "place: back-room", "place: back‸-room")
    assert words_at(reading, definitions(reading, spot)) == [f"{len(reading.lines) - 1}: back-room: A small roo"]
    assert len(references(reading, spot)) == "\n".join(reading.lines).count("back-room")


def test_places_and_portraits_that_there_are_pictures_of_are_proposed() -> None:
    assert {"cafe", "phone", "treatment-room"} <= set(proposed("place: phone", "place: ‸"))
    assert {"dana", "ruth"} & set(proposed("portrait: dana", "portrait: ‸"))


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        ("        goto: the-answer", "        ‸", {"id", "goto", "say", "do", "feedback"}),
        ("    frame: social\n", "    ‸\n", {"frame", "place", "options", "ending"}),
        ("start: the-text", "‸", {"title", "start", "nodes", "discussion"}),
        ("      - id: name-it", "      - ‸", {"id", "say", "goto"}),
    ],
)
def test_the_keys_that_a_part_knows_are_proposed_where_one_begins(old: str, new: str, first: set[str]) -> None:
    assert first <= set(proposed(old, new))


def test_renaming_a_person_changes_the_cast_the_client_and_every_line() -> None:
    reading, cursor = a_reading(SMALL.replace("client: dana", "client: da‸na", 1))
    spans = rename(reading, cursor, "dee")
    assert len(spans) == len(re.findall(r"^ *(?:- )?dana\b|client: dana$", SMALL, re.MULTILINE))
    assert all(reading.lines[s.line][s.start : s.end] == "dana" for s in spans)


def test_renaming_a_fact_changes_where_it_is_set_and_asked_for() -> None:
    reading, cursor = a_reading(SMALL.replace("sets: [hats-named]", "sets: [hats‸-named]", 1))
    assert len(rename(reading, cursor, "two-hats")) == SMALL.count("hats-named")


def test_a_fact_that_a_rupture_makes_is_not_renamed_alone() -> None:
    with pytest.raises(GameError, match="can be renamed here"):
        rename(*a_reading(SMALL.replace("{has: [brushed-off]}", "{has: [brus‸hed-off]}", 1)), "other")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (SMALL, True),
        ("title: A\ncast:\n", True),
        ("services:\n  web:\n    image: x\n", False),
        ("", False),
        ("nodes: [1]", False),
    ],
)
def test_a_file_that_is_no_scenario_is_known_by_its_keys(text: str, meant: bool) -> None:
    assert is_a_scenario(text) is meant


def test_renaming_a_node_changes_its_key_and_every_way_to_it() -> None:
    marked = SMALL.replace("  the-answer:", "  the-‸answer:")
    reading, spot = a_reading(marked)
    assert words_at(reading, rename(reading, spot, "her-answer")) == [
        "32: goto: the-answer", "42: goto: the-answer", "43: the-answer:",
    ]  # fmt: skip


def test_the_first_node_s_name_stands_in_start_too() -> None:
    reading, spot = a_reading(SMALL.replace("start: the-text", "start: 'the‸-text'"))
    spans = rename(reading, spot, "a-text")
    assert [reading.lines[s.line][s.start : s.end] for s in spans] == ["the-text", "the-text"]


@pytest.mark.parametrize(
    ("marked", "to", "why"),
    [
        (SMALL.replace("start: the", "start: ‸the"), "The Text", "cannot be an id"),
        (SMALL.replace("start: the", "start: ‸the"), "clear", "a node called `clear` already"),
        (SMALL.replace("has: [br", "has: [‸br"), "other", "can be renamed here"),
        (SMALL.replace("start: the", "start: ‸the").replace("goto: vague", "goto:vague"), "other", "cannot be read"),
    ],
)
def test_a_rename_that_would_break_the_file_is_refused(marked: str, to: str, why: str) -> None:
    with pytest.raises(GameError, match=why):
        rename(*a_reading(marked), to)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("names_dual_role", "names_‸dual_role", "**names_dual_role**: states both hats. Role held +1, "),
        ("goto: the-answer", "goto: the-‸answer", "**the-answer**: dana (hurt): I did mean it, you know."),
        ("goto: clear", "goto: cl‸eer", "`unknown-target`: `goto` names a node that is not there. Did you mean"),
        ("opens: brushed-off", "opens: brushed-‸off", "**brushed-off**: You laughed her question away."),
        ("- dana (bright)", "- da‸na (bright)", "Dana Reyes, she/her, friend for nine years"),
        ("Your phone", "Your ‸phone", ""),
    ],
)  # fmt: skip
def test_a_word_says_what_it_means(old: str, new: str, expected: str) -> None:
    marked = SMALL.replace(old, new, 1)
    reading, spot = a_reading(marked)
    told = hover(reading, problems(loaded(marked.replace("‸", "")), a_rubric()), spot)
    assert told.startswith(expected)
    assert bool(told) == bool(expected)


def test_a_node_with_a_title_is_known_by_it() -> None:
    marked = SMALL.replace("goto: the-answer", "goto: the-‸answer", 1)
    reading, spot = a_reading(marked.replace("  the-answer:\n", "  the-answer:\n    title: What she says\n"))
    assert hover(reading, [], spot) == "**the-answer**: What she says"


def test_the_outline_holds_nodes_with_their_options() -> None:
    parts = outline(read(SMALL, a_rubric()))
    assert [(p.name, [o.name for o in p.parts]) for p in parts] == [
        ("the-text", ["name-it", "laugh-it-off"]),
        ("the-answer", ["own-it", "say-how", "change-subject"]),
        ("clear", []),
        ("vague", []),
    ]
    assert [p.last + 1 for p in parts] == [42, 67, 71, len(SMALL.split("\n"))]


def test_a_problem_points_at_a_whole_word() -> None:
    ((span, found),) = problems(loaded(SMALL.replace("goto: clear", "goto: cleer", 1)), a_rubric())
    assert (found.code, span.end - span.start) == ("unknown-target", len("cleer"))


def test_of_a_changed_text_the_warnings_stand_whose_line_reads_as_it_did() -> None:
    kept = Diagnostic("unreachable-node", SourcePlace("a", 1), "m.", "h", Severity.WARNING, "same")
    moved = Diagnostic("unreachable-node", SourcePlace("a", 2), "m.", "h", Severity.WARNING, "was here")
    error = Diagnostic("syntax", SourcePlace("a", 1), "m.", "h", excerpt="same")
    findings = [(Span(d.place.line - 1, 0, 1), d) for d in (kept, moved, error)]
    assert standing(findings, ["same", "is here"]) == findings[:1]
    assert standing(findings, []) == []


def test_columns_count_in_characters_here_and_in_units_there() -> None:
    line = "é 😀 the-text"
    assert [to_units(line, c) for c in (0, 2, 3, 4, 99)] == [0, 2, 4, 5, 13]
    assert [to_characters(line, u) for u in (0, 2, 4, 5, 99)] == [0, 2, 3, 4, 12]
