"""`python -m tools.fonts` writes the two cuts of the type that a page carries, subset to Latin and Latin Extended-A.

It needs fontTools with Brotli (`pip install "fonttools[woff]"`), which nothing else does; what it writes is kept in
`game/web/fonts/`, so that nobody has to run it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import fontpkg_atkinson_hyperlegible

FILES = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
OUT = Path(__file__).resolve().parents[1] / "game" / "web" / "fonts"
LETTERS = "U+0020-007E,U+00A0-017F,U+0218-021B,U+2013-2014,U+2018-201E,U+2026,U+2039-203A,U+20AC,U+2212"


def main() -> None:
    """Write both cuts."""
    for cut in ("Regular", "Bold"):
        command = [sys.executable, "-m", "fontTools.subset", str(FILES / f"AtkinsonHyperlegible-{cut}.ttf")]
        command += ["--flavor=woff2", "--no-hinting", f"--unicodes={LETTERS}", "--layout-features=kern"]
        subprocess.run([*command, "--name-IDs=1,2", f"--output-file={OUT / f'{cut.lower()}.woff2'}"], check=True)
        print(OUT / f"{cut.lower()}.woff2")


if __name__ == "__main__":
    main()
