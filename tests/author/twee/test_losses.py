"""Nothing of a story is lost in silence: it is kept, or told with its line."""

from __future__ import annotations

import pytest

from game.errors import GameError
from tests.author.twee.builders import from_twee, scenario_of, told


def test_links_inside_a_link_become_scenes_of_their_own_that_keep_reply_and_fact() -> None:
    brought = from_twee(
        """
        :: Start
        Two chairs.

        (link: "Ask")[Ines: About what?
        (link: "About the lamp.")[(set: $asked to true)Ines: It was on all night.
        (link-goto: "Sit down", "End")]]

        :: End
        (if: $asked)[She looks at the lamp.]

        You sit.
        """,
        "Harlowe",
    )
    nodes = scenario_of(brought).nodes
    (ask,) = nodes["start"].options or ()
    (lamp,) = nodes["start-2"].options or ()
    (sit,) = nodes["start-3"].options or ()
    assert [(o.do, o.goto[0].to) for o in (ask, lamp, sit)] == [
        ("Ask", "start-2"), ("About the lamp.", "start-3"), ("Sit down", "end"),
    ]  # fmt: skip
    assert [line.text for line in (*ask.reply, *lamp.reply)] == ["About what?", "It was on all night."]
    assert lamp.sets == ("asked",)
    assert [line.when and line.when.has for line in nodes["end"].lines] == [("asked",)]
    assert told(brought) == []


def test_what_a_link_opens_has_the_place_of_its_passage_and_the_links_beside_it_are_told() -> None:
    brought = from_twee(
        """
        :: Start [place-cafe frame-social]
        <<link "Wait">><<replace "#x">>Nobody comes.
        [[Go home|End]]
        [[Call|End]]<</replace>><</link>>
        [[Leave|End]]

        :: End
        Done.
        """,
        "SugarCube",
    )
    opened = scenario_of(brought).nodes["start-2"]
    assert (opened.place, opened.frame, [o.do for o in opened.options or ()]) == ("cafe", "social", ["Go home", "Call"])
    assert [(loss.line, loss.what) for loss in brought.losses] == [
        (5, "that other links stay beside what “Wait” opens")
    ]


def test_what_a_link_opens_that_leads_nowhere_is_kept_open_with_all_that_it_sets_and_told() -> None:
    brought = from_twee(
        """
        :: Start
        (link: "Look closer")[(set: $seen to true)A name is scratched in.]
        [[Go->End]]

        :: End
        (if: $seen)[You know the name.]

        Over.
        """,
        "Harlowe",
    )
    start = scenario_of(brought).nodes["start"]
    assert [line.text for line in start.lines] == ["A name is scratched in."]
    assert [o.sets for o in start.options or ()] == [("seen",)]
    assert sorted(told(brought)) == [
        "Start: that `seen` is set by clicking “Look closer” (set in any case)",
        "Start: the link “Look closer”, which opens a part of the page (kept open)",
    ]


def test_a_numbered_list_is_no_title() -> None:
    long = "Whoever pays in coins may have a reason for it that is none of your business, " * 4
    brought = from_twee(f":: Start\nBefore you open:\n\n# {long}\n# Sweep the step.", "SugarCube")
    (node,) = scenario_of(brought).nodes.values()
    assert node.ending is not None
    assert (node.ending.title, node.ending.text) == ("Start", "Sweep the step.")
    assert [line.text for line in node.lines] == ["Before you open:", long.strip()]


@pytest.mark.parametrize(("kind", "mark"), [("SugarCube", "!"), ("Harlowe", "##"), ("Chapbook", "# ")])
def test_a_heading_of_each_format_is_an_endings_title(kind: str, mark: str) -> None:
    (node,) = scenario_of(from_twee(f":: Start\n{mark}Late\n\nOver.", kind)).nodes.values()
    assert node.ending is not None
    assert (node.ending.title, node.ending.text) == ("Late", "Over.")


