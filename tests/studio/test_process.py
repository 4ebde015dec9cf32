"""The studio as a process: what is on disk when it ends, in whatever way, and who can reach it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")

from game.locations import scenario_files
from game.serving import listening
from game.studio.serve import show, way_in
from tests.studio.a_studio import SMALL
from tests.support.a_running_studio import RunningStudio, message, typed
from tests.support.patience import PATIENCE

pytestmark = pytest.mark.slow


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    return Path(shutil.copy(SMALL, tmp_path / "mine" / "story.yaml"))


def test_what_was_saved_is_there_after_a_kill_and_nothing_is_half_written(file: Path, tmp_path: Path) -> None:
    before = file.read_text("utf-8")
    for round_ in range(3):
        studio = RunningStudio(file, tmp_path / "home")
        with studio.tab() as tab:
            hello = message(tab, "hello")
            assert hello["text"] == file.read_text("utf-8")
            typed(tab, 0, 0, f"# kept {round_}\n")
            message(tab, "saved", state="saved")
            for number in range(200):
                typed(tab, 1 + number, 0, "#\n")
            studio.kill()
        text = file.read_text("utf-8")
        lost = text.removesuffix(f"# kept {round_}\n{before}")
        assert set(lost.split("\n")) <= {"#", ""}
        before = text
    assert not [path for path in file.parent.iterdir() if path.name.startswith(".")]


def test_closing_the_last_tab_right_after_a_key_loses_nothing_and_ends_the_studio(file: Path, tmp_path: Path) -> None:
    studio = RunningStudio(file, tmp_path / "home", left=True)
    with studio.tab() as tab:
        message(tab, "hello")
        typed(tab, 0, 0, "# last\n")
    code, said = studio.gone()
    assert code == 0, said
    assert file.read_text("utf-8").startswith("# last\n")
    assert "all is saved" in said


def test_ctrl_c_saves_before_it_ends(file: Path, tmp_path: Path) -> None:
    studio = RunningStudio(file, tmp_path / "home")
    with studio.tab() as tab:
        message(tab, "hello")
        typed(tab, 0, 0, "# last\n")
        message(tab, "ack")
        code, said = studio.end()
    assert code == 0, said
    assert file.read_text("utf-8").startswith("# last\n")


def test_a_tab_that_is_loaded_again_finds_the_studio_still_there(file: Path, tmp_path: Path) -> None:
    studio = RunningStudio(file, tmp_path / "home")
    for _again in range(3):
        with studio.tab() as tab:
            message(tab, "hello")
    with studio.tab("here"):
        assert studio.process.poll() is None
    assert studio.gone()[0] == 0


def has_ipv6() -> bool:
    """Returns whether this system has an address of IPv6 for itself."""
    try:
        listening("::1", 0).close()
    except OSError:
        return False
    return True


def test_it_listens_on_this_computer_alone(file: Path, tmp_path: Path) -> None:
    studio = RunningStudio(file, tmp_path / "home")
    port = int(studio.host.rpartition(":")[2])
    listed = Path("/proc/net/tcp")
    if listed.exists():
        rows = [line.split() for line in listed.read_text().splitlines()[1:]]
        assert {row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")} == {
            f"0100007F:{port:04X}"
        }
    listed_6 = Path("/proc/net/tcp6")
    if listed_6.exists() and has_ipv6():
        rows = [line.split() for line in listed_6.read_text().splitlines()[1:]]
        at = {row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}
        assert at == {f"{'0' * 24}01000000:{port:04X}"}
    for address, host in (("127.0.0.1", f"127.0.0.1:{port}"), ("::1", f"[::1]:{port}")):
        if address == "::1" and not has_ipv6():
            continue
        for given, answered in ((host, b" 200 "), ("192.168.0.9", b" 421 "), (host.rpartition(":")[0], b" 421 ")):
            with socket.create_connection((address, port), timeout=PATIENCE) as raw:
                raw.sendall(f"GET / HTTP/1.1\r\nHost: {given}\r\nConnection: close\r\n\r\n".encode())
                assert answered in raw.recv(200), (address, given)
    assert studio.end()[0] == 0


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of Unix")
def test_the_file_that_leads_in_is_for_its_owner_alone() -> None:
    path = way_in("http://127.0.0.1:1/#s3cret&x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "#s3cret&amp;x" in path.read_text("utf-8")


def test_the_browser_is_handed_a_file_and_never_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    handed = list[str]()

    def opened(address: str) -> bool:
        handed.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    assert show("http://127.0.0.1:1/#s3cret")
    assert [(one.startswith("file://"), "s3cret" in one) for one in handed] == [(True, False)]


def test_two_studios_at_once_put_their_changes_together(file: Path, tmp_path: Path) -> None:
    one, two = (RunningStudio(file, tmp_path / "home") for _ in range(2))
    with one.tab() as first, two.tab() as second:
        length = len(message(first, "hello")["text"])
        message(second, "hello")
        typed(first, 0, 0, "# one\n")
        message(first, "saved", state="saved")
        typed(second, 0, length, "# two\n")
        while not json.dumps(file.read_text("utf-8")).endswith('# two\\n"'):
            message(second, "saved")
        message(first, "changes", by="outside")
    assert one.gone()[0] == two.gone()[0] == 0
    text = file.read_text("utf-8")
    assert text.startswith("# one\n")
    assert text.endswith("# two\n")


@pytest.mark.parametrize("path", ["saturday-friend", "nowhere.yaml", "empty"])
def test_what_cannot_be_opened_is_told_in_a_sentence(tmp_path: Path, path: str) -> None:
    from click.testing import CliRunner

    from game.cli.studio import studio
    from game.errors import GameError

    asked = scenario_files()[path] if path == "saturday-friend" else tmp_path / path
    if path == "empty":
        asked = tmp_path / "wide.yaml"
        asked.write_bytes(b"\xff\xfea")
    found = CliRunner().invoke(studio, [str(asked)])
    assert isinstance(found.exception, GameError)
    assert str(found.exception).endswith(".")


def test_what_waits_for_an_answer_lies_beside_the_file_when_all_tabs_are_gone(file: Path, tmp_path: Path) -> None:
    studio = RunningStudio(file, tmp_path / "home", left=True)
    with studio.tab() as tab:
        message(tab, "hello")
        theirs = "# theirs\n" + file.read_text("utf-8")
        file.write_text(theirs, "utf-8")
        typed(tab, 0, 0, "# mine\n")
        message(tab, "outside")
    code, said = studio.gone()
    assert code == 1
    assert "-not-saved" in said
    assert file.read_text("utf-8") == theirs
    assert file.with_name("story-not-saved.yaml").read_text("utf-8").startswith("# mine\n")
