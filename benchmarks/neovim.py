"""Our language server in a real editor, Neovim without a window: what an author asks it, how long, and what came back.

    python -m benchmarks.neovim

Needs `nvim` (0.7 or later). Prints a row for each thing asked, as a Markdown table; leaves with 1 where nothing came.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.usage import given

ROOT = Path(__file__).parents[1]
LONGEST = 300  # seconds for all of it; it takes a few


def main() -> int:
    """Prints the table and returns the exit code."""
    if shutil.which("nvim") is None:
        print("Neovim is not there. Install it (on Debian: apt-get install neovim) and try again.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        told, file = Path(folder) / "told.tsv", Path(folder) / "saturday-friend.yaml"
        shutil.copyfile(ROOT / "scenarios" / "saturday-friend.yaml", file)
        _own_picture(file.with_suffix(".media") / "places" / "back-room.png")
        places = {"FILE": str(file), "OUT": str(told), "PYTHON": sys.executable, "MAIN": str(ROOT / "main.py")}
        script = f"luafile {ROOT / 'benchmarks' / 'neovim.lua'}"
        command = ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", script]
        subprocess.run(command, env=os.environ | places, check=True, timeout=LONGEST)
        rows = [line.split("\t") for line in told.read_text("utf-8").splitlines()]
    print("| asked | ms | came back |\n| --- | ---: | ---: |")
    print(*(f"| {asked} | {ms} | {came} |" for asked, ms, came in rows), sep="\n")
    return 1 if not rows or any(came in ("", "0", "no") for _, _, came in rows) else 0


def _own_picture(path: Path) -> None:
    """Puts a picture of the author's own beside the scenario; a language server looks at its name alone."""
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n")


if __name__ == "__main__":
    given(__doc__)
    sys.exit(main())
