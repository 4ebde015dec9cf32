"""Files of other programs under the name of a scenario: known by their first bytes, told with how to save them."""

from __future__ import annotations

_AS_TEXT = 'Save it there as plain text with the encoding "UTF-8", or paste its text into a plain text editor.'
_PROGRAMS = {
    b"{\\rtf": ("RTF, as TextEdit and WordPad save it", "In TextEdit: Format, Make Plain Text; then save again."),
    b"PK\x03\x04": ("packed, as Word, Pages and LibreOffice save documents", _AS_TEXT),
    b"\xd0\xcf\x11\xe0": ("an older Word document", _AS_TEXT),
    b"%PDF": ("a PDF", "Copy its text into a plain text editor; a PDF cannot be edited line by line."),
    b"<!doctype html": ("a web page", "Copy the text that the page shows, not the page."),
    b"<html": ("a web page", "Copy the text that the page shows, not the page."),
    b"\x89png": ("a picture", "Choose the file with the text."),
    b"\xff\xd8\xff": ("a picture", "Choose the file with the text."),
}


def foreign_program(raw: bytes) -> tuple[str, str] | None:
    """Returns what kind of file begins like these bytes and how to make text of it; None where it may be plain text."""
    start = raw[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((told for mark, told in _PROGRAMS.items() if start.startswith(mark.lower())), None)
