"""What a journal may have been wrapped into on its way to a teacher, told by name and first bytes."""

from __future__ import annotations

import html
import re

_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_OTHERS = ((b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"))
_BREAK = re.compile(r"<\s*(br|/p|/div|/li|/pre)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def is_shadow(name: str) -> bool:
    """Returns whether a file is what a Mac lays beside each file on a stick; it holds nothing of the file itself."""
    return name.startswith("._")


def is_page(name: str) -> bool:
    """Returns whether a file is a page, as Moodle keeps an online text."""
    return name.lower().endswith((".html", ".htm"))


def is_tar(name: str, block: bytes) -> bool:
    """Returns whether a file is a tar, packed or not."""
    return name.lower().endswith(_TARS) or block[257:262] == b"ustar"


def packed_otherwise(block: bytes) -> str | None:
    """Returns why a packed file cannot be opened here, and what to do; None where it is none of those."""
    for magic, program in _OTHERS:
        if block.startswith(magic):
            return f"It is packed with {program}, which cannot be opened here. Unpack it, or pack it anew as a zip."
    return None


def from_page(data: bytes) -> bytes:
    """Returns the lines of a journal that was pasted into an online text, without the page around them."""
    text = _BREAK.sub("\n", data.decode("utf-8", "replace"))
    lines = html.unescape(_TAG.sub("", text)).replace("\u00a0", " ").splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip().startswith('{"n"')).encode("utf-8")
