from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from game.cli.main import commands
from game.debrief.figures.model import ScoredPlay
from game.errors import UsageError
from game.play.events import Answer, Finished, Reflected, as_line
from tests.debrief.a_class import a_play, played_on, the_exact
from tests.debrief.as_files import journal_bytes
from tests.support.pages import Reading

pytestmark = pytest.mark.slow

MEGABYTE = ('"><script>window.hurt=1</script>=1+1;' * 30_000)[:1_000_000]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three plays of one class."""
    monkeypatch.setenv("EQUAL_FOOTING_HOME", str(tmp_path / "home"))
    for seed in range(3):
        (tmp_path / f"{seed}.jsonl").write_bytes(journal_bytes(a_play(the_exact(), seed)))
    return tmp_path


def answered(play: ScoredPlay, *answers: Answer) -> ScoredPlay:
    """The play with these answers, whatever their length."""
    *events, last = play.journal.events
    assert isinstance(last, Finished)
    said = Reflected(last.n, last.at, answers)
    return replace(play, journal=replace(play.journal, events=(*events, said, replace(last, n=last.n + 1))))


def typed(folder: Path, *words: str) -> Result:
    done = CliRunner().invoke(commands, ["debrief", str(folder), "-o", str(folder / "r.html"), *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def test_a_class_of_gone_scenarios_alone_gets_a_page(folder: Path) -> None:
    for path in folder.glob("*.jsonl"):
        renamed = path.read_bytes().replace(b'"scenario":"saturday-friend"', b'"scenario":"long-gone"')
        path.write_bytes(renamed.replace(b'"scenario_fingerprint":"', b'"scenario_fingerprint":"0'))
    done = typed(folder)
    assert done.exit_code == 0
    assert "Saturday Friend: 3 people" in done.stdout
    page = Reading((folder / "r.html").read_text(encoding="utf-8")).text
    assert "3 plays of a scenario that is not in the library any more, called long-gone" in page
    with pytest.raises(UsageError, match="nothing to project"):
        typed(folder, "--projector")


def test_a_name_of_a_megabyte_is_refused_and_the_others_are_counted(folder: Path) -> None:
    (folder / "mega.jsonl").write_bytes(journal_bytes(a_play(the_exact(), 9), MEGABYTE))
    done = typed(folder, "--names")
    assert "Saturday Friend: 3 people" in done.stdout
    assert done.stderr.count("Left out: ") == 1
    page = (folder / "r.html").read_text(encoding="utf-8")
    assert "mega.jsonl:" in Reading(page).text
    assert "window.hurt" not in page


def test_an_answer_of_a_megabyte_is_lost_and_the_play_is_counted(folder: Path) -> None:
    play = answered(a_play(the_exact(), 9), Answer("Why?", MEGABYTE))
    (folder / "mega.jsonl").write_bytes(journal_bytes(play))
    done = typed(folder)
    assert "Saturday Friend: 4 people" in done.stdout
    page = (folder / "r.html").read_text(encoding="utf-8")
    assert "cannot be read and is left out; it was no choice" in page
    assert "window.hurt" not in page


def test_answers_of_a_megabyte_in_all_are_cut_on_the_page(folder: Path) -> None:
    answers = [Answer(f"Question {n}?", MEGABYTE[:20_000]) for n in range(50)]
    (folder / "mega.jsonl").write_bytes(journal_bytes(answered(a_play(the_exact(), 9), *answers)))
    assert "Saturday Friend: 4 people" in typed(folder).stdout
    page = (folder / "r.html").read_text(encoding="utf-8")
    assert "Question 7?" in page
    assert "<script" not in page
    assert len(page) < 250_000


def test_plays_from_an_earlier_turn_on_are_left_out_with_their_number(folder: Path) -> None:
    first = a_play(the_exact(), 0)
    (folder / "again.jsonl").write_bytes(journal_bytes(played_on(a_play(the_exact(), 9), first, 4)))
    done = typed(folder)
    told = "1 play played on from an earlier turn: left out, being no first try."
    assert "Saturday Friend: 3 people" in done.stdout
    assert told in done.stderr
    assert told in Reading((folder / "r.html").read_text(encoding="utf-8")).text


def test_a_folder_of_plays_from_an_earlier_turn_on_alone_has_no_figures(folder: Path) -> None:
    first = a_play(the_exact(), 0)
    for path in folder.glob("*.jsonl"):
        path.write_bytes(journal_bytes(played_on(a_play(the_exact(), 9), first, 4)))
    with pytest.raises(UsageError, match="First plays are missing there"):
        typed(folder)


def in_class(seed: int, code: str | None) -> bytes:
    """The journal of a play under a class code."""
    journal = a_play(the_exact(), seed).journal
    return b"".join(map(as_line, (replace(journal.begun, class_code=code), *journal.events[1:])))


def test_a_page_of_one_class_leaves_out_the_others_and_says_whose_it_is(folder: Path) -> None:
    for seed in range(17):
        (folder / f"{seed}.jsonl").write_bytes(in_class(seed, "4b" if seed < 4 else "4C"))
    done = typed(folder, "--class-code", "4B")
    assert "Saturday Friend: 4 people" in done.stdout
    assert "13 journals of other scenarios or classes" in done.stderr
    assert "class 4B" in Reading((folder / "r.html").read_text(encoding="utf-8")).text
    with pytest.raises(UsageError, match="class code 4X"):
        typed(folder, "--class-code", "4X")


def test_a_page_of_one_class_that_would_tell_of_a_few_others_is_not_made(folder: Path) -> None:
    for seed in range(17):
        (folder / f"{seed}.jsonl").write_bytes(in_class(seed, "4B" if seed > 2 else None))
    typed(folder)
    refused = CliRunner().invoke(commands, ["debrief", str(folder), "--class-code", "4B"])
    assert isinstance(refused.exception, UsageError)
    assert "what a few others chose" in str(refused.exception)
    assert "what a few others chose" not in refused.stderr
    assert "14 people" in typed(folder, "--class-code", "4B", "--afresh").stdout


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
@pytest.mark.parametrize(("words", "private"), [((), True), (("--group-only",), False), (("--projector",), False)])
def test_a_page_with_a_sheet_for_each_person_can_be_read_by_its_owner_alone(
    folder: Path, words: tuple[str, ...], private: bool
) -> None:
    typed(folder, *words)
    (folder / "beside").touch()
    like_any_other = stat.S_IMODE((folder / "beside").stat().st_mode)
    assert stat.S_IMODE((folder / "r.html").stat().st_mode) == (0o600 if private else like_any_other)


def test_sums_cannot_be_taken_apart_by_class(folder: Path) -> None:
    (folder / "0.jsonl").write_bytes(in_class(0, "4B"))
    typed(folder, "--sums", str(folder / "school.sums"))
    assert "Sums do not say which class" in typed(folder, "--class-code", "4B", "--afresh").stderr