def test_marks_of_alignment_and_columns_are_no_text_and_are_told() -> None:
    brought = from_twee(":: Start\n=><=\nRING.\n<==\nA bell.\n|==\nLeft.\n==|\n[[On->End]]\n\n:: End\nOver.", "Harlowe")
    assert [line.text for line in scenario_of(brought).nodes["start"].lines] == ["RING.", "A bell.", "Left."]
    assert [(loss.line, loss.what) for loss in brought.losses] == [
        (5, "the looks of the rows from `=><=` on"),
        (7, "the looks of the rows from `<==` on"),
        (9, "the looks of the rows from `|==` on"),
        (11, "the looks of the rows from `==|` on"),
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (':: StoryData\n{"format": "Snowman"}\n\n', "Snowman"),
        (':: StoryData\n{"format": "paperthin 1.0"}\n\n', "Paperthin"),
        ("", "Snowman"),
    ],
)
def test_a_format_that_is_not_read_is_refused_by_its_name(head: str, name: str) -> None:
    with pytest.raises(GameError, match=rf"written for {name}, which is not read. Stories for SugarCube, Harlowe and"):
        from_twee(f"{head}:: Start\n<% s.cold = true %>Brr.")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("You roll a (random: 1, 6).", "(random: 1, 6)"),
        ('(display: "Weather")', '(display: "Weather")'),
        ('(font: "Roboto")[She waits.]', '(font: "Roboto")'),
        ('{embed passage: "Weather"}', '{embed passage: "Weather"}'),
        ("The tea is {cycling link for: 'tea', choices: ['hot', 'cold']}.", "cycling link"),
    ],
)
def test_a_story_that_names_no_format_is_known_by_a_single_macro_and_its_loss_is_told(text: str, lost: str) -> None:
    brought = from_twee(f":: Start\n{text}\n\n:: Weather\nRain.")
    assert any(lost in told.what for told in brought.losses), brought.losses


def test_passage_names_of_any_script_become_titles() -> None:
    brought = from_twee(":: Start\n[[Кухня]]\n[[ครัว]]\n\n:: Кухня\n[[ครัว]]\n\n:: ครัว\nจบ", "SugarCube")
    nodes = scenario_of(brought).nodes
    titles = [node.ending.title if node.ending else node.title for node in nodes.values()]
    assert titles == [None, "Кухня", "ครัว"]


def test_what_is_too_long_is_cut_at_a_word_and_told_or_goes_into_lines() -> None:
    words, name = "a word " * 400, "a name " * 30
    brought = from_twee(f":: Start\n[[{words}->{name}]]\n\n:: {name}\n{words}", "SugarCube")
    nodes = list(scenario_of(brought).nodes.values())
    option = (nodes[0].options or ())[0].do or ""
    assert option.split() == words.split()[: len(option.split())]
    ending = nodes[-1].ending
    assert ending is not None
    kept = " ".join([*(line.text for line in nodes[-1].lines), ending.text])
    assert kept.split() == words.split()
    assert [loss.line for loss in brought.losses if loss.what.startswith("the rest of")] == [5, 8]


@pytest.mark.parametrize(
    ("kind", "text", "what"),
    [
        ("Harlowe", "|note)[Not yet.]", "that `note` is hidden at first (shown from the beginning)"),
        ("SugarCube", '<a data-passage="End">away</a>', '<a data-passage="End">'),
        ("SugarCube", "<audio src='rain.mp3'></audio>", "<audio src='rain.mp3'>"),
        ("SugarCube", "<<linkreplace 'More'>>Rain.<</linkreplace>>",
         "the link “More”, which opens a part of the page (kept open)"),
        ("Chapbook", "{reveal link: 'More', text: 'Rain.'}",
         "the link “More”, which opens a part of the page (kept open)"),
        ("SugarCube", "<<link 'Go'>><<if $a>><<goto 'End'>><</if>><</link>>",
         "what the way to `End` hangs on (without another, it is always open)"),
    ],
)  # fmt: skip
def test_what_a_page_does_beyond_text_and_links_is_told(kind: str, text: str, what: str) -> None:
    brought = from_twee(f":: Start\nIt is late.\n\n{text}\n\n[[On->End]]\n\n:: End\nOver.", kind)
    assert (7, what) in [(loss.line, loss.what) for loss in brought.losses]


def test_an_edited_header_that_does_not_fit_is_told_and_the_story_comes_in_without() -> None:
    good = '/* {"summary": "Short.", "minutes": 12, "cast": {"ana": {"name": "Ana", "pronouns": "she/her", '
    good += '"relation": "a friend"}}, "client": "ana"} */'
    for header, minutes in ((good, 12), (good.replace("12", "9000"), 10), ("/* [1, 2 */", 10)):
        brought = from_twee(f":: Scenario header [scenario-header]\n{header}\n\n:: Start\nAna: Hello.\n\nOver.")
        assert scenario_of(brought).minutes == minutes
        assert bool(told(brought)) == (minutes == 10)


def test_links_in_links_in_links_that_lead_nowhere_are_read_soon() -> None:
    text = "".join(f"<<link 'L{n}'>>Text {n}. " for n in range(20))
    brought = from_twee(f":: Start\n{text}", "SugarCube")
    assert "Text 19." in brought.text
