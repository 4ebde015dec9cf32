"""`python -m tools.letters REST HAN EMOJI` cuts the small fonts in `assets/fonts/` out of DejaVu Sans, Droid Sans
Fallback and Noto Emoji (their files, as any system or package has them), and writes which letters each font has.

REST has the letters of Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic, marks and symbols; HAN the Chinese and
Japanese of the first level of the national lists (GB 2312, JIS X 0208), with both kana; EMOJI single signs in one ink.
Needs `fonttools` and `brotli`, which nothing else does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from game.letters import FONTS, SHIPPED, TABLE
from game.window.toolkit.typefaces import FAMILIES

_REST = (
    (0x20, 0x24F), (0x250, 0x36F), (0x370, 0x52F), (0x531, 0x58F), (0x591, 0x5F4), (0x606, 0x6FF), (0x10A0, 0x10FF),
    (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x20CF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x22FF),
    (0x2460, 0x24FF), (0x2500, 0x27BF), (0xFB1D, 0xFB4F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF),
)  # fmt: skip
_HAN = ((0x3000, 0x30FF), (0xFF01, 0xFF9F))
_EMOJI = ((0x200D, 0x200D), (0x20E3, 0x20E3), (0x2600, 0x27BF), (0x2B05, 0x2B55), (0xFE0F, 0xFE0F), (0x1F300, 0x1FAFF))


def _first_level(codec: str, rows: range) -> set[int]:
    """Returns the characters in these rows of a national list."""
    pairs = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, 95))
    return {ord(text) for pair in pairs if len(text := pair.decode(codec, "ignore")) == 1}


def _within(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {point for first, last in ranges for point in range(first, last + 1)}


def cut(source: Path, points: set[int], name: str) -> None:
    """Writes the part of a font that has these characters, with what shaping them needs, under a name of its own."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = f"Equal Footing {name.capitalize()}"
    font.flavor = None
    subset.save_font(font, str(FONTS / f"{name}.ttf"), options)


def covered() -> dict[str, set[int]]:
    """Returns the characters that each shipped font has."""
    files = {name: family.file("Regular") for name, family in FAMILIES.items()}
    files |= {name: FONTS / f"{name}.ttf" for name in SHIPPED}
    return {name: set(TTFont(file).getBestCmap()) for name, file in files.items()}


def as_ranges(points: set[int]) -> list[str]:
    """Returns characters as runs, in hexadecimal: `41-5a`, or `b5` for one alone."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return [f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in runs]


def main() -> None:
    """Cuts the three fonts and writes the table."""
    FONTS.mkdir(exist_ok=True)
    rest, han, emoji = (Path(name) for name in sys.argv[1:4])
    cut(rest, _within(_REST), "rest")
    cut(han, _within(_HAN) | _first_level("gb2312", range(16, 56)) | _first_level("euc_jp", range(16, 48)), "han")
    cut(emoji, _within(_EMOJI), "emoji")
    table = {name: " ".join(as_ranges(points)) for name, points in covered().items()}
    TABLE.write_text(json.dumps(table, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
