"""The studio's page as a screen reader has it: in Chromium under Xvfb, read over AT-SPI, an option written by keys."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn")

from tests.studio.a_studio import SMALL
from tests.support.a_running_studio import RunningStudio
from tests.support.screen_reading import Reader, a_reader

pytestmark = [pytest.mark.atspi, pytest.mark.browser]
ALONE = ("--no-sandbox", "--disable-gpu", "--force-renderer-accessibility", "--no-first-run", "--disable-sync")
Nodes = list[dict[str, Any]]


def told(nodes: Nodes) -> list[str]:
    """What a screen reader says of the page in its order: roles and names."""
    page = next((n for n, node in enumerate(nodes) if node["role"] == "document web"), len(nodes))
    return [f"{node['role']}: {node['name']}" for node in nodes[page:] if node["name"]]


def in_order(heard: list[str], *beginnings: str) -> list[str]:
    """Those of the beginnings that are heard, each after the one before it."""
    rest = iter(heard)
    return [one for one in beginnings if any(found.startswith(one) for found in rest)]


def press(*keys: str) -> None:
    """Presses keys in the window that has the focus."""
    subprocess.run(["xdotool", "key", *keys], check=True)


def focused(reader: Reader, name: str) -> Nodes:
    """The window, as soon as what is called so has the focus."""
    return reader.wait(lambda nodes: any(node["name"] == name and "FOCUSED" in node["states"] for node in nodes))


def test_a_screen_reader_reads_the_form_in_order_and_an_option_is_written_by_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chromium = os.environ.get("EQUAL_FOOTING_CHROMIUM") or shutil.which("chromium")
    if chromium is None or shutil.which("xdotool") is None:
        pytest.skip("not installed here: chromium or xdotool")
    (tmp_path / "mine").mkdir()
    file = Path(shutil.copy(SMALL, tmp_path / "mine" / "story.yaml"))
    studio = RunningStudio(file, tmp_path / "home")
    address = f"http://{studio.host}/#{studio.token}"
    command = [chromium, *ALONE, f"--user-data-dir={tmp_path / 'profile'}", f"--app={address}"]
    try:
        with a_reader(command, "Over the Fence", monkeypatch, HOME=str(tmp_path)) as reader:
            heard = told(reader.wait(lambda nodes: "push button: + option" in told(nodes)))
            order = (
                "heading: Over the Fence",
                "landmark: The form",
                "combo box: What is written",
                "entry: Title of the scene",
                "entry: The words of line 1",
                "entry: The words of line 2",
                "entry: What you say, option 1",
                "entry: What you say, option 2",
                "push button: + option",
            )
            assert in_order(heard, *order) == list(order)
            assert not [one for one in heard if one.endswith(": ") or one.startswith("push button: /")]
            reader.ask("focus", "+ option")
            focused(reader, "+ option")
            press("Return")
            focused(reader, "What you say, option 4")
            subprocess.run(["xdotool", "type", "Not over the fence. On Monday, gladly."], check=True)
            press("Tab")
            reader.wait(lambda nodes: "Not over the fence." in file.read_text("utf-8"))
    finally:
        studio.kill()
    assert 'say: "Not over the fence. On Monday, gladly."' in file.read_text("utf-8")
