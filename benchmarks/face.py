"""The page's own screen, walked: in Chromium every option of every scenario is clicked where it stands, in as many
plays to an ending as that takes, beside the engine that says what should be shown.

    python -m benchmarks.face [SCENARIO…] [--wide 360]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from game.app.library import Library
from game.play.events import Mode
from game.story.engine import Story
from game.story.reach import Reach, Verdict
from game.web.page import PageChoices, page
from tests.web.face import Faced, covering, played


def faced(browser: Any, story: Story, file: Path, wide: int) -> Faced:
    """What the plays of one scenario showed; every second one has its feedback at the end."""
    found = Faced()
    for play in covering(story):
        context = browser.new_context(viewport={"width": wide, "height": 740}, reduced_motion="reduce")
        tab = context.new_page()
        tab.goto(file.as_uri())
        if found.plays % 2:
            tab.click(f"#mode-{Mode.ASSESS.value}")
        tab.click("#begin")
        played(tab, story, play, found)
        context.close()
    return found


def main() -> None:
    """Walks the library, or the scenarios that were named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--wide", type=int, default=360, help="the page's width in pixels")
    asked = parser.parse_args()
    library = Library.shipped()
    totals = [0, 0, 0, 0]
    print("| scenario | plays | decisions | options chosen | of | faults | seconds |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for name in asked.scenarios or sorted(library.files):
            begun, story = time.monotonic(), library.exact(name).story
            file = Path(place) / f"{name}.html"
            file.write_bytes(page(library, [name], PageChoices(pictures=False)))
            found = faced(browser, story, file, asked.wide)
            can = [one for one, finding in Reach(story).options.items() if finding.verdict is Verdict.REACHABLE]
            row = [found.plays, found.decisions, len(found.chosen), len(can)]
            totals = [total + one for total, one in zip(totals, row, strict=True)]
            print(
                f"| {name} | {' | '.join(map(str, row))} | {len(found.faults)} | {time.monotonic() - begun:.0f} |",
                flush=True,
            )
            for fault in found.faults:
                print(f"  {fault}", flush=True)
    print(f"| all | {' | '.join(map(str, totals))} | | |")


if __name__ == "__main__":
    main()
