"""The journal on disk: written whole or not at all, and read back whatever has become of it."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.errors import JournalError
from game.play.erase import erase
from game.play.events import Abandoned, Begun, Chosen, Mode, Reflected, as_line, from_line
from game.play.journal import MOST_BYTES, Journal, JournalFile, new_session_id, read_journal
from game.play.play_list import list_plays
from game.play.session import Session, new_session, resume_session
from game.testing import Clock, a_session, an_exact, made, on

AT = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)


def _path(session: Session) -> Path:
    assert session.journal_path is not None
    return session.journal_path


def _a_journal(folder: Path, *choices: str, player: str | None = None) -> Path:
    return _path(made(a_session(folder, player=player), *choices))


def _a_file(folder: Path) -> JournalFile:
    return JournalFile.create(folder, "saturday-friend", "0123456789abcdef" * 2, AT)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_name_of_a_journal_tells_when_and_what_and_nothing_about_the_player(tmp_path: Path) -> None:
    assert _a_file(tmp_path / "logs").path == tmp_path / "logs" / "20260101-090000-saturday-friend-01234567.jsonl"


@pytest.mark.parametrize(
    ("scenario", "safe"),
    [("../../etc/passwd", "etc-passwd"), ("Ünïcode Ω", "n-code"), ("…", "scenario"), ("x" * 300, "x" * 40)],
)
def test_the_name_of_a_journal_is_safe_whatever_the_scenario_is_called(
    scenario: str, safe: str, tmp_path: Path
) -> None:
    made_file = JournalFile.create(tmp_path, scenario, "0" * 32, AT)
    assert made_file.path.name == f"20260101-090000-{safe}-00000000.jsonl"


def test_a_journal_never_overwrites_another(tmp_path: Path) -> None:
    first = _a_file(tmp_path)
    first.write(Abandoned(0, AT))
    before = first.path.read_bytes()
    with pytest.raises(JournalError, match="Cannot begin the journal"):
        _a_file(tmp_path)
    assert first.path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
def test_only_its_owner_can_read_a_journal(tmp_path: Path) -> None:
    assert stat.S_IMODE(_a_file(tmp_path).path.stat().st_mode) & 0o077 == 0


def test_a_folder_that_is_a_file_gives_one_message(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")
    with pytest.raises(JournalError, match=r"Cannot begin the journal .*another folder with --logs"):
        _a_file(tmp_path / "logs")


def test_each_event_is_one_line_and_one_write_and_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = on(a_session(tmp_path))
    calls: list[str] = []
    write, sync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda handle, data: (calls.append("write"), write(handle, data))[1])
    monkeypatch.setattr(os, "fsync", lambda handle: (calls.append("sync"), sync(handle))[1])
    session.choose("name-it")
    assert calls == ["write", "sync"]
    on(session).choose("say-how")
    on(session).reflect(["Mine."])
    assert calls == ["write", "sync"] * 4  # two choices, the end, the answers
    assert _path(session).read_bytes().count(b"\n") == 5


def test_the_folder_is_synced_so_that_the_name_survives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_mode))
    _a_file(tmp_path)
    assert [stat.S_ISDIR(mode) for mode in synced] == [True]


def test_a_folder_that_cannot_be_synced_does_not_stop_the_play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr(os, "fsync", refuse)
    assert _a_file(tmp_path).path.exists()


def _half(monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[: len(data) // 2]))


def _none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", refuse)


def _unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)


@pytest.mark.parametrize(
    ("broken", "why"), [(_half, "the disk is full"), (_none, "No space left"), (_unsynced, "Input/output error")]
)
def test_a_line_that_does_not_get_to_disk_whole_is_taken_back_and_can_be_written_again(
    broken: object, why: str, tmp_path: Path
) -> None:
    session = on(a_session(tmp_path))
    before = _path(session).read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        broken(patch)  # type: ignore[operator]
        with pytest.raises(JournalError, match=f"Cannot write the journal .*{why}.*What was chosen before is safe"):
            session.choose("name-it")
    assert _path(session).read_bytes() == before
    made(session, "name-it", "say-how")
    journal = read_journal(_path(session))
    assert journal.lost == ()
    assert [choice.option for choice in journal.choices] == ["name-it", "say-how"]


def test_ctrl_c_while_a_line_is_synced_takes_it_back(tmp_path: Path) -> None:
    session = on(a_session(tmp_path))

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            session.choose("name-it")
    session.abandon()  # what the terminal does then
    journal = read_journal(_path(session))
    assert journal.lost == ()
    assert journal.choices == ()
    assert isinstance(journal.events[-1], Abandoned)


def test_a_closed_journal_gives_one_message(tmp_path: Path) -> None:
    file = _a_file(tmp_path)
    file.close()
    with pytest.raises(JournalError, match="Cannot write"):
        file.write(Abandoned(0, AT))


def _gone(path: Path) -> None:
    path.unlink()


def _gone_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def _replaced_by_an_older_copy(path: Path) -> None:
    first = path.read_bytes().splitlines(keepends=True)[0]
    path.unlink()
    path.write_bytes(first)


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be removed")
@pytest.mark.parametrize("harm", [_gone, _gone_with_its_folder, _cut_short, _replaced_by_an_older_copy])
def test_a_journal_that_vanishes_in_play_is_written_again_whole_and_that_is_told(
    harm: Callable[[Path], None], tmp_path: Path
) -> None:
    session = made(a_session(tmp_path / "logs"), "laugh-it-off")
    path = _path(session)
    assert session.news() == ""
    harm(path)
    made(session, "own-it")
    assert session.news() == f"The file of this play was gone. It has been written again, whole: {path}"
    assert session.news() == ""
    session.reflect(["Mine."])
    journal = read_journal(path)
    assert journal.lost == ()
    assert [choice.option for choice in journal.choices] == ["laugh-it-off", "own-it"]
    assert journal.finished is not None


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be removed")
def test_where_something_else_has_taken_its_place_it_is_written_beside_it(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "laugh-it-off")
    path = _path(session)
    path.unlink()
    path.write_text("Dear diary")
    made(session, "own-it")
    assert path.read_text() == "Dear diary"
    assert len(read_journal(_path(session)).choices) == 2
    assert _path(session).name == f"{path.stem}-2.jsonl"


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be removed")
def test_a_journal_taken_up_again_is_written_again_with_what_stood_in_it(tmp_path: Path) -> None:
    begun = made(a_session(tmp_path), "laugh-it-off")
    begun.abandon()
    path = _path(begun)
    session, _lost = resume_session(begun.exact, path)
    path.unlink()
    made(session, "own-it")
    assert [choice.option for choice in read_journal(path).choices] == ["laugh-it-off", "own-it"]


def test_what_the_game_itself_erased_does_not_come_back(tmp_path: Path) -> None:
    session = made(a_session(tmp_path), "laugh-it-off")
    path = _path(session)
    erase([path])
    with pytest.raises(JournalError, match="Cannot write"):
        session.choose("own-it")
    assert not path.exists()


# ── reading back ──────────────────────────────────────────────────────────────────────────────────────


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    session = made(a_session(tmp_path, player="Ada"), "name-it", "say-how")
    session.reflect(["Mine."])
    journal = read_journal(_path(session))
    assert journal.lost == ()
    assert journal.begun.player == "Ada"
    assert [choice.option for choice in journal.choices] == ["name-it", "say-how"]
    assert journal.finished is not None
    assert journal.reflected is not None
    assert journal.reflected.answers[0].text == "Mine."


HARD_TEXTS = ["U+2028 \u2028 and U+2029 \u2029 and \x85 and \x0b", "quotes \" ' \\ {}", "\x00\x1b[31m", "😀 Ω ñ"]


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_a_name_or_an_answer_of_any_characters_survives(text: str, tmp_path: Path) -> None:
    session = made(a_session(tmp_path, player=f"A{text}Z"), "name-it", "say-how")
    session.reflect([f"A{text}Z"])
    journal = read_journal(_path(session))
    assert journal.lost == ()
    assert journal.begun.player == f"A{text}Z"
    assert journal.reflected is not None
    assert journal.reflected.answers[0].text == f"A{text}Z"


def test_a_very_long_answer_is_cut_and_can_be_read(tmp_path: Path) -> None:
    session = made(a_session(tmp_path, player="n" * 1000), "name-it", "say-how")
    session.reflect(["🙂" * 30_000])
    journal = read_journal(_path(session))
    assert journal.begun.player == "n" * 200
    assert journal.reflected is not None
    assert len(journal.reflected.answers[0].text) == 20_000


def test_a_tail_torn_at_any_byte_loses_only_the_event_being_written(tmp_path: Path) -> None:
    whole = _a_journal(tmp_path, "laugh-it-off").read_bytes()
    path = tmp_path / "torn.jsonl"
    ends = [match.end() for match in re.finditer(rb"\n", whole)]
    for size in range(ends[0], len(whole)):
        path.write_bytes(whole[:size])
        journal = read_journal(path)
        complete = sum(end <= size + 1 for end in ends)  # an event is whole before its line break is
        assert len(journal.events) == complete
        torn = max(0, size - ends[complete - 1])
        assert journal.lost == (
            (f"The last line is torn ({torn} bytes): the event being written is lost.",) if torn else ()
        )


def test_a_play_torn_at_any_byte_can_be_taken_up_again(tmp_path: Path) -> None:
    whole = _a_journal(tmp_path, "laugh-it-off").read_bytes()
    exact = an_exact()
    path = tmp_path / "torn.jsonl"
    second = whole.index(b"\n") + 1
    for size in range(second, len(whole) + 1, 7):
        path.write_bytes(whole[:size])
        session, _ = resume_session(exact, path, Clock())
        rest = ["own-it"] if session.chosen else ["laugh-it-off", "own-it"]
        made(session, *rest)
        journal = read_journal(path)
        assert journal.lost == ()
        assert [choice.option for choice in journal.choices] == ["laugh-it-off", "own-it"]
        assert journal.finished is not None


def test_garbage_in_the_middle_is_said_and_nothing_after_it_is_believed(tmp_path: Path) -> None:
    path = _a_journal(tmp_path, "name-it", "say-how")
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([rows[0], rows[1], b"garbage\n", *rows[2:]]))
    journal = read_journal(path)
    assert journal.lost == ("Line 3 cannot be read; it and the 2 after it are left out.",)
    assert [choice.option for choice in journal.choices] == ["name-it"]


def test_a_missing_line_in_the_middle_is_said(tmp_path: Path) -> None:
    path = _a_journal(tmp_path, "name-it", "say-how")
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([rows[0], *rows[2:]]))
    journal = read_journal(path)
    assert journal.lost == ("Line 2 should be event 1 but is 2; it and what follows are left out.",)
    assert journal.choices == ()


@pytest.mark.parametrize(
    "first",
    [b"", b"\n", b"hello\n", b"{}\n", b"[1]\n", b"\xff\xfe\n", b'{"event":"begun"}\n', b"no newline", b"\x00" * 40],
)
def test_a_file_that_does_not_begin_a_play_is_no_journal(first: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_bytes(first)
    with pytest.raises(JournalError, match="is not a journal of Equal Footing"):
        read_journal(path)


def test_a_journal_whose_first_line_is_another_event_is_no_journal(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_bytes(as_line(Abandoned(0, AT)))
    with pytest.raises(JournalError, match="its first line does not begin a play"):
        read_journal(path)


def test_a_journal_of_a_newer_game_says_to_update(tmp_path: Path) -> None:
    path = _a_journal(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    with pytest.raises(JournalError, match=r"newer game \(journal format 2; this game reads 1\)\. Update the game"):
        read_journal(path)


def test_keys_that_a_newer_game_adds_are_passed_over(tmp_path: Path) -> None:
    path = _a_journal(tmp_path, "name-it")
    path.write_bytes(path.read_bytes().replace(b'{"n":', b'{"mood":"calm","n":'))
    assert len(read_journal(path).events) == 2


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(JournalError, match="larger than"):
        read_journal(path)


def test_a_folder_or_a_missing_file_is_said_in_one_message(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is not an ordinary file"):
        read_journal(tmp_path)
    with pytest.raises(JournalError, match="cannot be opened"):
        read_journal(tmp_path / "none.jsonl")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_named_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(JournalError, match="is not an ordinary file"):
        read_journal(tmp_path / "pipe.jsonl")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'"seed":7', b'"seed":99999999999999999999999999'),
        (b'"seed":7', b'"seed":"7"'),
        (b'"n":0', b'"n":-1'),
        (b'"n":0', b'"n":true'),
        (b'"mode":"practice"', b'"mode":"cheat"'),
        (b'"at":"2026-01-01T09:00:00Z"', b'"at":"2026-01-01T09:00:00"'),
        (b'"at":"2026-01-01T09:00:00Z"', b'"at":NaN'),
        (b'"scenario":"scenario"', b'"scenario":"' + b"x" * 201 + b'"'),
        (b'"session":"', b'"session":"../'),
    ],
)
def test_a_first_line_with_an_impossible_value_is_refused(good: bytes, bad: bytes, tmp_path: Path) -> None:
    path = _a_journal(tmp_path)
    assert good in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(good, bad, 1))
    with pytest.raises(JournalError):
        read_journal(path)


SAMPLE: list[bytes] = []


def _sample(folder: Path) -> bytes:
    if not SAMPLE:
        session = made(a_session(folder, player="Zoë\u2028"), "laugh-it-off", "own-it")
        session.reflect(["I would wait."])
        SAMPLE.append(_path(session).read_bytes())
    return SAMPLE[0]


def _reads_or_says(path: Path, data: bytes) -> Journal | None:
    path.write_bytes(data)
    try:
        return read_journal(path)
    except JournalError as error:
        said = str(error)
    assert str(path) in said
    return None


FUZZ = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@FUZZ
@given(st.data())
def test_any_prefix_of_a_journal_reads_and_says_what_is_lost_or_is_refused(tmp_path: Path, data: st.DataObject) -> None:
    whole = _sample(tmp_path)
    size = data.draw(st.integers(0, len(whole)))
    journal = _reads_or_says(tmp_path / "it", whole[:size])
    if size < whole.index(b"\n"):
        assert journal is None
    else:
        assert journal is not None
        assert bool(journal.lost) == (b"\n" not in whole[size - 1 : size + 1])


@FUZZ
@given(st.data())
@example(data=None)
def test_a_journal_with_bytes_changed_anywhere_reads_or_is_refused_and_never_crashes(
    tmp_path: Path, data: st.DataObject | None
) -> None:
    whole = bytearray(_sample(tmp_path))
    if data is not None:
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(whole) - 1))
            whole[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
    _reads_or_says(tmp_path / "it", bytes(whole))


@FUZZ
@given(
    st.lists(
        st.one_of(st.binary(max_size=60), st.sampled_from([b"[" * 5000, b'{"a":' * 3000, b"1" * 5000])), max_size=5
    )
)
def test_any_lines_after_a_good_first_one_read_and_are_said_to_be_lost(tmp_path: Path, rows: list[bytes]) -> None:
    first = _sample(tmp_path).split(b"\n")[0]
    data = b"\n".join([first, *rows]) + b"\n"
    journal = _reads_or_says(tmp_path / "it", data)
    assert journal is not None
    assert len(journal.events) == 1
    assert bool(journal.lost) == any(row.strip() for row in b"\n".join(rows).split(b"\n"))


# ── lists of plays ────────────────────────────────────────────────────────────────────────────────────


def test_plays_are_listed_newest_first_with_what_a_title_screen_needs(tmp_path: Path) -> None:
    clock = Clock()
    old = made(a_session(tmp_path, player="Ada", clock=clock), "name-it")
    clock.pass_ms(5000)
    new = made(a_session(tmp_path, clock=clock), "name-it", "say-how")
    plays = list_plays(tmp_path)
    assert [(p.path, p.player, p.turns, p.finished) for p in plays] == [
        (new.journal_path, None, 2, True),
        (old.journal_path, "Ada", 1, False),
    ]
    assert {(p.scenario, p.title) for p in plays} == {("scenario", "Saturday Friend")}


def test_what_is_no_journal_is_passed_over(tmp_path: Path) -> None:
    path = _a_journal(tmp_path, "name-it")
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "other.jsonl").write_text('{"a": 1}\n')
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    assert [p.path for p in list_plays(tmp_path)] == [path]


def test_a_folder_that_is_not_there_has_no_plays(tmp_path: Path) -> None:
    assert list_plays(tmp_path / "none") == []


def test_a_damaged_play_is_listed_with_what_is_whole(tmp_path: Path) -> None:
    path = _a_journal(tmp_path, "name-it")
    path.write_bytes(path.read_bytes() + b'{"n":2,')
    (play,) = list_plays(tmp_path)
    assert play.turns == 1


# ── events as lines ───────────────────────────────────────────────────────────────────────────────────


def test_every_event_comes_back_from_its_line() -> None:
    session = made(a_session(player="Ada"), "laugh-it-off", "own-it")
    session.reflect(["Mine."])
    events = session.recorder.events  # type: ignore[attr-defined]
    assert {type(event) for event in events} >= {Begun, Chosen, Reflected}
    for event in events:
        assert from_line(as_line(event)) == event
        assert as_line(event).count(b"\n") == 1


def test_no_points_stand_beside_a_choice() -> None:
    session = made(a_session(), "name-it")
    line = as_line(session.recorder.events[-1])  # type: ignore[attr-defined]
    assert set(re.findall(rb'"(\w+)":', line)) == {b"n", b"at", b"node", b"option", b"offered", b"elapsed_ms", b"event"}


def test_session_ids_differ() -> None:
    ids = {new_session_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(re.fullmatch("[0-9a-f]{32}", i) for i in ids)


def test_a_session_without_a_folder_keeps_its_events_in_memory() -> None:
    session = new_session(an_exact(), mode=Mode.ASSESS, seed=1, clock=Clock())
    assert session.journal_path is None
    assert len(session.recorder.events) == 1  # type: ignore[attr-defined]
