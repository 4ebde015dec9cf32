"""A file is mended in place; nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.check.rewrite import as_text, mended, write
from game.errors import GameError
from game.testing import SMALL, a_rubric

BROKEN = SMALL.replace("goto: vague", "goto: vauge")


def a_file(folder: Path, data: bytes) -> Path:
    path = folder / "mine.yaml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "dress",
    [
        str.encode,
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: (text + "\n\n").encode(),
        lambda text: text.replace("\n", "\r\n", 9).encode(),
    ],
    ids=["plain", "byte order mark", "Windows", "no last line break", "blank lines at the end", "mixed"],
)
def test_line_breaks_mark_and_end_are_kept(dress, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = a_file(tmp_path, dress(BROKEN))
    write(mended(path, a_rubric()))
    assert path.read_bytes() == dress(SMALL)


def test_a_new_line_breaks_as_its_neighbours_do(tmp_path: Path) -> None:
    windows = SMALL.replace("format: 1", "format: 2").replace("\n", "\r\n").encode()
    assert mended(a_file(tmp_path, windows.removeprefix(b"format: 2\r\n")), a_rubric()).after == windows


def test_the_file_as_it_was_is_kept_under_a_free_name(tmp_path: Path) -> None:
    path = a_file(tmp_path, BROKEN.encode())
    (tmp_path / "mine.yaml.bak").write_text("older")
    assert write(mended(path, a_rubric())).name == "mine.yaml.2.bak"
    assert (tmp_path / "mine.yaml.2.bak").read_text(encoding="utf-8") == BROKEN
    assert (tmp_path / "mine.yaml.bak").read_text() == "older"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine.yaml", "mine.yaml.2.bak", "mine.yaml.bak"]


def test_a_file_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    path = a_file(tmp_path, BROKEN.encode())
    ready = mended(path, a_rubric())
    path.write_text("saved by an editor")
    with pytest.raises(GameError, match="changed by another program"):
        write(ready)
    assert [p.read_text() for p in tmp_path.iterdir()] == ["saved by an editor"]


def test_rights_and_links_are_kept(tmp_path: Path) -> None:
    path = a_file(tmp_path, BROKEN.encode())
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    write(mended(link, a_rubric()))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text(encoding="utf-8") == SMALL


def test_a_change_is_shown_before_and_after(tmp_path: Path) -> None:
    path = a_file(tmp_path, BROKEN.encode())
    assert as_text(mended(path, a_rubric())) == (
        f"{path}:67: `goto` names `vauge`, which is not a node.\n  -         goto: vauge\n  +         goto: vague"
    )


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"", b"format: 1\x00", b"{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\r\nformat: 1\r\n"]
)
def test_what_cannot_be_read_is_left_alone(data: bytes, tmp_path: Path) -> None:
    assert mended(a_file(tmp_path, data), a_rubric()).changes == ()
    assert mended(tmp_path / "none.yaml", a_rubric()).changes == ()
