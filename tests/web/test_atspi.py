"""A page as a screen reader has it: in Firefox under Xvfb, with a bus of its own, read and pressed over AT-SPI."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support.screen_reading import Reader, a_reader
from tests.web.a_page import BARE, a_page

pytestmark = [pytest.mark.atspi, pytest.mark.browser]
SETTINGS = {  # a Firefox that opens nothing of its own
    "browser.aboutwelcome.enabled": "false",
    "browser.newtabpage.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.startup.homepage_override.mstone": '"ignore"',
    "browser.startup.page": "0",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "startup.homepage_welcome_url": '""',
}


def heard(reader: Reader, beginning: str) -> list[str]:
    """What a screen reader says of the page in its order, role and words, once something begins in this way."""

    def said(nodes: list[dict[str, Any]]) -> list[str]:
        page = next((n for n, node in enumerate(nodes) if node["role"] == "document web"), len(nodes))
        return [f"{node['role']}: {node['name'] or node['text']}" for node in nodes[page:]]

    return said(reader.wait(lambda nodes: any(one.startswith(beginning) for one in said(nodes))))


def in_order(told: list[str], *beginnings: str) -> list[str]:
    """Those of the beginnings that are heard, each after the one before it."""
    rest = iter(told)
    return [one for one in beginnings if any(heard.startswith(one) for heard in rest)]


@pytest.mark.skipif(
    "EQUAL_FOOTING_FIREFOX_OVER_ATSPI" not in os.environ,
    reason="Firefox does not always show its tree on a bare display: set EQUAL_FOOTING_FIREFOX_OVER_ATSPI=1 to try it",
)
def test_a_screen_reader_reads_a_page_in_order_and_chooses_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        pytest.skip("there is no Firefox here: apt-get install firefox-esr")
    profile = tmp_path / "profile"
    profile.mkdir()
    settings = "".join(f'user_pref("{name}", {value});\n' for name, value in SETTINGS.items())
    (profile / "user.js").write_text(settings, encoding="utf-8")
    page = a_page(tmp_path, BARE)
    command = [firefox, "--no-remote", "--profile", str(profile), page.as_uri()]
    with a_reader(command, "Saturday Friend", monkeypatch, GNOME_ACCESSIBILITY="1", HOME=str(tmp_path)) as reader:
        briefing = (
            "heading: Saturday Friend",
            "heading: Hold this question",
            "paragraph: Can you be",
            "panel: Feedback",
        )
        form = ("entry: Your name, if your teacher asked for it", "push button: Begin")
        assert in_order(heard(reader, "push button: Begin"), *briefing, *form) == [*briefing, *form]
        reader.ask("click", "Begin")
        assert in_order(heard(reader, "push button: Continue"), "paragraph: Saturday, 9:14.")
        reader.ask("click", "Continue")
        line, options = "paragraph: Would it be weird", "list: What you can say or do"
        choosing = heard(reader, "push button: “Not weird")
        assert in_order(choosing, line, options, "push button: “") == [line, options, "push button: “"]
        assert len([one for one in choosing if one.startswith("push button: “")]) == 2
        reader.ask("click", "“Not weird")
        assert in_order(heard(reader, "push button: Continue"), "paragraph: Not weird", "paragraph: Oh good.")
        reader.ask("click", "Continue")
        did, came = "heading: What you did", "heading: What came of it"
        assert in_order(heard(reader, did), did, came, "push button: Continue") == [did, came, "push button: Continue"]
