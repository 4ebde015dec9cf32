"""Markup off, when a story comes in, and signs guarded that Twine would take for markup, when one goes out."""

from __future__ import annotations

import html
import re

_BLANKS = re.compile(r"[ \t\n]+")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_MARKS = {
    "sugarcube": re.compile(r"''|(?<!:)//|__|==|~~|\^\^"),
    "harlowe": re.compile(r"''|(?<!:)//|\*\*|~~|\^\^|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])"),
    "chapbook": re.compile(r"\*\*|__|(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])"),
}
_LEADS = {
    "sugarcube": re.compile(r"^(?:[!#*>]+[ \t]*|-[ \t]+)"),
    "harlowe": re.compile(r"^(?:#{1,6}[ \t]*|\*+[ \t]+|(?:0\.)+[ \t]+|-[ \t]+)"),
    "chapbook": re.compile(r"^(?:#{1,6}[ \t]+|>[ \t]*|[*-][ \t]+)"),
}
HEADINGS = {  # in SugarCube, `#` numbers the items of a list
    "sugarcube": re.compile(r"!"),
    "harlowe": re.compile(r"#{1,6}"),
    "chapbook": re.compile(r"#{1,6}[ \t]"),
}

# signs that SugarCube, or our own reading, would take for more than text
_GUARDED = re.compile(
    r"&(?=[#\w])|<|\[(?=\[|img\[)|\](?=\])|\$(?=[A-Za-z_$])|(?<!\w)_(?=[A-Za-z])|/(?=[/*%])|'(?='|$)|(?<=')'|_(?=_)|=(?==)|~(?=~)"
    r"|\^(?=\^)|@(?=@)|-(?=-)|\{(?=\{)|\"(?=\"\")|\\(?=\n|$)|^[!#*>|-]|(?<=[*/%])/"
)
_SPEECHLIKE = re.compile(r"^([^:\n]{1,80}):(?=\s)")


def bare(text: str, kind: str) -> str:
    """Returns shown text without the markup of its story format; one paragraph, breaks kept."""
    text = _LEADS[kind].sub("", text)
    text = _MARKS[kind].sub("", _TAG.sub("", _BREAK.sub("\x04", text)))
    rows = html.unescape(text).split("\x04")
    return "\n".join(_BLANKS.sub(" ", row).strip(" ") for row in rows).strip("\n ")


def guarded(text: str, narration: bool = False) -> str:
    """Returns text that Twine shows as it is; narration must not look like speech when it comes back."""
    found = _GUARDED.sub(lambda match: f"&#{ord(match[0])};", text.strip())
    if narration:
        found = _SPEECHLIKE.sub(r"\1&#58;", found)
    return re.sub(r"\s*\n", "<br>", found)


def as_entities(text: str) -> str:
    """Returns text in which nothing is left that could be markup."""
    return "".join(c if c.isalnum() or c.isspace() else f"&#{ord(c)};" for c in text)


def in_note(text: str) -> str:
    """Returns text that can stand in a comment, on one line."""
    return text.replace("&", "&amp;").replace("*/", "&#42;/").replace("\n", "&#10;")


def from_note(text: str) -> str:
    """Returns the text that stood in a comment."""
    return html.unescape(text)


def in_string(text: str) -> str:
    """Returns text in double quotes, as a macro takes it."""
    return '"' + re.sub(r'[">\\]', lambda match: f"&#{ord(match[0])};", guarded(text)) + '"'
