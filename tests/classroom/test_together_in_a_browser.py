"""A teacher, a projector and phones on loopback: a vote from its opening to the way that is followed."""

from __future__ import annotations

import signal

import pytest

from game.play.journal import read_journal
from tests.classroom.a_room import Room, assert_readable, room  # noqa: F401
from tests.support.browsing import axe, browser, expect, let_time_pass  # noqa: F401

pytest.importorskip("uvicorn")
pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEPT = "Kept. You can change it until the vote is closed."
AWAY = "Your teacher's computer cannot be reached. This page tries again by itself."


def test_a_class_votes_sees_the_split_and_follows_and_a_kill_in_between_loses_nothing(room: Room, axe: str) -> None:  # noqa: F811
    console, projector = room.console, room.projector
    assert_readable(projector)  # how to join
    assert projector.evaluate("notes.checkVisibility() && notes.getBoundingClientRect().bottom <= innerHeight")
    projector.evaluate("notes.append(notes.textContent.repeat(40)); fit()")
    projector.get_by_text("What to know before each conversation stands on your phone.").wait_for()
    console.click("#begin-fine-fine")
    projector.get_by_text("Good to know before").wait_for()
    ana, ben = room.phone(), room.phone(320, "es-ES")
    ana.get_by_text("You need not vote, and need not look. Nobody sees it.").wait_for()
    ben.get_by_text("No tienes que votar ni que mirar. Nadie lo ve.").wait_for()
    room.go_to_the_options()
    console.click("#open")
    projector.get_by_text("Vote now on your phone.").wait_for()
    assert_readable(projector)
    ana.get_by_text("A vote is open: 4 answers.").wait_for()
    expect(ana.get_by_role("status").first).to_have_text("A vote is open: 4 answers.")
    ana.locator(".option").first.click()
    ana.get_by_text(KEPT).wait_for()
    ana.fill("#reason", "<b>She</b> asked me.")
    ana.click("#send")
    console.get_by_text("Votes so far: 1").wait_for()
    assert projector.evaluate("!document.querySelector('#stage strong')")  # nothing of the split
    for page in (ana, ben):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate(axe)
        assert page.evaluate("axe.run().then((found) => found.violations.map((one) => one.id))") == []

    room.server.end(signal.SIGKILL)
    ana.get_by_text("Your teacher's computer cannot be reached.").wait_for()
    ana.locator(".option").nth(1).click()  # while it is away
    room.open()
    console, projector = room.console, room.projector
    console.get_by_text("Votes so far: 1").wait_for()
    let_time_pass(ana, lambda: bool(ana.get_by_text(KEPT).count()))
    expect(ana.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")
    let_time_pass(ben, lambda: bool(ben.get_by_text("Hay una votación abierta: 4 respuestas.").count()))
    ben.locator(".option").nth(1).click()
    console.get_by_text("Votes so far: 2").wait_for()
    room.count_hands(A=1, B=3)
    console.get_by_text("Votes so far: 6").wait_for()
    console.click("#close")
    room.shows("split")
    projector.get_by_text("6 votes").wait_for()
    expect(projector.locator("#stage strong")).to_have_text(["1", "5", "0", "0"])
    assert_readable(projector)
    ana.get_by_text("The vote is closed.").wait_for()
    expect(ana.locator(".split strong")).to_have_text(["1", "5", "0", "0"])

    expect(console.get_by_role("button", name="Show the reasons")).to_have_count(0)  # none was let through yet
    console.get_by_role("button", name="Let through").click()
    console.get_by_role("button", name="Show the reasons").click()
    projector.get_by_text("<b>She</b> asked me.", exact=True).wait_for()
    assert_readable(projector)
    console.get_by_role("button", name="Go on with A").click()  # the minority
    room.shows("lines")
    assert_readable(projector)
    (journal,) = (room.folder / "class" / "together").glob("*.jsonl")
    assert len(read_journal(journal).choices) == 1
    ana.get_by_text("Look at the big screen.").wait_for()

    console.click("#more summary")
    console.click("#back-1")
    room.shows("options")
    console.click("#commit")
    ana.fill("#commitment", "I will ask first.")
    ana.reload()
    expect(ana.locator("#commitment")).to_have_value("I will ask first.")
    assert not any(b"ask first" in path.read_bytes() for path in room.folder.rglob("*") if path.is_file())
    console.evaluate(axe)
    assert console.evaluate("axe.run().then((found) => found.violations.map((one) => one.id))") == []


def test_a_vote_in_which_the_laptop_sleeps_counts_once_when_it_wakes(room: Room) -> None:  # noqa: F811
    """The laptop closes nothing: what the phone sent is read when it wakes, beside what the phone sends again."""
    console = room.console
    console.click("#begin-fine-fine")
    phone = room.phone()
    room.go_to_the_options()
    console.click("#open")
    phone.locator(".option").first.click()
    phone.get_by_text(KEPT).wait_for()
    room.server.process.send_signal(signal.SIGSTOP)
    phone.locator(".option").nth(1).click()
    let_time_pass(phone, lambda: phone.locator("#told").inner_text() == AWAY)
    expect(phone.get_by_text(KEPT)).to_have_count(0)
    expect(phone.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")

    room.server.process.send_signal(signal.SIGCONT)
    let_time_pass(phone, lambda: phone.locator("#told").inner_text() == "A vote is open: 4 answers.")
    let_time_pass(phone, lambda: bool(phone.get_by_text(KEPT).count()))
    expect(phone.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")
    console.get_by_text("Votes so far: 1").wait_for()
    room.count_hands(A=2, B=3)
    console.get_by_text("Votes so far: 6").wait_for()
    console.click("#close")
    room.shows("split")
    expect(room.projector.locator("#stage strong")).to_have_text(["2", "4", "0", "0"])
    expect(phone.locator(".split strong")).to_have_text(["2", "4", "0", "0"])
