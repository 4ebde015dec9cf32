"""Two tabs and another program at one file: who is asked, who hears of the answer, and that nothing is lost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn")

from tests.studio.a_page import TITLE, SharedStudio, a_page
from tests.support.browsing import browser, expect  # noqa: F401

resource: Any = pytest.importorskip("resource", reason="limits a program as Linux does")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="limits a program as Linux does"),
]
FIRST = "Ines leans on the fence with one hand in the small of her back."


class TwoTabs:
    """A studio with one file, which two tabs have open."""

    def __init__(self, studio: SharedStudio, file: Path, tabs: tuple[Any, Any]) -> None:
        self.file, self.tabs = file, tabs
        self._process = studio.process.process.pid
        self.dialog = f"{file.name} was changed elsewhere too"

    def text(self) -> str:
        """What the file holds now."""
        return self.file.read_text("utf-8")

    def changed_outside(self, change: Callable[[str], str]) -> None:
        """Another program changes the file."""
        self.file.write_text(change(self.text()), "utf-8")

    def at_one_moment(self, tab: int, mine: str, theirs: str) -> None:
        """A tab and another program change the first line, neither knowing of the other: the disk takes nothing of
        the studio's until the other has written."""
        resource.prlimit(self._process, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        self.tabs[tab].get_by_label("The words of line 1").fill(mine)
        expect(self.tabs[1 - tab].get_by_label("The words of line 1")).to_have_value(mine)
        expect(self.tabs[tab].get_by_text("The disk does not take it")).to_be_visible()
        self.changed_outside(lambda text: text.replace(FIRST, theirs))
        self.the_disk_takes_all()

    def the_disk_takes_all(self) -> None:
        """As it was before."""
        resource.prlimit(self._process, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)

    def first(self) -> str:
        """The first line as it stands in the file."""
        lines = self.text().splitlines()
        return lines[lines.index("    lines:") + 1].strip().removeprefix("- ")


@pytest.fixture
def open_twice(browser: Any, shared_studio: SharedStudio) -> Iterator[TwoTabs]:  # noqa: F811
    file = shared_studio.begun()
    address = shared_studio.desk(file)
    with a_page(browser, address) as one, a_page(browser, address) as two:
        for page in (one, two):
            expect(page.get_by_label("The words of line 1")).to_have_value(FIRST)
        tabs = TwoTabs(shared_studio, file, (one, two))
        yield tabs
        tabs.the_disk_takes_all()


@pytest.mark.parametrize(
    ("answer", "typed_in", "answered_by"),
    [("Keep mine", 0, 0), ("Keep mine", 1, 1), ("Take theirs", 0, 1), ("Keep both, side by side", 1, 0)],
)
def test_both_tabs_are_asked_and_one_answer_settles_it(
    open_twice: TwoTabs, answer: str, typed_in: int, answered_by: int
) -> None:
    open_twice.at_one_moment(typed_in, "Rain on the fence.", "Snow on the fence.")
    dialogs = [tab.get_by_role("dialog", name=open_twice.dialog) for tab in open_twice.tabs]
    for dialog in dialogs:
        expect(dialog).to_be_visible()
    assert "Snow on the fence." in open_twice.text()
    dialogs[answered_by].get_by_role("button", name=answer).click()
    left = "Snow" if answer == "Take theirs" else "Rain"
    for tab, dialog in zip(open_twice.tabs, dialogs, strict=True):
        expect(dialog).to_be_hidden()
        expect(tab.get_by_label("The words of line 1")).to_have_value(re.compile(f"^{left}"))
        expect(tab.get_by_text("Saved", exact=True)).to_be_visible()
    assert open_twice.first().startswith(left)
    beside = open_twice.file.with_stem(f"{open_twice.file.stem}-theirs")
    assert beside.exists() == (answer == "Keep both, side by side")


def test_who_looks_first_can_decide_later(open_twice: TwoTabs) -> None:
    open_twice.at_one_moment(0, "Rain on the fence.", "Snow on the fence.")
    tab = open_twice.tabs[0]
    dialog = tab.get_by_role("dialog", name=open_twice.dialog)
    expect(dialog).to_be_visible()
    tab.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    tab.get_by_label("The words of line 2").fill("Can you spare a minute?")
    expect(open_twice.tabs[1].get_by_label("The words of line 2")).to_have_value("Can you spare a minute?")
    expect(tab.get_by_text("Decide which to keep.")).to_be_visible()
    assert "Snow on the fence." in open_twice.text()
    tab.get_by_role("button", name="Decide …").click()
    dialog.get_by_role("button", name="Keep mine").click()
    expect(tab.get_by_text("Saved", exact=True)).to_be_visible()
    expect(tab.get_by_role("button", name="Decide …")).to_be_hidden()
    assert "Rain on the fence." in open_twice.text()
    assert "Can you spare a minute?" in open_twice.text()


@pytest.mark.parametrize("order", list(itertools.permutations(("one", "two", "outside"))), ids="-".join)
def test_two_tabs_and_another_program_each_change_a_line_of_their_own(
    open_twice: TwoTabs, order: tuple[str, ...]
) -> None:
    one, two = open_twice.tabs
    changes = {
        "one": lambda: one.get_by_label("The words of line 1").fill("Rain on the fence."),
        "two": lambda: two.get_by_label("The words of line 2").fill("Can you spare a minute?"),
        "outside": lambda: open_twice.changed_outside(lambda text: text.replace(TITLE, "Under It")),
    }
    written = {"one": "Rain on the fence.", "two": "Can you spare a minute?"}
    for at, who in enumerate(order):
        if who == "outside":  # what a program read before the last saving it would write back
            for tab in (one, two):
                tab.keyboard.press("Control+s")
                expect(tab.get_by_text("Saved", exact=True)).to_be_visible()
            assert [words in open_twice.text() for words in map(written.get, order[:at])] == [True] * at
        changes[who]()
    for tab in (one, two):
        expect(tab.get_by_role("heading", name="Under It")).to_be_visible()
        expect(tab.get_by_label("The words of line 1")).to_have_value("Rain on the fence.")
        expect(tab.get_by_label("The words of line 2")).to_have_value("Can you spare a minute?")
        expect(tab.get_by_text("Saved", exact=True)).to_be_visible()
    text = open_twice.text()
    assert [words in text for words in ("Rain on the fence.", "spare a minute?", "Under It")] == [True] * 3
